// What would be published as the crate: its sources and what explains them, and nothing of a folder that is no part of it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

test("the crate's package holds its own files only", () => {
  const list = execFileSync("cargo", ["package", "--list", "--allow-dirty", "--offline"], { cwd: fileURLToPath(new URL("../..", import.meta.url)), encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const files = list.trim().split("\n");
  assert.ok(files.includes("src/lib.rs") && files.includes("build/main.rs") && files.includes("providers/infomaniak.toml") && files.includes("replies/rules.toml") && files.includes("README.md") && files.includes("LICENSE-MIT"));
  assert.deepEqual(files.filter((name) => !/^(src\/.*|build\/[a-z]+\.rs|providers\/([a-z\d-]+\.toml|README\.md)|replies\/rules\.toml|\.cargo_vcs_info\.json|Cargo\.(lock|toml|toml\.orig)|(README|CHANGELOG|DESIGN|SECURITY)\.md|LICENSE-[A-Z]+)$/.test(name)), []);
});
