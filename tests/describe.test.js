/** The words: complete in every language, same parameters, no forbidden wording, short. Runs in Node alone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { describe, describeGuide, loadLocale } from "../www/describe.js";
import hints from "../www/locales/en.js";
import guideWords from "../www/locales/en-guide.js";
import fr from "../www/locales/fr.js";

/** @param {unknown} tree @param {string} [path] @returns {[string, string][]} */
function leaves(tree, path = "") {
  if (typeof tree === "string") return [[path, tree]];
  return Object.entries(/** @type {object} */ (tree)).flatMap(([key, value]) => leaves(value, `${path}/${key}`));
}

const en = { ...hints, guideWords };
const english = new Map(leaves(en));
const french = new Map(leaves(fr));
/** @param {string} text */
const parameters = (text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
/** Placeholders as short as they may be on a page. @param {string} text */
const plain = (text) => text.replace(/\s*\[.*?\]/g, "");

test("every language has the same keys and the same parameters", () => {
  assert.deepEqual([...french.keys()], [...english.keys()]);
  for (const [key, text] of english) assert.equal(parameters(french.get(key) ?? ""), parameters(text), key);
});

test("an optional sentence stands in brackets as a whole and names something", () => {
  for (const [key, text] of [...english, ...french]) {
    for (const [, sentence] of text.matchAll(/\[(.*?)\]/g)) assert.match(sentence ?? "", /^(\p{Lu}|\{name\}).*[.?]$/u, key);
    assert.doesNotMatch(text, /<|&\w+;/, key);
  }
});

test("no blame, no courtesy formula, no judgment on a password or an account", () => {
  const forbidden = /\b(please|sorry|invalid|valid|incorrect|wrong|correct|oops|must|error|s’il vous plaît|veuillez|désolé|invalide|valide|incorrecte?|erroné|mauvais|faux|erreur)\b/iu;
  for (const [key, text] of [...english, ...french]) assert.doesNotMatch(text, forbidden, key);
});

test("texts are short: English about 140 characters before place and length, French at most 1.6 times that", () => {
  for (const [key, text] of english) {
    if (!key.startsWith("/hints/")) continue;
    const other = plain(french.get(key) ?? "");
    assert.ok(plain(text).length <= 140, `${key}: ${plain(text).length}`);
    assert.ok(other.length <= 1.6 * plain(text).length, `${key}: ${other.length} to ${plain(text).length}`);
  }
});

test("each hint names its field, its place or its next step", () => {
  for (const [key, text] of english) {
    if (key.startsWith("/hints/")) assert.match(text, /user name|password|address|\{field\}|mailbox|sign-in|somebody/i, key);
  }
});

test("French has its narrow spaces, English its own", () => {
  for (const [key, text] of french) assert.doesNotMatch(text, / [;:!?»]|« |[^\s\u202f][;!?]|[^\s\u00a0s]:/u, `${key}: ${text}`);
  for (const [key, text] of english) assert.doesNotMatch(text, /[\u00a0\u202f]/, key);
});

test("may is tentative, probably is firmer", () => {
  for (const [key, text] of english) {
    if (key.endsWith("/may")) assert.match(text, /\bmay\b/, key);
    if (key.endsWith("/probably")) assert.match(text, /\blooks like\b/, key);
  }
});

test("a place appears when its name is known, and its sentence goes when it is not", () => {
  const params = { provider: "infomaniak", service: "mailbox", verdict: /** @type {const} */ ("may"), minLength: 16, place: "devices", links: [] };
  const known = describe({ code: "mailboxPasswordExpected", params });
  assert.match(known.text, /at least 16 characters\. Create one here: Mail Service, this address, Devices tab\.$/);
  assert.equal(known.place, "Mail Service, this address, Devices tab");
  for (const place of ["elsewhere", "toString"]) {
    const unknown = describe({ code: "mailboxPasswordExpected", params: { ...params, place } });
    assert.match(unknown.text, /at least 16 characters\.$/);
    assert.equal(unknown.place, undefined);
  }
});

test("echoes are isolated, cut and freed of control and direction characters", () => {
  const { parts, text } = describe({ code: "domainTypo", params: { domain: `\u202egmial\u0000\u200b.com${"x".repeat(500)}`, suggestion: "gmail.com" } });
  const [first] = parts.filter((part) => typeof part !== "string");
  assert.equal(first?.echo, `gmial.com${"x".repeat(71)}`);
  assert.ok(text.includes("\u2068gmail.com\u2069"));
});

test("only https links come out, in the reader's language", async () => {
  const links = [{ rel: /** @type {const} */ ("reset"), href: "https://example.com/{locale}/reset" }, { rel: /** @type {const} */ ("help"), href: "javascript:alert(1)" }];
  const hint = { code: /** @type {const} */ ("resetAccountPassword"), params: { service: "account", links } };
  assert.deepEqual(describe(hint).links, [{ rel: "reset", href: "https://example.com/en/reset", text: "Set a new password" }]);
  assert.equal(describe(hint, "fr-CH").lang, "en", "a language that is not loaded falls back");
  assert.equal((await loadLocale("fr-CH")).lang, "fr");
  assert.equal(describe(hint, "fr-CH").links[0]?.href, "https://example.com/fr/reset");
  assert.equal((await loadLocale("tlh")).lang, "en");
});

test("a newer core's code gives an empty description, never a throw", () => {
  for (const code of ["somethingNew", "toString", "__proto__"]) {
    assert.deepEqual(describe(/** @type {never} */ ({ code, params: {} })), { text: "", parts: [], lang: "en", links: [] });
  }
});

test("the guide in words", () => {
  const guide = describeGuide({
    provider: "infomaniak", name: "Infomaniak",
    rows: [{ service: "mailbox", usedAt: ["mail.infomaniak.com:993"], identifier: { form: "address", example: "anna@example.com" },
      password: ["mailboxPassword", "accountPassword"], several: true, place: "devices", links: [] }],
  });
  assert.equal(guide.title, "Which password goes where at Infomaniak");
  assert.deepEqual(guide.rows[0], {
    service: "mailbox", name: "Mail program", identifier: "e-mail address, like anna@example.com",
    password: "password of the e-mail address or account password", usedAt: ["mail.infomaniak.com:993"],
    several: "There can be several at a time, each removed alone.", place: "Mail Service, this address, Devices tab", links: [],
  });
});
