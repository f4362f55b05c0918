// What is really in the wasm files: the crate's ordinary dependencies for wasm32, of the core and of the strength file; not
// what runs at build time (macros, build scripts). And whose words www/words/ is made of.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** npm packages that `scripts/words.mjs` reads. */
export const WORD_LISTS = ["zxcvbn", "@zxcvbn-ts/language-de", "@zxcvbn-ts/language-es-es", "@zxcvbn-ts/language-fr", "@zxcvbn-ts/language-it"];

/** The compiler's own library is compiled along (scripts/build.mjs says why). */
export const RUST = /^channel = "(.*)"$/m.exec(readFileSync(`${ROOT}rust-toolchain.toml`, "utf8"))?.[1] ?? "";

/**
 * @typedef {object} Linked
 * @property {string} name
 * @property {string} version
 * @property {string} license SPDX expression
 * @property {string[]} authors
 * @property {string} folder its sources
 * @property {boolean} isOwn of this repository: the crate itself, and the stand-ins under patches/
 * @property {boolean} inCore also in core.wasm
 * @property {string[]} needs names of those that it needs itself
 */

/** By name; the crate itself comes first. @returns {Linked[]} */
export function linked() {
  const [core, strength] = [graph(""), graph("strength")];
  const names = new Set(core.map(({ name }) => name));
  return strength.map((found) => ({ ...found, inCore: names.has(found.name) }));
}

/** For every platform: what somebody gets who builds the crate. @returns {Omit<Linked, "inCore">[]} */
export const everywhere = () => graph("strength", []);

/** @param {string} features @param {string[]} platform @returns {Omit<Linked, "inCore">[]} */
function graph(features, platform = ["--filter-platform", "wasm32-unknown-unknown"]) {
  const { packages, resolve } = JSON.parse(execFileSync("cargo", ["metadata", "--format-version", "1", "--locked", ...platform, "--features", features], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] }));
  const byId = new Map(packages.map((/** @type {any} */ found) => [found.id, found]));
  const nodes = new Map(resolve.nodes.map((/** @type {any} */ node) => [node.id, node]));
  const isLinked = (/** @type {any} */ { pkg, dep_kinds }) =>
    dep_kinds.some((/** @type {any} */ { kind }) => kind === null) && !byId.get(pkg).targets.some((/** @type {any} */ { kind }) => kind.includes("proc-macro"));
  /** @type {Map<string, string[]>} */
  const needs = new Map();
  const visit = (/** @type {string} */ id) => {
    if (needs.has(id)) return;
    const next = nodes.get(id).deps.filter(isLinked).map((/** @type {any} */ { pkg }) => pkg);
    needs.set(id, next);
    next.forEach(visit);
  };
  visit(resolve.root);
  return [...needs].map(([id, next]) => {
    const { name, version, license, authors, manifest_path, source } = byId.get(id);
    const own = { name, version, license: license?.replaceAll("/", " OR ") ?? "", authors, folder: dirname(manifest_path), isOwn: source === null };
    return { ...own, needs: next.map((/** @type {string} */ one) => byId.get(one).name).sort() };
  }).sort((a, b) => Number(b.name === "passkind") - Number(a.name === "passkind") || (a.name < b.name ? -1 : 1));
}

/** SHA-256 of what the registry serves, by `name version`; of Cargo.lock. @returns {Map<string, string>} */
export function checksums() {
  const entries = readFileSync(`${ROOT}Cargo.lock`, "utf8").split("[[package]]").slice(1);
  const value = (/** @type {string} */ entry, /** @type {string} */ key) => new RegExp(`^${key} = "(.*)"$`, "m").exec(entry)?.[1] ?? "";
  return new Map(entries.map((entry) => [`${value(entry, "name")} ${value(entry, "version")}`, value(entry, "checksum")]));
}
