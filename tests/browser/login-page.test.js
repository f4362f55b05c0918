/** Every example of docs/login-page.md, under the policy that the page names, typed into as by a person. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { launch } from "./chromium.js";

/** @import {Page} from "playwright-core" */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WWW = `${ROOT}www`;
const document = readFileSync(`${ROOT}docs/login-page.md`, "utf8");
/** By kind and name: "js plain". */
const examples = new Map([...document.matchAll(/^```(\w+) ([\w-]+)\n(.*?)^```/gms)].map(([, kind, name, code = ""]) => [`${kind} ${name}`, code]));

/** @param {string} name */
function example(name) {
  const code = examples.get(name);
  assert.ok(code, `there is no example “${name}”`);
  used.add(name);
  return code;
}
/** @type {Set<string>} */
const used = new Set();

/** @type {Awaited<ReturnType<typeof launch>>} */ let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** @typedef {{ status?: number, type?: string, body: string | Buffer }} Answer */

/**
 * A page of one's own: its files at the root, the package's folder beside it, its policy by header.
 * @param {Record<string, string | ((form: URLSearchParams) => string)>} files @param {string} policy
 * @param {(tab: Page, thrown: string[]) => Promise<void>} use
 */
async function onPage(files, policy, use) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    let body = "";
    for await (const piece of request) body += piece;
    const type = pathname.endsWith(".js") ? "text/javascript" : pathname.endsWith(".wasm") ? "application/wasm" : "text/html; charset=utf-8";
    const headers = { "content-type": type, "content-security-policy": `default-src 'none'; img-src 'self'; ${policy.trim()}` };
    const own = files[pathname];
    if (typeof own === "function") return response.writeHead(200, headers).end(own(new URLSearchParams(body)));
    if (own !== undefined && request.method === "GET") return response.writeHead(200, headers).end(own);
    const packaged = `${WWW}${pathname.replace(/^\/passkind/, "")}`;
    if (pathname.startsWith("/passkind/") && existsSync(packaged)) return response.writeHead(200, headers).end(readFileSync(packaged));
    response.writeHead(request.method === "POST" ? 403 : 404, { "content-type": "text/plain" }).end();
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const tab = await browser.newPage({ locale: "en-GB" });
  /** @type {string[]} */
  const thrown = [];
  tab.on("pageerror", (error) => thrown.push(String(error)));
  try {
    await tab.goto(`http://127.0.0.1:${port}/`);
    await use(tab, thrown);
    assert.deepEqual(thrown, []);
  } finally {
    await tab.close();
    server.closeAllConnections();
    server.close();
  }
}

const POLICY = example("csp sign-in");
/** @param {string} html */
const page = (html) => `<!doctype html><html lang="en"><title>Own page</title><link rel="icon" href="data:,">${html}`;
/** @param {Page} tab */
const told = async (tab) => (await tab.locator(".passkind-hint").allInnerTexts()).join("\n").replace(/[\u2068\u2069]/g, "");

/** @param {Page} tab @param {string} user @param {string} password */
async function type(tab, user, password) {
  await tab.locator("#user").fill("");
  await tab.locator("#user").pressSequentially(user);
  await tab.locator("#password").fill("");
  await tab.locator("#password").pressSequentially(password);
  await tab.locator("#password").blur();
}

/** @param {Page} tab @param {[user: string, password: string]} right @param {[user: string, password: string]} other @param {RegExp} hint @param {RegExp} next */
async function isTold(tab, right, other, hint, next) {
  await type(tab, ...other);
  await tab.locator(".passkind-hint").first().waitFor();
  assert.match(await told(tab), hint);
  await type(tab, ...right);
  await tab.locator(".passkind-hint").first().waitFor({ state: "detached" });
  await tab.getByRole("button", { name: /^(Sign in|Set up)$/ }).click();
  await tab.locator(".passkind-hint").first().waitFor();
  assert.match(await told(tab), next, "what to do after the refusal");
}

test("A: a page without a bundler", () => onPage({ "/": page(example("html form")), "/sign-in.js": example("js plain") }, POLICY, (tab) =>
  isTold(tab, ["hello@atelier.example", "q7Rk w2Mx t9Bd z4Hn"], ["hello@atelier.example", "Regenschirm7"], /made for this e-mail address/, /Test this address/)));

test("B: a page with a bundler, split", async () => {
  const { outputFiles } = await build({
    stdin: { contents: example("js bundled"), resolveDir: ROOT, sourcefile: "sign-in.js" },
    bundle: true, format: "esm", splitting: true, minify: true, write: false, outdir: "/", entryNames: "sign-in",
  });
  const files = Object.fromEntries(outputFiles.map(({ path, text }) => [path, text]));
  assert.ok(Object.keys(files).length > 2 && (files["/sign-in.js"]?.length ?? 0) < 48_000, "the core is a file of its own");
  await onPage({ "/": page(example("html form")), ...files }, POLICY, (tab) =>
    isTold(tab, ["abcd_anna", "Werkbank24Nordhang"], ["anna@example.com", "Werkbank24Nordhang"], /users of its own/, /set a new password|Try another/));
});

