/** What people type into the two fields, kind by kind, made of random signs; nothing of it is anybody's. */

const SIGNS = [..."bcdfghjkmnpqrstvwxzBCDFGHJKMNPQRSTVWXZ23456789"];
const SMALL = [..."bcdfghjkmnpqrstvwxz23456789"];
const DIGITS = [..."0123456789"];
const ACCENTED = [..."éèêëàâîïôöûüçñøåãõÿžšđłőűßæœþðéèüàöä"];
const WIDE = [..."ａｂｄｆｇｈｊｋｍｎｐｑｒｔｖｗｘｚ２３４５６７８９"];
const EMOJI = [..."😀🔑🦊🌲🎈🍋🚲🧩🪁🐙🛶🧦"];
const LONE = ["\ud83d", "\udd11", "\ud801", "\udc37"];
/** Of BIP-39's list: what a seed phrase is made of. */
const SEED_WORDS = "abandon bulb cactus daring eagle fabric gadget habit icon jacket kangaroo ladder machine naive oblige palace quantum rabbit saddle tackle umbrella vacant wagon yellow zebra basket carbon dolphin elegant fossil guitar hazard".split(" ");

/** xorshift128: the same texts for the same seed. @param {number} seed */
export function chance(seed) {
  let [x, y, z, w] = [seed >>> 0, 0x9e3779b9, 0x7f4a7c15, 0x94d049bb];
  const next = () => {
    const t = x ^ (x << 11);
    [x, y, z] = [y, z, w];
    return (w = (w ^ (w >>> 19) ^ t ^ (t >>> 8)) >>> 0);
  };
  for (let n = 0; n < 20; n++) next();
  const below = (/** @type {number} */ bound) => next() % bound;
  const text = (/** @type {readonly string[]} */ signs, /** @type {number} */ count) => Array.from({ length: count }, () => signs[below(signs.length)] ?? "").join("");
  return { below, text };
}

/** @typedef {ReturnType<typeof chance>} Chance */
/** `watched`: the random parts of it. `shape`: what the core must take the secret for, so that each way through it is gone. @typedef {{ identifier: string, password: string, watched: string[], shape?: string }} Pair */

const ADDRESS = "anna.muster@example.com";
/** @param {Chance} c @param {number} [count] */
const signs = (c, count = 16) => c.text(SIGNS, count);

/** An account number whose check digits fit (ISO 7064, mod 97-10). @param {Chance} c */
function iban(c) {
  const account = c.text(DIGITS, 17);
  const check = 98n - (BigInt(`${account}121700`) % 97n);
  return (`CH${`${check}`.padStart(2, "0")}${account}`.match(/.{1,4}/g) ?? []).join(" ");
}

/** A card number of sixteen digits with its check digit (Luhn). @param {Chance} c */
function card(c) {
  const digits = `45${c.text(DIGITS, 13)}`;
  const sum = [...digits].reduce((total, digit, at) => total + (at % 2 ? +digit : +digit * 2 - (+digit > 4 ? 9 : 0)), 0);
  return (`${digits}${(10 - (sum % 10)) % 10}`.match(/.{4}/g) ?? []).join(" ");
}

/** @param {string} password @param {string} [shape] @returns {Pair} */
const secret = (password, shape) => ({ identifier: ADDRESS, password, watched: [password], ...(shape && { shape }) });
/** Only what is random in it. @param {string} password @param {string[]} watched @param {string} [shape] @returns {Pair} */
const secretOf = (password, watched, shape) => ({ ...secret(password, shape), watched });
/** @param {string} identifier @param {string[]} watched @returns {Pair} */
const named = (identifier, watched) => ({ identifier, password: "Kirschbaum7!", watched });

