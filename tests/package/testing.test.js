// `passkind/testing.js`: the fake answers what the real guard could, keeps no password, and every code of the contract can be made.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe as say, loadLocale } from "../../www/describe.js";
import { createGuard } from "../../www/index.js";
import { fakeGuard, hint } from "../../www/testing.js";
import { launch } from "../browser/chromium.js";
import { serve } from "../browser/server.js";

/** @import {HintCode} from "../../www/types.js" */

const TYPES = fileURLToPath(new URL("../../src/wasm/types.d.ts", import.meta.url));
const PAIR = { identifier: "anna@example.com", password: "marker-7141" };

/** The contract's own list, from its types. @returns {HintCode[]} */
function codes() {
  const source = ts.createSourceFile(TYPES, readFileSync(TYPES, "utf8"), ts.ScriptTarget.Latest);
  const params = source.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === "HintParams");
  return /** @type {ts.InterfaceDeclaration} */ (params).members.map((member) => /** @type {HintCode} */ (/** @type {ts.Identifier} */ (member.name).text));
}

/** What TypeScript says of a module that stands beside www/testing.js. @param {string} code */
function faults(code) {
  const name = fileURLToPath(new URL("../../www/user.test.ts", import.meta.url));
  /** @type {ts.CompilerOptions} */
  const options = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: true, types: [], allowJs: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022 };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === name || fileExists.call(host, file);
  host.getSourceFile = (file, ...rest) => (file === name ? ts.createSourceFile(file, code, ts.ScriptTarget.ES2022) : getSourceFile.call(host, file, ...rest));
  return ts.getPreEmitDiagnostics(ts.createProgram([name], options, host)).map((fault) => ts.flattenDiagnosticMessageText(fault.messageText, "\n"));
}

describe("hint", () => {
  test("every code of the contract can be made, and has its text", async () => {
    const english = await loadLocale("en");
    assert.ok(codes().length > 40);
    for (const code of codes()) {
      const made = hint(code);
      assert.equal(made.code, code);
      assert.ok(say(made, english).text.length > 20, code);
    }
  });

  test("its defaults are what the contract wants, by type", () => {
    const list = codes().map((code) => `hint("${code}")`).join(", ");
    assert.deepEqual(faults(`
      import type { Assessment, Hint } from "./types.js";
      import { fakeGuard, hint } from "./testing.js";
      export const all: Hint[] = [${list}];
      hint("domainTypo").params.suggestion.length;
      hint("edgeSpace", { edge: "start" }).params.edge;
      // @ts-expect-error: another code's parameter
      hint("domainTypo", { edge: "end" });
      // @ts-expect-error: no such code
      hint("domainTipo");
      export const made: Assessment = fakeGuard({ verdict: "may", identifier: { fits: "no" }, hints: [hint("urlTyped")] }).assess({});
      // @ts-expect-error: no such verdict
      fakeGuard({ verdict: "surely" });
      // @ts-expect-error: the password is not kept
      fakeGuard().calls[0]?.password;`), []);
  });

  test("parameters replace the defaults and leave them as they were", () => {
    assert.deepEqual(hint("edgeSpace", { edge: "start" }), { code: "edgeSpace", field: "password", severity: "info", topic: "typing", private: true, params: { field: "password", edge: "start" } });
    assert.deepEqual(hint("edgeSpace", { field: "identifier" }).private, false);
    assert.deepEqual(hint("urlTyped", { verdict: "may" }).severity, "info");
    hint("tryOtherPassword").params.links.push({ rel: "help", href: "https://example.com/" });
    assert.deepEqual(hint("tryOtherPassword").params.links, []);
  });

  test("a code that is none is refused by name", () => {
    for (const code of ["domainTipo", "toString", ""]) assert.throws(() => hint(/** @type {HintCode} */ (code)), { name: "RangeError", message: new RegExp(`^hint: no code \`${code}\``) });
  });
});

