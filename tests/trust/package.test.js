/**
 * The packed scripts use none of what could keep, send, run or show what was typed: read from the files that npm packs, comments
 * aside. What they do while they run is shown by the other tests here.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";

const WWW = fileURLToPath(new URL("../../www/", import.meta.url));

/** By what it would do. Read and write alike: a page's own storage is none of ours. @type {Record<string, RegExp>} */
const FORBIDDEN = {
  "keeps": /\b(localStorage|sessionStorage|indexedDB|cookieStore|caches|openDatabase)\b|\.cookie\b/,
  "runs text": /\beval\b|\bnew Function\b|\bFunction\s*\(|setTimeout\(\s*["'`]|setInterval\(\s*["'`]|\bimportScripts\s*\(/,
  "makes markup": /\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|setHTML|DOMParser|srcdoc)\b|document\.write/,
  "sends": /\b(XMLHttpRequest|sendBeacon|WebSocket|EventSource|WebTransport|RTCPeerConnection|BroadcastChannel|serviceWorker)\b|\.submit\(|new Image\b/,
  "tells": /\bconsole\b|\b(alert|confirm|prompt)\(|\bdebugger\b|navigator\.clipboard/,
  "may be set from outside": /__proto__\s*[=\]]|\bwindow\.name\b|document\.domain/,
};

/** Where the network is asked: for the core on the page's own wish, the strength file, a breach check that the page switched on. */
const FETCHES = ["breach.js", "guard.js", "rater.js"];

/** wasm-bindgen's glue warns the page's author, in texts of its own, in functions that nobody here calls. */
const GLUE = /console\.warn\("(using deprecated parameters|`WebAssembly\.instantiateStreaming` failed)[^"]*"(,e)?\)/g;

/** @type {Map<string, string>} */
let scripts;

before(async () => {
  const [packed] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: WWW, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  const paths = packed.files.map((/** @type {{ path: string }} */ { path }) => path).filter((/** @type {string} */ path) => path.endsWith(".js"));
  // esbuild leaves comments out; texts stay, so the words of the lists are not searched.
  scripts = new Map(await Promise.all(paths.filter((/** @type {string} */ path) => !path.startsWith("words/")).map(async (/** @type {string} */ path) =>
    [path, (await transform(readFileSync(WWW + path, "utf8"), { minifyWhitespace: true, legalComments: "none" })).code.replace(path.startsWith("pkg/") ? GLUE : "", "")])));
});

test("every script of the package is read", () => {
  assert.ok(scripts.size >= 40, `${scripts.size} scripts`);
  for (const path of ["attach.js", "guard.js", "pkg/core.js", "pkg/strength.js", "strength-worker.js", "locales/fr.js"]) assert.ok(scripts.has(path), path);
});

for (const [what, pattern] of Object.entries(FORBIDDEN)) {
  test(`no script ${what}`, () => {
    const found = [...scripts].flatMap(([path, code]) => [...code.matchAll(new RegExp(pattern, "g"))].map((match) => `${path}: ${code.slice(Math.max(0, match.index - 30), match.index + 40)}`));
    assert.deepEqual(found, []);
  });
}

test("only three scripts can ask the network, and none another host by itself", (t) => {
  const asking = [...scripts].filter(([, code]) => /\bfetch\s*\(/.test(code)).map(([path]) => path).sort();
  assert.deepEqual(asking.filter((path) => !path.startsWith("pkg/")), FETCHES);
  const hosts = [...scripts].filter(([path]) => !/^locales\/|^demo/.test(path)).flatMap(([path, code]) => [...code.matchAll(/["'`](?:https?|wss?):\/\/[^"'`$]+/g)].map(([host]) => `${path}: ${host}`));
  assert.deepEqual(hosts, []);
  t.diagnostic(`figure: ${scripts.size} scripts, 0 uses; fetch in ${FETCHES.join(", ")}`);
});
