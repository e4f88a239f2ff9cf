// @ts-check
// The core in a Worker. Apart from `engine.js`, which the Worker itself runs: a bundler that follows the Worker's imports must
// not find the Worker in them again.

/** @import { Engine, WasmSource } from "./engine.js" */
/** @import { Snapshot } from "./types.js" */

import { ZubdaError } from "./error.js";

/**
 * @typedef {object} Call
 * @property {{ id: number, kind: string, args: unknown[] }} message
 * @property {Transferable[]} transfer
 * @property {(value: any) => void} resolve
 * @property {(error: unknown) => void} reject
 */

/**
 * The core in a Worker; its calls return promises. One call at a time is with the Worker, so that a call that is aborted
 * while it waits costs nothing.
 *
 * @param {WasmSource | Promise<WasmSource>} [wasm]
 * @param {Worker} [given] one that runs `worker.js`, for pages whose policy or bundler has its own way to start one
 * @returns {Promise<Engine & { close: () => void }>}
 */
export async function inWorker(wasm, given) {
  const worker = given ?? new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  /** @type {Call[]} */
  const waiting = [];
  /** @type {Call | null} */
  let current = null;
  /** @type {ZubdaError | null} */
  let failed = null;
  let last = 0;

  const next = () => {
    const call = (current ??= waiting.shift() ?? null);
    if (!call) return;
    try {
      worker.postMessage(call.message, call.transfer);
    } catch (cause) {
      // What no message can carry; the others do not wait for it.
      current = null;
      call.reject(new ZubdaError("options", "the call cannot be sent to the Worker", cause));
      next();
    }
  };
  /** @param {ZubdaError} error */
  const fail = (error) => {
    failed = error;
    for (const call of [current, ...waiting.splice(0)]) call?.reject(error);
    current = null;
    worker.terminate();
  };
  worker.onmessage = ({ data: { id, value, error } }) => {
    if (id !== current?.message.id) return;
    const call = current;
    current = null;
    if (error) call?.reject(new ZubdaError(error.code, error.message));
    else call?.resolve(value);
    next();
  };
  worker.onerror = (event) => {
    event.preventDefault();
    fail(new ZubdaError("load", event.message || "the Worker could not be started"));
  };
  /**
   * @param {string} kind
   * @param {unknown[]} args
   * @param {Transferable[]} [transfer]
   * @param {AbortSignal} [signal]
   */
  const ask = (kind, args, transfer = [], signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (failed) return reject(failed);
      const stop = () => {
        const place = waiting.indexOf(call);
        if (place >= 0) waiting.splice(place, 1);
        reject(signal?.reason);
      };
      const settled = () => signal?.removeEventListener("abort", stop);
      /** @type {Call} */
      const call = {
        message: { id: ++last, kind, args },
        transfer,
        resolve: (value) => (settled(), resolve(value)),
        reject: (error) => (settled(), reject(error)),
      };
      signal?.addEventListener("abort", stop, { once: true });
      waiting.push(call);
      if (!current) next();
    });
  const source = await wasm;
  await ask("load", [
    source instanceof Response ? await source.arrayBuffer() : source instanceof URL ? source.href : source,
  ]);
  return {
    analyze: (snapshot, options = {}, signal) => ask("analyze", [snapshot, options], buffers(snapshot), signal),
    analyzeText: (text, options = {}, signal) => ask("analyzeText", [text, options], [], signal),
    close: () => fail(new ZubdaError("load", "the Worker was closed")),
  };
}

/** @param {Snapshot} snapshot */
function buffers(snapshot) {
  return Object.values(snapshot).flatMap((value) =>
    ArrayBuffer.isView(value) ? [/** @type {ArrayBuffer} */ (value.buffer)] : [],
  );
}
