// @ts-check
// The article that began the project, in both browsers: every line of its expected.json.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { BROWSERS, openPage, serve, withBrowser } from "./browsers.mjs";
import { EXPECTED, PAGES } from "./pages.mjs";

const skip = EXPECTED ? false : "skipped: no ../shared";
const site = await serve(PAGES, { folders: { "/pkg/": "pkg" } });
after(() => site.close());

/** What may stand in the reasons' place of expected.json. @type {Record<string, string[]>} */
const REASONS = {
  "duplicate headline": ["duplicate-headline"],
  "ad marker": ["ad-marker"],
  "ad slot": ["ad-slot"],
  "doubled stop": ["punctuation"],
};

for (const name of BROWSERS) {
  test(`${name}: the seed is cleaned as expected`, { skip }, () =>
    withBrowser(name, async (browser) => {
      const { page, errors } = await openPage(browser, `${site.origin}/seed/page.html`);
      const seen = await page.evaluate(look);
      const { plan } = seen;
      assert.equal(plan.article.title, EXPECTED.title);
      assert.equal(plan.article.language, EXPECTED.language);
      assert.equal(plan.article.direction, EXPECTED.direction);

      const hides = plan.edits.filter((/** @type {any} */ edit) => edit.action === "hide");
      for (const { text, selector, reason } of EXPECTED.hidden) {
        if (selector) assert.ok(seen.hiddenSelectors[selector], `${selector} is out of sight`);
        else if (reason === "doubled stop")
          assert.ok(hides.some((/** @type {any} */ edit) => edit.reason === "punctuation"));
        else
          assert.ok(
            hides.some((/** @type {any} */ edit) => edit.text === text),
            `${text} is hidden`,
          );
        const names = REASONS[reason];
        if (names && text) {
          const edit = hides.find((/** @type {any} */ edit) => edit.text === text || edit.reason === names[0]);
          assert.ok(names.includes(edit.reason), reason);
        }
        if (text && reason !== "doubled stop" && reason !== "duplicate headline")
          assert.ok(!seen.visible.split("\n").some((line) => line.trim() === text), `${text} is not to be seen`);
      }
      assert.equal(seen.visible.split("\n").filter((line) => line.trim() === EXPECTED.hidden[0].text).length, 0);
      const captions = plan.edits.filter((/** @type {any} */ edit) => edit.action === "caption");
      assert.deepEqual(
        captions.map((/** @type {any} */ edit) => edit.text),
        [EXPECTED.caption],
      );
      assert.ok(seen.visible.includes(EXPECTED.caption), "the caption stays to be seen");

      const kept = EXPECTED.kept.map((/** @type {string} */ text) => text.replace("”. .", "”."));
      assert.deepEqual(
        plan.paragraphs.map((/** @type {any} */ paragraph) => paragraph.text),
        kept,
      );
      assert.equal(plan.text, kept.join("\n\n"));
      assert.equal(kept[0], EXPECTED.body_first);
      assert.equal(kept.at(-1), EXPECTED.body_last);
      for (const text of kept) assert.ok(seen.visible.includes(text), "what is kept is to be seen");

      for (const { role, paragraphs } of EXPECTED.roles)
        for (const paragraph of paragraphs) {
          const found = plan.sections[plan.paragraphs[paragraph].section].role;
          const said = { statement: "statements", outlook: "what is next" }[/** @type {string} */ (found)] ?? found;
          assert.ok(role.includes(said), `paragraph ${paragraph} is ${found}, not ${role}`);
        }

      const sentences = plan.summary.sentences;
      assert.equal(sentences.length, 3);
      assert.equal(sentences[0].text, EXPECTED.body_first);
      for (const [i, sentence] of sentences.entries()) {
        assert.ok(plan.paragraphs[sentence.paragraph].text.includes(sentence.text));
        assert.equal(seen.ranges[i], sentence.text, "a sentence's ranges hold its words");
        assert.ok(!sentence.text.includes(EXPECTED.caption));
      }
      assert.deepEqual(errors, []);

      await page.goto(`${site.origin}/seed/page-linked-source.html`);
      const linked = await page.evaluate(look);
      assert.equal(linked.plan.article.source.text, "المصدر");
      assert.equal(linked.plan.article.source.url, "https://news.example/russia-iran-treaty");
      assert.ok(linked.plan.edits.every((/** @type {any} */ edit) => edit.reason !== "source-label"));
      assert.ok(linked.visible.split("\n").some((/** @type {string} */ line) => line.trim() === "المصدر"));
      assert.equal(linked.plan.sections.at(-1).role, "source");
    }),
  );
}

/** In the page: cleans, and tells what a reader then sees. */
async function look() {
  // @ts-ignore an address of the test's server
  const [{ load }, { takeSnapshot }] = await Promise.all([import("/pkg/index.js"), import("/pkg/snapshot.js")]);
  const { nodes } = takeSnapshot(document);
  const { plan } = (await load()).clean(document);
  const text = (/** @type {any} */ range) => nodes[range.node].data.slice(range.start, range.end);
  return {
    plan,
    visible: document.body.innerText,
    hiddenSelectors: Object.fromEntries(
      ["ins.adsbygoogle"].map((selector) => [
        selector,
        [...document.querySelectorAll(selector)].every((element) => !element.checkVisibility()),
      ]),
    ),
    ranges: plan.summary.sentences.map((/** @type {any} */ sentence) =>
      sentence.ranges.map(text).join(" ").replace(/\s+/g, " "),
    ),
  };
}
