// core.wasm as JavaScript, for pages whose policy forbids WebAssembly and for engines without it: binaryen's wasm2js, then esbuild.
// `node scripts/twin.mjs FROM.wasm TO.js`; `--checked` makes the copy of the tests, which traps outside of memory as wasm does.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { build } from "esbuild";
import ts from "typescript";
import { binaryen } from "./binaryen.mjs";

/** What JavaScript has no instruction for, in terms of those that it has. */
const LOWERED = ["--llvm-memory-copy-fill-lowering", "--llvm-nontrapping-fptoint-lowering", "--signext-lowering", "-Oz"];

const [from, to] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const isChecked = process.argv.includes("--checked");
if (!from || !to) throw new Error("node scripts/twin.mjs FROM.wasm TO.js [--checked]");

mkdirSync(dirname(to), { recursive: true });
const [lowered, raw] = [`${to}.wasm`, `${to}.raw`];
binaryen("wasm-opt", from, ...LOWERED, "-o", lowered);
binaryen("wasm2js", "-Oz", lowered, "-o", raw);
const module = adapted(readFileSync(raw, "utf8"));
for (const file of [lowered, raw]) rmSync(file);
const { outputFiles } = await build({ stdin: { contents: module }, bundle: true, minify: true, format: "esm", target: "es2022", charset: "utf8", legalComments: "none", write: false });
writeFileSync(to, `/** core.wasm as JavaScript: each call makes an instance. */\n${outputFiles[0]?.text}`);
if (!isChecked) writeFileSync(to.replace(/\.js$/, ".d.ts"), `import type { Core } from "../guard/guard.js";\n/** An instance of core.wasm as JavaScript. */\ndeclare const instantiate: () => Core;\nexport default instantiate;\n`);

/**
 * What wasm2js writes is one instance for all; here a function makes one, and memory behaves as wasm's does where secrets and
 * overflows are concerned. Each piece is replaced a known number of times, or the build fails.
 * @param {string} text
 */
function adapted(text) {
  /** Between these lies the instance. */
  const [start, end] = [text.indexOf("\nfunction wasm2js_trap"), text.indexOf("\nvar retasmFunc")];
  if (start < 0 || end < 0) throw new Error("wasm2js writes another frame than it did: scripts/twin.mjs must be adapted to it");
  let instance = text.slice(start, end);
  /** @param {RegExp} what @param {string | ((...match: string[]) => string)} by @param {(times: number) => boolean} isRight */
  const replace = (what, by, isRight = (times) => times === 1) => {
    let times = 0;
    instance = instance.replace(what, (...match) => (times++, typeof by === "string" ? by : by(...match)));
    if (!isRight(times)) throw new Error(`${what} occurs ${times} times in what wasm2js writes: scripts/twin.mjs must be adapted to it`);
  };
  // Bytes as characters: as base64 brotli finds no words in them.
  const data = [...text.matchAll(/base64DecodeToExistingUint8Array\(bufferView, (\d+), "([^"]*)"\)/g)]
    .map(([, at, packed = ""]) => `[${at}, ${JSON.stringify(Buffer.from(packed, "base64").toString("latin1"))}]`);
  if (!data.length) throw new Error("wasm2js writes data in another way than it did: scripts/twin.mjs must be adapted to it");
  replace(/ initActiveSegments\(imports\);/, `for (const [at, text] of [${data.join(", ")}]) for (let i = 0; i < text.length; i++) HEAPU8[at + i] = text.charCodeAt(i);`);
  // What grows is copied, and of what it was nothing stays.
  replace(/newHEAP8\.set\(HEAP8\);/, "newHEAP8.set(HEAP8); HEAP8.fill(0);");
  replace(/\s+bufferView = HEAPU8;/g, "", (times) => times === 2);
  // In wasm the stack that overflows runs below zero, which traps; here nothing would be said.
  replace(/(\$\w+) = global\$0 - (\d+) \| 0;\s+global\$0 = \1;/g, (_, local, bytes) => `${local} = reserve(${bytes});`, (times) => times > 100);
  if (/global\$0 - /.test(instance)) throw new Error("wasm2js moves the stack pointer in another way than it did: scripts/twin.mjs must be adapted to it");
  replace(/ function __wasm_memory_size\(\) \{/, " function reserve(bytes) { if (global$0 < bytes) wasm2js_trap(); return global$0 = global$0 - bytes | 0; }\n function __wasm_memory_size() {");
  // Descriptors would be read off a polluted prototype.
  replace(/Object\.create\(Object\.prototype, \{[\s\S]*?"get": function \(\) \{\s*return buffer;\s*\}\s*\}\s*\}\)/, "{ __proto__: null, get buffer() { return buffer; } }");
  // wasm-bindgen's exports, as many as it has: of no use here.
  replace(/, \s*"__\w+": \{\s*get value\(\) \{[^}]*\}, \s*set value\([^)]*\) \{[^}]*\}\s*\}/g, "", () => true);
  return `${isChecked ? checked(instance) : instance}\nexport default () => asmFunc();\n`;
}

/** Every access to memory asks first whether it lies inside, as wasm does. @param {string} instance */
function checked(instance) {
  /** @type {Set<string>} */
  const views = new Set();
  const visit = (/** @type {ts.TransformationContext} */ context) => {
    const { factory } = context;
    /** @param {ts.Node} node @returns {ts.Node} */
    const each = (node) => {
      const seen = ts.visitEachChild(node, each, context);
      const view = ts.isElementAccessExpression(seen) && ts.isIdentifier(seen.expression) ? seen.expression.text : "";
      if (!view.startsWith("HEAP") || !ts.isElementAccessExpression(seen)) return seen;
      views.add(view);
      return factory.updateElementAccessExpression(seen, seen.expression, factory.createCallExpression(factory.createIdentifier(`in${view}`), undefined, [seen.argumentExpression]));
    };
    return (/** @type {ts.SourceFile} */ file) => /** @type {ts.SourceFile} */ (ts.visitNode(file, each));
  };
  const { transformed: [its] } = ts.transform(ts.createSourceFile("twin.js", instance, ts.ScriptTarget.ES2022, true), [visit]);
  const printed = ts.createPrinter().printFile(/** @type {ts.SourceFile} */ (its));
  const accesses = (/** @type {string} */ text) => (text.match(/\bHEAP\w+\[/g) ?? []).length;
  if (views.size < 3 || accesses(printed) !== accesses(instance) || accesses(printed) !== (printed.match(/\bHEAP\w+\[inHEAP/g) ?? []).length) throw new Error("not every access to memory is checked: scripts/twin.mjs must be adapted to wasm2js");
  // Below zero, too, an index is larger than any length.
  const checks = [...views].map((view) => `function in${view}(index) { if (index >>> 0 >= ${view}.length) wasm2js_trap(); return index; }\n`);
  return printed.replace("function reserve", `${checks.join("")}function reserve`);
}
