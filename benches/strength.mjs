// `make bench`: the strength file beside zxcvbn.js and zxcvbn-ts in one run, in Chromium and in Node, into target/bench.json.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { sizes } from "../scripts/size.mjs";
import { launch } from "../tests/browser/chromium.js";
import { bombs, passwords } from "./passwords.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const WWW = join(ROOT, "www");
const BATCH = 250;
/** Each block is measured that often and its median taken: other programs take turns, too. */
const REPEATED = 5;
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };

const PEERS = {
  zxcvbn: `export { default as zxcvbn } from "zxcvbn";`,
  "zxcvbn-ts": `import { ZxcvbnFactory } from "@zxcvbn-ts/core";
    import * as common from "@zxcvbn-ts/language-common";
    import * as en from "@zxcvbn-ts/language-en";
    const factory = new ZxcvbnFactory({ dictionary: { ...common.dictionary, ...en.dictionary }, graphs: common.adjacencyGraphs, translations: en.translations });
    export const check = (password) => factory.check(password);`,
};

/** @param {import("esbuild").BuildOptions} options */
async function bundled(options) {
  const { outputFiles } = await build({ bundle: true, minify: true, format: "esm", target: "es2022", write: false, legalComments: "none", platform: "browser", ...options });
  return outputFiles[0].contents;
}
const brotli = (data) => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length } }).length;

const peers = Object.fromEntries(await Promise.all(Object.entries(PEERS).map(async ([name, contents]) =>
  [name, await bundled({ stdin: { contents, resolveDir: ROOT } })])));
/** The entry, the list of common passwords, the thread and its glue; a language's words are a file of their own. */
const words = ["fr", "de", "it", "es"].map((name) => `./words/${name}.js`);
const parts = {
  script: await bundled({ entryPoints: [join(WWW, "strength.js")], external: [...words, "./pkg/strength.js"] }),
  worker: await bundled({ entryPoints: [join(WWW, "strength-worker.js")] }),
  wasm: readFileSync(join(WWW, "pkg/strength.wasm")),
};
/** A section of a wasm file by its id (https://webassembly.github.io/spec/core/binary/modules.html): 10 is code, 11 is data. */
function section(file, wanted) {
  const number = (at) => {
    let [value, shift] = [0, 0];
    for (;; shift += 7) {
      const byte = file[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return [value, at];
    }
  };
  for (let at = 8; at < file.length;) {
    const id = file[at];
    const [length, from] = number(at + 1);
    if (id === wanted) return file.subarray(from, from + length);
    at = from + length;
  }
  return file.subarray(0, 0);
}
const sum = (pack) => Object.values(parts).reduce((total, part) => total + pack(part), 0);
const core = await sizes();
const size = {
  core_br: core.inlined, core_separate_br: core.separate,
  strength_br: sum(brotli), strength_gzip: sum((part) => gzipSync(part, { level: 9 }).length),
  zxcvbn_js_br: brotli(peers.zxcvbn), zxcvbn_ts_br: brotli(peers["zxcvbn-ts"]),
};

const FILES = {
  "/": `<!doctype html><html lang="en"><title>bench</title><script type="module" src="/bench/page.js"></script></html>`,
  "/bench/page.js": readFileSync(join(ROOT, "benches/strength-page.js")),
  "/bench/worker.js": readFileSync(join(ROOT, "benches/strength-bench-worker.js")),
  "/bench/zxcvbn.js": peers.zxcvbn,
  "/bench/zxcvbn-ts.js": peers["zxcvbn-ts"],
};
const server = createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
  try {
    const body = FILES[path] ?? readFileSync(join(WWW, path));
    // Isolated pages have a clock of 5 microseconds; others one of 100.
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/html", "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
const origin = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/`;

const at = (times, share) => times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
const spread = (times) => ({ p50: at(times, 0.5), p95: at(times, 0.95), p99: at(times, 0.99), max: times.at(-1) });

const browser = await launch();
const fresh = async () => {
  const page = await browser.newPage();
  await page.goto(origin);
  await page.waitForFunction("window.ready");
  return page;
};

/** Milliseconds of the longest task of the page's main thread meanwhile, as Chromium's own trace has it. */
async function longestTask(page, work) {
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline"] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8"));
  const mains = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid}:${tid}`));
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) => name === "RunTask" && ph === "X" && mains.has(`${pid}:${tid}`));
  if (!tasks.length) throw new Error("the trace has no tasks of the main thread: has Chromium renamed them?");
  return Math.max(...tasks.map(({ dur }) => dur)) / 1000;
}

const inputs = passwords();
const page = await fresh();
const rated = await page.evaluate(async ([inputs, size]) => {
  const worker = new Worker("/bench/worker.js", { type: "module" });
  const ask = (batch) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage({ batch });
  });
  const timings = await ask(undefined);
  const times = {};
  await ask(inputs.slice(0, 500)); // the engines' compilers have seen the code
  for (let from = 0; from < inputs.length; from += size) {
    for (const [name, some] of Object.entries(await ask(inputs.slice(from, from + size)))) (times[name] ??= []).push(...some);
  }
  worker.terminate();
  return { timings, times };
}, [inputs, BATCH]);
const inWorker = Object.fromEntries(Object.entries(rated.times).map(([name, times]) => [name, spread(times)]));
await page.close();

