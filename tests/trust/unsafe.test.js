/** `unsafe` stands in one file of the crate, and its lint is an error everywhere else. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const ALLOCATOR = "src/wasm/memory.rs";
/** Room for the allocator and what wipes; more would want another look at whether it must be unsafe. */
const MOST_LINES = 200;
/** Shipped, or compiled into what is: not the tests' own crate, which seeds hash maps by force. */
const FOLDERS = ["src", "patches", "examples"];

const read = (/** @type {string} */ path) => readFileSync(`${ROOT}${path}`, "utf8");
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...FOLDERS], { cwd: ROOT, encoding: "utf8" }).trim().split("\n").filter((path) => path.endsWith(".rs"));

/** Comments, texts and characters aside, and the lint's own name. @param {string} source */
const code = (source) => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*|r?(#*)"(?:\\[\s\S]|[^"\\])*?"\1|'(?:\\.|[^'\\])'/g, " ").replaceAll("unsafe_code", "unsafeCode");

test("unsafe code stands in the allocator alone", (t) => {
  const found = files.filter((path) => /\bunsafe\b|\bno_mangle\b|\bexport_name\b|\blink_section\b/.test(code(read(path))));
  assert.deepEqual(found, [ALLOCATOR]);
  const lines = read(ALLOCATOR).split("\n").length;
  assert.ok(lines <= MOST_LINES, `${lines} lines`);
  t.diagnostic(`figure: ${files.length} files, unsafe in ${ALLOCATOR} alone (${lines} lines)`);
});

test("the lint is an error, lifted by its reason where it must be, and nowhere else", () => {
  assert.match(read("Cargo.toml"), /^\[lints\.rust\][^[]*^unsafe_code = "deny"$/m);
  assert.deepEqual(files.filter((path) => path !== ALLOCATOR && /unsafeCode/.test(code(read(path)))), []);
  const lifted = [...read(ALLOCATOR).matchAll(/^.*unsafe_code.*$/gm)].map(([line]) => line.trim());
  assert.ok(lifted.length > 0);
  assert.deepEqual(lifted.filter((line) => !/^#!?\[expect\(unsafe_code, reason = ".+"\)\]$/.test(line)), []);
});

test("what is unsafe says why it is sound", () => {
  const lines = read(ALLOCATOR).split("\n");
  const bare = lines.flatMap((line, at) => {
    const isBlock = /\bunsafe\s*(\{|impl)/.test(line.replace(/\/\/.*/, ""));
    return isBlock && !lines.slice(Math.max(0, at - 3), at).some((before) => before.includes("// SAFETY:")) ? [`line ${at + 1}`] : [];
  });
  assert.deepEqual(bare, []);
});
