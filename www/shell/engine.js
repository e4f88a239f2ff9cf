// @ts-check
// The core, here or in a Worker, behind one interface.

/** @import { Options, Plan, Snapshot, TextOptions } from "./types.js" */

import init, { analyze, analyzeText } from "./zubda.js";
import { ZubdaError } from "./error.js";

/** @typedef {BufferSource | Response | URL | string | WebAssembly.Module} WasmSource */

/**
 * @typedef {object} Engine
 * @property {(snapshot: Snapshot, options?: Options) => any} analyze
 * @property {(text: string | string[][], options?: TextOptions) => any} analyzeText
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
  return { analyze: (snapshot, options = {}) => guard(() => analyze(snapshot, options)), analyzeText: textHere };
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

/**
 * The core in a Worker; its calls return promises.
 *
 * @param {WasmSource | Promise<WasmSource>} [wasm]
 * @returns {Promise<Engine & { close: () => void }>}
 */
export async function inWorker(wasm) {
  const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  let last = 0;
  worker.onmessage = ({ data: { id, value, error } }) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(new ZubdaError(error.code, error.message));
    else call?.resolve(value);
  };
  worker.onerror = (event) => {
    for (const call of waiting.values())
      call.reject(new ZubdaError("load", event.message || "the Worker could not be started"));
    waiting.clear();
  };
  /**
   * @param {string} kind
   * @param {unknown[]} args
   * @param {Transferable[]} [transfer]
   */
  const ask = (kind, args, transfer = []) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      worker.postMessage({ id: last, kind, args }, transfer);
    });
  const source = await wasm;
  await ask("load", [
    source instanceof Response ? await source.arrayBuffer() : source instanceof URL ? source.href : source,
  ]);
  return {
    analyze: (snapshot, options = {}) => ask("analyze", [snapshot, options], buffers(snapshot)),
    analyzeText: (text, options = {}) => ask("analyzeText", [text, options]),
    close: () => worker.terminate(),
  };
}

/** @param {Snapshot} snapshot */
function buffers(snapshot) {
  return Object.values(snapshot).flatMap((value) =>
    ArrayBuffer.isView(value) ? [/** @type {ArrayBuffer} */ (value.buffer)] : [],
  );
}
