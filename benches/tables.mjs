/** The rows of what was found: the same for the terminal, docs/benchmarks.md and the README. */
import { kB, MB, ms, ns, ratio, us } from "./say.mjs";

/** @typedef {import("./record.mjs").Record_} Record_ */
/** A row: what is measured, ours, theirs by name. @typedef {{ what: string, own: string, others: Record<string, string> }} Row */

/** @param {number} own @param {number} other @param {(value: number) => string} say */
const beside = (own, other, say) => `${say(other)} (ours: ${ratio(own, other)})`;
/** @param {import("./record.mjs").Figures} figures @param {string} before @param {(value: number) => string} say @param {string} unit */
const middle = (figures, before, say, unit = "us") => `${say(figures[`${before}p50_${unit}`] ?? NaN)} (${say(figures[`${before}p25_${unit}`] ?? NaN)} to ${say(figures[`${before}p75_${unit}`] ?? NaN)})`;

/** @param {Record_} record @returns {string[][]} */
export function downloadRows({ size }) {
  const row = (/** @type {string} */ what, /** @type {string} */ name) => [what, kB(size[`${name}_br`] ?? NaN), kB(size[`${name}_gzip`] ?? NaN)];
  return [
    ["file", "brotli 11", "gzip 9"],
    ["sign-in page, one file, core inlined", kB(size.core_br ?? NaN), kB(size.core_gzip ?? NaN)],
    ["sign-in page, core as a file of its own", kB(size.core_separate_br ?? NaN), kB(size.core_separate_gzip ?? NaN)],
    row("split: before the first focus (`attach`, English)", "before_focus"),
    row("split: at the first focus (core inlined)", "after_focus"),
    row("`sign-in.wasm` alone", "core_wasm"),
    row("the core as JavaScript, where WebAssembly is forbidden", "twin"),
    row("another language, the largest", "language"),
    row("mailcheck + validator's `isEmail`", "mailcheck_validator"),
    row("`passkind/strength.js` with its thread", "strength"),
    ["of it the wasm's data (word lists, keyboards) and its code, each alone", `${kB(size.strength_data_br ?? NaN)}, ${kB(size.strength_code_br ?? NaN)}`, ""],
    row("another language's common words, the largest", "words"),
    row("zxcvbn.js", "zxcvbn_js"),
    row("zxcvbn-ts, common and English", "zxcvbn_ts"),
    row("check-password-strength", "check_password_strength"),
  ];
}

/** @param {Record_} record @returns {string[][]} */
export function assessRows({ assess, node, firefox }) {
  const row = (/** @type {string} */ where, /** @type {import("./record.mjs").Figures} */ f) => [
    where, middle(f, "", us), us(f.p99_us ?? NaN), middle(f, "peer_", us), us(f.peer_p99_us ?? NaN), `${ratio(f.p50_us ?? NaN, f.peer_p50_us ?? NaN)}, ${ratio(f.p99_us ?? NaN, f.peer_p99_us ?? NaN)}`,
    `${us(f.first_us ?? NaN)}, ${us(f.peer_first_us ?? NaN)}`,
  ];
  return [
    ["engine", "`assess`, median (quartiles)", "99 of 100", "mailcheck + validator, median (quartiles)", "99 of 100", "ratios", "the very first call"],
    row("Chromium", assess), row("Node", node.assess), ...(firefox ? [row("Firefox", firefox.assess)] : []),
  ];
}

/** @param {Record_} record @returns {string[][]} */
export function readyRows({ load, firefox }) {
  const row = (/** @type {string} */ where, /** @type {import("./record.mjs").Figures} */ f, /** @type {string} */ kind) => {
    const of = (/** @type {string} */ what, /** @type {string} */ at) => ms(f[`${kind}_${what}_${at}_ms`] ?? NaN);
    return [where, kind, `${of("ready", "p50")} (${of("ready", "p25")} to ${of("ready", "p75")})`, of("ready", "p95"), of("answer", "p50")];
  };
  const engines = /** @type {[string, import("./record.mjs").Figures][]} */ ([["Chromium", load], ...(firefox ? [["Firefox", firefox.load]] : [])]);
  return [["engine", "caches", "ready, median (quartiles)", "95 of 100", "first answer, median"], ...engines.flatMap(([name, f]) => [row(name, f, "cold"), row(name, f, "cached")])];
}

