/** What of the package is generated, out of which sources, and whether the two still belong together. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const RECORD = join(ROOT, "target/build.json");

/** Everything that the compiled files are made of. */
const SOURCES = [
  "Cargo.toml", "Cargo.lock", "rust-toolchain.toml", "package-lock.json", "src", "build", "providers", "replies", "patches", "examples/providers.rs",
  "scripts/build.mjs", "scripts/twin.mjs", "scripts/binaryen.mjs", "scripts/providers.mjs", "scripts/words.mjs", "scripts/notices.mjs", "scripts/linked.mjs", "scripts/bindgen/Cargo.lock", "scripts/bindgen/src", "www/strength/fold.js", "www/guard/wipe.js",
];
/** What a build writes. */
const GENERATED = ["www/pkg/core.wasm", "www/pkg/sign-in.wasm", "www/pkg/inline.js", "www/pkg/inline-sign-in.js", "www/pkg/twin.js", "www/pkg/strength.js", "www/pkg/strength.wasm", "www/words/common.js", "www/providers/all.js", "www/providers/policies.js", "www/providers/places/en.js", "www/reply/rules.js", "www/reply/rules.json", "www/types.d.ts", "www/THIRD-PARTY.txt"];

/** @param {"plain" | "small"} kind */
export function recordBuild(kind) {
  mkdirSync(dirname(RECORD), { recursive: true });
  writeFileSync(RECORD, `${JSON.stringify({ kind, sources: digest() })}\n`);
}

/**
 * What is wrong with the generated files; an empty list where they are whole, small and of today's sources.
 * @returns {string[]}
 */
export function faults() {
  const missing = GENERATED.filter((path) => !existsSync(join(ROOT, path))).map((path) => `${path} is missing`);
  if (missing.length) return missing;
  const { kind, sources } = existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, "utf8")) : { kind: "unknown", sources: "" };
  if (kind !== "small") return [kind === "plain" ? "www/pkg holds the demo's plain build, which is twice as large" : "target/build.json is missing: nobody knows what www/pkg was built from"];
  return sources === digest() ? [] : ["www/pkg is older than its sources"];
}

/** Of the contents, since checking out and copying change times. */
function digest() {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap(files)) hash.update(path).update("\0").update(readFileSync(join(ROOT, path))).update("\0");
  return hash.digest("hex");
}

/** @param {string} path a file or a folder @returns {string[]} */
function files(path) {
  try {
    return readdirSync(join(ROOT, path), { withFileTypes: true }).filter(({ name }) => name !== "target").flatMap(({ name }) => files(`${path}/${name}`)).sort();
  } catch {
    return [path];
  }
}
