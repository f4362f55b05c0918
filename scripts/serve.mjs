// Serves www/, the demo, on a free port of 127.0.0.1 until interrupted, and prints the address. It is also the small server of
// the demo's classic form: it says no to everybody alike and keeps nothing of what it is sent, not even a count.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { SERVICES } from "../www/demo/examples.js";
import { languageOf, loadTexts, textAt } from "../www/demo/words.js";

const ROOT = fileURLToPath(new URL("../www", import.meta.url));
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".wasm": "application/wasm", ".json": "application/json" };
/** Where the demo's pages are; the package that they use lies beside it. */
const DEMO = "/demo/";
const CLASSIC = `${DEMO}classic.html`;
/** A form has two short fields. */
const BODY_LIMIT = 16_384;
/** More refusals say nothing new. */
const REFUSED_LIMIT = 99;

/** For every page of the demo; a page's own, in its head, may allow less. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** @param {number} [port] 0: any free one @returns {Promise<import("node:http").Server>} */
export function serveDemo(port = 0) {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.headersSent ? response.destroy() : response.writeHead(500).end());
  });
  return new Promise((listening, failed) => server.once("error", failed).listen(port, "127.0.0.1", () => listening(server)));
}

/** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
async function answer(request, response) {
  const url = new URL(request.url ?? "/", "http://localhost");
  if (url.pathname === "/") return void response.writeHead(302, { location: DEMO + url.search }).end();
  const path = url.pathname.endsWith("/") ? `${url.pathname}index.html` : url.pathname;
  const posted = request.method === "POST" && path === CLASSIC;
  if (!posted && request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405, { allow: "GET, HEAD" }).end();
  const file = await read(path);
  if (!file) return void response.writeHead(404, { "content-type": "text/plain" }).end("not found");
  const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(path))] ?? "application/octet-stream";
  response.setHeader("content-type", type);
  response.setHeader("cache-control", posted ? "no-store" : "no-cache");
  response.setHeader("x-content-type-options", "nosniff");
  if (!type.startsWith("text/html")) return void response.end(file);
  const form = posted ? await body(request) : new URLSearchParams();
  if (!form) return void response.writeHead(413, { "content-type": "text/plain", connection: "close" }).end("too long");
  response.setHeader("content-security-policy", POLICY);
  response.setHeader("referrer-policy", "no-referrer");
  response.end(await render(file.toString(), url.searchParams, request.headers["accept-language"], posted ? form : undefined));
}

/** @param {string} path */
async function read(path) {
  try {
    const file = normalize(join(ROOT, decodeURIComponent(path)));
    return file.startsWith(ROOT + sep) ? await readFile(file) : undefined;
  } catch {
    return undefined; // no such file, or an address that is none
  }
}

/** @param {import("node:http").IncomingMessage} request */
async function body(request) {
  let text = "";
  for await (const piece of request.setEncoding("utf8")) {
    text += piece;
    if (text.length > BODY_LIMIT) return undefined;
  }
  return new URLSearchParams(text);
}

/**
 * Puts the texts into the page, so that it reads well before its script has come, or without. A form that was posted is
 * refused: once more than it says itself; the name is given back, the password is not.
 * @param {string} page @param {URLSearchParams} query @param {string | undefined} accepted @param {URLSearchParams | undefined} posted
 */
async function render(page, query, accepted = "", posted) {
  const language = languageOf([query.get("lang"), ...accepted.split(",").map((tag) => tag.trim().split(";")[0])]);
  const texts = await loadTexts(language);
  const service = query.get("service") ?? "";
  const declared = /** @type {import("../www/demo/words.js").PageName} */ (/<body data-page="(\w+)"/.exec(page)?.[1]);
  const name = declared === "signIn" && SERVICES.hosting.includes(service) ? "hosting" : declared;
  const said = page
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replace(/data-text="([\w.{}]+)"([^>]*)>[^<]*</g, (_, path, more) => `data-text="${path}"${more}>${escape(textAt(texts, path, name))}<`)
    .replace(/data-label="([\w.{}]+)"/g, (whole, path) => `${whole} aria-label="${escape(textAt(texts, path, name))}"`)
    .replace(/href="([^"]*)" data-nav/g, (_, href) => `href="${href}${href.includes("?") ? "&#38;" : "?"}lang=${language}" data-nav`)
    .replace(`value="${language}" lang`, `value="${language}" selected lang`);
  if (name !== "classic") return said;
  const known = SERVICES.classic.includes(service) ? service : SERVICES.classic[0] ?? "";
  const form = said.replace('<form id="form"', `<form id="form" action="?${escape(`${new URLSearchParams({ service: known, lang: language })}`)}"`);
  if (!posted) return form;
  const refused = Math.min(REFUSED_LIMIT, Math.max(0, Number.parseInt(posted.get("refused") ?? "", 10) || 0) + 1);
  return form
    .replace('<form id="form"', `<form id="form" data-passkind-refused="${refused}"`)
    .replace('name="refused" value="0"', `name="refused" value="${refused}"`)
    .replace('spellcheck="false" value=""', () => `spellcheck="false" value="${escape(posted.get("identifier") ?? "")}"`)
    .replace(/(id="answer"[^>]*>)/, (tag) => tag + escape(texts.refused.replace("{count}", String(refused))));
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const address = (await serveDemo(Number(process.env.PORT) || 0)).address();
  console.log(`The demo is at http://127.0.0.1:${typeof address === "object" && address ? address.port : ""}${DEMO} (stop with Ctrl-C)`);
}
