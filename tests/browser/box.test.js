// @ts-check
// The summary box, in both browsers.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { labelsFor } from "../../www/shell/labels.js";
import { BROWSERS, openBrowser, openPage, serve } from "./browsers.mjs";

/** Markers stand before the sentences of a summary, after them and among them, each in the same text node. */
const MARKED = `<!doctype html><html lang="en"><head><title>Harbour of Tarn reopens</title></head><body><article>
<h1>Harbour of Tarn reopens</h1>
<p>[ad_1] The harbour of Tarn reopened on Monday after two years of repairs, and the first ferries came in before noon.</p>
<p>“We are three weeks early,” said Nora Hale, who runs the port, “and nobody is more surprised than I am.”. .</p>
<p>Six ships a week will call at the eastern quay at first [ad_2] and ten before the summer ends, the port said. [ad_1] The
quay had been shut since a winter storm in 2024, and goods went by road from the next harbour.</p>
<p>Twelve hundred people work in the port. [ad_2] Half of them had been sent home while the work on the quay went on.</p>
<p>The first ship on Thursday will bring grain from the south. [ad_1] The port of Tarn expects forty of them by autumn.</p>
<p>The harbour of Tarn has been the town's largest employer since 1911, when the railway reached the quay.</p>
</article><div id="box"></div></body></html>`;

const QUOTED = MARKED.replaceAll(/ ?\[ad_\d\]/g, "").replace(
  "<p>Twelve hundred",
  `<p lang="ar">قال مدير الميناء إن السفن الأولى ستصل يوم الخميس وإن العمل سيستمر طوال الشتاء.</p><p>Twelve hundred`,
);
/** Everything that a style sheet of the page could do to the box. */
const HOSTILE = MARKED.replace(
  "</head>",
  `<style>*, div, [data-zubda-host] { display: none !important; opacity: 0 !important; position: fixed !important;
transform: scale(0) !important; pointer-events: none !important; color: red !important; font-size: 1px !important }
html, body, article, p { display: block !important; opacity: 1 !important; position: static !important;
transform: none !important; font-size: 16px !important } :root { --zubda-paper: red; --zubda-ink: red }</style>
<script>const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) { return (globalThis.root = attach.call(this, init)) }</script></head>`,
);

/** Everything that a page could do to the box's own host, by style and by script, to have it pressed unseen. */
const FADING = HOSTILE.replace(
  "position: fixed !important;",
  `position: fixed !important; inset: 0 !important; z-index: 9999 !important; filter: opacity(0) !important;
clip-path: inset(50%) !important; mask: linear-gradient(transparent, transparent) !important; zoom: 9 !important;
visibility: hidden !important; translate: 99px !important; animation: fade 1s infinite !important;
transition: all 99s !important; mix-blend-mode: lighten !important;`,
)
  .replace("font-size: 16px !important }", "font-size: 16px !important; visibility: visible !important }")
  .replace("</style>", "@keyframes fade { 0%, to { opacity: 0; visibility: hidden } }</style>");
/** What of it must not reach the box. */
const UNTOUCHED = {
  animationName: "none",
  clipPath: "none",
  filter: "none",
  maskImage: "none",
  mixBlendMode: "normal",
  opacity: "1",
  pointerEvents: "auto",
  position: "static",
  transform: "none",
  transitionDuration: "0s",
  translate: "none",
  visibility: "visible",
  zIndex: "auto",
  zoom: "1",
};

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const site = await serve(
  { "/marked.html": MARKED, "/quoted.html": QUOTED, "/hostile.html": HOSTILE, "/fading.html": FADING },
  { folders: { "/pkg/": "pkg" } },
);
after(() => site.close());

