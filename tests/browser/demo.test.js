// @ts-check
// The demo, in both browsers: every story opens, is cleaned as stories/ID.json says, and comes back byte for byte.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { request } from "node:http";
import path from "node:path";
import { after, before, test } from "node:test";
import { STORIES } from "../../www/demo/stories.js";
import { addressOf, serve } from "../../www/serve.mjs";
import { BROWSERS, openPage, withBrowser } from "./browsers.mjs";

/** @import { Page } from "puppeteer-core" */

/**
 * @typedef {object} Expected What becomes of a story.
 * @property {string} title
 * @property {string[]} hidden lines that go out of sight
 * @property {string[]} pieces what is taken out of lines that stay
 * @property {string[]} captions lines that are marked as captions
 * @property {string[]} wanted lines that should go, too; told, not held
 * @property {string[]} kept how the lines of the story begin, each of which stays as it is
 */

/** @type {import("node:http").Server} */
let server;
let address = "";
before(async () => {
  server = await serve();
  address = addressOf(server);
});
after(() => {
  server.closeAllConnections();
  server.close();
});

for (const name of BROWSERS) {
  test(`${name}: the stories`, async (t) => {
    await withBrowser(name, async (browser) => {
      const { page, errors } = await openPage(browser, address);
      for (const { id } of STORIES) await t.test(id, (t) => story(t, page, id));
      await t.test("nothing in the console", () => assert.deepEqual(errors, []));
    });
  });

  test(`${name}: on a small screen nothing is wider than the screen`, async () => {
    await withBrowser(name, async (browser) => {
      const { page, errors } = await openPage(browser);
      await page.setViewport({ width: 360, height: 740 });
      await page.goto(address);
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok((await width()) <= 360, "the index");
      for (const { id } of STORIES) {
        await open(page, id);
        assert.ok((await width()) <= 360, id);
        const inside = await page.evaluate(() => {
          const root = /** @type {HTMLIFrameElement} */ (document.getElementById("page")).contentDocument
            ?.documentElement;
          return [root?.scrollWidth, root?.clientWidth];
        });
        assert.ok(Number(inside[0]) <= Number(inside[1]), `${id} is ${inside[0]} wide in ${inside[1]}`);
      }
      assert.deepEqual(errors, []);
    });
  });

  test(`${name}: by keyboard, in both languages of the reader`, async () => {
    await withBrowser(name, async (browser) => {
      const { page, errors } = await openPage(browser);
      await page.setViewport({ width: 1400, height: 900 });
      await page.goto(`${address}#/ar-ferry`);
      await ready(page, "ar-ferry");
      await page.focus("#language");
      await page.keyboard.press("Enter");
      const reader = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
      assert.deepEqual(reader, ["ar", "rtl"]);
      await page.focus('input[value="cleaned"]');
      await page.keyboard.press("ArrowUp");
      assert.equal(await hosts(page), 0, "the original");
      await page.keyboard.press("ArrowDown");
      assert.equal(await hosts(page), 1, "cleaned again");
      await page.focus('#stories a[href="#/fr-phare"]');
      await page.keyboard.press("Enter");
      await ready(page, "fr-phare");
      assert.deepEqual(errors, []);
    });
  });

  test(`${name}: your own text or page`, async () => {
    await withBrowser(name, async (browser) => {
      const { page, errors } = await openPage(browser, `${address}#/own`);
      const text = ["[ad_1]", ...PARAGRAPHS, "Source"].join("\n\n");
      await clean(page, text);
      assert.deepEqual(await lines(page), PARAGRAPHS);

      const html = `<!doctype html><title>Ferries</title><body onload="parent.ran = 1"><script>parent.ran = 1</script>
        <img src="x" onerror="parent.ran = 1" alt="A ferry"><iframe src="https://example.org/"></iframe>
        <article><h1>Ferries</h1>${PARAGRAPHS.map((p) => `<p>${p}</p>`).join("")}<p>[ad_2]</p></article>`;
      await clean(page, html);
      assert.deepEqual(await lines(page), ["Ferries", ...PARAGRAPHS]);
      // @ts-ignore set by no one
      assert.equal(await page.evaluate(() => window.ran), undefined, "nothing has run");

      await form(page, "");
      assert.match(await textOf(page, "#own-error"), /\S/, "an empty text is answered");
      const file = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (await page.$("#file"));
      await file.uploadFile(path.resolve(import.meta.dirname, "../../www/demo/stories/ru-bridge.html"));
      await ready(page, "own");
      const expected = await expectation("ru-bridge");
      const seen = await lines(page);
      for (const line of expected.hidden) assert.ok(!seen.includes(line), line);
      // That the page's own scripts are refused is said in the console.
      assert.deepEqual(
        errors.filter((error) => !/inline event handler|script-src|Blocked script/i.test(error)),
        [],
      );
    });
  });
}

