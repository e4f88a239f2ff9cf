// @ts-check
// In the page: reads it, asks the background, does what the plan says.

/** @import { Answer, Command, Refused, Request, State } from "./messages.js" */
/** @import { Page } from "../shell/apply.js" */

import { applyPlan } from "../shell/apply.js";
import { takeSnapshot, toPlain } from "../shell/snapshot.js";
import { VERSION, api } from "./api.js";

/** Past this many nodes a message takes longer than a reader waits: half a second of JSON at least. */
const MAX_NODES = 200_000;
/** UTF-16 units of text and attributes; browsers cap a message at 64 MB. */
const MAX_TEXT = 8_000_000;

/** The content script is put in with each click; what it keeps is kept once. */
const KEY = Symbol.for("zubda");
/** @type {any} */ (globalThis)[KEY] ??= start();

function start() {
  /** @type {Page | null} */
  let page = null;
  /** @type {Refused | null} */
  let refused = null;
  /** What is under way; a second click meanwhile changes nothing. @type {Promise<void> | null} */
  let busy = null;

  async function clean() {
    try {
      const { snapshot, nodes } = takeSnapshot(document);
      const size = snapshot.text.length + snapshot.attributeText.length;
      if (nodes.length > MAX_NODES || size > MAX_TEXT) {
        refused = "too-large";
        return;
      }
      const answer = await ask({ version: VERSION, kind: "analyze", snapshot: toPlain(snapshot), options: {} });
      if ("error" in answer) throw new Error(answer.error.message);
      refused = answer.plan.declined;
      if (!refused) page = applyPlan(answer.plan, nodes, { around });
    } catch {
      page?.undo();
      page = null;
      refused = "failed";
    }
  }

  /** @returns {State} */
  function state() {
    return { on: page?.applied ?? false, hidden: page?.hidden.length ?? 0, refused };
  }

  /** @param {Command["kind"]} kind */
  async function run(kind) {
    if (busy) return busy;
    const on = state().on;
    if (on && kind !== "clean" && kind !== "state") page?.undo();
    if (!on && (kind === "clean" || kind === "toggle")) {
      busy = clean();
      await busy;
      busy = null;
    }
  }

  /** @param {() => void} change */
  function around(change) {
    change();
    if (page) tell();
  }

  function tell() {
    void api.runtime.sendMessage({ version: VERSION, kind: "state", state: state() }).catch(() => {});
  }

  api.runtime.onMessage.addListener((/** @type {Command} */ command, _sender, answer) => {
    void run(command.kind).then(() => answer(state()));
    return true;
  });
  return true;
}

/**
 * Asks the background; once more where it was stopped before it answered, for the message itself wakes it.
 *
 * @param {Request} request
 * @returns {Promise<Answer>}
 */
async function ask(request) {
  const once = async () => {
    const answer = await api.runtime.sendMessage(request);
    if (!answer) throw new Error("the background gave no answer");
    return answer;
  };
  return once().catch(once);
}
