// @ts-check
// Where the box stands, how it looks there, the short bar where it is out of sight, and the reader's place in the page.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { BROWSERS, openPage, serve, withBrowser } from "./browsers.mjs";

const LINES = [
  "The port of Tarn reopened its northern quay on Monday after two years of repairs that cost nine million crowns.",
  "The first ferry came in at seven in the morning, and some four hundred people stood on the quay to see it moor.",
  "“We have waited long for this day,” said Ida Holm, who runs the harbour office, and thanked all who had worked there.",
  "The quay was built in 1921 and had been closed since the storm of 2019 tore away its foundations in a single night.",
  "A second quay is due to open next year, and the council will decide on its ferries at a hearing next month.",
  "Ferries to Onega are expected to sail twice a day by the end of next summer, once the new pier is ready for them.",
];
const TITLE = "Northern quay reopens in Tarn";
const headline = `<h1>${TITLE}</h1>`;
const p = (/** @type {string[]} */ lines) => lines.map((line) => `<p>${line}</p>`).join("\n");
const MARKERS = "<p>[ad_1]</p>".repeat(3);

/** @param {string} style @param {string} body */
const page = (style, body) => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport"
content="width=device-width"><title>${TITLE}</title><style>body { font: 18px/1.5 sans-serif; margin: 20px } ${style}</style>
<body>${body}</body></html>`;

/** Layouts in which a box before the first paragraph would stand wrong. @type {Record<string, string>} */
const PAGES = {
  plain: page("", `<article>${headline}${p(LINES)}</article>`),
  "a lead beside its picture": page(
    ".top { display: flex } .top p { flex: 1 } .pic { width: 60%; height: 300px }",
    `<article>${headline}<div class="top"><p>${LINES[0]}</p><div class="pic"></div></div>${p(LINES.slice(1))}</article>`,
  ),
  "a lead above the headline": page("", `<article><p>${LINES[0]}</p>${headline}${p(LINES.slice(1))}</article>`),
  "a flex row with the headline": page(
    "article { display: flex; flex-wrap: wrap } h1 { width: 100% } .lead { width: 30% } .text { width: 70% }",
    `<article>${headline}<div class="lead"><p>${LINES[0]}</p></div><div class="text">${p(LINES.slice(1))}</div></article>`,
  ),
  "a grid of paragraphs": page(
    "article { display: grid; grid-template-columns: 1fr min(60ch, 100%) 1fr } article > * { grid-column: 2 }",
    `<article>${headline}${p(LINES)}</article>`,
  ),
  "narrow paragraphs": page("p { max-width: 40ch; margin-inline: auto }", `<article>${headline}${p(LINES)}</article>`),
  "paragraphs set in": page(
    "article { width: 900px } p { margin-inline: 200px 50px }",
    `<article>${headline}${p(LINES)}</article>`,
  ),
  "a list first": page(
    "",
    `<article>${headline}<ul><li>${LINES[0]}</li><li>${LINES[1]}</li></ul>${p(LINES.slice(2))}</article>`,
  ),
};
const DARK = page("body { background: #10151a; color: #d7dde3 }", `<article>${headline}${p(LINES)}</article>`);
const TALL = page(
  "header { position: sticky; top: 0; height: 90px; background: teal } p { margin-block: 60vh } .ad { height: 777px }",
  `<header>Sections</header><article>${headline}${LINES.map((line) => `<p>[ad_1] ${line}</p><p>[ad_2]</p>`).join("")}</article>`,
);
const SHORT = page("", `<article>${headline}${MARKERS}${p(LINES.slice(0, 3))}</article>`);

const address = (/** @type {string} */ what) => `/${what.replaceAll(" ", "-")}.html`;
const MANY = SHORT.replace(MARKERS, Array.from({ length: 8 }, (_, i) => `<p>[ad_${i}]</p>`).join(""));
const TWO = SHORT.replace(MARKERS, "<p>[ad_1]</p><p>[ad_1]</p>");
const all = { ...PAGES, dark: DARK, tall: TALL, short: SHORT, many: MANY, two: TWO };
const site = await serve(Object.fromEntries(Object.entries(all).map(([what, html]) => [address(what), html])));
after(() => site.close());

for (const name of BROWSERS) {
  describe(name, () => {
    test("the box stands below the headline, in the story's column and no wider", { timeout: 60_000 }, () =>
      withBrowser(name, async (browser) => {
        const { page, errors } = await openPage(browser);
        for (const width of [1280, 400]) {
          await page.setViewport({ width, height: 800 });
          for (const what of Object.keys(PAGES)) {
            await page.goto(site.origin + address(what));
            const { box, headline, widest, overflow, exact } = await page.evaluate(place);
            const says = `${what}, ${width} px: ${JSON.stringify({ box, headline, widest })}`;
            assert.ok(box.top >= headline.bottom - 1, `below the headline: ${says}`);
            assert.ok(box.left >= widest.left - 2 && box.right <= widest.right + 2, `not beside the story: ${says}`);
            assert.ok(box.width >= widest.width * 0.8, `not narrower: ${says}`);
            assert.ok(overflow <= 0 && exact, says);
          }
        }
        assert.deepEqual(errors, []);
      }),
    );

    test("the box has the page's colours, whatever the system's", () =>
      withBrowser(name, async (browser) => {
        const { page } = await openPage(browser);
        for (const scheme of ["light", "dark"]) {
          if (name === "chromium") await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
          await page.goto(site.origin + address("plain"));
          const light = await page.evaluate(colours);
          await page.goto(site.origin + address("dark"));
          const dark = await page.evaluate(colours);
          assert.ok(light.paper > 200 && light.ink < 60, `on a light page: ${JSON.stringify(light)}`);
          assert.ok(dark.paper < 60 && dark.ink > 200, `on a dark page: ${JSON.stringify(dark)}`);
        }
      }));

    test("what is alike is one line of the list, without a summary the box is a slim bar", () =>
      withBrowser(name, async (browser) => {
        const { page } = await openPage(browser, site.origin + address("short"));
        const { slim, summary, items, left } = await page.evaluate(list);
        assert.ok(slim, "a slim bar");
        assert.equal(summary, "3 things hidden");
        assert.deepEqual(items, ["[ad_1] × 3"]);
        assert.equal(left, 0, "put back together");
        await page.goto(site.origin + address("many"));
        const many = await page.evaluate(list);
        assert.deepEqual([many.items, many.inside], [["ad marker × 8"], 8], "many for one reason, each in the one");
        await page.goto(site.origin + address("two"));
        assert.deepEqual((await page.evaluate(list)).items, ["[ad_1]", "[ad_1]"], "two stand each for itself");
      }));

    test("where the box is out of sight a short bar says what was done, and goes", { timeout: 60_000 }, () =>
      withBrowser(name, async (browser) => {
        const { page, errors } = await openPage(browser, site.origin + address("tall"));
        await page.evaluate(() => scrollTo(0, 3000));
        await page.evaluate(open);
        const bar = () =>
          page.evaluate("globalThis.root.querySelector('.bar')?.innerText.replaceAll('\\n', ' ') ?? null");
        await page.waitForFunction("globalThis.root.querySelector('.bar')");
        assert.match(String(await bar()), /^12 things hidden *The gist *Undo all *×$/);
        const seen = await page.evaluate(() => {
          const { top, bottom, left, right } = /** @type {any} */ (globalThis).root
            .querySelector(".bar")
            .getBoundingClientRect();
          return top > 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
        });
        assert.ok(seen, "in the window");
        // Its first button goes to the box, which is then in sight.
        await press(page, 0);
        await page.waitForFunction("!globalThis.root.querySelector('.bar')");
        assert.ok(await page.evaluate("globalThis.host.getBoundingClientRect().top < innerHeight"));
        await page.evaluate("globalThis.zubdaPage.undo()");
        await page.evaluate(() => scrollTo(0, 3000));
        await page.evaluate(open);
        await page.waitForFunction("globalThis.root.querySelector('.bar')");
        await press(page, 1);
        assert.equal(await page.evaluate("globalThis.zubdaPage.applied"), false, "undone");
        await page.evaluate(open);
        await page.waitForFunction("globalThis.root.querySelector('.bar')");
        // As long as the pointer is on it, it stays.
        await page.mouse.move(5, 5);
        await page.waitForFunction("!globalThis.root.querySelector('.bar')", { timeout: 15_000 });
        assert.deepEqual(errors, []);
      }),
    );

    test("what the reader looks at stays where it is, to the pixel, on cleaning and on undo", () =>
      withBrowser(name, async (browser) => {
        const { page } = await openPage(browser, site.origin + address("tall"));
        for (const [from, reading] of /** @type {const} */ ([
          [0, {}],
          [2500, {}],
          [4000, { column: true }],
          [4000, { size: 150 }],
        ])) {
          const moved = await page.evaluate(moves, from, reading);
          assert.ok(
            moved.every((by) => Math.abs(by) < 1),
            `from ${from}, ${JSON.stringify(reading)}: ${moved}`,
          );
        }
      }));

    test("a jump to a part lands below what sticks to the window's head", () =>
      withBrowser(name, async (browser) => {
        const { page } = await openPage(browser, site.origin + address("tall"));
        const { top, count } = await page.evaluate(jump);
        assert.ok(count > 1 && top >= 90 && top < 140, `of ${count} parts: ${top}`);
      }));
  });
}

/** Presses one of the bar's buttons with the mouse. @param {import("puppeteer-core").Page} page @param {number} which */
async function press(page, which) {
  const { x, y } = await page.evaluate((which) => {
    const button = /** @type {any} */ (globalThis).root.querySelectorAll(".bar button")[which];
    const { left, top, width, height } = button.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, which);
  await page.mouse.click(x, y);
}

/** In the page: cleans it, and keeps hold of the box. */
async function open() {
  const world = /** @type {any} */ (globalThis);
  world.attach ??= Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    world.host = this;
    return (world.root = world.attach.call(this, init));
  };
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  world.zubdaPage = (await load()).clean(document);
}

/** In the page: where the box is, and what it should be by. */
async function place() {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const before = new XMLSerializer().serializeToString(document);
  const own = document.documentElement.scrollWidth;
  const page = (await load()).clean(document);
  const of = (/** @type {Element} */ element) => {
    const { left, right, top, bottom, width } = element.getBoundingClientRect();
    return { left, right, top, bottom, width };
  };
  const box = of(page.host);
  const headline = of(/** @type {Element} */ (document.querySelector("h1")));
  const paragraphs = [...document.querySelectorAll("article p")].slice(1).map(of);
  const widest = paragraphs.reduce((a, b) => (b.width > a.width ? b : a));
  const overflow = document.documentElement.scrollWidth - own;
  page.undo();
  return { box, headline, widest, overflow, exact: new XMLSerializer().serializeToString(document) === before };
}

/** In the page: the box's colours, by how light they are. */
async function colours() {
  const attach = Element.prototype.attachShadow;
  /** @type {any} */
  let root;
  Element.prototype.attachShadow = function (init) {
    return (root = attach.call(this, init));
  };
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  (await load()).clean(document);
  const { color, backgroundColor } = getComputedStyle(root.querySelector(".box"));
  const light = (/** @type {string} */ colour) => Number(colour.match(/\d+/g)?.[1]);
  return { ink: light(color), paper: light(backgroundColor) };
}

/** In the page: the list of what was hidden. */
async function list() {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const into = document.body.appendChild(document.createElement("div"));
  const page = (await load()).clean(document, { summary: false, sections: false, box: { into, open: true } });
  const items = [...into.querySelectorAll(".hidden .what")].map((item) => item.textContent);
  const summary = into.querySelector("details summary")?.textContent;
  const group = /** @type {HTMLDetailsElement | null} */ (into.querySelector(".hidden details"));
  group?.dispatchEvent(new Event("toggle"));
  const inside = group?.querySelectorAll("li").length ?? 0;
  const slim = into.querySelector(".box.slim") !== null;
  // The one for all of them comes after those inside.
  /** @type {HTMLElement} */ (into.querySelector("footer > details > .hidden > li > button")).click();
  return { slim, summary, items, inside, left: page.hidden.length };
}

/**
 * In the page: by how much what stands at a third of the window moves.
 *
 * @param {number} from
 * @param {object} reading
 */
async function moves(from, reading) {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const zubda = await load();
  scrollTo(0, from);
  const lines = [...document.querySelectorAll("article p")].filter((line) => (line.textContent?.length ?? 0) > 40);
  const away = (/** @type {Element} */ line) => {
    const { left, top, bottom } = line.getBoundingClientRect();
    // What sticks to the window's head covers what is below it.
    if (!line.contains(document.elementFromPoint(left + 5, (top + bottom) / 2))) return Infinity;
    return Math.max(0, top - innerHeight / 3, innerHeight / 3 - bottom);
  };
  const atEye = () => lines.reduce((a, b) => (away(b) < away(a) ? b : a));
  const headline = /** @type {Element} */ (document.querySelector("h1"));
  const settled = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const moved = async (/** @type {() => void} */ change) => {
    const line = from ? atEye() : headline;
    const before = line.getBoundingClientRect().top;
    change();
    await settled();
    return line.getBoundingClientRect().top - before;
  };
  /** @type {any} */
  let page;
  const steps = [
    () => (page = zubda.clean(document, { reading })),
    () => page.undo(),
    () => page.apply(),
    () => page.undo(),
  ];
  const by = [];
  for (const step of steps) by.push(await moved(step));
  return by;
}

/** In the page: where the last part stands after a jump to it. */
async function jump() {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const into = document.body.appendChild(document.createElement("div"));
  const page = (await load()).clean(document, { box: { into } });
  const buttons = /** @type {NodeListOf<HTMLElement>} */ (into.querySelectorAll(".parts button"));
  const { paragraphs } = page.plan.sections[buttons.length - 1];
  const start = page.plan.paragraphs[paragraphs[0]].text.slice(0, 20);
  buttons[buttons.length - 1].click();
  const element = [...document.querySelectorAll("article p")].find((line) => line.textContent?.includes(start));
  return { top: element?.getBoundingClientRect().top ?? NaN, count: buttons.length };
}
