/**
 * Session replay: the demo recorded by rrweb as it comes (inputs of type password masked, text of `rr-mask` masked, `rr-block` left out),
 * while a person types passwords of the wrong kind, is refused, shows and hides them, and sets a new one. The recording holds neither a
 * password nor a text, code or figure that describes one. The same with our marks taken away shows what they keep out.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { demo, settle } from "../browser/demo.js";
import { languages, leaves } from "../catalogues.js";
import { copies, marker } from "./marker.js";

/** @import {Page} from "playwright-core" */

const RRWEB = await readFile(new URL("../../node_modules/rrweb/umd/rrweb.min.js", import.meta.url), "utf8");
/** Marks that recorders know, in the package and on the demo's panel. */
const MARKS = /(rr-block|rr-mask|fs-mask|ph-no-capture|sentry-block|mf-masked) ?/g;

/** @type {Awaited<ReturnType<typeof demo>>} */ let shown;
before(async () => { shown = await demo(); });
after(() => shown.close());

/** Pieces of sentences long enough to be told from the page's own. @param {string} text */
const pieces = (text) => text.split(/[[\]]|\{[\w:]+\}/).map((piece) => piece.trim()).filter((piece) => piece.length >= 15);
/** Codes that describe a secret: they have a verdict, or are of its writing; and those about new passwords. @param {import("../catalogues.js").Language} language */
function private_({ hints, strength }) {
  const ofSecret = Object.entries(hints.hints).filter(([code, text]) => (typeof text === "object" && "may" in text) || /^(case|smart|wrap|notC)/.test(code));
  const ofStrength = Object.entries(strength.hints);
  return {
    codes: [...ofSecret, ...ofStrength].map(([code]) => code),
    // The demo's own page says "Password:" and the like: whole pieces only.
    exposure: ofSecret.flatMap(([, text]) => leaves(text).flatMap(([, one]) => pieces(one))),
    strength: [...leaves(strength)].flatMap(([, one]) => pieces(one)).filter((piece) => piece !== strength.label && !Object.values(strength.roles).includes(piece)),
  };
}
/** What only an answer, a rating or a meter holds. */
const FACTS = /\\"(verdict|shape|issuers|guessesLog10|meetsPolicy|crackTimes|score)\\"|"class":"[^"]*passkind-(hint|tip|level|advice|meter)|"data-(policy|severity|status)":/;

/**
 * Records while `use` goes on. @param {string} path @param {(tab: Page, secrets: string[]) => Promise<void>} use @param {{ isMarked?: boolean }} [settings]
 * @returns {Promise<{ recording: string, secrets: string[], events: number }>}
 */
async function record(path, use, { isMarked = true } = {}) {
  /** @type {string[]} */
  const events = [];
  /** @type {string[]} */
  const secrets = [];
  await shown.open(path, async (tab) => {
    await use(tab, secrets);
    await settle(tab);
  }, {
    context: isMarked ? {} : { bypassCSP: true }, // rrweb writes styles inline where it records them
    before: async (tab) => {
      await tab.exposeBinding("recorded", (_, event) => { events.push(event); });
      // Not in the empty frame of its own, out of which rrweb takes methods that no page has changed.
      await tab.addInitScript(`if (self === top) {\n${RRWEB}\naddEventListener("DOMContentLoaded", () => rrweb.record({ emit: (event) => recorded(JSON.stringify(event)) }));\n}`);
      if (isMarked) return;
      await tab.route(/dom\.js$|\.html|\/\?/, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.text()).replace(MARKS, "") });
      });
    },
  });
  return { recording: events.join("\n"), secrets, events: events.length };
}

