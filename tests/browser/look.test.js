// @ts-check
// What the extension's style sheet makes of the page around the story, without the extension: the story is never among it.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { styleOf } from "../../www/extension/look.js";
import { DEFAULTS } from "../../www/extension/settings.js";
import { BROWSERS, openPage, serve, withBrowser } from "./browsers.mjs";

const HEADLINE = `<h1 data-zubda-headline>Harbour of Tarn reopens</h1>`;
const LINES = ["The harbour of Tarn reopened on Monday.", "Six ships a week will call at first."];
const STORY = LINES.map((line) => `<p>${line}</p>`).join("");
const around = (/** @type {string} */ body) =>
  `<!doctype html><html lang="en"><title>Tarn</title><body><nav class="away">Sections</nav>${body}<aside class="away">Cards</aside>`;

/** Where the headline stands to the story. @type {Record<string, string>} */
const PAGES = {
  "in the story": around(`<main><article data-zubda-story>${HEADLINE}${STORY}</article></main>`),
  "deep in the story": around(
    `<main><article data-zubda-story><header><div>${HEADLINE}</div></header><div>${STORY}</div></article></main>`,
  ),
  "before it": around(`<main>${HEADLINE}<div class="away">Share</div><div data-zubda-story>${STORY}</div></main>`),
  "the body is the story": `<!doctype html><html lang="en"><title>Tarn</title><body data-zubda-story>${HEADLINE}${STORY}`,
};

const site = await serve(
  Object.fromEntries(Object.entries(PAGES).map(([what, html]) => [`/${what.replaceAll(" ", "-")}.html`, html])),
);
after(() => site.close());

for (const name of BROWSERS) {
  test(`${name}: what is around the story is never a part of it`, () =>
    withBrowser(name, async (browser) => {
      const { page } = await openPage(browser);
      for (const what of Object.keys(PAGES)) {
        await page.goto(`${site.origin}/${what.replaceAll(" ", "-")}.html`);
        await page.addStyleTag({ content: styleOf(DEFAULTS, "dim") });
        const { kept, away } = await page.evaluate(seen);
        assert.ok(kept.length >= 3 && kept.every(Boolean), `the headline ${what}: ${kept}`);
        assert.ok(!away.some(Boolean), `the headline ${what}: what is around it is dimmed`);
      }
    }));
}

/** In the page: whether the story's lines are seen as they are, and what is around it. */
function seen() {
  const isSeen = (/** @type {Element | null} */ element) => {
    for (; element; element = element.parentElement) {
      const { opacity, visibility } = getComputedStyle(element);
      if (opacity !== "1" || visibility !== "visible") return false;
    }
    return true;
  };
  const those = (/** @type {string} */ selector) => [...document.querySelectorAll(selector)].map(isSeen);
  return { kept: those("h1, p"), away: those(".away") };
}
