/**
 * Pages that make it hard: strict policies, files that are missing or broken, no WebAssembly, an opaque origin. Whatever does not
 * load, the form works, there is one event that says so, and neither an error nor a console line. Headers and files are really
 * served; a guard of a test's own and intercepted requests are in attach.test.js and strength.test.js.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { logging } from "selenium-webdriver";
import strengthTexts from "../../www/locales/en/strength.js";
import { ENGINES, start } from "../browser/engines.js";
import { FILES, newPassword, RIGHT, signIn, WRONG } from "../browser/pages.js";
import { Key, Person } from "../browser/person.js";
import { serve } from "../browser/server.js";

/** @import {Engine} from "../browser/engines.js" */
/** @import {Answer} from "../browser/server.js" */

const STRONG = "vier Igel tanzen im Nebel";
const SETTLE_MS = 300;
const strength = await readFile(new URL("../../www/pkg/strength.wasm", import.meta.url));

/** The core as it comes to `createGuard` and to `attach`. @param {object} answer */
const both = (answer) => Object.fromEntries(["inline", "inline-sign-in"].map((name) => [`/pkg/${name}.js`, answer]));
/** Without eval and inline scripts, as a careful page has it. @param {string} more */
const policy = (more) => `default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; ${more}`;

/**
 * @typedef {object} Row
 * @property {string} [policy] Content-Security-Policy of every answer: a thread has that of its own script
 * @property {Record<string, Answer>} [files] in place of the package's own
 * @property {Record<string, string>} [everywhere] headers of every answer
 * @property {{ first?: string, nonce?: string }} [head] of both pages
 * @property {string} [frame] the pages stand in a frame with this sandbox
 * @property {"ok" | "blocked" | "load"} [core] what becomes of the sign-in form, or why nothing does; without it that form is as ever and not visited
 * @property {number} [reports] the policy's owner hears of WebAssembly at most so often on the sign-in page; 0 where nothing is said
 * @property {string} [stops] the directive that stops the thread, which is tried and done without
 * @property {"ok" | "unavailable"} [strength] of the form for a new password
 */
/** @type {Record<string, Row>} */
const ROWS = {
  "a strict policy that allows wasm": { policy: policy("script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'"), core: "ok", strength: "ok" },
  "a strict policy without 'wasm-unsafe-eval': the core as JavaScript": { policy: policy("script-src 'self'; connect-src 'self'; worker-src 'self'"), core: "ok", strength: "unavailable", reports: 1 },
  "script-src 'self', and nothing else is said": { policy: "script-src 'self'", core: "ok", strength: "unavailable", reports: 1 },
  "the page asks for JavaScript from the start: no report": { policy: "script-src 'self'", head: { first: "/script-runtime.js" }, core: "ok" },
  "neither WebAssembly nor the file in its place": { policy: policy("script-src 'self'; connect-src 'self'"), files: { "/pkg/twin.js": { status: 404 } }, core: "blocked", reports: 1 },
  "no connect-src: what is inlined works, the strength file does not come": { policy: policy("script-src 'self' 'wasm-unsafe-eval'"), core: "ok", strength: "unavailable" },
  "no worker-src: strength does without a thread": { policy: policy("script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'none'"), core: "ok", strength: "ok", stops: "worker-src" },
  "trusted types, none allowed": { policy: policy("script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"), core: "ok", strength: "ok", stops: "require-trusted-types-for" },
  "scripts by nonce, with 'strict-dynamic'": {
    policy: policy("script-src 'nonce-cGFzc2tpbmQ' 'strict-dynamic' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'"),
    head: { nonce: "cGFzc2tpbmQ" }, core: "ok", strength: "ok",
  },
  "a sandboxed frame of no origin": { everywhere: { "access-control-allow-origin": "*" }, frame: "allow-scripts allow-forms", core: "ok", strength: "ok" },
  "no WebAssembly at all": { head: { first: "/no-wasm.js" }, core: "ok", strength: "unavailable" },
  "the core's script is served as text": {
    files: both({ headers: { "content-type": "text/plain", "x-content-type-options": "nosniff" } }), core: "load",
  },
  "the inlined core is not there": { files: both({ status: 404 }), core: "load" },
  "the strength file is served as a page": { files: { "/pkg/strength.wasm": { headers: { "content-type": "text/html", "x-content-type-options": "nosniff" } } }, strength: "ok" },
  "the strength file is not there": { files: { "/pkg/strength.wasm": { status: 404 } }, strength: "unavailable" },
  "the strength file is cut off": { files: { "/pkg/strength.wasm": { body: strength.subarray(0, strength.length / 2) } }, strength: "unavailable" },
  "the strength file is empty": { files: { "/pkg/strength.wasm": { body: "" } }, strength: "unavailable" },
};

/** What browsers themselves say about a policy or a missing file. */
const BROWSERS_OWN = /Content Security Policy|Failed to load resource|Failed to load module script|TrustedScriptURL|has been blocked by CORS policy/;

