/**
 * Session replay: the demo recorded by rrweb as it comes (inputs of type password masked, text of `rr-mask` masked, `rr-block` left out),
 * while a person types passwords of the wrong kind, is refused, shows and hides them, and sets a new one. The recording holds neither a
 * password nor a text, code or figure that describes one. The same with our marks taken away shows what they keep out. Then once more under
 * what each tool asks of rrweb by default, or, where it has a recorder of its own, with what it leaves out left out in rrweb.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { demo, settle } from "../browser/demo.js";
import { languages, leaves } from "../package/catalogues.js";
import { copies, marker } from "./marker.js";

/** @import {Page} from "playwright-core" */

const RRWEB = await readFile(new URL("../../node_modules/rrweb/umd/rrweb.min.js", import.meta.url), "utf8");
/** Marks that recorders know, in the package and on the demo's panel. */
const MARKS = /(rr-block|rr-mask|fs-mask|ph-no-capture|sentry-block|mf-masked|(amp|highlight|nr|mp)-block|ym-hide-content) ?/g;

/** @type {Awaited<ReturnType<typeof demo>>} */ let shown;
before(async () => { shown = await demo(); });
after(() => shown.close());

/** Pieces of sentences long enough to be told from the page's own. @param {string} text */
const pieces = (text) => text.split(/[[\]]|\{[\w:]+\}/).map((piece) => piece.trim()).filter((piece) => piece.length >= 15);
/** Codes that describe a secret: they have a verdict, or are of its writing; and those about new passwords. @param {import("../package/catalogues.js").Language} language */
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
const FACTS = /\\"(verdict|shape|issuer|guessesLog10|meetsPolicy|crackTimes|score)\\"|"class":"[^"]*passkind-(hint|tip|level|advice|meter)|"data-(policy|severity|status)":/;

/**
 * Records while `use` goes on. @param {string} path @param {(tab: Page, secrets: string[]) => Promise<void>} use @param {{ isMarked?: boolean, options?: object }} [settings]
 * @returns {Promise<{ recording: string, secrets: string[], events: number }>}
 */