for (const name of BROWSERS) {
  describe(`the box in ${name}`, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    before(async () => {
      browser = await openBrowser(name);
    });
    after(() => browser.close());

    test("a sentence is lit where it stands, whatever was cut before it in the same text", async () => {
      const { page, errors } = await openPage(browser, `${site.origin}/marked.html`);
      const { sentences, lit, restored, cuts } = await page.evaluate(lightAll);
      assert.ok(cuts >= 5, `${cuts} markers are cut`);
      assert.ok(sentences.length >= 5);
      assert.deepEqual(lit, sentences);
      assert.deepEqual(restored, sentences, "also where the markers were put back");
      assert.deepEqual(errors, []);
    });

    test("longer and shorter, each sentence in its own language, and axe finds nothing", async () => {
      const { page, errors } = await openPage(browser, `${site.origin}/quoted.html`);
      const seen = await page.evaluate(resize, labelsFor("en"));
      assert.deepEqual(seen.counts, [3, 5, 3, 2, 1, 1]);
      assert.deepEqual(seen.again, seen.summary, "as many as before are the same as before");
      assert.ok(seen.ordered, "in the order of the story");
      assert.deepEqual(new Set(seen.own), new Set(["en ltr", "ar rtl"]));
      assert.match(seen.lit, /^The harbour of Tarn/);
      assert.deepEqual(seen.ended, ["true", "true"], "the buttons say when there is no more");
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        // @ts-ignore axe-core
        const found = await globalThis.axe.run("#box");
        return found.violations.map((/** @type {any} */ violation) => violation.id);
      });
      assert.deepEqual(violations, []);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("what a style makes a line is one, alone in its parent or not", async () => {
      const { page } = await openPage(browser, `${site.origin}/marked.html`);
      const lines = await page.evaluate(async () => {
        const line = (/** @type {string} */ text) => `<span style="display: block">${text}</span>`;
        document.querySelector("#box")?.remove();
        // Amid the story: whether what stands last in it belongs to it is another question.
        document.querySelector("article p:last-child")?.insertAdjacentHTML(
          "beforebegin",
          `<div><b>${line("The quay in the north is open again, the port said.")}</b><b>${line("The quay in the south is shut.")}</b></div>
          <div>${line("Ferries leave at noon and at six, the port said.")}${line("They are full.")}</div>
          <div>${line("Alone in its block it is one line, the port said.")}</div>`,
        );
        // @ts-ignore an address of the test's server
        const { load } = await import("/pkg/index.js");
        const { paragraphs } = (await load()).analyze(document);
        return paragraphs.slice(-6, -1).map((/** @type {{ text: string }} */ paragraph) => paragraph.text);
      });
      assert.deepEqual(lines, [
        "The quay in the north is open again, the port said.",
        "The quay in the south is shut.",
        "Ferries leave at noon and at six, the port said.",
        "They are full.",
        "Alone in its block it is one line, the port said.",
      ]);
      await page.close();
    });

    test("a page may claim a language that is none", async () => {
      const { page, errors } = await openPage(browser, `${site.origin}/marked.html`);
      const languages = await page.evaluate(async () => {
        // @ts-ignore an address of the test's server
        const { load } = await import("/pkg/index.js");
        const zubda = await load();
        return ["en_US", "en_US.UTF-8", "no such language"].map((claimed) => {
          document.documentElement.lang = claimed;
          const cleaned = zubda.clean(document);
          const shown = document.querySelector("[data-zubda-host]") !== null;
          cleaned.undo();
          return shown && cleaned.plan.article.language;
        });
      });
      assert.deepEqual(languages, ["en-US", "en", "en"]);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("reads aloud where there is a voice of this machine for the story's language, and only there", async () => {
      const { page } = await openPage(browser, `${site.origin}/marked.html`);
      const seen = await page.evaluate(aloud, labelsFor("en"));
      assert.deepEqual(seen.shown, { none: false, foreign: false, remote: false, local: true });
      assert.deepEqual(seen.said, seen.summary);
      assert.deepEqual(new Set(seen.voices), new Set(["en-GB"]));
      assert.deepEqual(seen.words, ["Stop reading", "Read aloud", "Stop reading"]);
      assert.equal(seen.cancelled, 2, "stopped by the reader, and by undo");
      await page.close();
    });

    test("a page neither styles the box nor presses its buttons; the reader does", async () => {
      const { page } = await openPage(browser, `${site.origin}/hostile.html`);
      const seen = await page.evaluate(attack);
      assert.equal(seen.reachable, false, "the root is closed");
      assert.deepEqual(seen.style, { display: "block", opacity: "1", position: "static", transform: "none" });
      assert.notEqual(seen.ink, "rgb(255, 0, 0)");
      assert.ok(seen.applied, "a script's click is none");
      await page.mouse.click(seen.x, seen.y);
      assert.equal(await page.evaluate("globalThis.zubdaPage.applied"), false, "the reader's click is one");
      await page.close();
    });

    test("neither the page's styles nor its scripts fade, move or cover the box's host", async () => {
      const { page } = await openPage(browser, `${site.origin}/fading.html`);
      const seen = await page.evaluate(fade, Object.keys(UNTOUCHED));
      assert.deepEqual(seen.byStyle, UNTOUCHED);
      assert.deepEqual(seen.byScript, UNTOUCHED);
      await page.close();
    });

    // Firefox does not tell what covers an element.
    test("where the page covers or fades undo, the browser asks", { skip: name !== "chromium" }, async () => {
      for (const what of ["nothing", "cover", "fade", "filter"]) {
        const expected = what === "nothing" ? [] : [labelsFor("en").undo];
        const { page } = await openPage(browser, `${site.origin}/marked.html`);
        /** @type {string[]} */
        const asked = [];
        let answer = false;
        page.on("dialog", async (dialog) => {
          asked.push(dialog.message());
          await (answer ? dialog.accept() : dialog.dismiss());
        });
        const { x, y } = await page.evaluate(cover, what);
        await page.mouse.click(x, y);
        assert.deepEqual(asked, expected, what);
        assert.equal(await page.evaluate("globalThis.zubdaPage.applied"), expected.length > 0, what);
        answer = true;
        await page.mouse.click(x, y);
        assert.equal(await page.evaluate("globalThis.zubdaPage.applied"), false, what);
        await page.close();
      }
    });
  });
}

/** In the page: presses "longer" and "shorter". @param {any} labels */
async function resize(labels) {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const into = /** @type {Element} */ (document.getElementById("box"));
  const zubda = await load();
  const page = zubda.clean(document, { box: { into } });
  const buttons = () => [.../** @type {NodeListOf<HTMLElement>} */ (into.querySelectorAll(".sentence"))];
  const texts = () => buttons().map((button) => button.textContent ?? "");
  const tool = (/** @type {string} */ word) =>
    /** @type {HTMLElement} */ ([...into.querySelectorAll("button")].find((button) => button.textContent === word));
  const summary = texts();
  const counts = [summary.length];
  const press = (/** @type {string} */ word) => (tool(word).click(), counts.push(buttons().length));
  press(labels.longer);
  const places = texts().map((text) => page.plan.text.indexOf(text));
  const ordered = places.every((place, i) => place >= 0 && (i === 0 || place > places[i - 1]));
  press(labels.shorter);
  const again = texts();
  press(labels.shorter);
  press(labels.shorter);
  press(labels.shorter);
  const ended = [tool(labels.shorter).getAttribute("aria-disabled")];
  for (let i = 0; i < 8; i++) tool(labels.longer).click();
  ended.push(tool(labels.longer).getAttribute("aria-disabled"));
  buttons()[0].click();
  // @ts-ignore the Custom Highlight API
  const lit = [...CSS.highlights.get("zubda")].join("");
  page.undo();
  zubda.clean(document, { summary: { sentences: 20 }, box: { into } });
  const own = buttons().map((button) => `${button.lang} ${button.dir}`);
  return { summary, counts, again, ordered, ended, own, lit };
}

/** In the page: with voices of several kinds. @param {any} labels */
async function aloud(labels) {
  /** @type {any[]} */
  const spoken = [];
  let voices = /** @type {any[]} */ ([]);
  let cancelled = 0;
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (/** @type {any} */ utterance) => spoken.push(utterance),
    cancel: () => void cancelled++,
  });
  Object.defineProperty(globalThis, "speechSynthesis", { value: synthesis });
  Object.defineProperty(globalThis, "SpeechSynthesisUtterance", {
    value: class extends EventTarget {
      /** @param {string} text */
      constructor(text) {
        super();
        this.text = text;
      }
    },
  });
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const into = /** @type {Element} */ (document.getElementById("box"));
  const page = (await load()).clean(document, { box: { into } });
  const button = [...into.querySelectorAll("button")].find((button) => button.textContent === labels.read);
  const shows = (/** @type {any[]} */ given) => {
    voices = given;
    synthesis.dispatchEvent(new Event("voiceschanged"));
    return button?.hidden === false;
  };
  const shown = {
    none: shows([]),
    foreign: shows([{ lang: "fr-FR", localService: true }]),
    remote: shows([{ lang: "en-US", localService: false }]),
    local: shows([{ lang: "en-GB", localService: true }]),
  };
  const words = [0, 1, 2].map(() => (button?.click(), button?.textContent));
  page.undo();
  const once = spoken.slice(0, spoken.length / 2);
  return {
    shown,
    said: once.map((utterance) => utterance.text),
    summary: page.plan.summary.sentences.map((/** @type {any} */ sentence) => sentence.text),
    voices: spoken.map((utterance) => utterance.voice.lang),
    words,
    cancelled,
  };
}

