// @ts-check
// The panel: how the page stands, what to do about it, and the settings.

/** @import { Command, State } from "./messages.js" */

import { KIND_OF } from "../shell/kinds.js";
import { VERSION, api } from "./api.js";
import { button, check, chooseLevel, fillForm, make, translate } from "./form.js";
import { levelOf } from "./settings.js";
import { loadSettings, loadSite, patternOf, saveSite } from "./storage.js";
import { say, sayNumber, sayRefused } from "./words.js";

const [status, actions, hidden, form] = ["status", "actions", "hidden", "form"].map(
  (id) => /** @type {HTMLElement} */ (document.getElementById(id)),
);

translate();
void main();

async function main() {
  const tab = await findTab();
  await fillForm(form);
  const site = siteOf(tab?.url);
  const state = await ask(tab, { version: VERSION, kind: "state" });
  show(tab, state);
  if (!site) return;
  const [settings, kept] = await Promise.all([loadSettings(), loadSite(site)]);
  let level = levelOf(settings, kept, state.wish);
  const keep = check(
    say("keep", site),
    kept.level !== null,
    (wanted) => saveLevel(site, wanted ? level : null),
    "keep",
  );
  const box = /** @type {HTMLInputElement} */ (keep.querySelector("input"));
  const chosen = chooseLevel("page_level", level, async (wished) => {
    level = wished;
    if (box.checked) await saveLevel(site, level);
    show(tab, await ask(tab, { version: VERSION, kind: "level", level }));
  });
  actions.after(chosen, keep, await always(site));
}

/** @param {string} site @param {import("./settings.js").Level | null} level */
function saveLevel(site, level) {
  return saveSite(site, { level });
}

/** The tab that the panel was opened for: named in the address, else the one in front. */
async function findTab() {
  const id = Number(location.hash.slice(1));
  if (id) return api.tabs.get(id).catch(() => undefined);
  return (await api.tabs.query({ active: true, currentWindow: true }))[0];
}

/**
 * @param {chrome.tabs.Tab | undefined} tab
 * @param {Command} command
 * @returns {Promise<State>}
 */
async function ask(tab, command) {
  try {
    const target = { tabId: /** @type {number} */ (tab?.id) };
    await api.scripting.executeScript({ target, files: ["content.js"] });
    return await api.tabs.sendMessage(target.tabId, command, { frameId: 0 });
  } catch {
    return { on: false, wish: null, minutes: 0, hidden: [], refused: "closed" };
  }
}

/**
 * @param {chrome.tabs.Tab | undefined} tab
 * @param {State} state
 */
function show(tab, { on, minutes, hidden: things, refused }) {
  const act = async (/** @type {Command} */ command) => show(tab, await ask(tab, command));
  status.textContent = refused ? sayRefused(refused) : on ? say("minutes", minutes) : say("ready");
  const kind = on ? "undo" : refused === "not-an-article" ? "anyway" : "clean";
  const main = button(say(kind), () => void act({ version: VERSION, kind }), { id: "main", class: "main" });
  actions.replaceChildren(...(refused === "closed" ? [] : [main]));
  hidden.hidden = !things.length;
  /** @type {HTMLElement} */ (hidden.querySelector("summary")).textContent = sayNumber("hidden", things.length);
  const items = things.map(({ edit, text, reason }) => {
    const back = button(say("put_back"), () => void act({ version: VERSION, kind: "restore", edit }));
    back.setAttribute("aria-label", `${say("put_back")}: ${text || reason}`);
    const why = say(`kind_${KIND_OF[reason]}`);
    return make(
      "li",
      {},
      make("span", { class: "what", dir: "auto" }, text || why),
      ...(text ? [make("span", { class: "why" }, why)] : []),
      back,
    );
  });
  /** @type {HTMLElement} */ (hidden.querySelector("ul")).replaceChildren(...items);
}

/**
 * "Always on this site": asks for the permission and keeps the wish, first, for the browser may close the panel to ask.
 *
 * @param {string} site
 */
async function always(site) {
  const label = check(
    say("always", site),
    (await loadSite(site)).always,
    (wanted) => {
      const origins = [patternOf(site)];
      const settled = wanted ? api.permissions.request({ origins }) : api.permissions.remove({ origins });
      void saveSite(site, { always: wanted });
      void settled.then(
        async (granted) => {
          if (!granted) await saveSite(site, { always: false });
        },
        () => saveSite(site, { always: false }),
      );
    },
    "always",
  );
  return label;
}

/** @param {string | undefined} url its host, where a site can be cleaned */
function siteOf(url) {
  if (!url?.startsWith("http")) return null;
  return new URL(url).hostname;
}