const measured = {};
const blocks = {};
for (const way of ["thread", "page"]) {
  const own = await fresh();
  measured[way] = await own.evaluate((way) => window.measure.first(way), way);
  if (way === "thread") measured.roundTrip = spread(await own.evaluate((some) => window.measure.roundTrips(some), inputs.slice(0, 500)));
  // Ordinary passwords first: "after the first rating", and the engine's better compiler has had its turn or not, as it likes.
  blocks[way] = {};
  for (const [name, bomb] of Object.entries(bombs)) {
    const times = [];
    await own.evaluate((bomb) => window.measure.keep(bomb), bomb);
    for (let i = 0; i < REPEATED; i++) times.push(await longestTask(own, () => own.evaluate((way) => window.measure.bomb(way), way)));
    blocks[way][name] = at(times, 0.5);
  }
  await own.close();
}
const own = await fresh();
blocks.zxcvbn = {};
for (const [name, bomb] of Object.entries(bombs)) {
  if (name === "1 MB") continue; // zxcvbn.js does not come back
  blocks.zxcvbn[name] = await own.evaluate((bomb) => window.measure.zxcvbn(bomb), bomb);
}
await browser.close();
server.close();

const worst = (row) => Math.max(...Object.values(row));
const rounded = (n) => Math.round(n * 1000) / 1000;
const strength = {
  p50_ms: inWorker.passkind.p50, p95_ms: inWorker.passkind.p95, p99_ms: inWorker.passkind.p99,
  first_ms: Math.max(measured.thread.first, measured.page.first), load_ms: measured.thread.load,
  round_trip_p50_ms: measured.roundTrip.p50, round_trip_p99_ms: measured.roundTrip.p99,
  worst_block_ms: Math.max(worst(blocks.thread), worst(blocks.page)),
  worst_block_worker_ms: worst(blocks.thread), worst_block_page_ms: worst(blocks.page),
  zxcvbn_js_p50_ms: inWorker.zxcvbn.p50, zxcvbn_js_p99_ms: inWorker.zxcvbn.p99, zxcvbn_js_worst_ms: worst(blocks.zxcvbn),
  zxcvbn_js_first_ms: rated.timings.load.zxcvbn + rated.timings.first.zxcvbn,
  zxcvbn_ts_p50_ms: inWorker["zxcvbn-ts"].p50, zxcvbn_ts_p99_ms: inWorker["zxcvbn-ts"].p99,
  zxcvbn_ts_first_ms: rated.timings.load["zxcvbn-ts"] + rated.timings.first["zxcvbn-ts"],
};

/** The same passwords under Node, where there is no thread of ours. */
async function inNode() {
  const strengthFile = await import("../www/pkg/strength.js");
  strengthFile.initSync({ module: new WebAssembly.Module(parts.wasm) });
  const load = async (name) => import(`data:text/javascript;base64,${Buffer.from(peers[name]).toString("base64")}`);
  const [{ zxcvbn }, { check }] = [await load("zxcvbn"), await load("zxcvbn-ts")];
  const libraries = { passkind: (password) => strengthFile.rate(password, password, []), zxcvbn, "zxcvbn-ts": check };
  const times = {};
  for (let from = 0; from < inputs.length; from += BATCH) {
    for (const [name, rate] of Object.entries(libraries)) {
      for (const password of inputs.slice(from, from + BATCH)) {
        const started = performance.now();
        rate(password);
        (times[name] ??= []).push(performance.now() - started);
      }
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, times]) => [name, spread(times)]));
}
const node = await inNode();

const round = (object) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, rounded(value)]));
const result = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores`,
  chromium: browser.version(),
  size,
  strength: round(strength),
  node: Object.fromEntries(Object.entries(node).map(([name, times]) => [name, round(times)])),
  blocks: Object.fromEntries(Object.entries(blocks).map(([way, row]) => [way, round(row)])),
};
mkdirSync(join(ROOT, "target"), { recursive: true });
writeFileSync(join(ROOT, "target/bench.json"), `${JSON.stringify(result, undefined, 2)}\n`);

const ms = (n) => `${n.toFixed(n < 10 ? 2 : 0)} ms`;
const kB = (n) => `${(n / 1000).toFixed(1)} kB`;
console.log(`download, brotli 11: passkind/strength ${kB(size.strength_br)}, zxcvbn.js ${kB(size.zxcvbn_js_br)} (ratio ${(size.strength_br / size.zxcvbn_js_br).toFixed(3)}), zxcvbn-ts ${kB(size.zxcvbn_ts_br)} (ratio ${(size.strength_br / size.zxcvbn_ts_br).toFixed(3)})`);
console.log(`  of which wasm ${kB(brotli(parts.wasm))} (alone: data ${kB(brotli(section(parts.wasm, 11)))}, code ${kB(brotli(section(parts.wasm, 10)))}), worker and glue ${kB(brotli(parts.worker))}, script ${kB(brotli(parts.script))}`);
for (const [where, table] of [["Chromium, worker", inWorker], ["Node", node]]) {
  for (const [name, { p50, p95, p99, max }] of Object.entries(table)) console.log(`${where}: ${name} p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)}, max ${ms(max)}`);
}
console.log(`p50 beside zxcvbn.js: ${(inWorker.passkind.p50 / inWorker.zxcvbn.p50).toFixed(3)} in Chromium, ${(node.passkind.p50 / node.zxcvbn.p50).toFixed(3)} in Node`);
console.log(`first rating, download from this machine included: ${ms(measured.thread.first)} with a thread, ${ms(measured.page.first)} without; round trip p50 ${ms(measured.roundTrip.p50)}, p99 ${ms(measured.roundTrip.p99)}`);
for (const name of Object.keys(bombs)) console.log(`block, ${name}: with a thread ${ms(blocks.thread[name])}, without ${ms(blocks.page[name])}, zxcvbn.js ${blocks.zxcvbn[name] === undefined ? "not measured: it does not come back" : ms(blocks.zxcvbn[name])}`);
console.log("written to target/bench.json");
