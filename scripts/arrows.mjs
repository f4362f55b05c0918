// Which module uses which. In src/ a module (a file of src/ and the folder of its name) uses only modules before it in ORDER; among the
// modules of www/ no import leads back to where it started. Prints each offending arrow by file and line, and then fails.
// `node scripts/arrows.mjs [FOLDER]`: FOLDER has src/, www/ or both; the project by default.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "..");

/** `lib.rs` says it, too. */
const ORDER = [
  "names", "json", "text", "reply", "pattern", "provider", "credentials", "identifier", "error", "options", "server", "context", "secret", "hint", "verdict",
  "hints", "guide", "guard", "strength", "wasm",
];
/** It rates new passwords and knows nothing of forms. */
const ALONE = "strength";
/** The demo, and what is generated or copied. */
const OTHERS = /^(demo|dts|pkg|providers|reply|words|node_modules)\//;

/** @typedef {{ from: string, to: string, file: string, line: number }} Arrow */

const files = (folder, ending) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/")).filter((name) => name.endsWith(ending)).sort();
const read = (file) => readFileSync(join(ROOT, file), "utf8");
const lineAt = (text, at) => text.slice(0, at).split("\n").length;

/** Comments blanked out, lines kept. */
const code = (text) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|(?<=[;,{}]\s*)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, " "));

/** The first names of a `use` behind `crate::`: `{a::B, c}` has two. @param {string} path */
function heads(path) {
  if (!path.startsWith("{")) return [/^\w+/.exec(path)?.[0] ?? ""];
  const found = [];
  let depth = 0;
  let head = "";
  for (const sign of path) {
    if (sign === "{") depth++;
    else if (sign === "}") depth--;
    else if (depth === 1 && sign === ",") (found.push(head), (head = ""));
    else if (depth === 1) head += sign;
  }
  return [...found, head].map((name) => /\w+/.exec(name)?.[0] ?? "").filter(Boolean);
}

/** Rooms by the names that `lib.rs` exports again. @returns {Map<string, string>} */
function exported() {
  const lib = existsSync(join(ROOT, "src/lib.rs")) ? code(read("src/lib.rs")) : "";
  return new Map([...lib.matchAll(/pub use (\w+)::([^;]+);/g)].flatMap(([, module = "", names = ""]) => [...names.matchAll(/\w+/g)].map(([name]) => [name, module])));
}

/** @returns {Arrow[]} between modules */
function crateArrows() {
  const names = exported();
  return files("src", ".rs").filter((name) => name !== "lib.rs").flatMap((name) => {
    const file = `src/${name}`;
    const from = name.replace(/\.rs$/, "").split("/")[0] ?? "";
    const text = code(read(file));
    return [...text.matchAll(/\bcrate::(\{[^;]*\}|\w+)/g)].flatMap(({ 1: path = "", index }) =>
      heads(path).map((head) => ({ from, to: names.get(head) ?? head, file, line: lineAt(text, index) })));
  }).filter(({ from, to }) => from !== to);
}

/** @returns {Arrow[]} between files */
function packageArrows() {
  return files("www", ".js").filter((name) => !OTHERS.test(name)).flatMap((from) => {
    const text = code(read(`www/${from}`));
    return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']/g)].map(({ 1: path = "", index }) =>
      ({ from, to: posix.normalize(posix.join(posix.dirname(from), path)), file: `www/${from}`, line: lineAt(text, index) }));
  }).filter(({ to }) => !OTHERS.test(to));
}

/** Arrows against the order. @param {Arrow[]} arrows */
function backwards(arrows) {
  return arrows.flatMap(({ from, to, file, line }) => {
    const [at, target] = [ORDER.indexOf(from), ORDER.indexOf(to)];
    const wrong = at < 0 ? `${from} has no place in the order of scripts/arrows.mjs`
      : target < 0 ? `${to} has no place in the order of scripts/arrows.mjs`
      : from === ALONE ? `${from} uses no other module`
      : target > at ? `${from} stands before ${to} and may not use it` : undefined;
    return wrong ? [`${file}:${line}: ${wrong}`] : [];
  });
}

/** Each circle once, as its arrows. @param {Arrow[]} arrows @returns {Arrow[][]} */
function circles(arrows) {
  /** @type {Map<string, Arrow[]>} */
  const next = new Map();
  for (const arrow of arrows) next.set(arrow.from, [...(next.get(arrow.from) ?? []), arrow]);
  const done = new Set();
  /** @type {Arrow[][]} */
  const found = [];
  const walk = (/** @type {string} */ node, /** @type {Arrow[]} */ path) => {
    const before = path.findIndex(({ from }) => from === node);
    if (before >= 0) return void found.push(path.slice(before));
    if (done.has(node)) return;
    for (const arrow of next.get(node) ?? []) walk(arrow.to, [...path, arrow]);
    done.add(node);
  };
  for (const node of next.keys()) walk(node, []);
  return found;
}

const told = (/** @type {Arrow[]} */ circle) =>
  `a circle of ${new Set(circle.map(({ from }) => from)).size}:\n${circle.map(({ file, line, to }) => `  ${file}:${line}: uses ${to}`).join("\n")}`;
const [inCrate, inPackage] = [existsSync(join(ROOT, "src")) ? crateArrows() : [], existsSync(join(ROOT, "www")) ? packageArrows() : []];
const faults = [...backwards(inCrate), ...circles(inCrate).map(told), ...circles(inPackage).map(told)];
for (const fault of faults) console.log(fault);
console.log(`${inCrate.length} arrows between modules of src/, ${inPackage.length} between files of www/: ${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;