test("the server gives the demo and the package, and nothing else", async () => {
  const get = (/** @type {string} */ name) =>
    new Promise((resolve, reject) => {
      const { port } = new URL(address);
      request({ host: "127.0.0.1", port, path: name }, (answer) => {
        answer.resume();
        resolve([answer.statusCode, answer.headers["content-type"], answer.headers["content-security-policy"]]);
      })
        .on("error", reject)
        .end();
    });
  const served = {
    "/www/": "text/html; charset=utf-8",
    "/www/demo/reader.js": "text/javascript; charset=utf-8",
    "/www/demo/reader.css?v=1": "text/css; charset=utf-8",
    "/www/demo/stories/img/ferry.svg": "image/svg+xml",
    "/pkg/zubda_bg.wasm": "application/wasm",
  };
  for (const [name, type] of Object.entries(served)) {
    const [status, actual, policy] = /** @type {any[]} */ (await get(name));
    assert.deepEqual([status, actual], [200, type], name);
    assert.match(policy, /^default-src 'none';/, name);
  }
  for (const name of [
    "/package.json",
    "/www/../package.json",
    "/www/%2e%2e/package.json",
    "/www/..%2fpackage.json",
    "/www/%00",
    "/www/demo",
    "/src/lib.rs",
    "//etc/passwd",
    "/www/%E0%A4%A",
  ]) {
    const [status] = /** @type {any[]} */ (await get(name));
    assert.ok(status === 404 || status === 400, `${name}: ${status}`);
  }
});

test("where the port is taken, the server takes another", async () => {
  const { port } = new URL(address);
  const second = await serve(Number(port));
  assert.notEqual(new URL(addressOf(second)).port, port);
  second.close();
});

/** A story that is long enough to be one. */
const PARAGRAPHS = [
  "The ferries of Tarn came back to the southern quay on Monday, nine years after a storm had taken it away.",
  "The first of them left at half past six with two hundred passengers, most of them islanders on their way home.",
  "The harbour's director said that people had not asked for a ship, they had asked for letters that come on time.",
  "A second ferry, driven by electricity, is to follow in the summer, once there is a cable strong enough to charge it.",
];

/**
 * @param {import("node:test").TestContext} t
 * @param {Page} page
 * @param {string} id
 */
