// scripts/arrows.mjs: the crate's modules use each other one way, and what goes another way is told by file and line.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Runs the script on a copy of the crate with some files more. @param {Record<string, string>} files @param {boolean} [withCrate] */
function run(files, withCrate = false) {
  const folder = mkdtempSync(join(tmpdir(), "passkind-arrows-"));
  try {
    if (withCrate) cpSync(join(ROOT, "src"), join(folder, "src"), { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "scripts/arrows.mjs"), folder], { encoding: "utf8" });
    assert.equal(stderr, "");
    return { status, lines: stdout.trimEnd().split("\n") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the crate's modules use only modules before them", () => {
  const { status, lines } = run({}, true);
  assert.equal(status, 0, lines.join("\n"));
  assert.match(lines.at(-1) ?? "", /^[1-9]\d+ arrows between modules of src\/, 0 between files of www\/: 0 faults$/);
});

test("a module that uses a later one is told by file and line", () => {
  /** @type {[string, string, string][]} file, text, what is said */
  const table = [
    ["src/text/planted.rs", "//! Planted.\n\nuse crate::guard::Guard;\n", "src/text/planted.rs:3: text stands before guard and may not use it"],
    ["src/secret/planted.rs", "use crate::{\n    pattern::Pattern,\n    verdict::{self, Verdict},\n};\n", "src/secret/planted.rs:1: secret stands before verdict and may not use it"],
    ["src/reply/planted.rs", "use crate::verdict::Verdict;\n", "src/reply/planted.rs:1: reply stands before verdict and may not use it"],
    ["src/reply/planted.rs", "use crate::Pattern;\n", "src/reply/planted.rs:1: reply stands before pattern and may not use it"],
    ["src/pattern/planted.rs", "fn f() -> crate::Guard {}\n", "src/pattern/planted.rs:1: pattern stands before guard and may not use it"],
    ["src/strength/planted.rs", "use crate::text::pieces;\n", "src/strength/planted.rs:1: strength uses no other module"],
    ["src/attic.rs", "use crate::text::pieces;\n", "src/attic.rs:1: attic has no place in the order of scripts/arrows.mjs"],
    ["src/hints/planted.rs", "use crate::attic::Chest;\n", "src/hints/planted.rs:1: attic has no place in the order of scripts/arrows.mjs"],
  ];
  for (const [name, text, fault] of table) {
    const { status, lines } = run({ [name]: text }, true);
    assert.equal(status, 1, name);
    assert.ok(lines.includes(fault), lines.join("\n"));
  }
});

test("what stands in a comment is no arrow", () => {
  const { status } = run({ "src/text/planted.rs": "//! As `crate::guard::Guard` asks.\n// use crate::guard;\n/* use crate::guard; */\n" }, true);
  assert.equal(status, 0);
});

test("a circle of files is told with each of its arrows", () => {
  const { status, lines } = run({
    "www/index.js": 'import { a } from "./one/a.js";\n',
    "www/one/a.js": '/** @import {B} from "../two/b.js" */\nimport {\n  b,\n} from "../two/b.js";\n',
    "www/two/b.js": 'export const c = () => import("../c.js");\n',
    "www/c.js": '// import "./index.js";\nexport * from "./one/a.js";\n',
  });
  assert.equal(status, 1);
  assert.deepEqual(lines.slice(0, -1), ["a circle of 3:", "  www/c.js:2: uses one/a.js", "  www/one/a.js:4: uses two/b.js", "  www/two/b.js:1: uses c.js"]);
});

test("a file that many use is no circle", () => {
  const { status, lines } = run({ "www/a.js": 'import "./c.js";\nimport "./b.js";\n', "www/b.js": 'import "./c.js";\n', "www/c.js": "", "www/demo/d.js": 'import "./e.js";\n', "www/demo/e.js": 'import "./d.js";\n' });
  assert.equal(status, 0, lines.join("\n"));
});
