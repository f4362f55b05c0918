// A sign-in page without a framework: the form is posted, and after a refusal the page comes anew. On 127.0.0.1, at PORT
// or a free port, until interrupted; prints the one pair that it takes and its address.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { createAccount, opens } from "./accounts.mjs";
import { connectedPage, signInPage } from "./pages.mjs";
import { forget, refusedAgain, sessionOf } from "./sessions.mjs";

const TYPES = { ".css": "text/css", ".js": "text/javascript" };
const OWN_FILES = ["/sign-in.js", "/style.css"];
/** The package's folder, served as it is: plain modules need no build. */
const PASSKIND = new URL(".", import.meta.resolve("passkind"));
/** More than any sign-in form sends. */
const MOST_BYTES = 16 * 1024;

const HEADERS = {
  // All that passkind needs is `'wasm-unsafe-eval'`; its WebAssembly comes inside a script.
  "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

const server = createServer((request, response) => void answer(request, response).catch((error) => {
  console.error(error);
  if (!response.headersSent) response.writeHead(500);
  response.end();
}));

async function answer(request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  if (pathname === "/" && request.method === "GET") send(response, signInPage());
  else if (pathname === "/sign-in" && request.method === "POST") await signIn(request, response);
  else if (pathname === "/sign-in") response.writeHead(303, { location: "/" }).end(); // someone came back to the address
  else await sendFile(response, pathname);
}

async function signIn(request, response) {
  // Browsers say where a post comes from: another site's form has no business here.
  if (!["same-origin", undefined].includes(request.headers["sec-fetch-site"])) return response.writeHead(403).end();
  const form = await posted(request);
  if (!form) return response.writeHead(413, { connection: "close" }).end();
  const address = form.get("address") ?? "";
  const session = sessionOf(request.headers.cookie);
  if (await opens(address, form.get("password") ?? "")) {
    forget(session.id); // and here yours would begin the signed-in session, under an id of its own
    return send(response, connectedPage());
  }
  // The same answer for every address, known or not; the password is not sent back.
  send(response, signInPage({ address, refused: refusedAgain(session.id, address) }), session.header);
}

/** The posted fields; nothing if there are more bytes than may be. */
async function posted(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}

function send(response, page, headers = {}) {
  response.writeHead(200, { ...HEADERS, ...headers, "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }).end(page);
}

async function sendFile(response, pathname) {
  const [, ofPackage] = /^\/passkind\/((?:[\w-]+\/)*[\w-]+\.js)$/.exec(pathname) ?? [];
  const url = ofPackage ? new URL(ofPackage, PASSKIND) : OWN_FILES.includes(pathname) ? new URL(`.${pathname}`, import.meta.url) : undefined;
  const file = url && await readFile(url).catch(() => undefined);
  response.writeHead(file ? 200 : 404, { ...HEADERS, "content-type": `${TYPES[extname(pathname)] ?? "text/plain"}; charset=utf-8` }).end(file);
}

const password = await createAccount("anna@ik.me");
server.listen(Number(process.env.PORT) || 0, "127.0.0.1", () => {
  console.log(`takes anna@ik.me with ${password}`);
  console.log(`http://127.0.0.1:${server.address().port}/`);
});