test("C: a page that the server renders", async () => {
  const { signInPage } = await import(`data:text/javascript,${encodeURIComponent(example("js server"))}`);
  /** The server's memory of one person. */
  let refused = -1;
  const render = (/** @type {URLSearchParams} */ form) => signInPage({ user: form.get("user") ?? "", refused: ++refused });
  await onPage({ "/": render, "/sign-in.js": example("js rendered") }, POLICY, async (tab) => {
    assert.equal(await told(tab), "");
    /** @type {string[]} */
    const said = [];
    for (const count of ["1", "2", "3"]) {
      await type(tab, "anna@example.com", "Regenschirm-im-Juli");
      await Promise.all([tab.waitForEvent("load"), tab.getByRole("button", { name: "Sign in" }).click()]);
      await tab.locator(".passkind-hint").first().waitFor();
      assert.equal(await tab.getAttribute("#sign-in", "data-passkind-refused"), count);
      assert.equal(await tab.inputValue("#user"), "anna@example.com");
      assert.equal(await tab.inputValue("#password"), "");
      said.push(await told(tab));
    }
    assert.match(said[0] ?? "", /Try another one/);
    assert.match(said[1] ?? "", /^Next step/);
    assert.match(said[2] ?? "", /Take a pause/);
  });
  assert.doesNotMatch(signInPage({ user: `"><script>` }), /"><script>/);
});

test("D: a mail set-up form for any provider", () => onPage({ "/": page(example("html setup")), "/set-up.js": example("js setup") }, POLICY, (tab) =>
  isTold(tab, ["anna@gmail.com", "tkwo vqea zjmu hxib"], ["anna@gmail.com", "Regenschirm7"], /Google takes an app password/, /app password|Try another|Test this address/)));

test("E: a page that sets a new password", () => onPage({ "/": page(example("html change")), "/change.js": example("js change") }, example("csp change"), async (tab) => {
  await tab.fill("#account", "Regenschirm-im-Juli");
  await tab.locator("#fresh").pressSequentially("Regenschirm-im-Juli2");
  await tab.locator(".passkind-tip", { hasText: "a few signs more or fewer than your account password" }).waitFor();
  await tab.fill("#fresh", "vier Igel tanzen im Nebel");
  await tab.locator(".passkind-level", { hasText: "It meets the rules." }).waitFor();
}));

test("where the core does not come the form works, and the event says so", () => {
  const script = `${example("js plain")}\n${example("js event")}`;
  return onPage({ "/": page(example("html form")), "/sign-in.js": script, "/passkind/pkg/twin.js": "throw new Error('it has not come');" }, POLICY, async (tab) => {
    const answer = tab.waitForResponse((response) => response.request().method() === "POST");
    await type(tab, "anna", "Regenschirm7");
    await tab.waitForFunction(() => document.documentElement.dataset["hints"] === "blocked");
    await tab.getByRole("button", { name: "Sign in" }).click();
    assert.equal((await answer).status(), 403);
    assert.equal(await told(tab), "");
  });
});

test("a guard of one's own", () => onPage({ "/": page(example("html form")), "/sign-in.js": example("js own-guard") }, POLICY, async (tab) => {
  await type(tab, "anna@example.com", "492 817");
  await tab.locator(".passkind-hint").waitFor();
  assert.match(await told(tab), /looks like a one-time code/);
}));

test("domains that you host", () => {
  const code = example("js hosted");
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: WWW, encoding: "utf8" });
  assert.equal(printed.trim(), /; \/\/ (.*)/.exec(code)?.[1]);
});

test("the style names hooks that are there", async () => {
  const [, css = ""] = /^```css\n(.*?)^```/ms.exec(document) ?? [];
  const sources = readFileSync(`${WWW}/form/region.js`, "utf8") + readFileSync(`${WWW}/form/dom.js`, "utf8");
  const hooks = [...css.matchAll(/\.(passkind[\w-]*)/g)].map(([, name = ""]) => name);
  assert.ok(hooks.length >= 3);
  for (const hook of hooks) assert.ok(sources.includes(`"${hook}"`), hook);
});

test("every example was run; every document and place that is linked is there", () => {
  assert.deepEqual([...used].sort(), [...examples.keys()].sort());
  const blocks = [...document.matchAll(/^```(\w+)(.*)\n/gm)].filter(([, kind, name]) => !name && !["sh", "css"].includes(kind ?? ""));
  assert.deepEqual(blocks.map(([line]) => line), [], "an example without a name is run by nobody");
  const anchors = (/** @type {string} */ text) => [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) => title.toLowerCase().replace(/[^\w\s-]/g, "").replace(/ /g, "-"));
  for (const [, path = "", anchor] of document.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)) {
    const text = path ? readFileSync(new URL(path, new URL("../../docs/", import.meta.url)), "utf8") : document;
    if (anchor) assert.ok(anchors(text).includes(anchor), `${path}#${anchor}`);
  }
});
