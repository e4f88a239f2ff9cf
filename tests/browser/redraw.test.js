// @ts-check
// What the page does to itself after it was cleaned, and what find-in-page does to what is hidden.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { findAgain, identify } from "../../www/shell/identity.js";
import { siteRules } from "../../www/shell/rules.js";
import { BROWSERS, openBrowser, openPage, serve } from "./browsers.mjs";

const STORY = `<!doctype html><html lang="en"><head><title>Harbour of Tarn reopens</title></head><body><article>
<h1>Harbour of Tarn reopens</h1>
<p>[ad_1] The harbour of Tarn reopened on Monday after two years of repairs, and the first ferries came in before noon.</p>
<p>“We are three weeks early,” said Nora Hale, who runs the port, “and nobody is more surprised than I am.”</p>
<div id="related"><h3>Read also</h3><ul><li><a href="/1">A school on the eastern quay</a></li><li><a id="second" href="/2">Grain
prices fall</a></li></ul></div>
<p>Six ships a week will call at the eastern quay at first, and ten before the summer ends, the port said.</p>
<p>The quay had been shut since a winter storm in 2024, and goods went by road from the next harbour.</p>
<p>[ad_2]</p>
<p>Twelve hundred people work in the port. Half of them had been sent home while the work went on.</p></article></body></html>`;

/** Two things that are the same to the letter, hidden by the same rule. */
const TWINS = STORY.replace("[ad_1] ", "")
  .replace("<p>[ad_2]</p>", '<p class="twin">[ad_1]</p>')
  .replace("<p>“We", '<p class="twin">[ad_1]</p><p>“We');

/**
 * What a page does to its story while it is clean, as the body of a function of the article.
 *
 * @type {Record<string, string>}
 */
const REDRAWS = {
  "the same nodes": "article.querySelectorAll('.twin').forEach((twin) => twin.removeAttribute('style'))",
  "other nodes": "article.innerHTML = inner",
  "another before both": `article.innerHTML = inner;
    article.querySelector('h1').insertAdjacentHTML('afterend',
      '<p class="twin">[ad_1]</p><p>The port opened its gates at six, an hour before the first of the ferries came in.</p>')`,
  "one of them alone": "article.querySelectorAll('.twin')[1].outerHTML = '<p class=\"twin\">[ad_1]</p>'",
};

/**
 * What a page does that takes its story away and brings it back, as the body of an asynchronous function.
 *
 * @type {Record<string, string>}
 */
const RETURNS = {
  "drawn anew": "article.innerHTML = inner",
  "drawn anew in two steps": "article.innerHTML = ''; await frames(); article.innerHTML = inner",
  "replaced by another": `const fresh = article.cloneNode(false); fresh.innerHTML = inner; article.replaceWith(fresh)`,
  "replaced, and drawn anew": `const fresh = article.cloneNode(false); fresh.innerHTML = inner; article.replaceWith(fresh);
    await frames(); fresh.innerHTML = inner`,
  "away for a while": "const around = article.parentNode; article.remove(); await frames(); around.append(article)",
  "away for a while, and elsewhere then": `const main = document.body.appendChild(document.createElement("main"));
    main.innerHTML = "<div><div></div></div>"; await frames(); article.remove(); await frames();
    main.firstChild.firstChild.append(article)`,
};

const site = await serve({ "/story.html": STORY, "/twins.html": TWINS });
after(() => site.close());

