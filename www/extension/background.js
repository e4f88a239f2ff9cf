// @ts-check
// Holds the core, stateless: whatever a message needs it carries, for the browser stops the background at will.

/** @import { Answer, Command, Refused, Request, State } from "./messages.js" */

import { here } from "../../pkg/engine.js";
import { ZubdaError } from "../../pkg/error.js";
import { VERSION, api } from "./api.js";

const WASM = new URL("zubda_bg.wasm", import.meta.url);

// Compiled while the page is still being read; a failure shows when the core is asked.
here(WASM).catch(() => {});

api.action.onClicked.addListener((tab) => void command(tab.id, { version: VERSION, kind: "toggle" }));

api.runtime.onMessage.addListener((/** @type {Request} */ request, sender, answer) => {
  if (request.version !== VERSION) return;
  if (request.kind === "state") void show(sender.tab?.id, request.state);
  if (request.kind !== "analyze") return;
  void analyze(request).then(answer);
  return true;
});

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
 * Has the content script of a tab do something, and shows how the page stands then.
 *
 * @param {number | undefined} tabId
 * @param {Command} command
 */
async function command(tabId, command) {
  if (tabId === undefined) return;
  try {
    const put = () => api.scripting.executeScript({ target: { tabId }, files: ["content.js"] });
    // Chromium may tell the page's process of the click's permission a moment after the script that needs it.
    await put().catch(put);
    await show(tabId, await api.tabs.sendMessage(tabId, command, { frameId: 0 }));
  } catch {
    await show(tabId, { on: false, hidden: 0, refused: "closed" });
  }
}

/** @type {Record<Refused, string>} */
const REFUSED = {
  empty: "There is no text on this page",
  "not-an-article": "No article found on this page",
  "too-large": "This page is too large",
  "too-deep": "This page is nested too deeply",
  closed: "This page is closed to extensions",
  failed: "Zubda could not clean this page; it is as it was",
};

/**
 * The badge and the button's title.
 *
 * @param {number | undefined} tabId
 * @param {State} state
 */
async function show(tabId, { on, hidden, refused }) {
  if (tabId === undefined) return;
  const title = refused ? `Zubda: ${REFUSED[refused]}` : "Zubda";
  await Promise.all([
    api.action.setBadgeText({ tabId, text: on && hidden ? String(hidden) : "" }),
    api.action.setTitle({ tabId, title }),
  ]).catch(() => {
    // The tab has gone.
  });
}
