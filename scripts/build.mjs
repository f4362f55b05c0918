// Builds the package's generated files: www/pkg/ (core.wasm, also inlined, and strength.wasm with its glue),
// www/words/ (scripts/words.mjs), www/THIRD-PARTY.txt (scripts/notices.mjs) and www/types.d.ts.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync, constants } from "node:zlib";
import { build } from "esbuild";
import { CORE_STACK_BYTES, STRENGTH_STACK_BYTES } from "../www/wipe.js";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const TOOLS = join(ROOT, "target", "tools", "bin");
const PKG = join(ROOT, "www", "pkg");
const TARGET = "wasm32-unknown-unknown";

/** Tables as text, for `--cfg passkind_packed`. */
const [PROFILES, TOKENS] = ["profiles.txt", "tokens.txt"].map((name) => join(ROOT, "target", name));

const run = (command, args, env = {}) =>
  execFileSync(command, args, { cwd: ROOT, stdio: "inherit", env: { ...process.env, ...env } });

/**
 * Compiles the crate with a standard library of its own, in which a panic is a trap and nothing else: 6 kB less after
 * brotli, and no panic message that could hold what was typed. The flags are unstable; the toolchain is pinned.
 */
function compile(flags = "", { features = "", level = "z", own = [] } = {}) {
  const home = process.env.CARGO_HOME ?? join(process.env.HOME ?? "", ".cargo");
  run("cargo", [
    "rustc", "--quiet", "--release", "--lib", "--locked", "--target", TARGET, "--target-dir", "target/package",
    "-Zbuild-std=std,panic_abort", `-Zbuild-std-features=${level === "z" ? "optimize_for_size" : ""}`,
    "--features", features, "--", ...own, // for the last crate only: the rest is not compiled again
  ], {
    RUSTC_BOOTSTRAP: "1",
    PASSKIND_PROFILES: PROFILES,
    PASSKIND_TOKENS: TOKENS,
    CARGO_PROFILE_RELEASE_OPT_LEVEL: level,
    // No machine's paths in the file, so that two folders give the same bytes.
    RUSTFLAGS: `${stack(features === "strength" ? STRENGTH_STACK_BYTES : CORE_STACK_BYTES)} -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none --remap-path-prefix=${ROOT}=. --remap-path-prefix=${home}=~ ${level === "z" ? SMALLER : ""} ${flags}`,
  });
  return `target/package/${TARGET}/release/passkind.wasm`;
}

/** At the beginning of memory, so that what overflows it traps; and no larger than the shell can wipe after every call. */
const stack = (bytes) => `-Clink-arg=--stack-first -Clink-arg=-zstack-size=${bytes}`;

/**
 * A function of some size is put in where it is called: what is known there makes it shorter. DESIGN.md has other thresholds and
 * levels beside it.
 * Without reference types wasm-bindgen needs no table of objects, and so nothing of JavaScript's.
 */
const SMALLER = "-Cllvm-args=-inline-threshold=65 -Ctarget-feature=-reference-types";

/** What all three engines have had for years; wasm-opt must be told since the file's own list is stripped. */
const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

/** wasm-opt's passes: what the core is small by, and what makes zxcvbn fast. */
// Nothing lies in the first kilobyte, which is the far end of the stack. `--ignore-implicit-traps` would read behind the ends of texts.
const SMALL = [
  "--low-memory-unused", "-Oz", "--flatten", "--rereloop", "-Oz", "-aimfs", "6", "-ocimfs", "60", "--gufa-optimizing", "-Oz", "--monomorphize", "--dae", "-Oz",
  "--simplify-locals-nostructure", "--reorder-locals", "--vacuum",
];
const FAST = ["-O3"];

