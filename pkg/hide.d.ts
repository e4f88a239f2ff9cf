/**
 * The kinds that are left as they are, where no more than some are to be hidden.
 *
 * @param {string | null} names names of groups and of kinds, white space between; `null` for all
 * @returns {Reason[]}
 */
export function keptWhereHidden(names: string | null): Reason[];
import type { Reason } from "./types.js";
