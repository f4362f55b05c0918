/** Rates batches on a worker's thread, each library on the same passwords in turn; answers with milliseconds for each. */
const now = () => performance.now();

/** How each is brought, in this order. @type {Record<string, () => Promise<(password: string) => unknown>>} */
const BRINGS = {
  passkind: async () => {
    const ours = await import("/pkg/strength.js");
    ours.initSync({ module: await WebAssembly.compileStreaming(fetch("/pkg/strength.wasm")) });
    return (password) => ours.rate(password, password, []);
  },
  zxcvbn_js: async () => (await import("/bench/zxcvbn.js")).check,
  zxcvbn_ts: async () => (await import("/bench/zxcvbn-ts.js")).check,
  check_password_strength: async () => (await import("/bench/check-password-strength.js")).check,
};

/** @type {Record<string, (password: string) => unknown>} */
const libraries = {};
/** @type {{ load: Record<string, number>, first: Record<string, number> }} */
const timings = { load: {}, first: {} };

const ready = (async () => {
  for (const [name, bring] of Object.entries(BRINGS)) {
    const started = now();
    libraries[name] = await bring();
    timings.load[name] = now() - started;
  }
  for (const [name, rate] of Object.entries(libraries)) {
    const started = now();
    rate("correct horse");
    timings.first[name] = now() - started;
  }
})();

/** Calls that are timed as one: it takes less than a step of the clock, which is 5 µs in Chromium and 20 µs in Firefox. @type {Record<string, number>} */
const CALLS = { check_password_strength: 200 };

/** @param {(password: string) => unknown} rate @param {string} password @param {number} times */
function timed(rate, password, times) {
  const started = now();
  for (let i = 0; i < times; i++) rate(password);
  return (now() - started) / times;
}

addEventListener("message", async ({ data: { batch } }) => {
  await ready;
  if (!batch) return postMessage(timings);
  /** @type {Record<string, number[]>} */
  const answer = {};
  for (const [name, rate] of Object.entries(libraries)) {
    answer[name] = batch.map((/** @type {string} */ password) => timed(rate, password, CALLS[name] ?? 1));
  }
  return postMessage(answer);
});
