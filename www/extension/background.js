// @ts-check
// Holds the core, stateless: whatever a message needs it carries, for the browser stops the background at will.

/** @import { Answer, Request, State } from "./messages.js" */

import { here } from "../../pkg/engine.js";
import { ZubdaError } from "../../pkg/error.js";
import { VERSION, api } from "./api.js";
import { say, sayRefused } from "./words.js";
import { loadSettings, loadSites, patternOf } from "./storage.js";

const WASM = new URL("zubda_bg.wasm", import.meta.url);
const PANEL = "popup.html";

// Compiled while the page is still being read; a failure shows when the core is asked.
here(WASM).catch(() => {});

api.action.onClicked.addListener((tab) => void toggle(tab.id));

api.commands.onCommand.addListener((name, tab) => {
  if (name === "panel") openPanel(tab?.id);
});

api.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
  if (menuItemId === "toggle") void toggle(tab?.id);
  if (menuItemId === "panel") openPanel(tab?.id);
});

// Each is answered when it is done: one that never is was lost with the background, and is sent again.
api.runtime.onMessage.addListener((/** @type {Request} */ request, sender, answer) => {
  if (request.version !== VERSION) return;
  void heed(request, sender.tab?.id).then(answer);
  return true;
});

api.runtime.onInstalled.addListener(() => {
  api.contextMenus.removeAll(() => {
    api.contextMenus.create({ id: "toggle", title: say("toggle"), contexts: ["page", "selection", "link"] });
    api.contextMenus.create({ id: "panel", title: say("panel"), contexts: ["action"] });
  });
  void keepUp();
});
api.runtime.onStartup.addListener(() => void keepUp());
api.permissions.onAdded.addListener(() => void keepUp());
api.permissions.onRemoved.addListener(() => void keepUp());
api.storage.onChanged.addListener(() => void keepUp());

/**
 * @param {Request} request
 * @param {number | undefined} tabId
 * @returns {Promise<Answer>}
 */
async function heed(request, tabId) {
  if (request.kind === "analyze") return analyze(request);
  if (request.kind === "state") await show(tabId, request.state);
  if (request.kind === "style") await dress(tabId, request);
  return {};
}

/**
 * @param {Extract<Request, { kind: "analyze" }>} request
 * @returns {Promise<Answer>}
 */
async function analyze({ snapshot, options }) {
  try {
    const core = /** @type {any} */ (await here(WASM));
    return { plan: core.analyze(snapshot, options) };
  } catch (cause) {
    const { code, message } = ZubdaError.from(cause);
    return { error: { code, message } };
  }
}

/**
 * Has the content script of a tab clean its page or put it back, which then tells how the page stands. The click and the script go
 * to the page together; whichever comes first waits for the other.
 *
 * @param {number | undefined} tabId
 */
async function toggle(tabId) {
  if (tabId === undefined) return;
  const target = { tabId };
  const args = /** @type {[number]} */ ([Date.now()]);
  try {
    await Promise.all([
      patiently(() => api.scripting.executeScript({ target, func: click, args })),
      patiently(() => api.scripting.executeScript({ target, files: ["content.js"] })),
    ]);
  } catch {
    await show(tabId, { on: false, wish: null, minutes: 0, hidden: [], refused: "closed" });
  }
}

/**
 * Runs in the page, beside the content script.
 *
 * @param {number} at when the reader clicked, in milliseconds since 1970
 */
function click(at) {
  const scope = /** @type {any} */ (globalThis);
  const script = scope[Symbol.for("zubda")];
  if (script) void script.toggle(at);
  else scope[Symbol.for("zubda-click")] = at;
}

/** Chromium may tell the page's process of the click's permission a moment after the script that needs it: milliseconds. */
const PATIENCE = [10, 40, 160];

/** @param {() => Promise<unknown>} put */
async function patiently(put) {
  for (const pause of PATIENCE) {
    try {
      return await put();
    } catch {
      await new Promise((done) => setTimeout(done, pause));
    }
  }
  return put();
}

/**
 * The badge and the button's title.
 *
 * @param {number | undefined} tabId
 * @param {State} state
 */
async function show(tabId, { on, hidden, refused }) {
  if (tabId === undefined) return;
  const cleaned = hidden.length ? say("undo") : say("nothing");
  const title = `Zubda: ${refused ? sayRefused(refused) : on ? cleaned : say("clean")}`;
  await Promise.all([
    api.action.setBadgeText({ tabId, text: on ? String(hidden.length || "✓") : "" }),
    api.action.setBadgeBackgroundColor({ tabId, color: "#96590f" }),
    api.action.setTitle({ tabId, title }),
  ]).catch(() => {
    // The tab has gone.
  });
}

/**
 * @param {number | undefined} tabId
 * @param {Extract<Request, { kind: "style" }>} sheets
 */
async function dress(tabId, { remove, insert }) {
  if (tabId === undefined) return;
  const target = { tabId, allFrames: true };
  try {
    if (remove) await api.scripting.removeCSS({ target, css: remove });
    if (insert) await api.scripting.insertCSS({ target, css: insert });
  } catch {
    // The page has gone, and its style sheets with it.
  }
}

/**
 * Opens the panel under the button; in a tab of its own where the browser wants a click for that and there was none.
 *
 * @param {number | undefined} tabId
 */
function openPanel(tabId) {
  const popup = `${PANEL}#${tabId ?? ""}`;
  const set = api.action.setPopup({ popup });
  // Not awaited: Firefox lets a panel open only in the very turn of the click.
  const opened = api.action.openPopup();
  void Promise.all([set, opened])
    .catch(() => api.tabs.create({ url: popup }))
    .then(keepUp);
}

/** One after another, for each changes what the one before has read. */
let kept = Promise.resolve();
function keepUp() {
  kept = kept.then(bringUp).catch(() => {});
  return kept;
}

/** Brings the browser up to the settings: the sites that are always cleaned, what the button does. */
async function bringUp() {
  const [settings, sites] = await Promise.all([loadSettings(), loadSites()]);
  await api.action.setPopup({ popup: settings.panel ? PANEL : "" });
  const wanted = sites.filter(([, site]) => site.always).map(([host]) => patternOf(host));
  const granted = await Promise.all(wanted.map((origin) => api.permissions.contains({ origins: [origin] })));
  const matches = wanted.filter((_, i) => granted[i]);
  const script = {
    id: "always",
    js: ["content.js", "always.js"],
    matches,
    runAt: /** @type {const} */ ("document_idle"),
  };
  const [before] = await api.scripting.getRegisteredContentScripts({ ids: [script.id] });
  if (!matches.length) {
    if (before) await api.scripting.unregisterContentScripts({ ids: [script.id] });
  } else if (!before) await api.scripting.registerContentScripts([script]);
  else if (String(before.matches) !== String(matches)) await api.scripting.updateContentScripts([script]);
}
