// @ts-check
// The reader's own text or page, as a document that does nothing.

/** Larger than any saved article. */
const MAX_BYTES = 20_000_000;
const LOOKS_LIKE_HTML = /<(?:!doctype|html|body|head|main|article|section|div|p|br|h1|h2|table)\b[^>]*>/i;
/** What would run, load or lead away. The frame forbids it in any case; without it the console stays quiet. */
const UNWANTED = "script, link, iframe, frame, frameset, object, embed, base, meta[http-equiv], audio, video, source";

// A parsed document is inert: its scripts never run, so there is nothing to be afraid of in a text.
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("zubda-own-page", {
  createHTML: (/** @type {string} */ html) => html,
});

/**
 * @param {string} input
 * @returns {Document | string} a document, or the name of what is wrong with the input
 */
export function readInput(input) {
  if (!input.trim()) return "ownEmpty";
  return LOOKS_LIKE_HTML.test(input) ? parse(input) : fromText(input);
}

/**
 * @param {File} file
 * @returns {Promise<Document | string>}
 */
export async function readFile(file) {
  if (file.size > MAX_BYTES) return "ownSize";
  if (file.type && !/^text\/|xhtml/.test(file.type)) return "ownKind";
  return readInput(decode(new Uint8Array(await file.arrayBuffer())));
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

/** @param {string} html */
function parse(html) {
  const own = new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
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

/** @param {string} text */
function fromText(text) {
  const own = document.implementation.createHTMLDocument("");
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
