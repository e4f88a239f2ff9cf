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

/**
 * A text in the form that a number asks for.
 *
 * @param {string} name
 * @param {number} number
 */
export function sayNumber(name, number) {
  const form = new Intl.PluralRules(say("language")).select(number);
  const text = api.i18n.getMessage(`${name}_${form}`, String(number));
  return text || say(`${name}_other`, number);
}

/** Why a page is not cleaned, in one line. @param {Refused} refused */
export function sayRefused(refused) {
  return say(`refused_${refused.replaceAll("-", "_")}`);
}
