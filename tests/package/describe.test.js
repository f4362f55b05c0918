/** The words: complete in every language, same parameters, no forbidden wording, short; and how a text is filled. Runs in Node alone. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe as group, test } from "node:test";
import { fileURLToPath } from "node:url";
import { describe, describeGuide, loadLocale } from "../../www/describe.js";
import { describeRating, loadStrengthLocale } from "../../www/describe-rating.js";
import { languages, leaves } from "./catalogues.js";

/** @import {Rating} from "../../www/types.js" */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const [english] = /** @type {[import("./catalogues.js").Language]} */ (/** @type {unknown} */ (languages));
/** @param {import("./catalogues.js").Language} language */
const texts = ({ hints, strength }) => new Map([...leaves(hints, "hints:"), ...leaves(strength, "strength:")]);
const inEnglish = texts(english);
/** @param {string} text names, each once: a number stands in several plural forms */
const parameters = (text) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort().join();
/** Without the sentences that may be absent. @param {string} text */
const always = (text) => text.replace(/\s*\[.*?\]/g, "");
/** Numbers stand in brackets for their plural's sake. @param {string} text */
const counted = (text) => /\{(length|minLength|maxLength)\b/.test(text);
/** Where the number itself is the message, as read with more than one. @param {string} key @param {string} text */
const read = (key, text) => (key.startsWith("strength:") ? text.replace(/\[[^\]]*:one\}.*?\]\s*/g, "").replace(/\[([^\]]*:other\}.*?)\]/g, "$1") : always(text));

test("each file of a language is one of the table, and each of the table is found by its tag", async () => {
  assert.deepEqual(readdirSync(`${ROOT}www/locales`).sort(), languages.map(({ tag }) => tag).sort());
  for (const { tag } of languages) {
    const others = { en: ["guide.js", "refused.js", "table.js"], "de-CH": ["places.js"] }[tag] ?? ["guide.js"];
    assert.deepEqual(readdirSync(`${ROOT}www/locales/${tag}`).sort(), ["hints.js", "strength.js", ...others].sort(), tag);
  }
  for (const { tag, hints, strength } of languages) {
    assert.equal((await loadLocale(tag)).hints, hints.hints, tag);
    assert.equal(await loadStrengthLocale(tag), strength, tag);
    assert.deepEqual([hints.lang, strength.lang], [tag, tag]);
  }
});

for (const language of languages) {
  const { tag, hints, strength } = language;
  const own = texts(language);

  group(tag, () => {
    test("the same keys in the same order, with the same parameters, absent and present alike", () => {
      assert.deepEqual([...own.keys()], [...inEnglish.keys()]);
      for (const [key, text] of inEnglish) {
        assert.equal(parameters(own.get(key) ?? ""), parameters(text), key);
        if (!counted(text)) assert.equal(parameters(always(own.get(key) ?? "")), parameters(always(text)), key);
      }
    });

    test("an optional sentence stands in brackets as a whole and names something", () => {
      for (const [key, text] of own) {
        for (const [, sentence = ""] of text.matchAll(/\[(.*?)\]/g)) {
          assert.match(sentence, /^(\p{Lu}|¿\p{Lu}|\{name\}).*[.?]$/u, key);
          assert.match(sentence, /\{\w+(:\w+)?\}/, key);
        }
      }
    });

    test("no blame, no courtesy formula, no judgment on a password or an account; one register", () => {
      for (const [key, text] of own) {
        assert.doesNotMatch(text, language.forbidden, key);
        assert.doesNotMatch(text, language.familiar, key);
      }
    });

    test("texts are short: English about 140 characters before place and length, others at most 1.6 times that", () => {
      for (const [key, text] of inEnglish) {
        if (!key.includes("/hints/")) continue;
        const [most, length] = [read(key, text).length, read(key, own.get(key) ?? "").length];
        assert.ok(most <= 140, `${key}: ${most}`);
        assert.ok(length <= 1.6 * most, `${key}: ${length} to ${most}`);
      }
    });

    test("each hint names its field, its place or its next step", () => {
      for (const [key, text] of own) if (key.startsWith("hints:/hints/")) assert.match(text, language.names, key);
    });

    test("spaces and quotation marks are those of the language, and no text is HTML", () => {
      for (const [key, text] of own) assert.doesNotMatch(text, language.odd, key);
    });

    test("may is tentative, probably is firmer", () => {
      for (const [key, text] of own) {
        if (key.endsWith("/may")) assert.match(text, language.may, key);
        if (key.endsWith("/may")) assert.doesNotMatch(always(text), language.probably, key);
        if (key.endsWith("/probably")) assert.match(text, language.probably, key);
        if (key.endsWith("/probably")) assert.doesNotMatch(text, language.may, key);
      }
    });

    test("a number says its noun in the plural that it wants, once", () => {
      const [one, two] = /** @type {[string, string]} */ (language.character);
      for (const [count, noun] of /** @type {[number, string][]} */ ([[1, one], [2, two], [16, two.replace("2", "16")], [21, two.replace("2", "21")]])) {
        for (const key of /** @type {const} */ (["length", "minLength"])) {
          const params = { verdict: /** @type {const} */ ("may"), service: "mailbox", name: "Example", [key]: count, links: [] };
          once(describe({ code: "appPasswordExpected", params }, hints).text, noun);
          if (key === "minLength") once(describe({ code: "mailboxPasswordExpected", params }, hints).text, noun);
        }
        once(said({ code: "tooShort", params: { minLength: count } }, strength), noun);
        once(said({ code: "tooLong", params: { maxLength: count } }, strength), noun);
      }
    });

    test("a time says its unit in the plural and the case that it wants", () => {
      const [one, two] = /** @type {[string, string]} */ (language.second);
      for (const [code, count, expected] of /** @type {const} */ ([["seconds", 1, one], ["seconds", 2, two], ["months", 3, language.months]])) {
        once(rated({ crackTimes: /** @type {any} */ ({ offlineSlow: { code, count } }) }, strength).time.replaceAll("\u00a0", " "), expected);
      }
    });
  });
}

