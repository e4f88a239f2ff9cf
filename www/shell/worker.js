// @ts-check
// The core in a Worker: answers each message with a plan or an error.

import { here } from "./engine.js";
import { ZubdaError } from "./error.js";

/** @type {import("./engine.js").Engine | null} */
let engine = null;

self.onmessage = async ({ data: { id, kind, args } }) => {
  try {
    if (kind === "load") {
      engine = await here(args[0]);
      self.postMessage({ id });
    } else {
      const value = /** @type {any} */ (engine)[kind](...args);
      self.postMessage({ id, value });
    }
  } catch (cause) {
    const { code, message } = ZubdaError.from(cause);
    self.postMessage({ id, error: { code, message } });
  }
};
