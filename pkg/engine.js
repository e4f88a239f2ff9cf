// @ts-check
// The core in this thread. `worker-engine.js` has the same interface.

/** @import { Options, Plan, Snapshot, TextOptions } from "./types.js" */

import init, { analyze, analyzeText } from "./zubda.js";
import { ZubdaError } from "./error.js";

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
    init(source === undefined ? undefined : { module_or_path: source }),
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
      return guard(() => analyze(snapshot, options));
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
  return guard(() => analyzeText(text, options, title, language));
}

/**
 * @template T
 * @param {() => T} call
 */
function guard(call) {
  try {
    return call();
  } catch (cause) {
    throw ZubdaError.from(cause);
  }
}
