// @ts-check
// The box's own words, by language.

/** @import { Reason, Role } from "./types.js" */

import { ENGLISH, OTHERS } from "./words.js";

/**
 * `{number}` stands for the number.
 *
 * @typedef {"summary" | "minutes" | "parts" | "restore" | "restored" | "undo" | "copy" | "copied" | "never" | "longer" | "shorter"
 *   | "read" | "stop" | "close"} Word
 * @typedef {Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }} Forms a text by the plural categories of CLDR
 * @typedef {string | Forms} Text
 * @typedef {Record<Word, string> & { hidden: Forms, reasons: Record<Reason, string> & Record<string, string>,
 *   roles: Record<Role, string> }} Labels
 */

/** Chinese as it is written in Taiwan, Hong Kong and Macau. */
const TRADITIONAL = /^zh[-_](.*[-_])?(hant|tw|hk|mo)\b/i;

/**
 * The words of a language, English where there are none.
 *
 * @param {string} language BCP 47
 * @returns {Labels}
 */
export function labelsFor(language) {
  const texts = OTHERS[tagOf(language)];
  return texts ? inOrder(ENGLISH, texts.values()) : ENGLISH;
}

/** The languages that there are words for. */
export const LANGUAGES = ["en", ...Object.keys(OTHERS)];

/** @param {string} language */
function tagOf(language) {
  const [primary] = language.toLowerCase().split(/[-_]/);
  if (primary === "nb" || primary === "nn") return "no";
  if (primary !== "zh") return primary;
  return TRADITIONAL.test(language) ? "zh-Hant" : "zh-Hans";
}

/**
 * The names of the English words, each with the next text.
 *
 * @param {object} english
 * @param {Iterator<Text>} texts
 * @returns {any}
 */
function inOrder(english, texts) {
  const own = Object.entries(english).map(([name, word]) => [
    name,
    typeof word === "string" || "other" in word ? texts.next().value : inOrder(word, texts),
  ]);
  return Object.fromEntries(own);
}

/** Languages that write digits of their own (the default numbering systems of CLDR). */
const OWN_DIGITS = /^(ar|as|bn|ckb|dz|fa|ks|mni|mr|my|mzn|ne|pa-arab|ps|sa|sat|sd|ur-in|uz-arab)\b/i;

/**
 * A text with a number in it, in the form that the number asks for.
 *
 * @param {Forms} forms
 * @param {number} number
 * @param {string} language BCP 47
 */
export function withNumber(forms, number, language) {
  return formOf(forms, number, language).replace("{number}", numberIn(number, language));
}

/** @param {Forms} forms @param {number} number @param {string} language */
function formOf(forms, number, language) {
  // Where there is but one, `Intl` need not be asked.
  if (Object.keys(forms).length === 1) return forms.other;
  try {
    return forms[new Intl.PluralRules(language).select(number)] ?? forms.other;
  } catch {
    return forms.other;
  }
}

/**
 * A whole number as a language writes it. All others write one below a thousand alike, and the first use of `Intl` in a page
 * takes the browser 20 milliseconds, as much as all the rest of the box.
 *
 * @param {number} number
 * @param {string} language BCP 47
 */
export function numberIn(number, language) {
  if (number < 1000 && !OWN_DIGITS.test(language)) return String(number);
  try {
    return new Intl.NumberFormat(language === "und" ? "en" : language).format(number);
  } catch {
    // A page may claim a language that is none.
    return String(number);
  }
}