/** Once, and not as the beginning of a longer word. @param {string} text @param {string} part */
function once(text, part) {
  assert.equal(text.split(new RegExp(`(?<!\\p{N})${part}(?!\\p{L})`, "u")).length, 2, `${part} in: ${text}`);
}

/** @param {Partial<Rating>} rating @param {import("../../www/describe-rating.js").StrengthMessages} messages */
function rated(rating, messages) {
  return describeRating(/** @type {Rating} */ ({ status: "ok", score: 1, timedOut: false, hints: [], ...rating }), messages);
}

/** @param {import("../../www/types.js").StrengthHint} hint @param {import("../../www/describe-rating.js").StrengthMessages} messages */
function said(hint, messages) {
  return rated({ hints: [hint], crackTimes: /** @type {any} */ ({ offlineSlow: { code: "instant", count: 0 } }) }, messages).hints.join();
}

test("Swiss German is German but for ß and quotation marks, and German has some of both", () => {
  const [german, swiss] = ["de", "de-CH"].map((tag) => texts(/** @type {import("./catalogues.js").Language} */ (languages.find((language) => language.tag === tag))));
  let changed = 0;
  for (const [key, text] of german ?? []) {
    if (key.endsWith(":/lang")) continue;
    const expected = text.replace(/ß/g, "ss").replace(/„(.*?)“/g, "«$1»");
    assert.equal(swiss?.get(key), expected, key);
    if (expected !== text) changed++;
  }
  assert.ok(changed > 5, `${changed}`);
});

const HINT = { code: /** @type {const} */ ("resetAccountPassword"), params: { service: "account", links: [{ rel: /** @type {const} */ ("reset"), href: "https://example.com/{locale}/reset" }] } };

/** @type {[string, string, string][]} asked, language, reason */
const FALL_BACKS = [
  ["de", "de", "itself"], ["de-CH", "de-CH", "a region that has its own"], ["DE-ch", "de-CH", "in any case"], ["de_CH", "de-CH", "as some programs write it"],
  ["de-CH-1996", "de-CH", "a variant of it"], ["de-AT", "de", "a region that has none"], ["de-Latn-CH", "de", "what is cut from the end first"],
  ["fr-CH", "fr", "French is the same there"], ["it-CH", "it", "Italian, too"], ["es-419", "es", "a region by number"], ["en-GB", "en", "English"],
  ["tlh", "en", "a language that is not there"], ["gsw-CH", "en", "another language of the same country"], ["", "en", "nothing"], ["__proto__", "en", "no language at all"], ["constructor", "en", "the same"],
];
for (const [asked, lang, reason] of FALL_BACKS) {
  test(`fall-back: ${asked || "(empty)"} is read in ${lang}: ${reason}`, async () => {
    assert.equal((await loadLocale(asked)).lang, lang);
    assert.equal((await loadStrengthLocale(asked)).lang, lang);
    assert.equal(describe(HINT, await loadLocale(asked)).lang, lang);
  });
}

