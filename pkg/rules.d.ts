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
export function siteRules(storage: RuleStorage, site: string): Promise<{
    never: string[];
    remember: (rule: string) => Promise<void>;
}>;
/**
 * What a host gives; both calls may be synchronous.
 */
export type RuleStorage = {
    /**
     * Rules, by the names of
     * `Edit.rule`; none where nothing was saved.
     */
    load: (site: string) => string[] | undefined | Promise<string[] | undefined>;
    save: (site: string, rules: string[]) => void | Promise<void>;
};
