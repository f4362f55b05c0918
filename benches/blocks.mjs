/** How long a page stands still while a password is rated that was made to freeze it. Milliseconds of the longest task. */
import { median } from "./figures.mjs";
import { bombs } from "./passwords.mjs";

/** Each block is measured that often and its median taken: other programs take turns, too. */
const REPEATED = 3;
/** zxcvbn.js does not come back. */
const NOT_THEIRS = ["1 MB"];

/** The longest task of the page's main thread meanwhile, as Chromium's own trace has it. */
async function longestTask(/** @type {import("playwright-core").Browser} */ browser, /** @type {import("playwright-core").Page} */ page, /** @type {() => Promise<unknown>} */ work) {
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline"] });
  await work();
  /** @type {{ traceEvents: { name: string, ph: string, pid: number, tid: number, dur: number, args: { name?: string } }[] }} */
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8"));
  const mains = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid}:${tid}`));
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) => name === "RunTask" && ph === "X" && mains.has(`${pid}:${tid}`));
  if (!tasks.length) throw new Error("the trace has no tasks of the main thread: has Chromium renamed them?");
  return Math.max(...tasks.map(({ dur }) => dur)) / 1000;
}

/** @param {Awaited<ReturnType<import("./browsers.mjs").openChromium>>} chromium */
export async function blocksInChromium(chromium) {
  /** @type {Record<string, Record<string, number>>} */
  const blocks = {};
  for (const way of ["thread", "page"]) {
    const { page, call, close } = await chromium.fresh("/bench/strength");
    const row = (blocks[way] = /** @type {Record<string, number>} */ ({}));
    await call("first", way);
    for (const [name, bomb] of Object.entries(bombs)) {
      const times = [];
      await call("keep", bomb);
      for (let i = 0; i < REPEATED; i++) times.push(await longestTask(chromium.browser, page, () => call("bomb", way)));
      row[name] = median(times);
    }
    await close();
  }
  for (const peer of ["zxcvbn_js", "zxcvbn_ts", "check_password_strength"]) {
    const { call, close } = await chromium.fresh("/bench/strength");
    const row = (blocks[peer] = /** @type {Record<string, number>} */ ({}));
    for (const [name, bomb] of Object.entries(bombs)) {
      if (peer === "zxcvbn_js" && NOT_THEIRS.includes(name)) continue;
      const times = [];
      await call("keep", bomb);
      for (let i = 0; i < REPEATED; i++) times.push(await call("peerBomb", peer));
      row[name] = median(times);
    }
    await close();
  }
  return blocks;
}

/** @param {Record<string, number>} row */
export const worst = (row) => Math.max(...Object.values(row));
