// @ts-check
// The stores' zips: what is in them, and, installed, a site that is always cleaned, and what a reader has chosen after the browser
// has started anew.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { unzipSync } from "fflate";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";

import { pack } from "../../www/extension/zip.mjs";
import { BROWSERS, ROOT, openPage } from "./browsers.mjs";
import { clean, openPanel, readInBox, until, withExtension } from "./extension.mjs";
import { PAGES } from "./pages.mjs";

/** @import { BrowserName } from "./browsers.mjs" */

/** Bytes of a zip beside the wasm, which has a budget of its own; the goal for all is 400,000. */
const LIMIT = 80_000;
const FOLDER = mkdtempSync(path.join(tmpdir(), "zubda-stores-"));
after(() => rmSync(FOLDER, { recursive: true, force: true }));

execFileSync(process.execPath, [path.join(ROOT, "www/extension/build.mjs"), "--zip", FOLDER], { stdio: "ignore" });
const ZIPS = Object.fromEntries(readdirSync(FOLDER).map((name) => [name.split("-")[1], path.join(FOLDER, name)]));

const STORY = PAGES["/demo/en-river.html"];
/** A page that builds its story when it has come to rest, and the next one on its way there. */
const LATE = `<!doctype html><html lang="en"><head><title>Reader</title></head><body><div id="app"></div>
<script>
  async function show(delay) {
    const html = await (await fetch("/story.html")).text();
    await new Promise((done) => setTimeout(done, delay));
    document.querySelector("#app").innerHTML = new DOMParser().parseFromString(html, "text/html").body.innerHTML;
    document.title = "Story";
  }
  addEventListener("load", () => show(400));
</script></body></html>`;

test("each zip holds what its own browser reads, one wasm, and few bytes", () => {
  assert.deepEqual(Object.keys(ZIPS).sort(), ["chromium", "firefox"]);
  for (const [store, zip] of Object.entries(ZIPS)) {
    const bytes = readFileSync(zip);
    let wasm = 0;
    const filter = (/** @type {import("fflate").UnzipFileInfo} */ { name, size }) => {
      if (name.endsWith(".wasm")) wasm += size;
      return true;
    };
    const files = unzipSync(bytes, { filter });
    const names = Object.keys(files);
    assert.deepEqual(names, names.toSorted());
    assert.equal(names.filter((name) => name.endsWith(".wasm")).length, 1);
    const manifest = JSON.parse(new TextDecoder().decode(files["manifest.json"]));
    assert.equal("browser_specific_settings" in manifest, store === "firefox");
    assert.equal("scripts" in manifest.background, store === "firefox");
    assert.equal("service_worker" in manifest.background, store === "chromium");
    assert.ok(!("web_accessible_resources" in manifest) && !("host_permissions" in manifest));
    for (const size of Object.values(manifest.icons)) assert.ok(files[size], size);
    assert.ok(bytes.length - wasm < LIMIT, `${store}: ${bytes.length} bytes, the wasm ${wasm}`);
  }
});

test(
  "what the makers' own check says of Firefox's zip and of pkg/extension stands in LINT.md",
  { timeout: 120_000 },
  () => {
    const lint = (/** @type {string} */ folder) => {
      const program = path.join(ROOT, "node_modules/web-ext/bin/web-ext.js");
      const args = [program, "lint", "--output", "json", "--no-config-discovery", "--source-dir", folder];
      const { errors, notices, warnings } = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
      return [...errors, ...notices, ...warnings].map(({ code }) => code);
    };
    const said = readFileSync(path.join(ROOT, "www/extension/LINT.md"), "utf8");
    assert.deepEqual(lint(unpack("firefox")), []);
    const found = lint(path.join(ROOT, "pkg/extension"));
    assert.deepEqual(
      found,
      [...said.matchAll(/^- `(\w+)`/gm)].map(([, code]) => code),
    );
  },
);

