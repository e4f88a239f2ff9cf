/**
 * Starts the core; compiles it once, however often it is called.
 *
 * @overload
 * @param {LoadOptions & { engine?: "page" }} [options]
 * @returns {Promise<Zubda>}
 */
export function load(options?: LoadOptions & {
    engine?: "page";
}): Promise<Zubda>;
/**
 * @overload
 * @param {LoadOptions & { engine: "worker" | Worker }} options `"worker"`, or a Worker of yours that runs `zubda/worker`
 * @returns {Promise<ZubdaWorker>}
 */
export function load(options: LoadOptions & {
    engine: "worker" | Worker;
}): Promise<ZubdaWorker>;
/** Zubda in this thread. */
export class Zubda {
    /** @param {Engine} engine */
    constructor(engine: Engine);
    /**
     * Finds the story; reads only.
     *
     * @param {Document | Element} target
     * @param {Options & CallOptions} [options]
     * @returns {Plan}
     */
    analyze(target: Document | Element, { signal, ...options }?: Options & CallOptions): Plan;
    /**
     * Finds the story and cleans it in its place.
     *
     * @param {Document | Element} target
     * @param {Options & ApplyOptions & CallOptions} [options]
     * @returns {Page}
     */
    clean(target: Document | Element, { box, marks, reading, remember, around, signal, ...wanted }?: Options & ApplyOptions & CallOptions): Page;
    /**
     * Plain text (paragraphs parted by blank lines), or paragraphs of sentences, kept as given.
     *
     * @param {string | string[][]} text
     * @param {TextOptions & CallOptions} [options]
     * @returns {Plan}
     */
    analyzeText(text: string | string[][], { signal, ...options }?: TextOptions & CallOptions): Plan;
    #private;
}
/** Zubda in a Worker: the same calls, as promises. */
export class ZubdaWorker {
    /** @param {Engine & { close: () => void }} engine */
    constructor(engine: Engine & {
        close: () => void;
    });
    /**
     * @param {Document | Element} target
     * @param {Options & CallOptions} [options]
     * @returns {Promise<Plan>}
     */
    analyze(target: Document | Element, { signal, ...options }?: Options & CallOptions): Promise<Plan>;
    /**
     * @param {Document | Element} target
     * @param {Options & ApplyOptions & CallOptions} [options]
     * @returns {Promise<Page>}
     */
    clean(target: Document | Element, { box, marks, reading, remember, around, signal, ...wanted }?: Options & ApplyOptions & CallOptions): Promise<Page>;
    /**
     * @param {string | string[][]} text
     * @param {TextOptions & CallOptions} [options]
     * @returns {Promise<Plan>}
     */
    analyzeText(text: string | string[][], { signal, ...options }?: TextOptions & CallOptions): Promise<Plan>;
    /** Ends the Worker. */
    close(): void;
    #private;
}
export type LoadOptions = {
    /**
     * Bytes, a Response, an address or a compiled Module; found beside this
     * file unless told.
     */
    wasm?: WasmSource | Promise<WasmSource>;
};
export type CallOptions = {
    /**
     * Ends the call with the signal's reason; the page stays as it is.
     */
    signal?: AbortSignal;
};
import { Page } from "./apply.js";
import { ZubdaError } from "./error.js";
import { siteRules } from "./rules.js";
import type { Options } from "./types.js";
import type { Plan } from "./types.js";
import type { ApplyOptions } from "./apply.js";
import type { TextOptions } from "./types.js";
import type { Engine } from "./engine.js";
import type { WasmSource } from "./engine.js";
export { Page, ZubdaError, siteRules };