async function record(path, use, { isMarked = true, options = {} } = {}) {
  /** @type {string[]} */
  const events = [];
  /** @type {string[]} */
  const secrets = [];
  await shown.open(path, async (tab) => {
    await use(tab, secrets);
    await settle(tab);
  }, {
    context: isMarked && !("blockClass" in options) ? {} : { bypassCSP: true }, // rrweb writes styles inline where it records them
    before: async (tab) => {
      await tab.exposeBinding("recorded", (_, event) => { events.push(event); });
      // Not in the empty frame of its own, out of which rrweb takes methods that no page has changed.
      await tab.addInitScript(`if (self === top) {\n${RRWEB}\naddEventListener("DOMContentLoaded", () => rrweb.record({ emit: (event) => recorded(JSON.stringify(event)), ...${JSON.stringify(options)} }));\n}`);
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

/**
 * By tool, what decides in rrweb what is left out, as the tool sets it when a page configures nothing; `rr-block` is never among it, since that
 * is rrweb's own. Where a tool masks all text by default that is left off here: pages switch it off. `masks`: only texts are
 * masked, so that classes and attributes are still recorded.
 * @type {Record<string, { options: object, masks?: true, source: string }>}
 */
const TOOLS = {
  "Amplitude": { options: { blockClass: "amp-block", maskTextClass: "amp-mask", maskAllInputs: true }, source: "amplitude/Amplitude-TypeScript, packages/session-replay-browser/src/constants.ts and session-replay.ts" },
  "Highlight": { options: { blockClass: "highlight-block", maskTextClass: "highlight-mask", ignoreClass: "highlight-ignore" }, source: "highlight/highlight, docs-content/getting-started/3_client-sdk/7_replay-configuration/privacy.md" },
  "PostHog": { options: { blockClass: "ph-no-capture", maskTextClass: "ph-mask", ignoreClass: "ph-ignore-input", maskAllInputs: true }, source: "PostHog/posthog-js, session recording's defaults" },
  "Sentry": { options: { blockClass: "none", blockSelector: ".sentry-block,[data-sentry-block]", maskTextSelector: ".sentry-mask,[data-sentry-mask]", maskAllInputs: true }, source: "getsentry/sentry-javascript, packages/replay-internal/src/util/getPrivacyOptions.ts" },
  "New Relic": { options: { blockClass: "nr-block", blockSelector: "[data-nr-block]", maskTextClass: "nr-mask", ignoreClass: "nr-ignore", maskAllInputs: true }, source: "newrelic/newrelic-browser-agent, `session_replay` in its default configuration" },
  "Mixpanel": { options: { blockClass: "mp-block", maskTextClass: "mp-mask", maskAllInputs: true }, source: "docs.mixpanel.com, Session Replay Privacy Controls" },
  "Yandex Metrica": { options: { blockClass: "ym-hide-content", ignoreClass: "ym-disable-keys" }, source: "yandex.com/support/metrica, Setting up data collection" },
  "FullStory": { options: { blockClass: "none", maskTextClass: "fs-mask" }, masks: true, source: "as `www/form/dom.js` has it" },
  "Mouseflow": { options: { blockClass: "none", maskTextClass: "mf-masked" }, masks: true, source: "as `www/form/dom.js` has it" },
  "Matomo": { options: { blockClass: "none", maskTextSelector: "[data-matomo-mask],[data-piwik-mask]" }, masks: true, source: "matomo.org, Data masking in heatmaps and session recordings" },
  "LogRocket": { options: { blockClass: "none", blockSelector: "[data-private]" }, source: "as `www/form/dom.js` has it" },
  "Hotjar": { options: { blockClass: "none", maskTextSelector: "[data-hj-suppress]" }, masks: true, source: "as `www/form/dom.js` has it" },
  "Microsoft Clarity": { options: { blockClass: "none", maskTextSelector: "[data-clarity-mask]" }, masks: true, source: "as `www/form/dom.js` has it" },
  "OpenReplay": { options: { blockClass: "none", maskTextSelector: "[data-openreplay-obscured],[data-openreplay-masked]" }, masks: true, source: "as `www/form/dom.js` has it" },
  "Datadog": { options: { blockClass: "none", maskTextSelector: "[data-dd-privacy=mask]" }, masks: true, source: "as `www/form/dom.js` has it" },
  "Contentsquare": { options: { blockClass: "none", maskTextSelector: "[data-cs-mask]" }, masks: true, source: "as `www/form/dom.js` has it" },
  "Heap": { options: { blockClass: "none", maskTextSelector: "[data-heap-redact-text]" }, masks: true, source: "as `www/form/dom.js` has it" },
  "Smartlook": { options: { blockClass: "none", maskTextSelector: "[data-sl=mask]" }, masks: true, source: "as `www/form/dom.js` has it" },
  "Quantum Metric": { options: { blockClass: "none", maskTextSelector: "[data-qm-encrypt]" }, masks: true, source: "as `www/form/dom.js` has it" },
};

/** One password of the wrong kind, refused; one that is shown. @param {Page} tab @param {string[]} secrets */
async function signsInOnce(tab, secrets) {
  secrets.push(["gh", "p_", marker(36)].join(""));
  for (const [field, text] of [["#identifier", "anna.muster@example.com"], ["#password", secrets[0]]]) {
    await tab.click(field ?? "");
    await tab.keyboard.type(text ?? "");
  }
  await tab.keyboard.press("Tab");
  await tab.locator(".passkind-hint").first().waitFor();
  await tab.click("#refuse");
  await tab.waitForTimeout(100);
}

/** One weak password. @param {Page} tab */
async function setsPasswordOnce(tab) {
  await tab.click("#password");
  await tab.keyboard.type("P4ssw0rd-P4ssw0rd");
  await tab.locator(".passkind-level", { hasText: /./ }).waitFor();
}

for (const tag of ["en", "de", "fr"]) {
  const language = /** @type {import("../package/catalogues.js").Language} */ (languages.find((one) => one.tag === tag));
  const texts = private_(language);
  describe(tag, () => {
    for (const [page, path, use] of visits(tag)) {
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

describe("under each tool's own defaults", () => {
  const texts = private_(/** @type {import("../package/catalogues.js").Language} */ (languages.find(({ tag }) => tag === "en")));
  const pages = /** @type {const} */ ([["sign-in", "/?service=account&lang=en", signsInOnce, "exposure"], ["new password", "/new-password.html?lang=en", setsPasswordOnce, "strength"]]);

  for (const [tool, { options, masks }] of Object.entries(TOOLS)) {
    test(`${tool}: no password and no text about one`, async () => {
      // Both pages mark the same box; where a tool only masks, one is enough.
      for (const [page, path, use] of masks ? pages.slice(0, 1) : pages) {
        const { recording, secrets, events } = await record(path, use, { options });
        assert.ok(events > 10, `${events} events`);
        assert.deepEqual(copies(recording, secrets), [], page);
        assert.deepEqual([...texts.exposure, ...texts.strength].filter((piece) => recording.includes(piece)), [], page);
        if (masks) continue;
        assert.deepEqual(texts.codes.filter((code) => recording.includes(`"${code}\\"`) || recording.includes(`"${code}"`)), [], page);
        assert.doesNotMatch(recording, FACTS, page);
      }
    });
  }

  test("a tool that knows none of the marks records the texts, so they would be found", async () => {
    for (const [page, path, use, topic] of pages) {
      const { recording } = await record(path, use, { options: { blockClass: "none", maskTextClass: "none" } });
      assert.ok(texts[topic].some((piece) => recording.includes(piece)), page);
    }
  });
});
