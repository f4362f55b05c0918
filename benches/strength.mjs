/** The set-password path beside zxcvbn.js, zxcvbn-ts and check-password-strength: the same 5,000 passwords, batch by batch in turn. */
import { readFileSync } from "node:fs";
import { blocksInChromium, worst } from "./blocks.mjs";
import { median, spread } from "./figures.mjs";
import { withSlopes } from "./growth.mjs";
import { passwords } from "./passwords.mjs";
import { imported, peer } from "./peers.mjs";

const BATCH = 250;
const WARM_UP = 500;
/** Of them, in Node and Firefox: zxcvbn-ts takes its time. */
const FEWER = 2_000;
/** Pages opened anew for load and first rating. */
const FIRSTS = 5;
/** Where one rating takes a tenth of that, the next length is not asked. */
const PATIENCE_MS = 2_000;
/** Closer where the others end. */
const LENGTHS = [10, 20, 50, 100, 200, 500, ...[3, 4, 5, 6, 7].map((power) => 10 ** power)];
const PEERS = ["zxcvbn_js", "zxcvbn_ts", "check_password_strength"];

/** `p50_ms` ours, `zxcvbn_js_p50_ms` theirs. @param {Record<string, number[]>} times */
function rows(times) {
  return Object.fromEntries(Object.entries(times).flatMap(([library, some]) =>
    Object.entries(spread(some)).map(([name, value]) => [`${library === "passkind" ? "" : `${library}_`}${name}_ms`, value])));
}

/** @param {Awaited<ReturnType<import("./browsers.mjs").openChromium>>} chromium */
export async function strengthInChromium(chromium) {
  const inputs = passwords();
  const { call, close } = await chromium.fresh("/bench/strength");
  const { times } = await call("inWorker", inputs, BATCH, WARM_UP);
  await close();

  const firsts = { thread: [], page: [] };
  const loads = [];
  let roundTrips = [];
  for (let i = 0; i < FIRSTS; i++) {
    for (const way of /** @type {const} */ (["thread", "page"])) {
      const own = await chromium.fresh("/bench/strength");
      const { load, first } = await own.call("first", way);
      firsts[way].push(first);
      loads.push(load);
      if (way === "thread" && i === 0) roundTrips = await own.call("roundTrips", inputs.slice(0, 500));
      await own.close();
    }
  }
  const peers = await peersFirst(chromium);
  const blocks = await blocksInChromium(chromium);
  const trips = spread(roundTrips);
  return {
    ...rows(times),
    load_ms: median(loads), first_ms: Math.max(median(firsts.thread), median(firsts.page)), first_thread_ms: median(firsts.thread), first_page_ms: median(firsts.page),
    ...Object.fromEntries(Object.entries(trips).map(([name, value]) => [`round_trip_${name}_ms`, value])), ...peers,
    worst_block_ms: Math.max(worst(blocks.thread ?? {}), worst(blocks.page ?? {})),
    ...Object.fromEntries(PEERS.map((name) => [`${name}_worst_ms`, worst(blocks[name] ?? {})])),
    blocks, memory_bytes: await memory(chromium, inputs.slice(0, 200)),
    growth: await growth(chromium),
  };
}

/** Load and first rating of the peers, each time in a new context. @param {Awaited<ReturnType<import("./browsers.mjs").openChromium>>} chromium */
async function peersFirst(chromium) {
  /** @type {Record<string, number[]>} */
  const times = {};
  for (let i = 0; i < FIRSTS; i++) {
    const { call, close } = await chromium.fresh("/bench/strength");
    const { timings: { load, first } } = await call("inWorker", [], BATCH, 0);
    for (const name of PEERS) {
      (times[`${name}_load_ms`] ??= []).push(load[name]);
      (times[`${name}_first_ms`] ??= []).push(load[name] + first[name]);
    }
    await close();
  }
  return Object.fromEntries(Object.entries(times).map(([name, some]) => [name, median(some)]));
}

/**
 * Bytes that a page has more with a library loaded and used, after the garbage is collected: objects, scripts and arrays by the
 * engine's own count, and the memory of wasm. Machine code that the engine makes of wasm is not in it.
 * @param {Awaited<ReturnType<import("./browsers.mjs").openChromium>>} chromium @param {string[]} some
 */
async function memory(chromium, some) {
  /** @type {Record<string, number>} */
  const bytes = {};
  for (const name of ["passkind", ...PEERS]) {
    const { page, context, call, close } = await chromium.fresh("/bench/strength");
    const session = await context.newCDPSession(page);
    const used = async () => {
      await session.send("HeapProfiler.collectGarbage");
      const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = /** @type {Record<string, number>} */ (/** @type {unknown} */ (await session.send("Runtime.getHeapUsage")));
      return usedSize + embedderHeapUsedSize + backingStorageSize;
    };
    const before = await used();
    const wasm = await call("hold", name, some);
    bytes[name] = (await used()) - before + wasm;
    await close();
  }
  return bytes;
}

/** @param {Awaited<ReturnType<import("./browsers.mjs").openChromium>>} chromium */
async function growth(chromium) {
  const { call, close } = await chromium.fresh("/bench/strength");
  const series = await call("growth", LENGTHS, PATIENCE_MS);
  await close();
  const inUs = (/** @type {Record<string, number>} */ row) => Object.fromEntries(Object.entries(row).map(([at, ms]) => [at, ms * 1000]));
  return withSlopes(Object.fromEntries(Object.entries(series).map(([name, row]) => [name, inUs(row)])));
}

/** @param {NonNullable<Awaited<ReturnType<import("./browsers.mjs").openFirefox>>>} firefox */
export async function strengthInFirefox(firefox) {
  await firefox.visit("/bench/strength");
  const { times } = await firefox.call("inWorker", passwords().slice(0, FEWER), BATCH, WARM_UP);
  return rows(times);
}

/** The same passwords under Node, where there is no thread of ours. */
export async function strengthInNode() {
  const strength = await import("../www/pkg/strength.js");
  strength.initSync({ module: new WebAssembly.Module(readFileSync(new URL("../www/pkg/strength.wasm", import.meta.url))) });
  /** @type {Record<string, (password: string) => unknown>} */
  const libraries = { passkind: (password) => strength.rate(password, password, []) };
  for (const [name, bundle] of /** @type {const} */ ([["zxcvbn_js", "zxcvbn"], ["zxcvbn_ts", "zxcvbn-ts"], ["check_password_strength", "check-password-strength"]])) libraries[name] = (await imported(await peer(bundle))).check;
  const inputs = passwords().slice(0, FEWER);
  /** @type {Record<string, number[]>} */
  const times = {};
  for (const rate of Object.values(libraries)) for (const password of inputs.slice(0, WARM_UP)) rate(password);
  for (let from = 0; from < inputs.length; from += BATCH) {
    for (const [name, rate] of Object.entries(libraries)) {
      for (const password of inputs.slice(from, from + BATCH)) {
        const started = performance.now();
        rate(password);
        (times[name] ??= []).push(performance.now() - started);
      }
    }
  }
  return rows(times);
}