for (const name of BROWSERS) {
  describe(`redraws in ${name}`, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    before(async () => {
      browser = await openBrowser(name);
    });
    after(() => browser.close());

    test("what a framework redraws is cleaned again, once a frame, and given up in the end", async () => {
      const { page, errors } = await openPage(browser, `${site.origin}/story.html`);
      const seen = await page.evaluate(redraw);
      assert.ok(seen.replaced, "other nodes in their place are read anew");
      assert.equal(seen.inOneFrame, 1, "however often it is taken back within a frame");
      assert.ok(seen.rounds >= 10 && seen.rounds <= 20, `${seen.rounds} rounds`);
      assert.ok(seen.last, "after that the page has its will");
      assert.deepEqual(errors, []);
    });

    for (const how of Object.keys(REDRAWS))
      test(`of two that are the same the one that was put back stays so: ${how}`, async () => {
        const { page, errors } = await openPage(browser, `${site.origin}/twins.html`);
        for (const when of ["before", "after"]) {
          await page.reload();
          const seen = await page.evaluate(putBackOne, REDRAWS[how], when);
          const twins = how === "another before both" ? [false, false, true] : [false, true];
          assert.deepEqual(seen, { clean: [false, false], then: twins, same: true }, `put back ${when} the redraw`);
        }
        assert.deepEqual(errors, []);
      });

    for (const how of Object.keys(RETURNS))
      test(`a story that is ${how} is clean again, with its box, and undo is exact`, async () => {
        const { page, errors } = await openPage(browser, `${site.origin}/story.html`);
        const seen = await page.evaluate(comeBack, RETURNS[how]);
        assert.deepEqual(seen, { text: false, hosts: 1, hidden: 3, same: true, marks: 0 });
        assert.deepEqual(errors, []);
      });

    for (const engine of /** @type {const} */ (["worker", "page"]))
      test(`a story that was away is as clean as it was, where it could not be read: ${engine}`, async () => {
        const { page, errors } = await openPage(browser, `${site.origin}/story.html`);
        assert.deepEqual(await page.evaluate(beAway, engine), { clean: true, same: true });
        assert.deepEqual(errors, []);
      });

    test("a page that was redrawn while it was not clean can be cleaned again", async () => {
      const { page, errors } = await openPage(browser, `${site.origin}/story.html`);
      assert.deepEqual(await page.evaluate(cleanLater), { clean: true, listed: [2, 3], same: true });
      assert.deepEqual(errors, []);
    });

    test("what is never to be hidden is not hidden after a redraw either", async () => {
      const { page, errors } = await openPage(browser, `${site.origin}/twins.html`);
      assert.deepEqual(await page.evaluate(neverAgain), [true, true, true]);
      assert.deepEqual(errors, []);
    });

    test("a sentence is lit where it stands, not where the same is said before, until its own page is undone", async () => {
      const { page, errors } = await openPage(browser, `${site.origin}/story.html`);
      assert.deepEqual(await page.evaluate(light), { first: "2", redrawn: "2", second: "1", kept: "1", cleared: null });
      assert.deepEqual(errors, []);
    });

    test("what find-in-page finds in a hidden box stays in sight, and undo is exact", async () => {
      const { page, errors } = await openPage(browser, `${site.origin}/story.html`);
      const seen = await page.evaluate(find);
      assert.equal(seen.hidden, seen.canBeFound ? "until-found" : null);
      assert.equal(seen.shownAfterClean, false);
      if (seen.canBeFound) assert.deepEqual(seen.found, { shown: true, still: true, tall: true });
      assert.ok(seen.same);
      assert.deepEqual(errors, []);
    });
  });
}

/**
 * A reading of a page whose edits are hidden elements, each as its node, what it says, and the paragraph before it: `a:ad/p`;
 * with a stop, `a.ad/p`, it is a piece of a text.
 *
 * @param {string} page
 */
function reading(page) {
  const edits = page.split(" ").map((edit) => /^(.)([:.])(.+)\/(.+)$/.exec(edit)?.slice(1) ?? []);
  const plan = /** @type {any} */ ({
    edits: edits.map(([, kind, text], i) => ({ node: 2 * i + 1, rule: "r", text, ranges: kind === "." ? [{}] : [] })),
    paragraphs: edits.map(([, , , text], i) => ({ node: 2 * i, text })),
  });
  return identify(plan, /** @type {any} */ (edits.flatMap(([node]) => [null, node])));
}

