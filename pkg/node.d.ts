/**
 * @param {import("./index.js").LoadOptions} [options]
 * @returns {Promise<import("./index.js").Zubda>}
 */
export function load({ wasm }?: import("./index.js").LoadOptions): Promise<import("./index.js").Zubda>;
export { Page, Zubda, ZubdaError, ZubdaWorker } from "./index.js";
