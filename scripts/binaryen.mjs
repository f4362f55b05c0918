/** Binaryen's tools, told what the core is written with. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What all three engines have had for years; the tools must be told, since the file's own list is stripped. */
const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

/** @param {"wasm-opt" | "wasm2js"} tool @param {string[]} args */
export function binaryen(tool, ...args) {
  const path = fileURLToPath(new URL(`../node_modules/binaryen/bin/${tool}`, import.meta.url));
  execFileSync(process.execPath, [path, ...args, ...FEATURES.map((feature) => `--enable-${feature}`)], { stdio: "inherit" });
}
