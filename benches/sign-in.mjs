/** The sign-in form: from first focus to ready, from leaving a field to the hint; `assess` in pages. */
import { median, quantile, spread } from "./figures.mjs";
import { caller } from "./browsers.mjs";
import { pairs } from "./pairs.mjs";

/** Loads that are measured of each kind. */
const LOADS = 15;
/** Engines keep what they have made of a script once they have met it often enough: Chromium after two loads. */
const LOADS_BEFORE_WARM = 3;
const FORMS = 5;
const ROUNDS = 12;
const THROTTLING = 4;

/** Pairs that differ from each other in what is said, since what stands there already is not said again. */
const SLIPS = ["gmial.com", "outlok.com", "hotmial.com", "bluewni.ch", "gmail.con", "yaho.com"];
const SECRETS = ["Sommer24!", "749 163", `ghp_${"k4Jq9XwB2m".repeat(4).slice(0, 36)}`, "https://mail.example.com/login", "4111 1111 1111 1111"];

/** Milliseconds of many times, in figures. @param {number[]} times */
const figures = (times) => ({ p50: median(times), p25: quantile(times, 0.25), p75: quantile(times, 0.75), p95: quantile(times, 0.95), max: Math.max(...times) });

/** @param {{ ready: number, answer: number }[]} loads */
const loadFigures = (loads) => ({ ready: figures(loads.map(({ ready }) => ready)), answer: figures(loads.map(({ answer }) => answer)) });

/**
 * Cold: a new context for each load, with nothing in its caches; the download is from this machine. Warm: one context, the
 * page loaded again. Kept then are the answers over HTTP, which have caching headers, and what V8 has made of the scripts
 * (its code cache). What it has made of the wasm is not kept on disk, since the bytes come from a script and not from an answer
 * (`compileStreaming`); while the process lives, V8 finds a module that it has compiled before by its bytes.
 * @param {Awaited<ReturnType<import("./browsers.mjs").openChromium>>} chromium @param {string} [root] where its pages are
 */
export async function readyInChromium(chromium, root = "") {
  const one = async (/** @type {import("playwright-core").Page} */ page) => {
    await page.evaluate(() => /** @type {any} */ (window).bench.armReady());
    await page.keyboard.press("Tab");
    return page.evaluate(() => /** @type {any} */ (window).bench.measured());
  };
  const [cold, warm] = [[], []];
  for (let load = 0; load < LOADS; load++) {
    const tab = await chromium.fresh(`${root}/bench/sign-in`);
    cold.push(await one(tab.page));
    await tab.close();
  }
  const { page, close } = await chromium.fresh(`${root}/bench/sign-in`);
  for (let load = 0; load < LOADS_BEFORE_WARM + LOADS; load++) {
    await chromium.visit(page, `${root}/bench/sign-in`);
    const times = await one(page);
    if (load >= LOADS_BEFORE_WARM) warm.push(times);
  }
  await close();
  return { cold: loadFigures(cold), cached: loadFigures(warm) };
}

/** The same in Firefox, which keeps one profile: cold is an address that it has not seen. @param {NonNullable<Awaited<ReturnType<import("./browsers.mjs").openFirefox>>>} firefox */
export async function readyInFirefox(firefox) {
  const one = async (/** @type {string} */ path) => {
    await firefox.visit(path);
    await firefox.call("armReady");
    await firefox.driver.findElement({ css: "input" }).click();
    return firefox.call("measured");
  };
  const [cold, warm] = [[], []];
  for (let load = 0; load < LOADS; load++) cold.push(await one(`/run-${load}/bench/sign-in`));
  for (let load = 0; load < LOADS_BEFORE_WARM; load++) await one("/bench/sign-in");
  for (let load = 0; load < LOADS; load++) warm.push(await one("/bench/sign-in"));
  return { cold: loadFigures(cold), cached: loadFigures(warm) };
}

/**
 * From leaving a field by the Tab key to the hint's text in the page, at a quarter of the processor's speed and unthrottled: both
 * fields of new forms, twelve times each, the first hint of each page included.
 * @param {Awaited<ReturnType<import("./browsers.mjs").openChromium>>} chromium @param {string} [root] where its pages are
 */
export async function hintsInChromium(chromium, root = "") {
  /** @type {Record<string, number[]>} */
  const times = { throttled: [], unthrottled: [] };
  for (let form = 0; form < FORMS; form++) {
    for (const [name, rate] of /** @type {const} */ ([["throttled", THROTTLING], ["unthrottled", 1]])) {
      const { page, context, close } = await chromium.fresh(`${root}/bench/sign-in`);
      const call = caller(page);
      const session = await context.newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate });
      await call("attach");
      for (let round = 0; round < ROUNDS; round++) {
        const typed = { user: `anna${round}@${SLIPS[round % SLIPS.length]}`, password: `${SECRETS[round % SECRETS.length]}` };
        for (const [field, text] of Object.entries(typed)) {
          await page.locator(`[name=${field}]`).fill(text);
          await call("armHint");
          await page.keyboard.press("Tab");
          times[name]?.push(await call("measured"));
        }
      }
      await close();
    }
  }
  return { throttled: figures(times.throttled ?? []), unthrottled: figures(times.unthrottled ?? []), times: times.throttled?.length };
}

/**
 * The clock is too coarse for one call (5 µs in Chromium, 20 µs in Firefox): some in a row are timed as one. Each pair's figure
 * is the middle of its rounds; the quantiles are over the pairs.
 * @param {(name: string, ...given: unknown[]) => Promise<any>} call @param {{ rounds: number, calls: number }} times
 */
export async function assessOnPage(call, { rounds, calls }) {
  const { forms, pairs: asked } = pairs();
  return assessFigures(await call("assess", forms, asked, rounds, calls));
}

/** @param {ReturnType<typeof import("./assess-loop.js").measureAssess>} measured */
export function assessFigures({ first, ours, peer }) {
  const names = (/** @type {string} */ before, /** @type {number[]} */ times) =>
    Object.fromEntries(Object.entries(spread(times)).map(([name, value]) => [`${before}${name}_us`, value]));
  return { ...names("", ours), first_us: first.ours, ...names("peer_", peer), peer_first_us: first.peer };
}
