// @ts-check
// The story set for reading in its place: one column, whatever the page has laid it out in. The plans are made by hand: what is to
// go is marked in the pages.
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
const ARABIC = [
  "أعادت بلدة تارن يوم الاثنين افتتاح رصيفها الشمالي بعد عامين من أعمال الترميم التي كلفت تسعة ملايين كرونة.",
  "وصلت العبّارة الأولى في السابعة صباحًا، ووقف نحو أربعمئة شخص على الرصيف ليشاهدوا رسوّها في الميناء.",
  "وقالت إيدا هولم مديرة مكتب الميناء إن الجميع انتظروا هذا اليوم طويلًا، وشكرت كل من عمل في المشروع.",
  "بُني الرصيف عام ألف وتسعمئة وواحد وعشرين، وأُغلق منذ أن جرفت عاصفة عام ألفين وتسعة عشر أساساته في ليلة واحدة.",
];
const TITLE = "Northern quay reopens in Tarn";
const paragraphs = (lines = LINES) => lines.map((line) => `<p>${line}</p>`).join("\n");
const [first, second] = [paragraphs(LINES.slice(0, 3)), paragraphs(LINES.slice(3))];
const CARDS = `<aside class="side" data-away><h3>Most read</h3><a href="#">Trams</a> <a href="#">Bread</a></aside>`;
const PICTURE = `<svg class="picture" width="1600" height="600" viewBox="0 0 16 6"><rect width="16" height="6" fill="#789" /></svg>`;

/**
 * @param {string} style
 * @param {string} body
 * @param {string} [html]
 */
const page = (
  style,
  body,
  html = 'lang="en"',
) => `<!doctype html><html ${html}><meta charset="utf-8"><meta name="viewport"
content="width=device-width"><title>${TITLE}</title><style>body { font: 15px/1.3 sans-serif } ${style}</style>
<body><nav data-away>Sections</nav>${body}<footer data-away>Imprint</footer></body></html>`;
const headline = `<h1>${TITLE}</h1>`;

/** @type {Record<string, string>} */
const PAGES = {
  "a flex row": page(
    "article { display: flex; gap: 40px } .text { width: 45% } .side { flex: 1; height: 900px }",
    `<main><article><div class="text">${headline}${paragraphs()}</div>${CARDS}</article></main>`,
  ),
  "the headline in the story": page(
    ".head { position: relative; left: 90px; inline-size: 40% }",
    `<article><div class="head"><p data-away>Share this</p>${headline}</div>${paragraphs()}${CARDS}</article>`,
  ),
  "a grid with areas": page(
    `main { display: grid; grid: "side head" auto "side text" 1fr / 300px 1fr; gap: 60px; min-height: 3000px }
    .side { grid-area: side } header { grid-area: head } .text { grid-area: text }`,
    `<main>${CARDS}<header>${headline}</header><div class="text">${paragraphs()}</div></main>`,
  ),
  "a grid of paragraphs": page(
    `article { display: grid; grid-template-columns: 1fr min(40ch, 100%) 2fr; row-gap: 30px } article > * { grid-column: 2; margin: 0 }
    .wide { grid-column: 1 / -1 }`,
    `<article>${headline}${first}<div class="wide">${PICTURE}</div>${second}</article>`,
  ),
  tables: page(
    "table { width: 900px } td { vertical-align: top } .rail { width: 300px; height: 2000px }",
    `<table><tr><td class="rail" data-away>Rail</td><td><table><tr><td>${headline}</td></tr><tr><td>${paragraphs()}</td></tr></table>
    </td></tr></table>`,
  ),
  "several containers": page(
    ".part { width: 30%; float: left; margin-left: 12% } .ad { height: 400px; clear: both }",
    `<article>${headline}<div class="part">${first}</div><div class="ad" data-away>Ad</div><div class="part">${second}</div></article>`,
  ),
  "as wide as the window": page(
    `.text { width: 100vw; margin-left: calc(50% - 50vw); padding: 0 25vw; box-sizing: border-box }
    .picture { width: 100vw; margin-left: -25vw; height: 40vw }`,
    `<article>${headline}<div class="text">${first}${PICTURE}${second}</div></article>`,
  ),
  "fixed heights": page(
    "body { height: 100vh; overflow: hidden } main { height: 100%; overflow: auto } .text { max-height: 120px; overflow: hidden }",
    `<main><article>${headline}<div class="text">${paragraphs()}</div></article></main>`,
  ),
  "a dark picture behind the headline": page(
    `.hero { position: relative; height: 500px; background: #123; color: #fff } .hero h1 { position: absolute; bottom: 0 }
    .text { background: #fff; color: #222; width: 400px; transform: translateX(200px) }`,
    `<main><div class="hero">${headline}</div><div class="text">${paragraphs()}</div></main>`,
  ),
  "right to left": page(
    "main { display: flex } .side { width: 280px } .text { width: 500px; line-height: 20px }",
    `<main>${CARDS}<div class="text">${headline}${paragraphs(ARABIC)}</div></main>`,
    'lang="ar" dir="rtl"',
  ),
  "a sheet that unsets all": page(
    "* { all: unset !important } p, div, h1, article, body, html { display: block !important } article { width: 20% !important }",
    `<article>${headline}<div>${paragraphs()}</div></article>`,
  ),
};

