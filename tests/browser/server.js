/** A static server for browser tests: www/ or another folder at the root, answers made by a test at their paths, 127.0.0.1 on a free port. */
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../www/", import.meta.url));
/** @type {Record<string, string>} */
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };

/**
 * In a file's place, or of itself a page; without a `body` the file's own is sent under these headers.
 * @typedef {{ body?: string | Uint8Array, status?: number, headers?: Record<string, string> }} Answer
 */

/**
 * @param {Record<string, string | Answer>} [answers] by path; a text is HTML unless the path ends otherwise
 * @param {Record<string, string>} [everywhere] headers of every answer
 * @param {string} [root] the folder
 * @returns {Promise<{ origin: string, requests: string[], server: import("node:http").Server, close(): Promise<void> }>} `requests`: every path asked for so far
 */
export async function serve(answers = {}, everywhere = {}, root = ROOT) {
  /** @type {string[]} */
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
    requests.push(path);
    const given = Object.hasOwn(answers, path) ? answers[path] : undefined;
    const { body, status = 200, headers = {} } = typeof given === "string" ? { body: given } : given ?? {};
    const name = normalize(path.endsWith("/") ? `${path}index.html` : path);
    const type = TYPES[extname(name)] ?? (body === undefined ? "application/octet-stream" : "text/html");
    try {
      const sent = body ?? (status < 400 ? await readFile(join(root, name)) : "");
      response.writeHead(status, { "content-type": type.startsWith("text/") ? `${type}; charset=utf-8` : type, ...everywhere, ...headers }).end(sent);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const close = () => new Promise((closed) => {
    server.closeAllConnections();
    server.close(() => closed(undefined));
  });
  return { origin: `http://127.0.0.1:${port}`, requests, server, close: /** @type {() => Promise<void>} */ (close) };
}
