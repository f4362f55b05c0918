// Writes www/THIRD-PARTY.txt: whose code is compiled into the package's wasm files and whose words its lists hold, each with the
// text that its licence asks to be handed on. Made in the build, of what Cargo.lock really links for wasm32.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { linked, RUST, WORD_LISTS } from "./linked.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Of two licences at choice the MIT one is taken; where one says AND, both texts stand. */
const TEXTS = [/^licen[cs]e[-.]mit/i, /^licen[cs]e(\.(txt|md))?$/i];
const FURTHER = [/^licen[cs]e[-.]unicode/i];

/** The package's licence texts. @param {string} folder @param {string} license */
function texts(folder, license) {
  const files = readdirSync(folder).sort();
  const first = TEXTS.map((pattern) => files.find((file) => pattern.test(file))).find(Boolean);
  const further = license.includes(" AND ") ? files.filter((file) => FURTHER.some((pattern) => pattern.test(file))) : [];
  return [first, ...further].flatMap((file) => (file ? [readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim()] : []));
}

const crates = linked().filter(({ isOwn }) => !isOwn).map(({ name, version, license, folder, inCore }) => {
  const found = texts(folder, license);
  if (found.length === 0) throw new Error(`${name} ${version} (${license}) brings no licence text: name it in scripts/notices.mjs`);
  return { title: `${name} ${version} (${license}), in ${inCore ? "core.wasm, sign-in.wasm and strength.wasm" : "strength.wasm"}`, texts: found };
});

/** The MIT text without its first lines, which name the holder. */
const permission = readFileSync(join(ROOT, "LICENSE-MIT"), "utf8").replace(/^[\s\S]*?(?=Permission is hereby)/, "").trim();
const standard = {
  title: `the Rust standard library ${RUST} (MIT OR Apache-2.0), with hashbrown (MIT OR Apache-2.0) and compiler_builtins (MIT AND Apache-2.0 WITH LLVM-exception), in core.wasm, sign-in.wasm and strength.wasm`,
  texts: [`Copyright (c) The Rust Project Contributors\nCopyright (c) 2016 Amanieu d'Antras (hashbrown)\n\n${permission}`],
};
const lists = WORD_LISTS.map((name) => {
  const folder = join(ROOT, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const notice = join(folder, "NOTICE.md");
  return { title: `${name} ${version} (${license}), words of words/*.js`, texts: [...texts(folder, license), ...(existsSync(notice) ? [readFileSync(notice, "utf8").trim()] : [])] };
});

const parts = [standard, ...crates, ...lists];
/** The same text stands once, under all that have it. @type {Map<string, string[]>} */
const byText = new Map();
for (const { title, texts } of parts) byText.set(texts.join("\n\n"), [...(byText.get(texts.join("\n\n")) ?? []), title]);
const rule = "=".repeat(80);
writeFileSync(join(ROOT, "www/THIRD-PARTY.txt"), `${[
  "passkind contains code and words of others, under the licences below; its own licence is MIT OR Apache-2.0.",
  ...[...byText].map(([text, titles]) => `${rule}\n${titles.map((title) => `* ${title}`).join("\n")}\n${rule}\n\n${text}`),
].join("\n\n")}\n`);
console.log(`notices: ${parts.length} works of others, ${byText.size} texts, in www/THIRD-PARTY.txt`);
