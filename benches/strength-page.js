/** What the bench does on the page's own thread: the first rating, the round trip, the bombs, memory, growth; and the worker. */
import { load, rate } from "/strength.js";
import { secret } from "/bench/growth-loop.js";

/** Ratings before a series of lengths, so that no engine compiles in the middle of it; then samples of each length, of that long. */
const WARM_UP = 100;
const SAMPLES = 5;
const SAMPLE_MS = 1;

let kept = "";
const OPTIONS = { thread: {}, page: { worker: /** @type {const} */ (false) } };
const pause = (/** @type {number} */ ms) => new Promise((turn) => setTimeout(turn, ms));

/** Bytes of wasm memory, which the engine's count of its heap leaves out. */
let wasmBytes = 0;

/** The libraries on the page's own thread. @type {Record<string, () => Promise<(password: string) => unknown>>} */
const BRINGS = {
  passkind: async () => {
    const ours = await import("/pkg/strength.js");
    const { memory } = ours.initSync({ module: await WebAssembly.compileStreaming(fetch("/pkg/strength.wasm")) });
    return (password) => {
      const rating = ours.rate(password, password, []);
      wasmBytes = memory.buffer.byteLength;
      return rating;
    };
  },
  zxcvbn_js: async () => (await import("/bench/zxcvbn.js")).check,
  zxcvbn_ts: async () => (await import("/bench/zxcvbn-ts.js")).check,
  check_password_strength: async () => (await import("/bench/check-password-strength.js")).check,
};

/** @type {unknown} */
let held;

/** @type {any} */ (window).bench = {
  /** From nothing to the first rating. @param {"thread" | "page"} way */
  async first(way) {
    const started = performance.now();
    await load();
    const loaded = performance.now() - started;
    await rate("correct horse", OPTIONS[way]);
    return { load: loaded, first: performance.now() - started };
  },
  /** @param {string[]} passwords */
  async roundTrips(passwords) {
    const times = [];
    for (const password of passwords) {
      const started = performance.now();
      await rate(password);
      times.push(performance.now() - started);
    }
    return times;
  },
  /** Every library on the worker's thread, batch by batch in turn. @param {string[]} inputs @param {number} size @param {number} warmUp */
  async inWorker(inputs, size, warmUp) {
    const worker = new Worker("/bench/strength-bench-worker.js", { type: "module" });
    const ask = (/** @type {string[] | undefined} */ batch) => new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.postMessage({ batch });
    });
    const timings = await ask(undefined);
    await ask(inputs.slice(0, warmUp)); // the engines' compilers have seen the code
    /** @type {Record<string, number[]>} */
    const times = {};
    for (let from = 0; from < inputs.length; from += size) {
      for (const [name, some] of Object.entries(await ask(inputs.slice(from, from + size)))) (times[name] ??= []).push(...some);
    }
    worker.terminate();
    return { timings, times };
  },
  /** Kept here, so that handing it over is no part of the measurement. @param {string} bomb */
  keep: (bomb) => void (kept = bomb),
  /** Rates what was kept, with as much time before and after as others may need for theirs. @param {"thread" | "page"} way */
  async bomb(way) {
    await pause(30);
    await rate(kept, { ...OPTIONS[way], budgetMs: 200 });
    await pause(30);
  },
  /** The same by a library that holds up the page while it works. @param {string} name */
  async peerBomb(name) {
    const check = await BRINGS[name]?.();
    check?.("correct horse");
    const started = performance.now();
    check?.(kept);
    return performance.now() - started;
  },
  /** Brings a library and rates with it, so that what it keeps is there; it is held until the page goes. Answers with its bytes of wasm memory. @param {string} name @param {string[]} passwords */
  async hold(name, passwords) {
    const check = await BRINGS[name]?.();
    for (const password of passwords) check?.(password);
    held = check;
    return wasmBytes;
  },
  /** Milliseconds of one rating by length: `rate` as a page calls it, the others as they are. What is too slow is left out. @param {number[]} lengths @param {number} patience */
  async growth(lengths, patience) {
    /** @type {Record<string, (password: string) => unknown>} */
    const works = { passkind: (password) => rate(password) };
    for (const name of ["zxcvbn_js", "zxcvbn_ts", "check_password_strength"]) works[name] = /** @type {(password: string) => unknown} */ (await BRINGS[name]?.());
    /** @type {Record<string, Record<string, number>>} */
    const series = {};
    for (const [name, work] of Object.entries(works)) {
      const timed = async (/** @type {string} */ password, /** @type {number} */ calls) => {
        const started = performance.now();
        for (let i = 0; i < calls; i++) await work(password);
        return (performance.now() - started) / calls;
      };
      await timed("correct horse", WARM_UP);
      for (const length of lengths) {
        const password = secret(length);
        const once = await timed(password, 1);
        const calls = Math.max(1, Math.ceil(SAMPLE_MS / Math.max(once, 0.005)));
        const times = once < patience / 10 ? [] : [once];
        while (times.length < SAMPLES && once < patience / 10) times.push(await timed(password, calls));
        const middle = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
        (series[name] ??= {})[length] = middle;
        if (middle > patience / 10) break; // the next is longer, and may take ten times the time or a hundred
      }
    }
    return series;
  },
  isHeld: () => held !== undefined,
};