for (const name of ENGINES) {
  describe(name, () => {
    /** @type {Engine} */ let engine;
    before(async () => { engine = await start(name); });
    after(() => engine?.stop());

    for (const [title, row] of Object.entries(ROWS)) {
      test(title, async () => {
        const everywhere = { ...(row.policy && { "content-security-policy": row.policy }), ...row.everywhere };
        const frame = (/** @type {string} */ src) => `<!doctype html><title>frame</title><iframe id="frame" src="${src}" sandbox="${row.frame}" style="width: 700px; height: 600px; border: 0"></iframe>`;
        const server = await serve({
          ...FILES, ...row.files, "/sign-in": signIn("", row.head), "/new-password": newPassword("", row.head),
          "/framed/sign-in": frame("/sign-in"), "/framed/new-password": frame("/new-password"),
        }, everywhere);
        const anna = new Person(engine.driver, server.origin);
        try {
          if (row.core) {
            await open(anna, "/sign-in", row);
            await signsIn(anna, row.core);
            await keepsPolicy(anna, { ...row, stops: "" });
            const reports = /** @type {string[]} */ (await anna.run("return seen.broken")).filter((violation) => /wasm|eval/.test(violation));
            assert.ok(reports.length <= (row.reports ?? 0), `${reports}`);
          }
          if (row.strength) {
            await open(anna, "/new-password", row);
            await choosesPassword(anna, row.strength);
            await keepsPolicy(anna, row);
          }
        } finally {
          await anna.frame();
          await server.close();
        }
        if (name === "chromium") assert.deepEqual(await complaints(engine), []);
      });
    }
  });
}

for (const name of ENGINES) {
  describe(`${name}, started without WebAssembly`, () => {
    /** @type {Engine} */ let engine;
    before(async () => { engine = await start(name, { hasWasm: false }); });
    after(() => engine?.stop());

    test("the form has its hints all the same; a new password is rated by the rules", async () => {
      const server = await serve({ ...FILES, "/sign-in": signIn(), "/new-password": newPassword() });
      const anna = new Person(engine.driver, server.origin);
      try {
        await open(anna, "/sign-in", {});
        assert.equal(await anna.run("return typeof WebAssembly"), "undefined");
        await signsIn(anna, "ok");
        await open(anna, "/new-password", {});
        await choosesPassword(anna, "unavailable");
      } finally {
        await server.close();
      }
    });
  });
}

/** @param {Person} anna @param {string} path @param {Row} row */
async function open(anna, path, { frame }) {
  await anna.frame();
  if (!frame) return anna.open(path);
  await anna.open(`/framed${path}`, "#frame");
  await anna.frame("#frame");
  await anna.until("return document.documentElement.dataset.ready !== undefined");
  assert.equal(await anna.run("return origin"), "null");
}

/** The wrong kind, then the right pair: both go out as typed. @param {Person} anna @param {"ok" | "blocked" | "load"} core */
async function signsIn(anna, core) {
  await anna.fillPair(WRONG);
  if (core === "ok") await anna.until("return document.querySelector('[data-passkind-field=password] [role=status]').textContent.startsWith('Password: this looks like')");
  else await anna.until("return seen.events.length > 0");
  for (const { password } of [WRONG, RIGHT]) {
    await anna.fill("#secret", password);
    await anna.click("#go");
    await anna.wait(SETTLE_MS);
  }
  await anna.run("live.refused()"); // the page's own call is no error either
  await anna.wait(SETTLE_MS);
  const { submits, events, ...seen } = await anna.run("return { submits: seen.submits, events: seen.events, errors: seen.errors, console: seen.console, strayFocus: seen.strayFocus }");
  assert.deepEqual(submits, [WRONG, RIGHT].map(({ identifier, password }) => [identifier, password]));
  assert.deepEqual(seen, { errors: [], console: [], strayFocus: [] });
  if (core === "ok") return assert.deepEqual([...new Set(events.map((/** @type {{ status: string }} */ { status }) => status))], ["ok"]);
  assert.deepEqual(events, [{ status: "unavailable", reason: core, codes: [] }], "said once");
  assert.equal(await anna.run("return [...document.querySelectorAll('.passkind')].map((box) => box.innerText).join('').trim()"), "");
}

/** Too short a password, then a long one: the rules answer whatever loads. @param {Person} anna @param {"ok" | "unavailable"} status */
async function choosesPassword(anna, status) {
  const level = "return document.querySelector('.passkind-level').textContent === arguments[0]";
  const score = (/** @type {number} */ at) => (status === "ok" ? strengthTexts.rated.replace("{level}", strengthTexts.levels[at] ?? "") : strengthTexts.unavailable);
  await anna.fill("#name", RIGHT.identifier);
  await anna.fill("#new", "dragon");
  await anna.until(level, `${score(0)} ${strengthTexts.unmet}`);
  assert.match(await anna.run("return document.querySelector('.passkind-advice').textContent"), /at least 15 characters/);
  await anna.fill("#new", STRONG);
  await anna.until(level, `${score(4)} ${strengthTexts.met}`);
  await anna.type(Key.TAB);
  await anna.click("#go");
  await anna.wait(SETTLE_MS);
  const { submits, ...seen } = await anna.run("return { submits: seen.submits, errors: seen.errors, console: seen.console, strayFocus: seen.strayFocus }");
  assert.deepEqual(submits, [[STRONG]]);
  assert.deepEqual(seen, { errors: [], console: [], strayFocus: [] });
}

/** Where all that is needed is allowed, nothing else is tried. @param {Person} anna @param {Row} row */
async function keepsPolicy(anna, { core, strength, stops }) {
  if (core !== "ok" || strength !== "ok") return;
  const broken = /** @type {string[]} */ (await anna.run("return seen.broken"));
  assert.deepEqual(broken.filter((violation) => violation.split(" ")[0] !== stops), []);
}

/** Lines of the console, threads included, that are not the browser's own about the policy or a file. @param {Engine} engine */
async function complaints({ driver }) {
  const lines = await driver.manage().logs().get(logging.Type.BROWSER);
  return lines.map(({ message }) => message).filter((message) => !BROWSERS_OWN.test(message));
}
