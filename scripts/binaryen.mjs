/** Runs binaryen's tools with the features that the core uses. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What all three engines have had for years. They are named here because the file's own list of features is stripped. */
const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

/** @param {"wasm-opt" | "wasm2js"} tool @param {string[]} args */
export function binaryen(tool, ...args) {
  const path = fileURLToPath(new URL(`../node_modules/binaryen/bin/${tool}`, import.meta.url));
  execFileSync(process.execPath, [path, ...args, ...FEATURES.map((feature) => `--enable-${feature}`)], { stdio: "inherit" });
}
