// @ts-check
// In the page: reads it, asks the background, does what the plan says, and follows the page where it changes.

/** @import { Answer, Command, Refused, Request, State } from "./messages.js" */
/** @import { Page } from "../shell/apply.js" */
/** @import { Identity, Reading } from "../shell/identity.js" */
/** @import { Plan } from "../shell/types.js" */

import { applyPlan } from "../shell/apply.js";
import { openOwnBar } from "../shell/bar.js";
import { findAgain, identify } from "../shell/identity.js";
import { keepPlace } from "../shell/keep.js";
import { siteRules } from "../shell/rules.js";
import { takeSnapshot, toPlain } from "../shell/snapshot.js";
import { VERSION, api } from "./api.js";
import { holdOn, letGo, styleOf } from "./look.js";
import { levelOf, optionsOf, readingOf } from "./settings.js";
import { loadSettings, loadSite, saveSite, siteKey } from "./storage.js";
import { watchNavigation, watchPage, watchStory } from "./watch.js";
import { say, sayRefused } from "./words.js";

/** Past this many nodes a message takes longer than a reader waits: half a second of JSON at least. */
const MAX_NODES = 200_000;
/** UTF-16 units of text and attributes; browsers cap a message at 64 MB. */
const MAX_TEXT = 8_000_000;
/** Milliseconds between the two clicks of a double click, at most; they are one. */
const DOUBLE_CLICK = 400;
const CLIP = 200;

/** How often a page is read again as it changes: one that never stops is left alone after that. */
const MAX_READINGS = 20;

/**
 * How the page stands: as it is by itself, cleaned, or looked at and left as it is. `ends` undo what stands around it.
 *
 * @typedef {{ is: "untouched" }} Untouched
 * @typedef {{ is: "clean", page: Page, reading: Reading, first: number, sheet: string, ends: (() => void)[] }} Clean
 *   `first`: the number of the first of its edits; `sheet`: the style sheet that the background has put in
 * @typedef {{ is: "refused", why: Refused | null, ends: (() => void)[] }} Left
 * @typedef {Untouched | Clean | Left} Standing
 */

/** @type {Untouched} */
const UNTOUCHED = { is: "untouched" };

/**
 * What is kept from the first reading of a story until its page is put back; another visit has begun where it is another value.
 *
 * @typedef {object} Visit
 * @property {number} readings How often the page was read again.
 * @property {Identity[]} gone What the reader has put back and the page has no more: it may come again.
 * @property {number} first The number of the first of `listed`.
 * @property {Identity[]} listed The edits of all readings, for a panel may still show those of an earlier one.
 */

/** @param {number} first @returns {Visit} */
function visitFrom(first) {
  return { readings: 0, gone: [], first, listed: [] };
}

/** The content script is put in with each click; what it keeps is kept once. */
const KEY = Symbol.for("zubda");
/** Told to the content script of before, where the extension was updated under an open page. */
const END = "zubda-end";
/** A click that was here before the script. */
const CLICK = Symbol.for("zubda-click");
const scope = /** @type {any} */ (globalThis);
scope[KEY] ??= attend();
if (scope[CLICK] !== undefined) void scope[KEY].toggle(scope[CLICK]);
delete scope[CLICK];

