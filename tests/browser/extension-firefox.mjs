// @ts-check
// The extension in Firefox: its button is pinned to the toolbar and clicked with the mouse, in the window's own document, which
// `--remote-allow-system-access` opens to the tests. The protocol tells nothing of an extension's pages, no loading and no realms,
// but it opens them and calls functions in them when it is not waited for what it does not tell.

import { loseAnswer } from "./extension-chromium.mjs";

/** @import { Browser } from "puppeteer-core" */
/** @import { Driver, Extension, Tab } from "./extension.mjs" */

/** @type {Driver} */
export const FIREFOX = {
  options: {
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      // The prompt is answered with yes; a zip need not bear the store's signature.
      "extensions.webextOptionalPermissionPrompts": false,
      "xpinstall.signatures.required": false,
    },
  },
  async install(browser, file) {
    if (!file.endsWith(".zip")) return browser.installExtension(file);
    const extensionData = { type: "archivePath", path: file };
    return (await sender(browser)("webExtension.install", { extensionData, "moz:permanent": true })).extension;
  },
  lead,
};

/** @typedef {(method: string, params: object) => Promise<any>} Send */

/** @param {Browser} browser @returns {Send} */
function sender(browser) {
  return async (method, params) => (await /** @type {any} */ (browser).connection.send(method, params)).result;
}

/**
 * @param {Browser} browser
 * @param {string} id
 * @returns {Promise<Extension>}
 */
async function lead(browser, id) {
  const send = sender(browser);
  const { contexts } = await send("browsingContext.getTree", { "moz:scope": "chrome" });
  const inWindow = caller(send, contexts[0].context);
  await inWindow(async (/** @type {string} */ id) => {
    // A click before its first start is over is nobody's.
    // @ts-ignore the window's own globals
    const { extension } = WebExtensionPolicy.getByID(id);
    while (extension.backgroundState !== "running") await new Promise((done) => setTimeout(done, 5));
    // @ts-ignore as above
    const { CustomizableUI } = ChromeUtils.importESModule(
      "moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs",
    );
    CustomizableUI.addWidgetToArea(`${id.replace(/[^a-z0-9_-]/gi, "_")}-browser-action`, "nav-bar");
  }, id);
  // @ts-ignore as above
  const host = await inWindow((/** @type {string} */ id) => WebExtensionPolicy.getByID(id).mozExtensionHostname, id);
  const open = (/** @type {string} */ file) => openTab(send, `moz-extension://${host}/${file}`);
  /** @type {ReturnType<typeof open> | undefined} */
  let tab;
  const inside = () => (tab ??= open("options.html"));
  return {
    browser,
    id,
    open,
    inside,
    press: async (page) => {
      await page.bringToFront();
      await inWindow((/** @type {string} */ id) => {
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
    choose: async (page, entry) => {
      await page.bringToFront();
      await inWindow(
        (/** @type {string} */ id, /** @type {string} */ menuItemId) => {
          // @ts-ignore as above
          const { extension } = WebExtensionPolicy.getByID(id);
          // @ts-ignore as above
          const tab = gBrowser.selectedTab;
          // As the browser's menu does it.
          extension.tabManager.addActiveTabPermission(tab);
          extension.emit("webext-menu-menuitem-click", { menuItemId, modifiers: [] }, tab);
        },
        id,
        entry,
      );
    },
    shut: async () => {
      const { run } = await inside();
      return run(() => {
        const panel = chrome.extension.getViews().find((view) => view.location.href.includes("popup.html"));
        panel?.close();
        return panel !== undefined;
      });
    },
    command: async (page, command) => {
      await page.bringToFront();
      const shortcut = await (
        await inside()
      ).run(async (command) => {
        const all = await chrome.commands.getAll();
        return all.find(({ name }) => name === command)?.shortcut ?? "";
      }, command);
      await inWindow((/** @type {string} */ shortcut) => {
        const letter = shortcut.at(-1);
        const key = [...document.querySelectorAll("keyset key")].find(
          (key) => key.parentElement?.id.startsWith("ext-keyset") && key.getAttribute("key") === letter,
        );
        key?.dispatchEvent(new Event("command"));
      }, shortcut);
    },
    button: async (page) => {
      await page.bringToFront();
      return inWindow((/** @type {string} */ id) => {
        const button = /** @type {Element} */ (document.querySelector(`toolbarbutton[data-extensionid="${id}"]`));
        return { badge: button.getAttribute("badge") ?? "", title: button.getAttribute("label") ?? "" };
      }, id);
    },
    stop: () =>
      inWindow(async (/** @type {string} */ id) => {
        // @ts-ignore as above
        await WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true });
      }, id),
    lose: async () => {
      const tab = await inside();
      await tab.run(`async () => (${loseAnswer})(await browser.runtime.getBackgroundPage())`);
      return () => tab.run("async () => (await browser.runtime.getBackgroundPage())?.lost === true");
    },
    grant: async () => {},
  };
}

/**
 * @param {Send} send
 * @param {string} url
 * @returns {Promise<Tab>}
 */
async function openTab(send, url) {
  const { context } = await send("browsingContext.create", { type: "tab" });
  await send("browsingContext.navigate", { context, url, wait: "none" });
  const run = caller(send, context);
  const isThere = () => run((url) => location.href === url && document.readyState === "complete", url);
  while (!(await isThere().catch(() => false)));
  const front = () => send("browsingContext.activate", { context });
  return {
    run,
    front,
    async click(selector) {
      await front();
      const [x, y] = await run((selector) => {
        const element = /** @type {Element} */ (document.querySelector(selector));
        element.scrollIntoView({ block: "center", behavior: "instant" });
        const box = element.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2].map(Math.round);
      }, selector);
      const move = { type: "pointerMove", x, y };
      const press = ["pointerDown", "pointerUp"].map((type) => ({ type, button: 0 }));
      await send("input.performActions", {
        context,
        actions: [{ type: "pointer", id: "mouse", actions: [move, ...press] }],
      });
    },
    close: () => send("browsingContext.close", { context }),
  };
}

/**
 * Calls functions in one place.
 *
 * @param {Send} send
 * @param {string} context
 * @returns {Tab["run"]}
 */
function caller(send, context) {
  return async (run, ...args) => {
    const answer = await send("script.callFunction", {
      functionDeclaration: `async (args) => JSON.stringify(await (${run})(...JSON.parse(args)))`,
      arguments: [{ type: "string", value: JSON.stringify(args) }],
      target: { context },
      awaitPromise: true,
    });
    if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
    return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value);
  };
}
