/**
 * The recipes of CONTRIBUTING.md, each walked through on a copy: a hint code, a shape of secrets, a language, a tool of the matrix. What a recipe
 * says is run is run, and what is left out is noticed. Every place that a step names must be there: an insertion fails without it.
 */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** One place for all recipes, so that the crate is compiled there once and then only what a recipe touches. */
const COPY = join(ROOT, "target/recipes/copy");
const FILES = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" }).split("\0").filter((path) => path && existsSync(join(ROOT, path)));
const CONTRIBUTING = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");
const MINUTES = 60_000;

/** Without what make and node:test hand on to what they start: a make of its own, tests of its own. */
const { MAKEFLAGS: _flags, MFLAGS: _more, MAKELEVEL: _level, NODE_TEST_CONTEXT: _context, ...ENV } = process.env;

beforeEach(copy);
after(() => rmSync(dirname(COPY), { recursive: true, force: true }));

/** The tree and what was generated in it; of npm's packages everything but the project's own, which must be the copy's. */
function copy() {
  rmSync(COPY, { recursive: true, force: true });
  for (const path of FILES) {
    mkdirSync(dirname(join(COPY, path)), { recursive: true });
    copyFileSync(join(ROOT, path), join(COPY, path));
  }
  cpSync(join(ROOT, "www"), join(COPY, "www"), { recursive: true });
  mkdirSync(join(COPY, "target"));
  for (const name of ["build.json", "toolchain.stamp"]) copyFileSync(join(ROOT, "target", name), join(COPY, "target", name));
  mkdirSync(join(COPY, "node_modules"));
  for (const name of readdirSync(join(ROOT, "node_modules"))) {
    if (name === ".package-lock.json") copyFileSync(join(ROOT, "node_modules", name), join(COPY, "node_modules", name));
    else symlinkSync(name === "passkind" ? "../www" : join(ROOT, "node_modules", name), join(COPY, "node_modules", name));
  }
}

/** @param {string} path */
const read = (path) => readFileSync(join(COPY, path), "utf8");

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(dirname(join(COPY, path)), { recursive: true });
  writeFileSync(join(COPY, path), text);
}

/** Puts a text before a place that must be there once. @param {string} path @param {string} place @param {string} text */
function insert(path, place, text) {
  const parts = read(path).split(place);
  assert.equal(parts.length, 2, `${path}: the place is there ${parts.length - 1} times: ${place}`);
  write(path, parts.join(text + place));
}

/** @param {string} path @param {object[]} rows */
const append = (path, ...rows) => write(path, read(path) + rows.map((row) => `${JSON.stringify(row)}\n`).join(""));

/** What differs from the tree, in the order of names; what git ignores is left out. */
function touched() {
  const text = (/** @type {string} */ folder, /** @type {string} */ path) => existsSync(join(folder, path)) ? readFileSync(join(folder, path), "latin1") : "";
  const changed = [...new Set([...FILES, ...files("")])].filter((path) => text(ROOT, path) !== text(COPY, path));
  const ignored = new Set(spawnSync("git", ["check-ignore", "--no-index", "--stdin"], { cwd: ROOT, encoding: "utf8", input: changed.join("\n") }).stdout.split("\n"));
  return changed.filter((path) => !ignored.has(path)).sort();
}

/** @param {string} folder of the copy @returns {string[]} */
function files(folder) {
  return readdirSync(join(COPY, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ["target", "node_modules"].includes(path) ? [] : files(path);
    return [path];
  });
}

/** As either reporter prints it. @param {string} titles */
const failed = (titles) => new RegExp(`(not ok \\d+ -|✖) (${titles})`);