test("an edit is known again by its node, else by where it stands among those that say the same", () => {
  /** @type {(before: string, wanted: number, now: string, expected: number[]) => void} */
  const check = (before, wanted, now, expected) =>
    assert.deepEqual([...findAgain([reading(before).identities[wanted]], reading(now)).places], expected, now);
  check("a:ad/p b:ad/q", 1, "a:ad/p b:ad/q", [1]);
  check("a:ad/p b:ad/q", 1, "b:ad/q a:ad/p", [0]);
  // The node says something else by now, and so what it said is looked for first.
  check("a:ad/p b:ad/q", 1, "a:ad/p b:box/q c:ad/q", [2]);
  check("a:ad/p b:box/q", 1, "a:ad/p b:fuller/q", [1]);
  check("a:ad/p b.ad/q", 1, "a:ad/p b.other/q", []);
  // Other nodes.
  check("a:ad/p b:ad/q", 1, "c:ad/p d:ad/q", [1]);
  check("a:ad/p b:ad/q", 1, "c:ad/o d:ad/p e:ad/q", [2]);
  check("a:ad/p b:ad/q", 1, "c:ad/q", [0]);
  check("a:ad/p b:ad/q", 1, "a:ad/p", []);
  check("a:ad/p b:ad/p", 1, "c:ad/p a:ad/p", [0]);
  check("a:ad/p b:ad/q", 1, "a:ad/p c:ad/x d:ad/y", [1, 2]);
  check("a:ad/p b:ad/q", 1, "c:ad/x d:ad/y", [1]);
  check("a:ad/p b:ad/p c:ad/p", 1, "d:ad/p e:ad/p f:ad/p", [1]);
  // Several in one text.
  check("a.ad/p a.ad/p", 1, "a.ad/p a.ad/p", [1]);
  // In doubt all of them, and none that says something else.
  check("a:ad/p b:ad/q", 1, "c:ad/x d:ad/y e:ad/z f:other/q", [0, 1, 2]);
  check("a:ad/p", 0, "c:other/p", []);
});

test("never on this site: what was said is kept, each rule once, and what is broken is nothing", async () => {
  /** @type {Record<string, string[]>} */
  const saved = {};
  const storage = {
    load: (/** @type {string} */ site) => saved[site],
    save: (/** @type {string} */ site, /** @type {string[]} */ rules) => void (saved[site] = rules),
  };
  const rules = await siteRules(storage, "tarn.example");
  assert.deepEqual(rules.never, []);
  await rules.remember("marker.block");
  await rules.remember("marker.block");
  await rules.remember("related.box");
  assert.deepEqual(saved, { "tarn.example": ["marker.block", "related.box"] });
  assert.deepEqual((await siteRules(storage, "tarn.example")).never, ["marker.block", "related.box"]);
  assert.deepEqual((await siteRules(storage, "other.example")).never, []);
  const broken = { load: () => /** @type {any} */ ("no list"), save: () => {} };
  assert.deepEqual((await siteRules(broken, "tarn.example")).never, []);
});

/** In the page: takes back what was cleaned, as a framework does. */
async function redraw() {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const article = /** @type {Element} */ (document.querySelector("article"));
  const frames = async (n = 3) => {
    for (let i = 0; i < n; i++) await new Promise((done) => requestAnimationFrame(done));
  };
  const inner = article.innerHTML;
  (await load()).clean(document, { box: false });
  article.innerHTML = inner;
  await frames();
  const text = /** @type {Text} */ (article.querySelector("p")?.firstChild);
  const replaced = !text.data.includes("[ad_1]");
  const original = text.data;
  // Within one frame, many times.
  let cleanings = 0;
  const raw = `[ad_1]${original.startsWith(" ") ? "" : " "}${original}`;
  new MutationObserver((records) => {
    for (const _ of records) if (!text.data.includes("[ad_1]")) cleanings++;
  }).observe(text, { characterData: true });
  for (let i = 0; i < 5; i++) {
    text.data = raw;
    await Promise.resolve();
  }
  await frames(2);
  const inOneFrame = cleanings;
  let rounds = 0;
  for (let i = 0; i < 40; i++) {
    text.data = raw;
    await frames(2);
    if (!text.data.includes("[ad_1]")) rounds++;
  }
  return { replaced, inOneFrame, rounds, last: text.data.includes("[ad_1]") };
}

/**
 * In the page: puts the second of two back that are the same, by the box, and has the page redraw them.
 *
 * @param {string} change
 * @param {string} when
 */
