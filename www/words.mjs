// @ts-check
// The words of the box and of the extension are in languages/<tag>/words.json, one file a language, each word by its name; the
// English file says which words there are. Of them `npm run build` and `npm run extension` make the extension's `_locales` and
// `www/shell/words.js`; that one is committed, so that the shell runs as it stands.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * @typedef {{ [name: string]: string | Words }} Words Texts by name, some in groups. `{number}` stands for a number, `{site}` for
 *   a host's name. A text that is another with another number is a group of its forms, by the plural categories of CLDR; `other`
 *   is the form of every number that has none of its own.
 * @typedef {Map<string, { box: Words, extension: Words }>} Languages by their BCP 47 tags
 * @typedef {Map<string, string>} About what a language's folder says of it, by key; `docs/languages.md` tells the keys
 */

const ROOT = path.resolve(import.meta.dirname, "..");
export const LANGUAGES = path.join(ROOT, "languages");
const MODULE = path.join(ROOT, "www/shell/words.js");
/** What each word says and where it stands, for who translates it. */
const NOTES = "words.notes.json";
const ENGLISH = "en";
/** The form that every language has, and no group of other words. */
const OTHER = "other";
const PLACEHOLDER = /\{.*?\}/g;
/** Chromium's names for the languages that it does not call by their tags; Firefox takes them, too. @type {Record<string, string>} */
const LOCALES = { no: "nb", pt: "pt_BR", "zh-Hans": "zh_CN", "zh-Hant": "zh_TW" };

/**
 * Every language's words, whole: throws an error whose message has a line for each fault, with its file and its key.
 *
 * @returns {Languages}
 */
export function readWords() {
  /** @type {string[]} */
  const faults = [];
  const read = (/** @type {string} */ name) => {
    try {
      return JSON.parse(readFileSync(path.join(LANGUAGES, name), "utf8"));
    } catch (error) {
      throw new Error(`languages/${name}: ${/** @type {Error} */ (error).message}`);
    }
  };
  const fileOf = (/** @type {string} */ tag) => `${tag}/words.json`;
  // A language that the core knows may have no words yet.
  const tags = readdirSync(LANGUAGES)
    .filter((tag) => existsSync(path.join(LANGUAGES, fileOf(tag))))
    .sort();
  const english = read(fileOf(ENGLISH));
  const words = new Map(tags.map((tag) => [tag, read(fileOf(tag))]));
  for (const [tag, own] of words) {
    if (!isTag(tag)) faults.push(`languages/${tag}: this is no BCP 47 tag`);
    faults.push(...faultsOf(english, own, { tag }).map((fault) => `languages/${fileOf(tag)}: ${fault}`));
  }
  // A note need not have the placeholders of what it tells of.
  faults.push(
    ...faultsOf(english, read(NOTES), { placeholders: () => "" }).map((fault) => `languages/${NOTES}: ${fault}`),
  );
  if (faults.length) throw new Error(faults.join("\n"));
  return words;
}

/**
 * What is known of a language. What its folder does not say is looked up as the core does it: `zh` for `zh-Hans`, and `und`,
 * where that stands which holds in every language.
 *
 * @param {string} tag
 * @returns {About}
 */
export function aboutOf(tag) {
  const rows = ["und", tag.split("-")[0], tag]
    .map((folder) => path.join(LANGUAGES, folder, "about.tsv"))
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, "utf8").split("\n"))
    .filter((line) => line && !line.startsWith("#"));
  return new Map(rows.map((row) => /** @type {[string, string]} */ (row.split("\t"))));
}