const address = (/** @type {string} */ what) => `/${what.replaceAll(" ", "-")}.html`;
const site = await serve(Object.fromEntries(Object.entries(PAGES).map(([what, html]) => [address(what), html])));
after(() => site.close());

for (const name of BROWSERS) {
  describe(name, () => {
    test("the story stands in one column, in the middle, with nothing cut off and no holes", { timeout: 120_000 }, () =>
      withBrowser(name, async (browser) => {
        const { page, errors } = await openPage(browser);
        for (const width of [1280, 400]) {
          await page.setViewport({ width, height: 800 });
          for (const what of Object.keys(PAGES)) {
            await page.goto(site.origin + address(what));
            const seen = await page.evaluate(set, {});
            const says = `${what}, ${width} px: ${JSON.stringify(seen.boxes)}`;
            for (const { left, right } of seen.boxes) {
              assert.ok(
                left >= 0 && right <= seen.window && Math.abs(left - (seen.window - right)) <= 2,
                `centred: ${says}`,
              );
              assert.ok(right - left <= 700 && right - left >= Math.min(600, width - 80), `a line's length: ${says}`);
            }
            assert.ok(seen.overflow <= 0, `${seen.overflow} px over the edge: ${says}`);
            assert.ok(
              seen.holes.every((hole) => hole >= 3 && hole < 100),
              `holes of ${seen.holes}: ${says}`,
            );
            assert.ok(seen.size >= 18 && seen.leading >= 1.5, `${seen.size}/${seen.leading}: ${says}`);
            assert.ok(seen.contrast, `the headline can be read: ${says}`);
            assert.equal(seen.away, 0, `what is hidden is: ${says}`);
            assert.ok(seen.undone, `undo is exact: ${what}`);
          }
        }
        assert.deepEqual(errors, []);
      }),
    );

    test("the reader's size and width, with and without the column", () =>
      withBrowser(name, async (browser) => {
        const { page } = await openPage(browser, site.origin + address("a flex row"));
        const asItIs = await page.evaluate(set, { column: false });
        const larger = await page.evaluate(set, { column: false, size: 150 });
        assert.equal(larger.size, asItIs.size * 1.5);
        assert.ok(larger.undone && larger.overflow <= 0);
        const narrow = await page.evaluate(set, { column: false, width: 40 });
        assert.ok(narrow.boxes[1].width < asItIs.boxes[1].width);
        const column = await page.evaluate(set, { size: 150, width: 50 });
        assert.deepEqual([column.size, column.boxes[1].width], [27, 50 * 27 * 0.5]);
      }));

    test("columns that were hidden beside the story leave no hole", () =>
      withBrowser(name, async (browser) => {
        const { page } = await openPage(browser);
        await page.setViewport({ width: 1280, height: 800 });
        for (const what of ["a grid with areas", "a flex row", "right to left"]) {
          await page.goto(site.origin + address(what));
          const { boxes, away, undone, window } = await page.evaluate(set, { column: false });
          const { left, right } = boxes[1];
          assert.ok(Math.abs(left - (window - right)) <= 20, `${what}: ${left} and ${window - right}`);
          assert.ok(away === 0 && undone, what);
        }
      }));

    test("one story on another's page stays in its place", () =>
      withBrowser(name, async (browser) => {
        const { page } = await openPage(browser, site.origin + address("a flex row"));
        const changed = await page.evaluate(setOne);
        assert.deepEqual(changed, { outside: 0, exact: true });
      }));
  });
}