/** @param {Record_} record @returns {string[][]} */
export function hintRows({ hint }) {
  return [["processor", "median (quartiles)", "95 of 100", "longest"], ...["throttled", "unthrottled"].map((kind) => {
    const of = (/** @type {string} */ at) => ms(hint[`${kind}_${at}_ms`] ?? NaN);
    return [kind === "throttled" ? "slowed down to a quarter" : "as it is", `${of("p50")} (${of("p25")} to ${of("p75")})`, of("p95"), of("max")];
  })];
}

/** @param {Record_} record @returns {string[][]} */
export function twinRows({ assess, load, hint, twin }) {
  const row = (/** @type {string} */ what, /** @type {import("./record.mjs").Figures} */ f) =>
    [what, us(f.p50_us ?? NaN), us(f.p99_us ?? NaN), ms(f.core_ready_cold_ms ?? NaN), ms(f.core_ready_ms ?? NaN), ms(f.throttled_p95_ms ?? NaN)];
  return [
    ["core", "`assess`, median", "99 of 100", "ready, cold", "ready, cached", "hint, slowed down to a quarter, 95 of 100"],
    row("WebAssembly", { ...assess, ...load, ...hint }), row("JavaScript", twin),
  ];
}

/** In the tables' order; `""` is ours. @type {[string, string][]} */
const RATERS = [["passkind/strength.js", ""], ["zxcvbn.js", "zxcvbn_js_"], ["zxcvbn-ts", "zxcvbn_ts_"], ["check-password-strength", "check_password_strength_"]];

/** @param {Record_} record @returns {string[][]} */
export function ratingRows({ strength, node, firefox }) {
  const engines = /** @type {[string, any][]} */ ([["Chromium", strength], ["Node", node.strength], ...(firefox ? [["Firefox", firefox.strength]] : [])]);
  return [
    ["engine", "library", "median (quartiles)", "95 of 100", "99 of 100", "ours: median"],
    ["Chromium", "passkind/strength, `rate` as a page calls it", middle(strength, "round_trip_", ms, "ms"), ms(strength.round_trip_p95_ms), ms(strength.round_trip_p99_ms), ""],
    ...engines.flatMap(([where, f]) => RATERS.map(([name, before]) => [
      where, name, middle(f, before, ms, "ms"), ms(f[`${before}p95_ms`]), ms(f[`${before}p99_ms`]), before ? ratio(f.p50_ms, f[`${before}p50_ms`]) : "",
    ])),
  ];
}

/** @param {Record_} record @returns {string[][]} */
export function ratingStartRows({ strength }) {
  const { memory_bytes: memory } = strength;
  return [
    ["library", "load", "first rating", "longest block", "memory"],
    ...RATERS.map(([name, before]) => [
      name,
      ...["load_ms", "first_ms", "worst_block_ms"].map((field) => {
        const [own = NaN, other = NaN] = [strength[field], strength[before + (before ? field.replace("_block", "") : field)]];
        return before ? beside(own, other, ms) : ms(own);
      }),
      MB(memory[before ? before.slice(0, -1) : "passkind"] ?? NaN),
    ]),
  ];
}

/** @param {Record_} record @returns {string[][]} */
export function blockRows({ strength: { blocks } }) {
  const columns = [["passkind, with its thread", "thread"], ["passkind, without", "page"], ["zxcvbn.js", "zxcvbn_js"], ["zxcvbn-ts", "zxcvbn_ts"], ["check-password-strength", "check_password_strength"]];
  const say = (/** @type {number | undefined} */ value) => (value === undefined ? "does not come back" : value ? ms(value) : "under 5 µs"); // the clock's step
  const share = (/** @type {string} */ name) => {
    const [own = NaN, other] = [blocks.thread?.[name], blocks.zxcvbn_js?.[name]];
    return other === undefined ? "" : ratio(own, other);
  };
  return [
    ["typed", ...columns.map(([name = ""]) => name), "ours with its thread, beside zxcvbn.js"],
    ...Object.keys(blocks.thread ?? {}).map((name) => [name, ...columns.map(([, key = ""]) => say(blocks[key]?.[name])), share(name)]),
  ];
}

