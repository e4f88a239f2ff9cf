// Serves the demo: `npm run demo`. Needs nothing but Node; serves www/ and pkg/, to this machine alone.
// `--port N` asks for a port (8017 unless told); where it is taken, the system gives another.
import { readFile, realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { parseArgs } from "node:util";

const ROOT = path.resolve(import.meta.dirname, "..");
const SERVED = ["www", "pkg"];
const START = "/www/";
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ts": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/** The reader itself: nothing from elsewhere, nothing inline. What a site that embeds Zubda has to allow is in it. */
const READER_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "worker-src 'self'; frame-src 'self'; trusted-types 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'";
/** The pages that it shows: they may dress as they like, and do nothing. */
const STORY_POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'self'";
const STORIES = "/www/demo/stories/";

/**
 * A server that listens on this machine alone.
 *
 * @param {number} [port] 0 for any that is free
 * @returns {Promise<import("node:http").Server>}
 */
export async function serve(port = 0) {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => send(response, 500, "the file could not be read"));
  });
  await new Promise((resolve, reject) => {
    server.once("error", (error) => {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EADDRINUSE" || port === 0) return reject(error);
      server.once("error", reject).listen(0, "127.0.0.1", () => resolve(null));
    });
    server.listen(port, "127.0.0.1", () => resolve(null));
  });
  return server;
}

/** @param {import("node:http").Server} server */
export function addressOf(server) {
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}${START}`;
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function answer(request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") return send(response, 405, "GET only");
  let name;
  try {
    name = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  } catch {
    return send(response, 400, "no such address");
  }
  if (name === "/" || name === "/www") return send(response, 302, "", { location: START });
  if (name.endsWith("/")) name += "index.html";
  const file = await servedFile(name);
  const type = TYPES[/** @type {keyof typeof TYPES} */ (path.extname(name))];
  if (!file || !type) return send(response, 404, "no such file");
  const body = await readFile(file);
  const policy = name.startsWith(STORIES) ? STORY_POLICY : READER_POLICY;
  send(response, 200, request.method === "HEAD" ? "" : body, {
    "content-type": type,
    "content-length": String(body.length),
    "content-security-policy": policy,
  });
}

/**
 * The file of that name, where it lies in one of the served folders, links followed.
 *
 * @param {string} name
 */
async function servedFile(name) {
  if (name.includes("\0")) return null;
  try {
    const file = await realpath(path.join(ROOT, name));
    const inside = SERVED.some((folder) => file.startsWith(path.join(ROOT, folder) + path.sep));
    return inside && (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 * @param {string | Buffer} body
 * @param {Record<string, string>} [headers]
 */
function send(response, status, body, headers = {}) {
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    ...headers,
  });
  response.end(body);
}

if ((await realpath(process.argv[1])) === import.meta.filename) {
  const { values } = parseArgs({ options: { port: { type: "string", default: "8017" } } });
  const server = await serve(Number(values.port));
  console.log(`Zubda's demo: ${addressOf(server)}   (stop it with Ctrl+C)`);
}
