/** The demo as a person uses it: typed into with the keyboard, clicked with the mouse, on a phone and on a desktop, in both languages. */
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { examples, texts } from "../www/demo-texts.js";
import { launch } from "./browser/chromium.js";
import { serve } from "./browser/server.js";

/** @import {Browser, BrowserContextOptions, Page} from "playwright-core" */

const PICTURES = fileURLToPath(new URL("../target/screenshots/", import.meta.url));
const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

/** A pair of the wrong kind for each service, and what it is told. @type {Record<string, [identifier: string, password: string, told: RegExp, field: string][]>} */
const WRONG = {
  account: [
    ["anna.muster@example.com", "q7Rk w2Mx t9Bd z4Hn", /^Password: this (looks like|may be) one made for a device/, "password"],
    ["anna.muster@example.com", "492 817", /^Password: this .* one-time code/, "password"],
    ["anna.muster", "Regenschirm-im-Juli", /^User name: this form takes a full e-mail address/, "identifier"],
  ],
  webmail: [["anna.muster@example.com", "q7Rk w2Mx t9Bd z4Hn", /^Password: this (looks like|may be) one made for a device/, "password"]],
  mailbox: [
    ["hello@atelier-muster.example", "Regenschirm7", /^Password: this may be another one, such as your account password/, "password"],
    ["hello@gmail.com", "q7Rk w2Mx t9Bd z4Hn", /^User name: gmail\.com belongs to another mail provider/, "identifier"],
  ],
  caldav: [["anna.muster@example.com", "Zk3vQ8mPw2RtX9bN", /^User name: .* short sync name/, "identifier"]],
  webdav: [["anna.muster@example.com", "Regenschirm7", /^Password: .*Infomaniak may want an app password/, "password"]],
  ftp: [["anna.muster@example.com", "Werkbank24Nordhang", /^User name: this service has users of its own/, "identifier"]],
  ssh: [["root", "Werkbank24Nordhang", /^User name: this service has users of its own/, "identifier"]],
  mysql: [["anna.muster@example.com", "Werkbank24Nordhang", /^User name: this service has users of its own/, "identifier"]],
  phpmyadmin: [["anna.muster@example.com", "Werkbank24Nordhang", /^User name: this service has users of its own/, "identifier"]],
  publicCloud: [["anna.muster@example.com", "Werkbank24Nordhang", /^User name: .*(name rather than|users of its own)/, "identifier"]],
  swissBackup: [["anna.muster@example.com", "Werkbank24Nordhang", /^User name: .*(name rather than|users of its own)/, "identifier"]],
  anyMail: [
    ["anna.muster@gmail.com", "Regenschirm7", /^Password: .*Google takes an app password here\. It has 16 characters\./, "password"],
    ["anna.muster@outlook.com", "Regenschirm7", /^No password opens this service/, "password"],
  ],
};

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
  await mkdir(PICTURES, { recursive: true });
});
after(async () => { await browser.close(); await server.close(); });

/**
 * @param {string} service @param {(tab: Page) => Promise<void>} use
 * @param {{ lang?: string, context?: BrowserContextOptions }} [settings]
 */
async function onDemo(service, use, { lang = "en", context = {} } = {}) {
  const window = await browser.newContext({ viewport: SIZES.desktop, ...context });
  const tab = await window.newPage();
  /** @type {string[]} */
  const complaints = [];
  tab.on("console", (message) => complaints.push(message.text()));
  tab.on("pageerror", (error) => complaints.push(String(error)));
  tab.on("request", (request) => { if (!request.url().startsWith(server.origin) && !request.url().startsWith("data:")) complaints.push(request.url()); });
  await tab.goto(`${server.origin}/?service=${service}&lang=${lang}`);
  await tab.locator("#examples button").first().waitFor();
  await use(tab);
  await window.close();
  assert.deepEqual(complaints, [], "console, errors and requests to elsewhere");
}

/** Types as a person: clicks into the field, presses keys, leaves with Tab. @param {Page} tab @param {string} identifier @param {string} password */
async function type(tab, identifier, password) {
  await tab.click("#identifier");
  await tab.keyboard.press("ControlOrMeta+A");
  await tab.keyboard.type(identifier);
  await tab.keyboard.press("Tab");
  await tab.click("#password");
  await tab.keyboard.press("ControlOrMeta+A");
  await tab.keyboard.type(password);
  await tab.keyboard.press("Tab");
}
/** @param {Page} tab @param {string} field */
const region = (tab, field) => tab.locator(`[data-passkind-field=${field}] [role=status]`);
/** @param {Page} tab */
const told = async (tab) => (await tab.locator(".passkind-hint").allInnerTexts()).join("\n");
/** Until the core has come and spoken, or kept silent. @param {Page} tab */
const settle = (tab) => tab.waitForTimeout(350);

