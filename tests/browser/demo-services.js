/** What each service's page of the demo says, as a table: some in `make test`, the others in `make gate`. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { examples } from "../../www/demo/examples.js";
import en from "../../www/demo/texts/en.js";
import { region, settle, told, typePair } from "./demo.js";

/** @import {BrowserContextOptions, Page} from "playwright-core" */
/** @typedef {Awaited<ReturnType<typeof import("./demo.js").demo>>} Shown */

/** A pair of the wrong kind for each service, and what it is told. @type {Record<string, [identifier: string, password: string, told: RegExp, field: string][]>} */
export const WRONG = {
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
  webdav: [["AB12345", "Regenschirm7", /^User name: this form takes a full e-mail address/, "identifier"]],
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

/** The pages that `make test` goes through. */
export const MAIN = ["account", "mailbox"];

/** @param {Shown} shown @param {string} service @param {(tab: Page) => Promise<void>} use @param {BrowserContextOptions} [context] */
export function openService(shown, service, use, context = {}) {
  return shown.open(service === "anyMail" ? "/mail-setup.html?lang=en" : `/?service=${service}&lang=en`, use, { context });
}

/** @param {string[]} services @param {() => Shown} shown */
export function everyService(services, shown) {
  /** @param {string} service @param {(tab: Page) => Promise<void>} use */
  const onDemo = (service, use) => openService(shown(), service, use);

  describe("every service", () => {
    for (const service of services) {
      test(`${service}: pairs of the wrong kind are told`, () => onDemo(service, async (tab) => {
        for (const [identifier, password, expected, field] of WRONG[service] ?? []) {
          await typePair(tab, identifier, password);
          await settle(tab);
          assert.match((await region(tab, field).innerText()).replace(/[\u2068\u2069]/g, ""), expected, `${identifier} / ${password}`);
          const id = await region(tab, field).getAttribute("id");
          assert.equal(await tab.getAttribute(`#${field}`, "aria-describedby"), id);
          assert.ok(await tab.locator(".passkind").evaluateAll((all) => all.every((one) => one.hasAttribute("data-private"))));
        }
      }));

      const right = examples[service]?.find(({ kind }) => kind === "right");
      test(`${service}: the pair that fits is told nothing, and what to do after each of three refusals`, () => onDemo(service, async (tab) => {
        assert.ok(right);
        await typePair(tab, right.identifier, right.password);
        await tab.waitForTimeout(1300);
        assert.equal(await told(tab), "");
        await tab.click("button.primary");
        await settle(tab);
        assert.equal(await told(tab), "");
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

      test(`${service}: every other example shows something`, () => onDemo(service, async (tab) => {
        for (const example of examples[service] ?? []) {
          if (example.kind === "right") continue;
          // The right pair first: what shows afterwards is of this one.
          await tab.locator("[data-kind=right]").click();
          await tab.locator(".passkind-hint").first().waitFor({ state: "detached" });
          await tab.getByRole("button", { name: en.kinds[example.kind] }).click();
          await tab.locator(".passkind-hint").first().waitFor();
          assert.equal(await tab.inputValue("#identifier"), example.identifier);
        }
      }));
    }
  });
}
