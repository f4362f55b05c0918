/** What is made of many times: quantiles, spreads, slopes, rounding. */

/** The value below which this share of them lies. @param {number[]} times @param {number} share */
export function quantile(times, share) {
  const sorted = Float64Array.from(times).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** @param {number[]} times */
export const median = (times) => quantile(times, 0.5);

/** @param {number[]} times */
export const spread = (times) => ({ p25: quantile(times, 0.25), p50: quantile(times, 0.5), p75: quantile(times, 0.75), p95: quantile(times, 0.95), p99: quantile(times, 0.99), max: quantile(times, 1) });

/** To three digits that count: more is noise, and makes two runs look more different than they are. @param {number} value */
export const rounded = (value) => Number(value.toPrecision(3));

/** The exponent that fits best: 0 is a constant, 1 grows in step. Least squares of the logarithms. @param {[number, number][]} points */
export function slope(points) {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = (/** @type {number} */ at) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const sum = (/** @type {(x: number, y: number) => number} */ of) => logs.reduce((total, [x, y]) => total + of(x - meanX, y - meanY), 0);
  return sum((x, y) => x * y) / sum((x) => x * x);
}
