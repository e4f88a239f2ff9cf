// @ts-check
// The extension as a reader has it: installed in a real browser, its button pressed in the browser's own toolbar, its pages open
// in tabs. `extension-chromium.mjs` and `extension-firefox.mjs` know how each browser lets itself be led.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";

import { ROOT, openBrowser, serve } from "./browsers.mjs";
import { CHROMIUM } from "./extension-chromium.mjs";
import { FIREFOX } from "./extension-firefox.mjs";
import { openProxy } from "./network.mjs";

/** @import { Browser, LaunchOptions, Page } from "puppeteer-core" */
/** @import { BrowserName } from "./browsers.mjs" */

/**
 * A page of the extension's own, in a tab.
 *
 * @typedef {object} Tab
 * @property {<A extends unknown[], T>(run: ((...args: A) => T | Promise<T>) | string, ...args: A) => Promise<T>} run Calls a
 *   function in it; arguments and result are JSON.
 * @property {(selector: string) => Promise<void>} click With the mouse.
 * @property {() => Promise<void>} front
 * @property {() => Promise<void>} close
 *
 * @typedef {object} Extension
 * @property {Browser} browser
 * @property {string} id
 * @property {(page: Page) => Promise<void>} press The toolbar button, with that page's tab in front.
 * @property {(page: Page, entry: string) => Promise<void>} choose An entry of a context menu, with that page's tab in front.
 * @property {(page: Page, command: string) => Promise<void>} command What a shortcut does, with that page's tab in front.
 * @property {() => Promise<boolean>} shut Whether a panel is open, which is then shut.
 * @property {(page: Page) => Promise<{ badge: string, title: string }>} button How the button looks on that page's tab.
 * @property {(file: string) => Promise<Tab>} open A page of the extension's own.
 * @property {() => Promise<Tab>} inside One that stays open.
 * @property {() => Promise<void>} stop Stops the background, as the browser does at will.
 * @property {() => Promise<() => Promise<boolean>>} lose Has the background lose the next plan that it answers with; tells whether it has.
 * @property {(origin: string) => Promise<void>} grant What the reader says when the browser asks for a permission.
 *
 * @typedef {object} Driver
 * @property {LaunchOptions} options
 * @property {(browser: Browser, file: string) => Promise<string>} install
 * @property {(browser: Browser, id: string) => Promise<Extension>} lead
 */

/**
 * @typedef {object} Installed
 * @property {string} origin Of the server.
 * @property {string[]} requests What it was asked for.
 * @property {() => Promise<Extension>} update Installs it once more, over what is there.
 * @property {(page: Page, how?: { atOnce: boolean }) => Promise<void>} press The button; waits first until it is no double
 *   click, unless `atOnce`. What the click before has done was waited for.
 * @property {<A extends unknown[], T>(page: Page, run: (root: ShadowRoot, ...args: A) => T | Promise<T>, ...args: A) => Promise<T>} inBox Calls
 *   a function with the root of the page's box, which is closed to the page and open to the extension.
 */

/** Longer than the extension takes two clicks for one, in milliseconds. */
const DOUBLE_CLICK = 450;
const DRIVERS = { chromium: CHROMIUM, firefox: FIREFOX };

/**
 * A browser with the extension installed, and a server, for as long as `run` takes. Fails where any other machine was asked for
 * anything.
 *
 * @param {BrowserName} name
 * @param {Parameters<typeof serve>[0]} pages
 * @param {(extension: Extension & Installed) => Promise<void>} run
 * @param {{ file?: string, options?: LaunchOptions }} [options] `file`: what to install, a folder or a store's zip; `options` for
 *   the browser
 */
export async function withExtension(name, pages, run, { file = path.join(ROOT, "pkg/extension"), options = {} } = {}) {
  const driver = DRIVERS[name];
  const server = await serve({ "/favicon.ico": "", ...pages });
  const proxy = await openProxy();
  const browser = await openBrowser(
    name,
    merge({ enableExtensions: true }, driver.options, proxy.options(name), options),
  );
  try {
    const id = await driver.install(browser, file);
    const extension = await driver.lead(browser, id);
    /** @type {WeakSet<Page>} */
    const pressed = new WeakSet();
    await run({
      ...extension,
      origin: server.origin,
      requests: server.requests,
      async press(page, { atOnce } = { atOnce: false }) {
        if (pressed.has(page) && !atOnce) await new Promise((done) => setTimeout(done, DOUBLE_CLICK));
        pressed.add(page);
        await extension.press(page);
      },
      async update() {
        return driver.lead(browser, await driver.install(browser, file));
      },
      async inBox(page, run, ...args) {
        const { run: call } = await extension.inside();
        await page.bringToFront();
        return call(inside(run), ...args);
      },
    });
    assert.deepEqual(proxy.hosts(), [], "no other machine was asked for anything");
  } finally {
    await browser.close();
    await server.close();
    await proxy.close();
  }
}