/** In the page: what its own style and script can do to the box. */
async function attack() {
  const world = /** @type {any} */ (globalThis);
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const page = (world.zubdaPage = (await load()).clean(document));
  const host = /** @type {HTMLElement} */ (document.querySelector("[data-zubda-host]"));
  const buttons = [...world.root.querySelectorAll("button")];
  for (const button of buttons) {
    button.click();
    button.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  }
  const undo = buttons.at(-1);
  undo.scrollIntoView();
  const { x, y, width, height } = undo.getBoundingClientRect();
  const { display, opacity, position, transform } = getComputedStyle(host);
  return {
    reachable: host.shadowRoot !== null,
    style: { display, opacity, position, transform },
    ink: getComputedStyle(world.root.querySelector(".box")).color,
    applied: page.applied,
    x: x + width / 2,
    y: y + height / 2,
  };
}

/** In the page: what becomes of the host's style. @param {string[]} names */
async function fade(names) {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  (await load()).clean(document);
  const host = /** @type {HTMLElement} */ (document.querySelector("[data-zubda-host]"));
  const style = () => {
    const computed = /** @type {any} */ (getComputedStyle(host));
    return Object.fromEntries(names.map((name) => [name, computed[name]]));
  };
  const byStyle = style();
  const hostile =
    "opacity: 0; position: fixed; inset: 0; z-index: 9999; filter: opacity(0); clip-path: inset(50%); zoom: 9; " +
    "visibility: hidden; transform: scale(9); translate: 99px; pointer-events: none; mix-blend-mode: lighten; " +
    "mask: linear-gradient(transparent, transparent); transition: all 99s; animation: fade 1s infinite";
  for (const [name, value] of hostile.split("; ").map((declaration) => declaration.split(": ")))
    host.style.setProperty(name, value, "important");
  host.animate({ opacity: [0, 0], visibility: ["hidden", "hidden"] }, { duration: 1, fill: "forwards" });
  await new Promise((done) => setTimeout(done, 100));
  return { byStyle, byScript: style() };
}

