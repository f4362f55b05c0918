/** A static server for browser tests: www/ or another folder at the root, pages made by a test, 127.0.0.1 on a free port. */
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../www/", import.meta.url));
/** @type {Record<string, string>} */
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };

/**
 * @param {Record<string, string>} [pages] HTML by path
 * @param {string} [root] the folder
 * @returns {Promise<{ origin: string, requests: string[], close(): Promise<void> }>} `requests`: every path asked for so far
 */
export async function serve(pages = {}, root = ROOT) {
  /** @type {string[]} */
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
    requests.push(path);
    const page = pages[path];
    const name = normalize(path.endsWith("/") ? `${path}index.html` : path);
    try {
      const body = page ?? (await readFile(join(root, name)));
      response.writeHead(200, { "content-type": `${TYPES[extname(name)] ?? (page === undefined ? "application/octet-stream" : "text/html")}; charset=utf-8` });
      response.end(body);
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
  return { origin: `http://127.0.0.1:${port}`, requests, close: /** @type {() => Promise<void>} */ (close) };
}