async function story(t, page, id) {
  const expected = await expectation(id);
  const source = await page.browser().newPage();
  await source.goto(`${address}demo/stories/${id}.html`);
  const served = await source.evaluate(() => document.documentElement.outerHTML);
  await source.close();

  await open(page, id);
  const cleaned = await lines(page);
  await view(page, "original");
  const original = await lines(page);
  assert.equal(await html(page), served, "undo gives back the page");
  await view(page, "cleaned");
  assert.deepEqual(await lines(page), cleaned, "cleaned again");
  const captions = await page.evaluate(() => {
    const inside = /** @type {HTMLIFrameElement} */ (document.getElementById("page")).contentDocument;
    return Array.from(inside?.querySelectorAll('[data-zubda="caption"]') ?? [], (e) => e.textContent?.trim());
  });
  const below = await page.evaluate(() => {
    const inside = /** @type {Document} */ (
      /** @type {HTMLIFrameElement} */ (document.getElementById("page")).contentDocument
    );
    const rest = inside.createRange();
    rest.setStartAfter(/** @type {Element} */ (inside.querySelector("[data-zubda-host]")));
    rest.setEndAfter(inside.body);
    return rest.toString().trim();
  });
  assert.ok(below.startsWith(expected.kept[0]), `right below the box: ${below.slice(0, 60)}`);
  const title = await page.evaluate(async () => {
    // @ts-ignore an address, not a file
    const { load } = await import("/pkg/index.js");
    const inside = /** @type {HTMLIFrameElement} */ (document.getElementById("page")).contentDocument;
    return (await load()).analyze(inside).article.title;
  });
  await view(page, "original");
  assert.equal(await html(page), served, "undo gives back the page a second time");
  await view(page, "cleaned");

  assert.equal(title, expected.title);
  assert.deepEqual(captions, expected.captions);
  for (const line of expected.hidden) {
    assert.ok(original.includes(line), `in the original: ${line}`);
    assert.ok(!cleaned.includes(line), `hidden: ${line}`);
  }
  const all = cleaned.join("\n");
  for (const piece of expected.pieces) assert.ok(!all.includes(piece), `taken out: ${piece}`);
  for (const beginning of expected.kept) {
    const line = original.find((line) => mended(line, expected.pieces).startsWith(beginning));
    assert.ok(line, `in the original: ${beginning}`);
    assert.ok(cleaned.includes(mended(line, expected.pieces)), `kept: ${line}`);
  }
  for (const line of expected.wanted) {
    assert.ok(original.includes(line), `in the original: ${line}`);
    if (cleaned.includes(line)) t.diagnostic(`not hidden yet: ${line}`);
  }
}

/**
 * A line without its flaws: a doubled stop becomes one, a marker goes.
 *
 * @param {string} line
 * @param {string[]} pieces
 */
function mended(line, pieces) {
  return pieces.reduce((line, piece) => line.replace(piece, piece.startsWith("[") ? "" : piece[0]), line);
}

/**
 * @param {string} id
 * @returns {Promise<Expected>}
 */
async function expectation(id) {
  return JSON.parse(await readFile(path.resolve(import.meta.dirname, `stories/${id}.json`), "utf8"));
}

/**
 * @param {Page} page
 * @param {string} id
 */
async function open(page, id) {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${id}`);
  await ready(page, id);
}

/**
 * @param {Page} page
 * @param {string} id
 */
async function ready(page, id) {
  await page.waitForFunction((id) => document.getElementById("page")?.dataset.ready === id, {}, id);
}

/**
 * @param {Page} page
 * @param {"original" | "cleaned"} name
 */
async function view(page, name) {
  await page.evaluate((name) => {
    /** @type {HTMLElement} */ (document.querySelector(`input[value="${name}"]`)).click();
  }, name);
}

/**
 * @param {Page} page
 * @param {string} text
 */
async function clean(page, text) {
  await form(page, text);
  await ready(page, "own");
}

/**
 * @param {Page} page
 * @param {string} text
 */
async function form(page, text) {
  await page.evaluate(() => {
    location.hash = "#/own";
  });
  await page.waitForSelector("#text", { visible: true });
  await page.evaluate((text) => {
    /** @type {HTMLTextAreaElement} */ (document.getElementById("text")).value = text;
  }, text);
  await page.click('#own button[type="submit"]');
}

/**
 * The lines that a reader sees of the story's page; the box, in its closed shadow, is none of them.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
function lines(page) {
  return page.evaluate(() => {
    const inside = /** @type {HTMLIFrameElement} */ (document.getElementById("page")).contentDocument;
    return (inside?.body.innerText ?? "")
      .split(/\n/)
      .map((line) => line.trim())
      .filter(Boolean);
  });
}

/** @param {Page} page */
function html(page) {
  return page.evaluate(
    () => /** @type {HTMLIFrameElement} */ (document.getElementById("page")).contentDocument?.documentElement.outerHTML,
  );
}

/** @param {Page} page */
function hosts(page) {
  return page.evaluate(
    () =>
      /** @type {HTMLIFrameElement} */ (document.getElementById("page")).contentDocument?.querySelectorAll(
        "[data-zubda-host]",
      ).length,
  );
}

/**
 * @param {Page} page
 * @param {string} selector
 */
function textOf(page, selector) {
  return page.$eval(selector, (element) => element.textContent ?? "");
}
