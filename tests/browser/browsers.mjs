// @ts-check
// Both browsers, and a server for the pages that they open.
import { readFile } from "node:fs/promises";
import { accessSync, constants } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import puppeteer from "puppeteer-core";

/** @import { Browser, LaunchOptions, Page } from "puppeteer-core" */

export const ROOT = path.resolve(import.meta.dirname, "../..");

/** @typedef {"chromium" | "firefox"} BrowserName */
/** The browsers that every test runs in. @type {BrowserName[]} */
export const BROWSERS = ["chromium", "firefox"];

const PROGRAMS = { chromium: ["chromium", "chromium-browser", "google-chrome"], firefox: ["firefox-esr", "firefox"] };

/** @type {Record<BrowserName, LaunchOptions>} */
const LAUNCH = {
  chromium: {
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
  firefox: {
    browser: "firefox",
    // A slow machine is no endless loop: Firefox would stop the script of a large page and ask.
    extraPrefsFirefox: { "dom.max_script_run_time": 0, "dom.max_chrome_script_run_time": 0 },
  },
};

/**
 * A browser for as long as `run` takes.
 *
 * @template T
 * @param {BrowserName} name
 * @param {(browser: Browser) => Promise<T>} run
 * @param {LaunchOptions} [options] `{ enableExtensions: true }` for `browser.installExtension`
 * @returns {Promise<T>}
 */
export async function withBrowser(name, run, options = {}) {
  const browser = await openBrowser(name, options);
  try {
    return await run(browser);
  } finally {
    await browser.close();
  }
}

/**
 * @param {BrowserName} name
 * @param {LaunchOptions} [options]
 */
export function openBrowser(name, options = {}) {
  const defaults = LAUNCH[name];
  return puppeteer.launch({
    headless: true,
    executablePath: program(name),
    protocolTimeout: 300_000,
    ...defaults,
    ...options,
    args: [...(defaults.args ?? []), ...(options.args ?? [])],
  });
}

/**
 * A page that remembers what went wrong in it.
 *
 * @param {Browser} browser
 * @param {string} [url]
 * @returns {Promise<{ page: Page, errors: string[] }>} `errors`: uncaught exceptions and `console.error`
 */
export async function openPage(browser, url) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => {
    if (!isAboutFiles(String(error))) errors.push(String(error));
  });
  page.on("console", (message) => {
    if (message.type() === "error" && !isAboutFiles(message.text())) errors.push(message.text());
  });
  if (url) await page.goto(url, { timeout: 120_000 });
  return { page, errors };
}

/**
 * Pictures that are not there, and the icon that browsers ask for by themselves, are no fault of the page's scripts.
 *
 * @param {string} message
 */
function isAboutFiles(message) {
  return message.includes("/favicon.ico") || message.startsWith("Failed to load resource");
}

/** @typedef {string | Uint8Array | { body: string | Uint8Array, headers?: Record<string, string> }} Answer */

/**
 * Serves on a free port of this machine: `pages` by their path, and beside them the files of some folders of the project.
 *
 * @param {Record<string, Answer | ((request: import("node:http").IncomingMessage) => Answer)>} [pages]
 *   `"/story.html": "<!doctype html>…"`
 * @param {{ folders?: Record<string, string>, headers?: Record<string, string> }} [options] `folders`: from the beginning of
 *   a path to a folder, `/pkg/` to pkg/ unless told; `headers`: for every answer
 * @returns {Promise<{ origin: string, requests: string[], pages: typeof pages, close: () => Promise<void> }>} `requests`: the
 *   paths that were asked for; `pages` can be added to
 */
export async function serve(pages = {}, { folders = { "/pkg/": "pkg" }, headers = {} } = {}) {
  /** @type {string[]} */
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    requests.push(pathname);
    try {
      const given = pages[pathname];
      const answer = typeof given === "function" ? given(request) : (given ?? (await file(pathname, folders)));
      const plain = typeof answer === "string" || answer instanceof Uint8Array;
      response.writeHead(200, {
        "content-type": TYPES[path.extname(pathname)] ?? "text/html; charset=utf-8",
        ...headers,
        ...(plain ? {} : answer.headers),
      });
      response.end(plain ? answer : answer.body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    pages,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".xhtml": "application/xhtml+xml; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
};

/**
 * @param {string} pathname
 * @param {Record<string, string>} folders
 */
function file(pathname, folders) {
  const prefix = Object.keys(folders).find((prefix) => pathname.startsWith(prefix));
  if (prefix === undefined || pathname.includes("..")) throw new Error(`no such page: ${pathname}`);
  return readFile(path.resolve(ROOT, folders[prefix], decodeURIComponent(pathname.slice(prefix.length))));
}

/** @param {BrowserName} name */
function program(name) {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  for (const candidate of PROGRAMS[name].flatMap((program) => folders.map((folder) => path.join(folder, program)))) {
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // The next.
    }
  }
  throw new Error(`${name} is not installed`);
}