test("a zip is the same bytes wherever it is made", async () => {
  const zone = process.env.TZ;
  const make = (/** @type {string} */ zone) => {
    process.env.TZ = zone;
    return pack(new Map([["a.txt", Buffer.from("Ferry, ferry, ferry.")]]));
  };
  const [east, west] = [await make("Asia/Muscat"), await make("America/St_Johns")];
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  assert.ok(east.equals(west));
  assert.equal(new TextDecoder().decode(unzipSync(east)["a.txt"]), "Ferry, ferry, ferry.");
});

for (const name of BROWSERS) {
  test(`always on a site, and after a new start of ${name}`, { timeout: 120_000 }, async () => {
    const options = { userDataDir: mkdtempSync(path.join(FOLDER, name)) };
    const pages = { "/story.html": STORY, "/late.html": LATE };
    const setup = { file: installable(name), options };
    const cleaned = "[data-zubda-host]";

    await withExtension(
      name,
      pages,
      async (extension) => {
        const { page } = await openPage(extension.browser, `${extension.origin}/story.html`);
        await clean(extension, page);
        const { run } = await extension.inside();
        await run(() => chrome.storage.sync.set({ settings: { version: 1, sentences: 1 } }));
        const panel = await openPanel(extension, page, "#always");
        await extension.grant("*://127.0.0.1/*");
        await panel.click("#always");
        const registered = () => run(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
        await until(async () => (await registered()) === 1, "the site is cleaned from now on");

        const { page: next, errors } = await openPage(extension.browser, `${extension.origin}/story.html`);
        await next.waitForSelector(cleaned);
        await until(async () => (await extension.button(next)).badge !== "", "the button knows");

        // Another story under the same document, whose own comes after its address.
        await next.goto(`${extension.origin}/late.html`);
        await next.waitForSelector(cleaned);
        await next.evaluate(() => {
          history.pushState(null, "", "/later.html");
          return /** @type {any} */ (globalThis).show(300);
        });
        await next.waitForFunction(
          () => document.querySelector("[data-zubda-host]") && document.querySelector("[data-zubda]"),
        );
        assert.equal(await next.$$eval(cleaned, (hosts) => hosts.length), 1);
        assert.deepEqual(errors, []);
      },
      setup,
    );

    await withExtension(
      name,
      pages,
      async (extension) => {
        const { run } = await extension.inside();
        // Chromium forgets the permissions of what is loaded by its developer protocol: it is as if the wish came by sync.
        if (name === "chromium") {
          await extension.grant("*://127.0.0.1/*");
          const sites = await extension.open("options.html");
          await until(() => sites.run(() => document.querySelectorAll("#sites button").length === 2), "to be allowed");
          await sites.click("#sites button");
          await until(() => run(isAllowed), "allowed");
        }
        await until(
          () => run(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 1),
          "always",
        );
        const { page } = await openPage(extension.browser, `${extension.origin}/story.html`);
        await page.waitForSelector(cleaned);
        assert.equal((await readInBox(extension, page, ".sentence")).length, 1, "the reader's own length");

        const panel = await openPanel(extension, page, "#always");
        await panel.click("#always");
        await until(async () => !(await run(isAllowed)), "the permission is given back");
        await until(() => run(async () => !(await chrome.scripting.getRegisteredContentScripts()).length), "no longer");
        const { page: next } = await openPage(extension.browser, `${extension.origin}/story.html`);
        await new Promise((done) => setTimeout(done, 500));
        assert.equal(await next.$(cleaned), null);
      },
      setup,
    );
  });
}

/** What a browser installs: Chromium a folder, Firefox the zip itself. @param {BrowserName} name */
function installable(name) {
  return name === "firefox" ? ZIPS.firefox : unpack(name);
}

/** @param {BrowserName} store @returns {string} the folder */
function unpack(store) {
  const folder = path.join(FOLDER, `unpacked-${store}`);
  for (const [file, bytes] of Object.entries(unzipSync(readFileSync(ZIPS[store])))) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), bytes);
  }
  return folder;
}

function isAllowed() {
  return chrome.permissions.contains({ origins: ["*://127.0.0.1/*"] });
}
