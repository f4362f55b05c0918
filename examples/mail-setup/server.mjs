// Sets up a mailbox: asks both of its servers whether they take the pair, and says where one does not, and why. Saves nothing and logs nothing of it.
// On 127.0.0.1, at PORT or a free port, until interrupted.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { limitTo } from "./attempts.mjs";
import { addressOf } from "./hosts.mjs";
import { rendered, saidOf, TOO_MANY_SAID } from "./render.mjs";
import { signIn } from "./sign-in.mjs";

const TYPES = { ".css": "text/css", ".js": "text/javascript" };
const OWN_FILES = ["/page.js", "/sentences.js", "/style.css"];
/** The package's folder, served as it is: plain modules need no build. */
const PASSKIND = new URL(".", import.meta.resolve("passkind"));
/** More than this form sends. */
const MOST_BYTES = 16 * 1024;
/** A person who corrects a password, not a program that tries many. */
const ATTEMPTS_PER_MINUTE = 6;
const ENCRYPTIONS = ["tls", "starttls", "none"];

const HEADERS = {
  // No WebAssembly is allowed: passkind then takes the same core as JavaScript.
  "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

/**
 * `allowed`: servers that may be asked although they are not public, as `{ address, port }`; `resolve`: another resolver; `ca`: a further
 * authority for the servers' certificates. All three are for tests on one machine: leave them out.
 */
export function createMailSetUp({ allowed, resolve, ca, attemptsPerMinute = ATTEMPTS_PER_MINUTE } = {}) {
  const isWithinLimit = limitTo(attemptsPerMinute);

  /** Why one server lets nobody in; `undefined` where it does. Whether the server may not be asked or is not there, is not told apart. */
  async function refusedBy(protocol, form) {
    const [host, port, encryption] = ["host", "port", "encryption"].map((name) => (form.get(`${protocol}-${name}`) ?? "").trim());
    const server = { protocol, host, port: Number(port) };
    const address = ENCRYPTIONS.includes(encryption) ? await addressOf(server, { allowed, resolve }) : undefined;
    if (!address) return "unrelated";
    return signIn[protocol]({ ...server, address, encryption, ca }, { user: (form.get("address") ?? "").trim(), pass: form.get("password") ?? "" });
  }

  /** The second server is asked only if the first has said yes: a wrong password counts at most once at the provider. */
  async function outcomeOf(form) {
    for (const at of ["imap", "smtp"]) {
      const cause = await refusedBy(at, form);
      if (cause) return { refused: true, cause, at };
    }
    return { refused: false };
  }

  async function setUp(request, response) {
    // Browsers say where a post comes from: another site's form has no business here.
    if (!["same-origin", undefined].includes(request.headers["sec-fetch-site"])) return response.writeHead(403, HEADERS).end();
    const form = await posted(request);
    if (!form) return response.writeHead(413, { ...HEADERS, connection: "close" }).end();
    const isScript = request.headers.accept === "application/json";
    // Behind a proxy of yours, the client's address stands in a header that it adds.
    if (!isWithinLimit(request.socket.remoteAddress)) return isScript ? send(response, 429, "{}", "application/json") : send(response, 429, await rendered(form, TOO_MANY_SAID));
    const outcome = await outcomeOf(form);
    if (isScript) send(response, 200, JSON.stringify(outcome), "application/json");
    else send(response, 200, await rendered(form, saidOf(outcome)));
  }

  async function answer(request, response) {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname === "/" && request.method === "GET") send(response, 200, await rendered());
    else if (pathname === "/" && request.method === "POST") await setUp(request, response);
    else await sendFile(response, pathname);
  }

  return createServer((request, response) => void answer(request, response).catch((error) => {
    console.error(`no answer: ${error.name}`); // its message could hold what was typed
    if (!response.headersSent) response.writeHead(500, HEADERS);
    response.end();
  }));
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

function send(response, status, body, type = "text/html") {
  response.writeHead(status, { ...HEADERS, "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" }).end(body);
}

async function sendFile(response, pathname) {
  const [, ofPackage] = /^\/passkind\/((?:[\w-]+\/)*[\w-]+\.(?:js|css))$/.exec(pathname) ?? [];
  const url = ofPackage ? new URL(ofPackage, PASSKIND) : OWN_FILES.includes(pathname) ? new URL(`.${pathname}`, import.meta.url) : undefined;
  const file = url && await readFile(url).catch(() => undefined);
  response.writeHead(file ? 200 : 404, { ...HEADERS, "content-type": `${TYPES[extname(pathname)] ?? "text/plain"}; charset=utf-8` }).end(file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = createMailSetUp();
  server.listen(Number(process.env.PORT) || 0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));
}
