// @ts-check
// What `hide` of `<zubda-article>` can name: kinds of flaws, by the word that a site's maker has for them.

/** @import { Reason } from "./types.js" */

/** @type {Record<string, Reason[]>} */
const GROUPS = {
  ads: ["ad-marker", "ad-label", "ad-slot"],
  related: ["related", "read-more"],
  promotions: ["promotion", "share", "feed-tail", "rights", "paywall"],
  headline: ["duplicate-headline"],
  captions: ["caption"],
  leftovers: ["shortcode", "script-text", "source-label", "punctuation", "encoding"],
};

/**
 * The kinds that are left as they are, where no more than some are to be hidden.
 *
 * @param {string | null} names names of groups and of kinds, white space between; `null` for all
 * @returns {Reason[]}
 */
export function keptWhereHidden(names) {
  if (names === null) return [];
  const hidden = new Set(names.split(/\s+/).flatMap((name) => GROUPS[name] ?? [name]));
  return Object.values(GROUPS)
    .flat()
    .filter((reason) => !hidden.has(reason));
}
