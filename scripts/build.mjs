// Builds the package's generated files: www/pkg/ (core.wasm and sign-in.wasm, both also inlined, core.wasm as JavaScript, and strength.wasm with its glue),
// www/providers/ (scripts/providers.mjs),
// www/words/ (scripts/words.mjs), www/THIRD-PARTY.txt (scripts/notices.mjs) and www/types.d.ts.
// `--plain`: the same for the demo, which starts within minutes: the ordinary standard library, no wasm-opt, twice as large. What a
// build was is kept in target/build.json, and scripts/prepack.mjs packs no plain one.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync, constants } from "node:zlib";
import { build } from "esbuild";
import { binaryen } from "./binaryen.mjs";
import { recordBuild } from "./generated.mjs";
import { step } from "./step.mjs";
import { CORE_STACK_BYTES, STRENGTH_STACK_BYTES } from "../www/guard/wipe.js";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const BINDGEN = join(ROOT, "target/bindgen/debug/passkind-bindgen"); // scripts/bindgen
const PKG = join(ROOT, "www", "pkg");
const TARGET = "wasm32-unknown-unknown";

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
    CARGO_PROFILE_RELEASE_OPT_LEVEL: level,
    // No machine's paths in the file, so that two folders give the same bytes.
    RUSTFLAGS: `${stack(features === "strength" ? STRENGTH_STACK_BYTES : CORE_STACK_BYTES)} -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none --remap-path-prefix=${ROOT}=. --remap-path-prefix=${home}=~ ${level === "z" ? SMALLER : ""} ${flags}`,
  });
  return `target/package/${TARGET}/release/passkind.wasm`;
}

/** The package's core holds no provider: the page tells it those that it needs. */
const TOLD = ["--cfg", "passkind_told"];

/** The same crate as anybody's cargo builds it, with the standard library that rustup brings. */
function compilePlain(features = "", more = []) {
  const own = features ? ["--cfg", "passkind_strength_alone"] : [...TOLD, ...more];
  run("cargo", ["rustc", "--quiet", "--release", "--lib", "--locked", "--target", TARGET, "--target-dir", "target/plain", "--features", features, "--", ...own], {
    CARGO_PROFILE_RELEASE_LTO: "off",
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS: "16",
    CARGO_PROFILE_RELEASE_OPT_LEVEL: features ? "2" : "z",
    RUSTFLAGS: `${stack(features === "strength" ? STRENGTH_STACK_BYTES : CORE_STACK_BYTES)} ${features ? "" : "-Ctarget-feature=-reference-types"}`,
  });
  const compiled = `target/plain/${TARGET}/release/passkind.wasm`;
  if (!features) writeFileSync(join(ROOT, compiled), withoutFeatureList(readFileSync(join(ROOT, compiled))));
  return compiled;
}

/**
 * A module without its list of target features: rustup's standard library names reference types there, for which wasm-bindgen would
 * give the core a table of objects and an import. @param {Uint8Array} module
 */
function withoutFeatureList(module) {
  const kept = [module.subarray(0, 8)]; // magic and version
  for (let at = 8; at < module.length;) {
    const start = at;
    const custom = module[at++] === 0;
    let size = 0;
    for (let shift = 0, byte = 128; byte & 128; shift += 7) size |= ((byte = module[at++]) & 127) << shift;
    const name = Buffer.from(module.subarray(at + 1, at + 1 + module[at])).toString();
    at += size;
    if (!custom || name !== "target_features") kept.push(module.subarray(start, at));
  }
  return Buffer.concat(kept);
}

/** At the beginning of memory, so that what overflows it traps; and no larger than the shell can wipe after every call. */
const stack = (bytes) => `-Clink-arg=--stack-first -Clink-arg=-zstack-size=${bytes}`;

/**
 * A function of some size is put in where it is called: what is known there makes it shorter. DESIGN.md has other thresholds and
 * levels beside it.
 * Without reference types wasm-bindgen needs no table of objects, and so nothing of JavaScript's.
 */
const SMALLER = "-Cllvm-args=-inline-threshold=65 -Ctarget-feature=-reference-types";

/** wasm-opt's passes: what the core is small by, and what makes zxcvbn fast. */
// Nothing lies in the first kilobyte, which is the far end of the stack. `--ignore-implicit-traps` would read behind the ends of texts.
const SMALL = [
  "--low-memory-unused", "-Oz", "--flatten", "--rereloop", "-Oz", "-aimfs", "6", "-ocimfs", "50", "--gufa-optimizing", "-Oz", "--monomorphize", "--dae", "-Oz",
  "--simplify-locals-nostructure", "--reorder-locals", "--vacuum",
];
const FAST = ["-O3"];

