/** The providers in the package: made of `providers/*.toml` and of nothing else, each alone as good as all together. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { createGuard, loadLocale } from "../../www/index.js";
import { languages } from "./catalogues.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const IDS = readdirSync(join(ROOT, "providers")).filter((name) => name.endsWith(".toml")).map((name) => name.slice(0, -".toml".length));
const BUILT = readdirSync(join(ROOT, "www/providers")).filter((name) => name.endsWith(".js") && !["all.js", "policies.js"].includes(name)).map((name) => name.slice(0, -3));

/** Names and secrets of every kind that a provider's rules tell apart. */
const NAMES = ["", "anna", "anna@gmail.com", "anna@ik.me", "anna@example.org", "abcd_name", "AB12345", "12345678", "apikey", "PCU-AB12CD"];
const SECRETS = ["", "Kirschbaum7!", "kfzq wnrt bxmd hjvp", "tkwovqeazjmuhxib", "hZ3kQ-8wVbT-m4RxN-2cYpL-7gJdS", "ghp_16C7e42F292c6912E7710c838347Ae178B4a", "1234 5679", "3f9a2-8c1de"];

/** The files of a folder below the root, one under another. @param {string} folder @returns {string[]} */
const files = (folder) => readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));

/** Code without its comments, and of Rust without its tests, which need examples. @param {string} text */
const code = (text) => text.replace(/^#\[cfg\(test\)\]\nmod tests \{[\s\S]*/m, "").replace(/^\s*(\/\/|\/\*|\*).*$/gm, "").replace(/ \/\/ .*$/gm, "");
/** Ids that stand there as a text, or in a script as the name of a field. @param {string} text @param {boolean} [isScript] */
const named = (text, isScript = true) => IDS.filter((id) => new RegExp(`(["'\`])${id}\\1${isScript ? `|(^|[{,]\\s*)${id}:` : ""}`, "m").test(code(text)));

describe("facts stand in providers/ alone", () => {
  test("no id of a provider in src/ or www/", () => {
    assert.deepEqual(named('const a = { infomaniak: 1 };\n if (maker === "slack") x(); // "github"\n/** "gitlab" */'), ["infomaniak", "slack"]);
    const generated = /^www\/(pkg|providers|dts|words|demo)\/|^www\/(types\.d\.ts|integrity\.json)$/;
    const own = [...files("src"), ...files("www")].filter((file) => /\.(rs|js|ts|html|css)$/.test(file) && !generated.test(file));
    assert.ok(own.length > 80, `${own.length} files`);
    const found = own.flatMap((file) => named(readFileSync(join(ROOT, file), "utf8"), !file.endsWith(".rs")).map((id) => `${file}: ${id}`));
    assert.deepEqual(found, []);
  });

  test("the names of places are in each language's catalogue", async () => {
    const named = readdirSync(join(ROOT, "www/providers/places")).map((name) => name.slice(0, -".js".length));
    assert.deepEqual(named, languages.map(({ tag }) => tag).filter((tag) => tag !== "de-CH").sort(), "Swiss German is made from German");
    for (const language of named) {
      const { default: places } = await import(`../../www/providers/places/${language}.js`);
      const { places: told } = await loadLocale(language);
      assert.deepEqual({ ...told }, { ...places }, language);
      assert.ok(places.infomaniak.devices.length > 10, language);
    }
  });
});

describe("www/providers/", () => {
  test("each provider's module says what the built-in one says", async () => {
    assert.ok(BUILT.length >= 45, BUILT.join(" "));
    for (const id of BUILT) {
      const { default: profile } = await import(`../../www/providers/${id}.js`);
      for (const { service } of [...profile.services, { service: "account" }]) {
        for (const today of ["2026-11-27", "2028-06-01", "2035-01-01"]) {
          const own = await createGuard({ service, provider: profile, today });
          const builtIn = await createGuard({ service, provider: id, today });
          for (const identifier of NAMES) for (const password of SECRETS) for (const refused of [0, 2]) {
            const asked = [{ identifier, password }, { refused }];
            assert.deepEqual(own.assess(...asked), builtIn.assess(...asked), `${id} ${service} ${today} ${identifier} ${password} ${refused}`);
          }
          assert.deepEqual(own.guide(), builtIn.guide(), `${id} ${service}`);
        }
      }
    }
  });

  test("all of them are one text, and a file of 15 kB at most", async () => {
    const text = readFileSync(join(ROOT, "www/providers/all.txt"), "utf8");
    const { default: same } = await import("../../www/providers/all.js");
    assert.equal(same, text);
    const bytes = brotliCompressSync(readFileSync(join(ROOT, "www/providers/all.js"))).length;
    assert.ok(bytes <= 15_000, `${bytes} bytes after brotli`);
  });
});

test("a provider is added by one file alone", async () => {
  const copy = mkdtempSync(join(ROOT, "target", "one-file-"));
  try {
    for (const name of ["src", "build", "providers", "replies", "examples", "patches", "scripts", "Cargo.toml", "Cargo.lock", "rust-toolchain.toml", "README.md"]) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
    cpSync(join(ROOT, "tests/core"), join(copy, "tests/core"), { recursive: true });
    mkdirSync(join(copy, "www"));
    // The worked example of the schema is what somebody would write.
    const [, example = ""] = readFileSync(join(ROOT, "providers/README.md"), "utf8").split("```toml\n");
    writeFileSync(join(copy, "providers/example-host.toml"), /** @type {string} */ (example.split("```")[0]));
    const env = { ...process.env, CARGO_TARGET_DIR: join(ROOT, "target") };
    execFileSync(process.execPath, ["scripts/providers.mjs"], { cwd: copy, env, stdio: ["ignore", "ignore", "inherit"] });

    const cases = join(copy, "cases.jsonl");
    writeFileSync(cases, [
      { id: "a", service: "mailbox", identifier: "anna@example.org", password: "Kirschbaum7!", provider: "example-host", expect: { verdict: "probably", codes: ["appPasswordExpected"] } },
      { id: "b", service: "mailbox", identifier: "anna@example.org", password: "{{a-z*5}}-{{a-z*5}}-{{a-z*5}}-{{a-z*5}}", provider: "example-host", expect: { verdict: "silent", maxHints: 0 } },
    ].map((row) => JSON.stringify(row)).join("\n"));
    const said = execFileSync("cargo", ["run", "--quiet", "--locked", "--example", "eval", "--", "assess", cases], { cwd: copy, env, encoding: "utf8" });
    assert.deepEqual(JSON.parse(/** @type {string} */ (said.trim().split("\n").at(-1))), { cases: 2, passed: 2, falseHints: 0, missed: 0 });

    const { default: profile } = await import(pathToFileURL(join(copy, "www/providers/example-host.js")).href);
    const guard = await createGuard({ service: "mailbox", provider: profile });
    const { verdict, hints: [hint] } = guard.assess({ identifier: "anna@example.org", password: "Kirschbaum7!" });
    assert.deepEqual([verdict, hint?.code, hint?.params.place, hint?.params.length], ["probably", "appPasswordExpected", "devices", 20]);
    assert.equal(profile.places.fr.devices, "dans votre compte, sous Appareils");
    const { default: places } = await import(pathToFileURL(join(copy, "www/providers/places/fr.js")).href);
    assert.equal(places["example-host"].devices, profile.places.fr.devices);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
