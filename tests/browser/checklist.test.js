/**
 * What hints in a form must and must not do, row by row: WCAG 2.2, WAI-ARIA techniques, NIST SP 800-63B-4, OWASP ASVS 5, GOV.UK's and
 * Primer's guidance. Rows are shown here on the demo, in Chromium; where another file shows one already, a pointer stands that
 * fails when that test is gone.
 */
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { createGuard } from "../../www/index.js";
import { rate } from "../../www/strength.js";
import { launch } from "./chromium.js";
import { RIGHT, WRONG } from "./pages.js";
import { serve } from "./server.js";
import { languages, leaves } from "../package/catalogues.js";

/** @import {Browser, BrowserContextOptions, Page} from "playwright-core" */

/** What each row asks, and who asks it. */
const ROWS = {
  R1: "the problem is said in text, not by colour or icon alone (WCAG 3.3.1)",
  R2: "a known remedy is suggested (WCAG 3.3.3)",
  R3: "a hint appears without moving the focus, in a status region that was there, empty (WCAG 4.1.3, ARIA22)",
  R4: "pasting and password managers work; fields say what they are for (WCAG 3.3.8, ASVS 6.2.7)",
  R5: "typing changes no context (WCAG 3.2.2)",
  R6: "a hint describes its field, and no longer when it has gone (Primer)",
  R7: "a button shows the password: off at first, named apart, off again when sent (GOV.UK, NIST)",
  R8: "no spelling check, no capitals put in, no greatest length (GOV.UK)",
  R9: "contrast: text 4.5 to 1, signs 3 to 1 (WCAG 1.4.3, 1.4.11)",
  R10: "nothing tells one refusal from another (OWASP, ASVS 6.3.8)",
  R11: "values go out exactly as typed (ASVS 6.2.8)",
  R12: "new passwords: 15 characters, or 8 with a second factor; long ones are fine; common ones are refused with the reason (NIST, ASVS 6.2)",
  F1: "no hint tells whether an account exists or which of the two fields was refused; nothing is looked up (OWASP)",
  F2: "no rules of composition, no change by the calendar, no security questions (NIST, ASVS 6.2.5)",
  F3: "nothing is trimmed, cut or normalised (ASVS 6.2.8)",
  F4: "no hint holds up a submission or marks a field invalid (Primer)",
  F5: "nothing is told at every key, nothing twice (Primer, WCAG 4.1.3)",
  F6: "nobody is told that a password is the right one",
  F7: "nothing is stored (OWASP)",
  F8: "no bits of entropy are shown as a fact (OWASP)",
  F9: "no “please”, “sorry”, “valid”, “invalid” (GOV.UK)",
  F10: "no strength on a sign-in field",
};

/** Shown by other files: row, file, the test's title as it is written there. @type {[keyof typeof ROWS, string, string][]} */
const ELSEWHERE = [
  ["R2", "attach.test.js", "the suggested address is taken over by its button only"],
  ["R2", "engines/sign-in.test.js", "a misspelt domain: the button takes the suggestion over, and only it"],
  ["R3", "attach.test.js", "a status region stands empty under each field from the start"],
  ["R3", "engines/sign-in.test.js", "by keyboard alone: sign-in, refusal, recovery; the focus never moves by itself"],
  ["R4", "engines/sign-in.test.js", "a password pasted with its label, by the keyboard's own shortcut, is told so and left as it is"],
  ["R6", "attach.test.js", "a text describes its field besides the page's own, and no longer when it has gone"],
  ["R7", "demo.test.js", "the password is hidden again when it is sent"],
  ["R9", "demo-pages.test.js", "${page}, ${language}"],
  ["R11", "attach.test.js", "values go out as typed, spaces and all; aria-invalid is never set"],
  ["R12", "strength.test.js", "common passwords are refused with the reason, long enough or not"],
  ["F3", "attach.test.js", "values go out as typed, spaces and all; aria-invalid is never set"],
  ["F4", "attach.test.js", "values go out as typed, spaces and all; aria-invalid is never set"],
  ["F4", "engines/sign-in.test.js", "a hint that is due as the button is pressed waits for the release: the button stands still, the click lands"],
  ["F5", "attach.test.js", "not while typing; after a pause of a second if the password is in doubt"],
  ["F5", "attach.test.js", "what has been said is not said again"],
  ["F5", "strength.test.js", "the level is announced when it changes, not at every key"],
  ["F6", "demo-services.js", "${service}: the pair that fits is told nothing, and what to do after each of three refusals"],
  ["F9", "describe.test.js", "no blame, no courtesy formula, no judgment on a password or an account; one register"],
  ["F10", "strength.test.js", "it stays off sign-in fields, leaves nothing behind, and keeps others' descriptions"],
  ["F10", "strength.test.js", "nothing is loaded before the field is focused, and nothing ever by a sign-in form"],
];