/** In the page: makes undo something that the reader does not see. @param {string} what */
async function cover(what) {
  const world = /** @type {any} */ (globalThis);
  const attach = Element.prototype.attachShadow;
  /** @type {any} */
  let root;
  Element.prototype.attachShadow = function (init) {
    return (root = attach.call(this, init));
  };
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  world.zubdaPage = (await load()).clean(document);
  const article = /** @type {HTMLElement} */ (document.querySelector("article"));
  if (what === "cover") {
    const prize = document.body.appendChild(document.createElement("div"));
    prize.style.cssText = "position: fixed; inset: 0; background: white; pointer-events: none";
  }
  if (what === "fade") article.style.opacity = "0.01";
  if (what === "filter") article.style.filter = "opacity(0)";
  const undo = [...root.querySelectorAll("button")].at(-1);
  undo.scrollIntoView();
  await new Promise((done) => setTimeout(done, 1000));
  const { x, y, width, height } = undo.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** In the page: clicks each sentence of the box, and tells what is lit. */
async function lightAll() {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const zubda = await load();
  const into = /** @type {Element} */ (document.getElementById("box"));
  const page = zubda.clean(document, { summary: { sentences: 8 }, box: { into } });
  const buttons = [.../** @type {NodeListOf<HTMLElement>} */ (into.querySelectorAll(".sentence"))];
  const lit = () =>
    buttons.map((button) => {
      button.click();
      // @ts-ignore the Custom Highlight API
      const ranges = [...CSS.highlights.get("zubda")];
      return ranges.map(String).join("").replace(/\s+/g, " ").trim();
    });
  const first = lit();
  const cuts = page.plan.edits.filter((/** @type {any} */ edit) => edit.ranges.length).length;
  for (let i = 0; i < page.plan.edits.length; i++) page.restore(i);
  const restored = lit();
  page.undo();
  return { sentences: buttons.map((button) => button.textContent), lit: first, restored, cuts };
}
