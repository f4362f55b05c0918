/**
 * The same sign-in, typed and clicked as a person does, in three engines: Chromium, Firefox, WebKit. What a driver cannot do (Caps
 * Lock, autofill, an input method) is done by synthetic events, and the test's name says so. What must be said comes from the
 * guard in Node, so that every engine says the same; the codes stand here.
 */
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { examples } from "../../www/demo/examples.js";
import { createGuard, describe as inWords, loadLocale } from "../../www/index.js";
import strengthTexts from "../../www/locales/en/strength.js";
import { ENGINES, start } from "../browser/engines.js";
import { FILES, newPassword, RIGHT, signIn, WRONG } from "../browser/pages.js";
import { Key, Person } from "../browser/person.js";
import { serve } from "../browser/server.js";
import { tap } from "../browser/touch.js";

/** @import {Engine, EngineName} from "../browser/engines.js" */
/** @import {Observation} from "../../www/types.js" */

const PICTURES = fileURLToPath(new URL("../../target/screenshots/engines/", import.meta.url));
/** A second, less what a timer may be early by. */
const PAUSE_MS = 990;
/** Longer than any timer of ours but the pause. */
const SETTLE_MS = 200;

const MISSPELT = { ...RIGHT, identifier: "anna.muster@gmial.com" };
const NAME_ONLY = { ...RIGHT, identifier: "anna.muster" };
/** As copied from a mail, with its label. */
const LABELLED = { ...RIGHT, password: `Password: ${RIGHT.password}` };

const PAGES = {
  ...FILES,
  "/sign-in": signIn(),
  "/refused": signIn('data-passkind-refused="1"'),
  "/new-password": newPassword(),
  "/no-worker": newPassword('data-worker="none"'),
  "/phone": '<!doctype html><title>phone</title><body><iframe id="phone" src="/sign-in" style="width: 390px; height: 700px; border: 0"></iframe></body>',
};

const english = await loadLocale("en");
const guard = await createGuard({ service: "account", provider: "infomaniak" });

/**
 * What a field's region must say of a pair.
 * @param {"identifier" | "password"} field @param {{ identifier: string, password: string }} pair
 * @param {Observation} [observation] @param {string[]} [codes] all that are expected, of either field
 */
function words(field, pair, observation = { input: "typed" }, codes) {
  const { hints } = guard.assess(pair, observation);
  if (codes) assert.deepEqual(hints.map(({ code }) => code), codes);
  return hints.filter((hint) => hint.field === field).map((hint) => inWords(hint, english).text.replace(/[\u2068\u2069]/g, ""));
}

/** Long enough to be known again: a password half typed is a few letters that any text may have. @param {string} secret */
const isTelling = (secret) => secret.length >= 8;