describe("every service", () => {
  for (const [service, pairs] of Object.entries(WRONG)) {
    for (const [identifier, password, expected, field] of pairs) {
      test(`${service}: ${identifier} / ${password} is told`, () => onDemo(service, async (tab) => {
        await type(tab, identifier, password);
        await region(tab, field).locator("p").first().waitFor();
        assert.match((await region(tab, field).innerText()).replace(/[\u2068\u2069]/g, ""), expected);
        const id = await region(tab, field).getAttribute("id");
        assert.equal(await tab.getAttribute(`#${field}`, "aria-describedby"), id);
        assert.ok(await tab.locator(".passkind").evaluateAll((all) => all.every((one) => one.hasAttribute("data-private"))));
      }));
    }

    const right = examples[service]?.find(({ kind }) => kind === "right");
    test(`${service}: the pair that fits is told nothing`, () => onDemo(service, async (tab) => {
      assert.ok(right);
      await type(tab, right.identifier, right.password);
      await tab.waitForTimeout(1300);
      assert.equal(await told(tab), "");
      await tab.click("button.primary");
      await settle(tab);
      assert.equal(await told(tab), "");
    }));

    test(`${service}: what to do after each of three refusals`, () => onDemo(service, async (tab) => {
      assert.ok(right);
      await type(tab, right.identifier, right.password);
      /** @type {string[]} */
      const said = [];
      for (const count of [1, 2, 3]) {
        await tab.click("#refuse");
        await settle(tab);
        said.push(await told(tab));
        assert.match(await tab.innerText("#answer"), new RegExp(`${count}\\)$`));
        assert.ok((await tab.locator(".passkind-hint").count()) <= 3);
      }
      for (const text of said) assert.notEqual(text, "");
      assert.match(said[1] ?? "", /Next step|Create|create|Somebody|Support/, "the reset is offered from the second refusal");
      assert.match(said[2] ?? "", /Take a pause/);
    }));

    for (const example of examples[service] ?? []) {
      if (example.kind === "right") continue;
      test(`${service}: the example “${texts.en.kinds[example.kind]}” shows something`, () => onDemo(service, async (tab) => {
        await tab.getByRole("button", { name: texts.en.kinds[example.kind] }).click();
        await tab.locator(".passkind-hint").first().waitFor();
        assert.equal(await tab.inputValue("#identifier"), example.identifier);
      }));
    }
  }
});

