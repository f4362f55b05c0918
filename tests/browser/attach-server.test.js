/** A form for a mail server: the field with its name tells whose rules hold, and has hints of its own. The real core, typed into as a person types. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch } from "./chromium.js";
import { serve } from "./server.js";

/** @import {Browser, Page} from "playwright-core" */

const FIELDS = `<label>Server <input id="server"></label><label>Encryption <select id="choice"><option>imap.gmail.com<option>mail.example.org</select></label>
  <label>User name <input id="name" autocomplete="username"></label><label>Password <input id="secret" type="password" autocomplete="current-password"></label><button>Save</button>`;
const SCRIPT = `
  addEventListener("error", ({ message }) => errors.push(message));
  document.addEventListener("passkind", ({ detail }) => events.push(detail));
  document.addEventListener("submit", (event) => event.preventDefault());`;
const PAGES = {
  "/": `<!doctype html><html lang="en"><title>fixture</title><form id="form">${FIELDS}</form><script type="module">
    import { attach } from "/attach.js"; window.events = []; window.errors = []; ${SCRIPT}
    window.start = (options) => (window.live = attach(form, { service: "mailbox", ...options })); window.ready = true;</script></html>`,
  "/two": `<!doctype html><html lang="en"><title>fixture</title><form id="form"><label>Other server <input id="otherserver"></label>${FIELDS}</form><script type="module">
    import { attach } from "/attach.js"; window.events = []; window.errors = []; ${SCRIPT}
    window.start = (options) => (window.live = attach(form, { service: "mailbox", ...options })); window.ready = true;</script></html>`,
  // A field that nobody would take for a server's, until the page says so.
  "/pair": `<!doctype html><html lang="en"><title>fixture</title><form id="form">${FIELDS.replace('Server <input id="server">', 'Place <input id="place">')}</form><script type="module">
    import { attach } from "/attach.js"; window.events = []; window.errors = []; ${SCRIPT}
    window.start = (options) => (window.live = attach(form, { service: "mailbox", ...options })); window.ready = true;</script></html>`,
  "/element": `<!doctype html><html lang="en"><title>fixture</title><passkind-hints service="mailbox" server="imap.gmail.com"><form id="form">${FIELDS}</form></passkind-hints>
    <script type="module">import "/define.js"; window.events = []; window.errors = []; ${SCRIPT} window.hints = document.querySelector("passkind-hints"); window.ready = true;</script></html>`,
};

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ let site;
before(async () => { [browser, site] = await Promise.all([launch(), serve(PAGES)]); });
after(async () => { await browser.close(); await site.close(); });

/** @param {string} path @param {string} options @param {(tab: Page) => Promise<void>} use */
async function open(path, options, use) {
  const tab = await browser.newPage();
  await tab.goto(site.origin + path);
  await tab.waitForFunction("window.ready");
  if (options) await tab.evaluate(`start(${options})`);
  await use(tab);
  assert.deepEqual(await tab.evaluate("errors"), []);
  await tab.close();
}
/** @param {Page} tab @param {string} field @param {string} text */
async function type(tab, field, text) {
  await tab.click(`#${field}`);
  await tab.keyboard.press("ControlOrMeta+A");
  if (text) await tab.keyboard.type(text);
  else await tab.keyboard.press("Delete");
  await tab.keyboard.press("Tab");
}
/** @param {Page} tab @param {string} field */
const said = (tab, field) => tab.locator(`[data-passkind-field=${field}] [role=status]`);
/** Long enough for a hint to come that should not. @param {Page} tab */
const pause = (tab) => tab.waitForTimeout(1300);

