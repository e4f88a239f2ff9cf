// @ts-check
// The story's parts in the page and in the box: marks without a node, a table of contents that follows, undo.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { BROWSERS, openPage, serve, withBrowser } from "./browsers.mjs";

const LINES = [
  "The port of Tarn reopened its northern quay on Monday after two years of repairs that cost nine million crowns.",
  "The first ferry came in at seven in the morning, and some four hundred people stood on the quay to see it moor.",
];
const VOICES = [
  "“We have waited long for this day,” said Ida Holm, who runs the harbour office, and thanked all who had worked there.",
  "“The quay is ours again,” said the mayor, Per Lund, who added that no further money would be asked of the town.",
];
const BEFORE = [
  "The quay was built in 1921 and had been closed since the storm of 2019 tore away its foundations in a single night.",
  "An earlier plan for repairs was given up in 2020, when the previous council could not agree on who should pay for it.",
];
const NEXT = [
  "A second quay is due to open next year, and the council will decide on its ferries at a hearing next month.",
  "Ferries to Onega are expected to sail twice a day by the end of next summer, once the new pier is ready for them.",
];

/** @param {string[]} lines */
const paragraphs = (...lines) => lines.map((line) => `<p>${line}</p>`).join("\n");
/** @param {string} body */
const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>Northern quay reopens in Tarn</title><style>p { margin-block: 40vh }</style>
<body><main><article><h1>Northern quay reopens in Tarn</h1>${body}</article></main></body></html>`;

const site = await serve(
  {
    "/plain.html": page(paragraphs(...LINES, ...VOICES, ...BEFORE, ...NEXT)),
    "/headed.html": page(
      `${paragraphs(...LINES)}<h2>What was said</h2>${paragraphs(...VOICES)}<h2>How it began</h2>${paragraphs(...BEFORE)}
      <h2>What comes next</h2>${paragraphs(...NEXT)}`,
    ),
    "/short.html": page(paragraphs(...LINES, ...VOICES)),
  },
  { folders: { "/pkg/": "pkg" } },
);
after(() => site.close());

for (const name of BROWSERS) {
  test(`${name}: parts are marked without a node, followed, and undone`, () =>
    withBrowser(name, async (browser) => {
      const { page, errors } = await openPage(browser, `${site.origin}/plain.html`);
      const seen = await page.evaluate(clean);
      assert.ok(seen.roles.length > 2, `parts: ${seen.roles}`);
      assert.equal(seen.roles[0], "lead");
      assert.ok(seen.marks.length === seen.roles.filter(Boolean).length, "every part that has a name has a mark");
      // Firefox tells the rule, Chromium what it comes to.
      seen.drawn.forEach((drawn, i) =>
        assert.ok([JSON.stringify(seen.marks[i]), "attr(data-zubda-part)"].includes(drawn), drawn),
      );
      assert.ok(!seen.text.includes(seen.marks[0]), "a mark is no text of the page");
      assert.equal(seen.added, 1, "the host and nothing else");
      for (const phrase of seen.phrases) assert.ok(seen.text.includes(phrase), `${phrase} is verbatim`);
      assert.deepEqual(seen.buttons, seen.marks, "the table of contents says the same");

      await page.evaluate(() => window.scrollTo(0, 0));
      const last = seen.buttons.length - 1;
      const address = page.url();
      await page.evaluate((last) => box().querySelectorAll(".parts button")[last].focus(), last);
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        (last) => [...box().querySelectorAll(".parts button")].findIndex((b) => b.ariaCurrent === "location") === last,
        {},
        last,
      );
      assert.equal(await page.evaluate(() => box().querySelectorAll("[aria-current]").length), 1);
      assert.equal(page.url(), address, "the address stays");
      assert.ok(await page.evaluate(() => window.scrollY > 0));
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.waitForFunction(
        (last) => [...box().querySelectorAll(".parts button")].findIndex((b) => b.ariaCurrent) < last,
        {},
        last,
      );

      const undone = await page.evaluate(
        () => (shown().undo(), [document.adoptedStyleSheets.length, before() === now()]),
      );
      assert.deepEqual(undone, [0, true]);

      const off = await page.evaluate(clean, { marks: false });
      assert.deepEqual(off.marks, []);
      assert.ok(off.buttons.length > 2, "the table of contents stays");
      assert.deepEqual(await page.evaluate(followed), { before: true, after: 0 }, "what follows ends with undo");
      assert.deepEqual(errors, []);
    }));

  test(`${name}: the page's own headings are the parts' names, and a short story has none`, () =>
    withBrowser(name, async (browser) => {
      const { page, errors } = await openPage(browser, `${site.origin}/headed.html`);
      const headed = await page.evaluate(clean);
      assert.deepEqual(headed.labels.filter(Boolean), ["What was said", "How it began", "What comes next"]);
      assert.deepEqual(headed.buttons.slice(-3), ["What was said", "How it began", "What comes next"]);
      assert.ok(
        headed.marks.every((mark) => !headed.labels.includes(mark)),
        "a heading needs no second one",
      );
      await page.goto(`${site.origin}/short.html`);
      const short = await page.evaluate(clean);
      assert.deepEqual([short.roles.length, short.marks, short.buttons], [1, [], []]);
      assert.deepEqual(errors, []);
    }));
}

/**
 * In the page: cleans, keeps what is needed later on `window`, and tells what is there.
 *
 * @param {object} [options]
 */
async function clean(options) {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const now = () => new XMLSerializer().serializeToString(document);
  const [before, elements] = [now(), document.querySelectorAll("*").length];
  const into = document.createElement("div");
  const zubda = await load();
  const host = zubda.clean(document, options);
  const added = document.querySelectorAll("*").length - elements;
  host.undo();
  // The box in a place that the test can look into.
  const shown = zubda.clean(document, { ...options, box: { into } });
  document.documentElement.append(into);
  Object.assign(window, { box: () => into, shown: () => (into.remove(), shown), now, before: () => before });
  const marked = [...document.querySelectorAll("[data-zubda-part]")];
  const { sections } = shown.plan;
  return {
    added,
    text: document.body.innerText,
    roles: sections.map((/** @type {any} */ section) => section.role),
    labels: sections.map((/** @type {any} */ section) => section.label),
    phrases: sections.flatMap((/** @type {any} */ section) => section.phrase ?? []),
    marks: marked.map((element) => element.getAttribute("data-zubda-part")),
    drawn: marked.map((element) => getComputedStyle(element, "::before").content),
    buttons: [...into.querySelectorAll(".parts button")].map((button) => button.textContent),
  };
}

/** In the page: how many observers a clean has, and how many are left after undo. */
async function followed() {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const Observer = window.IntersectionObserver;
  let watching = 0;
  window.IntersectionObserver = class extends Observer {
    constructor(/** @type {[IntersectionObserverCallback, IntersectionObserverInit]} */ ...given) {
      super(...given);
      watching += 1;
    }
    disconnect() {
      super.disconnect();
      watching -= 1;
    }
  };
  shown().undo();
  const page = (await load()).clean(document);
  const before = watching > 0;
  page.undo();
  window.IntersectionObserver = Observer;
  return { before, after: watching };
}