/** @param {LaunchOptions[]} all */
function merge(...all) {
  return {
    ...Object.assign({}, ...all),
    args: all.flatMap((one) => one.args ?? []),
    extraPrefsFirefox: Object.assign({}, ...all.map((one) => one.extraPrefsFirefox)),
  };
}

/**
 * A function that calls another in the page of the tab in front, with the root of its box.
 *
 * @param {Function} run
 */
function inside(run) {
  return `async (...args) => {
    const [{ id: tabId }] = await chrome.tabs.query({ active: true, currentWindow: true });
    const func = (...args) => {
      const host = document.querySelector("[data-zubda-host]");
      return (${run})(host && (host.openOrClosedShadowRoot ?? chrome.dom.openOrClosedShadowRoot(host)), ...args);
    };
    const [{ result }] = await chrome.scripting.executeScript({ target: { tabId }, func, args });
    return result;
  }`;
}

/**
 * Presses something in the box, with the mouse.
 *
 * @param {Installed} extension
 * @param {Page} page
 * @param {string} selector
 * @param {number} [which] of those that it selects
 */
export async function pressInBox(extension, page, selector, which = 0) {
  const { x, y } = await extension.inBox(
    page,
    async (root, selector, which) => {
      const element = root.querySelectorAll(selector)[which];
      element.scrollIntoView({ block: "center", behavior: "instant" });
      // The page may be scrolling still.
      for (let before = NaN; ;) {
        const { x, y, width, height } = element.getBoundingClientRect();
        if (y === before) return { x: x + width / 2, y: y + height / 2 };
        before = y;
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      }
    },
    selector,
    which,
  );
  await page.mouse.click(x, y);
}

/** The texts of what stands in the box. @param {Installed} extension @param {Page} page @param {string} selector */
export function readInBox(extension, page, selector) {
  return extension.inBox(
    page,
    (root, selector) => [...root.querySelectorAll(selector)].map((element) => element.textContent ?? ""),
    selector,
  );
}

/**
 * Presses the button and waits until the page is clean and the button says so.
 *
 * @param {Extension & Installed} extension
 * @param {Page} page
 */
export async function clean(extension, page) {
  await extension.press(page);
  await page.waitForSelector("[data-zubda-host]", { timeout: 15_000 }).catch(async () => {
    assert.fail(`not cleaned: ${JSON.stringify(await extension.button(page))}`);
  });
  await until(async () => (await extension.button(page)).badge !== "");
}

/**
 * Presses the button and waits until the page is as it was.
 *
 * @param {Extension & Installed} extension
 * @param {Page} page
 * @param {string} before
 */
export async function undo(extension, page, before) {
  await extension.press(page);
  await page.waitForFunction(() => !document.querySelector("[data-zubda-host]"));
  assert.equal(await page.content(), before, "as it was, byte for byte");
}

/**
 * The panel for the tab of a page, when it holds what is waited for.
 *
 * @param {Extension & Installed} extension
 * @param {Page} page
 * @param {string} [selector]
 */
export async function openPanel(extension, page, selector = "#form select") {
  const { run } = await extension.inside();
  await page.bringToFront();
  const tab = await run(async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0].id);
  const panel = await extension.open(`popup.html#${tab}`);
  await until(() => panel.run((selector) => document.querySelector(selector) !== null, selector), "the panel");
  return panel;
}

/** What the page shows. @param {Page} page */
export function visible(page) {
  return page.evaluate(() => document.body.innerText);
}

/** What has no event to wait for. @param {() => Promise<boolean>} holds @param {string} [what] */
export async function until(holds, what = "in time") {
  const end = performance.now() + 10_000;
  while (!(await holds())) assert.ok(performance.now() < end, what);
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A function that tells what axe-core finds fault with. @param {string} [within] a selector */
export function faults(within = "html") {
  return `async () => {
    (() => { const module = undefined, define = undefined; ${AXE} })();
    const { violations, passes } = await window.axe.run(${JSON.stringify(within)});
    if (!passes.length) return ["nothing was looked at"];
    return violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" "));
  }`;
}