describe("a server's field that the page does not name", () => {
  test("is found: what its server wants is said one step lower", () => open("/", "{}", async (tab) => {
    await type(tab, "server", "imap.gmail.com");
    await type(tab, "name", "anna@nordhang.example");
    await type(tab, "secret", "Kirschbaum7!");
    await said(tab, "password").getByText("this may be another kind").waitFor();
    await type(tab, "server", "smpt.gmail.com");
    await said(tab, "server").getByText("close to smtp.gmail.com").waitFor();
  }));

  test("does not override the page's provider", () => open("/", `{ provider: "infomaniak" }`, async (tab) => {
    await type(tab, "server", "imap.gmail.com");
    await type(tab, "name", "anna@ik.me");
    await type(tab, "secret", "kfzq wnrt bxmd hjvp");
    await pause(tab);
    assert.doesNotMatch((await said(tab, "password").allInnerTexts()).join(), /Google|app password/);
  }));

  test("silent: two servers, of which either could be meant", () => open("/two", "{}", async (tab) => {
    await type(tab, "server", "imap.gmail.com");
    await type(tab, "otherserver", "smtp.gmail.com");
    await type(tab, "name", "anna@nordhang.example");
    await type(tab, "secret", "Kirschbaum7!");
    await pause(tab);
    assert.equal(await tab.locator("[data-passkind-field=server]").count(), 0);
  }));
});

describe("whose rules hold", () => {
  test("an address on a domain of one's own at a known server: its kind of password is asked for, and taken", () => open("/", "{ server }", async (tab) => {
    await type(tab, "server", "imap.gmail.com:993");
    await type(tab, "name", "anna@nordhang.example");
    await type(tab, "secret", "Kirschbaum7!");
    await said(tab, "password").getByText("app password").waitFor();
    await type(tab, "secret", "kfzq wnrt bxmd hjvp");
    await tab.locator(".passkind-hint").waitFor({ state: "detached" });
  }));

  for (const [how, option] of [["a text", `"imap.gmail.com"`], ["a function", `() => "imap.gmail.com"`], ["a select", "choice"]]) {
    test(`the same by ${how}`, () => open("/", `{ server: ${option} }`, async (tab) => {
      await type(tab, "name", "anna@nordhang.example");
      await type(tab, "secret", "Kirschbaum7!");
      await said(tab, "password").getByText("app password").waitFor();
    }));
  }

  test("another choice in a select: the hint goes", () => open("/", "{ server: choice }", async (tab) => {
    await type(tab, "name", "anna@nordhang.example");
    await type(tab, "secret", "Kirschbaum7!");
    await said(tab, "password").getByText("app password").waitFor();
    await tab.selectOption("#choice", "mail.example.org");
    await tab.focus("#name");
    await tab.locator(".passkind-hint").waitFor({ state: "detached" });
  }));

  test("a stranger's server: nothing is asked for, before a refusal and after; then the server is named", () => open("/", "{ server }", async (tab) => {
    await type(tab, "server", "mail.example.org");
    await type(tab, "name", "anna@gmail.com");
    await type(tab, "secret", "Kirschbaum7!");
    await pause(tab);
    assert.equal(await tab.locator(".passkind-hint").count(), 0);
    await tab.evaluate("live.refused()");
    await said(tab, "server").getByText("this one is not Google’s").waitFor();
    assert.equal(await tab.getByText("app password").count(), 0);
    assert.equal(await tab.locator(".passkind a").count(), 0, "no link leads to where secrets are made");
  }));

  test("the element: by its attribute, then by its property", () => open("/element", "", async (tab) => {
    await type(tab, "name", "anna@nordhang.example");
    await type(tab, "secret", "Kirschbaum7!");
    await said(tab, "password").getByText("app password").waitFor();
    await tab.evaluate("hints.server = server");
    assert.equal(await tab.getAttribute("passkind-hints", "server"), null);
    await type(tab, "server", "mail.example.org");
    await tab.locator(".passkind-hint").waitFor({ state: "detached" });
  }));
});

