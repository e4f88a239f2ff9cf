// @ts-check
// On the sites that the reader wants always cleaned, after the content script.

void (/** @type {any} */ (globalThis)[Symbol.for("zubda")].always());
