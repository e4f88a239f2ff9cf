// @ts-check
// What the tests do inside of a page. Values come back that JSON can carry.

import { load } from "/pkg/index.js";
import { takeSnapshot } from "/pkg/snapshot.js";

const HOST = "data-zubda-host";
/** All that is set on nodes of the page. */
const ATTRIBUTES = ["data-zubda", "data-zubda-part", "style", "hidden"];
const zubda = await load();

/** Every byte that a page could see of its document. */
export function serialize() {
  return new XMLSerializer().serializeToString(document);
}

/** @param {any} [options] */
export function analyze(options) {
  return zubda.analyze(document, options);
}

/**
 * Cleans, undoes and cleans again, and says what was seen of it.
 *
 * @param {any} [options]
 */
export function cleanAndUndo(options) {
  const before = serialize();
  const analyzed = zubda.analyze(document, { sentences: true, ...options });
  const afterAnalyze = serialize();
  const seen = watch();
  const page = zubda.clean(document, options);
  const clean = serialize();
  const hosts = document.querySelectorAll(`[${HOST}]`).length;
  page.undo();
  const undone = serialize();
  page.apply();
  const again = serialize();
  page.undo();
  page.undo();
  const undoneAgain = serialize();
  // Put back one by one, all is as it was but for the box.
  page.apply();
  page.plan.edits.forEach((_, i) => page.restore(i));
  const marks = document.querySelectorAll("[data-zubda]").length;
  page.undo();
  const restored = serialize();
  return {
    article: page.plan.article !== null,
    edits: page.plan.edits.length,
    hosts,
    marks,
    reads: before === afterAnalyze && JSON.stringify(analyzed) === JSON.stringify(page.plan),
    cleans: page.plan.article === null || clean !== before,
    undoes: undone === before && undoneAgain === before && restored === before,
    repeats: again === clean,
    violations: seen(),
  };
}

/** How elements look that a script has styled, before they are hidden and after they are back. */
export function looksAfterUndo() {
  const elements = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("article *, section *")]);
  for (const element of elements) element.style.setProperty("outline", "1px solid red");
  const looks = () => {
    const [styles, shown] = [
      elements.map((element) => element.style.cssText),
      elements.map((e) => e.checkVisibility()),
    ];
    return { styles, shown };
  };
  const before = looks();
  const page = zubda.clean(document);
  const hidden = elements.filter((element) => !element.checkVisibility()).length;
  page.undo();
  return { before, hidden, after: looks() };
}

/** Watches a document; the answer tells all that was done to it beyond attributes, character data and the one host. */
export function watch() {
  /** @type {string[]} */
  const violations = [];
  const look = (/** @type {MutationRecord[]} */ records) => {
    for (const record of records) {
      if (record.type === "childList")
        for (const node of [...record.addedNodes, ...record.removedNodes])
          if (!(node instanceof Element && node.hasAttribute(HOST)))
            violations.push(`${node.nodeName} was moved, added or removed`);
      if (record.type === "attributes" && !ATTRIBUTES.includes(String(record.attributeName)))
        violations.push(`${record.attributeName} was set`);
    }
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  return () => {
    look(observer.takeRecords());
    observer.disconnect();
    return violations;
  };
}

/**
 * Lets the page change while it is clean.
 *
 * @param {boolean} cleaned `false` for what the page would be without us
 */
export function changeMeanwhile(cleaned) {
  const plan = zubda.analyze(document);
  const { nodes } = takeSnapshot(document);
  const page = cleaned ? zubda.clean(document) : null;
  const hidden = plan.edits.filter((edit) => edit.action === "hide");
  const elements = hidden.filter((edit) => !edit.ranges.length).map((edit) => nodes[edit.node]);
  const texts = hidden.filter((edit) => edit.ranges.length).map((edit) => nodes[edit.ranges[0].node]);
  /** @type {((element: HTMLElement) => void)[]} */
  const changes = [
    (element) => element.style.setProperty("color", "red"),
    (element) => element.remove(),
    (element) => element.setAttribute("data-zubda", "the page's own"),
    (element) => (element.textContent = "new"),
    (element) => element.after(document.createElement("hr")),
  ];
  elements.forEach((element, i) => changes[i % changes.length](element));
  texts.forEach((text, i) => {
    if (i % 2) text.parentNode.removeChild(text);
    else text.data = "The page has said something else.";
  });
  document.body.prepend(document.createElement("hr"));
  page?.undo();
  return { serialized: serialize(), changed: elements.length + texts.length };
}

/**
 * What is thrown where something goes wrong in mid-clean, and whether the page is as it was.
 *
 * @param {"options" | "box" | "attribute" | "text"} what
 */
export function failAt(what) {
  const before = serialize();
  const restore = sabotage(what);
  let error = null;
  try {
    zubda.clean(document, what === "options" ? /** @type {any} */ ({ sumary: 3 }) : {});
  } catch (cause) {
    error = { name: cause.name, code: cause.code, message: cause.message };
  } finally {
    restore();
  }
  return { error, same: serialize() === before };
}

/** @param {string} what */
function sabotage(what) {
  const fail = () => {
    throw new TypeError("sabotaged");
  };
  /** @type {[any, string] | undefined} */
  const target = {
    box: /** @type {[any, string]} */ ([Element.prototype, "attachShadow"]),
    attribute: /** @type {[any, string]} */ ([CSSStyleDeclaration.prototype, "setProperty"]),
    text: /** @type {[any, string]} */ ([CharacterData.prototype, "data"]),
  }[what];
  if (!target) return () => {};
  const [object, name] = target;
  const descriptor = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(object, name));
  Object.defineProperty(object, name, descriptor.set ? { ...descriptor, set: fail } : { ...descriptor, value: fail });
  return () => Object.defineProperty(object, name, descriptor);
}