group("texts are given: there is no language to fall back to", () => {
  const given = /** @type {const} */ ([["describe", describe, HINT, "loadLocale"], ["describeGuide", describeGuide, { rows: [] }, "loadLocale"], ["describeRating", describeRating, { hints: [] }, "loadStrengthLocale"]]);
  for (const [name, say, what, loader] of given) {
    for (const messages of [undefined, null, "en", "de-CH", 7, {}, Promise.resolve(english.hints)]) {
      test(`${name}: ${messages === undefined ? "nothing" : String(messages)}`, () => {
        const code = messages === undefined ? "missingOption" : "wrongType";
        const expected = { name: "PasskindError", code, option: "messages", message: `option \`messages\`: expected what \`await ${loader}()\` gives, or a whole catalogue of your own` };
        assert.throws(() => /** @type {any} */ (say)(what, messages), expected);
      });
    }
  }
});

test("messages of one's own are used as they are: texts, language, plural", async () => {
  const mine = {
    ...english.hints, lang: "pl",
    hints: {
      ...english.hints.hints,
      resetAccountPassword: "Moje słowa.",
      // Polish counts 1, 2 to 4, and the others, apart.
      appPasswordExpected: { may: "Hasło. [Ma {length:one} znak.] [Ma {length:few} znaki.] [Ma {length:many} znaków.]", probably: "" },
    },
  };
  assert.deepEqual(describe(HINT, mine).text, "Moje słowa.");
  assert.equal(describe(HINT, mine).lang, "pl");
  for (const [length, text] of /** @type {[number, string][]} */ ([[1, "Ma 1 znak."], [3, "Ma 3 znaki."], [16, "Ma 16 znaków."]])) {
    assert.equal(describe({ code: "appPasswordExpected", params: { verdict: "may", service: "mailbox", length, links: [] } }, mine).text, `Hasło. ${text}`);
  }
  const ownStrength = { ...english.strength, lang: "pl", hints: { ...english.strength.hints, tooShort: "[{minLength:many} znaków.]" } };
  assert.equal(said({ code: "tooShort", params: { minLength: 15 } }, ownStrength), "15 znaków.");
});

test("a place appears when its name is known, and its sentence goes when it is not", () => {
  const params = { provider: "infomaniak", service: "mailbox", verdict: /** @type {const} */ ("may"), minLength: 16, place: "devices", links: [] };
  const known = describe({ code: "mailboxPasswordExpected", params }, english.hints);
  assert.match(known.text, /at least 16 characters\. Create one here: Mail Service, this address, Devices tab\.$/);
  assert.equal(known.place, "Mail Service, this address, Devices tab");
  for (const place of ["elsewhere", "toString"]) {
    const unknown = describe({ code: "mailboxPasswordExpected", params: { ...params, place } }, english.hints);
    assert.match(unknown.text, /at least 16 characters\.$/);
    assert.equal(unknown.place, undefined);
  }
});

test("echoes are isolated, cut and freed of control and direction characters", () => {
  const { parts, text } = describe({ code: "domainTypo", params: { domain: `\u202egmial\u0000\u200b.com${"x".repeat(500)}`, suggestion: "gmail.com" } }, english.hints);
  const [first] = parts.filter((part) => typeof part !== "string");
  assert.equal(first?.echo, `gmial.com${"x".repeat(71)}`);
  assert.ok(text.includes("\u2068gmail.com\u2069"));
});

test("what someone typed is filled in as it is, never as a place of its own", () => {
  const { parts } = describe({ code: "domainTypo", params: { domain: "{suggestion}[{domain}]", suggestion: "gmail.com" } }, english.hints);
  assert.deepEqual(parts[1], { echo: "{suggestion}[{domain}]" });
});

