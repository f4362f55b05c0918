// The types: what Rust answers is what they say, nothing published is `any`, and every code has its texts.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

test("what the core answers compiles against the contract", () => {
  execFileSync("cargo", ["test", "--quiet", "--locked", "--test", "contract"], { cwd: ROOT, stdio: "pipe" });
  const file = `${ROOT}target/contract/contract.ts`;
  assert.ok(existsSync(file), "cargo test --test contract writes it");
  const program = ts.createProgram([file], { strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: true, types: [], module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022 });
  const faults = ts.getPreEmitDiagnostics(program).map((fault) => ts.flattenDiagnosticMessageText(fault.messageText, "\n"));
  assert.deepEqual(faults, []);
});

test("the strength file exports what its hand-written types declare", () => {
  const exported = (/** @type {string} */ file) => [...readFileSync(`${ROOT}${file}`, "utf8").matchAll(/^(?:export )?(?:async )?function (\w+)/gm)].map(([, name]) => name);
  const bound = exported("www/pkg/strength.js");
  for (const name of exported("src/wasm/strength.d.ts")) assert.ok(bound.includes(name), name);
  const shell = [...readFileSync(`${ROOT}src/wasm/strength.rs`, "utf8").matchAll(/^pub fn (\w+)/gm)].map(([, name = ""]) => name.replace(/_(\w)/, (_, letter) => letter.toUpperCase()));
  assert.deepEqual([...shell, "initSync", "__wbg_reset_state"].sort(), exported("src/wasm/strength.d.ts").sort());
});

test("who attaches by script alone has the event's type, and no tags", () => {
  for (const [module, resolution] of [["esnext", "bundler"], ["nodenext", "nodenext"]]) {
    execFileSync("npx", ["--no-install", "tsc", "-p", "matrix/types/attach.json", "--module", `${module}`, "--moduleResolution", `${resolution}`], { cwd: ROOT, stdio: "pipe" });
  }
});

test("no published type is `any`", () => {
  const files = readdirSync(`${ROOT}www`, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".d.ts"));
  assert.ok(files.includes("dts/index.d.ts") && files.includes("dts/types.d.ts"), "tsc -p www has written the declarations");
  for (const name of files) {
    const source = ts.createSourceFile(name, readFileSync(`${ROOT}www/${name}`, "utf8"), ts.ScriptTarget.Latest, true);
    const visit = (/** @type {ts.Node} */ node) => {
      assert.notEqual(node.kind, ts.SyntaxKind.AnyKeyword, `${name}: ${node.parent?.getText().slice(0, 80)}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
});
