// @ts-check
// A reader's page of 200 stories of 30 paragraphs: no long task, no jump, no leak; the nearest story comes first.
import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { story } from "../embed/stories.mjs";
import { openPage, serve, withBrowser } from "./browsers.mjs";

const STORIES = 200;
const PARAGRAPHS = 30;
/** Milliseconds that one task of the main thread may take; longer ones are felt. */
const LONG_TASK = 50;
const ROUNDS = 10;

const stories = Array.from({ length: STORIES }, (_, i) => story(i, PARAGRAPHS));
/** What the first screen shows hides nothing, so that only the box could make it jump. */
const articles = stories.map(
  (html, i) => `<zubda-article id="s${i}" ${i < 2 ? 'hide=""' : ""}>${html}</zubda-article>`,
);
const page = (/** @type {string} */ body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Reader</title>
<style>zubda-article { display: block; --zubda-reserve: 15rem; padding-block-start: 15rem; margin-block: 2rem }</style>
<body><main>${body}</main>
<script>
  window.cleaned = [];
  window.shift = 0;
  addEventListener("zubda:cleaned", (event) => cleaned.push(event.target.id));
  if (PerformanceObserver.supportedEntryTypes.includes("layout-shift"))
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) shift += entry.value; }).observe({ type: "layout-shift", buffered: true });
</script></body>`;

/** In the page, so that the tests' own messages do not weigh. */
const template = `<template>${articles.join("\n")}</template>`;

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => {
  server = await serve({
    "/favicon.ico": "",
    "/many.html": page(articles.join("\n")),
    "/none.html": page("") + template,
  });
});
after(() => server.close());

const define = () => import(/** @type {any} */ ("/pkg/element.js"));
const cleaned = (/** @type {number} */ count) => /** @type {any} */ (window).cleaned.length >= count;

test("chromium: 200 stories", { timeout: 900_000 }, async (t) => {
  await withBrowser("chromium", async (browser) => {
    await t.test("no task over 50 ms, no jump, the nearest first", async (t) => {
      const { page, errors } = await openPage(browser, `${server.origin}/many.html`);
      const trace = path.join(tmpdir(), `zubda-trace-${process.pid}.json`);
      // The page's own first layout is no work of ours.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 500)))),
      );
      await page.tracing.start({ path: trace, categories: ["toplevel", "disabled-by-default-devtools.timeline"] });
      await page.evaluate(define);
      await page.waitForFunction(cleaned, { timeout: 900_000, polling: 100 }, STORIES);
      await page.tracing.stop();
      const longest = await longestTask(trace);
      const { order, shift } = await page.evaluate(() => ({
        order: /** @type {any} */ (window).cleaned,
        shift: /** @type {any} */ (window).shift,
      }));
      t.diagnostic(`longest task ${longest.toFixed(1)} ms of processor time; layout shift ${shift}`);
      assert.ok(longest > 0 && longest < LONG_TASK, `a task of ${longest} ms`);
      assert.equal(shift, 0);
      assert.equal(order[0], "s0");
      assert.deepEqual(errors, []);
      await page.close();
    });

    await t.test("memory is flat over ten rounds of replacing all", async (t) => {
      const { page, errors } = await openPage(browser, `${server.origin}/none.html`);
      const session = await page.createCDPSession();
      await page.evaluate(define);
      const heaps = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        await page.evaluate(replaceAll);
        await page.waitForFunction(cleaned, { timeout: 120_000, polling: 50 }, STORIES);
        await session.send("HeapProfiler.collectGarbage");
        heaps.push((await session.send("Runtime.getHeapUsage")).usedSize);
      }
      const [, first] = heaps;
      const last = heaps[ROUNDS];
      t.diagnostic(`heap ${heaps.map((bytes) => (bytes / 1e6).toFixed(2)).join(", ")} MB`);
      assert.ok(last < first * 1.05, `${first} bytes after the first round, ${last} after the last`);
      assert.deepEqual(errors, []);
      await page.close();
    });

    await t.test("what is removed while it waits is never read", async () => {
      const { page } = await openPage(browser, `${server.origin}/many.html`);
      await page.evaluate(define);
      await page.waitForFunction(cleaned, { timeout: 120_000, polling: 20 }, 3);
      const { before, after } = await page.evaluate(async () => {
        const main = document.querySelector("main");
        for (const story of [...document.querySelectorAll("zubda-article")].slice(5)) story.remove();
        const before = /** @type {any} */ (window).cleaned.length;
        await new Promise((done) => setTimeout(done, 1000));
        return { before, after: /** @type {any} */ (window).cleaned.length, left: main?.children.length };
      });
      assert.ok(after <= before + 5, `${before} before, ${after} after`);
      await page.close();
    });
  });
});

test("firefox: 200 stories are cleaned", { timeout: 900_000 }, async () => {
  await withBrowser("firefox", async (browser) => {
    const { page, errors } = await openPage(browser, `${server.origin}/many.html`);
    await page.evaluate(define);
    await page.waitForFunction(cleaned, { timeout: 120_000, polling: 200 }, STORIES);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).cleaned[0]), "s0");
    assert.deepEqual(errors, []);
  });
});

function replaceAll() {
  /** @type {any} */ (window).cleaned = [];
  const template = /** @type {HTMLTemplateElement} */ (document.querySelector("template"));
  document.querySelector("main")?.replaceChildren(template.content.cloneNode(true));
}

/**
 * The longest task of any page's main thread, in milliseconds of processor time: other programs of this machine do not count.
 *
 * @param {string} file
 */
async function longestTask(file) {
  /** @type {{ traceEvents: any[] }} */
  const { traceEvents } = JSON.parse(await readFile(file, "utf8"));
  await rm(file);
  const key = (/** @type {any} */ event) => `${event.pid} ${event.tid}`;
  const threads = new Set(
    traceEvents.filter((event) => event.name === "thread_name" && event.args.name === "CrRendererMain").map(key),
  );
  const tasks = traceEvents.filter((event) => event.name.endsWith("RunTask") && event.tdur && threads.has(key(event)));
  return Math.max(0, ...tasks.map((event) => event.tdur / 1000));
}
