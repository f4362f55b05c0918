/** What people put into sign-in forms: 2,000 pairs, the same on every run. Every secret is invented or thrown here. */
import { dice } from "./dice.mjs";

const SEED = 20_261_124;

const FIRST = ["anna", "marc", "julia.meier", "info", "peter_k", "s.favre", "luca-b", "contact", "o'neill", "nina99", "j.m.dupont", "office", "buchhaltung", "emma+shop", "x.y"];
const KNOWN = ["gmail.com", "outlook.com", "ik.me", "bluewin.ch", "gmx.ch", "gmx.de", "yahoo.fr", "icloud.com", "hotmail.com", "orange.fr", "web.de", "libero.it", "proton.me", "laposte.net", "etik.com", "t-online.de"];
const SLIPPED = ["gmial.com", "gmail.con", "outlok.com", "hotmial.fr", "bluewni.ch", "yaho.com", "icloud.co", "gmx.cmo", "orenge.fr", "gnail.com", "prontonmail.com", "googlemial.com", "web.d", "wanado.fr", "ik.mee", "hotmaill.com"];
const LABELS = ["garage", "huber", "atelier", "mueller-soehne", "studio", "vonarx", "fleurs", "pane", "libreria", "bergbahn", "notar", "zahnarzt", "velo", "cafe", "treuhand"];
const ENDINGS = ["ch", "com", "de", "fr", "it", "es", "swiss", "co.uk", "example", "net", "org", "at"];
const BEYOND_ASCII = ["josé@example.com", "müller@bluewin.ch", "anna@bücher.example", "дмитрий@пример.example", "用户@例子.example", "anna@gmаil.com", "renée@cafés-du-lac.example", "anna＠gmail.com", "άννα@παράδειγμα.example", "अन्ना@उदाहरण.example", "anna@zürich.example", "françois@orange.fr"];
const SLIPS_OF_FORM = ["anna@", "@gmail.com", "anna@gmail", "anna gmail.com", "Anna <anna@gmail.com>", "mailto:anna@ik.me", "anna@@ik.me", "anna@exam ple.ch", "anna@example..com", "https://mail.example.com", "anna@[192.0.2.1]", "anna,meier@ik.me"];
const NAMES = ["anna", "root", "admin", "octocat", "apikey", "__token__", "anna.meier", "PCU-AB12CD3", "ab12345-ovh", "123456", "7004521", "Anna Meier"];
const WORDS = ["Sommer", "Kirschbaum", "velo", "Lampe", "chocolat", "montagne", "Zwetschge", "password", "fenetre", "Hafen", "gatto", "Igel", "nuage", "verano", "Garten"];
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const MIXED = `${LOWER}${LOWER.toUpperCase()}0123456789`;

/** Forms that ask, by how often such a form is met. */
const FORMS = [
  { weight: 26, options: { service: "account", provider: "infomaniak" } },
  { weight: 16, options: { service: "mailbox", provider: "infomaniak" } },
  { weight: 10, options: { service: "webmail", provider: "infomaniak" } },
  { weight: 14, options: { service: "mailbox" } },
  { weight: 6, options: { service: "account" } },
  ...["caldav", "webdav", "ftp", "ssh", "mysql", "phpmyadmin", "api"].map((service) => ({ weight: 3, options: { service, provider: "infomaniak" } })),
  { weight: 3, options: { service: "git", provider: "github" } },
  { weight: 2, options: { service: "registry", provider: "npm" } },
  { weight: 2, options: { service: "mailbox", provider: "google" } },
];

/** @typedef {{ kind: string, form: number, identifier: string, password: string, refused: number }} Pair */

/** @returns {{ forms: { service: string, provider?: string }[], pairs: Pair[] }} */
export function pairs(count = 2000) {
  const throwDice = dice(SEED);
  /** @template T @param {readonly T[] | string} list @returns {T} */
  const one = (list) => /** @type {T} */ (list[throwDice(list.length)]);
  /** @template T @param {{ weight: number }[] & T[]} rows */
  const weighted = (rows) => {
    let left = throwDice(rows.reduce((sum, { weight }) => sum + weight, 0));
    return rows.findIndex(({ weight }) => (left -= weight) < 0);
  };
  const some = (/** @type {string} */ signs, /** @type {number} */ length) => Array.from({ length }, () => one(signs)).join("");
  const address = (/** @type {string} */ domain) => `${one(FIRST)}@${domain}`;

  const identifiers = [
    { kind: "known", weight: 30, make: () => address(one(KNOWN)) },
    { kind: "slipped", weight: 14, make: () => address(one(SLIPPED)) },
    { kind: "unknown", weight: 24, make: () => address(`${one(LABELS)}${one(["", "-", ""])}${one(LABELS)}.${one(ENDINGS)}`) },
    { kind: "empty", weight: 5, make: () => "" },
    { kind: "serviceUser", weight: 8, make: () => `${some(LOWER, 4)}_${one(LABELS)}` },
    { kind: "syncName", weight: 3, make: () => `${some(LOWER, 2).toUpperCase()}${10_000 + throwDice(90_000)}` },
    { kind: "beyondAscii", weight: 6, make: () => one(BEYOND_ASCII) },
    { kind: "badForm", weight: 5, make: () => one(SLIPS_OF_FORM) },
    { kind: "name", weight: 5, make: () => one(NAMES) },
  ];
  /** @type {{ weight: number, make(identifier: string): string }[]} */
  const secrets = [
    { weight: 40, make: () => `${one(WORDS)}${one(["", "24", "7!", "2026", "_88", "&Co", "1"])}` },
    { weight: 16, make: () => some(`${MIXED}!#%&*-_+?`, 12 + throwDice(9)) },
    { weight: 8, make: () => [1, 2, 3, 4].map(() => some(LOWER, 4)).join(one([" ", "-", ""])) },
    { weight: 6, make: () => [1, 2, 3, 4].map(() => one(WORDS)).join(one([" ", "-"])) },
    { weight: 6, make: () => some("0123456789", 6) },
    { weight: 5, make: () => `ghp_${some(MIXED, 36)}` },
    { weight: 4, make: () => `${some("0123456789abcdef", 5)}-${some("0123456789abcdef", 5)}` },
    { weight: 4, make: () => `${one(WORDS)}é${one(WORDS)}…ß` },
    { weight: 3, make: (identifier) => identifier },
    { weight: 3, make: () => `Password: ${one(WORDS)}7 ` },
    { weight: 5, make: () => "" },
  ];
  const made = Array.from({ length: count }, () => {
    const { kind = "", make = () => "" } = identifiers[weighted(identifiers)] ?? {};
    const identifier = make();
    return { kind, form: weighted(FORMS), identifier, password: secrets[weighted(secrets)]?.make(identifier) ?? "", refused: [0, 0, 0, 0, 1, 1, 2, 3][throwDice(8)] ?? 0 };
  });
  return { forms: FORMS.map(({ options }) => options), pairs: made };
}
