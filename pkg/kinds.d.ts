/**
 * The reasons of some kinds.
 *
 * @param {readonly string[]} kinds
 * @returns {Reason[]}
 */
export function reasonsOf(kinds: readonly string[]): Reason[];
/**
 * The reasons that are left as they are, where no more than some are to be hidden.
 *
 * @param {string | null} names names of kinds and of reasons, white space between; `null` for all
 * @returns {Reason[]}
 */
export function keptWhereHidden(names: string | null): Reason[];
/** @import { Reason } from "./types.js" */
/** @typedef {"ads" | "leftovers" | "headline" | "source" | "related" | "promotions" | "captions" | "around"} Kind */
/** Every reason's kind. @type {Readonly<Record<Reason, Kind>>} */
export const KIND_OF: Readonly<Record<Reason, Kind>>;
export type Kind = "ads" | "leftovers" | "headline" | "source" | "related" | "promotions" | "captions" | "around";
import type { Reason } from "./types.js";
