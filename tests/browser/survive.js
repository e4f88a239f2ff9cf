// @ts-check
// Cleans and undoes in a page that may have broken the language around it: nothing is used here that it could have replaced.

const outer = Object.getOwnPropertyDescriptor(Element.prototype, "outerHTML")?.get;
const root = Object.getOwnPropertyDescriptor(Document.prototype, "documentElement")?.get;
const serialize = () => {
  const element = root?.call(document);
  return element ? outer?.call(element) : "";
};

/** @returns {Promise<string>} milliseconds, the error's code or nothing, whether the page is as it was */
export async function survive() {
  const before = serialize();
  let code = "";
  let time = 0;
  try {
    // @ts-ignore an address of the test's server
    const { load } = await import("/pkg/index.js");
    const zubda = await load();
    const start = performance.now();
    const page = zubda.clean(document);
    page.undo();
    time = performance.now() - start;
  } catch (/** @type {any} */ error) {
    code = error.name === "ZubdaError" ? error.code : `${error.name}: ${error.message}`;
  }
  return `${Math.round(time)}|${code}|${serialize() === before}`;
}