describe("fakeGuard", () => {
  /** @type {[string, Parameters<typeof fakeGuard>[0], object, string][]} name, answer, what is asked, [status, verdict, codes, suggestion] */
  const table = [
    ["nothing said: an ordinary pair", undefined, PAIR, "ok silent [] undefined"],
    ["nothing typed", undefined, {}, "ok silent [] undefined"],
    ["the verdict follows from the hints", { hints: [hint("urlTyped")] }, PAIR, "ok probably [urlTyped] undefined"],
    ["the stronger one", { hints: [hint("urlTyped", { verdict: "may" }), hint("tokenTyped")] }, PAIR, "ok probably [urlTyped,tokenTyped] undefined"],
    ["a hint without a verdict leaves it silent", { hints: [hint("capsLockOn")] }, PAIR, "ok silent [capsLockOn] undefined"],
    ["unless the test says otherwise", { verdict: "may", hints: [hint("capsLockOn")] }, PAIR, "ok may [capsLockOn] undefined"],
    ["a suggested domain makes an address", { hints: [hint("domainTypo")] }, PAIR, "ok silent [domainTypo] anna@example.com"],
    ["a suggested address is one", { hints: [hint("invalidAddress", { suggestion: "eva@example.com" })] }, PAIR, "ok silent [invalidAddress] eva@example.com"],
    ["or the test says which", { hints: [hint("domainTypo")], identifier: { suggestion: "a@b.example" } }, PAIR, "ok silent [domainTypo] a@b.example"],
    ["by what is typed", ({ password }) => ({ hints: password ? [hint("tokenTyped")] : [] }), PAIR, "ok probably [tokenTyped] undefined"],
    ["by what is typed: nothing", ({ password }) => ({ hints: password ? [hint("tokenTyped")] : [] }), {}, "ok silent [] undefined"],
    ["by what the page saw", (_, { refused }) => (refused ? { hints: [hint("showPassword")] } : {}), PAIR, "ok silent [showPassword] undefined"],
    ["unavailable", { status: "unavailable" }, PAIR, "unavailable silent [] undefined"],
  ];
  for (const [name, answer, asked, expected] of table) {
    test(name, () => {
      const { status, verdict, hints, identifier } = fakeGuard(answer).assess(asked, { refused: 1 });
      assert.equal(`${status} ${verdict} [${hints.map(({ code }) => code)}] ${identifier.suggestion}`, expected);
    });
  }

  test("it answers with the keys of a real guard, and of one without WebAssembly", async () => {
    const keys = (/** @type {object} */ value) => Object.entries(value).map(([key, inner]) => (inner && typeof inner === "object" && !Array.isArray(inner) ? [key, Object.keys(inner).sort()] : key));
    const real = await createGuard({ service: "mailbox", provider: "infomaniak", today: "2026-11-22" });
    const pair = { identifier: "anna", password: "tkwo vqea zjmu hxib" };
    assert.deepEqual(keys(fakeGuard({ password: { issuer: "infomaniak" } }).assess(pair)), keys(real.assess(pair)));
    assert.deepEqual(keys(fakeGuard().guide()), ["rows"]);
    const none = { status: "unavailable", reason: "blocked", verdict: "silent", identifier: { form: "empty", fits: "unknown" }, password: { shape: "empty", expects: [] }, hints: [] };
    assert.deepEqual(fakeGuard({ status: "unavailable" }).assess(PAIR), none);
    assert.equal(fakeGuard({ status: "unavailable", reason: "off" }).assess(PAIR).reason, "off");
  });

  test("it keeps what it was asked, and of the password only that there was one", () => {
    const guard = fakeGuard();
    guard.assess(PAIR, { refused: 2, input: "pasted" });
    guard.assess({ identifier: "anna" });
    assert.deepEqual(guard.calls, [
      { identifier: "anna@example.com", hasPassword: true, observation: { refused: 2, input: "pasted" } },
      { identifier: "anna", hasPassword: false, observation: {} },
    ]);
    assert.ok(!JSON.stringify(guard).includes(PAIR.password));
  });

  test("answers are copies: a page that changes one changes no other", () => {
    const guard = fakeGuard({ hints: [hint("capsLockOn")] }, { rows: [], name: "Example Host" });
    guard.assess(PAIR).hints.length = 0;
    assert.equal(guard.assess(PAIR).hints.length, 1);
    guard.guide().name = "other";
    assert.deepEqual(guard.guide(), { rows: [], name: "Example Host" });
  });

  test("what no guard would answer is refused", () => {
    const four = [hint("capsLockOn"), hint("caseInverted"), hint("showPassword"), hint("urlTyped")];
    assert.throws(() => fakeGuard({ hints: four }).assess(PAIR), /4 hints/);
    assert.throws(() => fakeGuard({ status: "unavailable", hints: [hint("capsLockOn")] }).assess(PAIR), /unavailable/);
    assert.throws(() => fakeGuard({ password: /** @type {any} */ ({ issuers: ["github"] }) }).assess(PAIR), /`password\.issuer`/);
  });
});

describe("in a page", () => {
  const PAGE = `<!doctype html><html lang="en"><title>fake</title><form id="form">
    <label>E-mail address <input id="name" autocomplete="username"></label>
    <label>Password <input id="secret" type="password" autocomplete="current-password"></label><button type="button" id="go">Sign in</button></form>
    <script type="module">
      import { attach } from "/attach.js";
      import { fakeGuard, hint } from "/testing.js";
      window.guard = fakeGuard(({ identifier }, { refused }) => ({ hints: [
        ...(identifier.endsWith("exampel.com") ? [hint("domainTypo")] : []), ...(refused ? [hint("tryOtherPassword")] : [])] }));
      window.live = attach(form, { guard });
    </script></html>`;
  /** @type {Awaited<ReturnType<typeof launch>>} */ let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
  before(async () => { [browser, server] = await Promise.all([launch(), serve({ "/fake": PAGE })]); });
  after(async () => { await browser.close(); await server.close(); });

  test("attach shows its hints, takes its suggestion over, and no wasm is loaded", async () => {
    const tab = await browser.newPage();
    /** @type {string[]} */
    const faults = [];
    tab.on("pageerror", (error) => faults.push(error.message));
    await tab.goto(`${server.origin}/fake`);
    await tab.locator("#name").pressSequentially("anna@exampel.com");
    await tab.locator("#secret").pressSequentially("marker-7141");
    const status = tab.getByRole("status");
    await status.getByText("Check the spelling").waitFor();
    await tab.getByRole("button", { name: "Use example.com" }).click();
    assert.equal(await tab.locator("#name").inputValue(), "anna@example.com");
    await status.getByText("Check the spelling").waitFor({ state: "detached" });
    await tab.evaluate("live.refused()");
    await status.getByText("Try another one").waitFor();
    const calls = await tab.evaluate("guard.calls");
    assert.deepEqual(calls.at(-1), { identifier: "anna@example.com", hasPassword: true, observation: { capsLock: false, input: "typed", refused: 1 } });
    assert.ok(!JSON.stringify(calls).includes("marker-7141"));
    assert.deepEqual(server.requests.filter((path) => path.startsWith("/pkg/")), []);
    assert.deepEqual(faults, []);
  });
});