/** @type {Record<string, (c: Chance) => Pair>} */
export const KINDS = {
  "an ordinary password": (c) => secret(signs(c, 11)),
  "one of 4,096 units": (c) => secret(signs(c, 4_096)),
  "one that is cut": (c) => secret(signs(c, 6_000)),
  "a manager's": (c) => secret(signs(c, 24)),
  "a device password in groups": (c) => secret([4, 4, 4, 4].map((count) => signs(c, count)).join(" ")),
  "a phrase": (c) => secret([5, 7, 6, 8].map((count) => c.text(SMALL, count)).join(" ")),
  "accents": (c) => secret(c.text([...ACCENTED, ...SMALL], 20)),
  "accents only, decomposed": (c) => secret(c.text(ACCENTED, 20).normalize("NFD")),
  "full width": (c) => secret(c.text(WIDE, 14)),
  "beyond the first plane": (c) => secret(c.text([...EMOJI, ...SMALL], 18)),
  "lone surrogates": (c) => secret(c.text([...LONE, ...SIGNS, ...SIGNS], 24)),
  "spaces and invisible signs": (c) => { const marker = signs(c); return secretOf(` ${marker}\u200b\u00a0`, [marker]); },
  "curly quotes": (c) => { const marker = signs(c); return secretOf(`\u201c${marker}\u201d`, [marker]); },
  "with its label": (c) => { const marker = signs(c); return secretOf(`Password: ${marker}`, [marker], "wrapped"); },
  "in quotes": (c) => { const marker = signs(c); return secretOf(`"${marker}"`, [marker], "wrapped"); },
  "with its user": (c) => { const [user, marker] = [c.text(SMALL, 9), signs(c)]; return { identifier: `${user}@example.org`, password: `${user}:${marker}`, watched: [user, marker], shape: "wrapped" }; },
  "a token with its prefix": (c) => { const marker = signs(c, 36); return secretOf(`ghp_${marker}`, [marker], "vendorToken"); },
  "a key in PEM": (c) => { const marker = signs(c, 60); return secretOf(`-----BEGIN PRIVATE KEY-----\n${marker}\n-----END PRIVATE KEY-----`, [marker], "privateKey"); },
  "a link": (c) => { const [host, path] = [c.text(SMALL, 12), signs(c)]; return secretOf(`https://${host}.example/${path}`, [host, path], "url"); },
  "an account number": (c) => secret(iban(c), "paymentNumber"),
  "a card number": (c) => secret(card(c), "paymentNumber"),
  "digits": (c) => secret(c.text(DIGITS, 12)),
  "an address as password": (c) => { const marker = c.text(SMALL, 12); return { ...secretOf(`${marker}@example.org`, [marker], "address"), identifier: "anna" }; },
  "the identifier as password": (c) => { const marker = c.text(SMALL, 12); return { ...named(`${marker}@example.org`, [marker]), password: `${marker}@example.org`, shape: "identifier" }; },
  "an address": (c) => { const [user, host] = [c.text(SMALL, 12), c.text(SMALL, 12)]; return named(`${user}@${host}.example`, [user, host]); },
  "an address in capitals": (c) => { const [user, host] = [c.text(SMALL, 12).toUpperCase(), c.text(SMALL, 12).toUpperCase()]; return named(` ${user}@${host}.EXAMPLE `, [user, host]); },
  "a misspelt domain": (c) => { const user = c.text(SMALL, 12); return named(`${user}@gmial.com`, [user]); },
  "an address with a name": (c) => { const [name, user] = [signs(c), c.text(SMALL, 12)]; return named(`${name} <${user}@example.org>`, [name, user]); },
  "an address beyond ASCII": (c) => { const [user, host] = [c.text(ACCENTED, 8), c.text([..."éèüöäñç", ...SMALL], 10)]; return named(`${user}@${host}.example`, [user, host]); },
  "an encoded host": (c) => { const host = c.text(SMALL, 9); return named(`anna@xn--${host}-kva.example`, [host]); },
  "a Cyrillic letter in the domain": (c) => { const user = c.text(SMALL, 12); return named(`${user}@gm\u0430il.com`, [user]); },
  "a user name": (c) => { const marker = c.text(SMALL, 14); return named(`abcd_${marker}`, [marker]); },
  "a name of 1,024 units": (c) => { const marker = signs(c, 1_024); return named(marker, [marker]); },
  "a secret in the name field": (c) => { const marker = signs(c, 36); return named(`ghp_${marker}`, [marker]); },
};

/**
 * Twelve words with a checksum that fits, one draw in sixteen: the core says which. Parts that lie within a word are the
 * module's own, so only those across words can be looked for.
 * @param {Chance} c
 * @param {(phrase: string) => boolean} isSeed
 * @returns {Pair}
 */
export function seedPhrase(c, isSeed) {
  for (;;) {
    const phrase = Array.from({ length: 12 }, () => SEED_WORDS[c.below(SEED_WORDS.length)]).join(" ");
    if (isSeed(phrase)) return secret(phrase, "seedPhrase");
  }
}
