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
 * @param {LoadOptions & { engine: "worker" }} options
 * @returns {Promise<ZubdaWorker>}
 */
export function load(options: LoadOptions & {
    engine: "worker";
}): Promise<ZubdaWorker>;
/** Zubda in this thread. */
export class Zubda {
    /** @param {Engine} engine */
    constructor(engine: Engine);
    /**
     * Finds the story; reads only.
     *
     * @param {Document | Element} target
     * @param {Options} [options]
     * @returns {Plan}
     */
    analyze(target: Document | Element, options?: Options): Plan;
    /**
     * Finds the story and cleans it in its place.
     *
     * @param {Document | Element} target
     * @param {Options & ApplyOptions} [options]
     * @returns {Page}
     */
    clean(target: Document | Element, { box, ...options }?: Options & ApplyOptions): Page;
    /**
     * Plain text (paragraphs parted by blank lines), or paragraphs of sentences, kept as given.
     *
     * @param {string | string[][]} text
     * @param {TextOptions} [options]
     * @returns {Plan}
     */
    analyzeText(text: string | string[][], options?: TextOptions): Plan;
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
     * @param {Options} [options]
     * @returns {Promise<Plan>}
     */
    analyze(target: Document | Element, options?: Options): Promise<Plan>;
    /**
     * @param {Document | Element} target
     * @param {Options & ApplyOptions} [options]
     * @returns {Promise<Page>}
     */
    clean(target: Document | Element, { box, ...options }?: Options & ApplyOptions): Promise<Page>;
    /**
     * @param {string | string[][]} text
     * @param {TextOptions} [options]
     * @returns {Promise<Plan>}
     */
    analyzeText(text: string | string[][], options?: TextOptions): Promise<Plan>;
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
import { Page } from "./apply.js";
import { ZubdaError } from "./error.js";
import type { Options } from "./types.js";
import type { Plan } from "./types.js";
import type { ApplyOptions } from "./apply.js";
import type { TextOptions } from "./types.js";
import type { Engine } from "./engine.js";
import type { WasmSource } from "./engine.js";
export { Page, ZubdaError };