function bind(compiled, folder, name, passes) {
  mkdirSync(folder, { recursive: true });
  run(BINDGEN, [compiled, folder, name]);
  if (passes.length) {
    binaryen("wasm-opt", ...passes, "--strip-debug", "--strip-producers", "--strip-target-features", "-o", join(folder, `${name}.wasm`), join(folder, `${name}_bg.wasm`));
  } else copyFileSync(join(folder, `${name}_bg.wasm`), join(folder, `${name}.wasm`));
  for (const beside of ["_bg.wasm", "_bg.wasm.d.ts"]) rmSync(join(folder, `${name}${beside}`), { force: true });
  const types = join(ROOT, "src/wasm", `${name}.d.ts`);
  if (existsSync(types)) copyFileSync(types, join(folder, `${name}.d.ts`));
}

/** What `www/strength/rater.js` and its thread call; the rest of the glue, which fetches and streams, is left out. */
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
function inline(name, file) {
  const packed = deflateRawSync(readFileSync(join(PKG, `${name}.wasm`)), { level: constants.Z_BEST_COMPRESSION, memLevel: 9 }).toString("base64");
  writeFileSync(join(PKG, `${file}.js`), `/** ${name}.wasm, deflated, in base64. */\nexport default "${packed}";\n`);
  writeFileSync(join(PKG, `${file}.d.ts`), "declare const packed: string;\nexport default packed;\n");
}

// `--account-only`: the core of a page that has one provider's account form, to tell what the others add to everybody's.
if (process.argv.includes("--account-only")) {
  bind(compile('--cfg passkind_one_provider="infomaniak"', { own: [...TOLD, "--cfg", "passkind_sign_in"] }), join(ROOT, "target", "account-only"), "core", SMALL);
  process.exit();
}
// `--trap`: a core that traps when told to (src/wasm/trap.rs), for the tests of what happens then.
if (process.argv.includes("--trap")) {
  bind(compile("", { own: [...TOLD, "--cfg", "passkind_trap"] }), join(ROOT, "target", "trap"), "core", SMALL);
  process.exit();
}

const isPlain = process.argv.includes("--plain");
const [CORE, STRENGTH] = isPlain ? [[], []] : [SMALL, FAST];

rmSync(PKG, { recursive: true, force: true });
rmSync(join(ROOT, "www/integrity.json"), { force: true }); // of the files before
await step("the providers, as modules and as text", () => run(process.execPath, ["scripts/providers.mjs"]));
for (const [name, file, own] of [["core", "inline", []], ["sign-in", "inline-sign-in", ["--cfg", "passkind_sign_in"]]]) {
  await step(`${name}.wasm, compiled`, () => {
    bind(isPlain ? compilePlain("", own) : compile("", { own: [...TOLD, ...own] }), PKG, name, CORE);
    // Numbers alone cross to the core, which `www/guard/guard.js` hands over by itself.
    rmSync(join(PKG, `${name}.js`));
    inline(name, file);
  });
}
// The demo does without: its policy allows WebAssembly.
if (!isPlain) await step("twin.js, the core as JavaScript", () => run(process.execPath, ["scripts/twin.mjs", join(PKG, "core.wasm"), join(PKG, "twin.js")]));
await step("the strength file, compiled", async () => {
  // The core is on the page already: strength comes without its shell.
  bind(isPlain ? compilePlain("strength") : compile("", { features: "strength", level: "3", own: ["--cfg", "passkind_strength_alone"] }), PKG, "strength", STRENGTH);
  await shake();
});
await step("word lists, notices, types", () => {
  run(process.execPath, ["scripts/words.mjs"]);
  if (!isPlain) run(process.execPath, ["scripts/notices.mjs"]);
  // In www/ for the modules that name its types, in www/dts/ for the declarations that `tsc -p www` writes beside it.
  mkdirSync(join(ROOT, "www/dts"), { recursive: true });
  for (const folder of ["www", "www/dts"]) copyFileSync(join(ROOT, "src/wasm/types.d.ts"), join(ROOT, folder, "types.d.ts"));
  for (const name of ["README.md", "LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(join(ROOT, name), join(ROOT, "www", name));
});
recordBuild(isPlain ? "plain" : "small");