/** What a recipe's own commands say; each must stand in it. @param {string} heading */
function recipe(heading) {
  const text = CONTRIBUTING.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0]?.replace(/\s+/g, " ");
  assert.ok(text, heading);
  /** @param {string} command @param {string} [folder] */
  const run = (command, folder = "") => {
    assert.ok(text.includes(`\`${command}\``), `${heading} does not say: ${command}`);
    return shell(command, folder);
  };
  return {
    /** @param {string} command @param {string} [folder] */
    passes(command, folder) {
      const { isDone, printed } = run(command, folder);
      assert.ok(isDone, `${command}\n${printed.slice(-4_000)}`);
      return printed;
    },
    /** What is left out at this point is noticed. @param {RegExp} because @param {string} command */
    refuses(because, command) {
      const { isDone, printed } = run(command);
      assert.ok(!isDone, `${command} passes, though something was left out`);
      assert.match(printed, because, command);
      return printed;
    },
  };
}

/** @param {string} command @param {string} [folder] */
function shell(command, folder = "") {
  const env = { ...ENV, CARGO_TARGET_DIR: join(ROOT, "target"), CARGO_TERM_COLOR: "never", NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync("sh", ["-ec", command], { cwd: join(COPY, folder), env, encoding: "utf8", maxBuffer: 1e8, timeout: 9 * MINUTES });
  return { isDone: status === 0, printed: stdout + stderr };
}

const CASES = "tests/data/cases.jsonl";
const JUDGE = `cargo run --example eval -- assess ${CASES}`;
const ADDRESS = { service: "account", provider: "infomaniak", identifier: "anna@example.ch" };

/** @param {string} printed by `eval assess` */
function everyCaseHolds(printed) {
  const { cases, passed } = JSON.parse(/^\{"cases".*\}$/m.exec(printed)?.[0] ?? "{}");
  assert.ok(cases > 1_000);
  assert.equal(passed, cases, printed.slice(0, 4_000));
}

test("add a hint code: as CONTRIBUTING says", { timeout: 20 * MINUTES }, () => {
  const { passes, refuses } = recipe("Add a hint code");
  insert("src/hint.rs", "    }\n    Spelling {", `        /// The same text twice in a row, as after pasting twice
        TypedTwice = "typedTwice", password, info, private;\n`);
  insert("src/hints/typing.rs", "    if let Some(wrapper) = secret.wrapper {\n", `    if password.len() >= 16 && password.split_at_checked(password.len() / 2).is_some_and(|(once, again)| once == again) {
        hints.tell(HintKind::TypedTwice);
    }\n`);
  const renew = "RENEW=1 cargo test --test contract";
  refuses(/no case gives \["typedTwice"\]/, renew);

  const lacking = [...refuses(/typedTwice/, "make types").matchAll(/^(www\/locales\/.*?)\(\d+,\d+\): error/gm)].map(([, path]) => path);
  const texts = {
    de: "Passwort: Derselbe Text steht hier zweimal, wie nach zweimaligem Einfügen. Leeren Sie das Feld und geben Sie ihn einmal ein.",
    en: "Password: the same text stands here twice, as when it is pasted twice. Empty the field and enter it once.",
    es: "Contraseña: el mismo texto figura aquí dos veces, como al pegarlo dos veces. Vacíe el campo e introdúzcalo una vez.",
    fr: "Mot de passe\u00a0: le même texte figure ici deux fois, comme après un double collage. Videz le champ et saisissez-le une fois.",
    it: "Password: lo stesso testo compare qui due volte, come se incollato due volte. Svuoti il campo e lo inserisca una volta.",
  };
  const catalogues = Object.keys(texts).map((tag) => `www/locales/${tag}/hints.js`);
  const made = "www/locales/de-CH/hints.js"; // of the German ones
  assert.deepEqual([...new Set(lacking)].filter((path) => path !== made).sort(), catalogues, "each catalogue that lacks the text is named");
  for (const [tag, text] of Object.entries(texts)) insert(`www/locales/${tag}/hints.js`, "\n    domainTypo:", `    typedTwice: ${JSON.stringify(text)},\n`);
  passes("make types");
  passes("node --test tests/package/describe.test.js");

  refuses(/typedTwice/, "node --test tests/package/codes.test.js");
  append(CASES,
    { id: "recipe-typed-twice", ...ADDRESS, password: "Kirschbaum7!Kirschbaum7!", expect: { verdict: "silent", codes: ["typedTwice"] }, why: "Pasted twice." },
    { id: "recipe-typed-nearly-twice", ...ADDRESS, password: "Kirschbaum7!Kirschbaum8!", expect: { verdict: "silent", maxHints: 0 }, why: "Two words that are alike." });
  insert("tests/core/contract.rs", `    "Sommer24!",\n`, `    "Sommer24!Sommer24!",\n`);
  passes(renew);
  passes("node --test tests/package/codes.test.js");
  everyCaseHolds(passes(JUDGE));

  assert.deepEqual(touched(), [
    "docs/codes.md", "src/hint.rs", "src/hints/typing.rs", "src/wasm/types.d.ts", "tests/core/contract.rs", CASES, ...catalogues, "www/testing.js",
  ]);
});

test("add a shape of secrets: as CONTRIBUTING says", { timeout: 20 * MINUTES }, () => {
  const { passes, refuses } = recipe("Add a shape of secrets");
  insert("src/secret/shape.rs", "    /// A wallet's words.\n", "    /// The key that a wallet derives all others from.\n    WalletKey,\n");
  insert("src/secret/shape.rs", "    } else if is_url(text) {\n", "    } else if wallet::is_wallet_key(text) {\n        Shape::WalletKey\n");
  insert("src/secret/shape.rs", "};\n\n/// What a secret looks like.", ", wallet");
  insert("src/secret.rs", "mod words;\n", "mod wallet;\n");
  write("src/secret/wallet.rs", `//! Extended private keys of wallets.

use crate::pattern::{Case, Pattern};

/// BIP-32: 82 bytes in Base58, whose first are those of \`xprv\`.
pub(super) fn is_wallet_key(text: &str) -> bool {
    const KEY: Pattern = Pattern::new("xprv[1-9A-HJ-NP-Za-km-z]{107}");
    KEY.matches(text, Case::Differs)
}

#[cfg(test)]
mod tests {
    use super::is_wallet_key;

    #[test]
    fn wallet_keys() {
        // (text, is one, reason)
        let table = [
            (["xprv", &"9aB3d".repeat(21), "cD"].concat(), true, "as wallets export it"),
            (["xpub", &"9aB3d".repeat(21), "cD"].concat(), false, "public"),
            (["xprv", &"9aB3d".repeat(21), "c"].concat(), false, "a sign short"),
            (["xprv", &"0aB3d".repeat(21), "cD"].concat(), false, "a zero is not in Base58"),
        ];
        for (text, expected, reason) in table {
            assert_eq!(is_wallet_key(&text), expected, "{reason}");
        }
    }
}
`);
  refuses(/WalletKey` not covered/, JUDGE);
  insert("src/verdict.rs", "        Shape::SeedPhrase => ", "        Shape::WalletKey => (Evidence::Strong, HintKind::PrivateKeyTyped),\n");

  const compare = "node --test tests/package/codes.test.js";
  refuses(/walletKey/, compare);
  insert("src/wasm/types.d.ts", `"seedPhrase" |`, `"walletKey" | `);
  passes(compare);

  insert("tests/trust/residue/kinds.js", `  "a link": `, `  "a wallet's key": (c) => { const marker = signs(c, 107); return secretOf(\`xprv\${marker}\`, [marker], "walletKey"); },\n`);
  const { isDone, printed } = shell(`node --input-type=module -e 'import { chance, KINDS } from "./tests/trust/residue/kinds.js"; console.log(KINDS["a wallet\\u0027s key"](chance(1)).password)'`);
  assert.ok(isDone, printed);
  append(CASES,
    { id: "recipe-wallet-key", ...ADDRESS, password: printed.trim(), expect: { verdict: "probably", codes: ["privateKeyTyped"] }, why: "A wallet's key is no password." },
    { id: "recipe-wallet-public-key", ...ADDRESS, provider: undefined, password: printed.trim().replace("xprv", "xpub"), expect: { verdict: "silent", maxHints: 0 }, why: "Public, and looks like a generated password." });
  everyCaseHolds(passes(JUDGE));
  const own = shell("cargo test --lib wallet_keys");
  assert.match(own.printed, /test secret::wallet::tests::wallet_keys \.\.\. ok/);

  assert.deepEqual(touched(), [
    "src/secret.rs", "src/secret/shape.rs", "src/secret/wallet.rs", "src/verdict.rs", "src/wasm/types.d.ts", CASES, "tests/trust/residue/kinds.js",
  ]);
});

test("add a language: as CONTRIBUTING says", { timeout: 20 * MINUTES }, () => {
  const { passes, refuses } = recipe("Add a language");
  const KINDS_OF_TEXT = ["guide", "hints", "strength"];
  const inPortuguese = (/** @type {string} */ text) => text.replace(`lang: "es"`, `lang: "pt"`);
  // The words stay Spanish: what is walked through is where they go.
  insert("build/schema.rs", "        es: Text,\n", "        pt: Text,\n");
  insert("build/schema.rs", `("it", &self.it)]`, `("pt", &self.pt), `);
  refuses(/missing field `pt`/, "make types");
  const named = readdirSync(join(COPY, "providers")).map((name) => `providers/${name}`).filter((path) => path.endsWith(".toml") && read(path).includes("[places."));
  for (const path of named) write(path, read(path).replace(/^es = (".*")$/gm, "$&\npt = $1"));
  passes("make types");
  for (const kind of KINDS_OF_TEXT) {
    const spanish = read(`www/locales/es/${kind}.js`);
    assert.match(spanish, /lang: "es"/);
    write(`www/locales/pt/${kind}.js`, inPortuguese(spanish));
  }
  const ask = "node --test tests/package/describe.test.js tests/package/guide-words.test.js";
  refuses(failed("each file of a language is one of the table"), ask);

  const catalogues = "tests/package/catalogues.js";
  const [row = ""] = /^ {2}\{\n {4}tag: "es".*?^ {2}\},\n/ms.exec(read(catalogues)) ?? [];
  assert.ok(row);
  insert(catalogues, "];\n\n/** @param {unknown} tree", row.replace(`tag: "es", hints: es, strength: strengthEs`, `tag: "pt", hints: pt, strength: strengthPt`));
  insert(catalogues, "import strengthEn", `import pt from "../../www/locales/pt/hints.js";\nimport strengthPt from "../../www/locales/pt/strength.js";\n`);
  insert(catalogues, `].map(loadLocale)`, `, "pt"`);
  // A shelf after the other: each is missed while it lacks the line.
  refuses(failed("each file of a language is one of the table"), ask);
  insert("www/text/locales.js", "};\n/** @type {Shelf<Places>} */", `  pt: () => import("../locales/pt/hints.js"),\n`);
  insert("www/text/locales.js", "};\n\n/** @param {string} locale", `  pt: () => import("../providers/places/pt.js"),\n`);
  const shelves = { "www/describe-rating.js": "strength", "www/guide/texts.js": "guide" };
  for (const [path, kind] of Object.entries(shelves)) {
    refuses(failed("each file of a language is one of the table|an app password has one name"), ask);
    const folder = path.includes("guide") ? "../" : "./";
    insert(path, "};\n\n/**\n * Brings the", `  pt: () => import("${folder}locales/pt/${kind}.js"),\n`);
  }
  passes(ask);

  write("www/locales/pt/hints.js", read("www/locales/pt/hints.js").replace(/^ {4}notComposed: .*\n/m, ""));
  refuses(/locales\/pt\/hints\.js\(.*notComposed/, "make types");
  write("www/locales/pt/hints.js", inPortuguese(read("www/locales/es/hints.js")));
  passes("make types");

  insert("src/secret/wrapped.rs", `token";`, "senha\\n");
  append(CASES,
    { id: "recipe-label", ...ADDRESS, password: "Senha: Kirschbaum7!", expect: { verdict: "silent", codes: ["wrapperTyped"] }, why: "Portuguese for password." },
    { id: "recipe-no-label", ...ADDRESS, password: "Senhas: Kirschbaum7!", expect: { verdict: "silent", maxHints: 0 }, why: "Another word." });
  const { printed } = shell(JUDGE);
  everyCaseHolds(printed);

  const screens = shell(`node --test --test-reporter=tap --test-name-pattern="pt, 320 px" tests/browser/languages.test.js`);
  assert.ok(screens.isDone, screens.printed.slice(-4_000));
  assert.equal([...screens.printed.matchAll(/^ *ok \d+ - pt, 320 px, text at (100|200) %$/gm)].length, 2, "both sizes were asked");

  assert.deepEqual(touched(), [
    "build/schema.rs", ...named, "src/secret/wrapped.rs", CASES, catalogues, "www/describe-rating.js", "www/guide/texts.js", ...KINDS_OF_TEXT.map((kind) => `www/locales/pt/${kind}.js`), "www/text/locales.js",
  ]);
});

test("add a tool to the matrix: as CONTRIBUTING says", { timeout: 20 * MINUTES }, () => {
  const { passes, refuses } = recipe("Add a tool to the matrix");
  // One that another tool of the matrix brings along, so that nothing new is downloaded.
  const { version } = JSON.parse(read("matrix/package-lock.json")).packages["node_modules/terser"];
  const manifest = JSON.parse(read("matrix/package.json"));
  assert.equal(manifest.dependencies.terser, undefined);
  manifest.dependencies.terser = version;
  write("matrix/package.json", `${JSON.stringify(manifest, null, 2)}\n`);
  passes("npm install --package-lock-only --omit-lockfile-registry-resolved", "matrix");
  const lock = JSON.parse(read("matrix/package-lock.json"));
  assert.equal(lock.packages[""].dependencies.terser, version);

  const build = "esbuild ask.js --bundle --format=esm --platform=node --outfile=bundle.js\nterser bundle.js --module --compress --mangle --output ask.min.js\n";
  write("matrix/terser/ask.js", `import { createGuard } from "passkind";

const guard = await createGuard({ service: "mailbox", provider: "infomaniak" });
const { status, hints } = guard.assess({ identifier: "anna@ik.me", password: "Sommer24!" });
console.log(status, ...hints.map(({ code }) => code));
`);
  write("matrix/terser/build.sh", build);
  write("matrix/terser/consumer.js", `import assert from "node:assert/strict";

/** @type {import("../project.js").Consumer} */
export default {
  tool: "terser",
  pages: false,
  checks: {
    "minified: guard": async ({ sh, node }) => {
      await sh("build.sh");
      assert.equal(await node("ask.min.js"), "ok mailboxPasswordExpected\\n");
    },
  },
};
`);
  const compare = "node --test tests/package/bundlers.test.js";
  refuses(/'terser'/, compare);
  insert("scripts/matrix.mjs", `"rollup", "parcel"`, `"terser", `);
  passes(compare);

  const [major] = version.split(".");
  insert("docs/bundlers.md", "| no bundler |", `| Terser ${major} | nothing to do | as after the bundler before it |\n`);
  insert("docs/bundlers.md", "## The core as a file of its own\n", `## Terser\n\n\`\`\`sh matrix/terser/build.sh\n${build}terser none.js\n\`\`\`\n\n`);
  refuses(failed("every version named is the one that is installed"), compare);
  insert("tests/package/bundlers.test.js", `["Rollup", "rollup"]`, `["Terser", "terser"], `);
  refuses(failed("the snippet of matrix/terser/build.sh is what the matrix builds"), compare);
  write("docs/bundlers.md", read("docs/bundlers.md").replace("terser none.js\n", ""));
  passes(compare);

  // `make matrix ONLY=terser` builds the package first, which the gate has done: this is what it runs then.
  const { isDone, printed } = shell("node scripts/matrix.mjs terser");
  assert.ok(isDone, printed.slice(-4_000));
  assert.match(printed, new RegExp(`^terser +${version.replaceAll(".", "\\.")} +minified: guard +passed `, "m"));
  assert.match(printed, /^1 passed, 0 failed$/m);

  assert.deepEqual(touched(), [
    "docs/bundlers.md", "matrix/package-lock.json", "matrix/package.json", "matrix/terser/ask.js", "matrix/terser/build.sh", "matrix/terser/consumer.js",
    "scripts/matrix.mjs", "tests/package/bundlers.test.js",
  ]);
});