describe("a person's ways", () => {
  test("the click on “Sign in” lands while a hint appears", () => onDemo("mailbox", async (tab) => {
    await tab.click("#identifier");
    await tab.keyboard.type("hello@atelier-muster.example");
    await tab.keyboard.press("Tab");
    await tab.keyboard.type("Regenschirm7");
    const button = tab.locator("button.primary");
    const box = await button.boundingBox();
    assert.ok(box);
    await tab.mouse.move(box.x + box.width / 2, box.y + 4); // its upper edge leaves first when something pushes it down
    await tab.mouse.down();
    await tab.waitForTimeout(150);
    assert.deepEqual(await button.boundingBox(), box);
    await tab.mouse.up();
    await tab.getByText("Sent as typed").waitFor();
    await tab.locator(".passkind-hint").first().waitFor();
  }));

  test("the same with a finger", () => onDemo("mailbox", async (tab) => {
    await tab.tap("#identifier");
    await tab.keyboard.type("hello@atelier-muster.example");
    await tab.tap("#password");
    await tab.keyboard.type("Regenschirm7");
    await tab.tap("button.primary");
    await tab.getByText("Sent as typed").waitFor();
    await tab.locator(".passkind-hint").first().waitFor();
  }, { context: { viewport: SIZES.phone, hasTouch: true, isMobile: true } }));

  test("by keyboard alone: type, read, follow the link’s place, hide, correct, sign in", () => onDemo("account", async (tab) => {
    const active = () => tab.evaluate(() => document.activeElement?.id || document.activeElement?.className || document.activeElement?.textContent);
    const tabTo = async (/** @type {string} */ wanted, key = "Tab") => {
      for (let i = 0; i < 30 && (await active()) !== wanted; i++) await tab.keyboard.press(key);
      assert.equal(await active(), wanted);
    };
    await tabTo("identifier");
    await tab.keyboard.type("anna.muster");
    await tab.keyboard.press("Tab");
    await region(tab, "identifier").locator("p").waitFor();
    assert.equal(await active(), "password", "the focus stays where the person put it");
    await tabTo("identifier", "Shift+Tab");
    await tab.keyboard.press("ControlOrMeta+A");
    await tab.keyboard.type("anna.muster@example.com");
    await tabTo("password");
    await tab.keyboard.type("q7Rk w2Mx t9Bd z4Hn");
    await region(tab, "password").locator("p").waitFor();
    assert.equal(await active(), "password", "the hint of the pause takes no focus either");
    assert.equal(await region(tab, "identifier").textContent(), "");
    await tabTo("passkind-link");
    assert.match(await tab.evaluate("document.activeElement.href"), /^https:/);
    await tabTo("passkind-dismiss");
    await tab.keyboard.press("Enter");
    await settle(tab);
    assert.equal(await active(), "password");
    assert.equal(await told(tab), "");
    await tab.keyboard.press("Enter");
    await tab.getByText("Sent as typed").waitFor();
  }));

  test("arrow keys go through the services and keep the focus", () => onDemo("account", async (tab) => {
    await tab.locator("#services input:checked").focus();
    await tab.keyboard.press("ArrowRight");
    assert.equal(await tab.evaluate("document.activeElement.value"), "webmail");
    assert.equal(await tab.innerText("#sign-in"), "Sign in · Webmail");
    assert.match(tab.url(), /service=webmail/);
  }));

  test("the whole page changes its language, hints included", () => onDemo("mailbox", async (tab) => {
    await type(tab, "hello@atelier-muster.example", "Regenschirm7");
    await region(tab, "password").locator("p").waitFor();
    await tab.click("text=Français");
    await region(tab, "password").getByText("Mot de passe").waitFor();
    assert.equal(await tab.getAttribute("html", "lang"), "fr");
    assert.equal(await tab.innerText("h1"), texts.fr.title);
    assert.ok(await tab.getByText(texts.fr.never).isVisible());
  }));

  test("“Never type a real password here.” is in sight", () => onDemo("account", async (tab) => {
    const box = await tab.getByText(texts.en.never).boundingBox();
    assert.ok(box && box.y + box.height < SIZES.phone.height);
  }, { context: { viewport: SIZES.phone } }));

  test("nothing of the core is fetched before the form is focused", () => onDemo("account", async (tab) => {
    const from = server.requests.length;
    await tab.waitForLoadState("networkidle");
    await tab.reload();
    await tab.waitForLoadState("networkidle");
    assert.deepEqual(server.requests.slice(from).filter((path) => path.startsWith("/pkg/")), []);
  }));

  test("the password is hidden again when it is sent", () => onDemo("account", async (tab) => {
    await type(tab, "anna.muster@example.com", "Regenschirm-im-Juli");
    await tab.getByRole("button", { name: "Show password" }).click();
    assert.equal(await tab.getAttribute("#password", "type"), "text");
    await tab.click("button.primary");
    assert.equal(await tab.getAttribute("#password", "type"), "password");
  }));

  test("the guide lists every service, the chosen one marked", () => onDemo("ftp", async (tab) => {
    await tab.locator("#guide").scrollIntoViewIfNeeded();
    await tab.locator("tbody tr").first().waitFor();
    assert.deepEqual((await tab.locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-service")))).sort(), Object.keys(examples).filter((service) => service !== "anyMail").sort());
    assert.equal(await tab.locator("tr.current").getAttribute("data-service"), "ftp");
  }));
});

describe("accessibility", () => {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    for (const [name, viewport] of Object.entries(SIZES)) {
      test(`axe finds nothing: ${colorScheme}, ${name}`, () => onDemo("account", async (tab) => {
        await type(tab, "anna.muster", "q7Rk w2Mx t9Bd z4Hn");
        await tab.click("#refuse");
        await tab.locator("#guide").scrollIntoViewIfNeeded();
        await tab.locator("tbody tr").first().waitFor();
        await settle(tab);
        const { violations } = await new AxeBuilder({ page: tab }).analyze();
        assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))]), []);
        assert.ok(await tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), "no sideways scrolling");
      }, { context: { colorScheme, viewport, reducedMotion: "reduce", bypassCSP: true } }));
    }
  }
});

describe("pictures", () => {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const lang of ["en", "fr"]) {
      test(`${size}, ${lang}`, async () => {
        for (const service of Object.keys(WRONG)) {
          await onDemo(service, async (tab) => {
            await tab.locator("#examples button").nth(1).click();
            await tab.locator(".passkind-hint").first().waitFor();
            await tab.screenshot({ path: `${PICTURES}${service}-${size}-${lang}.png`, fullPage: size === "phone" });
          }, { lang, context: { viewport, reducedMotion: "reduce" } });
        }
        await onDemo("account", async (tab) => {
          await tab.locator("#examples button").first().click();
          for (let i = 0; i < 3; i++) await tab.click("#refuse");
          await tab.locator(".passkind-hint").first().waitFor();
          await tab.locator("#guide").scrollIntoViewIfNeeded();
          await tab.locator("tbody tr").first().waitFor();
          await tab.screenshot({ path: `${PICTURES}refused-guide-${size}-${lang}.png`, fullPage: true });
        }, { lang, context: { viewport, colorScheme: "dark", reducedMotion: "reduce" } });
      });
    }
  }
});
