// @ts-check
// Pages under every kind of policy: cleaned and put back, the background stopped before, and nothing for the page to report.
import assert from "node:assert/strict";
import { test } from "node:test";

import { BROWSERS, openPage } from "./browsers.mjs";
import { clean, undo, visible, withExtension } from "./extension.mjs";

const STORY = `<!doctype html><html lang="en"><head><title>Harbour town reopens its ferry line</title></head><body>
<article><h1>Harbour town reopens its ferry line</h1><p>[ad_1]</p>
<p>The harbour town of Lorrenby reopened its ferry line on Monday after eleven years, the regional council said.</p>
<p>Two boats will cross the bay every hour from six in the morning until ten at night, and bicycles travel free of charge.</p>
<p>“People here have waited for this day for a long time,” said the head of the council at the quay.</p>
<p>The old line was closed when its last boat failed an inspection, and the town could not pay for a new one.</p>
</article></body></html>`;

const REPORT = "report-uri /report";

/** @type {Record<string, Record<string, string>>} */
const POLICIES = {
  none: {},
  nothing: csp("default-src 'none'"),
  self: csp("script-src 'self'; style-src 'self'"),
  nonce: csp("script-src 'nonce-r4nd0m' 'strict-dynamic'; object-src 'none'; base-uri 'none'"),
  trusted: csp("require-trusted-types-for 'script'"),
  "no-types": csp("require-trusted-types-for 'script'; trusted-types 'none'"),
  sandbox: csp("sandbox allow-scripts"),
  isolated: { "cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin" },
  upgrade: csp("upgrade-insecure-requests"),
  "report-only": { "content-security-policy-report-only": `default-src 'none'; ${REPORT}` },
};

for (const name of BROWSERS) {
  test(`pages under ten policies in ${name}`, { timeout: 180_000 }, () => {
    const pages = Object.entries(POLICIES).map(([path, headers]) => [`/${path}.html`, { body: STORY, headers }]);
    /** @type {string[]} */
    const reports = [];
    /** @param {import("node:http").IncomingMessage} request */
    const report = (request) => {
      request.on("data", (bytes) => reports.push(String(bytes)));
      return "";
    };
    return withExtension(name, { ...Object.fromEntries(pages), "/report": report }, async (extension) => {
      for (const policy of Object.keys(POLICIES)) {
        const { page } = await openPage(extension.browser, `${extension.origin}/${policy}.html`);
        const before = await page.content();
        await extension.stop();
        await clean(extension, page);
        const text = await visible(page);
        assert.ok(!text.includes("[ad_1]") && text.includes("The old line was closed"), policy);
        await extension.stop();
        await undo(extension, page, before);
        await page.close();
      }
      // Browsers ask for an icon by themselves, and report that they may not.
      assert.deepEqual(
        reports.filter((text) => !text.includes("favicon.ico")),
        [],
      );
      const asked = new Set(extension.requests.filter((path) => path !== "/favicon.ico" && path !== "/report"));
      assert.deepEqual(
        [...asked],
        pages.map(([path]) => path),
        "no request but for the pages themselves",
      );
    });
  });
}

/** @param {string} policy */
function csp(policy) {
  return { "content-security-policy": `${policy}; ${REPORT}` };
}
