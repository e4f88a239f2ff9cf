// @ts-check
// The kinds of flaws that a person chooses between: a site's maker by `hide` of `<zubda-article>`, a reader in the extension.

/** @import { Reason } from "./types.js" */

/** @typedef {"ads" | "leftovers" | "headline" | "source" | "related" | "promotions" | "captions" | "around"} Kind */

/** Every reason's kind. @type {Readonly<Record<Reason, Kind>>} */
export const KIND_OF = {
  "ad-marker": "ads",
  "ad-label": "ads",
  "ad-slot": "ads",
  shortcode: "leftovers",
  "script-text": "leftovers",
  punctuation: "leftovers",
  encoding: "leftovers",
  "duplicate-headline": "headline",
  "source-label": "source",
  "feed-tail": "source",
  rights: "source",
  related: "related",
  "read-more": "related",
  promotion: "promotions",
  share: "promotions",
  paywall: "promotions",
  caption: "captions",
  comments: "related",
  overlay: "promotions",
  column: "around",
  around: "around",
};

const REASONS = /** @type {Reason[]} */ (Object.keys(KIND_OF));

/**
 * The reasons of some kinds.
 *
 * @param {readonly string[]} kinds
 * @returns {Reason[]}
 */
export function reasonsOf(kinds) {
  return REASONS.filter((reason) => kinds.includes(KIND_OF[reason]));
}

/**
 * The reasons that are left as they are, where no more than some are to be hidden.
 *
 * @param {string | null} names names of kinds and of reasons, white space between; `null` for all
 * @returns {Reason[]}
 */
export function keptWhereHidden(names) {
  if (names === null) return [];
  const hidden = names.split(/\s+/);
  return REASONS.filter((reason) => !hidden.includes(reason) && !hidden.includes(KIND_OF[reason]));
}
