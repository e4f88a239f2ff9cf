// @ts-check
// In the page: reads it, asks the background, does what the plan says, and follows the page where it changes.

/** @import { Answer, Command, Refused, Request, State } from "./messages.js" */
/** @import { Page } from "../shell/apply.js" */
/** @import { Plan } from "../shell/types.js" */

import { applyPlan } from "../shell/apply.js";
import { siteRules } from "../shell/rules.js";
import { takeSnapshot, toPlain } from "../shell/snapshot.js";
import { VERSION, api } from "./api.js";
import { holdOn, letGo, styleOf } from "./look.js";
import { optionsOf } from "./settings.js";
import { loadSettings, loadSite, saveSite } from "./storage.js";
import { watchNavigation, watchPage, watchStory } from "./watch.js";

/** Past this many nodes a message takes longer than a reader waits: half a second of JSON at least. */
const MAX_NODES = 200_000;
/** UTF-16 units of text and attributes; browsers cap a message at 64 MB. */
const MAX_TEXT = 8_000_000;
/** Milliseconds between the two clicks of a double click, at most; they are one. */
const DOUBLE_CLICK = 400;
const CLIP = 200;

/** How often a page is read again as it changes: one that never stops is left alone after that. */
const MAX_READINGS = 20;

/** The content script is put in with each click; what it keeps is kept once. */
const KEY = Symbol.for("zubda");
/** Told to the content script of before, where the extension was updated under an open page. */
const END = "zubda-end";
/** A click that was here before the script. */
const CLICK = Symbol.for("zubda-click");
const scope = /** @type {any} */ (globalThis);
scope[KEY] ??= start();
if (scope[CLICK] !== undefined) void scope[KEY].toggle(scope[CLICK]);
delete scope[CLICK];

function start() {
  /** @type {Page | null} */
  let page = null;
  /** @type {Refused | null} */
  let refused = null;
  /** Undoes what stands around the cleaned page. @type {(() => void)[]} */
  let around = [];
  /** The style sheet that the background has put in. */
  let style = "";
  /** What is under way. @type {Promise<void> | null} */
  let busy = null;
  /** When the reader last clicked. */
  let pressed = -Infinity;
  /** Whether the reader wants the story cleaned wherever the page moves to. */
  let always = false;
  /** Goes up when what is under way is no longer wanted. */
  let turn = 0;
  let readings = 0;
  /** What the reader has put back, which it stays when the page is read again. @type {Set<string>} */
  const spared = new Set();

  /** @param {Command["kind"]} kind */
  async function run(kind) {
    await busy;
    if (kind === "clean" && !page?.applied) await start(clean);
    if (kind === "undo") undo();
  }

  /**
   * One after another.
   *
   * @param {() => Promise<void>} work
   */
  function start(work) {
    const mine = Promise.resolve(busy)
      .then(work)
      .finally(() => {
        if (busy === mine) busy = null;
      });
    busy = mine;
    return mine;
  }

  /** @param {number} at when the reader clicked, in milliseconds since 1970 */
  async function toggle(at) {
    const again = at - pressed < DOUBLE_CLICK;
    pressed = at;
    if (busy || again) await busy;
    else await run(page?.applied ? "undo" : "clean");
    tell();
  }

  async function clean() {
    const mine = turn;
    try {
      const kept = Promise.all([loadSettings(), loadSite(location.hostname)]);
      const found = await read(
        kept.then(([settings, site]) => optionsOf(settings, site)),
        look,
      );
      const [settings, site] = await kept;
      if (mine !== turn) return;
      remember();
      takeDown();
      refused = found.refused;
      if (!found.plan) {
        if (always) around.push(watchPage(document, changed));
        return;
      }
      const { nodes } = found;
      const plan = { ...found.plan, edits: found.plan.edits.filter((edit) => !spared.has(key(edit))) };
      const storage = {
        load: () => site.never,
        save: (/** @type {string} */ host, /** @type {string[]} */ never) => saveSite(host, { never }),
      };
      const rules = await siteRules(storage, location.hostname);
      around.push(holdOn(plan, nodes));
      page = applyPlan(plan, nodes, { marks: false, remember: rules.remember, around: watched });
      const story = /** @type {Element} */ (nodes[/** @type {NonNullable<Plan["article"]>} */ (plan.article).node]);
      around.push(watchStory(story, changed));
      dress(styleOf(settings));
    } catch {
      takeDown();
      refused = "failed";
    }
  }

  /**
   * The page as it is without us: put back for as long as the look takes, which is over before anything is drawn.
   *
   * @param {Document} root
   */
  function look(root) {
    const held = page?.applied ? page : null;
    held?.undo();
    try {
      return takeSnapshot(root);
    } finally {
      held?.apply();
    }
  }

  function remember() {
    const hidden = new Set(page?.applied ? page.hidden : []);
    page?.plan.edits.forEach((edit, i) => {
      if (edit.action === "hide" && !hidden.has(i)) spared.add(key(edit));
    });
  }

  function changed() {
    readings += 1;
    if (readings <= MAX_READINGS) void start(clean).then(tell);
  }

  function undo() {
    turn += 1;
    takeDown();
    spared.clear();
    readings = 0;
  }

  function takeDown() {
    for (const stop of around.splice(0).reverse()) stop();
    const before = page;
    page = null;
    before?.undo();
    dress("");
  }

  /** @param {string} insert */
  function dress(insert) {
    if (insert === style) return;
    void send({ version: VERSION, kind: "style", remove: style, insert }).catch(() => {});
    style = insert;
  }

  /** @returns {State} */
  function state() {
    const plan = page?.plan;
    const hidden = (page?.hidden ?? []).map((edit) => {
      const { text, reason } = /** @type {Plan} */ (plan).edits[edit];
      return { edit, text: text.slice(0, CLIP), reason };
    });
    return { on: page?.applied ?? false, minutes: plan?.article?.minutes ?? 0, hidden, refused };
  }

  /**
   * Each change that is made of the page, by the reader in the box too.
   *
   * @param {() => void} change
   */
  function watched(change) {
    change();
    // While it is first applied there is no page yet.
    if (page) queueMicrotask(tell);
  }

  /** Tells the button, and takes down what stands around a page that was undone in its box. */
  function tell() {
    if (page && !page.applied) undo();
    void send({ version: VERSION, kind: "state", state: state() }).catch(() => {});
  }

  api.runtime.onMessage.addListener((/** @type {Command} */ command, _sender, answer) => {
    if (command.version !== VERSION) return;
    if (command.kind === "restore") page?.restore(command.edit);
    void run(command.kind).then(() => {
      answer(state());
      // Whoever asked may be gone by now, the panel closed and the background stopped.
      if (command.kind !== "state") tell();
    });
    return true;
  });

  api.storage.onChanged.addListener((changes) => {
    if (page && "settings" in changes) void start(clean);
  });

  watchNavigation(() => {
    if (!page && !busy && !always) return;
    undo();
    refused = null;
    tell();
    if (always) void run("clean").then(tell);
  });
  addEventListener("pageshow", (event) => event.persisted && tell());

  // Its extension is gone, and with it what it could say to anyone but the page.
  document.dispatchEvent(new Event(END));
  letGo(document);
  document.addEventListener(END, () => {
    if (api.runtime?.id) return;
    always = false;
    undo();
  });

  return {
    toggle,
    always() {
      always = true;
      return run("clean").then(tell);
    },
  };
}

/**
 * What an edit has in common with the same edit of a later reading.
 *
 * @param {Plan["edits"][number]} edit
 */
function key({ rule, text }) {
  return `${rule} ${text}`;
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
