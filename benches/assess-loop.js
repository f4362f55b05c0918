/**
 * The loop that times `assess` beside the peers, in Node and in a page alike: for each pair the one, then the other, round
 * after round, so that whatever else the machine does falls on both. Each pair's time is the middle of its rounds.
 */

/**
 * @typedef {object} Given
 * @property {{ form: number, identifier: string, password: string, refused: number }[]} pairs
 * @property {{ assess(credentials: object, observation: object): unknown }[]} guards one for each form
 * @property {(identifier: string) => unknown} peer
 * @property {number} rounds
 * @property {number} calls in a row that are timed as one, where the clock is too coarse for one
 */

/** @param {Given} given @returns {{ first: { ours: number, peer: number }, ours: number[], peer: number[] }} microseconds of one call */
export function measureAssess({ pairs, guards, peer, rounds, calls }) {
  /** @param {() => unknown} work @param {number} times */
  const timed = (work, times) => {
    const started = performance.now();
    for (let i = 0; i < times; i++) kept = work();
    return ((performance.now() - started) * 1000) / times;
  };
  const asks = pairs.map(({ form, identifier, password, refused }) => {
    const [guard, credentials, observation] = [guards[form], { identifier, password }, { refused }];
    return { ours: () => guard?.assess(credentials, observation), peer: () => peer(identifier) };
  });
  /** @type {{ ours: number[][], peer: number[][] }} */
  const times = { ours: pairs.map(() => []), peer: pairs.map(() => []) };
  const one = /** @type {typeof asks[number]} */ (asks[0]);
  const first = { ours: timed(one.ours, 1), peer: timed(one.peer, 1) };
  // The first round only warms up: engines compile what they have seen often.
  for (let round = -1; round < rounds; round++) {
    asks.forEach((ask, at) => {
      for (const who of round % 2 ? ORDER : REVERSED) {
        const time = timed(ask[who], calls);
        if (round >= 0) times[who][at]?.push(time);
      }
    });
  }
  return { first, ours: times.ours.map(middle), peer: times.peer.map(middle) };
}

/** The mean of the middle third: a median that is finer than the clock's step. @param {number[]} some */
function middle(some) {
  const third = Math.floor(some.length / 3);
  const inner = some.sort((a, b) => a - b).slice(third, some.length - third);
  return inner.reduce((sum, time) => sum + time, 0) / inner.length;
}

const ORDER = /** @type {const} */ (["ours", "peer"]);
const REVERSED = /** @type {const} */ (["peer", "ours"]);
/** The last answer, so that no engine finds the work useless and leaves it out. */
export let kept;
