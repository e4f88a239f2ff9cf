/**
 * The core in this thread, compiled once however often it is asked for.
 *
 * @param {WasmSource | Promise<WasmSource>} [wasm]
 * @returns {Promise<Engine>}
 */
export function here(wasm?: WasmSource | Promise<WasmSource>): Promise<Engine>;
export type WasmSource = BufferSource | Response | URL | string | WebAssembly.Module;
export type Engine = {
    analyze: (snapshot: Snapshot, options?: Options, signal?: AbortSignal) => any;
    analyzeText: (text: string | string[][], options?: TextOptions, signal?: AbortSignal) => any;
};
import type { Snapshot } from "./types.js";
import type { Options } from "./types.js";
import type { TextOptions } from "./types.js";