/** @param {string} tag */
function isTag(tag) {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

/**
 * What is missing, too much, or empty, each with its key.
 *
 * @param {string | Words} english
 * @param {unknown} own
 * @param {{ tag?: string, placeholders?: (text: string) => string }} [how] `tag`: the language whose plural forms there may be;
 *   without it one text stands for all forms
 * @param {string} [key]
 * @returns {string[]}
 */
function faultsOf(english, own, how = {}, key = "") {
  const { tag, placeholders = placeholdersOf } = how;
  if (own === undefined) return [`${key} is missing`];
  if (isPlural(english)) {
    if (tag !== undefined) return faultsOfForms(own, new Intl.PluralRules(tag), placeholders(english[OTHER]), key);
    return typeof own === "string" && own.trim() ? [] : [`${key} is empty or no text`];
  }
  if (typeof english === "string") {
    if (typeof own !== "string" || !own.trim()) return [`${key} is empty or no text`];
    const [wanted, found] = [placeholders(english), placeholders(own)];
    return wanted === found
      ? []
      : [`${key} must have ${wanted || "no placeholder"}, as in English, not ${found || "none"}`];
  }
  if (typeof own !== "object" || own === null) return [`${key} must be a group of words`];
  const words = /** @type {Words} */ (own);
  const inside = (/** @type {string} */ name) => (key ? `${key}.${name}` : name);
  const extra = Object.keys(words).filter((name) => !Object.hasOwn(english, name));
  return [
    ...extra.map((name) => `${inside(name)} is not among the English words`),
    ...Object.entries(english).flatMap(([name, text]) => faultsOf(text, words[name], how, inside(name))),
  ];
}

/**
 * Whether a word has forms for numbers.
 *
 * @param {unknown} word
 * @returns {word is Record<string, string>}
 */
function isPlural(word) {
  return typeof word === "object" && word !== null && Object.hasOwn(word, OTHER);
}

/**
 * What is wrong with the forms of one word. A form may do without the number: "one thing".
 *
 * @param {unknown} forms
 * @param {Intl.PluralRules} rules
 * @param {string} placeholder
 * @param {string} key
 * @returns {string[]}
 */
function faultsOfForms(forms, rules, placeholder, key) {
  if (!isPlural(forms)) return [`${key} must be a group of plural forms with ${OTHER} among them`];
  const { pluralCategories } = rules.resolvedOptions();
  return Object.entries(forms).flatMap(([name, text]) => {
    if (!pluralCategories.includes(/** @type {Intl.LDMLPluralRule} */ (name)))
      return [`${key}.${name} is no plural form of it`];
    if (typeof text !== "string" || !text.trim()) return [`${key}.${name} is empty or no text`];
    const found = placeholdersOf(text);
    const wanted = name === OTHER ? [placeholder] : [placeholder, ""];
    return wanted.includes(found)
      ? []
      : [`${key}.${name} must have ${placeholder}, as in English, not ${found || "none"}`];
  });
}

/** @param {string} text */
function placeholdersOf(text) {
  return (text.match(PLACEHOLDER) ?? []).sort().join(" ");
}

/**
 * The box's words as a module. English has them by name; the others hold their texts in its order, for the names again in each
 * language would make the package a thousand bytes larger.
 *
 * @param {Languages} languages
 */
export function shellModule(languages) {
  const { [ENGLISH]: english, ...others } = Object.fromEntries([...languages].map(([tag, { box }]) => [tag, box]));
  const lists = Object.entries(others).map(([tag, box]) => [tag, texts(english, box)]);
  return `// @ts-check
// Made by www/words.mjs: the words are in languages/.

/** @type {import("./labels.js").Labels} */
export const ENGLISH = ${literal(english)};

/** The texts of the other languages, in the order of the English ones. @type {Record<string, import("./labels.js").Text[]>} */
export const OTHERS = ${literal(Object.fromEntries(lists))};
`;
}

/**
 * @param {Words} english
 * @param {Words} own
 * @returns {(string | Words)[]}
 */
function texts(english, own) {
  return Object.entries(english).flatMap(([name, text]) =>
    typeof text === "string" || isPlural(text) ? [own[name]] : texts(text, /** @type {Words} */ (own[name])),
  );
}

/**
 * As prettier writes it.
 *
 * @param {any} value
 * @param {string} indent
 * @returns {string}
 */
function literal(value, indent = "") {
  if (typeof value === "string") return JSON.stringify(value);
  const name = (/** @type {string} */ name) => (/^[a-z]\w*$/i.test(name) ? name : JSON.stringify(name));
  const lines = Array.isArray(value)
    ? value.map((one) => literal(one, `${indent}  `))
    : Object.entries(value).map(([key, one]) => `${name(key)}: ${literal(one, `${indent}  `)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${lines.map((line) => `${indent}  ${line},\n`).join("")}${indent}${close}`;
}

/**
 * The extension's words as browsers read them: each locale's `messages.json` by the locale's name.
 *
 * @param {Languages} languages
 * @returns {Map<string, string>}
 */
export function locales(languages) {
  const english = Object.keys(languages.get(ENGLISH)?.extension ?? {});
  return new Map(
    [...languages].map(([tag, { extension }]) => {
      const locale = LOCALES[tag] ?? tag;
      // Browsers do not tell an extension which of its languages they chose.
      const texts = [
        ["language", locale.replace("_", "-")],
        ["direction", aboutOf(tag).get("direction") ?? ""],
        ...english.flatMap((name) => messagesOf(name, extension[name])),
      ];
      const messages = Object.fromEntries(texts.map(([name, text]) => [name, { message: forBrowsers(text) }]));
      return [locale, `${JSON.stringify(messages, null, 2)}\n`];
    }),
  );
}

/**
 * A word as one message, or as one for each of its plural forms, by whose name it ends.
 *
 * @param {string} name
 * @param {string | Words} word
 * @returns {[string, string][]}
 */
function messagesOf(name, word) {
  if (typeof word === "string") return [[name, word]];
  return Object.entries(word).map(([form, text]) => [`${name}_${form}`, String(text)]);
}

/** In their notation, where the one thing to put in is `$1` and a dollar `$$`. @param {string} text */
function forBrowsers(text) {
  return text.replaceAll("$", "$$$$").replace(PLACEHOLDER, "$$1");
}

/**
 * The words, and the shell's module of them: writes it, or looks whether it is what they make. Where it is not, and where the
 * words have faults, says so and ends the process.
 *
 * @param {{ write: boolean }} how
 * @returns {Languages}
 */
export function makeWords({ write }) {
  try {
    const languages = readWords();
    const made = shellModule(languages);
    if (write) writeFileSync(MODULE, made);
    else if (readFileSync(MODULE, "utf8") !== made)
      throw new Error("www/shell/words.js is not what languages/ makes; run npm run build");
    return languages;
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exit(1);
  }
}
