/**
 * How time grows: with the length of what is typed, through the guard as a page asks it; with hosted domains; with own
 * profiles. In Node and in a page alike.
 */

/** @typedef {{ assess(credentials: object, observation?: object): unknown }} Guard */
/** @typedef {{ createGuard(options: object): Promise<Guard>, peer(identifier: string): unknown }} Given */
/** Microseconds by length or number. @typedef {Record<string, number>} Series */

export const LENGTHS = [1, 2, 3, 4, 5, 6, 7].map((power) => 10 ** power);
export const HOSTED = [10, 100, 1_000, 10_000, 20_000];
export const PROFILES = [10, 30, 100, 300, 1_000];

/** Samples of each point, of at least so many microseconds each: far more than the clock's step. */
const SAMPLES = 9;
const SAMPLE_US = 500;
/** Engines compile again what they have seen often: not in the middle of a series. */
const WARM_UP_MS = 20;
/** What takes longer than that once is measured once, and what is ten times larger is left out. */
const PATIENCE_US = 500_000;

/** The same options are the same guard: another day makes another, which is opened anew. */
const DAYS = ["2026-11-01", "2026-11-02", "2026-11-03"];

const PASSWORD = "Sommer24!";
const HOST = "@ab.ch";
/** An address of so many signs. @param {number} length */
const address = (length) => `${"anna.meier.".repeat(Math.ceil(length / 11)).slice(0, length - HOST.length - 1)}x${HOST}`;
/** A text without words or order, the same on every run. @param {number} length */
export function secret(length) {
  let [text, state] = ["", 7];
  for (let i = 0; i < Math.min(length, 9_973); i++) text += String.fromCharCode(33 + ((state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 16) % 94);
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

/** @type {unknown} */
export let kept;

/** Microseconds of one call, `calls` of them timed as one. @param {() => unknown} work @param {number} calls */
function timed(work, calls) {
  const started = performance.now();
  for (let i = 0; i < calls; i++) kept = work();
  return ((performance.now() - started) * 1000) / calls;
}

/** @param {Record<string, () => unknown>} works in turn, so that what else the machine does falls on all @returns {Series} */
function medians(works) {
  const rows = Object.entries(works).map(([name, work]) => {
    for (const start = performance.now(); performance.now() - start < WARM_UP_MS;) kept = work();
    const once = timed(work, 1);
    return { name, work, once, calls: Math.max(1, Math.ceil(SAMPLE_US / Math.max(once, 1))), samples: /** @type {number[]} */ ([]) };
  });
  for (let i = 0; i < SAMPLES; i++) {
    for (const { work, once, calls, samples } of rows) samples.push(once > PATIENCE_US ? once : timed(work, calls));
  }
  return Object.fromEntries(rows.map(({ name, samples }) => [name, middle(samples)]));
}

/** @param {number[]} some */
function middle(some) {
  return some.sort((a, b) => a - b)[Math.floor(some.length / 2)] ?? Number.NaN;
}

/** @param {Given} given */
export async function measureGrowth({ createGuard, peer }) {
  /** @type {Record<string, Series>} */
  const series = {};
  const note = (/** @type {number} */ at, /** @type {Series} */ times) => {
    for (const [name, us] of Object.entries(times)) (series[name] ??= {})[at] = us;
  };
  const guard = await createGuard({ service: "mailbox", provider: "infomaniak" });
  for (const length of LENGTHS) {
    const [name, password] = [address(length), secret(length)];
    /** @type {Record<string, () => unknown>} */
    const works = { identifier: () => guard.assess({ identifier: name, password: PASSWORD }), password: () => guard.assess({ identifier: "anna@ik.me", password }) };
    const before = series["mailcheck_validator"]?.[length / 10] ?? 0;
    if (before < PATIENCE_US / 10) works["mailcheck_validator"] = () => peer(name);
    note(length, medians(works));
  }
  for (const count of HOSTED) note(count, await configured(createGuard, "hosted", { service: "webmail", provider: "infomaniak", hostedDomains: Array.from({ length: count }, (_, at) => `domain-${at}.example`) }));
  for (const count of PROFILES) note(count, await configured(createGuard, "profiles", { service: "mailbox", profiles: Array.from({ length: count }, (_, at) => ownProfile(at)) }));
  return series;
}

/** @param {Given["createGuard"]} createGuard @param {string} name @param {{ hostedDomains?: string[] }} options */
async function configured(createGuard, name, options) {
  const opened = [];
  /** @type {Guard | undefined} */
  let guard;
  for (const today of DAYS) {
    const started = performance.now();
    guard = await createGuard({ ...options, today });
    opened.push((performance.now() - started) * 1000);
  }
  const asked = ["anna@domain-7.example", "anna@profile-7.example", "anna@garage-huber.ch", "anna@gmial.com"];
  const ask = (/** @type {string} */ identifier) => () => guard?.assess({ identifier, password: PASSWORD });
  const times = Object.values(medians(Object.fromEntries(asked.map((identifier) => [identifier, ask(identifier)]))));
  // The worst: each of the hosted names is near the one typed, and is compared letter by letter.
  const slip = options.hostedDomains ? medians({ hosted_slip: ask(`anna@domain-${options.hostedDomains.length - 1}.exmaple`) }) : {};
  return { [`${name}_open`]: middle(opened), [`${name}_assess`]: times.reduce((sum, us) => sum + us, 0) / times.length, ...slip };
}

/** @param {number} at */
function ownProfile(at) {
  const host = `profile-${at}.example`;
  return {
    id: `own-${at}`, name: `Host ${at}`, mailDomains: [host],
    issued: [{ role: "appPassword", pattern: "[a-z]{20}", groups: { size: 5, separator: "-", count: 4 } }],
    services: [{ service: "mailbox", identifier: { forms: ["address"], example: `anna@${host}` }, expects: ["appPassword"], issuedOnly: { confidence: "high", expires: "2099-01-01" }, links: [{ rel: "create", href: `https://${host}/app-passwords` }] }],
    help: `https://${host}/help`,
  };
}
