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
export function inWorker(wasm?: WasmSource | Promise<WasmSource>, given?: Worker): Promise<Engine & {
    close: () => void;
}>;
export type Call = {
    message: {
        id: number;
        kind: string;
        args: unknown[];
    };
    transfer: Transferable[];
    resolve: (value: any) => void;
    reject: (error: unknown) => void;
};
import type { WasmSource } from "./engine.js";
import type { Engine } from "./engine.js";
