/** Rates batches on a worker's thread, each library on the same passwords in turn; answers with milliseconds for each. */
const now = () => performance.now();

/** @type {Record<string, (password: string) => unknown>} */
const libraries = {};
const timings = {};

const ready = (async () => {
  let started = now();
  const ours = await import("/pkg/strength.js");
  ours.initSync({ module: await WebAssembly.compileStreaming(fetch("/pkg/strength.wasm")) });
  timings.load = { passkind: now() - started };
  libraries.passkind = (password) => ours.rate(password, password, []);

  started = now();
  const { zxcvbn } = await import("/bench/zxcvbn.js");
  timings.load.zxcvbn = now() - started;
  libraries.zxcvbn = (password) => zxcvbn(password);

  started = now();
  const { check } = await import("/bench/zxcvbn-ts.js");
  timings.load["zxcvbn-ts"] = now() - started;
  libraries["zxcvbn-ts"] = (password) => check(password);

  timings.first = {};
  for (const [name, rate] of Object.entries(libraries)) {
    started = now();
    rate("correct horse");
    timings.first[name] = now() - started;
  }
})();

addEventListener("message", async ({ data: { batch } }) => {
  await ready;
  if (!batch) return postMessage(timings);
  const answer = {};
  for (const [name, rate] of Object.entries(libraries)) {
    answer[name] = batch.map((password) => {
      const started = now();
      rate(password);
      return now() - started;
    });
  }
  return postMessage(answer);
});
