// @ts-check
/** The extension interface under the name that both browsers' promises go by. @type {typeof chrome} */
export const api = /** @type {any} */ (globalThis).browser ?? chrome;

/** The version of the messages. */
export const VERSION = 2;