function bind(compiled, folder, name, passes) {
  mkdirSync(folder, { recursive: true });
  run(join(TOOLS, "wasm-bindgen"), [
    "--target", "web", "--omit-default-module-path", "--experimental-reset-state-function", "--out-name", name, "--out-dir", folder, compiled,
  ]);
  run(process.execPath, [
    join(ROOT, "node_modules/binaryen/bin/wasm-opt"), ...passes, "--strip-debug", "--strip-producers", "--strip-target-features",
    ...FEATURES.map((feature) => `--enable-${feature}`), "-o", join(folder, `${name}.wasm`), join(folder, `${name}_bg.wasm`),
  ]);
  rmSync(join(folder, `${name}_bg.wasm`));
  rmSync(join(folder, `${name}_bg.wasm.d.ts`));
  const types = join(ROOT, "src/wasm", `${name}.d.ts`);
  if (existsSync(types)) copyFileSync(types, join(folder, `${name}.d.ts`));
}

/** What `www/rater.js` and its thread call; the rest of the glue, which fetches and streams, is left out. */
const USED = ["__wbg_reset_state", "atLeast", "effort", "initSync", "learn", "rate"];

/** The strength file's glue without what nobody calls, a third less, and without its console lines, which nothing here leads to. */
async function shake() {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${USED.join(", ")} } from "./strength.js";`, resolveDir: PKG },
    bundle: true, format: "esm", target: "es2022", drop: ["console"], write: false,
  });
  writeFileSync(join(PKG, "strength.js"), outputFiles[0].contents);
}

/** base64 of deflate-raw: 16 to 24 % over the file itself once the server compresses; base64 alone 40 %. */
function inline() {
  const packed = deflateRawSync(readFileSync(join(PKG, "core.wasm")), { level: constants.Z_BEST_COMPRESSION, memLevel: 9 }).toString("base64");
  writeFileSync(join(PKG, "inline.js"), `/** core.wasm, deflated, in base64. */\nexport default "${packed}";\n`);
  writeFileSync(join(PKG, "inline.d.ts"), "declare const packed: string;\nexport default packed;\n");
}

// `--account-only`: the core of a page that has one provider's account form, to tell what the others add to everybody's.
if (process.argv.includes("--account-only")) {
  bind(compile("--cfg passkind_one_provider"), join(ROOT, "target", "account-only"), "core", SMALL);
  process.exit();
}
// `--trap`: a core that traps when told to (src/wasm/trap.rs), for the tests of what happens then.
if (process.argv.includes("--trap")) {
  pack();
  bind(compile("--cfg passkind_packed", { own: ["--cfg", "passkind_trap"] }), join(ROOT, "target", "trap"), "core", SMALL);
  process.exit();
}
function pack() {
  mkdirSync(join(ROOT, "target"), { recursive: true });
  for (const [file, ...what] of [[PROFILES], [TOKENS, "tokens"]]) {
    const text = execFileSync("cargo", ["run", "--quiet", "--locked", "--example", "pack", "--", ...what], { cwd: ROOT, encoding: "utf8" });
    writeFileSync(file, text.trimEnd());
  }
}

rmSync(PKG, { recursive: true, force: true });
pack();
bind(compile("--cfg passkind_packed"), PKG, "core", SMALL);
// Numbers alone cross to the core, which `www/guard.js` hands over by itself.
for (const name of ["core.js", "core.d.ts"]) rmSync(join(PKG, name));
inline();
// The core is on the page already: strength comes without its shell.
bind(compile("", { features: "strength", level: "3", own: ["--cfg", "passkind_strength_alone"] }), PKG, "strength", FAST);
await shake();
run(process.execPath, ["scripts/words.mjs"]);
run(process.execPath, ["scripts/notices.mjs"]);
// In www/ for the modules that name its types, in www/dts/ for the declarations that `tsc -p www` writes beside it.
mkdirSync(join(ROOT, "www/dts"), { recursive: true });
for (const folder of ["www", "www/dts"]) copyFileSync(join(ROOT, "src/wasm/types.d.ts"), join(ROOT, folder, "types.d.ts"));
for (const name of ["README.md", "LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(join(ROOT, name), join(ROOT, "www", name));
