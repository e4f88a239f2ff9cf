// @ts-check
// Shows where a sentence stands: scrolls there and lights it, without touching a node.

const NAME = "zubda";
const RULE = `::highlight(${NAME}) { background-color: #ffe08a; color: #1b1b1b }`;

export function lightSentences() {
  /** @type {Map<Tree, CSSStyleSheet>} */
  const sheets = new Map();
  /** @type {Document | null} */
  let document = null;
  /** @type {unknown} */
  let light = null;
  return {
    /** @param {Range[]} ranges */
    show(ranges) {
      const first = ranges[0];
      if (!first) return;
      document = first.startContainer.ownerDocument;
      const view = document?.defaultView;
      const calm = view?.matchMedia("(prefers-reduced-motion: reduce)").matches;
      first.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
      try {
        // @ts-ignore the Custom Highlight API, where the browser has it
        view.CSS.highlights.set(NAME, (light = new view.Highlight(...ranges)));
        for (const tree of new Set(ranges.map((range) => treeOf(range.startContainer))))
          if (!sheets.has(tree)) sheets.set(tree, adopt(tree, RULE));
      } catch {
        select(view?.getSelection() ?? null, ranges);
      }
    },
    clear() {
      // @ts-ignore as above
      const lights = document?.defaultView?.CSS?.highlights;
      // By now it may be another story's.
      if (light && lights?.get(NAME) === light) lights.delete(NAME);
      light = null;
      for (const [tree, sheet] of sheets) dismiss(tree, sheet);
      sheets.clear();
    },
  };
}

/** @typedef {Document | ShadowRoot} Tree what a style sheet reaches, and no further */

/**
 * @param {Node} node
 * @returns {Tree}
 */
export function treeOf(node) {
  return /** @type {Tree} */ (node.getRootNode());
}

/**
 * Gives the page a style sheet that no one sees in its nodes; throws where the browser has none for us.
 *
 * @param {Tree} tree
 * @param {string} css
 */
export function adopt(tree, css) {
  const document = tree.ownerDocument ?? /** @type {Document} */ (tree);
  const Sheet = /** @type {Window & typeof globalThis} */ (document.defaultView).CSSStyleSheet;
  const sheet = new Sheet();
  sheet.replaceSync(css);
  tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
  return sheet;
}

/**
 * @param {Tree} tree
 * @param {CSSStyleSheet} sheet
 */
export function dismiss(tree, sheet) {
  tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== sheet);
}

/**
 * @param {Selection | null} selection
 * @param {Range[]} ranges
 */
function select(selection, ranges) {
  const last = ranges[ranges.length - 1];
  selection?.setBaseAndExtent(ranges[0].startContainer, ranges[0].startOffset, last.endContainer, last.endOffset);
}
