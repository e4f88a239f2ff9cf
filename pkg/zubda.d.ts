/* tslint:disable */
/* eslint-disable */

/**
 * [`clean`] for a `Snapshot` of `types.d.ts`.
 *
 * # Errors
 * An `Error` whose `code` is `snapshot` or `options` where one of them is malformed.
 */
export function analyze(snapshot: any, options: any): any;

/**
 * [`analyze_text`] for a string, [`analyze_sentences`] for an array of arrays of strings.
 *
 * # Errors
 * An `Error` whose `code` is `text` or `options` where one of them is malformed.
 */
export function analyzeText(text: any, options: any, title: any, language: any): any;

/**
 * A panic is a bug. Its place is written to the console.
 */
export function start(): void;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly analyze: (a: any, b: any) => [number, number, number];
    readonly analyzeText: (a: any, b: any, c: any, d: any) => [number, number, number];
    readonly start: () => void;
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path?: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;

export function memoryBytes(): number;
export function renew(): void;
