// @ts-check
// The reader's own text or page, as a document that does nothing.

/** Larger than any saved article. */
const MAX_BYTES = 20_000_000;
const LOOKS_LIKE_HTML = /<(?:!doctype|html|body|head|main|article|section|div|p|br|h1|h2|table)\b[^>]*>/i;
/** What would run, load or lead away. The frame forbids it in any case; without it the console stays quiet. */
const UNWANTED = "script, link, iframe, frame, frameset, object, embed, base, meta[http-equiv], audio, video, source";

/**
 * What is wrong with an input, by the name of the words for it; empty where nothing is.
 *
 * @param {string} input
 * @returns {"" | "ownEmpty"}
 */
export function trouble(input) {
  return input.trim() ? "" : "ownEmpty";
}

/**
 * Puts the input into a document that can neither run a script nor reach the network.
 *
 * @param {Document} target
 * @param {string} input
 * @returns {string} its title; empty where it has none
 */
export function fill(target, input) {
  const own = LOOKS_LIKE_HTML.test(input) ? parse(target, input) : fromText(target, input);
  target.replaceChild(target.adoptNode(own.documentElement), target.documentElement);
  return target.title;
}

/**
 * @param {File} file
 * @returns {Promise<{ text: string, trouble: "" | "ownSize" | "ownKind" }>}
 */
export async function readFile(file) {
  if (file.size > MAX_BYTES) return { text: "", trouble: "ownSize" };
  if (file.type && !/^text\/|xhtml/.test(file.type)) return { text: "", trouble: "ownKind" };
  return { text: decode(new Uint8Array(await file.arrayBuffer())), trouble: "" };
}

/**
 * In the encoding that the page names, else UTF-8.
 *
 * @param {Uint8Array} bytes
 */
function decode(bytes) {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  try {
    return new TextDecoder(named ?? "utf-8").decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/**
 * @param {Document} target whose policy lets the page's own styles be
 * @param {string} html
 */
function parse(target, html) {
  const { DOMParser } = /** @type {Window & typeof globalThis} */ (target.defaultView);
  const own = new DOMParser().parseFromString(html, "text/html");
  for (const element of own.querySelectorAll(UNWANTED)) element.remove();
  for (const element of own.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      const loads =
        /^(?:src|srcset|poster|background|data)$/.test(name) && !element.getAttribute(name)?.startsWith("data:");
      if (loads || name.startsWith("on")) element.removeAttribute(name);
    }
  }
  // A fragment comes without a look of its own.
  if (!own.querySelector("style")) dress(own);
  return own;
}

/**
 * @param {Document} target
 * @param {string} text
 */
function fromText(target, text) {
  const own = target.implementation.createHTMLDocument("");
  const article = own.createElement("article");
  for (const paragraph of text.trim().split(/\n\s*\n+/)) {
    const element = own.createElement("p");
    element.dir = "auto";
    element.textContent = paragraph.trim();
    article.append(element);
  }
  own.body.append(article);
  dress(own);
  return own;
}

/** @param {Document} own */
function dress(own) {
  const link = own.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("stories/own.css", import.meta.url).href;
  own.head.append(link);
}
