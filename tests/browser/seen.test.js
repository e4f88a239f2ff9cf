// @ts-check
// The page as a reader sees it, where only a browser knows: shadow trees and slots, what floats, what is clipped to nothing.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { BROWSERS, openBrowser, openPage, serve } from "./browsers.mjs";
import { PAGES } from "./pages.mjs";

const STYLE = `
  .cap { float: left; font-size: 3em } .tip { position: absolute; width: 12em } .faint { opacity: 0 }
  .aside { float: right; width: 12em } .row { float: left; margin: 4px } .none { display: contents }
  .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0) }
  .old { position: absolute; clip: rect(1px 1px 1px 1px) } .path { position: absolute; clip-path: inset(50%) }
  .thin { height: 1px } .gone { visibility: hidden }`;

/** By script: a word in two, and a sentence in three pieces. @type {Record<string, string[]>} */
const TEXTS = {
  en: [
    "M",
    "rs Brack fires her kiln on the hill",
    "The first ",
    "load of bowls",
    " came out in the evening, grey as the sea.",
  ],
  ar: ["أ", "شعلت السيدة براق فرنها على التلة", "خرجت ", "أول الأواني", " في المساء، رمادية كالبحر."],
  ja: ["丘", "の上の窯に火が入った朝のことだった", "最初の", "器", "は夕方に出てきて、海のような灰色をしていた。"],
  ru: ["Г", "оспожа Брак топит печь на холме", "Первая ", "партия мисок", " вышла вечером, серая, как море."],
};

const site = await serve(PAGES);
after(() => site.close());