async function putBackOne(change, when) {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const article = /** @type {Element} */ (document.querySelector("article"));
  const inner = article.innerHTML;
  const redraw = new Function("article", "inner", change);
  const alone = /** @type {Element} */ (article.cloneNode(true));
  redraw(alone, inner);
  const frames = async () => {
    for (let i = 0; i < 3; i++) await new Promise((done) => requestAnimationFrame(done));
  };
  const shown = () => [...article.querySelectorAll(".twin")].map((twin) => twin.checkVisibility());
  const into = document.createElement("div");
  const page = (await load()).clean(document, { box: { into, open: true } });
  const clean = shown();
  const press = () => {
    const items = [...into.querySelectorAll(".hidden li")].filter((item) => item.textContent?.startsWith("[ad_1]"));
    /** @type {HTMLElement} */ (items[1].querySelector("button")).click();
  };
  if (when === "before") press();
  redraw(article, inner);
  await frames();
  if (when === "after") press();
  const then = shown();
  page.undo();
  return { clean, then, same: article.innerHTML === alone.innerHTML };
}

/**
 * In the page: cleans, has the page take its story away and bring it back, and undoes.
 *
 * @param {string} change the body of a function of the article, and of a function that waits for two frames
 */
async function comeBack(change) {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const article = /** @type {Element} */ (document.querySelector("article"));
  const inner = article.innerHTML;
  const frames = async () => {
    for (let i = 0; i < 2; i++) await new Promise((done) => requestAnimationFrame(done));
  };
  const page = (await load()).clean(document);
  const AsyncFunction = /** @type {FunctionConstructor} */ ((async () => {}).constructor);
  await new AsyncFunction("article", "frames", "inner", change)(article, frames, inner);
  const isClean = () => document.querySelector("[data-zubda-host]") && page.hidden.length > 0;
  for (let i = 0; i < 60 && !isClean(); i += 1) await frames();
  const seen = {
    text: /\[ad_/.test(document.body.innerText),
    hosts: document.querySelectorAll("[data-zubda-host]").length,
    hidden: page.hidden.length,
  };
  page.undo();
  const marks = document.querySelectorAll("[data-zubda], [data-zubda-part], [data-zubda-host]").length;
  return { ...seen, same: document.querySelector("article")?.innerHTML === inner, marks };
}

/**
 * In the page: takes a story out for a while that cannot be read anew meanwhile, and puts it back in elsewhere.
 *
 * @param {"worker" | "page"} engine the Worker cannot read it at once, the page not while the target itself is away
 */
async function beAway(engine) {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const article = /** @type {Element} */ (document.querySelector("article"));
  const first = /** @type {Element} */ (article.querySelector("p"));
  const inner = article.innerHTML;
  const main = document.body.appendChild(document.createElement("main"));
  const zubda = await load({ engine });
  const page = await zubda.clean(engine === "worker" ? document : article, { box: false });
  const frames = async () => {
    for (let i = 0; i < 3; i++) await new Promise((done) => requestAnimationFrame(done));
  };
  const place = document.createComment("");
  if (engine === "worker") {
    first.replaceWith(place);
    await frames();
    place.replaceWith(first);
    await frames();
  }
  article.remove();
  await frames();
  main.append(article);
  await frames();
  const clean = !/\[ad_/.test(document.body.innerText);
  page.undo();
  return { clean, same: article.innerHTML === inner };
}

/** In the page: puts one thing back and then all, has the page redraw itself, and cleans it again. */
async function cleanLater() {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const article = /** @type {Element} */ (document.querySelector("article"));
  const [before, inner] = [document.documentElement.outerHTML, article.innerHTML];
  const into = document.createElement("div");
  const page = (await load()).clean(document, { box: { into, open: true } });
  page.restore(page.plan.edits.findIndex((/** @type {any} */ edit) => edit.text === "[ad_2]"));
  page.undo();
  article.innerHTML = inner;
  page.apply();
  const text = document.body.innerText;
  const clean = !text.includes("[ad_1]") && text.includes("[ad_2]");
  const listed = [page.hidden.length, page.plan.edits.length];
  const items = into.querySelectorAll(".hidden li").length;
  page.undo();
  return { clean: clean && items === listed[0], listed, same: document.documentElement.outerHTML === before };
}

/** In the page: wants a rule never again, and has the page redraw itself with one more thing of that rule. */
async function neverAgain() {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const article = /** @type {Element} */ (document.querySelector("article"));
  const inner = article.innerHTML;
  const page = (await load()).clean(document, { box: false });
  page.never(page.plan.edits.findIndex((/** @type {any} */ edit) => edit.text === "[ad_1]"));
  article.innerHTML = inner;
  article.querySelector(".twin")?.insertAdjacentHTML("beforebegin", '<p class="twin">[ad_7]</p>');
  for (let i = 0; i < 3; i++) await new Promise((done) => requestAnimationFrame(done));
  return [...article.querySelectorAll(".twin")].map((twin) => twin.checkVisibility());
}

/** In the page: two stories that say the same thing twice; which paragraph is lit when one is asked for its sentence. */
async function light() {
  // @ts-ignore an address of the test's server
  const { applyPlan } = await import("/pkg/apply.js");
  const text = "The quay is open.";
  const lit = () => {
    // @ts-ignore the Custom Highlight API
    const [range] = CSS.highlights.get("zubda") ?? [];
    return range?.startContainer.parentElement.title ?? null;
  };
  /** Cleans a story by a plan that sums it up by one of its two sentences. @param {number} which */
  const clean = (which) => {
    const article = document.createElement("article");
    article.innerHTML = `<p title="1">${text}</p><p title="2">${text}</p><p title="3">[ad_1]</p>`;
    document.body.append(article);
    const read = () => {
      const nodes = [article, ...[...article.children].flatMap((p) => [p, /** @type {Node} */ (p.firstChild)])];
      const at = (/** @type {number} */ i) => ({
        text,
        paragraph: i,
        ranges: [{ node: 2 * i + 2, start: 0, end: 17 }],
      });
      const plan = {
        article: { node: 0, language: "en", direction: "ltr", minutes: 1, title: "" },
        paragraphs: [0, 1].map((i) => ({ text, kind: "paragraph", section: 0, node: 2 * i + 1 })),
        edits: [{ node: 5, ranges: [], action: "hide", reason: "ad-marker", rule: "r", text: "[ad_1]" }],
        sections: [],
        summary: { sentences: [at(which)] },
        sentences: [0, 1].map((i) => ({ ...at(i), rank: i === which ? 0 : 1 })),
      };
      return { plan, nodes };
    };
    const into = document.createElement("div");
    const { plan, nodes } = read();
    const page = applyPlan(plan, nodes, { box: { into }, again: read });
    const press = () => /** @type {HTMLElement} */ (into.querySelector(".sentence")).click();
    return { article, page, press };
  };
  const [one, other] = [clean(1), clean(0)];
  one.press();
  const first = lit();
  const html = one.article.innerHTML;
  one.article.innerHTML = html;
  for (let i = 0; i < 3; i++) await new Promise((done) => requestAnimationFrame(done));
  one.press();
  const redrawn = lit();
  other.press();
  const second = lit();
  one.page.undo();
  const kept = lit();
  other.page.undo();
  return { first, redrawn, second, kept, cleared: lit() };
}

/** In the page: goes to a place inside of what is hidden, which shows it as find-in-page does. */
async function find() {
  // @ts-ignore an address of the test's server
  const { load } = await import("/pkg/index.js");
  const related = /** @type {HTMLElement} */ (document.getElementById("related"));
  const second = /** @type {HTMLElement} */ (document.getElementById("second"));
  const frames = async () => {
    for (let i = 0; i < 5; i++) await new Promise((done) => requestAnimationFrame(done));
  };
  const serialize = () => document.documentElement.outerHTML;
  const before = serialize();
  const page = (await load()).clean(document, { box: false });
  const shown = () =>
    second.checkVisibility({ contentVisibilityAuto: true }) && second.getBoundingClientRect().height > 0;
  const canBeFound = "onbeforematch" in related;
  const hidden = related.getAttribute("hidden");
  const shownAfterClean = shown();
  location.hash = "second";
  await frames();
  const found = { shown: shown(), still: !related.hasAttribute("hidden"), tall: related.offsetHeight > 20 };
  page.undo();
  return { canBeFound, hidden, shownAfterClean, found, same: serialize() === before };
}
