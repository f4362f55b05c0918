// Builds the package's generated files: www/pkg/ (core.wasm and strength.wasm, their glue, the core's inlined bytes),
// www/words/ (scripts/words.mjs), www/THIRD-PARTY.txt (scripts/notices.mjs) and www/types.d.ts.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync, constants } from "node:zlib";
import { build } from "esbuild";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const TOOLS = join(ROOT, "target", "tools", "bin");
const PKG = join(ROOT, "www", "pkg");
const TARGET = "wasm32-unknown-unknown";

const PROFILES = join(ROOT, "target", "profiles.txt");

const run = (command, args, env = {}) =>
  execFileSync(command, args, { cwd: ROOT, stdio: "inherit", env: { ...process.env, ...env } });

/**
 * Compiles the crate with a standard library of its own, in which a panic is a trap and nothing else: 6 kB less after
 * brotli, and no panic message that could hold what was typed. The flags are unstable; the toolchain is pinned.
 */
function compile(flags = "", { features = "", level = "z" } = {}) {
  const home = process.env.CARGO_HOME ?? join(process.env.HOME ?? "", ".cargo");
  run("cargo", [
    "build", "--quiet", "--release", "--lib", "--locked", "--target", TARGET, "--target-dir", "target/package",
    "-Zbuild-std=std,panic_abort", `-Zbuild-std-features=${level === "z" ? "optimize_for_size" : ""}`,
    "--features", features,
  ], {
    RUSTC_BOOTSTRAP: "1",
    PASSKIND_PROFILES: PROFILES,
    CARGO_PROFILE_RELEASE_OPT_LEVEL: level,
    // No machine's paths in the file, so that two folders give the same bytes.
    RUSTFLAGS: `-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none --remap-path-prefix=${ROOT}=. --remap-path-prefix=${home}=~ ${level === "z" ? SMALLER : ""} ${flags}`,
  });
  return `target/package/${TARGET}/release/passkind.wasm`;
}

/** A small function is put in where it is called, which is no longer than the call: 0.4 kB less after brotli than with level z's own 5. */
const SMALLER = "-Cllvm-args=-inline-threshold=15";

/** What all three engines have had for years; wasm-opt must be told since the file's own list is stripped. */
const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

/** wasm-opt's passes: what the core is small by, and what makes zxcvbn fast. */
const SMALL = ["-Oz", "--flatten", "--rereloop", "-Oz", "-aimfs", "4", "-ocimfs", "30", "--gufa-optimizing", "-Oz", "--monomorphize", "--dae", "-Oz"];
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

/** What `www/guard.js` calls; the rest of the glue, which fetches and streams, is left out. */
const USED = ["__wbg_reset_state", "assess", "guide", "initSync", "open"];

/** The core's glue without what nobody calls: a third less. */
async function shake() {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${USED.join(", ")} } from "./core.js";`, resolveDir: PKG },
    bundle: true, format: "esm", target: "es2022", write: false,
  });
  writeFileSync(join(PKG, "core.js"), outputFiles[0].contents);
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
/** The profiles as text, for `--cfg passkind_packed`. */
function pack() {
  const profiles = execFileSync("cargo", ["run", "--quiet", "--locked", "--example", "pack"], { cwd: ROOT, encoding: "utf8" });
  mkdirSync(join(ROOT, "target"), { recursive: true });
  writeFileSync(PROFILES, profiles.trimEnd());
}

rmSync(PKG, { recursive: true, force: true });
pack();
bind(compile("--cfg passkind_packed"), PKG, "core", SMALL);
await shake();
inline();
bind(compile("", { features: "strength", level: "3" }), PKG, "strength", FAST);
run(process.execPath, ["scripts/words.mjs"]);
run(process.execPath, ["scripts/notices.mjs"]);
// In www/ for the modules that name its types, in www/dts/ for the declarations that `tsc -p www` writes beside it.
mkdirSync(join(ROOT, "www/dts"), { recursive: true });
for (const folder of ["www", "www/dts"]) copyFileSync(join(ROOT, "src/wasm/types.d.ts"), join(ROOT, folder, "types.d.ts"));
for (const name of ["README.md", "LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(join(ROOT, name), join(ROOT, "www", name));
