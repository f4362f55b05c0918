/**
 * Every shipped script, parsed: no storage, cookie, code made of text, markup made of text, console, and no way to the network but the
 * three places that are known. How it runs where a policy forbids all that is tests/engines/hostile.test.js, in three engines.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";

const WWW = fileURLToPath(new URL("../../www/", import.meta.url));
/** Names that a script needs to do what it must not; each with what that would be. @type {Record<string, string>} */
const FORBIDDEN = Object.fromEntries(Object.entries({
  "something is kept": ["localStorage", "sessionStorage", "indexedDB", "caches", "cookie", "cookieStore", "CacheStorage", "openDatabase", "PasswordCredential"],
  "text becomes code": ["eval", "Function", "execScript", "importScripts"],
  "text becomes markup": ["innerHTML", "outerHTML", "insertAdjacentHTML", "write", "writeln", "srcdoc", "DOMParser", "createContextualFragment", "setHTML", "setHTMLUnsafe", "parseHTMLUnsafe", "createPolicy", "trustedTypes"],
  "something is printed": ["alert", "reportError"],
  "something is sent": ["sendBeacon", "XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "RTCPeerConnection", "BroadcastChannel", "SharedWorker", "serviceWorker", "Image", "pushState", "replaceState"],
}).flatMap(([what, names]) => names.map((name) => [name, what])));
/** What reaches further, and the files that may. @type {Record<string, string[]>} */
const KNOWN = {
  console: ["form/region.js"], // once a page, that its hints are being removed; nothing typed
  fetch: ["strength/breach.js", "guard/guard.js", "strength/rater.js", "strength/raters.js"], // a list that the page names; a core of the page's own; the strength file
  postMessage: ["strength/rater.js", "strength/raters.js", "strength-worker.js"], // to our thread, and back
  Worker: ["strength/rater.js", "strength/raters.js"],
};

/** Names and what they are used as, and calls that take a text as code. @param {string} source @param {string} file */
function uses(source, file) {
  /** @type {string[]} */
  const names = [];
  /** @type {string[]} */
  const calls = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isIdentifier(node)) names.push(node.text);
    // `self["eval"]`, and a name kept in a variable first; `"eval" in self` only asks.
    const isAsked = ts.isBinaryExpression(node.parent ?? node) && /** @type {ts.BinaryExpression} */ (node.parent).operatorToken.kind === ts.SyntaxKind.InKeyword;
    if (ts.isStringLiteralLike(node) && !isAsked) names.push(node.text);
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && /^set(Timeout|Interval)$/.test(node.expression.text)) {
      const [first] = node.arguments;
      if (!first || !(ts.isArrowFunction(first) || ts.isFunctionExpression(first) || ts.isIdentifier(first))) calls.push(node.getText());
    }
    ts.forEachChild(node, visit);
  };
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  assert.deepEqual(/** @type {any} */ (tree)["parseDiagnostics"], [], file);
  visit(tree);
  return { names: [...new Set(names)], calls };
}
/** @param {string} source @param {string} file */
const faults = (source, file) => {
  const { names, calls } = uses(source, file);
  return [...names.filter((name) => Object.hasOwn(FORBIDDEN, name)).map((name) => `${name}: ${FORBIDDEN[name]}`), ...calls];
};

const [packed] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: WWW, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
const shipped = packed.files.map((/** @type {{ path: string }} */ { path }) => path).filter((/** @type {string} */ path) => path.endsWith(".js"));

describe("each shipped script", () => {
  test("all are here: the package's own, its languages, its words, the glue", () => {
    for (const path of ["index.js", "attach.js", "meter.js", "strength-worker.js", "locales/de-CH/hints.js", "locales/it/guide.js", "words/common.js", "pkg/inline.js", "pkg/strength.js"]) assert.ok(shipped.includes(path), path);
  });
  for (const path of shipped) {
    test(path, async () => {
      const source = await readFile(WWW + path, "utf8");
      assert.deepEqual(faults(source, path), []);
      const { names } = uses(source, path);
      for (const [name, files] of Object.entries(KNOWN)) if (names.includes(name)) assert.ok(files.includes(path), `${name} in ${path}`);
      assert.ok(!/\/\/# sourceMappingURL/.test(source), "no map that leads elsewhere");
    });
  }
});

test("bundled, with all that is imported: the same holds of what a page gets", async () => {
  const entryPoints = ["index.js", "meter.js", "strength.js", "strength-worker.js", "define.js", "define-guide.js", "describe-rating.js", "testing.js"].map((file) => WWW + file);
  const { outputFiles, metafile } = await build({ entryPoints, bundle: true, splitting: true, minify: true, format: "esm", target: "es2022", write: false, outdir: "out", metafile: true, logLevel: "silent" });
  for (const { path, text } of outputFiles) assert.deepEqual(faults(text, path), [], path);
  // Nothing of others comes along: no dependency at run time.
  assert.deepEqual(Object.keys(metafile.inputs).filter((input) => input.includes("node_modules")), []);
});

test("the search finds what it is to find", () => {
  /** @type {[source: string, faults: number, why: string][]} */
  const rows = [
    ["localStorage.a = 1", 1, "a bare name"], ["window['localStorage'].a = 1", 1, "a text in brackets"], ["const { localStorage: kept } = window", 1, "taken apart"],
    ["document.cookie = ''", 1, "a property"], ["const key = 'cookie'; document[key] = ''", 1, "a name kept first"], ["box.innerHTML = ''", 1, "markup"], ["document.write('')", 1, "into the document"],
    ["new Function('a')", 1, "code"], ["(0, eval)('a')", 1, "code, indirectly"], ["setTimeout('a()', 1)", 1, "code, later"], ["setTimeout(`a` + b)", 1, "put together"], ["setTimeout(() => {}, 1)", 0, "a function is none"],
    ["alert(1)", 1, "a line"], ["/** localStorage, eval */ const a = 'a text about localStorage';", 0, "a comment and a sentence are none"], ["new XMLHttpRequest()", 1, "a request"], ["navigator?.sendBeacon?.('')", 1, "optional"],
    ["'importScripts' in globalThis", 0, "asking whether it is there is none"],
  ];
  for (const [source, count, why] of rows) assert.equal(faults(source, "a.js").length, count, why);
});
