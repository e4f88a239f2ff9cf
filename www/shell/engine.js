// @ts-check
// The core in this thread. `worker-engine.js` has the same interface.

/** @import { Options, Plan, Snapshot, TextOptions } from "./types.js" */

import * as core from "./zubda.js";
import { ZubdaError } from "./error.js";

const { memoryBytes, renew } = /** @type {{ memoryBytes: () => number, renew: () => void }} */ (
  /** @type {unknown} */ (core)
);

/** @typedef {BufferSource | Response | URL | string | WebAssembly.Module} WasmSource */

/**
 * @typedef {object} Engine
 * @property {(snapshot: Snapshot, options?: Options, signal?: AbortSignal) => any} analyze
 * @property {(text: string | string[][], options?: TextOptions, signal?: AbortSignal) => any} analyzeText
 */

/** @type {Promise<unknown> | null} */
let started = null;

/**
 * The core in this thread, compiled once however often it is asked for.
 *
 * @param {WasmSource | Promise<WasmSource>} [wasm]
 * @returns {Promise<Engine>}
 */
export async function here(wasm) {
  started ??= Promise.resolve(wasm).then((source) =>
    core.default(source === undefined ? undefined : { module_or_path: source }),
  );
  try {
    await started;
  } catch (cause) {
    started = null;
    throw new ZubdaError("load", "the WebAssembly module could not be started", cause);
  }
  return {
    analyze: (snapshot, options = {}, signal) => {
      signal?.throwIfAborted();
      return guard(() => core.analyze(snapshot, options));
    },
    analyzeText: (text, options, signal) => {
      signal?.throwIfAborted();
      return textHere(text, options);
    },
  };
}

/**
 * @param {string | string[][]} text
 * @param {TextOptions} [options]
 * @returns {Plan}
 */
function textHere(text, { title, language, ...options } = {}) {
  return guard(() => core.analyzeText(text, options, title, language));
}

/** Bytes of memory that an instance may keep; past it a fresh one takes its place, which costs less than a page does. */
const MAX_MEMORY = 16 << 20;

/**
 * @template T
 * @param {() => T} call
 */
function guard(call) {
  try {
    return call();
  } catch (cause) {
    const error = ZubdaError.from(cause);
    // After a trap nothing of the instance can be relied on.
    if (error.code === "internal") renew();
    throw error;
  } finally {
    if (memoryBytes() > MAX_MEMORY) renew();
  }
}
