// Renders the app and refuses whoever signs in. `node server.mjs` serves what `npm run build` made, `--dev` the sources
// by way of Vite. On 127.0.0.1, at PORT or a free port, until interrupted.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";

const TYPES = { ".css": "text/css", ".js": "text/javascript" };
/** All that passkind needs of a policy is `'wasm-unsafe-eval'`. While developing, Vite has inline scripts of its own. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const server = createServer((request, response) => void answer(request, response).catch((error) => {
  console.error(error);
  response.writeHead(500).end();
}));
const vite = process.argv.includes("--dev")
  ? await (await import("vite")).createServer({ appType: "custom", server: { middlewareMode: { server } } })
  : undefined;
if (!vite) process.env.NODE_ENV ??= "production";

async function answer(request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  if (request.method === "POST" && pathname === "/sign-in") {
    // Yours would ask the mail server here. This one says no to everybody, in the same words.
    request.resume();
    response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" }).end('{ "signedIn": false }');
  } else if (pathname === "/") {
    const page = await rendered();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...(!vite && { "content-security-policy": POLICY }) }).end(page);
  } else if (vite) {
    vite.middlewares(request, response, () => response.writeHead(404).end());
  } else if (/^\/assets\/[\w.-]+$/.test(pathname)) {
    const file = await readFile(new URL(`dist/client${pathname}`, import.meta.url)).catch(() => undefined);
    response.writeHead(file ? 200 : 404, { "content-type": `${TYPES[extname(pathname)] ?? "application/octet-stream"}; charset=utf-8` }).end(file);
  } else {
    response.writeHead(404).end();
  }
}

async function rendered() {
  const file = await readFile(new URL(vite ? "index.html" : "dist/client/index.html", import.meta.url), "utf8");
  const page = vite ? await vite.transformIndexHtml("/", file) : file;
  const { render } = vite ? await vite.ssrLoadModule("/src/entry-server") : await import("./dist/server/entry-server.js");
  const markup = await render();
  return page.replace("<!--app-->", () => markup);
}

server.listen(Number(process.env.PORT) || 0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));
