// @ts-check
// What a browser asks of other machines, seen from outside of it: every request but those to this machine goes through a proxy
// that answers none and notes them all.
import { createServer } from "node:http";

/** @import { BrowserName } from "./browsers.mjs" */

/** What the browsers ask for by themselves, with nothing installed: updates, the time, lists of their makers'. */
const OWN = [
  /(^|\.)google\.com$/,
  /(^|\.)googleapis\.com$/,
  /(^|\.)gvt1\.com$/,
  /(^|\.)mozilla\.(com|net|org)$/,
  /(^|\.)firefox\.com$/,
];

/**
 * @returns {Promise<{ options: (name: BrowserName) => import("puppeteer-core").LaunchOptions, hosts: () => string[], close: () => Promise<void> }>}
 *   `options` to launch the browser with; `hosts` that were asked for something, but for the browser's own
 */
export async function openProxy() {
  /** @type {Set<string>} */
  const asked = new Set();
  const proxy = createServer((request, response) => {
    asked.add(new URL(request.url ?? "").hostname);
    response.writeHead(502).end();
  });
  proxy.on("connect", (request, socket) => {
    asked.add(new URL(`https://${request.url}`).hostname);
    socket.on("error", () => {});
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n", () => socket.destroy());
  });
  await new Promise((done) => proxy.listen(0, "127.0.0.1", () => done(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (proxy.address());
  const inFirefox = ["http", "ssl"].flatMap((kind) => [
    [`network.proxy.${kind}`, "127.0.0.1"],
    [`network.proxy.${kind}_port`, port],
  ]);
  return {
    options: (name) =>
      name === "firefox"
        ? { extraPrefsFirefox: { "network.proxy.type": 1, ...Object.fromEntries(inFirefox) } }
        : { args: [`--proxy-server=127.0.0.1:${port}`] },
    hosts: () => [...asked].filter((host) => !OWN.some((own) => own.test(host))),
    close: () =>
      new Promise((done) => {
        proxy.closeAllConnections();
        proxy.close(() => done());
      }),
  };
}
