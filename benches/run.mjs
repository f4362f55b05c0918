// `make bench`: everything in one run. Figures into target/bench.json and docs/bench.json; from these docs/benchmarks.md, two plots, and
// the README's passage.
import { mkdirSync } from "node:fs";
import { assessInNode } from "./assess.mjs";
import { bombsInNode } from "./assess-bombs.mjs";
import { rateBombsInNode } from "./rate-bombs.mjs";
import { openChromium, openFirefox, versionOf } from "./browsers.mjs";
import { writeDocuments } from "./document.mjs";
import { downloads } from "./downloads.mjs";
import { growthInNode, withSlopes } from "./growth.mjs";
import { identifiersNatively } from "./identifiers.mjs";
import { servePages } from "./pages.mjs";
import { crateVersions, lacking, machine, packageVersions, RECORDED, ROOT, tidied, writeRecord } from "./record.mjs";
import { assessFigures, assessOnPage, hintsInChromium, readyInChromium, readyInFirefox } from "./sign-in.mjs";
import { strengthInChromium, strengthInFirefox, strengthInNode } from "./strength.mjs";
import { assessRows, blockRows, downloadRows, growthRows, hintRows, identifierRows, RATING_GROWTH, ratingRows, ratingStartRows, readyRows, twinRows } from "./tables.mjs";

const started = performance.now();
/** @template T @param {string} what @param {() => Promise<T> | T} work @returns {Promise<T>} */
async function part(what, work) {
  const from = performance.now();
  const found = await work();
  console.log(`${what}: ${((performance.now() - from) / 1000).toFixed(0)} s`);
  return found;
}

/** `{ ready: { p50: 1 } }` becomes `{ ready_p50_ms: 1 }`. @param {Record<string, any>} figures @returns {Record<string, number>} */
function flat(figures) {
  return Object.fromEntries(Object.entries(figures).flatMap(([name, value]) =>
    typeof value === "object" ? Object.entries(flat(value)).map(([inner, one]) => [`${name}_${inner}`, one]) : [[name === "times" ? name : `${name}_ms`, value]]));
}

async function inChromium(/** @type {string} */ origin) {
  const chromium = await openChromium(origin);
  try {
    const load = flat(await part("Chromium, first focus to ready", () => readyInChromium(chromium)));
    const hint = flat(await part("Chromium, leaving a field to the hint", () => hintsInChromium(chromium)));
    const page = async (/** @type {string} */ path, /** @type {(call: Function) => Promise<any>} */ ask) => {
      const tab = await chromium.fresh(path);
      const found = await ask(tab.call);
      await tab.close();
      return found;
    };
    const assess = await part("Chromium, assess", () => page("/bench/assess", (call) => assessOnPage(/** @type {any} */ (call), { rounds: 15, calls: 4 })));
    const script = "/script";
    const twin = await part("Chromium, the core as JavaScript", async () => {
      const load = flat(await readyInChromium(chromium, script));
      const hint = flat(await hintsInChromium(chromium, script));
      const assess = await page(`${script}/bench/assess`, (call) => assessOnPage(/** @type {any} */ (call), { rounds: 5, calls: 4 }));
      return { p50_us: assess.p50_us, p99_us: assess.p99_us, core_ready_ms: load["cached_ready_p50_ms"], core_ready_cold_ms: load["cold_ready_p50_ms"], throttled_p95_ms: hint["throttled_p95_ms"] };
    });
    const growth = withSlopes(await part("Chromium, growth", () => page("/bench/growth", (call) => call("growth"))));
    const strength = await part("Chromium, new passwords", () => strengthInChromium(chromium));
    return { version: chromium.version, figures: { assess, load: { core_ready_ms: load["cached_ready_p50_ms"], core_ready_cold_ms: load["cold_ready_p50_ms"], ...load }, hint, twin, strength, growth } };
  } finally {
    await chromium.close();
  }
}

async function inFirefox(/** @type {string} */ origin) {
  const firefox = await openFirefox(origin);
  if (!firefox) return undefined;
  try {
    const load = flat(await part("Firefox, first focus to ready", () => readyInFirefox(firefox)));
    const assess = await part("Firefox, assess", async () => {
      await firefox.visit("/bench/assess");
      return assessOnPage(firefox.call, { rounds: 6, calls: 8 });
    });
    const strength = await part("Firefox, new passwords", () => strengthInFirefox(firefox));
    return { version: firefox.version, figures: { assess, load, strength } };
  } finally {
    await firefox.close();
  }
}

const size = await part("downloads", downloads);
const identifiers = await part("addresses, natively", identifiersNatively);
const node = {
  assess: assessFigures(await part("Node, assess", () => assessInNode())),
  growth: await part("Node, growth", growthInNode),
  strength: await part("Node, new passwords", strengthInNode),
};
const [worst] = await part("Node, texts made to take long", bombsInNode);
const [worstRated] = await part("Node, new passwords made to take long", rateBombsInNode);
console.log(`of new passwords: ${worstRated.ms.toFixed(2)} ms, ${worstRated.name}, ${worstRated.where}`);
console.log(`the longest: ${worst.ms.toFixed(2)} ms, ${worst.name}, ${worst.where}`);
const { origin, close } = await servePages();
const chromium = await inChromium(origin);
const firefox = await inFirefox(origin);
await close();

const record = tidied({
  date: new Date().toISOString().slice(0, 10),
  machine: machine(),
  versions: {
    Node: process.versions.node, Chromium: chromium.version, Firefox: firefox?.version, rustc: versionOf("rustc").split(" ")[1],
    ...packageVersions(), ...crateVersions(),
  },
  size, ...chromium.figures, identifiers, node, firefox: firefox?.figures,
});
const lost = lacking(record);
if (lost.length) throw new Error(`the run has not measured ${lost.join(", ")}`);
mkdirSync(`${ROOT}target`, { recursive: true });
writeRecord(`${ROOT}target/bench.json`, record);
writeRecord(RECORDED, record);
writeDocuments(record);

const tables = {
  Downloads: downloadRows(record), "One question": assessRows(record), "First focus to ready": readyRows(record), "Without WebAssembly": twinRows(record), "Leaving a field to the hint": hintRows(record),
  "One rating": ratingRows(record), "Load, first rating, block, memory": ratingStartRows(record), "Blocks": blockRows(record),
  "Growth, Chromium": growthRows(record.growth), "Growth, Node": growthRows(record.node.growth), "Growth, new passwords": growthRows(record.strength.growth, RATING_GROWTH),
  "Addresses, natively": identifierRows(record),
};
for (const [title, [head = [], ...rows]] of Object.entries(tables)) {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => (row[at] ?? "").length)));
  console.log(`\n${title}`);
  for (const row of [head, ...rows]) console.log(`  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ").trimEnd()}`);
}
console.log(`\nwritten to target/bench.json, docs/bench.json, docs/benchmarks.md, two plots and README.md, after ${((performance.now() - started) / 1000).toFixed(0)} s`);
