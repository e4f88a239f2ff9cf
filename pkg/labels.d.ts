/**
 * The words of a language, English where there are none.
 *
 * @param {string} language BCP 47
 * @returns {Labels}
 */
export function labelsFor(language: string): Labels;
/**
 * A text with a number in it, in the form that the number asks for.
 *
 * @param {Forms} forms
 * @param {number} number
 * @param {string} language BCP 47
 */
export function withNumber(forms: Forms, number: number, language: string): string;
/**
 * A whole number as a language writes it. All others write one below a thousand alike, and the first use of `Intl` in a page
 * takes the browser 20 milliseconds, as much as all the rest of the box.
 *
 * @param {number} number
 * @param {string} language BCP 47
 */
export function numberIn(number: number, language: string): string;
/** The languages that there are words for. */
export const LANGUAGES: string[];
/**
 * `{number}` stands for the number.
 */
export type Word = "summary" | "minutes" | "parts" | "restore" | "restored" | "undo" | "copy" | "copied" | "never" | "longer" | "shorter" | "read" | "stop" | "close";
/**
 * a text by the plural categories of CLDR
 */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & {
    other: string;
};
/**
 * `{number}` stands for the number.
 */
export type Text = string | Forms;
/**
 * `{number}` stands for the number.
 */
export type Labels = Record<Word, string> & {
    hidden: Forms;
    reasons: Record<Reason, string> & Record<string, string>;
    roles: Record<Role, string>;
};
import type { Reason } from "./types.js";
import type { Role } from "./types.js";
