/**
 * Serves what is measured: www/ at the root, and what the bench has made at its paths, from 127.0.0.1 on a free port. As a
 * site would: compressed, with caching headers. Pages are isolated (COOP, COEP): only then is their clock finer than 100 µs
 * (5 µs in Chromium, 20 µs in Firefox).
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const WWW = fileURLToPath(new URL("../www", import.meta.url));
/** @type {Record<string, string>} */
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", "": "text/html; charset=utf-8" };
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp", "cross-origin-resource-policy": "same-origin" };

/** @param {Record<string, string | Uint8Array>} made by path; a path without an ending is a page */
export async function serveBench(made) {
  /** @type {Map<string, Buffer>} */
  const packed = new Map();
  const pack = (/** @type {string} */ path) => {
    const file = normalize(join(WWW, path));
    const body = made[path] ?? (file.startsWith(WWW + sep) ? readFileSync(file) : undefined);
    if (body === undefined) throw new Error(path);
    packed.set(path, gzipSync(body));
    return packed.get(path);
  };
  const server = createServer((request, response) => {
    // `/run-7/...` is the same file at an address that no cache has seen, `/script/...` under a policy that forbids WebAssembly.
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const path = pathname.replace(/^\/(?:run-\d+|script)(?=\/)/, "");
    const policy = pathname.startsWith("/script/") ? { "content-security-policy": "script-src 'self'" } : {};
    try {
      const body = packed.get(path) ?? pack(path);
      const type = TYPES[extname(path)] ?? "application/octet-stream";
      const caching = type.startsWith("text/html") ? "no-store" : "public, max-age=3600";
      response.writeHead(200, { "content-type": type, "content-encoding": "gzip", "cache-control": caching, ...policy, ...ISOLATED }).end(body);
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
  return { origin: `http://127.0.0.1:${port}`, close };
}