for (const name of ENGINES) {
  describe(name, () => {
    /** @type {Engine} */ let engine;
    /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
    /** @type {Person} */ let anna;
    before(async () => {
      await mkdir(PICTURES, { recursive: true });
      server = await serve(PAGES);
      engine = await start(name);
    });
    after(async () => { await engine?.stop(); await server?.close(); });
    beforeEach(() => { anna = new Person(engine.driver, server.origin); });

    /** After each page: no stray focus, no error, nothing typed in the title or on the console. @param {string} path @param {() => Promise<void>} visit */
    async function on(path, visit) {
      await anna.open(path);
      await visit();
      const seen = await anna.run("return seen");
      assert.deepEqual({ console: seen.console, errors: seen.errors, strayFocus: seen.strayFocus }, { console: [], errors: [], strayFocus: [] });
      assert.equal(await anna.run("return document.title"), "Example Host");
      assert.equal(await anna.run("return document.querySelectorAll('[aria-invalid]').length"), 0);
      const published = JSON.stringify([seen.events, await anna.run("return document.documentElement.outerHTML")]);
      for (const secret of seen.secrets.filter(isTelling)) assert.ok(!published.includes(secret), "no secret in an event or in the page");
    }

    signingIn(name);
    refusals();
    pointer(name);
    newPasswords();

    test("the demo's guide lists every service, the chosen one marked", async () => {
      await anna.open("/demo/?service=ftp&lang=en", "#examples button");
      await anna.run("document.querySelector('#guide').scrollIntoView()");
      await anna.until("return document.querySelectorAll('#guide tbody tr').length > 0");
      const services = await anna.run("return [...document.querySelectorAll('#guide tbody tr')].map((row) => row.dataset.service)");
      assert.deepEqual(services.sort(), Object.keys(examples).filter((service) => service !== "anyMail").sort());
      assert.equal(await anna.run("return document.querySelector('#guide tr.current').dataset.service"), "ftp");
    });

    /** @param {EngineName} name */
    function signingIn(name) {
      test("nothing of the wasm is fetched before the first focus; then the core is, and nothing of the strength file", () => on("/sign-in", async () => {
        await anna.wait(SETTLE_MS);
        const since = () => server.requests.slice(server.requests.lastIndexOf("/sign-in")).filter((path) => path.startsWith("/pkg/"));
        assert.deepEqual(since(), []);
        await anna.click("#name");
        await anna.type("x");
        for (let i = 0; i < 50 && since().length < 2; i++) await anna.wait(50);
        assert.deepEqual(since().sort(), ["/pkg/inline-sign-in.js"]);
      }));

      test("a password of the wrong kind: told on leaving the field, in a status region that describes it", () => on("/sign-in", async () => {
        assert.deepEqual(await anna.run("return [...document.querySelectorAll('[role=status]')].map((region) => region.textContent)"), ["", ""], "there from the start, and empty");
        await anna.fillPair(WRONG);
        await anna.hears("password", words("password", WRONG, undefined, ["accountPasswordExpected"]));
        assert.deepEqual(await anna.told("identifier"), []);
        const region = await anna.run("return document.querySelector('[data-passkind-field=password] [role=status]').id");
        assert.equal(await anna.run("return document.querySelector('#secret').getAttribute('aria-describedby')"), `rules ${region}`);
        assert.equal(await anna.run("return document.querySelector('#name').getAttribute('aria-describedby')"), null);
        await anna.fill("#secret", RIGHT.password);
        await anna.tabTo("#go"); // past the hint's own links: they stay while the focus is in them
        await anna.hears("password", []);
        assert.equal(await anna.run("return document.querySelector('#secret').getAttribute('aria-describedby')"), "rules");
      }));

      test("the right pair: silent while typing, after a pause, on leaving and when sent, as typed", () => on("/sign-in", async () => {
        await anna.fillPair(RIGHT);
        await anna.wait(PAUSE_MS + SETTLE_MS);
        await anna.click("#go");
        await anna.until("return document.querySelector('#answer').textContent === 'Signed in.'");
        assert.deepEqual(await anna.run("return [seen.shown, seen.submits]"), [0, [[RIGHT.identifier, RIGHT.password]]]);
      }));

      test("in the field itself: told after a pause of a second, not before", () => on("/sign-in", async () => {
        await anna.fill("#name", WRONG.identifier);
        await anna.fill("#secret", WRONG.password);
        await anna.hears("password", words("password", WRONG));
        const [shown, lastInput] = await anna.run("return [seen.shown, seen.lastInput]");
        assert.ok(shown - lastInput >= PAUSE_MS, `${shown - lastInput} ms`);
        assert.equal(await anna.run("return document.activeElement.id"), "secret");
      }));

      test("what concerns the name waits until its field is left", () => on("/sign-in", async () => {
        await anna.fill("#name", NAME_ONLY.identifier);
        await anna.wait(PAUSE_MS + SETTLE_MS);
        assert.deepEqual(await anna.told("identifier"), []);
        await anna.type(Key.TAB);
        await anna.hears("identifier", words("identifier", { ...NAME_ONLY, password: "" }, {}, ["addressExpected"]));
        assert.equal(await anna.run("return document.activeElement.id"), "secret");
      }));

      test("a misspelt domain: the button takes the suggestion over, and only it", () => on("/sign-in", async () => {
        await anna.fill("#name", MISSPELT.identifier);
        await anna.type(Key.TAB);
        await anna.hears("identifier", words("identifier", { ...MISSPELT, password: "" }, {}, ["domainTypo"]));
        assert.equal(await anna.run("return document.querySelector('#name').value"), MISSPELT.identifier);
        assert.equal(await anna.run("return document.querySelector('.passkind-use').textContent"), "Use gmail.com");
        await anna.click(".passkind-use");
        await anna.hears("identifier", []);
        assert.equal(await anna.run("return document.querySelector('#name').value"), "anna.muster@gmail.com");
      }));

      test("a password pasted with its label, by the keyboard's own shortcut, is told so and left as it is", () => on("/sign-in", async () => {
        await anna.fill("#name", LABELLED.password);
        await anna.chord(Key.CONTROL, "a");
        await anna.chord(Key.CONTROL, "x");
        await anna.type(RIGHT.identifier, Key.TAB);
        await anna.chord(Key.CONTROL, "v");
        await anna.type(Key.TAB);
        await anna.hears("password", words("password", LABELLED, { input: "pasted" }, ["wrapperTyped"]));
        assert.deepEqual(await anna.run("return seen.pasted"), [true], "the browser's own event");
        assert.equal(await anna.run("return document.querySelector('#secret').value"), LABELLED.password);
      }));

      test("Caps Lock is told at once, and no longer when it is off (synthetic key events: no driver can switch it on)", () => on("/sign-in", async () => {
        await anna.click("#secret");
        const press = (/** @type {boolean} */ on) => anna.run("document.querySelector('#secret').dispatchEvent(new KeyboardEvent('keyup', { key: 'A', modifierCapsLock: arguments[0], bubbles: true }))", on);
        const from = await anna.run("return performance.now()");
        await press(true);
        await anna.hears("password", words("password", { identifier: "", password: "" }, { capsLock: true }, ["capsLockOn"]));
        assert.ok((await anna.run("return seen.shown")) - from < PAUSE_MS);
        await press(false);
        await anna.hears("password", []);
      }));

      test("nothing is told in the middle of a composition (synthetic events: no driver has an input method)", () => on("/sign-in", async () => {
        await anna.fill("#name", NAME_ONLY.identifier);
        await anna.click("#secret");
        await anna.hears("identifier", words("identifier", { ...NAME_ONLY, password: "" })); // the wasm is there
        const fire = (/** @type {string} */ event) => anna.run(`document.querySelector('#secret').dispatchEvent(new ${event})`);
        await fire("CompositionEvent('compositionstart', { bubbles: true })");
        await anna.run("document.querySelector('#secret').value = arguments[0]", WRONG.password);
        await fire("InputEvent('input', { bubbles: true, inputType: 'insertCompositionText' })");
        await anna.wait(PAUSE_MS + SETTLE_MS);
        assert.deepEqual(await anna.told("password"), []);
        await fire("CompositionEvent('compositionend', { bubbles: true })");
        await anna.hears("password", words("password", { ...NAME_ONLY, password: WRONG.password }));
      }));

      test("a filled-in pair that is refused: another saved one is named first (synthetic events: no driver fills in)", () => on("/sign-in", async () => {
        await anna.click("#name");
        for (const [field, value] of [["#name", RIGHT.identifier], ["#secret", "Regenschirm-im-Juni"]]) {
          await anna.run("const field = document.querySelector(arguments[0]); field.value = arguments[1]; field.dispatchEvent(new Event('input', { bubbles: true }))", field, value);
        }
        await anna.click("#go");
        const pair = { ...RIGHT, password: "Regenschirm-im-Juni" };
        await anna.hears("password", words("password", pair, { input: "autofilled", refused: 1 }));
        assert.equal(guard.assess(pair, { input: "autofilled", refused: 1 }).hints[0]?.code, "pickOtherSaved");
      }));

      test("pictures: with a hint, refused, as wide as a phone", async () => {
        await on("/sign-in", async () => {
          await anna.fillPair(WRONG);
          await anna.hears("password", words("password", WRONG));
          await anna.picture(`${PICTURES}hint-${name}.png`);
          await anna.click("#go");
          await anna.hears("password", words("password", WRONG, { input: "typed", refused: 1 }));
          await anna.picture(`${PICTURES}refused-${name}.png`);
        });
        await anna.open("/phone", "#phone");
        await anna.frame("#phone");
        await anna.until("return document.documentElement.dataset.ready !== undefined");
        assert.equal(await anna.run("return innerWidth"), 390);
        await anna.fillPair(WRONG);
        await anna.hears("password", words("password", WRONG));
        assert.ok(await anna.run("return document.documentElement.scrollWidth <= innerWidth"), "no sideways scrolling");
        await anna.frame();
        await anna.picture(`${PICTURES}phone-${name}.png`, "#phone");
      });
    }

    function refusals() {
      test("three refusals: the cheap way first, then the reset, then the pause", () => on("/sign-in", async () => {
        const pair = { ...RIGHT, password: "Regenschirm-im-Juni" };
        await anna.fillPair(pair);
        /** @type {string[][]} */
        const codes = [
          ["tryOtherPassword", "showPassword", "resetAccountPassword"],
          ["resetAccountPassword", "tryOtherPassword", "supportHasNoPasswords"],
          ["resetAccountPassword", "pauseBeforeLockout", "supportHasNoPasswords"],
        ];
        for (const [before, expected] of codes.entries()) {
          await anna.click("#go");
          await anna.hears("password", words("password", pair, { input: "typed", refused: before + 1 }, expected));
          await anna.until("return document.querySelector('#answer').textContent === 'Sign-in did not work. Check the address and the password.'");
        }
        await anna.fill("#secret", RIGHT.password);
        await anna.tabTo("#go");
        await anna.hears("password", []);
      }));

      test('a page rendered anew with data-passkind-refused="1" speaks at load, with the focus where it was', () => on("/refused", async () => {
        await anna.hears("password", words("password", { identifier: "", password: "" }, { refused: 1 }));
        assert.equal(await anna.run("return document.activeElement === document.body"), true);
      }));

      test("hidden by the keyboard, hints stay away and the focus goes on in the field", () => on("/sign-in", async () => {
        await anna.fillPair(WRONG);
        await anna.hears("password", words("password", WRONG));
        await anna.run("document.querySelector('#secret').focus()");
        await anna.run("seen.strayFocus.length = 0"); // that was this script
        await anna.tabTo("[data-passkind-field=password] .passkind-dismiss");
        await anna.type(Key.ENTER);
        await anna.hears("password", []);
        assert.equal(await anna.run("return document.activeElement.id"), "secret");
        await anna.fill("#secret", "q7Rk w2Mx t9Bd z4Hk");
        await anna.type(Key.TAB);
        await anna.wait(PAUSE_MS + SETTLE_MS);
        assert.deepEqual(await anna.told("password"), []);
      }));

      test("by keyboard alone: sign-in, refusal, recovery; the focus never moves by itself", () => on("/sign-in", async () => {
        await anna.tabTo("#name");
        await anna.type(NAME_ONLY.identifier, Key.TAB);
        await anna.hears("identifier", words("identifier", { ...NAME_ONLY, password: "" }, {}, ["addressExpected"]));
        await anna.tabTo("#name", "back");
        await anna.type(Key.END, "@example.com");
        await anna.tabTo("#secret");
        await anna.hears("identifier", []);
        await anna.type(WRONG.password, Key.ENTER);
        const refused = words("password", WRONG, { input: "typed", refused: 1 }, ["accountPasswordExpected", "tryOtherPassword", "resetAccountPassword"]);
        await anna.hears("password", refused);
        assert.equal(await anna.run("return document.activeElement.id"), "secret", "after the refusal it is where it was");
        await anna.tabTo(".passkind-link");
        assert.match(await anna.run("return document.activeElement.href"), /^https:\/\//);
        assert.equal(await anna.run("return document.activeElement.closest('[role=status]')"), null);
        await anna.tabTo(".passkind-dismiss");
        await anna.type(Key.ENTER);
        await anna.hears("password", []);
        assert.equal(await anna.run("return document.activeElement.id"), "secret");
        await anna.chord(Key.CONTROL, "a");
        await anna.type(RIGHT.password, Key.ENTER);
        await anna.until("return document.querySelector('#answer').textContent === 'Signed in.'");
        assert.deepEqual(await anna.run("return seen.submits"), [[WRONG.identifier, WRONG.password], [RIGHT.identifier, RIGHT.password]]);
      }));
    }

    /** @param {EngineName} name */
    function pointer(name) {
      /** The one press that was watched: a hint was due under it, the button stood still, the click arrived. @param {string[]} lines what shows only after the release */
      async function stoodStill(lines) {
        await anna.hears("password", lines);
        const [{ places, clicked, until }] = await anna.run("return seen.held");
        assert.equal(places.length, 1, `the button's places: ${places.join(" | ")}`);
        assert.equal(clicked, true);
        assert.ok((await anna.run("return seen.shown")) >= until, "what is said comes after the click");
      }

      test("a hint that is due as the button is pressed waits for the release: the button stands still, the click lands", () => on("/sign-in", async () => {
        await anna.fill("#name", WRONG.identifier);
        await anna.fill("#secret", WRONG.password);
        await anna.press("#go"); // leaves the field
        await anna.wait(PAUSE_MS + SETTLE_MS); // and the pause is over, too
        assert.deepEqual(await anna.told("password"), []);
        await anna.letGo();
        await anna.until("return seen.submits.length === 1");
        assert.deepEqual(await anna.run("return seen.submits"), [[WRONG.identifier, WRONG.password]]);
        await stoodStill(words("password", WRONG, { input: "typed", refused: 1 }));
      }));

      test("a refusal that arrives under the pressed button waits, too", () => on("/sign-in", async () => {
        await anna.fillPair(RIGHT);
        await anna.run("live.refused()"); // of an earlier try: loads the texts
        await anna.hears("password", words("password", RIGHT, { input: "typed", refused: 1 }));
        await anna.click(".passkind-dismiss");
        await anna.hears("password", []);
        await anna.run("seen.shown = 0; seen.held.length = 0");
        await anna.press("#go");
        await anna.run("live.refused()");
        await anna.wait(SETTLE_MS);
        assert.deepEqual(await anna.told("password"), []);
        await anna.letGo();
        await stoodStill(words("password", RIGHT, { input: "typed", refused: 2 }).filter((line) => /^Support/.test(line)));
        assert.equal((await anna.run("return seen.submits")).length, 1);
      }));

      if (name === "webkit") return; // its driver makes a mouse of the finger
      test("the same under a finger", () => on("/sign-in", async () => {
        await anna.fill("#name", WRONG.identifier);
        await anna.fill("#secret", WRONG.password);
        await anna.run("addEventListener('pointerdown', () => setTimeout(() => live.refused(), 50))"); // of an earlier try
        await tap(engine.driver, await anna.find("#go"), SETTLE_MS);
        await anna.until("return seen.submits.length === 1");
        await stoodStill(words("password", WRONG, { input: "typed", refused: 2 }));
      }));
    }

    function newPasswords() {
      /** @type {[string, string][]} */
      const pages = [["/new-password", "on a thread of its own"], ["/no-worker", "on the page's own"]];
      for (const [path, thread] of pages) {
        test(`a new password is rated ${thread}: the level is announced when it changes`, () => on(path, async () => {
          await anna.fill("#name", RIGHT.identifier);
          await anna.click("#new");
          await anna.type("dragon");
          const [weak, strong] = [0, 4].map((level) => strengthTexts.rated.replace("{level}", strengthTexts.levels[level] ?? ""));
          await anna.until("return announced.at(-1) === arguments[0]", `${weak} ${strengthTexts.unmet}`);
          assert.equal(await anna.run("const bar = document.querySelector('.passkind-meter'); return [bar.hidden, bar.clientWidth > 0, bar.shadowRoot].join()"), "false,true,", "a bar, closed to the page");
          await anna.chord(Key.CONTROL, "a");
          await anna.type("vier Igel tanzen im Nebel");
          await anna.until("return announced.at(-1) === arguments[0]", `${strong} ${strengthTexts.met}`);
          const announced = await anna.run("return announced");
          assert.deepEqual(announced.filter((/** @type {string} */ text, /** @type {number} */ at) => text === announced[at - 1]), [], "never twice");
          await anna.click("#go");
          assert.deepEqual(await anna.run("return seen.submits"), [["vier Igel tanzen im Nebel"]]);
        }));
      }
    }
  });
}