for (const browserName of BROWSERS) {
  describe(browserName, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    /** @type {import("puppeteer-core").Page} */
    let page;
    before(async () => {
      browser = await openBrowser(browserName);
      ({ page } = await openPage(browser));
    });
    after(() => browser.close());

    /**
     * The paragraphs that are seen of a page, white space as it stands.
     *
     * @param {string} body
     * @param {string[]} expected
     */
    async function check(body, expected) {
      const html = `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><body>${body}`;
      site.pages["/seen.html"] = html;
      await page.goto(`${site.origin}/seen.html`);
      const lines = await page.evaluate(async () => {
        // @ts-ignore an address of the test's server
        const { takeSnapshot } = await import("/pkg/snapshot.js");
        const { snapshot } = takeSnapshot(document);
        // What the core makes of it: a block begins and ends a line, and what is hidden within a line is passed over.
        const BLOCK = /^(html|body|div|p|h[1-6]|main|article|section|li|ul|header)$/;
        let text = "";
        let at = 0;
        /** @type {{ id: number, block: boolean }[]} */
        const open = [];
        for (let id = 0; id < snapshot.tag.length; id++) {
          while (open.length && open[open.length - 1].id !== snapshot.parent[id]) if (open.pop()?.block) text += "\n";
          if (snapshot.flags[id] & 4) text += " ";
          if (snapshot.tag[id]) {
            const block = BLOCK.test(snapshot.names[snapshot.tag[id] - 1]) || (snapshot.flags[id] & 2) > 0;
            if (block) text += "\n";
            open.push({ id, block });
          } else {
            const data = snapshot.text.slice(at, (at += snapshot.length[id]));
            const around = snapshot.names[snapshot.tag[snapshot.parent[id]] - 1];
            if (!(snapshot.flags[snapshot.parent[id]] & 1) && around !== "title") text += data;
          }
        }
        return text.split("\n").flatMap((line) => line.replace(/\s+/g, " ").trim() || []);
      });
      assert.deepEqual(lines, expected, body);
    }

    for (const [language, [first, word, start, middle, end]] of Object.entries(TEXTS)) {
      test(`${language}: what floats or is positioned within a sentence does not cut it`, async () => {
        await check(`<p><span class="cap">${first}</span>${word}</p>`, [first + word]);
        await check(`<p><span class="cap">${first}</span><span>${word}</span></p>`, [first + word]);
        await check(`<p>${start}<a class="tip">${middle}</a>${end}</p>`, [start + middle + end]);
        const tip = `<span class="tip">${word}. ${word}.</span>`;
        await check(`<p>${start}<b>${middle}${tip}</b>${end}</p>`, [start + middle + end]);
        await check(`<p>${start}<span>${middle}<span class="tip faint">${word}</span></span></p>`, [start + middle]);
      });

      test(`${language}: what stands beside the text is a block of its own`, async () => {
        const long = `${word}, ${start}${middle}${end}`;
        await check(`<p>${long}<span class="aside">${long}</span> ${long}</p>`, [long, long, long]);
        await check(`<div><span class="row">${first}</span> <span class="row">${word}</span></div>`, [first, word]);
        await check(`<div>${word}<span class="aside">${first}</span></div>`, [word, first]);
        await check(`<div>${word}<span style="display: block">${first}</span>${middle}</div>`, [word, first, middle]);
      });

      test(`${language}: what is clipped to nothing is not seen`, async () => {
        for (const name of ["sr", "old", "path"]) {
          await check(`<p>${word} <a href="#">${middle}<span class="${name}">${start}</span></a></p>`, [
            `${word} ${middle}`,
          ]);
        }
        await check(
          `<div class="sr"><p>${long(word)}</p><ul><li><a href="#">${start}</a></li></ul></div><p>${word}</p>`,
          [word],
        );
        await check(`<h2 class="sr">${word}</h2><p>${word}<small class="sr">${start}</small></p>`, [word]);
        // A thin or a clipped box that shows its text is seen, and so is one without a box of its own.
        await check(`<div class="thin">${word}</div>`, [word]);
        await check(`<p style="position: absolute; clip: rect(0, 400px, 90px, 0)">${word}</p>`, [word]);
        await check(`<div class="none">${word}</div>`, [word]);
        await check(`<p>${word} <span class="none">${middle}</span></p>`, [`${word} ${middle}`]);
        await check(
          `<div class="gone"><div class="none">${word}</div></div><div hidden><span class="none">${word}</span></div>`,
          [],
        );
      });

      test(`${language}: open shadow trees and slots are read as they are laid out`, async () => {
        const shadow = (/** @type {string} */ inside, mode = "open") =>
          `<template shadowrootmode="${mode}"><style>${STYLE}</style>${inside}</template>`;
        const card = shadow(`<h2><slot name="title">${first}</slot></h2><div><slot></slot></div><p>${end.trim()}</p>`);
        await check(`<x-card>${card}<p>${word}</p><b slot="title">${middle}</b></x-card>`, [middle, word, end.trim()]);
        await check(`<x-card>${card}${word}</x-card>`, [first, word, end.trim()]);
        await check(`<x-a>${shadow(`<x-b>${shadow(`<p><slot></slot></p>`)}<slot></slot></x-b>`)}${word}</x-a>`, [word]);
        await check(`<x-a>${shadow(`<p class="gone"><slot></slot></p>`)}${word}</x-a>`, []);
        await check(`<x-a>${shadow(`<p><span class="cap">${first}</span>${word}</p>`)}${middle}</x-a>`, [first + word]);
        await check(`<x-a>${shadow(`<p>${word}</p>`, "closed")}<i>${middle}</i></x-a><p>${start.trim()}</p>`, [
          start.trim(),
        ]);
      });
    }

    for (const path of Object.keys(PAGES).filter((path) => path.startsWith("/golden/"))) {
      test(`${path} within a shadow tree: the same story, nothing is moved, and undo is exact`, async () => {
        await page.goto(site.origin + path);
        const seen = await page.evaluate(async () => {
          // @ts-ignore an address of the test's server
          const zubda = await (await import("/pkg/index.js")).load();
          const host = document.createElement("x-story");
          host.append(...document.body.childNodes);
          document.body.append(host);
          const light = zubda.analyze(document).text;
          const tree = host.attachShadow({ mode: "open" });
          tree.append(...host.childNodes);
          const state = () => [
            new XMLSerializer().serializeToString(document),
            tree.innerHTML,
            tree.adoptedStyleSheets.length,
            document.adoptedStyleSheets.length,
          ];
          const before = state();
          /** @type {Node[]} */
          const moved = [];
          const look = (/** @type {MutationRecord[]} */ records) =>
            records.forEach((record) => moved.push(...record.addedNodes, ...record.removedNodes));
          const observer = new MutationObserver(look);
          observer.observe(tree, { subtree: true, childList: true });
          const cleaned = zubda.clean(document);
          const clean = state();
          const marks = [...tree.querySelectorAll("[data-zubda-part]")];
          const drawn = marks.filter((mark) => getComputedStyle(mark, "::before").content.length > 2).length;
          const hidden = [...tree.querySelectorAll("[data-zubda]")];
          const isHidden = hidden.every(
            (e) => e.getAttribute("data-zubda") === "caption" || !e.checkVisibility() || e.hasAttribute("hidden"),
          );
          cleaned.undo();
          const undone = state();
          cleaned.apply();
          cleaned.undo();
          look(observer.takeRecords());
          const ours = (/** @type {any} */ node) => node.nodeType === 1 && node.hasAttribute("data-zubda-host");
          return {
            light,
            text: cleaned.plan.text,
            before,
            undone,
            again: state(),
            changes: JSON.stringify(clean) !== JSON.stringify(before),
            marks: marks.length,
            drawn,
            isHidden,
            moved: moved.filter((node) => !ours(node)).map((node) => node.nodeName),
          };
        });
        assert.equal(seen.text, seen.light);
        assert.deepEqual(seen.undone, seen.before);
        assert.deepEqual(seen.again, seen.before);
        assert.deepEqual(seen.moved, []);
        assert.equal(seen.changes, seen.light !== "");
        assert.equal(seen.drawn, seen.marks);
        assert.ok(seen.isHidden);
      });
    }
  });
}

/** @param {string} text */
function long(text) {
  return `${text}. `.repeat(12);
}
