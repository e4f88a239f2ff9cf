"use strict";
(() => {
  // www/shell/dom.js
  var firstChildOf = getter("Node", "firstChild");
  var nextSiblingOf = getter("Node", "nextSibling");
  var previousSiblingOf = getter("Node", "previousSibling");
  var parentNodeOf = getter("Node", "parentNode");
  var nodeTypeOf = getter("Node", "nodeType");
  var localNameOf = getter("Element", "localName");
  var shadowRootOf = getter("Element", "shadowRoot");
  var documentElementOf = getter("Document", "documentElement");
  var styleOfHtml = getter("HTMLElement", "style");
  var firstChild = firstChildOf ? (node) => firstChildOf.call(node) : (node) => node.firstChild;
  var nextSibling = nextSiblingOf ? (node) => nextSiblingOf.call(node) : (node) => node.nextSibling;
  var previousSibling = previousSiblingOf ? (node) => previousSiblingOf.call(node) : (node) => node.previousSibling;
  var parentNode = parentNodeOf ? (node) => parentNodeOf.call(node) : (node) => node.parentNode;
  var nodeType = nodeTypeOf ? (node) => nodeTypeOf.call(node) : (node) => node.nodeType;
  var localName = localNameOf ? (element) => localNameOf.call(element) : (element) => element.localName;
  var shadowRoot = shadowRootOf ? (element) => shadowRootOf.call(element) : (element) => element.shadowRoot;
  var documentElement = documentElementOf ? (document2) => documentElementOf.call(document2) : (document2) => document2.documentElement;
  function styleOf(element) {
    return styleOfHtml && localName(element) === "form" ? styleOfHtml.call(element) : element.style;
  }
  function parentAround(node) {
    const parent = parentNode(node);
    if (!parent) return null;
    if (nodeType(parent) === 1) return parent;
    return parent.host ?? null;
  }
  function* childElements(element) {
    for (let child = firstChild(element); child; child = nextSibling(child)) {
      if (nodeType(child) === 1) yield child;
    }
  }
  function getter(owner, name) {
    const prototype = globalThis[owner]?.prototype;
    return prototype && Object.getOwnPropertyDescriptor(prototype, name)?.get;
  }

  // www/shell/colour.js
  var OPAQUE = 0.5;
  var WHITE = [255, 255, 255];
  var DARK_CANVAS = [18, 18, 18];
  var MIDDLE = 0.18;
  function parseColour(value) {
    const [, name, inside2] = /^(rgba?|color)\((?:srgb )?(.*)\)$/.exec(value) ?? [];
    const parts = (inside2 ?? "").split(/[\s,/]+/).map(Number);
    if (parts.length < 3 || parts.some(Number.isNaN)) return null;
    const unit = name === "color" ? 255 : 1;
    return [parts[0] * unit, parts[1] * unit, parts[2] * unit, parts[3] ?? 1];
  }
  function backgroundAt(element) {
    const view = element.ownerDocument.defaultView;
    for (let at = element; at; at = parentAround(at)) {
      const { backgroundColor, backgroundImage } = view.getComputedStyle(at);
      const colour = parseColour(backgroundColor);
      if (backgroundImage !== "none") return null;
      if (colour && colour[3] >= OPAQUE) return [colour[0], colour[1], colour[2]];
    }
    const { colorScheme } = view.getComputedStyle(element.ownerDocument.documentElement);
    const prefersDark = view.matchMedia("(prefers-color-scheme: dark)").matches;
    return colorScheme.includes("dark") && (prefersDark || !colorScheme.includes("light")) ? DARK_CANVAS : WHITE;
  }
  function inkOf(element) {
    const view = element.ownerDocument.defaultView;
    const colour = parseColour(view.getComputedStyle(element).color);
    return colour && [colour[0], colour[1], colour[2]];
  }
  function contrast(one, other) {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }
  function isDark(colour) {
    return luminance(colour) < MIDDLE;
  }
  function mix(one, other, share) {
    const at = (i) => Math.round(one[i] + (other[i] - one[i]) * share);
    return [at(0), at(1), at(2)];
  }
  function css([red, green, blue]) {
    return `rgb(${red} ${green} ${blue})`;
  }
  function luminance(colour) {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  // www/shell/paint.js
  var LEGIBLE = 4.8;
  var CLEAR = 7;
  var OWN = {
    light: { ground: [252, 249, 242], ink: [35, 32, 27], accent: [138, 79, 11] },
    dark: { ground: [36, 33, 28], ink: [236, 229, 216], accent: [230, 176, 100] }
  };
  var [TINT, LINE, SOFT] = [0.035, 0.18, 0.3];
  function paint(element, beside) {
    for (const [name, colour] of Object.entries(palette(backgroundAt(beside), inkOf(beside)))) {
      element.style.setProperty(`--page-${name}`, css(colour));
    }
  }
  function palette(background, text) {
    const isOnDark = background ? isDark(background) : text !== null && !isDark(text);
    const own = OWN[isOnDark ? "dark" : "light"];
    const ground = background ?? own.ground;
    const ink = text && contrast(text, ground) >= CLEAR ? text : own.ink;
    const paper = mix(ground, ink, TINT);
    let soft = mix(ink, paper, SOFT);
    for (let share = SOFT; contrast(soft, paper) < LEGIBLE && share > 0; share -= 0.1) soft = mix(ink, paper, share);
    const accent = contrast(own.accent, paper) >= LEGIBLE ? own.accent : ink;
    return { ink, soft, paper, line: mix(ground, ink, LINE), accent };
  }

  // www/shell/snapshot.js
  var HIDDEN = 1;
  var BLOCK = 2;
  var SPACE_BEFORE = 4;
  var EDITABLE = 8;
  var HOST_ATTRIBUTE = "data-zubda-host";
  var OWN_ELEMENT = "zubda-article";
  var MAX_ATTRIBUTE = 2048;
  var SPACE_ALONE = /^[ \t\n\r\f]*$/;
  var SKIPPED = new Set(
    "style template noscript svg iframe object canvas audio video textarea select math embed".split(" ")
  );
  var INLINE_TO_ASK = /* @__PURE__ */ new Set(["span", "a", "font", "label"]);
  var BLOCKS = new Set(
    "article aside blockquote body dd div dt figcaption footer h1 h2 h3 h4 h5 h6 header li main nav p section td th".split(
      " "
    )
  );
  var VISIBLE = { visibilityProperty: true };
  var MAX_INLINE = 8;
  var TINY = 1;
  var FEW = 16;
  var SENTENCE_END = /[.!?…。！？।॥؟۔։።:：]["'”’»」』)\]]*\s*$/;
  var ATTRIBUTES = new Set(
    "alt aria-label aria-modal class content contenteditable datetime height hidden href id itemprop name property rel role src title type width".split(
      " "
    )
  );
  function takeSnapshot(target) {
    const root = nodeType(target) === 9 ? documentElement(target) : target;
    const document2 = root.ownerDocument;
    const view = "checkVisibility" in root ? document2.defaultView : null;
    const columns = new Columns();
    const detours = [];
    let node = root;
    let parent = 0;
    while (node) {
      const type = nodeType(node);
      if (type === 1) {
        const element = node;
        const name = localName(element);
        const id = columns.element(element, name, parent);
        const child = isOpen(element, name) ? enter(element, name, detours) : null;
        if (child) {
          parent = id;
          node = child;
          continue;
        }
      } else if (type === 3) columns.textNode(node, parent, view);
      let next = null;
      while (node && node !== root) {
        const detour = detours[detours.length - 1];
        const ends = detour && node === detour.nodes[detour.at];
        next = ends ? detour.nodes[++detour.at] ?? null : nextSibling(node);
        if (next) break;
        if (ends) detours.pop();
        node = ends ? detour.element : parentNode(node);
        parent = columns.parent[parent];
      }
      node = next;
    }
    const language = root.closest("[lang]")?.getAttribute("lang") ?? "";
    return {
      snapshot: columns.finish(String(document2.URL ?? ""), String(document2.title ?? ""), language),
      nodes: columns.nodes
    };
  }
  function enter(element, name, detours) {
    const shadow = name === OWN_ELEMENT ? null : shadowRoot(element);
    let nodes = [];
    if (shadow) nodes = Array.from(shadow.childNodes);
    else if (name === "slot") nodes = element.assignedNodes?.() ?? [];
    if (nodes.length) detours.push({ element, nodes, at: 0 });
    return nodes[0] ?? (shadow ? null : firstChild(element));
  }
  function toPlain(snapshot) {
    return Object.fromEntries(
      Object.entries(snapshot).map(([name, value]) => [
        name,
        ArrayBuffer.isView(value) ? [...value] : value
      ])
    );
  }
  function isOpen(element, name) {
    if (name === "script") return (element.getAttribute("type") ?? "").includes("ld+json");
    return !SKIPPED.has(name) && !element.hasAttribute(HOST_ATTRIBUTE);
  }
  var Columns = class {
    nodes = [];
    names = [];
    known = /* @__PURE__ */ new Map();
    tag = [];
    parent = [];
    flags = [];
    length = [];
    text = [];
    attributeNode = [];
    attributeName = [];
    attributeLength = [];
    attributeText = [];
    asked = [];
    /** By id, where it was asked for: beside what is read. @type {(boolean | undefined)[]} */
    unread = [];
    space = 0;
    /**
     * @param {Element} element
     * @param {string} name
     * @param {number} parent
     */
    element(element, name, parent) {
      const id = this.push(element, 1 + this.name(name), parent, 0, 0);
      if (element.hasAttributes()) {
        for (const name2 of element.getAttributeNames()) {
          if (!ATTRIBUTES.has(name2)) continue;
          const value = clip(element.getAttribute(name2) ?? "");
          if (name2 === "contenteditable" && value !== "false") this.flags[id] |= EDITABLE;
          this.attributeNode.push(id);
          this.attributeName.push(this.name(name2));
          this.attributeLength.push(value.length);
          this.attributeText.push(value);
        }
      }
      return id;
    }
    /**
     * @param {Text} node
     * @param {number} parent
     * @param {Window | null} view
     */
    textNode(node, parent, view) {
      const data = node.data;
      if (SPACE_ALONE.test(data)) {
        if (data) this.space = SPACE_BEFORE;
        return;
      }
      this.ask(parent, view);
      this.push(node, 0, parent, 0, data.length);
      this.text.push(data);
    }
    /**
     * Asks for the style of an element that holds text, once.
     *
     * @param {number} id
     * @param {Window | null} view
     */
    ask(id, view) {
      if (!view || this.asked[id]) return;
      this.asked[id] = true;
      const element = this.nodes[id];
      const hidden = !this.isShown(id, view);
      const name = this.nameOf(id);
      if ((INLINE_TO_ASK.has(name) || name.includes("-")) && !(BLOCKS.has(this.nameOf(this.parent[id])) && isAlone(element))) {
        const style2 = view.getComputedStyle(element);
        const display = style2.display;
        if (display !== "contents" && !display.startsWith("inline") && display !== "none") {
          const place2 = isOutOfFlow(style2) ? placeBeside(element, style2, view) : "block";
          if (place2 === "block") this.flags[id] |= BLOCK;
          this.unread[id] = place2 === "unread";
        } else this.unread[id] = false;
      }
      if (hidden || this.isUnread(id, view)) this.flags[id] |= HIDDEN;
    }
    /**
     * Whether an element's text is laid out: an element without a box of its own shows it in the box around it.
     *
     * @param {number} id
     * @param {Window} view
     */
    isShown(id, view) {
      for (let level = 0; level < MAX_INLINE; level++) {
        const element = this.nodes[id];
        if (element.checkVisibility(VISIBLE)) return true;
        if (id === 0) return false;
        const around = this.nodes[this.parent[id]];
        const name = this.nameOf(id);
        if (name !== "slot" && !name.includes("-") && !around.checkVisibility(VISIBLE)) return false;
        const { display, visibility } = view.getComputedStyle(element);
        if (display !== "contents" || visibility !== "visible") return false;
        id = this.parent[id];
      }
      return false;
    }
    /**
     * Whether an element, or an inline one that it stands in, or the block around them is clipped to nothing or stands beside
     * the text that is read.
     *
     * @param {number} id
     * @param {Window} view
     */
    isUnread(id, view) {
      for (let level = 0; level < MAX_INLINE; level++) {
        if (this.unread[id] === void 0) {
          const element = this.nodes[id];
          const isAsked = BLOCKS.has(this.nameOf(id)) || element.hasAttribute("class");
          this.unread[id] = isAsked && isClippedToNothing(element, view);
        }
        if (this.unread[id] || id === 0 || BLOCKS.has(this.nameOf(id))) return this.unread[id];
        id = this.parent[id];
      }
      return false;
    }
    /** @param {number} id */
    nameOf(id) {
      return this.names[this.tag[id] - 1];
    }
    /**
     * @param {Node} node
     * @param {number} tag
     * @param {number} parent
     * @param {number} flags
     * @param {number} length
     */
    push(node, tag, parent, flags, length) {
      this.nodes.push(node);
      this.tag.push(tag);
      this.parent.push(parent);
      this.flags.push(flags | this.space);
      this.space = 0;
      return this.length.push(length) - 1;
    }
    /** @param {string} name */
    name(name) {
      let place2 = this.known.get(name);
      if (place2 === void 0) {
        place2 = this.names.push(name) - 1;
        this.known.set(name, place2);
      }
      return place2;
    }
    /**
     * @param {string} url
     * @param {string} title
     * @param {string} language
     * @returns {Snapshot}
     */
    finish(url, title, language) {
      return {
        version: 1,
        url,
        title,
        language,
        names: this.names,
        tag: Uint16Array.from(this.tag),
        parent: Uint32Array.from(this.parent),
        flags: Uint8Array.from(this.flags),
        length: Uint32Array.from(this.length),
        text: this.text.join(""),
        attributeNode: Uint32Array.from(this.attributeNode),
        attributeName: Uint16Array.from(this.attributeName),
        attributeLength: Uint32Array.from(this.attributeLength),
        attributeText: this.attributeText.join("")
      };
    }
  };
  function isOutOfFlow(style2) {
    return style2.cssFloat !== "none" || isPositioned(style2);
  }
  function isPositioned(style2) {
    return style2.position === "absolute" || style2.position === "fixed";
  }
  function placeBeside(element, style2, view) {
    if (isPositioned(style2) && (style2.opacity === "0" || isCutOff(element, style2)))
      return "unread";
    const after = textBeside(element, nextSibling, view);
    if (!after) return "block";
    if ((element.textContent ?? "").trim().length <= FEW) return "inline";
    const before = textBeside(element, previousSibling, view);
    return before && !SENTENCE_END.test(before) ? "unread" : "block";
  }
  function textBeside(element, beside, view) {
    let node = element;
    for (let level = 0; node && level < MAX_INLINE; level++) {
      let other = beside(node);
      while (other && isNothing(other)) other = beside(other);
      if (other) {
        const type = nodeType(other);
        const isRead = type === 3 || type === 1 && isInFlow(other, view);
        return isRead ? (other.textContent ?? "").trim() : "";
      }
      node = parentNode(node);
      if (!node || nodeType(node) !== 1 || !isInFlow(node, view)) return "";
    }
    return "";
  }
  function isInFlow(element, view) {
    const style2 = view.getComputedStyle(element);
    return style2.display.startsWith("inline") && !isOutOfFlow(style2);
  }
  function isClippedToNothing(element, view) {
    let around = isTiny(element) ? element : null;
    for (let level = 0; around && level < MAX_INLINE; level++) {
      if (isTiny(around) && isCutOff(around, view.getComputedStyle(around))) return true;
      around = around.parentElement;
    }
    return false;
  }
  function isCutOff(element, style2) {
    if (!isPositioned(style2)) return false;
    if (/^inset\((50|100)%/.test(style2.clipPath)) return true;
    if (style2.overflow !== "visible" && isTiny(element)) return true;
    const sides = /^rect\((.+)\)$/.exec(style2.clip);
    if (!sides) return false;
    const [top, right, bottom, left] = sides[1].split(/[\s,]+/).map(parseFloat);
    return bottom - top <= TINY || right - left <= TINY;
  }
  function isTiny(element) {
    return element.offsetWidth <= TINY || element.hasAttribute("class") && element.offsetHeight <= TINY;
  }
  function isAlone(node) {
    for (const beside of [previousSibling, nextSibling]) {
      let other = beside(node);
      while (other && isNothing(other)) other = beside(other);
      if (other) return false;
    }
    return true;
  }
  function isNothing(node) {
    const type = nodeType(node);
    return type === 8 || type === 3 && SPACE_ALONE.test(node.data);
  }
  function clip(value) {
    if (value.length <= MAX_ATTRIBUTE) return value;
    const last = value.charCodeAt(MAX_ATTRIBUTE - 1);
    return value.slice(0, last >= 55296 && last < 56320 ? MAX_ATTRIBUTE - 1 : MAX_ATTRIBUTE);
  }

  // www/shell/style.js
  var CLOSED = `
:host {
  all: initial !important; display: block !important;
  --zubda-ink: initial !important; --zubda-soft: initial !important; --zubda-paper: initial !important;
  --zubda-line: initial !important; --zubda-accent: initial !important; --zubda-butter: initial !important;
}
`;
  var STYLE = `
.box {
  --ink: var(--zubda-ink, var(--page-ink, #23201b)); --soft: var(--zubda-soft, var(--page-soft, #6a6152)); --paper: var(--zubda-paper, var(--page-paper, #fcf9f2));
  --line: var(--zubda-line, var(--page-line, #e4dbc8)); --accent: var(--zubda-accent, var(--page-accent, #8a4f0b)); --butter: var(--zubda-butter, #f3c969);
  all: initial; display: block;
  box-sizing: border-box; margin-block: 1.4em; padding: 1em 1.25em 0.8em; color: var(--ink); background: var(--paper);
  border: 1px solid var(--line); border-radius: 10px; overflow-wrap: anywhere; text-align: start;
  font: 400 16px/1.6 system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif;
}
.box.slim { padding-block: 0.5em }
.box:lang(ar), .box:lang(fa), .box:lang(ur) { font-size: 17px; line-height: 1.85 }
header, footer { display: flex; flex-wrap: wrap; gap: 0.3em 1.1em; align-items: baseline }
.name { color: var(--accent); font-weight: 700; font-size: 1.06em }
.name::before {
  content: ""; display: inline-block; inline-size: 0.95em; block-size: 0.5em; margin-inline-end: 0.5em;
  background: var(--butter); border-radius: 2px; vertical-align: 0.06em;
}
.minutes, .why, .status { color: var(--soft); font-size: 0.86em }
ul, ol { margin: 0; padding: 0; list-style: none }
.summary { margin-block: 0.55em 0.9em; display: grid; gap: 0.3em }
button {
  all: unset; box-sizing: border-box; cursor: pointer; color: var(--accent); font-size: 0.9em; border-radius: 4px;
}
button:hover, summary:hover { text-decoration: underline; text-underline-offset: 0.22em; text-decoration-thickness: 1px }
button[aria-disabled] { color: var(--soft); cursor: default; text-decoration: none }
button[hidden] { display: none }
button:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.sentence {
  display: block; color: var(--ink); font-size: 1em; padding: 0.15em 0.6em; margin-inline: -0.6em; text-wrap: pretty;
}
.sentence:hover { background: color-mix(in srgb, var(--butter) 24%, transparent); text-decoration: none }
.parts { display: flex; flex-wrap: wrap; gap: 0.35em 0.4em; margin-block-end: 0.85em }
.parts button { padding: 0.05em 0.75em; border: 1px solid var(--line); border-radius: 1em; font-size: 0.86em }
.parts [aria-current] { border-color: var(--accent); background: color-mix(in srgb, var(--butter) 24%, transparent) }
.parts button:hover { border-color: var(--accent); text-decoration: none }
.slim header, .slim footer { display: contents }
.slim { display: flex; flex-wrap: wrap; gap: 0.3em 1.1em; align-items: baseline }
footer { border-block-start: 1px solid var(--line); padding-block-start: 0.55em }
details { flex: 1 1 auto; font-size: 0.9em }
details[open] { flex-basis: 100% }
summary { cursor: pointer; color: var(--soft) }
.hidden { margin-block: 0.5em 0.3em; display: grid }
.hidden li {
  display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: 0 1em; align-items: baseline; padding-block: 0.35em;
  border-block-start: 1px solid color-mix(in srgb, var(--line) 60%, transparent);
}
.what { grid-area: 1 / 1; justify-self: start }
.why { grid-area: 2 / 1 }
.hidden button { grid-row: 1 }
.status { margin: 0 }
.hidden li > details { grid-area: 1 / 1; font-size: 1em }
.hidden .hidden { margin: 0.3em 0 0; margin-inline-start: 1em }
.hidden .hidden li { padding-block: 0.2em }
nav details { margin-block-end: 0.85em }
nav .parts { margin-block-start: 0.4em }
.bar {
  --ink: var(--page-ink, #23201b); --soft: var(--page-soft, #6a6152); --paper: var(--page-paper, #fcf9f2);
  --line: var(--page-line, #e4dbc8); --accent: var(--page-accent, #8a4f0b);
  all: initial; position: fixed; inset: auto 16px 16px; z-index: 2147483647; box-sizing: border-box; inline-size: fit-content;
  max-inline-size: calc(100% - 32px); margin: 0 auto; padding: 0.6em 1em; display: flex; flex-wrap: wrap; gap: 0.2em 1.1em;
  align-items: baseline; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 10px;
  box-shadow: 0 4px 24px rgb(0 0 0 / 25%); overflow: visible; text-align: start;
  font: 400 15px/1.5 system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif;
}
.bar button { padding: 0.1em 0.2em; font-size: 1em }
.bar .shut { color: var(--soft) }
@media (prefers-color-scheme: dark) {
  .box {
    --ink: var(--zubda-ink, var(--page-ink, #ece5d8)); --soft: var(--zubda-soft, var(--page-soft, #b0a694)); --paper: var(--zubda-paper, var(--page-paper, #24211c));
    --line: var(--zubda-line, var(--page-line, #443d33)); --accent: var(--zubda-accent, var(--page-accent, #e6b064)); --butter: var(--zubda-butter, #b98a35);
  }
}
@media print { nav, footer, .status, .bar { display: none } .box { background: none } }
`;
  var sheets = /* @__PURE__ */ new WeakMap();
  function dress(document2, shadow, css2) {
    try {
      const known = sheets.get(document2) ?? /* @__PURE__ */ new Map();
      let sheet = known.get(css2);
      if (!sheet) {
        const Sheet = document2.defaultView.CSSStyleSheet;
        sheet = new Sheet();
        sheet.replaceSync(css2);
        sheets.set(document2, known.set(css2, sheet));
      }
      shadow.adoptedStyleSheets = [sheet];
    } catch {
      const style2 = document2.createElement("style");
      style2.textContent = css2;
      shadow.append(style2);
    }
  }

  // www/shell/bar.js
  var STAY = 8e3;
  function openBar(root, { text, actions, close, language, direction, beside, signal }, gone = () => {
  }) {
    const document2 = root.ownerDocument;
    const view = document2.defaultView;
    const bar = document2.createElement("div");
    for (const [name, value] of Object.entries({ class: "bar", role: "status", lang: language, dir: direction }))
      bar.setAttribute(name, value);
    let timer = 0;
    const end = () => {
      if (!bar.isConnected) return;
      view.clearTimeout(timer);
      bar.remove();
      gone();
    };
    const wait = () => {
      view.clearTimeout(timer);
      timer = view.setTimeout(end, STAY);
    };
    const button = (words, act) => {
      const element = document2.createElement("button");
      element.type = "button";
      element.append(words);
      element.addEventListener("click", (event) => {
        if (!event.isTrusted) return;
        end();
        act();
      });
      return element;
    };
    const said = document2.createElement("span");
    said.append(text);
    const shut = button("×", () => {
    });
    shut.className = "shut";
    shut.setAttribute("aria-label", close);
    bar.append(said, ...actions.map(([words, act]) => button(words, act)), shut);
    paint(bar, beside);
    for (const name of ["pointerenter", "focusin"]) bar.addEventListener(name, () => view.clearTimeout(timer));
    for (const name of ["pointerleave", "focusout"]) bar.addEventListener(name, wait);
    signal.addEventListener("abort", end, { once: true });
    root.prepend(bar);
    raise(bar);
    wait();
    return end;
  }
  function openOwnBar(document2, setup) {
    const host = document2.createElement("div");
    host.setAttribute(HOST_ATTRIBUTE, "");
    host.style.setProperty("all", "initial", "important");
    const root = host.attachShadow({ mode: "closed" });
    dress(document2, root, CLOSED + STYLE);
    document2.documentElement.append(host);
    openBar(root, setup, () => host.remove());
  }
  function raise(bar) {
    try {
      bar.setAttribute("popover", "manual");
      bar.showPopover();
    } catch {
      bar.removeAttribute("popover");
    }
  }

  // www/shell/words.js
  var ENGLISH = {
    summary: "The gist",
    minutes: "{number} min read",
    parts: "Parts of the story",
    hidden: {
      one: "{number} thing hidden",
      other: "{number} things hidden"
    },
    restore: "Put back",
    restored: "Put back.",
    undo: "Undo all",
    copy: "Copy",
    copied: "Copied.",
    never: "Never hide on this site",
    longer: "Longer",
    shorter: "Shorter",
    read: "Read aloud",
    stop: "Stop reading",
    close: "Close",
    reasons: {
      "ad-marker": "ad marker",
      "ad-slot": "ad space",
      "duplicate-headline": "headline repeated",
      caption: "caption",
      "source-label": "empty source label",
      punctuation: "doubled stop",
      "ad-label": "ad label",
      shortcode: "page-builder code",
      "script-text": "script shown as text",
      related: "related stories",
      promotion: "newsletter or app",
      share: "share buttons",
      "read-more": "“read more”",
      "feed-tail": "feed notice",
      rights: "rights notice",
      paywall: "subscription notice",
      encoding: "broken characters",
      comments: "comments",
      overlay: "overlay",
      column: "side column",
      around: "around the story"
    },
    roles: {
      lead: "The news",
      statement: "What was said",
      background: "Background",
      context: "Context",
      reaction: "Reactions",
      outlook: "What comes next",
      source: "Source",
      explanation: "Explanation",
      topic: "Topic"
    }
  };
  var OTHERS = {
    ar: [
      "الزبدة",
      "قراءة {number} د",
      "أقسام الخبر",
      {
        one: "أُخفي عنصر واحد",
        two: "أُخفي عنصران",
        few: "أُخفيت {number} عناصر",
        many: "أُخفي {number} عنصرًا",
        other: "أُخفي {number} عنصر"
      },
      "إظهار من جديد",
      "ظهر من جديد.",
      "تراجع عن الكل",
      "نسخ",
      "نُسخ.",
      "لا تُخفه في هذا الموقع",
      "أطول",
      "أقصر",
      "استمع",
      "أوقف القراءة",
      "إغلاق",
      "علامة إعلان",
      "مساحة إعلانية",
      "عنوان مكرر",
      "شرح صورة",
      "كلمة «المصدر» بلا مصدر",
      "نقطة مكررة",
      "كلمة «إعلان»",
      "شيفرة منشئ الصفحات",
      "شيفرة ظاهرة كنص",
      "مواضيع ذات صلة",
      "نشرة أو تطبيق",
      "أزرار المشاركة",
      "«اقرأ المزيد»",
      "تذييل الخلاصة",
      "إشعار الحقوق",
      "دعوة إلى الاشتراك",
      "محارف معطوبة",
      "تعليقات",
      "نافذة تغطي الصفحة",
      "عمود جانبي",
      "ما حول الخبر",
      "الخبر",
      "تصريحات",
      "خلفية",
      "سياق",
      "ردود الفعل",
      "ما التالي",
      "المصدر",
      "شرح",
      "موضوع"
    ],
    cs: [
      "To hlavní",
      "{number} min čtení",
      "Části článku",
      {
        one: "Skryt {number} prvek",
        few: "Skryty {number} prvky",
        other: "Skryto {number} prvků"
      },
      "Znovu zobrazit",
      "Znovu zobrazeno.",
      "Vrátit vše",
      "Kopírovat",
      "Zkopírováno.",
      "Na tomto webu nikdy neskrývat",
      "Delší",
      "Kratší",
      "Přečíst nahlas",
      "Zastavit čtení",
      "Zavřít",
      "značka reklamy",
      "místo pro reklamu",
      "opakovaný titulek",
      "popisek fotografie",
      "zdroj bez jména",
      "zdvojená tečka",
      "nápis „reklama“",
      "kód editoru stránek",
      "kód místo textu",
      "související články",
      "newsletter nebo aplikace",
      "tlačítka pro sdílení",
      "„číst dále“",
      "poznámka z kanálu",
      "poznámka o právech",
      "výzva k předplatnému",
      "poškozené znaky",
      "komentáře",
      "okno přes stránku",
      "postranní sloupec",
      "okolí článku",
      "Zpráva",
      "Vyjádření",
      "Pozadí",
      "Souvislosti",
      "Reakce",
      "Co bude dál",
      "Zdroj",
      "Vysvětlení",
      "Téma"
    ],
    de: [
      "Das Wichtigste",
      "{number} Min. Lesezeit",
      "Teile des Artikels",
      {
        one: "{number} Element ausgeblendet",
        other: "{number} Elemente ausgeblendet"
      },
      "Wieder einblenden",
      "Wieder eingeblendet.",
      "Alles rückgängig",
      "Kopieren",
      "Kopiert.",
      "Auf dieser Website nie ausblenden",
      "Länger",
      "Kürzer",
      "Vorlesen",
      "Vorlesen beenden",
      "Schließen",
      "Anzeigen-Platzhalter",
      "Anzeigenfläche",
      "doppelte Überschrift",
      "Bildunterschrift",
      "Quellenangabe ohne Quelle",
      "doppelter Punkt",
      "Anzeigen-Hinweis",
      "Seitenbaukasten-Code",
      "sichtbarer Programmcode",
      "verwandte Artikel",
      "Newsletter oder App",
      "Teilen-Leiste",
      "„Weiterlesen“",
      "Feed-Hinweis",
      "Rechtehinweis",
      "Abo-Hinweis",
      "beschädigte Zeichen",
      "Kommentare",
      "Einblendung über der Seite",
      "Seitenspalte",
      "um den Artikel herum",
      "Die Nachricht",
      "Aussagen",
      "Hintergrund",
      "Zusammenhang",
      "Reaktionen",
      "Ausblick",
      "Quelle",
      "Erklärung",
      "Thema"
    ],
    es: [
      "Lo esencial",
      "{number} min de lectura",
      "Partes de la noticia",
      {
        one: "{number} elemento oculto",
        other: "{number} elementos ocultos"
      },
      "Volver a mostrar",
      "Se muestra de nuevo.",
      "Deshacer todo",
      "Copiar",
      "Copiado.",
      "No ocultar nunca en este sitio",
      "Más largo",
      "Más corto",
      "Leer en voz alta",
      "Detener la lectura",
      "Cerrar",
      "marcador de anuncio",
      "espacio publicitario",
      "titular repetido",
      "pie de foto",
      "fuente sin nombre",
      "punto repetido",
      "rótulo de publicidad",
      "código de maquetación",
      "código a la vista",
      "noticias relacionadas",
      "boletín o aplicación",
      "botones de compartir",
      "«leer más»",
      "nota del feed",
      "aviso de derechos",
      "aviso de suscripción",
      "caracteres dañados",
      "comentarios",
      "ventana superpuesta",
      "columna lateral",
      "alrededor de la noticia",
      "La noticia",
      "Declaraciones",
      "Antecedentes",
      "Contexto",
      "Reacciones",
      "Qué sigue",
      "Fuente",
      "Explicación",
      "Tema"
    ],
    fa: [
      "چکیده",
      "{number} دقیقه خواندن",
      "بخش‌های خبر",
      {
        one: "{number} مورد پنهان شد",
        other: "{number} مورد پنهان شد"
      },
      "بازگرداندن",
      "بازگردانده شد.",
      "واگرد همه",
      "رونوشت",
      "رونوشت شد.",
      "هرگز در این سایت پنهان نشود",
      "بلندتر",
      "کوتاه‌تر",
      "بلند بخوان",
      "توقف خواندن",
      "بستن",
      "نشان آگهی",
      "جای آگهی",
      "تیتر تکراری",
      "شرح عکس",
      "منبع بی‌نام",
      "نقطهٔ تکراری",
      "برچسب آگهی",
      "کد صفحه‌ساز",
      "کد نمایان",
      "مطالب مرتبط",
      "خبرنامه یا برنامه",
      "دکمه‌های هم‌رسانی",
      "«بیشتر بخوانید»",
      "پانوشت خوراک",
      "حق نشر",
      "دعوت به اشتراک",
      "نویسه‌های خراب",
      "دیدگاه‌ها",
      "پنجرهٔ روی صفحه",
      "ستون کناری",
      "پیرامون خبر",
      "خبر",
      "گفته‌ها",
      "پیشینه",
      "زمینه",
      "واکنش‌ها",
      "آنچه در پیش است",
      "منبع",
      "توضیح",
      "موضوع"
    ],
    fr: [
      "L’essentiel",
      "{number} min de lecture",
      "Parties de l’article",
      {
        one: "{number} élément masqué",
        other: "{number} éléments masqués"
      },
      "Réafficher",
      "Réaffiché.",
      "Tout annuler",
      "Copier",
      "Copié.",
      "Ne jamais masquer sur ce site",
      "Plus long",
      "Plus court",
      "Lire à voix haute",
      "Arrêter la lecture",
      "Fermer",
      "marqueur de publicité",
      "espace publicitaire",
      "titre répété",
      "légende",
      "mention de source vide",
      "point doublé",
      "mention de publicité",
      "code de mise en page",
      "code affiché",
      "articles liés",
      "newsletter ou appli",
      "boutons de partage",
      "« lire la suite »",
      "mention de flux",
      "mention de droits",
      "invitation à s’abonner",
      "caractères illisibles",
      "commentaires",
      "fenêtre superposée",
      "colonne latérale",
      "autour de l’article",
      "L’information",
      "Déclarations",
      "Rappel des faits",
      "Contexte",
      "Réactions",
      "La suite",
      "Source",
      "Explication",
      "Sujet"
    ],
    he: [
      "התמצית",
      "{number} דק׳ קריאה",
      "חלקי הכתבה",
      {
        one: "פריט אחד הוסתר",
        two: "שני פריטים הוסתרו",
        other: "{number} פריטים הוסתרו"
      },
      "החזרה",
      "הוחזר.",
      "ביטול הכול",
      "העתקה",
      "הועתק.",
      "לעולם לא להסתיר באתר זה",
      "ארוך יותר",
      "קצר יותר",
      "הקראה",
      "עצירת ההקראה",
      "סגירה",
      "סימון פרסומת",
      "שטח פרסום",
      "כותרת חוזרת",
      "כיתוב",
      "מקור ללא שם",
      "נקודה כפולה",
      "תווית פרסומת",
      "קוד בונה עמודים",
      "קוד גלוי",
      "כתבות קשורות",
      "ניוזלטר או אפליקציה",
      "כפתורי שיתוף",
      "„קראו עוד”",
      "שורת פיד",
      "זכויות יוצרים",
      "הזמנה למינוי",
      "תווים שבורים",
      "תגובות",
      "חלון מעל הדף",
      "טור צדדי",
      "מסביב לכתבה",
      "החדשה",
      "דברים שנאמרו",
      "רקע",
      "הקשר",
      "תגובות",
      "מה הלאה",
      "מקור",
      "הסבר",
      "נושא"
    ],
    hi: [
      "सार",
      "{number} मिनट का पाठ",
      "खबर के हिस्से",
      {
        one: "{number} चीज़ छिपाई गई",
        other: "{number} चीज़ें छिपाई गईं"
      },
      "वापस लाएँ",
      "वापस लाया गया।",
      "सब वापस लें",
      "कॉपी",
      "कॉपी हुआ।",
      "इस साइट पर कभी न छिपाएँ",
      "लंबा",
      "छोटा",
      "ज़ोर से पढ़ें",
      "पढ़ना रोकें",
      "बंद करें",
      "विज्ञापन चिह्न",
      "विज्ञापन स्थान",
      "दोहराया शीर्षक",
      "चित्र परिचय",
      "खाली स्रोत",
      "दोहरा विराम",
      "विज्ञापन शब्द",
      "पेज-बिल्डर कोड",
      "दिखता कोड",
      "संबंधित खबरें",
      "न्यूज़लेटर या ऐप",
      "शेयर बटन",
      "“और पढ़ें”",
      "फ़ीड टिप्पणी",
      "अधिकार सूचना",
      "सदस्यता का न्योता",
      "टूटे अक्षर",
      "टिप्पणियाँ",
      "पन्ने के ऊपर की परत",
      "किनारे का कॉलम",
      "खबर के आसपास",
      "खबर",
      "बयान",
      "पृष्ठभूमि",
      "संदर्भ",
      "प्रतिक्रियाएँ",
      "आगे क्या",
      "स्रोत",
      "व्याख्या",
      "विषय"
    ],
    id: [
      "Inti berita",
      "{number} menit baca",
      "Bagian artikel",
      {
        other: "{number} hal disembunyikan"
      },
      "Kembalikan",
      "Dikembalikan.",
      "Batalkan semua",
      "Salin",
      "Disalin.",
      "Jangan pernah sembunyikan di situs ini",
      "Lebih panjang",
      "Lebih pendek",
      "Bacakan",
      "Berhenti membacakan",
      "Tutup",
      "penanda iklan",
      "ruang iklan",
      "judul berulang",
      "keterangan foto",
      "sumber tanpa nama",
      "titik ganda",
      "label iklan",
      "kode pembuat halaman",
      "skrip yang tampak",
      "berita terkait",
      "buletin atau aplikasi",
      "tombol bagikan",
      "“baca selengkapnya”",
      "catatan umpan",
      "pemberitahuan hak cipta",
      "ajakan berlangganan",
      "karakter rusak",
      "komentar",
      "jendela di atas halaman",
      "kolom samping",
      "di sekitar berita",
      "Berita",
      "Pernyataan",
      "Latar belakang",
      "Konteks",
      "Tanggapan",
      "Selanjutnya",
      "Sumber",
      "Penjelasan",
      "Topik"
    ],
    it: [
      "In breve",
      "{number} min di lettura",
      "Parti dell’articolo",
      {
        one: "{number} elemento nascosto",
        other: "{number} elementi nascosti"
      },
      "Mostra di nuovo",
      "Di nuovo visibile.",
      "Annulla tutto",
      "Copia",
      "Copiato.",
      "Non nascondere mai su questo sito",
      "Più lungo",
      "Più corto",
      "Leggi ad alta voce",
      "Ferma la lettura",
      "Chiudi",
      "segnaposto pubblicitario",
      "spazio pubblicitario",
      "titolo ripetuto",
      "didascalia",
      "fonte senza nome",
      "punto ripetuto",
      "etichetta pubblicitaria",
      "codice di impaginazione",
      "codice visibile",
      "articoli correlati",
      "newsletter o app",
      "pulsanti di condivisione",
      "«leggi di più»",
      "nota del feed",
      "nota sui diritti",
      "invito ad abbonarsi",
      "caratteri corrotti",
      "commenti",
      "finestra sovrapposta",
      "colonna laterale",
      "intorno all’articolo",
      "La notizia",
      "Dichiarazioni",
      "Antefatti",
      "Contesto",
      "Reazioni",
      "Che cosa succede ora",
      "Fonte",
      "Spiegazione",
      "Tema"
    ],
    ja: [
      "要点",
      "約{number}分で読めます",
      "記事の構成",
      {
        other: "{number}件を非表示"
      },
      "元に戻す",
      "元に戻しました。",
      "すべて元に戻す",
      "コピー",
      "コピーしました。",
      "このサイトでは隠さない",
      "長く",
      "短く",
      "読み上げる",
      "読み上げを止める",
      "閉じる",
      "広告の目印",
      "広告枠",
      "見出しの重複",
      "写真の説明",
      "名前のない出典",
      "句点の重複",
      "「広告」の表示",
      "ページ作成用のコード",
      "表示されたスクリプト",
      "関連記事",
      "メールマガジンやアプリ",
      "共有ボタン",
      "「続きを読む」",
      "フィードの注記",
      "権利の表示",
      "購読の案内",
      "文字化け",
      "コメント",
      "重ねて表示された枠",
      "サイドの欄",
      "記事の周り",
      "ニュース",
      "発言",
      "経緯",
      "背景事情",
      "反応",
      "今後",
      "出典",
      "解説",
      "話題"
    ],
    ko: [
      "핵심",
      "읽는 데 {number}분",
      "기사의 구성",
      {
        other: "{number}개 숨김"
      },
      "되돌리기",
      "되돌렸습니다.",
      "모두 되돌리기",
      "복사",
      "복사했습니다.",
      "이 사이트에서는 숨기지 않기",
      "더 길게",
      "더 짧게",
      "소리 내어 읽기",
      "읽기 멈추기",
      "닫기",
      "광고 표시자",
      "광고 자리",
      "반복된 제목",
      "사진 설명",
      "이름 없는 출처",
      "겹친 마침표",
      "‘광고’ 표시",
      "페이지 제작 코드",
      "드러난 스크립트",
      "관련 기사",
      "뉴스레터나 앱",
      "공유 버튼",
      "‘더 보기’",
      "피드 알림",
      "저작권 알림",
      "구독 안내",
      "깨진 글자",
      "댓글",
      "화면을 덮는 창",
      "옆 단",
      "기사 주변",
      "뉴스",
      "발언",
      "배경",
      "맥락",
      "반응",
      "앞으로의 전망",
      "출처",
      "설명",
      "주제"
    ],
    nl: [
      "De kern",
      "{number} min. leestijd",
      "Delen van het artikel",
      {
        one: "{number} onderdeel verborgen",
        other: "{number} onderdelen verborgen"
      },
      "Weer tonen",
      "Wordt weer getoond.",
      "Alles ongedaan maken",
      "Kopiëren",
      "Gekopieerd.",
      "Op deze site nooit verbergen",
      "Langer",
      "Korter",
      "Voorlezen",
      "Stoppen met voorlezen",
      "Sluiten",
      "advertentiemarkering",
      "advertentieruimte",
      "herhaalde kop",
      "bijschrift",
      "bron zonder naam",
      "punt te veel",
      "advertentielabel",
      "code van een paginabouwer",
      "zichtbare code",
      "verwante artikelen",
      "nieuwsbrief of app",
      "deelknoppen",
      "“lees meer”",
      "feedmelding",
      "rechtenmelding",
      "oproep tot een abonnement",
      "beschadigde tekens",
      "reacties",
      "venster over de pagina",
      "zijkolom",
      "rond het artikel",
      "Het nieuws",
      "Uitspraken",
      "Achtergrond",
      "Context",
      "Reacties",
      "Hoe het verdergaat",
      "Bron",
      "Uitleg",
      "Onderwerp"
    ],
    no: [
      "Kort fortalt",
      "{number} min lesetid",
      "Deler av saken",
      {
        one: "{number} element skjult",
        other: "{number} elementer skjult"
      },
      "Vis igjen",
      "Vises igjen.",
      "Angre alt",
      "Kopier",
      "Kopiert.",
      "Skjul aldri på dette nettstedet",
      "Lengre",
      "Kortere",
      "Les høyt",
      "Stopp opplesningen",
      "Lukk",
      "annonsemerke",
      "annonseplass",
      "gjentatt tittel",
      "bildetekst",
      "kilde uten navn",
      "dobbelt punktum",
      "annonsemerking",
      "kode fra sidebygger",
      "synlig kode",
      "relaterte saker",
      "nyhetsbrev eller app",
      "deleknapper",
      "«les mer»",
      "merknad fra nyhetsstrøm",
      "rettighetsmerknad",
      "oppfordring til å abonnere",
      "ødelagte tegn",
      "kommentarer",
      "vindu over siden",
      "sidespalte",
      "rundt saken",
      "Nyheten",
      "Uttalelser",
      "Bakgrunn",
      "Sammenheng",
      "Reaksjoner",
      "Hva skjer nå",
      "Kilde",
      "Forklaring",
      "Tema"
    ],
    pl: [
      "Najważniejsze",
      "{number} min czytania",
      "Części artykułu",
      {
        one: "Ukryto {number} element",
        few: "Ukryto {number} elementy",
        many: "Ukryto {number} elementów",
        other: "Ukryto {number} elementu"
      },
      "Przywróć",
      "Przywrócono.",
      "Cofnij wszystko",
      "Kopiuj",
      "Skopiowano.",
      "Nigdy nie ukrywaj w tej witrynie",
      "Dłużej",
      "Krócej",
      "Czytaj na głos",
      "Przerwij czytanie",
      "Zamknij",
      "znacznik reklamy",
      "miejsce na reklamę",
      "powtórzony tytuł",
      "podpis zdjęcia",
      "źródło bez nazwy",
      "podwójna kropka",
      "napis „reklama”",
      "kod kreatora stron",
      "kod zamiast tekstu",
      "powiązane artykuły",
      "newsletter lub aplikacja",
      "przyciski udostępniania",
      "„czytaj więcej”",
      "dopisek kanału",
      "nota o prawach",
      "zachęta do subskrypcji",
      "uszkodzone znaki",
      "komentarze",
      "okno zasłaniające stronę",
      "kolumna boczna",
      "wokół artykułu",
      "Wiadomość",
      "Wypowiedzi",
      "Tło",
      "Kontekst",
      "Reakcje",
      "Co dalej",
      "Źródło",
      "Wyjaśnienie",
      "Temat"
    ],
    pt: [
      "O essencial",
      "{number} min de leitura",
      "Partes da notícia",
      {
        one: "{number} item oculto",
        other: "{number} itens ocultos"
      },
      "Mostrar de novo",
      "Mostrado de novo.",
      "Desfazer tudo",
      "Copiar",
      "Copiado.",
      "Nunca ocultar neste site",
      "Mais longo",
      "Mais curto",
      "Ler em voz alta",
      "Parar a leitura",
      "Fechar",
      "marcador de anúncio",
      "espaço publicitário",
      "título repetido",
      "legenda",
      "fonte sem nome",
      "ponto repetido",
      "rótulo de publicidade",
      "código de montagem",
      "código à mostra",
      "notícias relacionadas",
      "boletim ou aplicativo",
      "botões de compartilhar",
      "“leia mais”",
      "nota do feed",
      "aviso de direitos",
      "convite à assinatura",
      "caracteres corrompidos",
      "comentários",
      "janela sobreposta",
      "coluna lateral",
      "em volta da notícia",
      "A notícia",
      "Declarações",
      "Antecedentes",
      "Contexto",
      "Reações",
      "O que vem a seguir",
      "Fonte",
      "Explicação",
      "Tema"
    ],
    ru: [
      "Главное",
      "{number} мин чтения",
      "Части статьи",
      {
        one: "Скрыт {number} элемент",
        few: "Скрыто {number} элемента",
        many: "Скрыто {number} элементов",
        other: "Скрыто {number} элемента"
      },
      "Вернуть",
      "Возвращено.",
      "Отменить всё",
      "Копировать",
      "Скопировано.",
      "Никогда не скрывать на этом сайте",
      "Длиннее",
      "Короче",
      "Прочитать вслух",
      "Остановить чтение",
      "Закрыть",
      "рекламная метка",
      "место для рекламы",
      "повтор заголовка",
      "подпись к фото",
      "источник без имени",
      "двойная точка",
      "пометка «реклама»",
      "код конструктора",
      "код вместо текста",
      "материалы по теме",
      "рассылка или приложение",
      "кнопки «поделиться»",
      "«читать далее»",
      "приписка ленты",
      "знак охраны прав",
      "призыв подписаться",
      "испорченные знаки",
      "комментарии",
      "окно поверх страницы",
      "боковая колонка",
      "вокруг статьи",
      "Новость",
      "Заявления",
      "Предыстория",
      "Контекст",
      "Реакция",
      "Что дальше",
      "Источник",
      "Объяснение",
      "Тема"
    ],
    tr: [
      "Haberin özü",
      "{number} dk okuma",
      "Haberin bölümleri",
      {
        one: "{number} öğe gizlendi",
        other: "{number} öğe gizlendi"
      },
      "Geri getir",
      "Geri getirildi.",
      "Tümünü geri al",
      "Kopyala",
      "Kopyalandı.",
      "Bu sitede asla gizleme",
      "Daha uzun",
      "Daha kısa",
      "Sesli oku",
      "Okumayı durdur",
      "Kapat",
      "reklam işareti",
      "reklam alanı",
      "yinelenen başlık",
      "resim altı yazısı",
      "boş kaynak etiketi",
      "çift nokta",
      "reklam etiketi",
      "sayfa kurucu kodu",
      "görünen kod",
      "ilgili haberler",
      "bülten veya uygulama",
      "paylaşım düğmeleri",
      "“devamını oku”",
      "akış notu",
      "hak bildirimi",
      "abonelik çağrısı",
      "bozuk karakterler",
      "yorumlar",
      "sayfayı örten pencere",
      "yan sütun",
      "haberin çevresi",
      "Haber",
      "Açıklamalar",
      "Arka plan",
      "Bağlam",
      "Tepkiler",
      "Bundan sonrası",
      "Kaynak",
      "Anlatım",
      "Konu"
    ],
    uk: [
      "Головне",
      "{number} хв читання",
      "Частини статті",
      {
        one: "Приховано {number} елемент",
        few: "Приховано {number} елементи",
        many: "Приховано {number} елементів",
        other: "Приховано {number} елемента"
      },
      "Повернути",
      "Повернуто.",
      "Скасувати все",
      "Копіювати",
      "Скопійовано.",
      "Ніколи не приховувати на цьому сайті",
      "Довше",
      "Коротше",
      "Прочитати вголос",
      "Зупинити читання",
      "Закрити",
      "рекламна мітка",
      "місце для реклами",
      "повтор заголовка",
      "підпис до фото",
      "джерело без назви",
      "подвійна крапка",
      "позначка «реклама»",
      "код конструктора",
      "код замість тексту",
      "матеріали за темою",
      "розсилка або застосунок",
      "кнопки «поділитися»",
      "«читати далі»",
      "приписка стрічки",
      "знак охорони прав",
      "заклик підписатися",
      "пошкоджені знаки",
      "коментарі",
      "вікно поверх сторінки",
      "бічна колонка",
      "навколо статті",
      "Новина",
      "Заяви",
      "Передісторія",
      "Контекст",
      "Реакція",
      "Що далі",
      "Джерело",
      "Пояснення",
      "Тема"
    ],
    ur: [
      "خلاصہ",
      "{number} منٹ",
      "خبر کے حصے",
      {
        one: "{number} چیز چھپائی گئی",
        other: "{number} چیزیں چھپائی گئیں"
      },
      "واپس لائیں",
      "واپس لایا گیا۔",
      "سب واپس",
      "نقل",
      "نقل ہو گیا۔",
      "اس سائٹ پر کبھی نہ چھپائیں",
      "طویل تر",
      "مختصر تر",
      "بلند آواز سے پڑھیں",
      "پڑھنا روکیں",
      "بند کریں",
      "اشتہار کا نشان",
      "اشتہار کی جگہ",
      "دہرائی گئی سرخی",
      "تصویر کی عبارت",
      "خالی ماخذ",
      "دہرا وقفہ",
      "اشتہار کا لیبل",
      "صفحہ ساز کوڈ",
      "متن میں کوڈ",
      "متعلقہ خبریں",
      "نیوز لیٹر یا ایپ",
      "شیئر کے بٹن",
      "«مزید پڑھیں»",
      "فیڈ کا نوٹ",
      "حقوق کا نوٹ",
      "سبسکرپشن کی دعوت",
      "خراب حروف",
      "تبصرے",
      "صفحے کے اوپر کا پردہ",
      "کنارے کا کالم",
      "خبر کے اردگرد",
      "خبر",
      "بیانات",
      "پس منظر",
      "سیاق",
      "ردعمل",
      "آگے کیا",
      "ماخذ",
      "وضاحت",
      "موضوع"
    ],
    vi: [
      "Điểm chính",
      "{number} phút đọc",
      "Các phần của bài",
      {
        other: "Đã ẩn {number} mục"
      },
      "Khôi phục",
      "Đã khôi phục.",
      "Hoàn tác tất cả",
      "Sao chép",
      "Đã sao chép.",
      "Không bao giờ ẩn trên trang web này",
      "Dài hơn",
      "Ngắn hơn",
      "Đọc thành tiếng",
      "Dừng đọc",
      "Đóng",
      "dấu quảng cáo",
      "chỗ quảng cáo",
      "tiêu đề lặp lại",
      "chú thích ảnh",
      "nguồn không tên",
      "dấu chấm lặp",
      "nhãn quảng cáo",
      "mã dựng trang",
      "mã lộ ra",
      "bài liên quan",
      "bản tin hoặc ứng dụng",
      "nút chia sẻ",
      "“đọc thêm”",
      "ghi chú nguồn cấp",
      "thông báo bản quyền",
      "lời mời đăng ký",
      "ký tự lỗi",
      "bình luận",
      "khung che trang",
      "cột bên",
      "xung quanh bài",
      "Tin chính",
      "Phát biểu",
      "Diễn biến trước đó",
      "Bối cảnh",
      "Phản ứng",
      "Diễn biến tiếp theo",
      "Nguồn",
      "Giải thích",
      "Chủ đề"
    ],
    "zh-Hans": [
      "要点",
      "阅读约 {number} 分钟",
      "文章各部分",
      {
        other: "已隐藏 {number} 处"
      },
      "恢复",
      "已恢复。",
      "全部撤销",
      "复制",
      "已复制。",
      "此网站不再隐藏",
      "更长",
      "更短",
      "朗读",
      "停止朗读",
      "关闭",
      "广告标记",
      "广告位",
      "重复标题",
      "图片说明",
      "空的来源标签",
      "重复句号",
      "广告字样",
      "页面构建代码",
      "外露代码",
      "相关阅读",
      "邮件订阅或应用",
      "分享按钮",
      "“阅读更多”",
      "订阅源尾注",
      "版权声明",
      "订阅提示",
      "乱码字符",
      "评论",
      "遮住网页的浮层",
      "侧栏",
      "文章四周",
      "新闻",
      "各方表态",
      "背景",
      "相关情况",
      "反应",
      "后续",
      "来源",
      "解释",
      "主题"
    ],
    "zh-Hant": [
      "重點",
      "閱讀約 {number} 分鐘",
      "文章各部分",
      {
        other: "已隱藏 {number} 處"
      },
      "復原",
      "已復原。",
      "全部復原",
      "複製",
      "已複製。",
      "此網站不再隱藏",
      "更長",
      "更短",
      "朗讀",
      "停止朗讀",
      "關閉",
      "廣告標記",
      "廣告版位",
      "重複標題",
      "圖片說明",
      "空的來源標籤",
      "重複句號",
      "廣告字樣",
      "頁面建構程式碼",
      "外露程式碼",
      "相關閱讀",
      "電子報或應用程式",
      "分享按鈕",
      "「閱讀更多」",
      "訂閱源附註",
      "版權聲明",
      "訂閱提示",
      "亂碼字元",
      "留言",
      "遮住網頁的浮層",
      "側欄",
      "文章四周",
      "新聞",
      "各方說法",
      "背景",
      "相關情況",
      "反應",
      "後續",
      "來源",
      "解釋",
      "主題"
    ]
  };

  // www/shell/labels.js
  var TRADITIONAL = /^zh[-_](.*[-_])?(hant|tw|hk|mo)\b/i;
  function labelsFor(language) {
    const texts = OTHERS[tagOf(language)];
    return texts ? inOrder(ENGLISH, texts.values()) : ENGLISH;
  }
  var LANGUAGES = ["en", ...Object.keys(OTHERS)];
  function tagOf(language) {
    const [primary] = language.toLowerCase().split(/[-_]/);
    if (primary === "nb" || primary === "nn") return "no";
    if (primary !== "zh") return primary;
    return TRADITIONAL.test(language) ? "zh-Hant" : "zh-Hans";
  }
  function inOrder(english, texts) {
    const own = Object.entries(english).map(([name, word]) => [
      name,
      typeof word === "string" || "other" in word ? texts.next().value : inOrder(word, texts)
    ]);
    return Object.fromEntries(own);
  }
  var OWN_DIGITS = /^(ar|as|bn|ckb|dz|fa|ks|mni|mr|my|mzn|ne|pa-arab|ps|sa|sat|sd|ur-in|uz-arab)\b/i;
  function withNumber(forms, number, language) {
    return formOf(forms, number, language).replace("{number}", numberIn(number, language));
  }
  function formOf(forms, number, language) {
    if (Object.keys(forms).length === 1) return forms.other;
    try {
      return forms[new Intl.PluralRules(language).select(number)] ?? forms.other;
    } catch {
      return forms.other;
    }
  }
  function numberIn(number, language) {
    if (number < 1e3 && !OWN_DIGITS.test(language)) return String(number);
    try {
      return new Intl.NumberFormat(language === "und" ? "en" : language).format(number);
    } catch {
      return String(number);
    }
  }

  // www/shell/change.js
  var MARK = "data-zubda";
  function markElement(element, edit) {
    const said = edit.action === "hide" ? edit.reason : edit.action;
    const changes = [setAttribute(element, MARK, said)];
    try {
      if (edit.action === "hide") {
        if (edit.findable && canBeFound(element)) {
          changes.push(setAttribute(element, "hidden", "until-found"));
          changes.push(flatten(element));
        } else changes.push(style(element, { display: "none" }));
      }
    } catch (cause) {
      revertAll(changes);
      throw cause;
    }
    return {
      node: element,
      revert: () => revertAll(changes),
      undone: () => changes.some((change) => change.undone())
    };
  }
  function revertAll(changes) {
    for (let i = changes.length - 1; i >= 0; i--) {
      try {
        changes[i].revert();
      } catch {
      }
    }
  }
  function canBeFound(element) {
    const view = element.ownerDocument.defaultView;
    if (!view || !("onbeforematch" in element)) return false;
    const display = view.getComputedStyle(element).display;
    return display === "block" || display === "flow-root" || display === "list-item" || display === "flex";
  }
  function flatten(element) {
    const hidden = { "content-visibility": "hidden", overflow: "hidden", position: "absolute" };
    const small = {
      margin: "0",
      padding: "0",
      border: "0",
      "min-width": "0",
      width: "0",
      "min-height": "0",
      height: "0"
    };
    return style(element, { ...hidden, ...small });
  }
  function setAttribute(element, name, value) {
    const before = element.getAttribute(name);
    element.setAttribute(name, value);
    return {
      node: element,
      undone: () => element.getAttribute(name) !== value,
      revert() {
        if (element.getAttribute(name) !== value) return;
        if (before === null) element.removeAttribute(name);
        else element.setAttribute(name, before);
      }
    };
  }
  function style(element, properties) {
    const before = element.getAttribute("style");
    const declared = styleOf(element).cssText;
    for (const [name, value] of Object.entries(properties)) styleOf(element).setProperty(name, value, "important");
    const after = element.getAttribute("style");
    const names = Object.keys(properties);
    return {
      node: element,
      undone: () => names.some((name) => styleOf(element).getPropertyPriority(name) !== "important"),
      revert() {
        if (element.getAttribute("style") === after) {
          if (before === null) return element.removeAttribute("style");
          styleOf(element).cssText = declared;
          if (element.getAttribute("style") !== before) element.setAttribute("style", before);
          return;
        }
        for (const [name, value] of Object.entries(properties)) {
          const ours = styleOf(element).getPropertyPriority(name) === "important" && isSame(styleOf(element), name, value);
          if (ours) styleOf(element).removeProperty(name);
        }
      }
    };
  }
  function isSame(declared, name, value) {
    const found = declared.getPropertyValue(name);
    return found === value || parseFloat(found) === parseFloat(value);
  }
  function cutText(node, cuts) {
    const before = node.data;
    const sorted = [...cuts].sort((a, b) => a.start - b.start);
    let after = "";
    let done = 0;
    for (const { start, end, replacement } of sorted) {
      after += before.slice(done, start) + replacement;
      done = end;
    }
    after += before.slice(done);
    node.data = after;
    return {
      node,
      undone: () => node.data === before && before !== after,
      now: (offset, isEnd) => node.data === after ? shift(sorted, offset, isEnd) : offset,
      revert() {
        if (node.data === after) node.data = before;
      }
    };
  }
  function shift(cuts, offset, isEnd) {
    let moved = 0;
    for (const { start, end, replacement } of cuts) {
      if (offset <= start) break;
      if (offset < end) return start + moved + (isEnd ? replacement.length : 0);
      moved += replacement.length - (end - start);
    }
    return offset + moved;
  }

  // www/shell/jump.js
  var AIR = 12;
  var HEAD = 0.5;
  function jumpTo(element) {
    element.scrollIntoView({ block: "start", behavior: "instant" });
    const covered = headOver(element) + AIR - element.getBoundingClientRect().top;
    if (covered > 0) scrollerOf(element).scrollBy({ top: -covered, behavior: "instant" });
  }
  function headOver(element) {
    const document2 = element.ownerDocument;
    const view = document2.defaultView;
    const { left, width } = element.getBoundingClientRect();
    const x = Math.min(Math.max(left + width / 2, 0), view.innerWidth - 1);
    let head = 0;
    for (let y = 1; y < view.innerHeight * HEAD; y = head + 1) {
      const bottom = Math.max(
        0,
        ...document2.elementsFromPoint(x, y).map((at) => sticks(at, element) ? bottomOf(at) : 0)
      );
      if (bottom <= head || bottom > view.innerHeight * HEAD) break;
      head = bottom;
    }
    return head;
  }
  function sticks(at, but) {
    const view = at.ownerDocument.defaultView;
    for (let around = at; around; around = parentAround(around)) {
      if (but && around.contains(but)) return false;
      if (/^(fixed|sticky)$/.test(view.getComputedStyle(around).position)) return true;
    }
    return false;
  }
  function bottomOf(element) {
    return element.getBoundingClientRect().bottom;
  }
  function scrollerOf(element) {
    const document2 = element.ownerDocument;
    const view = document2.defaultView;
    const own = document2.scrollingElement ?? document2.documentElement;
    for (let at = parentAround(element); at && at !== own && at !== document2.body; at = parentAround(at)) {
      if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(view.getComputedStyle(at).overflowY)) return at;
    }
    return own;
  }

  // www/shell/light.js
  var NAME = "zubda";
  var RULE = `::highlight(${NAME}) { background-color: #ffe08a; color: #1b1b1b }`;
  function lightSentences() {
    const sheets2 = /* @__PURE__ */ new Map();
    let document2 = null;
    let light = null;
    return {
      /** @param {Range[]} ranges */
      show(ranges) {
        const first2 = ranges[0];
        if (!first2) return;
        document2 = first2.startContainer.ownerDocument;
        const view = document2?.defaultView;
        const calm = view?.matchMedia("(prefers-reduced-motion: reduce)").matches;
        first2.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
        try {
          view.CSS.highlights.set(NAME, light = new view.Highlight(...ranges));
          for (const tree of new Set(ranges.map((range) => treeOf(range.startContainer))))
            if (!sheets2.has(tree)) sheets2.set(tree, adopt(tree, RULE));
        } catch {
          select(view?.getSelection() ?? null, ranges);
        }
      },
      clear() {
        const lights = document2?.defaultView?.CSS?.highlights;
        if (light && lights?.get(NAME) === light) lights.delete(NAME);
        light = null;
        for (const [tree, sheet] of sheets2) dismiss(tree, sheet);
        sheets2.clear();
      }
    };
  }
  function treeOf(node) {
    return node.getRootNode();
  }
  function adopt(tree, css2) {
    const document2 = tree.ownerDocument ?? tree;
    const Sheet = document2.defaultView.CSSStyleSheet;
    const sheet = new Sheet();
    sheet.replaceSync(css2);
    tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
    return sheet;
  }
  function dismiss(tree, sheet) {
    tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== sheet);
  }
  function select(selection, ranges) {
    const last = ranges[ranges.length - 1];
    selection?.setBaseAndExtent(ranges[0].startContainer, ranges[0].startOffset, last.endContainer, last.endOffset);
  }

  // www/shell/parts.js
  var PART = "data-zubda-part";
  var MARKS = `
[${PART}]::before {
  content: attr(${PART}); display: block; inline-size: fit-content; max-inline-size: 100%; float: none;
  box-sizing: border-box; padding: 0.1em 0.6em; margin-block-end: 0.4em; border-radius: 1em;
  font: 600 0.75em/1.4 system-ui, sans-serif; letter-spacing: 0; text-indent: 0; text-transform: none; color: inherit;
  background: color-mix(in srgb, currentColor 9%, transparent);
}
`;
  var UNMARKED = ["row", "code"];
  function partName(part, labels) {
    if (part.label !== null) return part.label;
    return [part.role && labels.roles[part.role], part.phrase].filter(Boolean).join(" · ");
  }
  function partMarks(plan, nodes) {
    if (!plan.article || plan.sections.length < 2) return [];
    const labels = labelsFor(plan.article.language);
    return plan.sections.flatMap((part) => {
      const first2 = plan.paragraphs[part.paragraphs[0]];
      const element = nodes[first2.node];
      const name = partName(part, labels);
      if (part.label !== null || !name || UNMARKED.includes(first2.kind)) return [];
      const begins = plan.paragraphs.findIndex((paragraph) => paragraph.node === first2.node) === part.paragraphs[0];
      const isThere = element?.isConnected && element.nodeType === 1 && !element.hasAttribute(PART);
      const mark = begins && isThere ? [[element, name]] : [];
      return mark;
    });
  }
  function markParts(plan, nodes) {
    const marks = partMarks(plan, nodes);
    if (!marks.length) return [];
    const changes = [];
    try {
      for (const tree of new Set(marks.map(([element]) => treeOf(element)))) {
        const sheet = adopt(tree, MARKS);
        changes.push({ node: tree, revert: () => dismiss(tree, sheet), undone: () => false });
      }
      return [...changes, ...marks.map(([element, name]) => setAttribute(element, PART, name))];
    } catch {
      revertAll(changes);
      return [];
    }
  }
  function partButtons(plan, nodes, labels, button, signal) {
    const parts = plan.sections.flatMap((part) => {
      const start = nodes[plan.paragraphs[part.paragraphs[0]].node];
      const name = partName(part, labels);
      return name && start?.nodeType === 1 ? [{ start, name }] : [];
    });
    if (parts.length < 2) return [];
    const buttons = parts.map(({ start, name }) => button(name, () => jumpTo(start)));
    follow(
      parts.map((part) => part.start),
      buttons,
      signal
    );
    return buttons;
  }
  function follow(starts, buttons, signal) {
    const View = starts[0].ownerDocument.defaultView;
    if (!View.IntersectionObserver) return;
    const above = /* @__PURE__ */ new Set();
    const observer = new View.IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) above.add(target);
          else above.delete(target);
        }
        const current = starts.map((start) => above.has(start)).lastIndexOf(true);
        buttons.forEach((button, i) => {
          if (i === current) button.setAttribute("aria-current", "location");
          else button.removeAttribute("aria-current");
        });
      },
      // From far above the page down to two fifths of the window.
      { rootMargin: "1000000px 0px -60% 0px" }
    );
    for (const start of new Set(starts)) observer.observe(start);
    signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  }

  // www/shell/headline.js
  var HEADINGS = ["h1", "h2"];
  function headlineOf(plan, nodes) {
    const wanted = fold(plan.article?.title ?? "");
    const headings = nodes.filter(
      (node) => nodeType(node) === 1 && HEADINGS.includes(localName(node))
    );
    const shown = headings.filter((heading) => heading.getClientRects().length);
    const says = shown.find((heading) => wanted && fold(heading.textContent ?? "") === wanted);
    return says ?? shown.find((heading) => localName(heading) === "h1") ?? null;
  }
  function fold(text) {
    return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  }

  // www/shell/place.js
  var MAX_LOOKED = 12;
  var NARROW = 0.8;
  var FULL = 80;
  var SLACK = 2;
  var NO_HOST_INSIDE = [
    "p",
    "ul",
    "ol",
    "dl",
    "table",
    "tbody",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "pre",
    "figure"
  ].concat("blockquote", "a", "span", "button");
  var CELLS = ["td", "th"];
  function placeFor(plan, nodes) {
    const story = plan.article ? nodes[plan.article.node] : void 0;
    const first2 = nodes[plan.paragraphs[0]?.node];
    if (!story || !first2?.isConnected) return null;
    if (first2 === story) {
      const before2 = lift(opening(first2, plan.paragraphs[0].text));
      return before2 && { before: before2, beside: first2, shape: {} };
    }
    const known = plan.paragraphs.flatMap(({ node, text, kind }) => {
      const element = nodes[node];
      return element?.isConnected && element.nodeType === 1 && kind !== "row" ? [{ element, length: text.length }] : [];
    });
    const looked = [...new Map(known.map((one) => [one.element, one])).values()].slice(0, MAX_LOOKED);
    const boxes = new Map(looked.map(({ element }) => [element, element.getBoundingClientRect()]));
    const full = looked.filter(({ length }) => length >= FULL).map(({ element }) => boxes.get(element)?.width ?? 0);
    const width = full.sort((a, b) => a - b)[full.length >> 1] ?? boxes.get(first2)?.width ?? 0;
    const headline = headlineOf(plan, nodes);
    const isBelow2 = (node) => !headline || !node.contains(headline) && (headline.compareDocumentPosition(node) & FOLLOWING) !== 0;
    for (const { element } of looked) {
      const box = boxes.get(element);
      if (box.width < width * NARROW) continue;
      const found = settle(element, box, boxes);
      if (found && isBelow2(found.before)) return { ...found, beside: element };
    }
    const before = lift(first2);
    return before && { before, beside: first2, shape: {} };
  }
  var FOLLOWING = 4;
  function settle(paragraph, box, boxes) {
    const view = paragraph.ownerDocument.defaultView;
    for (let before = lift(paragraph); before; before = lift(before.parentNode)) {
      const parent = parentAround(before);
      if (!parent || parent.localName === "html") return null;
      const { display, flexDirection, gridTemplateColumns } = view.getComputedStyle(parent);
      if (/^inline|table|contents|none/.test(display) && !CELLS.includes(parent.localName)) continue;
      if (display === "flex" && flexDirection.startsWith("row")) continue;
      if (display === "flex") return { before, shape: { "align-self": "stretch", ...within(parent, box) } };
      if (display !== "grid") return { before, shape: within(parent, box) };
      if (gridTemplateColumns.split(" ").length < 2) return { before, shape: within(parent, box) };
      const beside = [...boxes].filter(([element]) => element.parentNode === parent);
      const isStack = beside.length > 1 && beside.every(([, one]) => Math.abs(one.left - box.left) <= SLACK);
      if (!isStack || before !== paragraph) continue;
      const { gridColumnStart, gridColumnEnd } = view.getComputedStyle(paragraph);
      const columns = gridColumnStart === "auto" ? "1 / -1" : `${gridColumnStart} / ${gridColumnEnd}`;
      return { before, shape: { "grid-column": columns, "min-inline-size": "0" } };
    }
    return null;
  }
  function within(parent, box) {
    const view = parent.ownerDocument.defaultView;
    const style2 = view.getComputedStyle(parent);
    const outer = parent.getBoundingClientRect();
    const [left, right] = ["left", "right"].map((side) => {
      const name = side === "left" ? "Left" : "Right";
      const edge = parseFloat(style2[`border${name}Width`]) + parseFloat(style2[`padding${name}`]);
      return side === "left" ? box.left - outer.left - edge : outer.right - edge - box.right;
    });
    const room = box.width + left + right;
    if (left <= SLACK && right <= SLACK) return {};
    const start = Math.max(0, style2.direction === "rtl" ? right : left);
    const isCentred = Math.abs(left - right) <= SLACK;
    return {
      "max-inline-size": `${Math.ceil(box.width)}px`,
      ...isCentred ? { "margin-inline": "auto" } : { "margin-inline-start": `${Math.round(start / room * 1e3) / 10}%` }
    };
  }
  function lift(node) {
    let place2 = node;
    for (let at = place2?.parentElement ?? null; at; at = at.parentElement) {
      if (CELLS.includes(at.localName)) return place2;
      if (NO_HOST_INSIDE.includes(at.localName)) place2 = at;
    }
    return place2?.parentNode ? place2 : null;
  }
  function opening(element, text) {
    const KNOWN_BY = 16;
    const begins = (child) => {
      const words = (child.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, KNOWN_BY);
      return words !== "" && text.trimStart().startsWith(words);
    };
    return Array.from(element.childNodes).find(begins) ?? element.firstElementChild;
  }

  // www/shell/seen.js
  function watchCovered(element, signal) {
    let covered = false;
    try {
      const view = element.ownerDocument.defaultView;
      if (!("isVisible" in view.IntersectionObserverEntry.prototype)) return () => false;
      const look = (entries) => {
        const { isIntersecting, isVisible } = entries[entries.length - 1];
        covered = isIntersecting && !isVisible;
      };
      const options = { trackVisibility: true, delay: MIN_DELAY };
      const observer = new view.IntersectionObserver(look, options);
      observer.observe(element);
      signal.addEventListener("abort", () => observer.disconnect(), { once: true });
    } catch {
    }
    return () => covered;
  }
  var MIN_DELAY = 100;

  // www/shell/summary.js
  var STEPS = [1, 2, 3, 5, 8, 12, 20];
  var MAX_SHARE = 0.5;
  var LETTER = new RegExp("\\p{L}", "gu");
  var RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/gu;
  function summarize({ document: document2, labels, make: make2, button, say: say2 }, plan, nodes, show, signal) {
    const article = plan.article;
    let sentences = plan.summary?.sentences ?? [];
    if (!sentences.length) return null;
    const list = make2("ul", { class: "summary" });
    const fill = () => list.replaceChildren(
      ...sentences.map((sentence) => {
        const lang = languageOf(sentence, plan, nodes);
        const dir = directionOf(sentence.text, article.direction);
        return make2(
          "li",
          {},
          button(sentence.text, () => show(sentence), { class: "sentence", lang, dir })
        );
      })
    );
    fill();
    const steps = lengths(plan);
    const resize = (count) => {
      sentences = first(plan, count);
      fill();
      mark();
    };
    const shorter = button(labels.shorter, () => step(-1));
    const longer = button(labels.longer, () => step(1));
    const next = (way) => way > 0 ? steps.find((n) => n > sentences.length) : steps.findLast((n) => n < sentences.length);
    const step = (way) => {
      const count = next(way);
      if (count !== void 0) resize(count);
    };
    const mark = () => {
      for (const [element, way] of [
        [shorter, -1],
        [longer, 1]
      ]) {
        if (next(way) === void 0) element.setAttribute("aria-disabled", "true");
        else element.removeAttribute("aria-disabled");
      }
    };
    mark();
    const tools = steps.length > 1 ? [shorter, longer] : [];
    const clipboard = document2.defaultView?.navigator?.clipboard;
    if (clipboard) {
      tools.push(
        button(labels.copy, () => {
          const text = [article.title, ...sentences.map((sentence) => sentence.text), document2.URL];
          clipboard.writeText(text.filter(Boolean).join("\n")).then(
            () => say2(labels.copied),
            () => say2("")
          );
        })
      );
    }
    const aloud = button(labels.read, () => speaker?.toggle());
    aloud.hidden = true;
    const speaker = speech(
      document2,
      article.language,
      () => sentences.map((sentence) => sentence.text),
      signal,
      (state) => {
        aloud.hidden = state === "none";
        aloud.textContent = state === "speaking" ? labels.stop : labels.read;
      }
    );
    if (speaker) tools.push(aloud);
    return { list, tools };
  }
  function lengths(plan) {
    const all = plan.sentences?.length ?? 0;
    const chosen = plan.summary?.sentences.length ?? 0;
    const most = Math.max(chosen, Math.floor(all * MAX_SHARE));
    const steps = all ? STEPS.filter((step) => step <= most) : [];
    return [.../* @__PURE__ */ new Set([...steps, chosen])].sort((a, b) => a - b);
  }
  function first(plan, count) {
    const chosen = plan.summary?.sentences ?? [];
    if (count === chosen.length) return chosen;
    return (plan.sentences ?? []).filter((sentence) => sentence.rank < count).map(({ text, paragraph, ranges, rank }) => ({ text, paragraph, ranges, score: 1 / (1 + rank) }));
  }
  function languageOf(sentence, plan, nodes) {
    const article = plan.article;
    const story = nodes[article.node];
    const own = nodes[sentence.ranges[0]?.node]?.parentElement?.closest("[lang]");
    return own && own !== story && story?.contains(own) && own.getAttribute("lang") || article.language;
  }
  function directionOf(text, otherwise) {
    const letters = text.match(LETTER)?.length ?? 0;
    if (!letters) return otherwise;
    return (text.match(RIGHT_TO_LEFT)?.length ?? 0) * 2 > letters ? "rtl" : "ltr";
  }
  function speech(document2, language, texts, signal, tell) {
    const view = document2.defaultView;
    const synthesis = view?.speechSynthesis;
    const Utterance = view?.SpeechSynthesisUtterance;
    if (!synthesis || !Utterance) return null;
    const primary = (tag) => tag.toLowerCase().split(/[-_]/)[0];
    const voice = () => synthesis.getVoices().find((voice2) => voice2.localService && primary(voice2.lang) === primary(language));
    let speaking = false;
    const set = (on) => {
      speaking = on;
      tell(on ? "speaking" : voice() ? "silent" : "none");
    };
    const stop = () => {
      if (!speaking) return;
      synthesis.cancel();
      set(false);
    };
    synthesis.addEventListener?.("voiceschanged", () => set(speaking), { signal });
    signal.addEventListener("abort", stop, { once: true });
    set(false);
    return {
      toggle() {
        const chosen = voice();
        if (speaking || !chosen) return stop();
        const utterances = texts().map(
          (text) => Object.assign(new Utterance(text), { voice: chosen, lang: chosen.lang })
        );
        utterances.forEach((utterance) => utterance.addEventListener("error", stop));
        utterances.at(-1)?.addEventListener("end", () => set(false));
        set(true);
        for (const utterance of utterances) synthesis.speak(utterance);
      }
    };
  }

  // www/shell/box.js
  function openBox(setup) {
    if (setup.into) {
      const box2 = build(setup.into.ownerDocument, setup);
      setup.into.append(box2);
      paint(box2, setup.into);
      return box2;
    }
    const place2 = placeFor(setup.plan, setup.nodes);
    const parent = place2?.before.parentNode;
    if (!place2 || !parent) return null;
    const document2 = place2.before.ownerDocument;
    const host = document2.createElement("div");
    host.setAttribute(HOST_ATTRIBUTE, "");
    host.style.setProperty("all", "initial", "important");
    host.style.setProperty("display", "block", "important");
    const shadow = host.attachShadow({ mode: "closed" });
    dress(document2, shadow, CLOSED + STYLE + shaped(place2.shape));
    const box = build(document2, setup);
    paint(box, place2.beside);
    shadow.append(box);
    const slot = place2.before.slot;
    if (slot) host.slot = slot;
    parent.insertBefore(host, place2.before);
    tellOutOfSight(host, shadow, place2.beside, setup);
    return host;
  }
  function shaped(shape) {
    const declarations = Object.entries(shape).map(([name, value]) => `${name}: ${value} !important`);
    return declarations.length ? `:host { ${declarations.join("; ")} }
` : "";
  }
  function tellOutOfSight(host, shadow, beside, { plan, hidden, undo, signal }) {
    const view = host.ownerDocument.defaultView;
    if (!view?.IntersectionObserver) return;
    const { language, direction } = plan.article;
    const labels = labelsFor(language);
    let shut;
    const observer = new view.IntersectionObserver((entries) => {
      if (entries[entries.length - 1].isIntersecting) {
        observer.disconnect();
        return shut?.();
      }
      shut ??= openBar(shadow, {
        text: hidden.length ? withNumber(labels.hidden, hidden.length, language) : "✓",
        actions: [
          [labels.summary, () => host.scrollIntoView({ block: "center", behavior: "instant" })],
          [labels.undo, undo]
        ],
        close: labels.close,
        ...{ language, direction, beside, signal }
      });
    });
    observer.observe(host);
    signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  }
  var MAX_LISTED = 500;
  var CLIP = 160;
  var LEAST_GROUP = 3;
  var LEAST_MANY = 8;
  var MAX_PARTS = 6;
  function clip2(text) {
    const letters = [...text.slice(0, 2 * CLIP)];
    return letters.length > CLIP ? `${letters.slice(0, CLIP).join("").trimEnd()}…` : text;
  }
  function alike(plan, places) {
    return [...groupBy(places, (place2) => plan.edits[place2].reason)].flatMap(([reason, edits]) => {
      if (edits.length >= LEAST_MANY) return [{ reason, text: "", edits }];
      return [...groupBy(edits, (place2) => plan.edits[place2].text.trim())].flatMap(
        ([text, same]) => same.length < LEAST_GROUP ? same.map((edit) => ({ reason, text, edits: [edit] })) : [{ reason, text, edits: same }]
      );
    });
  }
  function groupBy(places, keyOf) {
    const groups = /* @__PURE__ */ new Map();
    for (const place2 of places) {
      const group2 = groups.get(keyOf(place2));
      if (group2) group2.push(place2);
      else groups.set(keyOf(place2), [place2]);
    }
    return groups;
  }
  function build(document2, { plan, nodes, hidden: places, open, into, show, restore, never, undo, signal }) {
    const article = plan.article;
    const labels = labelsFor(article.language);
    const make2 = (name, attributes = {}, ...children) => {
      const element = document2.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      if (attributes.class) element.setAttribute("part", attributes.class);
      element.append(...children);
      return element;
    };
    const button = (text, act, attributes) => {
      const element = make2("button", { type: "button", ...attributes }, text);
      element.setAttribute("part", ["button", attributes?.class].filter(Boolean).join(" "));
      element.addEventListener("click", (event) => (into || event.isTrusted) && act());
      return element;
    };
    const status = make2("p", { role: "status", class: "status" });
    const box = make2("section", {
      class: "box",
      "aria-label": labels.summary,
      lang: article.language,
      dir: article.direction
    });
    const minutes = labels.minutes.replace("{number}", numberIn(article.minutes, article.language));
    const slot = (name, ...ours) => into ? [make2("slot", { name }, ...ours)] : ours;
    const header = make2("header", { class: "header" });
    header.append(
      ...slot("name", make2("strong", { class: "name" }, labels.summary)),
      make2("span", { class: "minutes" }, minutes)
    );
    box.append(header);
    const say2 = (text) => void (status.textContent = text);
    const summary = summarize({ document: document2, labels, make: make2, button, say: say2 }, plan, nodes, show, signal);
    if (summary) box.append(summary.list);
    const parts = partButtons(plan, nodes, labels, button, signal);
    if (parts.length) {
      const list = make2("ol", { class: "parts" }, ...parts.map((part) => make2("li", {}, part)));
      const folded = parts.length > MAX_PARTS && make2("details", {}, make2("summary", {}, labels.parts), list);
      box.append(make2("nav", { "aria-label": labels.parts }, folded || list));
    }
    if (!summary && !parts.length) box.classList.add("slim");
    const tools = make2("footer", { class: "footer" });
    if (places.length) {
      const item = ({ reason, text, edits }) => {
        const put = (act) => () => {
          edits.forEach(act);
          back2.remove();
          forget?.remove();
          status.textContent = labels.restored;
        };
        const back2 = button(labels.restore, put(restore));
        const forget = never && button(labels.never, put(never));
        const why = labels.reasons[reason] ?? reason;
        back2.setAttribute("aria-label", `${labels.restore}: ${clip2(text || why)}`);
        const words = (name, more) => make2(name, { class: "what", dir: "auto" }, clip2(text || why) + more);
        const each = edits.map((edit) => ({ reason, text: plan.edits[edit].text.trim(), edits: [edit] }));
        const what = edits.length > 1 ? unfolding(words("summary", ` × ${numberIn(edits.length, article.language)}`), each) : words("span", "");
        const because = text ? [make2("span", { class: "why" }, why)] : [];
        return make2("li", {}, what, ...because, back2, ...forget ? [forget] : []);
      };
      const unfolding = (summary2, things) => {
        const list = make2("ul", { class: "hidden" });
        const details2 = make2("details", {}, summary2, list);
        details2.addEventListener(
          "toggle",
          () => list.firstChild ?? list.append(...things.slice(0, MAX_LISTED).map(item))
        );
        return details2;
      };
      const said = withNumber(labels.hidden, places.length, article.language);
      const details = unfolding(make2("summary", {}, said), alike(plan, places));
      if (open) {
        details.dispatchEvent(new Event("toggle"));
        details.setAttribute("open", "");
      }
      tools.append(details);
    }
    tools.append(...summary?.tools ?? []);
    const back = button(labels.undo, () => {
      if (!isCovered() || document2.defaultView?.confirm(labels.undo)) undo();
    });
    const isCovered = into ? () => false : watchCovered(back, signal);
    tools.append(back, ...slot("tools"));
    box.append(tools, status);
    return box;
  }

  // www/shell/error.js
  var CODES = /* @__PURE__ */ new Set(["load", "target", "snapshot", "options", "text", "page", "internal"]);
  var ZubdaError = class _ZubdaError extends Error {
    /**
     * @param {ErrorCode} code stable; the message is for people
     * @param {string} message
     * @param {unknown} [cause]
     */
    constructor(code, message, cause) {
      super(message, cause === void 0 ? void 0 : { cause });
      this.name = "ZubdaError";
      this.code = code;
    }
    /**
     * @param {any} cause
     * @returns {ZubdaError}
     */
    static from(cause) {
      if (cause instanceof _ZubdaError) return cause;
      const code = CODES.has(cause?.code) ? cause.code : "internal";
      return new _ZubdaError(code, String(cause?.message ?? cause), cause);
    }
  };

  // www/shell/identity.js
  var SIGNS = [(identity) => identity.node, (identity) => identity.paragraph, () => null];
  function identify({ edits, paragraphs }, nodes) {
    const places = edits.map((_, place2) => place2).sort((a, b) => edits[a].node - edits[b].node);
    const byWords = /* @__PURE__ */ new Map();
    const elements = /* @__PURE__ */ new Map();
    const identities = [];
    let begun = 0;
    for (const place2 of places) {
      const { node: id, rule, text, ranges } = edits[place2];
      while (begun < paragraphs.length && paragraphs[begun].node <= id) begun += 1;
      const words = `${rule} ${text}`;
      const alike2 = byWords.get(words) ?? [];
      const paragraph = paragraphs[begun - 1]?.text ?? "";
      const identity = { place: place2, node: nodes[id], isElement: !ranges.length, words, paragraph, alike: alike2 };
      alike2.push(identity);
      byWords.set(words, alike2);
      if (identity.isElement) elements.set(identity.node, identity);
      identities[place2] = identity;
    }
    return { identities, byWords, elements };
  }
  function findAgain(wanted, reading) {
    const matches = /* @__PURE__ */ new Map();
    const places = /* @__PURE__ */ new Set();
    const doubted = /* @__PURE__ */ new Set();
    const gone = wanted.filter((identity) => {
      const { alike: alike2, words, node, isElement } = identity;
      const { found, rest } = matches.get(alike2) ?? match(alike2, reading.byWords.get(words) ?? []);
      matches.set(alike2, { found, rest });
      const one = found.get(identity) ?? (isElement && reading.elements.get(node));
      if (one) places.add(one.place);
      else if (!doubted.has(rest)) for (const { place: place2 } of rest) places.add(place2);
      if (!one) doubted.add(rest);
      return !one && !rest.length;
    });
    return { places, gone };
  }
  function match(before, now) {
    const found = /* @__PURE__ */ new Map();
    let rest = now;
    for (const sign of SIGNS) {
      const missing = before.filter((identity) => !found.has(identity));
      const there = group(rest, sign);
      for (const [thing, alike2] of group(missing, sign)) {
        const same = there.get(thing);
        if (same?.length === alike2.length) alike2.forEach((identity, n) => found.set(identity, same[n]));
      }
      const taken = new Set(found.values());
      rest = rest.filter((identity) => !taken.has(identity));
    }
    return { found, rest };
  }
  function group(identities, sign) {
    const groups = /* @__PURE__ */ new Map();
    for (const identity of identities) {
      const thing = sign(identity);
      const known = groups.get(thing);
      if (known) known.push(identity);
      else groups.set(thing, [identity]);
    }
    return groups;
  }

  // www/shell/overlay.js
  var WRAPPED = 4;
  function isLaidOver(element) {
    const view = element.ownerDocument.defaultView;
    let node = element;
    for (let level = 0; view && node && level < WRAPPED; level++) {
      const { position } = view.getComputedStyle(node);
      if (position === "fixed" || position === "sticky") return true;
      node = node.childElementCount === 1 ? node.firstElementChild : null;
    }
    return false;
  }
  function unlockScroll(document2) {
    const view = document2.defaultView;
    const roots = [document2.documentElement, document2.body].filter(Boolean);
    const locked = roots.flatMap((element) => {
      const declared = view?.getComputedStyle(element);
      const scrolls = { overflow: "visible", "touch-action": "auto" };
      if (declared?.position === "fixed")
        return [{ element, free: { ...scrolls, position: "static", inset: "auto", width: "auto" } }];
      return declared && /hidden|clip/.test(declared.overflowY) ? [{ element, free: scrolls }] : [];
    });
    return locked.map(({ element, free }) => style(element, free));
  }

  // www/shell/reading.js
  var LEAST_SIZE = 18;
  var LINE2 = 70;
  var CHARACTER = 0.5;
  var LEAST_LEADING = 1.5;
  var LEADING = 1.6;
  var HEADING = 1.4;
  var LEAST_GAP = 0.3;
  var GAP = "0.9em";
  var LEAST_CONTRAST = 3;
  var LAYOUT = 0.5;
  var MAX_FITTED = 4e3;
  var PLAIN = {
    display: "block",
    position: "static",
    float: "none",
    "inline-size": "auto",
    "min-inline-size": "0",
    "max-inline-size": "none",
    "block-size": "auto",
    "min-block-size": "0",
    "max-block-size": "none",
    "aspect-ratio": "auto",
    margin: "0",
    padding: "0",
    columns: "auto",
    overflow: "visible",
    contain: "none",
    "content-visibility": "visible",
    transform: "none",
    translate: "none",
    rotate: "none",
    scale: "none",
    "clip-path": "none",
    "mask-image": "none",
    opacity: "1",
    filter: "none",
    "text-align": "start"
  };
  var BARE = { ...PLAIN, border: "0", background: "none", "box-shadow": "none" };
  var FITTED = {
    position: "static",
    float: "none",
    "min-inline-size": "0",
    "max-inline-size": "100%",
    "margin-inline": "auto",
    transform: "none",
    translate: "none"
  };
  var REPLACED = ["img", "picture", "video", "iframe", "svg", "canvas", "object", "embed", "audio", "hr"];
  var GROWING = ["img", "picture", "video", "svg"];
  var SCROLLED = ["pre", "table"];
  var SHAPED = ["figure", "blockquote", "ul", "ol", "li", "dl", "dd", "dt", "pre", "aside", "details", "form"];
  var CELLS2 = ["table", "thead", "tbody", "tfoot", "tr", "td", "th"];
  function setForReading(plan, nodes, { column = false, size = 100, width = 0 } = {}) {
    const story = plan.article ? nodes[plan.article.node] : void 0;
    if (!story?.isConnected || !story.ownerDocument.defaultView?.getComputedStyle) return [];
    const changes = [];
    const set = (element, properties) => {
      if (element.style) changes.push(style(element, properties));
    };
    try {
      if (!column) for (const [element, properties] of closed(plan, nodes, story)) set(element, properties);
      if (!column && size === 100 && !width) return changes;
      const paragraphs = paragraphsOf(plan, nodes);
      const page = nodes[0];
      const texts = textsOf(story);
      const base = runningSize(paragraphs, texts);
      const scale = column ? Math.max(1, LEAST_SIZE / base) : 1;
      const sizes = texts.map((text) => sizeOf(text, base, scale, size / 100, column));
      const line = `${Math.round((width || LINE2) * CHARACTER * base * scale * (size / 100))}px`;
      const layout = column ? layoutOf(plan, nodes, paragraphs, page, story) : null;
      texts.forEach(({ element }, i) => sizes[i] && set(element, sizes[i]));
      if (layout) {
        for (const [element, properties] of layout.styles) set(element, properties);
        set(layout.column, { ...layout.frame, "max-inline-size": `min(100%, ${line})` });
        for (const [element, properties] of fitted(layout, story, paragraphs)) set(element, properties);
      } else if (width) {
        set(story, { "max-inline-size": `min(100%, ${line})`, "margin-inline": "auto" });
      }
    } catch (cause) {
      revertAll(changes);
      throw cause;
    }
    return changes;
  }
  var WHOLE = 0.85;
  function closed({ edits }, nodes, story) {
    const hidden = edits.filter((edit) => edit.action === "hide" && !edit.ranges.length).map(({ node }) => nodes[node]);
    const rows = new Set(hidden.flatMap((node) => node ? parentAround(node) ?? [] : []));
    const view = story.ownerDocument.defaultView;
    return [...rows].flatMap((row) => {
      if (!row.contains(story) || row.localName === "html") return [];
      const { display, flexDirection } = view.getComputedStyle(row);
      const isRow = display === "grid" || display === "flex" && flexDirection.startsWith("row");
      if (!isRow && [...childElements(row)].every((child) => view.getComputedStyle(child).float === "none")) return [];
      const left = [...childElements(row)].filter((child) => child.getBoundingClientRect().height > 0);
      const [one] = left;
      if (!one || left.some((other) => !isBelow(other, one))) return [];
      const { width } = one.getBoundingClientRect();
      const box = contentBox(row);
      if (width > (box.right - box.left) * WHOLE) return [];
      const found = [];
      if (display === "grid") {
        const columns = { "grid-template-areas": "none", "grid-template-columns": `minmax(0, ${Math.round(width)}px)` };
        found.push([row, { ...columns, "justify-content": "center" }]);
        for (const child of left) found.push([child, { "grid-area": "auto" }]);
      } else if (isRow) {
        found.push([row, { "justify-content": "center" }]);
      } else if (left.length === 1 && view.getComputedStyle(one).float !== "none") {
        found.push([one, { float: "none", "margin-inline": "auto" }]);
      }
      return found;
    });
  }
  function isBelow(other, one) {
    const [a, b] = [other.getBoundingClientRect(), one.getBoundingClientRect()];
    return Math.abs(a.left - b.left) <= 2 && Math.abs(a.width - b.width) <= 2;
  }
  function paragraphsOf(plan, nodes) {
    const lengths2 = /* @__PURE__ */ new Map();
    for (const { node, text, kind } of plan.paragraphs) {
      const element = nodes[node];
      if (!element?.isConnected || nodeType(element) !== 1 || kind === "row") continue;
      lengths2.set(element, (lengths2.get(element) ?? 0) + text.length);
    }
    return lengths2;
  }
  function textsOf(story) {
    const view = story.ownerDocument.defaultView;
    const texts = [];
    const look = (element) => {
      if (element.hasAttribute(HOST_ATTRIBUTE) || !element.style) return;
      const { display, fontSize, lineHeight } = view.getComputedStyle(element);
      if (display === "none") return;
      const size = parseFloat(fontSize);
      if (hasText(element) && size) texts.push({ element, size, leading: parseFloat(lineHeight) / size });
      for (const child of childElements(element)) look(child);
    };
    look(story);
    return texts;
  }
  function hasText(element) {
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (nodeType(child) === 3 && child.data.trim()) return true;
    }
    return false;
  }
  function runningSize(paragraphs, texts) {
    const lengths2 = /* @__PURE__ */ new Map();
    for (const { element, size } of texts) lengths2.set(size, (lengths2.get(size) ?? 0) + (paragraphs.get(element) ?? 0));
    return [...lengths2].sort((a, b) => b[1] - a[1])[0]?.[0] ?? LEAST_SIZE;
  }
  function sizeOf({ size, leading }, base, scale, wish, column) {
    const isHeading = size > base * HEADING;
    const now = size * wish * (isHeading ? 1 : scale);
    const isTight = !isHeading && !(leading >= LEAST_LEADING);
    if (column && isTight) return { "font-size": `${round(now)}px`, "line-height": String(LEADING) };
    if (now === size) return null;
    return { "font-size": `${round(now)}px`, ...leading ? { "line-height": String(round(leading)) } : {} };
  }
  function round(number) {
    return Math.round(number * 100) / 100;
  }
  function layoutOf(plan, nodes, paragraphs, page, story) {
    const { body } = page.ownerDocument;
    const isWhole = localName(page) === "html" && body !== null;
    const column = isWhole ? body : page;
    const ground = backgroundAt(story) ?? WHITE;
    const ink = inkOf([...paragraphs.keys()][0] ?? story);
    const headline = headlineOf(plan, nodes);
    const styles = /* @__PURE__ */ new Map();
    const way = new Set([story, headline].flatMap((element) => element ? waysTo(element, page) : []));
    for (const element of way) {
      if (element === page && !isWhole) continue;
      styles.set(element, element.contains(story) || !hasPicture(element) ? BARE : FITTED);
      for (const child of childElements(element)) {
        if (!way.has(child) && child !== story && child !== headline) piece(child, styles);
      }
    }
    if (headline && headline !== story) piece(headline, styles);
    if (story !== page) styles.set(story, BARE);
    for (const element of inside(story, paragraphs)) styles.set(element, PLAIN);
    for (const [element, colour] of unreadable(way, story, ground, ink)) {
      styles.set(element, { ...styles.get(element), color: css(colour) });
    }
    const frame = isWhole ? { margin: "0 auto", padding: "24px clamp(16px, 4vw, 32px) 64px", "box-sizing": "content-box" } : { "margin-inline": "auto" };
    if (isWhole) {
      styles.set(page, { ...BARE, "background-color": css(ground) });
      styles.set(column, { ...styles.get(column), ...BARE });
    }
    return { styles, column, frame, headline };
  }
  function waysTo(element, page) {
    const ways = [];
    for (let at = element; at !== page; ) {
      const around = parentAround(at);
      if (!around) break;
      ways.push(at = around);
    }
    return ways;
  }
  function hasPicture(element) {
    const view = element.ownerDocument.defaultView;
    return view.getComputedStyle(element).backgroundImage.includes("url(");
  }
  function piece(element, styles) {
    if (element.hasAttribute(HOST_ATTRIBUTE) || !element.style) return;
    const view = element.ownerDocument.defaultView;
    const { display, position } = view.getComputedStyle(element);
    if (display === "none" || display.startsWith("inline") || display === "contents") return;
    if (position === "fixed") return;
    const isReplaced = REPLACED.includes(localName(element));
    styles.set(element, { ...FITTED, ...isReplaced ? {} : { "inline-size": "auto", "margin-inline": "0" } });
  }
  function inside(story, paragraphs) {
    const view = story.ownerDocument.defaultView;
    const whole = sum(paragraphs.values());
    const known = /* @__PURE__ */ new Map([[story, true]]);
    const isPlain = (element) => {
      const name = localName(element);
      if (SHAPED.includes(name)) return false;
      if (CELLS2.includes(name)) {
        const table = element.closest("table") ?? element;
        const within3 = sum(
          [...paragraphs].filter(([paragraph]) => table.contains(paragraph)).map(([, length]) => length)
        );
        return within3 > whole * LAYOUT;
      }
      const { backgroundColor, backgroundImage, borderTopWidth, display } = view.getComputedStyle(element);
      const isSeen = backgroundImage !== "none" || borderTopWidth !== "0px" || !/, 0\)$/.test(backgroundColor);
      return !isSeen && display !== "inline";
    };
    const open = (element) => {
      const before = known.get(element);
      if (before !== void 0) return before;
      const around = parentAround(element);
      const plain = around !== null && open(around) && isPlain(element);
      known.set(element, plain);
      return plain;
    };
    for (const paragraph of paragraphs.keys()) {
      const around = parentAround(paragraph);
      if (paragraph !== story && around) open(around);
    }
    return [...known].flatMap(([element, plain]) => plain && element !== story ? [element] : []);
  }
  function sum(numbers) {
    return [...numbers].reduce((all, one) => all + one, 0);
  }
  function unreadable(way, story, ground, ink) {
    if (!ink) return [];
    const found = [];
    const view = story.ownerDocument.defaultView;
    const look = (element) => {
      if (element === story || element.hasAttribute(HOST_ATTRIBUTE)) return;
      const { display, backgroundColor } = view.getComputedStyle(element);
      const hasGround = !way.has(element) && !/, 0\)$/.test(backgroundColor);
      if (display === "none" || hasGround || way.has(element) && !element.contains(story) && hasPicture(element))
        return;
      const own = hasText(element) && inkOf(element);
      if (own && contrast(own, ground) < LEAST_CONTRAST) found.push([element, ink]);
      for (const child of childElements(element)) look(child);
    };
    for (const element of way) {
      for (const child of childElements(element)) if (!way.has(child)) look(child);
    }
    return found;
  }
  function fitted({ column, headline }, story, paragraphs) {
    const view = column.ownerDocument.defaultView;
    const { left, right } = contentBox(story);
    const found = [];
    let looked = 0;
    const look = (element) => {
      if ((looked += 1) > MAX_FITTED || element.hasAttribute(HOST_ATTRIBUTE) || !element.style) return;
      const box = element.getBoundingClientRect();
      if (!element.getClientRects().length && view.getComputedStyle(element).display !== "contents") return;
      const isOver = box.width > 1 && box.height > 1 && (box.left < left - 1 || box.right > right + 1);
      const name = localName(element);
      const isBox = REPLACED.includes(name) || view.getComputedStyle(element).display !== "inline";
      if (isOver && isBox && !element.contains(story)) {
        found.push([
          element,
          {
            ...FITTED,
            ...REPLACED.includes(name) ? GROWING.includes(name) && { "block-size": "auto" } : { "inline-size": "auto" },
            ...SCROLLED.includes(name) ? { display: "block", "overflow-x": "auto" } : {}
          }
        ]);
      }
      if (!SCROLLED.includes(name)) for (const child of childElements(element)) look(child);
    };
    look(column);
    let before = headline?.getBoundingClientRect() ?? null;
    for (const element of paragraphs.keys()) {
      const box = element.getBoundingClientRect();
      const size = parseFloat(view.getComputedStyle(element).fontSize);
      if (before && box.top >= before.bottom - 1 && box.top - before.bottom < size * LEAST_GAP && isBlock(element)) {
        found.push([element, { "margin-block-start": GAP }]);
      }
      before = box;
    }
    return found;
  }
  function isBlock(element) {
    const view = element.ownerDocument.defaultView;
    return view.getComputedStyle(element).display === "block" && !SHAPED.includes(localName(element));
  }
  function contentBox(element) {
    const view = element.ownerDocument.defaultView;
    const { left, right } = element.getBoundingClientRect();
    const { paddingLeft, paddingRight } = view.getComputedStyle(element);
    return { left: left + parseFloat(paddingLeft), right: right - parseFloat(paddingRight) };
  }

  // www/shell/watch.js
  var MAX_ROUNDS = 20;
  var QUIET = 200;
  var WATCHED = {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["style", "hidden", "data-zubda"]
  };
  function watchStory(story, isUndone, again) {
    const document2 = story().ownerDocument;
    const view = document2.defaultView;
    if (!view) return () => {
    };
    let frame = 0;
    let timer = 0;
    let rounds = 0;
    let isAway = false;
    let observer;
    const stop = () => {
      observer?.disconnect();
      if (frame) view.cancelAnimationFrame(frame);
      if (timer) view.clearTimeout(timer);
    };
    const guarded = (act) => () => {
      try {
        act();
      } catch {
        stop();
      }
    };
    const observe2 = () => {
      observer?.disconnect();
      const root = story();
      isAway = !root.isConnected;
      if (isAway) return observer?.observe(document2, { subtree: true, childList: true });
      observer?.observe(root, WATCHED);
      for (let around = parentNode(root); around; around = parentNode(around)) {
        observer?.observe(around, { childList: true });
      }
    };
    const round2 = guarded(() => {
      frame = timer = 0;
      if (!isUndone()) return;
      again();
      if (++rounds >= MAX_ROUNDS) observer?.disconnect();
      else observe2();
    });
    const heed = guarded(() => {
      if (frame || !isUndone()) return;
      if (!isAway) return void (frame = view.requestAnimationFrame(round2));
      view.clearTimeout(timer);
      timer = view.setTimeout(round2, QUIET);
    });
    try {
      observer = new view.MutationObserver(heed);
      observe2();
    } catch {
    }
    return stop;
  }

  // www/shell/apply.js
  function applyPlan(plan, nodes, options = {}, texts) {
    const page = make(plan, nodes, options, texts);
    page.apply();
    return page;
  }
  function make(plan, nodes, options, texts) {
    try {
      return new Page(plan, nodes, options, texts);
    } catch (cause) {
      throw new ZubdaError("page", "the page could not be cleaned", cause);
    }
  }
  var Page = class {
    #nodes;
    #options;
    #journal = [];
    /** Those of the journal that cut a text. @type {Map<Node, TextChange>} */
    #cuts = /* @__PURE__ */ new Map();
    /** Places in `plan.edits` that were put back. @type {Set<number>} */
    #restored;
    /** What was put back and is not in the page now. @type {Identity[]} */
    #gone = [];
    /** Places of edits of which the browser did not say what they ask for. @type {Set<number>} */
    #unmet = /* @__PURE__ */ new Set();
    /** Rules that the reader wants never again. @type {Set<string>} */
    #never = /* @__PURE__ */ new Set();
    /** Whether the page was read anew and had no story then: it may be half redrawn. */
    #lost = false;
    /** What each text node held when the snapshot was taken. @type {Map<Node, string>} */
    #texts = /* @__PURE__ */ new Map();
    #applied = false;
    #light = lightSentences();
    /** Ends what is done until undo. */
    #control = new AbortController();
    /** Ends what the box does by itself. */
    #boxControl = new AbortController();
    #unwatch = () => {
    };
    /**
     * @param {Plan} plan
     * @param {Node[]} nodes
     * @param {ApplyOptions} options
     * @param {(string | undefined)[]} [texts]
     */
    constructor(plan, nodes, options, texts) {
      this.plan = plan;
      this.host = null;
      this.#nodes = nodes;
      this.#options = options;
      this.#restored = new Set(options.spare);
      this.#hold(texts);
    }
    /** Whether the page is clean now. */
    get applied() {
      return this.#applied;
    }
    /** What is hidden now: places in `plan.edits`. */
    get hidden() {
      if (!this.#applied || this.#lost) return [];
      const isHidden = (i) => !this.#restored.has(i) && !this.#unmet.has(i);
      return this.plan.edits.flatMap((edit, i) => edit.action === "hide" && isHidden(i) ? [i] : []);
    }
    /** Cleans the page again after {@link undo}. */
    apply() {
      if (this.#applied || !this.plan.article) return;
      this.#applied = true;
      this.#control = new AbortController();
      const { again } = this.#options;
      this.#attempt(() => {
        if (again && this.#isReplaced()) this.#readAgain(again);
        else this.#write();
        this.#open();
      });
      if (this.#lost) this.undo();
      else this.#watch();
    }
    /** Cleans again what the page redraws. */
    #watch() {
      const story = () => this.#nodes[this.plan.article.node];
      if (!story()?.isConnected || !this.#journal.length) return;
      const found = ({ target }) => {
        try {
          this.restore(this.plan.edits.findIndex((edit) => edit.findable && this.#nodes[edit.node] === target));
        } catch {
        }
      };
      this.#nodes[0].addEventListener("beforematch", found, { capture: true, signal: this.#control.signal });
      const { again } = this.#options;
      const isGone = () => again && this.#nodes[0].isConnected && (this.#lost || this.#journal.some((change) => !change.node.isConnected));
      const isUndone = (change) => change.node.isConnected && change.undone();
      this.#unwatch = watchStory(
        story,
        () => this.#applied && (isGone() || this.#journal.some(isUndone)),
        () => {
          if (!again || !isGone()) return this.#rewrite();
          this.#attempt(() => {
            this.#revert();
            this.#readAgain(again);
            if (!this.#lost && !this.host?.isConnected) this.#open();
          });
        }
      );
    }
    /** Whether the page has put other nodes in the place of those that are to be changed. */
    #isReplaced() {
      return this.plan.edits.some((edit) => edit.action !== "leave" && !this.#nodes[edit.node]?.isConnected);
    }
    /** @param {NonNullable<ApplyOptions["again"]>} again */
    #readAgain(again) {
      const { plan, nodes } = again();
      this.#lost = !plan.article;
      if (this.#lost) return;
      const { identities } = identify(this.plan, this.#nodes);
      const spared = [...this.#gone, ...[...this.#restored].map((i) => identities[i])];
      const found = findAgain(spared, identify(plan, nodes));
      this.plan = plan;
      this.#nodes = nodes;
      this.#restored = found.places;
      this.#gone = found.gone;
      this.#never.forEach((rule) => this.#spareRule(rule));
      this.#hold();
      this.#write();
    }
    /** @param {(string | undefined)[]} [texts] */
    #hold(texts) {
      this.#texts.clear();
      for (const range of this.plan.edits.flatMap((edit) => edit.ranges)) {
        const node = this.#nodes[range.node];
        if (node && !this.#texts.has(node)) this.#texts.set(node, texts?.[range.node] ?? node.data);
      }
    }
    /**
     * All or nothing.
     *
     * @param {() => void} change
     */
    #attempt(change) {
      try {
        this.#around(change);
      } catch (cause) {
        this.undo();
        throw new ZubdaError("page", "the page could not be cleaned", cause);
      }
    }
    /** @param {() => void} change */
    #around(change) {
      if (this.#options.around) this.#options.around(change);
      else change();
    }
    #open() {
      if (this.#options.box === false) return;
      this.#boxControl.abort();
      this.#boxControl = new AbortController();
      const [plan, nodes] = [this.plan, this.#nodes];
      this.host = openBox({
        plan,
        nodes,
        hidden: this.hidden,
        open: this.#options.box?.open ?? false,
        into: this.#options.box?.into,
        show: (sentence) => this.#light.show(this.#rangesOf(sentence, plan)),
        // The plan may be another by the time that the reader asks.
        restore: (i) => plan === this.plan ? this.restore(i) : this.#restoreAgain(identify(plan, nodes).identities[i]),
        never: this.#options.remember && ((i) => this.#neverAgain(plan.edits[i].rule)),
        undo: () => this.undo(),
        signal: this.#boxControl.signal
      });
    }
    /** Puts everything back but what the page itself has changed since. */
    undo() {
      if (!this.#applied) return;
      this.#applied = false;
      this.#unwatch();
      this.#control.abort();
      this.#boxControl.abort();
      this.#around(() => {
        this.#revert();
        this.host?.remove();
      });
      this.#light.clear();
      this.host = null;
      this.#lost = false;
    }
    /**
     * Puts one edit back.
     *
     * @param {number} i its place in `plan.edits`
     */
    restore(i) {
      if (!this.plan.edits[i] || this.#restored.has(i)) return;
      this.#restored.add(i);
      this.#rewrite();
    }
    /** @param {Identity} identity of an edit of an earlier plan */
    #restoreAgain(identity) {
      const { places, gone } = findAgain([identity], identify(this.plan, this.#nodes));
      places.forEach((place2) => this.#restored.add(place2));
      this.#gone.push(...gone);
      this.#rewrite();
    }
    /**
     * Puts back one edit and all others of its rule, and has the host remember the rule for this site.
     *
     * @param {number} i its place in `plan.edits`
     */
    never(i) {
      const rule = this.plan.edits[i]?.rule;
      if (rule) this.#neverAgain(rule);
    }
    /** @param {string} rule */
    #neverAgain(rule) {
      this.#never.add(rule);
      this.#spareRule(rule);
      this.#rewrite();
      this.#options.remember?.(rule);
    }
    /** @param {string} rule */
    #spareRule(rule) {
      this.plan.edits.forEach((edit, place2) => edit.rule === rule && this.#restored.add(place2));
    }
    #rewrite() {
      if (!this.#applied) return;
      this.#attempt(() => {
        this.#revert();
        this.#write();
      });
    }
    #write() {
      this.#ask();
      const isDone = (i) => !this.#restored.has(i) && !this.#unmet.has(i);
      const edits = this.plan.edits.filter((edit, i) => edit.action !== "leave" && isDone(i));
      const isOverlay = edits.some((edit) => edit.reason === "overlay" && this.#nodes[edit.node]?.isConnected);
      if (isOverlay) this.#journal.push(...unlockScroll(this.#nodes[0].ownerDocument));
      for (const edit of edits) {
        const node = this.#nodes[edit.node];
        if (!edit.ranges.length && node?.isConnected && node.nodeType === 1) {
          this.#journal.push(markElement(node, edit));
        }
      }
      const cuts = /* @__PURE__ */ new Map();
      for (const { ranges, replacement } of edits.filter((edit) => edit.action === "hide")) {
        ranges.forEach(({ node: id, start, end }, i) => {
          const node = this.#nodes[id];
          const cut = { start, end, replacement: i === 0 ? replacement : "" };
          const known = cuts.get(node);
          if (known) known.push(cut);
          else cuts.set(node, [cut]);
        });
      }
      for (const [node, list] of cuts) {
        if (!node?.isConnected || node.data !== this.#texts.get(node)) continue;
        const change = cutText(node, list);
        this.#journal.push(change);
        this.#cuts.set(node, change);
      }
      if (this.#options.marks !== false) this.#journal.push(...markParts(this.plan, this.#nodes));
      this.#journal.push(...setForReading(this.plan, this.#nodes, this.#options.reading));
    }
    /** Asks the browser what the edits ask for, before anything is written, so that it lays the page out no more than once. */
    #ask() {
      this.#unmet.clear();
      this.plan.edits.forEach((edit, i) => {
        const node = this.#nodes[edit.node];
        if (edit.asks && !(node?.nodeType === 1 && isLaidOver(node))) this.#unmet.add(i);
      });
    }
    #revert() {
      this.#cuts.clear();
      revertAll(this.#journal.splice(0));
    }
    /**
     * Where a sentence stands now; nowhere once the page has put another in its place.
     *
     * @param {SummarySentence} shown
     * @param {Plan} plan the one that it is of
     */
    #rangesOf(shown, plan) {
      const ranges = plan === this.plan ? shown.ranges : sentenceAgain(shown, plan, this.plan)?.ranges ?? [];
      return ranges.flatMap(({ node: id, start, end }) => {
        const node = this.#nodes[id];
        if (!node?.isConnected || !node.ownerDocument) return [];
        const now = (offset, isEnd) => Math.min(this.#cuts.get(node)?.now(offset, isEnd) ?? offset, node.length);
        const range = node.ownerDocument.createRange();
        range.setStart(node, now(start, false));
        range.setEnd(node, now(end, true));
        return [range];
      });
    }
  };
  function sentenceAgain(shown, before, now) {
    const alike2 = ({ sentences, summary }) => (sentences ?? summary?.sentences ?? []).filter(({ text }) => text === shown.text);
    const { node, start } = shown.ranges[0] ?? {};
    const place2 = alike2(before).findIndex(({ ranges }) => ranges[0]?.node === node && ranges[0]?.start === start);
    return alike2(now)[place2] ?? alike2(now)[0];
  }

  // www/shell/keep.js
  var EYE = 1 / 3;
  var ACROSS = [0.5, 0.3, 0.7];
  var STEP = 40;
  var ENOUGH = 12;
  var LINES = "p, h1, h2, h3, h4, li, blockquote, td, figcaption, pre, dd";
  function keepPlace(document2, change) {
    const view = document2.defaultView;
    const seen = view ? atEye(document2, view) : [];
    const done = change();
    const kept = seen.find(({ element: element2 }) => element2.isConnected && element2.getClientRects().length);
    if (!kept || !view) return done;
    const { element, top } = kept;
    for (let tries = 0; tries < 2; tries += 1) {
      const moved = element.getBoundingClientRect().top - top;
      if (Math.abs(moved) < 0.5) break;
      const scroller = tries ? document2.scrollingElement : scrollerOf(element);
      scroller?.scrollBy({ top: moved, behavior: "instant" });
    }
    return done;
  }
  function atEye(document2, view) {
    const eye = view.innerHeight * EYE;
    const steps = Math.floor((view.innerHeight - eye) / STEP);
    const heights = Array.from({ length: steps }, (_, i) => [eye + i * STEP, eye - (i + 1) * STEP]).flat();
    const seen = /* @__PURE__ */ new Set();
    let isScrolled = view.scrollY > 0;
    for (const y of heights.filter((y2) => y2 > 0)) {
      for (const x of ACROSS) {
        const line = document2.elementFromPoint(x * view.innerWidth, y)?.closest(LINES);
        if (!line || seen.has(line) || sticks(line)) continue;
        seen.add(line);
        isScrolled ||= scrollerOf(line).scrollTop > 0;
      }
      if (seen.size >= ENOUGH || seen.size && !isScrolled) break;
    }
    return isScrolled ? [...seen].map((element) => ({ element, top: element.getBoundingClientRect().top })) : [];
  }

  // www/shell/rules.js
  async function siteRules(storage, site) {
    const saved = await storage.load(site);
    const never = Array.isArray(saved) ? saved.filter((rule) => typeof rule === "string") : [];
    return {
      never,
      async remember(rule) {
        if (never.includes(rule)) return;
        never.push(rule);
        await storage.save(site, [...never]);
      }
    };
  }

  // www/extension/api.js
  var api = globalThis.browser ?? chrome;
  var VERSION = 2;

  // www/extension/look.js
  var STORY = "data-zubda-story";
  var HEADLINE = "data-zubda-headline";
  function styleOf2({ marks }, level) {
    const kept = `[${STORY}], [${HEADLINE}]`;
    const around = `:has(${kept}) > :not(:has(${kept}), ${kept}, [${STORY}] *, head, [${HOST_ATTRIBUTE}])`;
    const rules = [];
    if (marks) rules.push(MARKS);
    if (level === "dim")
      rules.push(
        `${around} { opacity: 0.15 !important }`,
        `${around}:hover, ${around}:focus-within { opacity: 1 !important }`
      );
    return rules.join("\n");
  }
  function holdOn(plan, nodes) {
    if (!plan.article) return () => {
    };
    const story = nodes[plan.article.node];
    const held = [[story, STORY, ""]];
    const headline = headlineOf(plan, nodes);
    if (headline) held.push([headline, HEADLINE, ""]);
    held.push(
      ...partMarks(plan, nodes).map(
        ([element, name]) => [element, PART, name]
      )
    );
    const ours = held.filter(
      ([element, name]) => element.isConnected && element.nodeType === 1 && !element.hasAttribute(name)
    );
    for (const [element, name, value] of ours) element.setAttribute(name, value);
    return () => {
      for (const [element, name, value] of ours) {
        if (element.getAttribute(name) === value) element.removeAttribute(name);
      }
    };
  }
  function letGo(document2) {
    for (const name of [PART, HEADLINE, STORY]) {
      for (const element of document2.querySelectorAll(`[${name}]`)) {
        element.removeAttribute(name);
        for (const host of element.querySelectorAll(`[${HOST_ATTRIBUTE}]`)) host.remove();
      }
    }
  }

  // www/shell/kinds.js
  var KIND_OF = {
    "ad-marker": "ads",
    "ad-label": "ads",
    "ad-slot": "ads",
    shortcode: "leftovers",
    "script-text": "leftovers",
    punctuation: "leftovers",
    encoding: "leftovers",
    "duplicate-headline": "headline",
    "source-label": "source",
    "feed-tail": "source",
    rights: "source",
    related: "related",
    "read-more": "related",
    promotion: "promotions",
    share: "promotions",
    paywall: "promotions",
    caption: "captions",
    comments: "related",
    overlay: "promotions",
    column: "around",
    around: "around"
  };
  var REASONS = Object.keys(KIND_OF);
  function reasonsOf(kinds) {
    return REASONS.filter((reason) => kinds.includes(KIND_OF[reason]));
  }

  // www/extension/settings.js
  var SETTINGS_VERSION = 2;
  var KINDS = [...new Set(Object.values(KIND_OF))].filter((kind) => kind !== "captions");
  var LEVELS = ["leftovers", "tidy", "dim", "story"];
  var DEFAULTS = Object.freeze({
    level: "tidy",
    sentences: 3,
    spare: [],
    marks: true,
    size: 100,
    width: 0,
    panel: false
  });
  var MIGRATIONS = {
    // What became of all outside of the story was a setting of its own.
    1: ({ focus, ...rest }) => ({
      ...rest,
      ...focus === "hide" && { level: "story" },
      ...focus === "dim" && { level: "dim" }
    })
  };
  function readSettings(stored, migrations = MIGRATIONS, version = SETTINGS_VERSION) {
    let value = isRecord(stored) ? stored : {};
    let from = typeof value.version === "number" ? value.version : version;
    for (; from < version && migrations[from]; from += 1) value = migrations[from](value);
    const kinds = Array.isArray(value.spare) ? value.spare.filter((kind) => KINDS.includes(kind)) : DEFAULTS.spare;
    const widths = within2(value.width, 40, 100);
    return {
      level: levelIn(value) ?? DEFAULTS.level,
      sentences: within2(value.sentences, 0, 20) ?? DEFAULTS.sentences,
      spare: [...new Set(kinds)],
      marks: typeof value.marks === "boolean" ? value.marks : DEFAULTS.marks,
      size: within2(value.size, 80, 200) ?? DEFAULTS.size,
      width: widths ?? DEFAULTS.width,
      panel: typeof value.panel === "boolean" ? value.panel : DEFAULTS.panel
    };
  }
  function readSite(stored) {
    const value = isRecord(stored) ? stored : {};
    const never = Array.isArray(value.never) ? value.never.filter((rule) => typeof rule === "string") : [];
    return { always: value.always === true, level: levelIn(value), never: [...new Set(never)] };
  }
  function levelIn({ level }) {
    return LEVELS.find((one) => one === level) ?? null;
  }
  function levelOf(settings, site, wish = null) {
    return wish ?? site.level ?? settings.level;
  }
  function readingOf({ size, width }, level) {
    return { column: level === "story", size, width };
  }
  function optionsOf({ sentences, spare }, { never }, asked = "once", level = DEFAULTS.level) {
    const summary = sentences > 0 && { sentences };
    const wish = { asked: asked !== "never", anyway: asked === "anyway", level: level === "dim" ? "tidy" : level };
    return { ...wish, summary, sentences: summary !== false, keep: reasonsOf(spare), never };
  }
  function within2(value, least, most) {
    return typeof value === "number" && value >= least && value <= most ? Math.round(value) : null;
  }
  function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  // www/extension/storage.js
  var SETTINGS = "settings";
  var SITE = "site:";
  function siteKey(host) {
    return SITE + host;
  }
  async function loadSettings() {
    return readSettings((await api.storage.sync.get(SETTINGS))[SETTINGS]);
  }
  async function loadSite(host) {
    return readSite((await api.storage.sync.get(SITE + host))[SITE + host]);
  }
  async function saveSite(host, changes) {
    const site = { ...await loadSite(host), ...changes };
    if (site.always || site.level || site.never.length) await api.storage.sync.set({ [SITE + host]: site });
    else await api.storage.sync.remove(SITE + host);
  }

  // www/extension/watch.js
  function watchNavigation(moved) {
    let url = place();
    const look = () => {
      if (place() === url) return;
      url = place();
      moved();
    };
    const navigation = globalThis.navigation;
    if (navigation) navigation.addEventListener("navigatesuccess", look);
    else {
      addEventListener("popstate", look);
      new MutationObserver(look).observe(document.head ?? document.documentElement, { childList: true, subtree: true });
    }
  }
  function place() {
    return location.href.split("#")[0];
  }
  function watchStory2(story, changed) {
    let waiting = 0;
    const isNews = (records) => !story.isConnected || records.some((record) => story.contains(record.target) && addsText(record));
    const wait = () => {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0;
        changed();
      });
    };
    if (!story.isConnected) wait();
    const stop = observe(story.ownerDocument, (records) => isNews(records) && wait());
    return () => {
      stop();
      cancelAnimationFrame(waiting);
    };
  }
  var QUIET2 = 200;
  function watchPage(document2, changed) {
    let waiting;
    const stop = observe(document2, (records) => {
      if (!records.some(addsText)) return;
      clearTimeout(waiting);
      waiting = setTimeout(changed, QUIET2);
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }
  function observe(document2, seen) {
    const observer = new MutationObserver(seen);
    observer.observe(document2, { childList: true, subtree: true });
    return () => observer.disconnect();
  }
  function addsText({ addedNodes }) {
    return [...addedNodes].some((node) => (node.textContent ?? "").trim() !== "");
  }

  // www/extension/words.js
  function say(name, number) {
    return api.i18n.getMessage(name, number === void 0 ? void 0 : String(number)) || name;
  }
  function sayRefused(refused) {
    return say(`refused_${refused.replaceAll("-", "_")}`);
  }

  // www/extension/content.js
  var MAX_NODES = 2e5;
  var MAX_TEXT = 8e6;
  var DOUBLE_CLICK = 400;
  var CLIP2 = 200;
  var MAX_READINGS = 20;
  var UNTOUCHED = { is: "untouched" };
  function visitFrom(first2) {
    return { readings: 0, gone: [], first: first2, listed: [] };
  }
  var KEY = Symbol.for("zubda");
  var END = "zubda-end";
  var CLICK = Symbol.for("zubda-click");
  var scope = globalThis;
  scope[KEY] ??= attend();
  if (scope[CLICK] !== void 0) void scope[KEY].toggle(scope[CLICK]);
  delete scope[CLICK];
  function attend() {
    let standing = UNTOUCHED;
    let visit = visitFrom(0);
    let work = null;
    let pressed = -Infinity;
    let always = false;
    let asked = "once";
    let wish = null;
    async function run(kind, by = kind === "anyway" ? kind : "once") {
      await work;
      if ((kind === "clean" || kind === "anyway") && !isClean(standing)) {
        asked = by;
        await inTurn(clean);
      }
      if (kind === "undo") putBack();
    }
    function inTurn(job) {
      const mine = Promise.resolve(work).then(job).finally(() => {
        if (work === mine) work = null;
      });
      work = mine;
      return mine;
    }
    async function toggle(at) {
      const again = at - pressed < DOUBLE_CLICK;
      pressed = at;
      if (work || again) await work;
      else await run(isClean(standing) ? "undo" : "clean");
      tell();
    }
    async function clean() {
      const mine = visit;
      const before = sheetOf(standing);
      let sheet = "";
      const undress = () => sheet !== before && dress2(sheet, "");
      try {
        const kept = Promise.all([loadSettings(), loadSite(location.hostname)]);
        const levelled = kept.then(([settings2, site2]) => levelOf(settings2, site2, wish));
        const dressed = Promise.all([kept, levelled]).then(([[settings2], level2]) => {
          sheet = styleOf2(settings2, level2);
          return sheet === before ? void 0 : dress2("", sheet);
        });
        const found = await read(
          Promise.all([kept, levelled]).then(([[settings2, site2], level2]) => optionsOf(settings2, site2, asked, level2)),
          look
        );
        const [settings, site] = await kept;
        const level = await levelled;
        const { remember } = await siteRules(storageOf(site), location.hostname);
        await dressed;
        if (mine !== visit) return void undress();
        keepPlace(found.nodes[0]?.ownerDocument ?? document, () => {
          const spared = [...visit.gone, ...restoredIn(standing)];
          takeDown(found.plan ? sheet : "");
          if (!found.plan) return;
          const reading = identify(found.plan, found.nodes);
          const { places, gone } = findAgain(spared, reading);
          const first2 = visit.first + visit.listed.length;
          const how = { marks: false, reading: readingOf(settings, level), remember, around: watched, spare: places };
          const clean2 = cleanPage(found.plan, found.nodes, how, changed);
          visit.gone = gone;
          visit.listed = visit.listed.concat(reading.identities);
          standing = { is: "clean", ...clean2, reading, first: first2, sheet };
        });
        if (!found.plan) {
          undress();
          refuse(found.refused, always ? [watchPage(document, changed)] : []);
        }
      } catch {
        undress();
        if (mine !== visit) return;
        takeDown();
        refuse("failed", []);
      }
    }
    function refuse(why, ends) {
      standing = { is: "refused", why, ends };
      if (!why || asked === "never") return;
      const control = new AbortController();
      ends.push(() => control.abort());
      try {
        openOwnBar(document, {
          text: sayRefused(why),
          actions: why === "not-an-article" ? [[say("anyway"), () => void run("anyway").then(tell)]] : [],
          close: say("close"),
          language: say("language"),
          direction: say("direction") === "rtl" ? "rtl" : "ltr",
          beside: document.body ?? document.documentElement,
          signal: control.signal
        });
      } catch {
      }
    }
    function look(root) {
      if (!isClean(standing)) return takeSnapshot(root);
      const { page } = standing;
      return keepPlace(root, () => {
        page.undo();
        try {
          return takeSnapshot(root);
        } finally {
          page.apply();
        }
      });
    }
    function changed() {
      visit.readings += 1;
      if (visit.readings <= MAX_READINGS) void inTurn(clean).then(tell);
    }
    function putBack() {
      visit = visitFrom(visit.first + visit.listed.length);
      keepPlace(document, () => takeDown());
    }
    function takeDown(sheet = "") {
      const before = standing;
      standing = UNTOUCHED;
      if (before.is === "untouched") return;
      for (const end of before.ends.reverse()) end();
      if (before.is === "refused") return;
      before.page.undo();
      if (before.sheet !== sheet) void dress2(before.sheet, "");
    }
    function restore(number) {
      const identity = visit.listed[number - visit.first];
      if (!identity || standing.is !== "clean") return;
      for (const place2 of findAgain([identity], standing.reading).places) standing.page.restore(place2);
    }
    function watched(change) {
      if (standing.is !== "clean") return change();
      keepPlace(document, change);
      queueMicrotask(tell);
    }
    function tell() {
      if (standing.is === "clean" && !standing.page.applied) putBack();
      void send({ version: VERSION, kind: "state", state: stateOf(standing, wish) }).catch(() => {
      });
    }
    api.runtime.onMessage.addListener((command, _sender, answer) => {
      if (command.version !== VERSION) return;
      if (command.kind === "restore") restore(command.edit);
      if (command.kind === "level") wish = command.level;
      void (command.kind === "level" ? inTurn(clean) : run(command.kind)).then(() => {
        answer(stateOf(standing, wish));
        if (command.kind !== "state") tell();
      });
      return true;
    });
    api.storage.onChanged.addListener((changes) => {
      const { oldValue, newValue } = changes[siteKey(location.hostname)] ?? {};
      const isOfThis = "settings" in changes || oldValue?.level !== newValue?.level;
      if (standing.is === "clean" && isOfThis) void inTurn(clean).then(tell);
    });
    watchNavigation(() => {
      wish = null;
      if (standing.is === "untouched" && !work && !always) return;
      putBack();
      tell();
      if (always) void run("clean", "never").then(tell);
    });
    addEventListener("pageshow", (event) => event.persisted && tell());
    document.dispatchEvent(new Event(END));
    letGo(document);
    document.addEventListener(END, () => {
      if (api.runtime?.id) return;
      always = false;
      putBack();
    });
    return {
      toggle,
      always() {
        always = true;
        return run("clean", "never").then(tell);
      }
    };
  }
  function isClean(standing) {
    return standing.is === "clean" && standing.page.applied;
  }
  function restoredIn(standing) {
    if (!isClean(standing)) return [];
    const { page, reading } = standing;
    const hidden = new Set(page.hidden);
    return reading.identities.filter((_, i) => page.plan.edits[i].action === "hide" && !hidden.has(i));
  }
  function sheetOf(standing) {
    return standing.is === "clean" ? standing.sheet : "";
  }
  function stateOf(standing, wish) {
    if (!isClean(standing)) {
      return { on: false, wish, minutes: 0, hidden: [], refused: standing.is === "refused" ? standing.why : null };
    }
    const { page, first: first2 } = standing;
    const hidden = page.hidden.map((place2) => {
      const { text, reason } = page.plan.edits[place2];
      return { edit: first2 + place2, text: text.slice(0, CLIP2), reason };
    });
    return { on: true, wish, minutes: page.plan.article?.minutes ?? 0, hidden, refused: null };
  }
  function cleanPage(plan, nodes, options, changed) {
    const ends = [holdOn(plan, nodes)];
    try {
      const page = applyPlan(plan, nodes, options);
      const story = nodes[plan.article.node];
      ends.push(watchStory2(story, changed));
      return { page, ends };
    } catch (error) {
      for (const end of ends) end();
      throw error;
    }
  }
  async function dress2(remove, insert) {
    if (remove !== insert) await send({ version: VERSION, kind: "style", remove, insert }).catch(() => {
    });
  }
  function storageOf(site) {
    return {
      load: () => site.never,
      save: (host, never) => saveSite(host, { never })
    };
  }
  async function read(options, look) {
    let refused = null;
    for (const root of documents()) {
      const { snapshot, nodes } = look(root);
      if (nodes.length > MAX_NODES || snapshot.text.length + snapshot.attributeText.length > MAX_TEXT) {
        refused ??= "too-large";
        continue;
      }
      const asked = { snapshot: toPlain(snapshot), options: await options };
      const { plan, error } = await send({ version: VERSION, kind: "analyze", ...asked });
      if (!plan) throw new Error(error?.message);
      if (plan.article) return { plan, nodes, refused: null };
      refused ??= plan.declined;
    }
    return { plan: null, nodes: [], refused };
  }
  var LEAST_FRAME = 250;
  function* documents() {
    yield document;
    for (const frame of document.querySelectorAll("iframe, frame")) {
      const { width, height } = frame.getBoundingClientRect();
      const inside2 = frame.contentDocument;
      if (inside2?.documentElement && width >= LEAST_FRAME && height >= LEAST_FRAME) yield inside2;
    }
  }
  async function send(request) {
    const once = async () => {
      const answer = await api.runtime.sendMessage(request);
      if (!answer) throw new Error("the background gave no answer");
      return answer;
    };
    return once().catch(once);
  }
})();