function attend() {
  /** @type {Standing} */
  let standing = UNTOUCHED;
  let visit = visitFrom(0);
  /** What is under way. @type {Promise<void> | null} */
  let work = null;
  /** When the reader last clicked. */
  let pressed = -Infinity;
  /** Whether the reader wants the story cleaned wherever the page moves to. */
  let always = false;
  /** Whether it was the reader who said that here is a story. @type {import("./settings.js").Asked} */
  let asked = "once";
  /** The level that the reader wishes for on this page. @type {import("./settings.js").Level | null} */
  let wish = null;

  /** @param {Exclude<Command["kind"], "level">} kind @param {import("./settings.js").Asked} [by] */
  async function run(kind, by = kind === "anyway" ? kind : "once") {
    await work;
    if ((kind === "clean" || kind === "anyway") && !isClean(standing)) {
      asked = by;
      await inTurn(clean);
    }
    if (kind === "undo") putBack();
  }

  /**
   * One after another.
   *
   * @param {() => Promise<void>} job
   */
  function inTurn(job) {
    const mine = Promise.resolve(work)
      .then(job)
      .finally(() => {
        if (work === mine) work = null;
      });
    work = mine;
    return mine;
  }

  /** @param {number} at when the reader clicked, in milliseconds since 1970 */
  async function toggle(at) {
    const again = at - pressed < DOUBLE_CLICK;
    pressed = at;
    if (work || again) await work;
    else await run(isClean(standing) ? "undo" : "clean");
    tell();
  }

  async function clean() {
    const mine = visit;
    const before = sheetOf(standing);
    let sheet = "";
    const undress = () => sheet !== before && dress(sheet, "");
    try {
      const kept = Promise.all([loadSettings(), loadSite(location.hostname)]);
      const levelled = kept.then(([settings, site]) => levelOf(settings, site, wish));
      // Meanwhile: it says nothing of a page that does not have the attributes yet.
      const dressed = Promise.all([kept, levelled]).then(([[settings], level]) => {
        sheet = styleOf(settings, level);
        return sheet === before ? undefined : dress("", sheet);
      });
      const found = await read(
        Promise.all([kept, levelled]).then(([[settings, site], level]) => optionsOf(settings, site, asked, level)),
        look,
      );
      const [settings, site] = await kept;
      const level = await levelled;
      const { remember } = await siteRules(storageOf(site), location.hostname);
      await dressed;
      if (mine !== visit) return void undress();
      keepPlace(found.nodes[0]?.ownerDocument ?? document, () => {
        const spared = [...visit.gone, ...restoredIn(standing)];
        takeDown(found.plan ? sheet : "");
        if (!found.plan) return;
        const reading = identify(found.plan, found.nodes);
        const { places, gone } = findAgain(spared, reading);
        const first = visit.first + visit.listed.length;
        const how = { marks: false, reading: readingOf(settings, level), remember, around: watched, spare: places };
        const clean = cleanPage(found.plan, found.nodes, how, changed);
        visit.gone = gone;
        visit.listed = visit.listed.concat(reading.identities);
        standing = { is: "clean", ...clean, reading, first, sheet };
      });
      if (!found.plan) {
        undress();
        refuse(found.refused, always ? [watchPage(document, changed)] : []);
      }
    } catch {
      undress();
      if (mine !== visit) return;
      takeDown();
      refuse("failed", []);
    }
  }

  /**
   * Says in the page why it stays as it is, to who has asked.
   *
   * @param {Refused | null} why
   * @param {(() => void)[]} ends
   */
  function refuse(why, ends) {
    standing = { is: "refused", why, ends };
    if (!why || asked === "never") return;
    const control = new AbortController();
    ends.push(() => control.abort());
    try {
      openOwnBar(document, {
        text: sayRefused(why),
        actions: why === "not-an-article" ? [[say("anyway"), () => void run("anyway").then(tell)]] : [],
        close: say("close"),
        language: say("language"),
        direction: say("direction") === "rtl" ? "rtl" : "ltr",
        beside: document.body ?? document.documentElement,
        signal: control.signal,
      });
    } catch {
      // A document that has no room for it; the button says why.
    }
  }

  /**
   * The page as it is without us: put back for as long as the look takes, which is over before anything is drawn.
   *
   * @param {Document} root
   */
  function look(root) {
    if (!isClean(standing)) return takeSnapshot(root);
    const { page } = standing;
    return keepPlace(root, () => {
      page.undo();
      try {
        return takeSnapshot(root);
      } finally {
        page.apply();
      }
    });
  }

  function changed() {
    visit.readings += 1;
    if (visit.readings <= MAX_READINGS) void inTurn(clean).then(tell);
  }

  function putBack() {
    // No number of an edit means another one in the next visit.
    visit = visitFrom(visit.first + visit.listed.length);
    keepPlace(document, () => takeDown());
  }

  /** @param {string} [sheet] the style sheet that is to stay */
  function takeDown(sheet = "") {
    const before = standing;
    standing = UNTOUCHED;
    if (before.is === "untouched") return;
    for (const end of before.ends.reverse()) end();
    if (before.is === "refused") return;
    before.page.undo();
    if (before.sheet !== sheet) void dress(before.sheet, "");
  }

  /** @param {number} number of an edit of this reading or of an earlier one */
  function restore(number) {
    const identity = visit.listed[number - visit.first];
    if (!identity || standing.is !== "clean") return;
    for (const place of findAgain([identity], standing.reading).places) standing.page.restore(place);
  }

  /**
   * Each change that is made of the page, by the reader in the box too.
   *
   * @param {() => void} change
   */
  function watched(change) {
    // While it is first applied it is not known to be clean.
    if (standing.is !== "clean") return change();
    keepPlace(document, change);
    queueMicrotask(tell);
  }

  /** Tells the button, and takes down what stands around a page that was undone in its box. */
  function tell() {
    if (standing.is === "clean" && !standing.page.applied) putBack();
    void send({ version: VERSION, kind: "state", state: stateOf(standing, wish) }).catch(() => {});
  }

  api.runtime.onMessage.addListener((/** @type {Command} */ command, _sender, answer) => {
    if (command.version !== VERSION) return;
    if (command.kind === "restore") restore(command.edit);
    if (command.kind === "level") wish = command.level;
    void (command.kind === "level" ? inTurn(clean) : run(command.kind)).then(() => {
      answer(stateOf(standing, wish));
      // Whoever asked may be gone by now, the panel closed and the background stopped.
      if (command.kind !== "state") tell();
    });
    return true;
  });

  api.storage.onChanged.addListener((changes) => {
    const { oldValue, newValue } = /** @type {any} */ (changes[siteKey(location.hostname)] ?? {});
    const isOfThis = "settings" in changes || oldValue?.level !== newValue?.level;
    if (standing.is === "clean" && isOfThis) void inTurn(clean).then(tell);
  });

  watchNavigation(() => {
    wish = null;
    if (standing.is === "untouched" && !work && !always) return;
    putBack();
    tell();
    if (always) void run("clean", "never").then(tell);
  });
  addEventListener("pageshow", (event) => event.persisted && tell());

  // Its extension is gone, and with it what it could say to anyone but the page.
  document.dispatchEvent(new Event(END));
  letGo(document);
  document.addEventListener(END, () => {
    if (api.runtime?.id) return;
    always = false;
    putBack();
  });

  return {
    toggle,
    always() {
      always = true;
      return run("clean", "never").then(tell);
    },
  };
}