/** In the page: sets the story for reading and tells how it stands. @param {{ column?: boolean, size?: number, width?: number }} reading */
async function set(reading) {
  // @ts-ignore addresses of the test's server
  const [{ load }, { applyPlan }, { takeSnapshot }] = await Promise.all(
    ["index", "apply", "snapshot"].map((name) => import(`/pkg/${name}.js`)),
  );
  const before = new XMLSerializer().serializeToString(document);
  const { nodes } = takeSnapshot(document);
  const plan = (await load()).analyze(document);
  for (const element of document.querySelectorAll("[data-away]")) {
    plan.edits.push({ ...EDIT(), node: nodes.indexOf(element) });
  }
  function EDIT() {
    const [ranges, text, replacement] = [[], "", ""];
    return {
      ranges,
      action: "hide",
      reason: "related",
      rule: "by.hand",
      confidence: 1,
      text,
      replacement,
      findable: true,
    };
  }
  const page = applyPlan(plan, nodes, { box: false, marks: false, reading: { column: true, ...reading } });
  const shown = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("h1, p:not([data-away])")]);
  const boxes = shown.map((element) => {
    const { left, right, top, bottom, width } = element.getBoundingClientRect();
    return { left, right, top, bottom, width };
  });
  const between = [...shown.slice(1)].map((element, i) => {
    const pictures = [...document.querySelectorAll(".picture")].map((picture) => picture.getBoundingClientRect());
    const inside = pictures.filter(({ top }) => top >= boxes[i].bottom && top < boxes[i + 1].top);
    return boxes[i + 1].top - boxes[i].bottom - inside.reduce((all, { height }) => all + height, 0);
  });
  const { fontSize, lineHeight } = getComputedStyle(
    /** @type {Element} */ (document.querySelector("p:not([data-away])")),
  );
  const ink = getComputedStyle(/** @type {Element} */ (document.querySelector("h1"))).color;
  const away = [...document.querySelectorAll("[data-away]")].filter((element) => {
    const { contentVisibility, display } = getComputedStyle(element);
    return element.getBoundingClientRect().height > 0 || (display !== "none" && contentVisibility !== "hidden");
  });
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  const seen = {
    boxes,
    away: away.length,
    holes: between,
    window: document.documentElement.clientWidth,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    size: parseFloat(fontSize),
    leading: parseFloat(lineHeight) / parseFloat(fontSize),
    contrast: ink !== ground,
  };
  page.undo();
  return { ...seen, undone: new XMLSerializer().serializeToString(document) === before };
}

/** In the page: sets one element's story, and tells how many elements outside of it were changed. */
async function setOne() {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const story = /** @type {Element} */ (document.querySelector("article"));
  const before = new XMLSerializer().serializeToString(document);
  const page = (await load()).clean(story, { box: false, reading: { column: true } });
  const styled = [...document.querySelectorAll("[style]")].filter((element) => !story.contains(element));
  page.undo();
  return { outside: styled.length, exact: new XMLSerializer().serializeToString(document) === before };
}
