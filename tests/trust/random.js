/** Chance that can be had again: one seed, one run. What it types looks like what people type; nothing of it is real. */

/** @typedef {ReturnType<typeof chance>} Chance */

/** @param {number} seed of 32 bits */
export function chance(seed) {
  let state = seed >>> 0;
  /** From 0 up to, not including, 1: mulberry32. */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (/** @type {number} */ limit) => Math.floor(next() * limit);
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => /** @type {T} */ (list[below(list.length)]);
  const signs = (/** @type {string} */ from, /** @type {number} */ count) => Array.from({ length: count }, () => pick([...from])).join("");
  /** @template T @param {readonly T[]} list @returns {T[]} */
  const shuffled = (list) => list.map((one) => ({ one, at: next() })).sort((a, b) => a.at - b.at).map(({ one }) => one);
  return { next, below, pick, signs, shuffled };
}

/** From the environment, else of the moment: printed by whoever uses it, so that a failure can be had again. @param {string} name */
export function seedOf(name) {
  return Number(process.env[name] || Math.floor(Math.random() * 2 ** 32));
}

const SMALL = "abcdefghijklmnopqrstuvwxyz";
const DIGITS = "0123456789";
const MIXED = SMALL + SMALL.toUpperCase() + DIGITS;
const WORDS = ["Regenschirm", "juli", "Kirsch", "baum", "atelier", "maison", "verde", "Sommer", "ombre", "perro", "été", "Zürich"];
const DOMAINS = [
  "example.com", "atelier-muster.example", "gmail.com", "gmial.com", "outlook.com", "yahoo.fr", "icloud.com", "ik.me", "infomaniak.com", "bluewin.ch",
  "web.de", "gmx.net", "orange.fr", "libero.it", "hotmial.com", "b\u00fccher.example", "xn--bcher-kva.example", "g\u043cail.com", "proton.me", "sync.infomaniak.com",
];

/** What a name field gets. @param {Chance} chance @returns {string} */
export function anyIdentifier({ below, pick, signs }) {
  const local = () => pick([signs(SMALL, 1 + below(12)), `${pick(WORDS)}.${pick(WORDS)}`.toLowerCase(), `${signs(SMALL, 4)}+${signs(DIGITS, 2)}`]);
  return pick([
    () => `${local()}@${pick(DOMAINS)}`, () => `${local()}@${pick(DOMAINS)}`, () => `${local()}@${signs(SMALL, 6)}.example`,
    local, () => `${signs(SMALL, 4)}_${signs(SMALL, 5)}`, () => `${signs("ABCDEFGHJK", 2)}${signs(DIGITS, 5)}`,
    () => pick(["root", "apikey", "__token__", "", " ", "@", "admin"]), () => `Anna Muster <${local()}@example.com>`, () => `mailto:${local()}@example.com`,
    () => ` ${local()}@example.com `, () => `${local()}\uff20example\u3002com`, () => `PCU-${signs("ABCDEF", 4)}${signs(DIGITS, 2)}`, () => signs(MIXED, 30),
  ])();
}

/** What a password field gets. @param {Chance} chance @param {string} [identifier] typed with it @returns {string} */
export function anyPassword({ pick, signs }, identifier = "") {
  const chosen = () => `${pick(WORDS)}${pick(["", "-", " ", "_"])}${pick(WORDS)}${pick(["", "7", "24!", "1291"])}`;
  const groups = (/** @type {string} */ from, /** @type {number} */ size, /** @type {number} */ count, /** @type {string} */ between) =>
    Array.from({ length: count }, () => signs(from, size)).join(between);
  return pick([
    chosen, chosen, () => groups(MIXED, 4, 4, " "), () => groups(SMALL, 4, 4, " "), () => groups(SMALL, 4, 4, "-"), () => signs(MIXED, 16), () => signs(MIXED, 20),
    () => `${signs(DIGITS, 3)} ${signs(DIGITS, 3)}`, () => signs(DIGITS, 6), () => `${signs("0123456789abcdef", 5)}-${signs("0123456789abcdef", 5)}`,
    () => ["gh", "p_", signs(MIXED, 36)].join(""), () => "-----BEGIN OPENSSH PRIVATE KEY-----", () => `Password: ${chosen()}`, () => `"${chosen()}"`,
    () => ` ${chosen()}`, () => `${chosen()}\u200b`, () => chosen().normalize("NFD"), () => chosen().replace("-", "\u2013"), () => `sOMMER${signs(DIGITS, 2)}`,
    () => identifier, () => `https://example.com/${signs(SMALL, 8)}`, () => "4111 1111 1111 1111", () => "", () => signs(MIXED, 64), () => `${identifier}:${chosen()}`,
  ])();
}
