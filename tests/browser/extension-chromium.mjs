// @ts-check
// The extension in Chromium: its button is pressed through the developer protocol (`Extensions.triggerAction`, which grants
// `activeTab` and fires `action.onClicked` as the button does).

/** @import { Browser } from "puppeteer-core" */
/** @import { Driver, Extension } from "./extension.mjs" */

/** @type {Driver} */
export const CHROMIUM = { options: {}, install, lead };

/** @type {Driver["install"]} */
async function install(browser, file) {
  const before = browser.targets().filter((target) => target.type() === "service_worker");
  const id = await browser.installExtension(file);
  // The background of before is on its way out.
  while (before.some((target) => browser.targets().includes(target))) await new Promise((done) => setTimeout(done, 5));
  return id;
}

/**
 * @param {Browser} browser
 * @param {string} id
 * @returns {Promise<Extension>}
 */
async function lead(browser, id) {
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error("the extension is not installed");
  const isOurs = (/** @type {import("puppeteer-core").Target} */ target) =>
    target.type() === "service_worker" && target.url().includes(id);
  /**
   * Calls something in the background. No session stays: a background that starts anew under one waits for it for ever.
   *
   * @template {unknown[]} A
   * @param {((...args: A) => unknown) | string} run
   * @param {A} args
   */
  const inBackground = async (run, ...args) => {
    const session = await (await browser.waitForTarget(isOurs)).createCDPSession();
    try {
      const expression = `(${run})(...${JSON.stringify(args)})`;
      const { result, exceptionDetails } = await session.send("Runtime.evaluate", { expression, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    } finally {
      await session.detach();
    }
  };
  // A click before its first start is over is nobody's.
  const isStarted = () =>
    inBackground(() => /** @type {any} */ (globalThis).registration?.active?.state === "activated");
  while (!(await isStarted())) await new Promise((done) => setTimeout(done, 5));
  /** @type {Extension["open"]} */
  const open = async (file) => {
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${id}/${file}`);
    return {
      run: async (run, ...args) => /** @type {any} */ (await page.evaluate(`(${run})(...${JSON.stringify(args)})`)),
      click: async (selector) => {
        await page.bringToFront();
        await page.click(selector);
      },
      front: () => page.bringToFront(),
      close: () => page.close(),
    };
  };
  /** @type {ReturnType<typeof open> | undefined} */
  let tab;
  const inside = () => (tab ??= open("options.html"));
  // The menu and the keyboard are the browser's own, out of reach: what they tell the background is told to it.
  const dispatch = async (
    /** @type {import("puppeteer-core").Page} */ page,
    /** @type {(tab: chrome.tabs.Tab, what: string) => void} */ tell,
    /** @type {string} */ what,
  ) => {
    const { run } = await inside();
    await page.bringToFront();
    const [tab] = await run(() => chrome.tabs.query({ active: true, currentWindow: true }));
    // Waking it is the browser's part, too.
    await run(() => chrome.runtime.sendMessage({ version: 0 }).catch(() => {}));
    await inBackground(tell, tab, what);
  };
  return {
    browser,
    id,
    open,
    inside,
    choose: (page, entry) =>
      dispatch(
        page,
        (tab, menuItemId) => /** @type {any} */ (chrome.contextMenus.onClicked).dispatch({ menuItemId }, tab),
        entry,
      ),
    command: (page, command) =>
      dispatch(page, (tab, name) => /** @type {any} */ (chrome.commands.onCommand).dispatch(name, tab), command),
    shut: async () => {
      // What the browser has to tell is heard first.
      await browser.version();
      const target = browser.targets().find((target) => target.url().includes(`${id}/popup.html`));
      await (await target?.page())?.close();
      return target !== undefined;
    },
    press: (page) => page.bringToFront().then(() => extension.triggerAction(page)),
    button: async (page) => {
      const { run } = await inside();
      await page.bringToFront();
      return run(async () => {
        const [{ id: tabId }] = await chrome.tabs.query({ active: true });
        const [badge, title] = await Promise.all([
          chrome.action.getBadgeText({ tabId }),
          chrome.action.getTitle({ tabId }),
        ]);
        return { badge, title };
      });
    },
    stop: async () => {
      const target = browser.targets().find(isOurs);
      // It may be stopped already.
      if (!target) return;
      const session = await target.createCDPSession();
      const { targetId } = (await session.send("Target.getTargetInfo")).targetInfo;
      await session.detach();
      const all = await browser.target().createCDPSession();
      await all.send("Target.closeTarget", { targetId });
      await all.detach();
    },
    lose: async () => {
      await inBackground(`() => (${loseAnswer})(globalThis)`);
      return async () => (await inBackground(() => /** @type {any} */ (globalThis).lost === true)) === true;
    },
    // The prompt is a window of the browser's own, out of reach; what it would set stands in the browser's settings, too.
    grant: async (origin) => {
      const settings = await browser.newPage();
      await settings.goto("chrome://extensions/");
      await settings.evaluate(
        (id, origin) => /** @type {any} */ (chrome).developerPrivate.addHostPermission(id, origin),
        id,
        origin,
      );
      await settings.close();
    },
  };
}

/** The next plan that a promise of the background comes to is handed to no one. @param {any} background */
export function loseAnswer(background) {
  const { prototype } = background.Promise;
  const { then } = prototype;
  prototype.then = function (/** @type {unknown} */ done, /** @type {unknown} */ failed) {
    if (typeof done !== "function") return then.call(this, done, failed);
    const handOn = (/** @type {any} */ value) => {
      if (!value?.plan) return done(value);
      prototype.then = then;
      background.lost = true;
    };
    return then.call(this, handOn, failed);
  };
}
