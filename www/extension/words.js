// @ts-check
// The interface's words, from _locales in the reader's language.

/** @import { Refused } from "./messages.js" */

import { api } from "./api.js";

/**
 * @param {string} name
 * @param {string | number} [number] for the message's place
 */
export function say(name, number) {
  return api.i18n.getMessage(name, number === undefined ? undefined : String(number)) || name;
}

/** Why a page is not cleaned, in one line. @param {Refused} refused */
export function sayRefused(refused) {
  return say(`refused_${refused.replaceAll("-", "_")}`);
}
