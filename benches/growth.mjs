// How time grows with what is typed and configured, and the exponents that fit. Alone, in Node: `node benches/growth.mjs`.
import { createGuard } from "../www/index.js";
import { slope } from "./figures.mjs";
import { measureGrowth } from "./growth-loop.js";
import { imported, peer } from "./peers.mjs";

/** What is read of each text (`IDENTIFIER_UNITS`, `PASSWORD_UNITS` in www/guard/guard.js; zxcvbn reads 100 characters): beyond it nothing may grow. */
const CUTS = { identifier: 1_024, password: 4_096, passkind: 100 };

export async function growthInNode() {
  const { ask } = await imported(await peer("mailcheck-validator"));
  return withSlopes(await measureGrowth({ createGuard, peer: ask }));
}

/**
 * Each series with its exponent; those that are cut with one for each side of the cut.
 * @param {Record<string, Record<string, number>>} series
 */
export function withSlopes(series) {
  return Object.fromEntries(Object.entries(series).map(([name, times]) => {
    const points = Object.entries(times).map(([at, us]) => /** @type {[number, number]} */ ([Number(at), us]));
    const cut = CUTS[/** @type {keyof typeof CUTS} */ (name)];
    const slopes = cut
      ? { slope_to_cut: slope(points.filter(([at]) => at <= cut)), slope_beyond_cut: slope(points.filter(([at]) => at > cut)) }
      : { slope: slope(points) };
    return [name, { us: times, ...slopes }];
  }));
}

if (import.meta.filename === process.argv[1]) console.log(await growthInNode());