/** Rows that this file shows itself, for the count at the end. @type {Set<string>} */
const shown = new Set(ELSEWHERE.map(([row]) => row));
/** @param {keyof typeof ROWS} row @param {string} [detail] */
const title = (row, detail) => {
  shown.add(row);
  return `${row}: ${ROWS[row]}${detail ? `; ${detail}` : ""}`;
};

const SIGN_IN = "/demo/?service=account&lang=en";
const SECRET = "input[autocomplete=current-password]";
const NAME = "input[autocomplete=username]";
const HINT = "[data-passkind-field] [role=status] p";

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ let server;
before(async () => { [browser, server] = await Promise.all([launch(), serve()]); });
after(async () => { await browser.close(); await server.close(); });

/** On the demo's sign-in page. @param {(tab: Page) => Promise<void>} visit @param {BrowserContextOptions} [settings] @param {string} [path] */
async function onDemo(visit, settings, path = SIGN_IN) {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: "reduce", ...settings });
  try {
    const tab = await context.newPage();
    await tab.goto(server.origin + path, { waitUntil: "networkidle" });
    await visit(tab);
  } finally {
    await context.close();
  }
}

/** @param {Page} tab @param {{ identifier: string, password: string }} pair */
async function typePair(tab, { identifier, password }) {
  for (const [field, text] of [[NAME, identifier], [SECRET, password]]) {
    await tab.click(field ?? "");
    await tab.keyboard.press("ControlOrMeta+A");
    await tab.keyboard.type(text ?? "");
  }
  await tab.keyboard.press("Tab");
}

/** The texts of both regions, once they have come. @param {Page} tab @returns {Promise<string>} */
async function told(tab) {
  await tab.locator(HINT).first().waitFor();
  return (await tab.locator(HINT).allInnerTexts()).join("\n");
}

