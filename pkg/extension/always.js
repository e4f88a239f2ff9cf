"use strict";
(() => {
  // www/extension/always.js
  void /** @type {any} */
  globalThis[Symbol.for("zubda")].always();
})();
