// The package as people get it: packed, installed into an empty folder, used from Node; and what it weighs.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { LIMITS, sizes } from "../../scripts/size.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** @type {string} */
let folder;
/** @type {{ filename: string, files: { path: string }[] }} */
let packed;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "passkind-package-"));
  [packed] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { cwd: `${ROOT}www`, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", `./${packed.filename}`], { cwd: folder, stdio: "ignore" });
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a module in the folder and answers with what it printed. */
function run(/** @type {string} */ code) {
  writeFileSync(join(folder, "main.js"), code);
  return execFileSync(process.execPath, ["main.js"], { cwd: folder, encoding: "utf8" });
}

test("the package holds what it must and nothing of the demo", () => {
  const files = packed.files.map((file) => file.path).sort();
  for (const name of ["index.js", "dts/index.d.ts", "dts/types.d.ts", "attach.js", "guard/guard.js", "guard/profile.js", "text/catalogue.js", "text/swiss.js", ...["en", "fr", "de", "de-CH", "it", "es"].flatMap((tag) => [`locales/${tag}/hints.js`, `locales/${tag}/strength.js`, `dts/locales/${tag}/hints.d.ts`, `dts/locales/${tag}/strength.d.ts`]), "pkg/core.wasm", "pkg/inline.js", "pkg/sign-in.wasm", "pkg/inline-sign-in.js", "locales/de-CH/places.js", "providers/places/en.js", "strength.js", "strength-worker.js", "meter.js", "describe-rating.js", "testing.js", "dts/testing.d.ts", "reply.js", "reply/rules.js", "reply/rules.json", "dts/reply.d.ts", "words/de.js", "words/common.js", "words/LICENSES.txt", "pkg/strength.js", "pkg/strength.wasm", "LICENSE-MIT", "LICENSE-APACHE", "README.md"]) {
    assert.ok(files.includes(name), `${name} is missing among ${files}`);
  }
  assert.deepEqual(files.filter((name) => /demo|\.html|\.test\./.test(name)), []);
});

test("every language is a file at its subpath", () => {
  const tags = ["en", "fr", "de", "de-CH", "it", "es"];
  const printed = run(`for (const tag of ${JSON.stringify(tags)}) {
    const [hints, strength] = await Promise.all([import("passkind/locales/" + tag + "/hints.js"), import("passkind/locales/" + tag + "/strength.js")]);
    if (hints.default.lang !== tag || strength.default.lang !== tag) console.log(tag);
  } console.log("done");`);
  assert.equal(printed, "done\n");
});

test("it has no runtime dependencies", () => {
  const { dependencies, peerDependencies, scripts } = JSON.parse(readFileSync(join(folder, "node_modules/passkind/package.json"), "utf8"));
  assert.deepEqual({ dependencies, peerDependencies }, { dependencies: undefined, peerDependencies: undefined });
  assert.deepEqual(Object.keys(scripts), ["prepack"], "nothing runs where it is installed");
});

test("importing it has no effect, in Node too", () => {
  const printed = run(`const before = Object.keys(globalThis).length; await import("passkind"); await import("passkind/strength.js"); await import("passkind/meter.js"); console.log(Object.keys(globalThis).length - before);`);
  assert.equal(printed, "0\n");
});

test("it judges in Node, inlined and from its file", () => {
  const ask = `const guard = await createGuard({ service: "mailbox", provider: "infomaniak" });
    const { status, hints } = guard.assess({ identifier: "anna@ik.me", password: "Sommer24!" });
    console.log(status, hints[0].code, describe(hints[0], await loadLocale("en")).text.length > 0);`;
  assert.equal(run(`import { createGuard, describe, loadLocale } from "passkind"; ${ask}`), "ok mailboxPasswordExpected true\n");
  const file = `import { readFile } from "node:fs/promises"; import { createGuard, describe, load, loadLocale } from "passkind";
    await load(await readFile(new URL(import.meta.resolve("passkind/core.wasm"))));`;
  assert.equal(run(file + ask), "ok mailboxPasswordExpected true\n");
  // The smaller one is not enough for it: then the other comes by itself.
  assert.equal(run(file.replace("core.wasm", "sign-in.wasm") + ask), "ok mailboxPasswordExpected true\n");
  const server = `console.log(guard.assess({ server: "smpt.gmail.com" }).hints[0].code, guard.guide().rows.length > 5);`;
  assert.equal(run(file.replace("core.wasm", "sign-in.wasm") + ask + server), "ok mailboxPasswordExpected true\nserverTypo true\n");
});

test("it rates in Node, from its file and from bytes", () => {
  const ask = `const { status, score, hints } = await rate("Genève1291", { locale: "fr" }); console.log(status, score, hints[0].code);`;
  assert.equal(run(`import { rate } from "passkind/strength.js"; ${ask}`), "ok 1 tooShort\n");
  const file = `import { readFile } from "node:fs/promises"; import { load, rate } from "passkind/strength.js";
    await load(await readFile(new URL(import.meta.resolve("passkind/strength.wasm"))));`;
  assert.equal(run(file + ask), "ok 1 tooShort\n");
  const broken = `import { load, rate } from "passkind/strength.js"; await load(new Uint8Array([0, 97, 115, 109, 9])).catch((error) => console.log(error.name));`;
  assert.equal(run(broken + ask), "CompileError\nunavailable undefined tooShort\n");
});

test("elements: their files are there; what has an effect when imported is named, so that bundlers keep that and nothing else", () => {
  const files = packed.files.map((file) => file.path);
  for (const name of ["element.js", "define.js", "guide-element.js", "define-guide.js", "passkind.css", "locales/de/guide.js", "dts/define.d.ts", "dts/elements.d.ts", "dts/events.d.ts", "dts/locales/fr/guide.d.ts"]) {
    assert.ok(files.includes(name), `${name} is missing among ${files}`);
  }
  const { sideEffects, exports } = JSON.parse(readFileSync(join(folder, "node_modules/passkind/package.json"), "utf8"));
  assert.deepEqual(sideEffects, ["./define.js", "./define-guide.js", "./passkind.css", "./strength-worker.js"]);
  assert.equal(exports["./passkind.css"], "./passkind.css");
});

test("a core that will not load is an answer, and nothing is thrown", () => {
  const printed = run(`import { createGuard, load } from "passkind";
    await load(new Uint8Array([0, 97, 115, 109, 9])).catch((error) => console.log(error.name));
    delete globalThis.WebAssembly;
    const guard = await createGuard({ service: "account" });
    const { status, reason } = guard.assess({ identifier: "a", password: "b" });
    console.log(status, reason, guard.guide().rows.length);`);
  assert.equal(printed, "CompileError\nunavailable load 0\n");
});

test("without WebAssembly from the start, and with it where the page wants none, the core is JavaScript and answers the same", () => {
  const ask = `const guard = await createGuard({ service: "mailbox", provider: "google" });
    console.log(JSON.stringify([guard.assess({ identifier: "anna@gmial.com", password: "Sommer24!" }, { refused: 1 }), guard.guide()]));`;
  const whole = run(`import { createGuard } from "passkind"; ${ask}`);
  assert.match(whole, /"status":"ok".*domainTypo/);
  assert.equal(run(`delete globalThis.WebAssembly; const { createGuard } = await import("passkind"); ${ask}`), whole);
  assert.equal(run(`import { createGuard, load } from "passkind"; await load({ runtime: "script" }); WebAssembly.compile = WebAssembly.Module = undefined; ${ask}`), whole);
});

test("a trapped core is replaced: one trap leaves no answer out, two in a row one answer", () => {
  const printed = run(`import { createGuard } from "passkind";
    const guard = await createGuard({ service: "account", provider: "infomaniak" });
    const encodeInto = TextEncoder.prototype.encodeInto;
    let traps = 0;
    let trapped = 0;
    TextEncoder.prototype.encodeInto = function (...given) {
      if (trapped === traps) return encodeInto.apply(this, given);
      trapped++;
      throw new WebAssembly.RuntimeError("unreachable");
    };
    const password = "q7Rk w2Mx t9Bd \u00e9";
    const before = JSON.stringify(guard.assess({ password }));
    for (traps of [0, 1, 2]) {
      trapped = 0;
      const answer = guard.assess({ password });
      console.log(trapped, answer.status, answer.reason, JSON.stringify(answer) === before, guard.assess({ password }).status);
    }`);
  assert.equal(printed, "0 ok undefined true ok\n1 ok undefined true ok\n2 unavailable trapped false ok\n");
});

test("odd input is answered", () => {
  const printed = run(`import { createGuard } from "passkind";
    const guard = await createGuard({ service: "account", provider: "infomaniak" });
    const odd = [undefined, null, 7, {}, "\\ud800", "\\0", "e\\u0301".repeat(1000), "@".repeat(1e7), Symbol("a")];
    const statuses = odd.flatMap((text) => [guard.assess({ identifier: text, password: text }).status, guard.assess(text, text).status]);
    console.log([...new Set(statuses)].join());`);
  assert.equal(printed, "ok\n");
});

test("bad options are refused by name", () => {
  /** @type {[string, string, string, string][]} options, code, option, reason */
  const table = [
    ["{}", "missingOption", "service", "no service"],
    ["null", "wrongType", "options", "no options at all"],
    [`{ service: "account", servcie: "ftp" }`, "unknownOption", "servcie", "a typing error is not passed over"],
    [`{ service: 7 }`, "wrongType", "service", "a number"],
    [`{ service: "accounts" }`, "unknownService", "service", "no such service"],
    [`{ service: "publicCloud" }`, "", "", "declared by a built-in profile"],
    [`{ service: "account", provider: "nobody" }`, "unknownProvider", "provider", "no such provider"],
    [`{ service: "account", provider: 7 }`, "wrongType", "provider", "neither id nor profile"],
    [`{ service: "account", hostedDomains: "example.com" }`, "wrongType", "hostedDomains", "not a list"],
    [`{ service: "account", hostedDomains: ["example.com", "x"] }`, "badDomain", "hostedDomains[1]", "one label"],
    [`{ service: "account", hostedDomains: ["bücher.example"] }`, "", "", "the platform's ASCII form is used"],
    [`{ service: "account", today: "22.11.2026" }`, "badDate", "today", "another format"],
    [`{ service: "account", explainBeforeRefusal: "always" }`, "wrongType", "explainBeforeRefusal", "yes or no"],
    [`{ service: "account", explain: "always" }`, "unknownOption", "explain", "its name of before"],
    [`{ service: "account", profiles: [{ id: "own" }] }`, "missingOption", "profiles[0].name", "incomplete"],
    [`{ service: "account", provider: { id: "own", name: "Own", services: [{ service: "account", identifier: { forms: ["address"] }, expects: ["accountPassword"], links: [{ rel: "reset", href: "http://own.example" }] }] } }`, "badLink", "provider.services[0].links[0].href", "not https"],
    [`{ service: "account", provider: { id: "own", name: "Own", services: [{ service: "account", identifier: { forms: ["address"], patterns: ["[a"] }, expects: ["accountPassword"] }] } }`, "badPattern", "provider.services[0].identifier.patterns[0]", "an open class"],
    [`{ service: "account", provider: { id: "own", name: "Own", services: [{ service: "account", identifier: { forms: ["email"] }, expects: [] }] } }`, "wrongType", "provider.services[0].identifier.forms[0]", "no such form"],
  ];
  const printed = run(`import { createGuard, PasskindError } from "passkind";
    for (const options of [${table.map(([options]) => options).join(",\n")}]) {
      const error = await createGuard(options).then(() => undefined, (error) => error);
      console.log(JSON.stringify(error instanceof PasskindError ? [error.code, error.option, error.message.includes(error.option)] : ["", "", error === undefined]));
    }`);
  const answers = printed.trim().split("\n").map((answer) => JSON.parse(answer));
  assert.deepEqual(answers, table.map(([, code, option]) => [code, option, true]));
});

test("a sign-in page downloads no more than it may", async () => {
  const measured = await sizes();
  for (const [way, limit] of Object.entries(LIMITS)) {
    const bytes = measured[/** @type {keyof typeof LIMITS} */ (way)];
    assert.ok(bytes <= limit, `${way}: ${bytes} bytes, limit ${limit}; see what grew with: node scripts/size.mjs, twiggy top www/pkg/core.wasm`);
  }
});
