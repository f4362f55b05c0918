/**
 * What `<passkind-guide>` can answer: the provider's rows in words, and for each what to do next. Which advice holds
 * where is the core's to say; here it is asked, without any secret, and put into words.
 */
import { describe, describeGuide, loadLocale } from "../describe.js";
import { ownPlaces } from "../text/locales.js";
import { createGuard } from "../guard/guard.js";
import { loadGuideLocale } from "./texts.js";
import { bare, own } from "../guard/own-properties.js";

/** @import {DescribedGuide, DescribedGuideRow, Messages} from "../describe.js" */
/** @import {Guard} from "../guard/guard.js" */
/** @import {GuideTexts, Situation} from "./texts.js" */
/** @import {Guide, GuideRow, GuardOptions, Hint, Profile} from "../types.js" */

/** @typedef {{ provider: string | Profile, profiles?: Profile[] | undefined, locale: string, messages?: Messages | undefined, texts?: GuideTexts | undefined }} Question */
/** `wish`: the service as people say what they want. @typedef {{ wish: string, row: DescribedGuideRow, note?: string, steps: Record<Situation, string[]> }} Answer */
/** @typedef {{ texts: GuideTexts, guide: DescribedGuide, answers: Answer[] }} Answers */

/** A name for rows that give no example: some advice needs to see that one is there. */
const SOMEBODY = "anna@example.com";

/**
 * @param {Question} question
 * @returns {Promise<Answers | undefined>} nothing where the core cannot run or the provider has no table
 */
export async function answersTo({ provider, profiles, locale, messages: ownMessages, texts: ownTexts }) {
  const ask = (/** @type {string} */ service) => createGuard(/** @type {GuardOptions} */ ({ service, provider, ...(profiles && { profiles }) }));
  const guide = bare((await ask("account")).guide());
  if (!guide.rows.length) return undefined;
  const known = ownMessages ?? (await loadLocale(locale).catch(() => loadLocale("en")));
  const messages = { ...known, places: { ...known.places, ...ownPlaces([provider, ...(profiles ?? [])], known.lang) } };
  const [texts, guards] = await Promise.all([
    ownTexts ?? loadGuideLocale(messages.lang).catch(() => loadGuideLocale("en")),
    Promise.all(guide.rows.map(({ service }) => ask(service))),
  ]);
  const described = describeGuide(guide, messages);
  const answers = described.rows.map((row, at) => answer(guide, at, /** @type {Guard} */ (guards[at]), row, texts, messages));
  return { texts, guide: { ...described, rows: answers.map(({ row }) => row) }, answers };
}

/** @param {Guide} guide @param {number} at @param {Guard} guard @param {DescribedGuideRow} plain @param {GuideTexts} texts @param {Messages} messages @returns {Answer} */
function answer(guide, at, guard, plain, texts, messages) {
  const row = /** @type {GuideRow} */ (guide.rows[at]);
  const wish = own(/** @type {Record<string, string>} */ (texts.services), row.service) ?? plain.name;
  // A service of a page's own, of which the catalogue has only the id, has no other name.
  const described = plain.name === row.service ? { ...plain, name: wish } : plain;
  const hopeless = guard.assess({ identifier: row.identifier.example ?? SOMEBODY }, { refused: 1 }).hints.find(({ code }) => code === "noPasswordWorks");
  if (hopeless) {
    const { place, ...rest } = described; // the sentence names it
    return { wish, row: { ...rest, password: describe(hopeless, messages).text }, steps: { unsure: [], refused: [], none: [] } };
  }
  return {
    wish,
    row: described,
    ...(isShared(row, guide) && { note: texts.sameAddress }),
    steps: { unsure: [], refused: afterRefusal(guard.assess({}, { refused: 1 }).hints, texts), none: toBegin(row, guide, texts) },
  };
}

/** Does an address that is the name here stand elsewhere for another kind of password? @param {GuideRow} row @param {Guide} guide */
function isShared(row, { rows }) {
  const isAddress = (/** @type {GuideRow} */ { identifier }) => identifier.form === "address";
  return isAddress(row) && rows.some((other) => isAddress(other) && other.password[0] !== row.password[0]);
}

/** @param {Hint[]} hints @param {GuideTexts} texts */
function afterRefusal(hints, { steps }) {
  return hints.flatMap(({ code }) => (Object.hasOwn(steps, code) ? [/** @type {Record<string, string>} */ (steps)[code] ?? ""] : []));
}

/** @param {GuideRow} row @param {Guide} guide @param {GuideTexts} texts */
function toBegin(row, { rows }, { make, steps }) {
  const [role] = row.password;
  const mayLackAccount = role === "accountPassword" && rows.some(({ password }) => password[0] === "mailboxPassword");
  return [...(role ? [make[role]] : []), ...(mayLackAccount ? [steps.noAccountYet] : [])];
}