test("only a form with a server loads what knows of servers", async () => {
  for (const [path, options, file] of [["/pair", "{}", "inline-sign-in.js"], ["/pair", "{ server: place }", "inline.js"], ["/", "{}", "inline.js"]]) {
    await open(path ?? "", options ?? "", async (tab) => {
      const from = site.requests.length;
      await type(tab, "name", "anna@gmial.com");
      await said(tab, "identifier").getByText("gmail.com").waitFor();
      assert.deepEqual(site.requests.slice(from).filter((path) => path.startsWith("/pkg/")), [`/pkg/${file}`]);
      if (file === "inline.js") return;
      // One that gets a server later loads it then.
      await tab.evaluate("live.update({ server: place })");
      await type(tab, "place", "smpt.gmail.com");
      await said(tab, "server").getByText("close to smtp.gmail.com").waitFor();
      assert.deepEqual(site.requests.slice(from).filter((path) => path.startsWith("/pkg/")), [`/pkg/${file}`, "/pkg/inline.js"]);
    });
  }
});

describe("a slip in the server's name", () => {
  test("is told beside it, and one button mends it: scheme, port and path stay", () => open("/", "{ server }", async (tab) => {
    await type(tab, "server", "smtps://smpt.gmail.com:465/x");
    await said(tab, "server").getByText("close to smtp.gmail.com").waitFor();
    assert.equal(await tab.getAttribute("#server", "aria-describedby"), await said(tab, "server").getAttribute("id"));
    await tab.getByRole("button", { name: "Use smtp.gmail.com" }).click();
    assert.equal(await tab.inputValue("#server"), "smtps://smtp.gmail.com:465/x");
    await tab.locator(".passkind-hint").waitFor({ state: "detached" });
    assert.equal(await tab.inputValue("#name"), "");
  }));

  test("a user part goes with it", () => open("/", "{ server }", async (tab) => {
    await type(tab, "server", "https://anna:q7Rkw2Mx@smpt.gmail.com:465/");
    await tab.getByRole("button", { name: "Use smtp.gmail.com" }).click();
    assert.equal(await tab.inputValue("#server"), "https://smtp.gmail.com:465/");
  }));

  test("that the page made is told beside the name, and has no button", () => open("/", `{ server: "smpt.gmail.com" }`, async (tab) => {
    await type(tab, "name", "anna@gmail.com");
    await said(tab, "identifier").getByText("close to smtp.gmail.com").waitFor();
    assert.equal(await tab.getByRole("button", { name: "Use " }).count(), 0);
  }));
});

describe("what is nobody's business", () => {
  test("events name neither the server nor what was typed, and are the same for all passwords", () => open("/", "{ server }", async (tab) => {
    await type(tab, "server", "https://anna:q7Rkw2Mx@smpt.gmail.com/");
    await type(tab, "name", "anna@gmail.com");
    await type(tab, "secret", "Kirschbaum7!");
    await pause(tab);
    const events = /** @type {unknown[]} */ (await tab.evaluate("events"));
    assert.match(JSON.stringify(events), /serverTypo/);
    assert.doesNotMatch(JSON.stringify(events), /gmail|anna|q7Rk|Kirsch|appPassword/);
  }));

  test("a refused pair at another server is another pair", () => open("/", "{ server }", async (tab) => {
    await type(tab, "server", "mail.example.org");
    await type(tab, "name", "anna@gmail.com");
    await type(tab, "secret", "Kirschbaum7!");
    await tab.evaluate("live.refused()");
    await said(tab, "server").getByText("this one is not").waitFor();
    await type(tab, "server", "mail.example.com");
    await tab.waitForFunction("document.querySelectorAll('.passkind-hint').length === 0");
  }));

  test("detached, nothing is left beside it", () => open("/", "{ server }", async (tab) => {
    await type(tab, "server", "smpt.gmail.com");
    await said(tab, "server").getByText("close to").waitFor();
    await tab.evaluate("live.detach()");
    assert.equal(await tab.locator(".passkind").count(), 0);
    assert.equal(await tab.getAttribute("#server", "aria-describedby"), null);
  }));
});

test("what is no server is refused by its name", () => open("/", "", async (tab) => {
  for (const wrong of ["5", "form", "[]"]) {
    assert.deepEqual(await tab.evaluate(`(() => { try { start({ server: ${wrong} }); } catch ({ code, option }) { return [code, option]; } })()`), ["wrongType", "server"], wrong);
  }
}));
