// @ts-check
// "Never on this site": the rules that a reader does not want, kept wherever the host keeps things.

/**
 * What a host gives; both calls may be synchronous.
 *
 * @typedef {object} RuleStorage
 * @property {(site: string) => string[] | undefined | Promise<string[] | undefined>} load Rules, by the names of
 *   `Edit.rule`; none where nothing was saved.
 * @property {(site: string, rules: string[]) => void | Promise<void>} save
 */

/**
 * The rules of one site, in the shape that `clean` takes: `clean(document, await siteRules(storage, site))`.
 *
 * @param {RuleStorage} storage
 * @param {string} site for a page, its `location.hostname`
 * @returns {Promise<{ never: string[], remember: (rule: string) => Promise<void> }>}
 */
export async function siteRules(storage, site) {
  const saved = await storage.load(site);
  const never = Array.isArray(saved) ? saved.filter((rule) => typeof rule === "string") : [];
  return {
    never,
    async remember(rule) {
      if (never.includes(rule)) return;
      never.push(rule);
      await storage.save(site, [...never]);
    },
  };
}
