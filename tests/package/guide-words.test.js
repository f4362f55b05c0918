/** The words of the guide element: complete in every language, same parameters, plain, short. Runs in Node alone. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { loadLocale } from "../../www/index.js";
import { loadGuideLocale } from "../../www/guide/texts.js";
import { answersTo } from "../../www/guide/answers.js";
import en from "../../www/locales/en/guide.js";
import { languages } from "./catalogues.js";

/** @param {unknown} tree @param {string} [path] @returns {[string, string][]} */
function leaves(tree, path = "") {
  if (typeof tree === "string") return [[path, tree]];
  return Object.entries(/** @type {object} */ (tree)).flatMap(([key, value]) => leaves(value, `${path}/${key}`));
}

const english = new Map(leaves(en));
/** Swiss German has no file of its own. */
const tags = languages.map(({ tag }) => tag).filter((tag) => tag !== "en" && existsSync(new URL(`../../www/locales/${tag}/guide.js`, import.meta.url)));
const others = await Promise.all(tags.map(async (tag) => /** @type {const} */ ([tag, new Map(leaves((await import(`../../www/locales/${tag}/guide.js`)).default))])));
/** @param {string} text */
const parameters = (text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();

for (const [lang, texts] of others) {
  test(`${lang} has the keys and parameters of English, and is its own language`, () => {
    assert.deepEqual([...texts.keys()], [...english.keys()]);
    assert.equal(texts.get("/lang"), lang);
    for (const [key, text] of english) assert.equal(parameters(texts.get(key) ?? ""), parameters(text), key);
  });

  test(`${lang} is at most 1.6 times as long as English`, () => {
    for (const [key, text] of english) {
      const other = texts.get(key) ?? "";
      assert.ok(other.length <= Math.max(1.6 * text.length, text.length + 2), `${key}: ${other.length} to ${text.length}`);
    }
  });
}

test("no HTML, no blame, no courtesy formula, no judgment", () => {
  const forbidden = /[<>]|&\w+;|\b(please|sorry|invalid|valid|incorrect|wrong|correct|error|veuillez|désolée?s?|invalide|incorrecte?|erroné|faux|erreur|bitte|leider|ungültig|falsch|fehler|richtig|per favore|purtroppo|errat[oa]|sbagliat[oa]|errore|corrett[oa]|por favor|lo sentimos|inválid[oa]|incorrect[oa]|error)\b/iu;
  for (const [lang, texts] of [["en", english], ...others]) for (const [key, text] of /** @type {Map<string, string>} */ (texts)) assert.doesNotMatch(text, forbidden, `${lang}${key}`);
});

test("each language has its own signs", () => {
  const [german, spanish, french, italian] = ["de", "es", "fr", "it"].map((tag) => [...(new Map(others).get(tag)?.values() ?? [])]);
  for (const texts of [german, spanish, french, italian]) assert.ok(texts?.length);
  for (const text of german ?? []) assert.doesNotMatch(text, /ß/, text);
  for (const text of spanish ?? []) assert.equal(text.includes("?"), text.startsWith("¿"), text);
  for (const text of french ?? []) assert.doesNotMatch(text, / [;:!?»]|« |[^\s\u202f][;!?]|[^\s\u00a0]:|'/u, text);
  for (const texts of [german, spanish, italian, [...english.values()]]) for (const text of texts ?? []) assert.doesNotMatch(text, /[\u00a0\u202f']/u, text);
});

test("one register: Sie, usted, vous, Lei", () => {
  /** @type {Record<string, RegExp>} besides what no text of the language has */
  const verbs = { es: /\b(tienes|quieres|elige)\b/i, it: /\b(vuoi|scegli)\b/i };
  for (const [lang, texts] of others) {
    const familiar = languages.find(({ tag }) => tag === lang)?.familiar;
    assert.ok(familiar, lang);
    for (const [key, text] of texts) for (const words of [familiar, verbs[lang] ?? /^$/]) assert.doesNotMatch(text, words, key);
  }
});

test("an app password has one name in a language: in hints, table, guide and meter", async () => {
  for (const { tag, hints, strength } of languages) {
    const name = hints.guideWords?.roles.appPassword ?? "";
    const { steps, make } = await loadGuideLocale(tag);
    const { createAppPassword, appPasswordExpected } = hints.hints;
    for (const text of [createAppPassword, ...Object.values(appPasswordExpected), steps.createAppPassword, make.appPassword, strength.roles.appPassword]) assert.ok(text.includes(name), `${tag}: ${name}, ${text}`);
  }
});

test("a locale falls back to its language, then to English", async () => {
  /** @type {[string, string][]} */
  const table = [["de-CH", "de"], ["de-Latn-CH", "de"], ["FR_ch", "fr"], ["it", "it"], ["es-419", "es"], ["en-GB", "en"], ["tlh", "en"], ["toString", "en"], ["", "en"]];
  for (const [locale, lang] of table) assert.equal((await loadGuideLocale(locale)).lang, lang, locale);
});

/** Every built-in. */
const folder = new URL("../../www/providers/", import.meta.url);
const profiles = await Promise.all(readdirSync(folder).filter((name) => name.endsWith(".js")).map(async (name) => (await import(new URL(name, folder).href)).default));
const ids = profiles.filter(({ services }) => services).map(({ id }) => id);

test("every row of every provider has an answer for each situation, in the reader's words", async () => {
  assert.ok(ids.length >= 45, `${ids.length} providers`);
  const messages = await loadLocale("en");
  /** @type {string[]} */
  const without = [];
  for (const provider of ids) {
    const answers = await answersTo({ provider, locale: "en", messages });
    if (!answers) {
      const { default: profile } = await import(`../../www/providers/${provider}.js`);
      // Whose domains, servers and names alone are known has no table.
      if (profile.services.some((/** @type {{ expects: string[] }} */ { expects }) => expects.length > 0)) without.push(provider);
      continue;
    }
    for (const { wish, row, steps } of answers.answers) {
      const name = `${provider} ${row.service}`;
      assert.ok(/** @type {string[]} */ (Object.values(en.services)).includes(wish), `${name}: ${wish}`);
      assert.deepEqual(steps.unsure, [], name);
      if (/^No password/.test(row.password)) assert.deepEqual(steps, { unsure: [], refused: [], none: [] }, name);
      else assert.ok(steps.refused.length && steps.none.length, `${name} ${JSON.stringify(steps)}`);
    }
  }
  assert.deepEqual(without, [], "providers without a table");
});

test("the rule of the model help page: account refused, reset that password; address refused, test the pair, then reset that one", async () => {
  const answers = await answersTo({ provider: "infomaniak", locale: "en" });
  const of = (/** @type {string} */ service) => answers?.answers.find(({ row }) => row.service === service);
  assert.deepEqual(of("account")?.steps.refused, [en.steps.tryOtherPassword, en.steps.resetAccountPassword]);
  assert.deepEqual(of("mailbox")?.steps.refused, [en.steps.testMailboxPair, en.steps.noPasswordYet, en.steps.resetMailboxPassword]);
  assert.deepEqual(of("account")?.steps.none, [en.make.accountPassword, en.steps.noAccountYet]);
  assert.equal(of("account")?.note, en.sameAddress);
  assert.equal(of("mailbox")?.note, en.sameAddress);
  assert.equal(of("ftp")?.note, undefined);
});

test("where no password works, the answer says so and advises none", async () => {
  for (const provider of ["microsoft", "proton"]) {
    const mailbox = (await answersTo({ provider, locale: "en" }))?.answers.find(({ row }) => row.service === "mailbox");
    assert.match(mailbox?.row.password ?? "", /^No password opens this service/, provider);
  }
});

test("no provider, none of its own rows: no answer", async () => {
  assert.equal(await answersTo({ provider: { id: "own", name: "Own", services: [] }, locale: "en" }), undefined);
  await assert.rejects(answersTo({ provider: "nobody", locale: "en" }), { code: "unknownProvider", option: "provider" });
});