test("only https links come out, in the reader's language", () => {
  const links = [...HINT.params.links, { rel: /** @type {const} */ ("help"), href: "javascript:alert(1)" }];
  const hint = { code: HINT.code, params: { service: "account", links } };
  assert.deepEqual(describe(hint, english.hints).links, [{ rel: "reset", href: "https://example.com/en/reset", text: "Set a new password" }]);
  for (const { tag, hints } of languages) {
    assert.equal(describe(hint, hints).links[0]?.href, `https://example.com/${tag.slice(0, 2)}/reset`, "a site has pages in German, few in Swiss German");
  }
});

test("a newer core's code gives an empty description, never a throw", () => {
  for (const code of ["somethingNew", "toString", "__proto__"]) {
    assert.deepEqual(describe(/** @type {never} */ ({ code, params: {} }), english.hints), { text: "", parts: [], lang: "en", links: [] });
  }
});

group("a hint that is none, or half of one, is described as far as it goes", () => {
  const throwing = { get code() { throw new RangeError("of the page's own making"); } };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const circle = /** @type {any} */ ({ code: "capsLockOn", params: { links: [] } });
  circle.params.again = circle;
  /** @type {[string, unknown][]} */
  const rows = [
    ["nothing", undefined], ["null", null], ["a text", "capsLockOn"], ["a number", 7], ["a symbol", Symbol("hint")], ["no code", {}], ["no code, but parameters", { params: { domain: "a.example" } }],
    ["params null", { code: "domainTypo", params: null }], ["params a text", { code: "domainTypo", params: "domain" }], ["params a number", { code: "domainTypo", params: 7 }],
    ["a code that is an object", { code: {}, params: {} }], ["a code of every object's", { code: "constructor", params: {} }], ["a symbol for a code", { code: Symbol("code"), params: {} }],
    ["a getter that throws", throwing], ["a revoked proxy", proxy], ["revoked parameters", { code: "domainTypo", params: proxy }], ["a circle", circle],
    ["a verdict of another type", { code: "mailboxPasswordExpected", params: { verdict: {} } }], ["a verdict of every object's", { code: "mailboxPasswordExpected", params: { verdict: "toString" } }],
    ["echoes of other types", { code: "domainTypo", params: { domain: 7, suggestion: ["gmail.com"] } }], ["a name that is an object", { code: "domainTypo", params: { domain: { echo: "x" }, suggestion: {} } }],
    ["a place of every object's", { code: "createAppPassword", params: { provider: "constructor", place: "name", links: [] } }], ["a place that is an object", { code: "createAppPassword", params: { provider: {}, place: [] } }],
    ["a field of every object's", { code: "edgeSpace", params: { field: "constructor", edge: "end" } }], ["a field that is a symbol", { code: "edgeSpace", params: { field: Symbol("field"), edge: "end" } }],
    ["a length that is none", { code: "mailboxPasswordExpected", params: { verdict: "may", minLength: NaN } }], ["a length in words", { code: "mailboxPasswordExpected", params: { verdict: "may", minLength: "twelve" } }],
    ...[7, "https://a.example/", {}, null, { length: 2 }, [undefined, null, 7, "x"], new Array(2), [{}], [{ href: 7 }], [{ href: {} }], [{ rel: "constructor", href: "https://a.example/" }], [{ rel: {}, href: "https://a.example/" }], [{ rel: Symbol("rel"), href: "https://a.example/" }], [{ get href() { throw new Error("read"); } }], [proxy]]
      .map((links, at) => /** @type {[string, unknown]} */ ([`odd links ${at}`, { code: "resetAccountPassword", params: { links } }])),
  ];
  for (const [name, hint] of rows) {
    test(name, () => {
      const { text, parts, lang, links, ...rest } = describe(/** @type {any} */ (hint), english.hints);
      assert.deepEqual([typeof text, Array.isArray(parts), lang, Array.isArray(links), Object.keys(rest).filter((key) => key !== "place")], ["string", true, "en", true, []]);
      for (const part of parts) assert.equal(typeof (typeof part === "object" ? part.echo : part), "string");
      for (const link of links) assert.deepEqual(Object.values(link).map((value) => typeof value).slice(1), ["string", "string"]);
      assert.doesNotMatch(text, /undefined|null|NaN|\[object|native code|Symbol/);
    });
  }

  test("a known code without parameters says what needs none", () => {
    const { text } = describe(/** @type {any} */ ({ code: "capsLockOn" }), english.hints);
    assert.equal(text, describe({ code: "capsLockOn", params: {} }, english.hints).text);
    assert.ok(text);
  });

  test("one odd link among good ones is left out alone", () => {
    const links = /** @type {any} */ ([null, { rel: "reset", href: "https://a.example/" }, { rel: "help" }]);
    assert.deepEqual(describe({ code: "resetAccountPassword", params: { service: "account", links } }, english.hints).links.map(({ href }) => href), ["https://a.example/"]);
  });
});

group("languages as others write them", () => {
  const minLength = /** @type {import("../../www/types.js").Hint} */ ({ code: "mailboxPasswordExpected", params: { verdict: "may", service: "mailbox", provider: "infomaniak", minLength: 16, links: [{ rel: "help", href: "https://a.example/{locale}/" }] } });
  const table = { rows: [{ service: "mailbox", identifier: { form: "address" }, password: ["mailboxPassword", "appPassword"], usedAt: [], links: [] }] };
  /** @type {[unknown, string][]} */
  const rows = [["en_US", "en"], ["de_CH", "de"], ["pt_BR_x_oldtag", "pt"], ["en-GB", "en"], ["", ""], ["not a tag!", "not a tag!"], ["x", "x"], ["a".repeat(5_000), "a".repeat(5_000)], ["en_US.UTF-8", "en"], ["C.UTF-8", "C.UTF"], ["__", ""], ["\ud800", "\ud800"]];
  for (const [lang, language] of rows) {
    test(`messages.lang: ${JSON.stringify(`${lang}`.slice(0, 20))}`, () => {
      const messages = /** @type {any} */ ({ ...english.hints, lang });
      const { text, links } = describe(minLength, messages);
      assert.match(text, /It has at least 16 characters\./);
      assert.equal(links[0]?.href, `https://a.example/${language}/`);
      assert.match(describeGuide(/** @type {any} */ (table), messages).rows[0]?.password ?? "", / /);
      const rating = /** @type {any} */ ({ status: "ok", timedOut: false, score: 1, crackTimes: { offlineSlow: { code: "hours", count: 3 } }, hints: [{ code: "tooShort", params: { minLength: 12 } }] });
      assert.match(describeRating(rating, /** @type {any} */ ({ ...english.strength, lang })).time, /3/);
    });
  }

  for (const locale of [undefined, null, 7, Symbol("en"), {}, "en_US", "\0", "constructor", "__proto__"]) {
    test(`locale: ${String(locale)}`, async () => {
      if (typeof locale === "string") assert.equal((await loadLocale(locale)).lang, "en");
      assert.throws(() => describe({ code: "capsLockOn", params: {} }, /** @type {any} */ (locale)), { name: "PasskindError", option: "messages" });
    });
  }
});

test("the guide in words", async () => {
  const rows = [{ service: "mailbox", usedAt: ["mail.infomaniak.com:993"], identifier: { form: /** @type {const} */ ("address"), example: "anna@example.com" },
    password: /** @type {import("../../www/types.js").Role[]} */ (["mailboxPassword", "accountPassword"]), several: true, place: "devices", links: [] }];
  const guide = describeGuide({ provider: "infomaniak", name: "Infomaniak", rows }, english.hints);
  assert.equal(guide.title, "Which password goes where at Infomaniak");
  assert.deepEqual(guide.rows[0], {
    service: "mailbox", name: "Mail program", identifier: "e-mail address, like anna@example.com",
    password: "password of the e-mail address or account password", usedAt: ["mail.infomaniak.com:993"],
    several: "There can be several at a time, each removed alone.", place: "Mail Service, this address, Devices tab", links: [],
  });
  const swiss = describeGuide({ provider: "infomaniak", name: "Infomaniak", rows }, await loadLocale("de-CH"));
  assert.equal(swiss.lang, "de-CH");
  assert.equal(swiss.rows[0]?.password, "Passwort der E-Mail-Adresse oder Passwort des Kontos");
});