describe("required", () => {
  test(title("R1", "with the page's style taken away, too"), () => onDemo(async (tab) => {
    await typePair(tab, WRONG);
    assert.match(await told(tab), /^Password: this looks like one made for a device/);
    await tab.evaluate("for (const sheet of document.querySelectorAll('link[rel=stylesheet], style')) sheet.remove()");
    assert.ok(await tab.locator(HINT).first().isVisible());
    assert.equal(await tab.locator(`${HINT} :is(img, svg)`).count(), 0);
  }));

  test(title("R4", "on the demo's pages"), async () => {
    await onDemo(async (tab) => {
      assert.equal(await tab.locator(NAME).count(), 1);
      assert.equal(await tab.locator(SECRET).count(), 1);
      await tab.evaluate("window.prevented = []; for (const type of ['paste', 'beforeinput', 'drop', 'input']) addEventListener(type, (event) => setTimeout(() => prevented.push(event.defaultPrevented)))");
      await tab.fill(NAME, RIGHT.password);
      await tab.focus(NAME);
      for (const key of ["ControlOrMeta+A", "ControlOrMeta+X"]) await tab.keyboard.press(key);
      await tab.focus(SECRET);
      await tab.keyboard.press("ControlOrMeta+V");
      assert.equal(await tab.inputValue(SECRET), RIGHT.password);
      assert.deepEqual([...new Set(/** @type {boolean[]} */ (await tab.evaluate("prevented")))], [false]);
    });
    await onDemo(async (tab) => assert.equal(await tab.locator("input[autocomplete=new-password]").count(), 1), {}, "/demo/new-password.html?lang=en");
  });

  test(title("R5"), () => onDemo(async (tab) => {
    await tab.evaluate("window.seen = []; for (const type of ['submit', 'toggle', 'pagehide', 'change']) addEventListener(type, (event) => event.type === 'change' && event.target.matches('input') || seen.push(event.type), true)");
    const [address, windows] = [tab.url(), tab.context().pages().length];
    await tab.click(NAME);
    await tab.keyboard.type("anna.muster");
    await tab.keyboard.press("Tab");
    await told(tab);
    await tab.fill(NAME, WRONG.identifier); // while a name is certainly of the wrong form nothing is said of the password
    await tab.click(SECRET);
    await tab.keyboard.type(WRONG.password);
    await tab.locator(HINT, { hasText: "Password: " }).waitFor(); // of the pause: still in the field
    assert.ok(await tab.locator(SECRET).evaluate((field) => field === document.activeElement));
    assert.deepEqual([tab.url(), tab.context().pages().length, await tab.evaluate("seen")], [address, windows, []]);
  }));

  test(title("R7", "at first it is hidden, and the button's name says what it will do"), () => onDemo(async (tab) => {
    const names = new Set();
    const button = tab.locator(`${SECRET} ~ button, button[aria-controls]`).first();
    for (const type of ["password", "text", "password"]) {
      assert.equal(await tab.getAttribute(SECRET, "type"), type);
      names.add(`${type}: ${await button.innerText()}`);
      await button.click();
    }
    assert.equal(names.size, 2, [...names].join());
  }));

  for (const path of [SIGN_IN, "/demo/new-password.html?lang=en"]) {
    test(title("R8", path), () => onDemo(async (tab) => {
      const fields = await tab.locator("input:is([autocomplete=username], [type=password])").evaluateAll((all) =>
        all.map((field) => ({ id: field.id, spelling: field.getAttribute("spellcheck"), capitals: field.getAttribute("autocapitalize"), most: field.getAttribute("maxlength") })));
      assert.ok(fields.length >= 2);
      assert.deepEqual(fields, fields.map(({ id }) => ({ id, spelling: "false", capitals: "off", most: null })));
    }, {}, path));
  }

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(title("R9", `hints, ${colorScheme}`), () => onDemo(async (tab) => {
      await typePair(tab, { identifier: "anna.muster", password: WRONG.password });
      await told(tab);
      for (const { text, sign } of await tab.locator(HINT).evaluateAll(contrasts)) {
        assert.ok(text >= 4.5, `text ${text}`);
        assert.ok(sign >= 3, `sign ${sign}`);
      }
    }, { colorScheme }));
  }

  test(title("R10", "the same pair, the same call, the same hints, whoever has an account"), async () => {
    const guard = await createGuard({ service: "account", provider: "infomaniak" });
    for (const refused of [1, 2, 3]) {
      const hints = ["anna.muster", "nobody", "root", "a.b+c"].map((name) => guard.assess({ identifier: `${name}@example.com`, password: RIGHT.password }, { refused }).hints);
      for (const other of hints) assert.deepEqual(other, hints[0]);
      assert.ok(hints[0]?.length);
    }
  });

  test(title("R12", "the lengths"), async () => {
    const long = "vier Igel tanzen im Nebel und der Mond sieht ihnen dabei still zu"; // 65 characters
    assert.ok(long.length >= 64);
    /** @type {[string, "singleFactor" | "secondFactor", string[]][]} */
    const rows = [
      ["Nordhang-Igel1", "singleFactor", ["tooShort"]], // 14
      ["Nordhang-Igel12", "singleFactor", []], // 15
      ["Nordhan", "secondFactor", ["tooShort"]], // 7
      ["Nordhang", "secondFactor", []], // 8
      [long, "singleFactor", []],
      [long.repeat(4), "singleFactor", []],
    ];
    for (const [password, policy, codes] of rows) {
      const { hints, meetsPolicy } = await rate(password, { policy });
      assert.deepEqual(hints.map(({ code }) => code).filter((code) => /^too/.test(code)), codes, `${password.length} characters`);
      assert.equal(meetsPolicy, codes.length === 0, `${password.length} characters`);
    }
  });
});

