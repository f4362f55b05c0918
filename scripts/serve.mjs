// Serves www/ on a free port of 127.0.0.1 until interrupted, and prints the address.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../www", import.meta.url));
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".json": "application/json" };

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const file = normalize(join(ROOT, decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname)));
  const found = file.startsWith(ROOT + sep) && statSync(file, { throwIfNoEntry: false })?.isFile();
  response.writeHead(found ? 200 : 404, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "cache-control": "no-cache" });
  if (found) createReadStream(file).pipe(response);
  else response.end("not found");
});
server.listen(Number(process.env.PORT) || 0, "127.0.0.1", () => {
  const address = server.address();
  console.log(`The demo is at http://127.0.0.1:${typeof address === "object" && address ? address.port : ""}/ (stop with Ctrl-C)`);
});
