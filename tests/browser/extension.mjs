// @ts-check
// The extension as a reader has it: installed in a real browser, its button pressed in the browser's own toolbar.
//
// Chromium presses it through the developer protocol (`Extensions.triggerAction`, which grants `activeTab` and fires
// `action.onClicked` as the button does). In Firefox the button is pinned to the toolbar and clicked with the mouse, in the
// window's own document, which `--remote-allow-system-access` opens to the tests.
import assert from "node:assert/strict";
import path from "node:path";

import { ROOT, openBrowser, serve } from "./browsers.mjs";

/** @import { Browser, Page } from "puppeteer-core" */
/** @import { BrowserName } from "./browsers.mjs" */

/**
 * @typedef {object} Extension
 * @property {Browser} browser
 * @property {string} id
 * @property {(page: Page) => Promise<void>} press The toolbar button, with that page's tab in front; waits until it is no
 *   double click.
 * @property {(page: Page) => Promise<{ badge: string, title: string }>} button How the button looks on that page's tab.
 * @property {string} pages Where the extension's own pages stand.
 * @property {() => Promise<void>} stop Stops the background, as the browser does at will.
 */

/** @typedef {Extension & { origin: string, requests: string[] }} Installed With the server's place and what it was asked for. */

/** Longer than the extension takes two clicks for one, in milliseconds. */
const DOUBLE_CLICK = 450;

/**
 * A browser with the extension installed, and a server, for as long as `run` takes.
 *
 * @param {BrowserName} name
 * @param {Parameters<typeof serve>[0]} pages
 * @param {(extension: Installed) => Promise<void>} run
 * @param {{ folder?: string }} [options]
 */
export async function withExtension(name, pages, run, { folder = "pkg/extension" } = {}) {
  const server = await serve({ "/favicon.ico": "", ...pages });
  const args = name === "firefox" ? ["--remote-allow-system-access"] : [];
  const browser = await openBrowser(name, { enableExtensions: true, args });
  try {
    const id = await browser.installExtension(path.join(ROOT, folder));
    const extension = await (name === "firefox" ? inFirefox(browser, id) : inChromium(browser, id));
    /** @type {WeakSet<Page>} */
    const pressed = new WeakSet();
    const press = async (/** @type {Page} */ page) => {
      // What the click before has done was waited for: from here on, no click is taken for its second half.
      if (pressed.has(page)) await new Promise((done) => setTimeout(done, DOUBLE_CLICK));
      pressed.add(page);
      await extension.press(page);
    };
    await run({ ...extension, press, origin: server.origin, requests: server.requests });
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * @param {Browser} browser
 * @param {string} id
 * @returns {Promise<Extension>}
 */
async function inChromium(browser, id) {
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error("the extension is not installed");
  const worker = async () => {
    const target = await browser.waitForTarget(
      (target) => target.type() === "service_worker" && target.url().includes(id),
    );
    const worker = await target.worker();
    if (!worker) throw new Error("the service worker does not answer");
    return worker;
  };
  return {
    browser,
    id,
    pages: `chrome-extension://${id}/`,
    press: (page) => page.bringToFront().then(() => extension.triggerAction(page)),
    button: async (page) => {
      await page.bringToFront();
      return (await worker()).evaluate(async () => {
        const [{ id: tabId }] = await chrome.tabs.query({ active: true });
        const [badge, title] = await Promise.all([
          chrome.action.getBadgeText({ tabId }),
          chrome.action.getTitle({ tabId }),
        ]);
        return { badge, title };
      });
    },
    stop: async () => (await worker()).close(),
  };
}

/**
 * @param {Browser} browser
 * @param {string} id
 * @returns {Promise<Extension>}
 */
async function inFirefox(browser, id) {
  const window = await firefoxWindow(browser);
  await window.run(async (id) => {
    // @ts-ignore the window's own globals
    const { CustomizableUI } = ChromeUtils.importESModule(
      "moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs",
    );
    CustomizableUI.addWidgetToArea(`${id.replace(/[^a-z0-9_-]/gi, "_")}-browser-action`, "nav-bar");
  }, id);
  const host = await window.run((id) => {
    // @ts-ignore as above
    return WebExtensionPolicy.getByID(id).mozExtensionHostname;
  }, id);
  return {
    browser,
    id,
    pages: `moz-extension://${host}/`,
    press: async (page) => {
      await page.bringToFront();
      await window.run((id) => {
        const selector = `toolbaritem[data-extensionid="${id}"] .unified-extensions-item-action-button`;
        const box = /** @type {Element} */ (document.querySelector(selector)).getBoundingClientRect();
        for (const type of ["mousemove", "mousedown", "mouseup"]) {
          // @ts-ignore as above
          window.synthesizeMouseEvent(type, box.x + box.width / 2, box.y + box.height / 2, {
            button: 0,
            clickCount: 1,
          });
        }
      }, id);
    },
    button: async (page) => {
      await page.bringToFront();
      return window.run((id) => {
        const button = /** @type {Element} */ (document.querySelector(`toolbarbutton[data-extensionid="${id}"]`));
        return { badge: button.getAttribute("badge") ?? "", title: button.getAttribute("label") ?? "" };
      }, id);
    },
    stop: () =>
      window.run(async (id) => {
        // @ts-ignore as above
        await WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true });
      }, id),
  };
}

/**
 * The browser's own window.
 *
 * @param {Browser} browser
 */
async function firefoxWindow(browser) {
  /** @type {(method: string, params: object) => Promise<any>} */
  const send = async (method, params) => (await /** @type {any} */ (browser).connection.send(method, params)).result;
  const { contexts } = await send("browsingContext.getTree", { "moz:scope": "chrome" });
  return {
    /**
     * @template {string[]} A
     * @template T
     * @param {(...args: A) => T | Promise<T>} run
     * @param {A} args
     * @returns {Promise<T>}
     */
    async run(run, ...args) {
      const answer = await send("script.callFunction", {
        functionDeclaration: `async (...args) => JSON.stringify(await (${run})(...args))`,
        arguments: args.map((value) => ({ type: "string", value })),
        target: { context: contexts[0].context },
        awaitPromise: true,
      });
      if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
      return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value);
    },
  };
}

/**
 * Presses the button and waits until the page is clean and the button says so.
 *
 * @param {Extension} extension
 * @param {Page} page
 */
export async function clean(extension, page) {
  await extension.press(page);
  await page.waitForSelector("[data-zubda-host]", { timeout: 15_000 }).catch(async () => {
    assert.fail(`not cleaned: ${JSON.stringify(await extension.button(page))}`);
  });
  await until(async () => (await extension.button(page)).badge !== "");
}

/** What the page shows. @param {Page} page */
export function visible(page) {
  return page.evaluate(() => document.body.innerText);
}

/** The toolbar is told after the page and has no event to wait for. @param {() => Promise<boolean>} holds */
export async function until(holds) {
  const end = performance.now() + 10_000;
  while (!(await holds())) assert.ok(performance.now() < end, "in time");
}