/** @param {Record_} record @returns {string[][]} */
export function identifierRows({ identifiers }) {
  const names = { passkind: "passkind, the address alone", email_address: "email_address", lettre: "lettre", addr: "addr", whole_answer: "passkind, the whole answer (slips, provider, hints)" };
  const own = identifiers.passkind?.p50_ns ?? NaN;
  return [
    ["crate", "an address, median", "95 % confidence", "ours"],
    ...Object.entries(names).map(([key, name]) => {
      const f = identifiers[/** @type {keyof typeof names} */ (key)] ?? {};
      const { p50_ns = NaN, low_ns = NaN, high_ns = NaN } = /** @type {import("./record.mjs").Figures} */ (f);
      return [name, ns(p50_ns), `${ns(low_ns)} to ${ns(high_ns)}`, key === "passkind" || key === "whole_answer" ? "" : ratio(own, p50_ns)];
    }),
  ];
}

const GROWTH = { identifier: "length of the name", password: "length of the password", mailcheck_validator: "mailcheck + validator, length of the name", hosted_open: "hosted domains: a guard is made", hosted_assess: "hosted domains: one question", hosted_slip: "hosted domains, all alike: one of them misspelt", profiles_open: "own profiles: a guard is made", profiles_assess: "own profiles: one question" };

/** @param {import("./record.mjs").Growth} growth @param {Record<string, string>} [names] @returns {string[][]} */
export function growthRows(growth, names = GROWTH) {
  const shown = (/** @type {number | undefined} */ slope) => (slope === undefined ? "" : (Math.abs(slope) < 0.005 ? 0 : slope).toFixed(2));
  return [["what grows", "from", "to", "exponent", "beyond the cut"], ...Object.entries(names).flatMap(([key, name]) => {
    const series = growth[key];
    if (!series) return [];
    const points = Object.entries(series.us);
    const say = (/** @type {[string, number] | undefined} */ point) => (point ? `${us(point[1])} at ${Number(point[0]).toLocaleString("en")}` : "");
    return [[name, say(points[0]), say(points.at(-1)), shown(series.slope ?? series.slope_to_cut), shown(series.slope_beyond_cut)]];
  })];
}

export const RATING_GROWTH = { passkind: "passkind/strength.js", zxcvbn_js: "zxcvbn.js", zxcvbn_ts: "zxcvbn-ts", check_password_strength: "check-password-strength" };

/** What the README shows. @param {Record_} record @returns {string[][]} */
export function keyRows({ size, assess, load, hint, strength }) {
  const f = (/** @type {number | undefined} */ value) => value ?? NaN;
  return [
    ["", "passkind", "beside it"],
    ["a sign-in page downloads (brotli)", `${kB(f(size.core_br))}, of which ${kB(f(size.before_focus_br))} before the first focus; ${kB(f(size.core_separate_br))} with the core as a file`, `mailcheck + validator ${kB(f(size.mailcheck_validator_br))}`],
    ["from first focus to ready, cached", ms(f(load.core_ready_ms)), ""],
    ["one question (`assess`)", `${us(f(assess.p50_us))}, 99 of 100 within ${us(f(assess.p99_us))}`, `mailcheck + validator ${beside(f(assess.p50_us), f(assess.peer_p50_us), us)}`],
    ["from leaving a field to the hint, the processor slowed down to a quarter", `95 of 100 within ${ms(f(hint.throttled_p95_ms))}`, ""],
    ["a page for new passwords downloads", kB(f(size.strength_br)), `zxcvbn.js ${kB(f(size.zxcvbn_js_br))}, zxcvbn-ts ${kB(f(size.zxcvbn_ts_br))}`],
    ["`rate` as a page calls it, to its thread and back", `${ms(f(strength.round_trip_p50_ms))}, 99 of 100 within ${ms(f(strength.round_trip_p99_ms))}`, ""],
    ["of that the rating alone", `${ms(f(strength.p50_ms))}, 99 of 100 within ${ms(f(strength.p99_ms))}`, `zxcvbn.js ${beside(f(strength.p50_ms), f(strength.zxcvbn_js_p50_ms), ms)}, zxcvbn-ts ${beside(f(strength.p50_ms), f(strength.zxcvbn_ts_p50_ms), ms)}`],
    ["a password made to freeze the page holds it up for at most", ms(f(strength.worst_block_ms)), `zxcvbn.js ${beside(f(strength.worst_block_ms), f(strength.zxcvbn_js_worst_ms), ms)}`],
  ];
}
