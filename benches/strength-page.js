/** What the bench does on the page's own thread: the first rating, the round trip, the bombs. */
import { load, rate } from "/strength.js";

let kept = "";
const OPTIONS = { thread: {}, page: { worker: /** @type {const} */ (false) } };

window.measure = {
  /** From nothing to the first rating. */
  async first(way) {
    const started = performance.now();
    await load();
    const loaded = performance.now() - started;
    await rate("correct horse", OPTIONS[way]);
    return { load: loaded, first: performance.now() - started };
  },
  async roundTrips(passwords) {
    const times = [];
    for (const password of passwords) {
      const started = performance.now();
      await rate(password);
      times.push(performance.now() - started);
    }
    return times;
  },
  /** Kept here, so that handing it over is no part of the measurement. */
  keep: (bomb) => void (kept = bomb),
  /** Rates what was kept, with as much time before and after as others may need for theirs. */
  async bomb(way) {
    await new Promise((turn) => setTimeout(turn, 30));
    await rate(kept, { ...OPTIONS[way], budgetMs: 200 });
    await new Promise((turn) => setTimeout(turn, 30));
  },
  async zxcvbn(password) {
    const { zxcvbn } = await import("/bench/zxcvbn.js");
    zxcvbn("correct horse");
    const started = performance.now();
    zxcvbn(password);
    return performance.now() - started;
  },
};
window.ready = true;