/** Kinds that the account form does not take, each refused twice, shown and hidden. @param {Page} tab @param {string[]} secrets those that stand nowhere on the page */
async function signsIn(tab, secrets) {
  const label = "Password: ";
  secrets.push(/** @type {string[]} */ (marker(16).match(/.{4}/g)).join(" "), ["gh", "p_", marker(36)].join(""), "573 806", marker(14));
  for (const password of [...secrets.slice(0, 3), `${label}${secrets[3]}`, "-----BEGIN OPENSSH PRIVATE KEY-----", "anna.muster@example.com", "4111 1111 1111 1111"]) {
    for (const [field, text] of [["#identifier", "anna.muster@example.com"], ["#password", password]]) {
      await tab.click(field ?? "");
      await tab.keyboard.press("Control+A");
      await tab.keyboard.type(text ?? "");
    }
    await tab.keyboard.press("Tab");
    await tab.locator(".passkind-hint").first().waitFor();
    await settle(tab);
    await tab.click("#reveal");
    await tab.click("#password");
    await tab.keyboard.press("End");
    await tab.keyboard.type("x");
    await tab.click("#reveal");
    for (const time of [1, 2]) {
      await tab.click("#refuse");
      await tab.waitForTimeout(60 * time);
    }
  }
}

/** Weak, common, like another, strong. @param {Page} tab @param {string[]} secrets those that stand nowhere on the page */
async function setsPassword(tab, secrets) {
  const account = marker(14);
  secrets.push(account, `${account}2`, marker(9), `${marker(8)} ${marker(8)} ${marker(8)}`);
  await tab.click("#account");
  await tab.keyboard.type(account);
  for (const password of ["dragon", "P4ssw0rd-P4ssw0rd", "Infomaniak2026!", "abcdefabcdefabcdef", ...secrets.slice(1)]) {
    await tab.click("#password");
    await tab.keyboard.press("Control+A");
    await tab.keyboard.type(password);
    await tab.waitForTimeout(400);
    await tab.locator(".passkind-level", { hasText: /./ }).waitFor();
    await tab.click("#reveal");
    await tab.click("#reveal");
  }
}

/** Pages by language. @type {(tag: string) => [page: string, path: string, use: typeof signsIn, topic: "exposure" | "strength"][]} */
const visits = (tag) => [
  ["sign-in", `/?service=account&lang=${tag}`, signsIn, "exposure"],
  ["new password", `/new-password.html?lang=${tag}`, setsPassword, "strength"],
];

for (const tag of ["en", "de", "fr"]) {
  const language = /** @type {import("../catalogues.js").Language} */ (languages.find((one) => one.tag === tag));
  const texts = private_(language);
  describe(tag, () => {
    for (const [page, path, use, topic] of visits(tag)) {
      test(`${page}: no password, no text, code or figure about one`, async () => {
        const { recording, secrets, events } = await record(path, use);
        assert.ok(events > 50 && recording.includes("anna.muster@example.com") === (page === "sign-in"), "what is no secret was recorded");
        assert.deepEqual(copies(recording, secrets), [], "a password");
        for (const piece of [...texts.exposure, ...texts.strength]) assert.ok(!recording.includes(piece), piece);
        for (const code of texts.codes) assert.ok(!recording.includes(`\\"${code}\\"`) && !recording.includes(`"${code}"`), code);
        assert.doesNotMatch(recording, FACTS);
        console.log(`recording: ${tag}, ${page}: ${events} events, ${recording.length} characters, ${secrets.length} secrets, 0 copies, 0 of ${texts.exposure.length + texts.strength.length} texts`);
      });
    }
    if (tag !== "en") return;
    for (const [page, path, use, topic] of visits(tag)) {
      test(`${page}, the marks taken away: texts, codes and figures are in the recording, so they would be found`, async () => {
        const { recording } = await record(path, use, { isMarked: false });
        assert.ok(texts[topic].filter((piece) => recording.includes(piece)).length >= 3, topic);
        assert.ok(texts.codes.some((code) => recording.includes(code)), "codes in the panel");
        assert.match(recording, FACTS);
      });
    }
  });
}
