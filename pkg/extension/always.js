"use strict";
(() => {
  // www/extension/always.js
  void globalThis[Symbol.for("zubda")].always();
})();
