/** What a run has found: its fields, where it was, and the files that tell it. */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { rounded } from "./figures.mjs";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** The figures that docs/ and README tell. */
export const RECORDED = `${ROOT}docs/bench.json`;

/** Any run has them, as numbers; of Chromium where a browser takes part. */
export const FIELDS = [
  "size.core_br", "size.core_separate_br", "size.strength_br", "size.zxcvbn_js_br", "size.zxcvbn_ts_br", "size.mailcheck_validator_br",
  "size.twin_br", "twin.p50_us", "twin.core_ready_ms", "twin.throttled_p95_ms",
  "assess.p50_us", "assess.p99_us", "assess.peer_p50_us", "load.core_ready_ms", "hint.throttled_p95_ms",
  "strength.p50_ms", "strength.p99_ms", "strength.first_ms", "strength.worst_block_ms",
  "strength.zxcvbn_js_p50_ms", "strength.zxcvbn_js_worst_ms", "strength.zxcvbn_ts_p50_ms",
];

/** @typedef {Record<string, number>} Figures */
/** @typedef {Record<string, { us: Figures, slope?: number, slope_to_cut?: number, slope_beyond_cut?: number }>} Growth */
/**
 * @typedef {object} Record_
 * @property {string} date
 * @property {string} machine
 * @property {Record<string, string>} versions a browser that was not there has none
 * @property {Figures} size
 * @property {Figures} assess
 * @property {Figures} load
 * @property {Figures} hint
 * @property {Figures} twin the core as JavaScript
 * @property {Figures & { blocks: Record<string, Figures>, memory_bytes: Figures, growth: Growth }} strength
 * @property {Record<string, Figures> & { addresses: number }} identifiers
 * @property {Growth} growth
 * @property {{ assess: Figures, strength: Figures, growth: Growth }} node
 * @property {{ assess: Figures, load: Figures, strength: Figures }} [firefox]
 */

/** The class of machine and no more: neither its name nor whose it is. */
export function machine() {
  const [architecture, system] = [{ x64: "x86-64", arm64: "ARM64" }[process.arch] ?? process.arch, { linux: "Linux", darwin: "macOS", win32: "Windows" }[process.platform] ?? process.platform];
  return `${cpus().length} cores ${architecture} ${system}`;
}

/** Of the packages that take part, as they are installed. */
export function packageVersions() {
  const names = ["check-password-strength", "esbuild", "mailcheck", "validator", "zxcvbn", "@zxcvbn-ts/core", "@zxcvbn-ts/language-common", "@zxcvbn-ts/language-en"];
  return Object.fromEntries(names.map((name) => [name, JSON.parse(readFileSync(`${ROOT}node_modules/${name}/package.json`, "utf8")).version]));
}

/** Of the crates that are read beside ours, as they are locked. */
export function crateVersions() {
  const lock = readFileSync(`${ROOT}benches/identifiers/Cargo.lock`, "utf8");
  return Object.fromEntries(["addr", "email_address", "lettre"].map((name) => [name, new RegExp(`name = "${name}"\nversion = "(.*)"`).exec(lock)?.[1] ?? ""]));
}

/** Times to three digits that count; whole numbers, such as bytes, as they are. @param {any} value @returns {any} */
export function tidied(value) {
  if (typeof value === "number") return Number.isInteger(value) ? value : rounded(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined).map(([name, one]) => [name, tidied(one)]));
}

/** @param {any} record @param {string} path */
export const field = (record, path) => path.split(".").reduce((value, name) => value?.[name], record);

/** The fields that a record lacks. @param {unknown} record */
export const lacking = (record) => FIELDS.filter((path) => !(field(record, path) > 0));

/** @returns {Record_} */
export const recorded = () => JSON.parse(readFileSync(RECORDED, "utf8"));

/** @param {string} path @param {unknown} record */
export function writeRecord(path, record) {
  writeFileSync(path, `${JSON.stringify(record, undefined, 2)}\n`);
}
