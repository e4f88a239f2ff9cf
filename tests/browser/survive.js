// @ts-check
// Cleans and undoes in a page that may have broken the language around it: nothing is used here that it could have replaced.

const outer = Object.getOwnPropertyDescriptor(Element.prototype, "outerHTML")?.get;
const root = Object.getOwnPropertyDescriptor(Document.prototype, "documentElement")?.get;
const later = globalThis.setTimeout;
const serialize = () => {
  const element = root?.call(document);
  return element ? outer?.call(element) : "";
};
/** Long enough for what a page does when it sees that it was cleaned: some frames. */
const WHILE = 100;

/** @returns {Promise<string>} milliseconds, the error's code or nothing, whether the page is as it was */
export async function survive() {
  const before = serialize();
  let code = "";
  let time = 0;
  try {
    // @ts-ignore an address of the test's server
    const { load } = await import("/pkg/index.js");
    const zubda = await load();
    dispatchEvent(new Event("loaded"));
    let start = performance.now();
    const page = zubda.clean(document);
    time = performance.now() - start;
    await new Promise((done) => later(done, WHILE));
    start = performance.now();
    page.undo();
    time += performance.now() - start;
  } catch (/** @type {any} */ error) {
    code = error.name === "ZubdaError" ? error.code : `${error.name}: ${error.message}`;
  }
  return `${time | 0}|${code}|${serialize() === before}`;
}

/**
 * Lets a page do what it does meanwhile, with and without us.
 *
 * @param {boolean} cleaned
 */
export async function changed(cleaned) {
  // @ts-ignore an address of the test's server
  const page = cleaned ? (await (await import("/pkg/index.js")).load()).clean(document) : null;
  const hosts = document.querySelectorAll("[data-zubda-host]").length;
  dispatchEvent(new Event("meanwhile"));
  await new Promise((done) => later(done, WHILE));
  page?.undo();
  return { hosts, document: serialize() };
}

/** What a reader has typed, chosen and marked, before a clean, in it and after it. */
export async function typed() {
  const state = () => {
    const area = /** @type {HTMLTextAreaElement} */ (document.querySelector("textarea"));
    const fields = [.../** @type {NodeListOf<any>} */ (document.querySelectorAll("textarea, input, option"))];
    const values = fields.map((field) => `${field.value} ${field.checked ?? field.selected}`);
    const draft = document.querySelector("[contenteditable]")?.textContent;
    return [...values, draft, document.activeElement?.localName, area.selectionStart, area.selectionEnd].join("\n");
  };
  const before = state();
  // @ts-ignore an address of the test's server
  const page = (await (await import("/pkg/index.js")).load()).clean(document);
  const edits = page.hidden.length;
  const during = state();
  page.undo();
  return { edits, before, during, after: state() };
}

/** Two copies of us in one page, the second of which may be put back first. @param {"first" | "last"} undone */
export async function twoCopies(undone) {
  const before = serialize();
  // @ts-ignore addresses of the test's server
  const modules = [await import("/pkg/index.js"), await import("/copy/index.js")];
  const pages = [];
  for (const { load } of modules) pages.push((await load()).clean(document));
  await new Promise((done) => later(done, WHILE));
  const hosts = document.querySelectorAll("[data-zubda-host]").length;
  for (const page of undone === "first" ? pages : pages.reverse()) page.undo();
  await new Promise((done) => later(done, WHILE));
  return { apart: modules[0] !== modules[1], hosts, same: serialize() === before };
}

/** Cleans, and tells in the page's own title what became of it. */
export async function leave() {
  try {
    // @ts-ignore an address of the test's server
    (await (await import("/pkg/index.js")).load()).clean(document);
    return "";
  } catch (/** @type {any} */ error) {
    return `${error.name} ${error.code}`;
  }
}