describe("forbidden", () => {
  test(title("F1", "once the core is there, no request follows, whatever is typed and refused"), () => onDemo(async (tab) => {
    await typePair(tab, WRONG);
    await told(tab);
    const before = server.requests.length;
    for (const identifier of ["anna.muster@example.com", "nobody@example.com", "anna.muster@gmial.com"]) {
      await typePair(tab, { identifier, password: RIGHT.password });
      await tab.click("#refuse");
      assert.doesNotMatch(await told(tab), /\b(no such|does not exist|unknown|not registered|not found|no account)\b/i);
    }
    assert.deepEqual(server.requests.slice(before), []);
  }));

  test(title("F2"), async () => {
    for (const password of ["vier igel tanzen im nebel", "VIERIGELTANZENIMNEBEL", "4718 2269 5530 8814 07"]) {
      assert.equal((await rate(password)).meetsPolicy, true, "letters or digits alone are fine");
    }
    assert.doesNotMatch(await catalogues(), /every \d+ days|has expired|security question|question secrète|a expiré/i);
  });

  test(title("F6", "in no text of any language"), async () => {
    for (const { tag, hints, strength, forbidden } of languages) {
      const { default: guide } = await import(`../../www/locales/${tag.slice(0, 2)}/guide.js`);
      for (const [key, text] of leaves({ hints, strength, guide })) assert.doesNotMatch(text, forbidden, `${tag}${key}`);
    }
    assert.doesNotMatch(await catalogues(), /\b(this is (the right|your) (account |mailbox )?password|right password|mot de passe (est )?correct)\b/i);
  });

  test(title("F7", "after sign-in, refusal and hiding"), () => onDemo(async (tab) => {
    await typePair(tab, WRONG);
    await told(tab);
    await tab.click("#refuse");
    await tab.locator(".passkind-dismiss").first().click();
    await tab.keyboard.press("Enter");
    const kept = await tab.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length, history.state]);
    assert.deepEqual(kept, [0, 0, "", 0, 0, null]);
    assert.deepEqual(await tab.context().cookies(), []);
  }));

  test(title("F8", "in no text and no rating"), async () => {
    assert.doesNotMatch(await catalogues(), /\bbits?\b|entrop/i);
    assert.deepEqual(Object.keys(await rate(RIGHT.password)).filter((key) => /bit|entropy/i.test(key)), []);
  });
});

describe("shown elsewhere", () => {
  for (const [row, file, name] of ELSEWHERE) {
    test(`${row}: ${file}: ${name}`, async () => {
      const source = await readFile(new URL(file === "describe.test.js" ? `../package/${file}` : file.includes("/") ? `../${file}` : file, import.meta.url), "utf8");
      assert.ok(["\"", "'", "`"].some((quote) => source.includes(`test(${quote}${name}${quote}`)), `${file} no longer has it: show ${row} (${ROWS[row]}) otherwise`);
    });
  }

  test("every row is shown", () => assert.deepEqual(Object.keys(ROWS).filter((row) => !shown.has(row)), []));
});

/** Every text of every language, without the comments. */
async function catalogues() {
  const locales = new URL("../../www/locales/", import.meta.url);
  const folders = (await readdir(locales)).map((tag) => new URL(`${tag}/`, locales));
  const texts = await Promise.all(folders.map(async (folder) => {
    const files = (await readdir(folder)).filter((file) => file.endsWith(".js"));
    return Promise.all(files.map((file) => readFile(new URL(file, folder), "utf8")));
  }));
  return texts.flat().join("\n").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}

/** Runs in the page: contrast of a hint's text and of its sign with the ground. @param {Element[]} hints */
function contrasts(hints) {
  const sheet = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  /** Painted over one another, from the page's own colour up. @param {string[]} colours */
  const light = (colours) => {
    if (!sheet) return 0;
    for (const colour of ["white", ...colours]) { sheet.fillStyle = colour; sheet.fillRect(0, 0, 1, 1); }
    const [red = 0, green = 0, blue = 0] = [...sheet.getImageData(0, 0, 1, 1).data].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (/** @type {number} */ one, /** @type {number} */ other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  /** @param {Element | null} element @returns {string[]} */
  const grounds = (element) => (element ? [...grounds(element.parentElement), getComputedStyle(element).backgroundColor] : []);
  return hints.map((hint) => {
    const [text, sign] = [getComputedStyle(hint).color, getComputedStyle(hint, "::before").borderTopColor]
      .map((colour) => ratio(light([...grounds(hint), colour]), light(grounds(hint))));
    return { text: text ?? 0, sign: sign ?? 0 };
  });
}
