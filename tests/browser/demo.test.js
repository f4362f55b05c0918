/** The demo's sign-in pages as a person uses them: typed into with the keyboard, clicked with the mouse or a finger. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { examples } from "../../www/demo/examples.js";
import en from "../../www/demo/texts/en.js";
import fr from "../../www/demo/texts/fr.js";
import { everyService, MAIN, openService } from "./demo-services.js";
import { demo, region, settle, SIZES, told, typePair } from "./demo.js";

/** @import {BrowserContextOptions, Page} from "playwright-core" */

/** @type {Awaited<ReturnType<typeof demo>>} */ let shown;
before(async () => { shown = await demo(); });
after(() => shown.close());

/** @param {string} service @param {(tab: Page) => Promise<void>} use @param {BrowserContextOptions} [context] */
const onDemo = (service, use, context) => openService(shown, service, use, context);

/** A driver types faster than the core loads; a person does not. @param {Page} tab */
const asked = (tab) => tab.locator("#assessment span").first().waitFor({ state: "attached" });

everyService(MAIN, () => shown);

describe("a person's ways", () => {
  test("the click on “Sign in” lands while a hint appears", () => onDemo("mailbox", async (tab) => {
    await tab.click("#identifier");
    await tab.keyboard.type("hello@atelier-muster.example");
    await tab.keyboard.press("Tab");
    await asked(tab);
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
    await asked(tab);
    await tab.keyboard.type("Regenschirm7");
    await tab.tap("button.primary");
    await tab.getByText("Sent as typed").waitFor();
    await tab.locator(".passkind-hint").first().waitFor();
  }, { viewport: SIZES.phone, hasTouch: true, isMobile: true }));

  test("by keyboard alone: type, read, follow the link’s place, hide, correct, sign in", () => onDemo("account", async (tab) => {
    const active = () => tab.evaluate(() => document.activeElement?.id || document.activeElement?.className || document.activeElement?.textContent);
    const tabTo = async (/** @type {string} */ wanted, key = "Tab") => {
      for (let i = 0; i < 40 && (await active()) !== wanted; i++) await tab.keyboard.press(key);
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

  test("arrow keys go through the services and keep the focus; the panel and the fields are empty again", () => onDemo("account", async (tab) => {
    await tab.locator("[data-kind=code]").click();
    await tab.locator("#assessment span").first().waitFor();
    await tab.locator("#services input:checked").focus();
    await tab.keyboard.press("ArrowRight");
    assert.equal(await tab.evaluate("document.activeElement.value"), "webmail");
    await tab.getByText("Sign in · Webmail").waitFor();
    assert.match(tab.url(), /service=webmail/);
    assert.equal(await tab.inputValue("#password"), "");
    assert.ok(await tab.getByText(en.panelEmpty).isVisible());
  }));

  test("the whole page changes its language, hints included", () => onDemo("mailbox", async (tab) => {
    await typePair(tab, "hello@atelier-muster.example", "Regenschirm7");
    await region(tab, "password").locator("p").waitFor();
    await tab.selectOption("#language", "fr");
    await region(tab, "password").getByText("Mot de passe").waitFor();
    assert.equal(await tab.getAttribute("html", "lang"), "fr");
    assert.equal(await tab.innerText("h1"), fr.titles.signIn);
    assert.ok(await tab.getByText(fr.never).isVisible());
    assert.equal(await tab.inputValue("#password"), "Regenschirm7", "what was typed stays");
  }));

  test("“Never type a real password here.” is in sight", () => onDemo("account", async (tab) => {
    const box = await tab.getByText(en.never).boundingBox();
    assert.ok(box && box.y + box.height < SIZES.phone.height);
  }, { viewport: SIZES.phone }));

  test("on a phone the card with its hint is in sight once an example is taken, and the panel is closed until wanted", () => onDemo("mailbox", async (tab) => {
    await tab.locator("[data-kind=accountPassword]").click();
    await tab.locator(".passkind-hint").waitFor();
    const box = await tab.locator(".passkind-hint").boundingBox();
    assert.ok(box && box.y > 0 && box.y + box.height < SIZES.phone.height);
    assert.equal(await tab.locator("#assessment").isVisible(), false);
    await tab.locator("#panel summary").click();
    assert.ok(await tab.locator("#assessment").isVisible());
  }, { viewport: SIZES.phone, reducedMotion: "reduce" }));

  test("nothing of the core is fetched before the form is focused", () => onDemo("account", async (tab) => {
    /** @type {string[]} */
    const asked = [];
    tab.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await tab.waitForLoadState("networkidle");
    await tab.reload();
    await tab.waitForLoadState("networkidle");
    const core = () => asked.filter((path) => path.startsWith("/pkg/"));
    assert.deepEqual(core(), []);
    await tab.click("#identifier");
    await settle(tab);
    assert.notDeepEqual(core(), []);
  }));

  test("the password is hidden again when it is sent", () => onDemo("account", async (tab) => {
    await typePair(tab, "anna.muster@example.com", "Regenschirm-im-Juli");
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