/**
 * Whether the page is clean: the reader may have undone it in its box.
 *
 * @param {Standing} standing
 * @returns {standing is Clean}
 */
function isClean(standing) {
  return standing.is === "clean" && standing.page.applied;
}

/**
 * What was put back of what was to be hidden.
 *
 * @param {Standing} standing
 */
function restoredIn(standing) {
  if (!isClean(standing)) return [];
  const { page, reading } = standing;
  const hidden = new Set(page.hidden);
  return reading.identities.filter((_, i) => page.plan.edits[i].action === "hide" && !hidden.has(i));
}

/** @param {Standing} standing */
function sheetOf(standing) {
  return standing.is === "clean" ? standing.sheet : "";
}

/**
 * @param {Standing} standing
 * @param {State["wish"]} wish
 * @returns {State}
 */
function stateOf(standing, wish) {
  if (!isClean(standing)) {
    return { on: false, wish, minutes: 0, hidden: [], refused: standing.is === "refused" ? standing.why : null };
  }
  const { page, first } = standing;
  const hidden = page.hidden.map((place) => {
    const { text, reason } = page.plan.edits[place];
    return { edit: first + place, text: text.slice(0, CLIP), reason };
  });
  return { on: true, wish, minutes: page.plan.article?.minutes ?? 0, hidden, refused: null };
}

/**
 * Cleans the page; what could not be done is not begun.
 *
 * @param {Plan} plan
 * @param {Node[]} nodes
 * @param {import("../shell/apply.js").ApplyOptions} options
 * @param {() => void} changed told when the page changes its story
 */
function cleanPage(plan, nodes, options, changed) {
  const ends = [holdOn(plan, nodes)];
  try {
    const page = applyPlan(plan, nodes, options);
    const story = /** @type {Element} */ (nodes[/** @type {NonNullable<Plan["article"]>} */ (plan.article).node]);
    ends.push(watchStory(story, changed));
    return { page, ends };
  } catch (error) {
    for (const end of ends) end();
    throw error;
  }
}

/**
 * Has the background change a style sheet; empty for none.
 *
 * @param {string} remove
 * @param {string} insert
 */
async function dress(remove, insert) {
  if (remove !== insert) await send({ version: VERSION, kind: "style", remove, insert }).catch(() => {});
}

/**
 * Where the rules are kept that a site is spared.
 *
 * @param {import("./settings.js").Site} site
 */
function storageOf(site) {
  return {
    load: () => site.never,
    save: (/** @type {string} */ host, /** @type {string[]} */ never) => saveSite(host, { never }),
  };
}

/**
 * The story of this document, or of the frame of the same site that holds one.
 *
 * @param {Promise<import("../shell/types.js").Options>} options
 * @param {(root: Document) => ReturnType<typeof takeSnapshot>} look
 * @returns {Promise<{ plan: Plan | null, nodes: Node[], refused: Refused | null }>}
 */
async function read(options, look) {
  /** @type {Refused | null} */
  let refused = null;
  for (const root of documents()) {
    const { snapshot, nodes } = look(root);
    if (nodes.length > MAX_NODES || snapshot.text.length + snapshot.attributeText.length > MAX_TEXT) {
      refused ??= "too-large";
      continue;
    }
    const asked = { snapshot: toPlain(snapshot), options: await options };
    const { plan, error } = await send({ version: VERSION, kind: "analyze", ...asked });
    if (!plan) throw new Error(error?.message);
    if (plan.article) return { plan, nodes, refused: null };
    refused ??= plan.declined;
  }
  return { plan: null, nodes: [], refused };
}

/** Frames smaller than this are no place to read a story, in CSS pixels. */
const LEAST_FRAME = 250;

function* documents() {
  yield document;
  for (const frame of document.querySelectorAll("iframe, frame")) {
    const { width, height } = frame.getBoundingClientRect();
    const inside = /** @type {HTMLIFrameElement} */ (frame).contentDocument;
    if (inside?.documentElement && width >= LEAST_FRAME && height >= LEAST_FRAME) yield inside;
  }
}

/**
 * Tells or asks the background; once more where it was stopped before it answered, for the message itself wakes it.
 *
 * @param {Request} request
 * @returns {Promise<Answer>}
 */
async function send(request) {
  const once = async () => {
    const answer = await api.runtime.sendMessage(request);
    if (!answer) throw new Error("the background gave no answer");
    return answer;
  };
  return once().catch(once);
}
