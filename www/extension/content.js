// @ts-check
// In the page: reads it, asks the background, does what the plan says, and follows the page where it changes.

/** @import { Answer, Command, Refused, Request, State } from "./messages.js" */
/** @import { Page } from "../shell/apply.js" */
/** @import { Plan } from "../shell/types.js" */

import { applyPlan } from "../shell/apply.js";
import { siteRules } from "../shell/rules.js";
import { takeSnapshot, toPlain } from "../shell/snapshot.js";
import { VERSION, api } from "./api.js";
import { holdOn, styleOf } from "./look.js";
import { optionsOf } from "./settings.js";
import { loadSettings, loadSite, saveSite } from "./storage.js";
import { watchNavigation, watchStory } from "./watch.js";

/** Past this many nodes a message takes longer than a reader waits: half a second of JSON at least. */
const MAX_NODES = 200_000;
/** UTF-16 units of text and attributes; browsers cap a message at 64 MB. */
const MAX_TEXT = 8_000_000;
/** Milliseconds between the two clicks of a double click, at most; they are one. */
const DOUBLE_CLICK = 400;
const CLIP = 200;

/** The content script is put in with each click; what it keeps is kept once. */
const KEY = Symbol.for("zubda");
/** @type {any} */ (globalThis)[KEY] ??= start();

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

  /** @param {Command["kind"]} kind */
  async function run(kind) {
    await busy;
    if (kind === "clean" && !page?.applied) await start(clean);
    if (kind === "undo") undo();
  }

  /** @param {() => Promise<void>} work */
  async function start(work) {
    busy = work();
    await busy;
    busy = null;
  }

  /** @param {number} at */
  async function toggle(at) {
    const again = at - pressed < DOUBLE_CLICK;
    pressed = at;
    if (busy || again) await busy;
    else await run(page?.applied ? "undo" : "clean");
  }

  async function clean() {
    try {
      const [settings, site] = await Promise.all([loadSettings(), loadSite(location.hostname)]);
      const found = await read(optionsOf(settings, site));
      undo();
      refused = found.refused;
      if (!found.plan) return;
      const { plan, nodes } = found;
      const storage = {
        load: () => site.never,
        save: (/** @type {string} */ host, /** @type {string[]} */ never) => saveSite(host, { never }),
      };
      const { remember } = await siteRules(storage, location.hostname);
      around.push(holdOn(plan, nodes));
      page = applyPlan(plan, nodes, { remember, around: watched });
      const story = /** @type {Element} */ (nodes[/** @type {NonNullable<Plan["article"]>} */ (plan.article).node]);
      around.push(watchStory(story, () => void start(clean)));
      dress(styleOf(settings));
    } catch {
      undo();
      refused = "failed";
    }
  }

  function undo() {
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
    // While it is first applied there is no page yet; whoever asked for it is told.
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
    const done = command.kind === "toggle" ? toggle(command.at) : run(command.kind);
    void done.then(() => answer(state()));
    return true;
  });

  api.storage.onChanged.addListener((changes) => {
    if (page && "settings" in changes) void run("state").then(() => start(clean));
  });

  watchNavigation(() => {
    if (!page && !always) return;
    undo();
    refused = null;
    tell();
    if (always) void run("clean");
  });
  addEventListener("pageshow", (event) => event.persisted && tell());

  return {
    always() {
      always = true;
      return run("clean").then(tell);
    },
  };
}

/**
 * The story of this document, or of the frame of the same site that holds one.
 *
 * @param {import("../shell/types.js").Options} options
 * @returns {Promise<{ plan: Plan | null, nodes: Node[], refused: Refused | null }>}
 */
async function read(options) {
  /** @type {Refused | null} */
  let refused = null;
  for (const root of documents()) {
    const { snapshot, nodes } = takeSnapshot(root);
    if (nodes.length > MAX_NODES || snapshot.text.length + snapshot.attributeText.length > MAX_TEXT) {
      refused ??= "too-large";
      continue;
    }
    const answer = await ask({ version: VERSION, kind: "analyze", snapshot: toPlain(snapshot), options });
    if ("error" in answer) throw new Error(answer.error.message);
    if (answer.plan.article) return { plan: answer.plan, nodes, refused: null };
    refused ??= answer.plan.declined;
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
 * Asks the background; once more where it was stopped before it answered, for the message itself wakes it.
 *
 * @param {Request} request
 * @returns {Promise<Answer>}
 */
async function ask(request) {
  const once = async () => {
    const answer = await send(request);
    if (!answer) throw new Error("the background gave no answer");
    return answer;
  };
  return once().catch(once);
}

/** @param {Request} request */
function send(request) {
  return api.runtime.sendMessage(request);
}
