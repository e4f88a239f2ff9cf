// @ts-check
// The public interface.

/** @import { Options, Plan, TextOptions } from "./types.js" */
/** @import { ApplyOptions } from "./apply.js" */
/** @import { Engine, WasmSource } from "./engine.js" */

import { Page, applyPlan } from "./apply.js";
import { documentElement, nodeType } from "./dom.js";
import { here } from "./engine.js";
import { ZubdaError } from "./error.js";
import { keepPlace } from "./keep.js";
import { siteRules } from "./rules.js";
import { takeSnapshot } from "./snapshot.js";
import { inWorker } from "./worker-engine.js";

export { Page, ZubdaError, siteRules };

/**
 * @typedef {object} LoadOptions
 * @property {WasmSource | Promise<WasmSource>} [wasm] Bytes, a Response, an address or a compiled Module; found beside this
 *   file unless told.
 *
 * @typedef {object} CallOptions
 * @property {AbortSignal} [signal] Ends the call with the signal's reason; the page stays as it is.
 */

/**
 * Starts the core; compiles it once, however often it is called.
 *
 * @overload
 * @param {LoadOptions & { engine?: "page" }} [options]
 * @returns {Promise<Zubda>}
 */
/**
 * @overload
 * @param {LoadOptions & { engine: "worker" | Worker }} options `"worker"`, or a Worker of yours that runs `zubda/worker`
 * @returns {Promise<ZubdaWorker>}
 */
/**
 * @param {LoadOptions & { engine?: "page" | "worker" | Worker }} [options]
 * @returns {Promise<Zubda | ZubdaWorker>}
 */
export async function load({ wasm, engine = "page" } = {}) {
  if (engine === "worker") return new ZubdaWorker(await inWorker(wasm));
  if (engine === "page") return new Zubda(await here(wasm));
  if (typeof engine === "object") return new ZubdaWorker(await inWorker(wasm, engine));
  throw new ZubdaError("load", `no such engine: ${engine}`);
}

/** Zubda in this thread. */
export class Zubda {
  #engine;

  /** @param {Engine} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /**
   * Finds the story; reads only.
   *
   * @param {Document | Element} target
   * @param {Options & CallOptions} [options]
   * @returns {Plan}
   */
  analyze(target, { signal, ...options } = {}) {
    signal?.throwIfAborted();
    return this.#engine.analyze(read(target).snapshot, options, signal);
  }

  /**
   * Finds the story and cleans it in its place.
   *
   * @param {Document | Element} target
   * @param {Options & ApplyOptions & CallOptions} [options]
   * @returns {Page}
   */
  clean(target, { box, marks, reading, remember, around, signal, ...wanted } = {}) {
    const options = withSentences(wanted, box);
    const apply = { box, marks, reading: readingAt(options, reading), remember, around: keeping(target, around) };
    signal?.throwIfAborted();
    const { snapshot, nodes } = read(target);
    const again = () => {
      const now = read(target);
      return { plan: this.#engine.analyze(now.snapshot, options), nodes: now.nodes };
    };
    return applyPlan(this.#engine.analyze(snapshot, options, signal), nodes, { ...apply, again });
  }

  /**
   * Plain text (paragraphs parted by blank lines), or paragraphs of sentences, kept as given.
   *
   * @param {string | string[][]} text
   * @param {TextOptions & CallOptions} [options]
   * @returns {Plan}
   */
  analyzeText(text, { signal, ...options } = {}) {
    return this.#engine.analyzeText(text, options, signal);
  }
}

/** Zubda in a Worker: the same calls, as promises. */
export class ZubdaWorker {
  #engine;

  /** @param {Engine & { close: () => void }} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /**
   * @param {Document | Element} target
   * @param {Options & CallOptions} [options]
   * @returns {Promise<Plan>}
   */
  async analyze(target, { signal, ...options } = {}) {
    signal?.throwIfAborted();
    return this.#engine.analyze(read(target).snapshot, options, signal);
  }

  /**
   * @param {Document | Element} target
   * @param {Options & ApplyOptions & CallOptions} [options]
   * @returns {Promise<Page>}
   */
  async clean(target, { box, marks, reading, remember, around, signal, ...wanted } = {}) {
    const options = withSentences(wanted, box);
    const apply = { box, marks, reading: readingAt(options, reading), remember, around: keeping(target, around) };
    signal?.throwIfAborted();
    const { snapshot, nodes } = read(target);
    // The page goes on while the Worker reads: what has another text by then is left alone.
    const texts = nodes.map((node) => (node.nodeType === 3 ? /** @type {Text} */ (node).data : undefined));
    const plan = await this.#engine.analyze(snapshot, options, signal);
    return applyPlan(plan, nodes, apply, texts);
  }

  /**
   * @param {string | string[][]} text
   * @param {TextOptions & CallOptions} [options]
   * @returns {Promise<Plan>}
   */
  async analyzeText(text, { signal, ...options } = {}) {
    return this.#engine.analyzeText(text, options, signal);
  }

  /** Ends the Worker. */
  close() {
    this.#engine.close();
  }
}

/** @param {Document | Element} target */
function read(target) {
  const type = typeOf(target);
  if (type !== 1 && type !== 9) {
    throw new ZubdaError("target", "the target is neither a Document nor an Element");
  }
  if (type === 9 && !documentElement(/** @type {Document} */ (target))) {
    throw new ZubdaError("target", "the document has no element");
  }
  try {
    return takeSnapshot(target);
  } catch (cause) {
    throw new ZubdaError("page", "the page could not be read", cause);
  }
}

/** @param {unknown} target */
function typeOf(target) {
  try {
    return nodeType(/** @type {Node} */ (target));
  } catch {
    return 0;
  }
}

/**
 * Where nothing but the story is left, it stands in one column.
 *
 * @param {Options} options
 * @param {ApplyOptions["reading"]} reading
 * @returns {ApplyOptions["reading"]}
 */
function readingAt(options, reading) {
  const { level } = /** @type {{ level?: string }} */ (options ?? {});
  return level === "story" ? { column: true, ...reading } : reading;
}

/**
 * A page that is cleaned stays where its reader is; one story among many does not move the page.
 *
 * @param {Document | Element} target
 * @param {ApplyOptions["around"]} around
 * @returns {ApplyOptions["around"]}
 */
function keeping(target, around = (change) => change()) {
  if (typeOf(target) !== 9) return around;
  return (change) => keepPlace(/** @type {Document} */ (target), () => around(change));
}

/**
 * The box shows more or fewer sentences by every sentence's rank.
 *
 * @param {Options} options
 * @param {ApplyOptions["box"]} box
 * @returns {Options}
 */
function withSentences(options, box) {
  return box === false || options?.summary === false ? options : { sentences: true, ...options };
}
