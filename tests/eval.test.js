// `make eval` on the project's own cases: all pass, enough of them, half of them silent.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

test("every own case passes", () => {
  const printed = execFileSync("make", ["--no-print-directory", "eval"], { cwd: ROOT, encoding: "utf8" });
  const { cases, passed, falseHints, missed } = JSON.parse(/** @type {string} */ (printed.trim().split("\n").at(-1)));
  assert.deepEqual({ passed, falseHints, missed }, { passed: cases, falseHints: 0, missed: 0 }, printed);
});

test("there are enough cases, half of them silent, each with its reason", () => {
  const rows = readFileSync(`${ROOT}/tests/data/cases.jsonl`, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  assert.ok(rows.length >= 200, `${rows.length} cases`);
  assert.ok(rows.filter((row) => row.expect.verdict === "silent").length * 2 >= rows.length, "half are silent");
  assert.equal(new Set(rows.map((row) => row.id)).size, rows.length, "ids are unique");
  assert.deepEqual(rows.filter((row) => !row.why).map((row) => row.id), [], "each has a reason");
});
