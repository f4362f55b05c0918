/** What a server said after a refusal: a cause comes of it, and nothing stays of the words. The real core, typed into as a person types. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { launch } from "./chromium.js";
import { serve } from "./server.js";

/** @import {Browser, Page} from "playwright-core" */

const FIELDS = `<label>Server <input id="server"></label><label>User name <input id="name" autocomplete="username"></label>
  <label>Password <input id="secret" type="password" autocomplete="current-password"></label><button id="go">Save</button>`;
const SCRIPT = `
  window.events = []; window.errors = []; window.asked = [];
  addEventListener("error", ({ message }) => errors.push(message));
  addEventListener("unhandledrejection", () => errors.push("unhandled rejection"));
  document.addEventListener("passkind", ({ detail }) => events.push(detail));
  document.addEventListener("submit", (event) => event.preventDefault());`;
/** @param {string} form */
const page = (form) => `<!doctype html><html lang="en"><title>fixture</title>${form}<button id="sso">Company sign-in</button><script type="module">${SCRIPT}
  import { attach } from "/attach.js"; import { fakeGuard } from "/testing.js";
  window.loadLocale = async (locale) => (await import("/describe.js")).loadLocale(locale); // which brings the texts of refusals itself
  window.form = document.getElementById("form");
  window.fake = { assess(credentials, observation) { asked.push({ ...credentials, ...observation }); return fakeGuard().assess(credentials, observation); } };
  window.start = (options) => (window.live = attach(form, { service: "mailbox", ...options })); window.ready = true;</script></html>`;
const TOLD = "535 5.7.8 Application-specific password required";
/** @param {string} attributes */
const element = (attributes) => `<!doctype html><html lang="en"><title>fixture</title><passkind-hints service="mailbox" ${attributes}><form id="form">${FIELDS}</form></passkind-hints>
  <script type="module">${SCRIPT} import "/define.js"; window.hints = document.querySelector("passkind-hints"); window.ready = true;</script></html>`;
const PAGES = {
  "/": page(`<form id="form">${FIELDS}</form>`),
  "/pair": page(`<form id="form">${FIELDS.replace('<label>Server <input id="server"></label>', "")}</form>`),
  "/fr": page(`<form id="form">${FIELDS}</form>`).replace('lang="en"', 'lang="fr"'),
  "/mask": page(`<form id="form">${FIELDS.replace('type="password"', 'type="password" value="__UNCHANGED__"')}</form>`),
  "/told": page(`<form id="form" data-passkind-refused="1" data-passkind-reply="${TOLD}">${FIELDS.replace('id="name"', 'id="name" value="anna@nordhang.example"')}</form>`),
  "/busy": page(`<form id="form" data-passkind-reply="busy">${FIELDS.replace('id="name"', 'id="name" value="anna@nordhang.example"')}</form>`),
  "/element": element(""),
  "/element-told": element(`refusals="1" reply="${TOLD}"`).replace('id="name"', 'id="name" value="anna@nordhang.example"'),
  "/element-cause": element(`refusals="1" cause="accessOff"`).replace('id="name"', 'id="name" value="anna@nordhang.example"'),
  "/element-inside": element("").replace(/(<passkind-hints[^>]*>)(<form id="form">)(.*)<\/form><\/passkind-hints>/s, "$2$1$3</passkind-hints></form>"),
};

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ let site;
before(async () => { [browser, site] = await Promise.all([launch(), serve(PAGES)]); });
after(async () => { await browser.close(); await site.close(); });

/** @param {string} path @param {string} options @param {(tab: Page) => Promise<void>} use */
async function open(path, options, use) {
  const tab = await browser.newPage();
  tab.setDefaultTimeout(10_000);
  try {
    await tab.goto(site.origin + path);
    await tab.waitForFunction("window.ready");
    if (options) await tab.evaluate(`void start(${options})`);
    await use(tab);
    assert.deepEqual(await tab.evaluate("errors"), []);
  } finally {
    await tab.close();
  }
}
/** @param {Page} tab @param {string} field @param {string} text */
async function type(tab, field, text) {
  await tab.click(`#${field}`);
  await tab.keyboard.press("ControlOrMeta+A");
  if (text) await tab.keyboard.type(text);
  else await tab.keyboard.press("Delete");
  await tab.keyboard.press("Tab");
}
/** @param {Page} tab @param {string} [password] */
async function typePair(tab, password = "Kirschbaum7!") {
  await type(tab, "name", "anna@nordhang.example");
  await type(tab, "secret", password);
}
/** @param {Page} tab @param {string} field */
const said = (tab, field) => tab.locator(`[data-passkind-field=${field}] [role=status]`);
/** Long enough for a hint to come that should not. @param {Page} tab */
const pause = (tab) => tab.waitForTimeout(1300);
/** @param {Page} tab @param {string} text */
const gone = (tab, text) => tab.getByText(text).waitFor({ state: "detached" });
/** Another question of the page's own guard, once the name has been left. @param {Page} tab @returns {Promise<{ refused: number, cause?: string, password?: string, singleSignOn?: boolean }>} */
async function question(tab) {
  await tab.evaluate("asked.length = 0");
  await tab.focus("#name");
  await tab.focus("#secret");
  await tab.waitForFunction("asked.length > 0");
  return /** @type {any} */ (await tab.evaluate("asked.at(-1)"));
}

describe("each cause has its text, beside its field", () => {
  /** @type {[cause: string, field: string, text: string][]} */
  const rows = [
    ["appPassword", "password", "app password"],
    ["token", "password", "token"],
    ["noPasswords", "password", "password"],
    ["secondFactor", "password", "asks for a second factor"],
    ["wrongPair", "password", "Try another one"],
    ["name", "identifier", "login name"],
    ["locked", "password", "Take a pause"],
    ["admin", "password", "Somebody else may manage this"],
    ["network", "password", "from this network"],
    ["expired", "password", "Next step"],
    ["accessOff", "password", "switched on"],
    ["browser", "password", "sign in on the web once"],
    ["encryption", "password", "wants an encrypted connection"],
    ["method", "password", "another way of signing in"],
    ["sender", "password", "the sender’s address"],
    ["busy", "password", "no time for it now"],
    ["unrelated", "password", "the trouble lies elsewhere"],
  ];

  test("of all causes that the types know", async () => {
    const types = await readFile(new URL("../../www/types.d.ts", import.meta.url), "utf8");
    const known = [...(/export type Cause =([^;]+);/.exec(types)?.[1] ?? "").matchAll(/"(\w+)"/g)].map(([, cause]) => cause);
    assert.deepEqual(rows.map(([cause]) => cause), known);
  });

  for (const [cause, field, text] of rows) {
    test(cause, () => open("/", "{}", async (tab) => {
      await typePair(tab);
      await tab.evaluate(`live.refused({ cause: "${cause}" })`);
      await said(tab, field).getByText(text).first().waitFor();
    }));
  }

  test("by the server's line, in another language, with and without a server", async () => {
    await open("/", "{ server }", async (tab) => {
      await typePair(tab);
      await tab.evaluate(`live.refused({ reply: "${TOLD}" })`);
      await said(tab, "password").getByText("app password").first().waitFor();
    });
    const from = site.requests.length;
    await open("/fr", "{}", async (tab) => {
      await typePair(tab);
      await tab.evaluate(`live.refused({ reply: "534-5.7.14 Please log in via your web browser and then try again." })`);
      await said(tab, "password").getByText("site web").or(said(tab, "password").getByText("sur le web")).first().waitFor();
    });
    assert.ok(!site.requests.slice(from).includes("/locales/en/refused.js"), "other languages have all texts in one file");
  });
});

describe("nothing stays of the words", () => {
  const SECRET = "Zq7-Transkript-Passwort";
  const TRANSCRIPT = `535 5.7.8 Application-specific password required AUTH PLAIN ${Buffer.from(`\0anna\0${SECRET}`).toString("base64")} ${SECRET}`;
  const TRACES = [SECRET, "Application-specific", Buffer.from(`\0anna\0${SECRET}`).toString("base64").slice(0, 20)];

  /** Whatever can be reached from the handle or the form by own properties, as text; and the page, its events, its storage. @param {Page} tab */
  const everything = (tab) => tab.evaluate(`(() => {
    const seen = new Set(), texts = [];
    const walk = (one, depth) => {
      if (typeof one === "string") texts.push(one);
      if ((typeof one !== "object" && typeof one !== "function") || one === null || seen.has(one) || depth > 6) return;
      seen.add(one);
      for (const key of Reflect.ownKeys(one)) { try { walk(one[key], depth + 1); } catch {} }
    };
    for (const root of [window.live, window.hints, document.getElementById("form"), ...document.querySelectorAll(".passkind *")]) walk(root, 0);
    const html = document.documentElement.outerHTML;
    return [html, ...texts, JSON.stringify(events), JSON.stringify(errors), JSON.stringify({ ...localStorage, ...sessionStorage }), performance.getEntries().map(({ name }) => name).join()].join("\\n");
  })()`);

  /** @type {[name: string, path: string, options: string, tell: string][]} */
  const ways = [
    ["refused()", "/", "{}", "live.refused({ reply })"],
    ["the attribute of a form", "/", "{}", "form.setAttribute('data-passkind-reply', reply)"],
    ["the same, with the count", "/", "{}", "form.dataset.passkindReply = reply; form.dataset.passkindRefused = '1'"],
    ["the element's method", "/element", "", "hints.refused({ reply })"],
    ["the element's property", "/element", "", "hints.reply = reply; hints.refusals = 1"],
    ["the element's attribute", "/element", "", "hints.setAttribute('reply', reply)"],
    ["the property of an element inside the form", "/element-inside", "", "hints.refusals = 1; hints.reply = reply"],
  ];
  for (const [name, path, options, tell] of ways) {
    test(name, () => open(path, options, async (tab) => {
      /** @type {string[]} */
      const console = [];
      tab.on("console", (message) => console.push(message.text()));
      const from = site.requests.length;
      await typePair(tab);
      await tab.evaluate(`(() => { const reply = ${JSON.stringify(TRANSCRIPT)}; ${tell}; })()`);
      await said(tab, "password").getByText("app password").first().waitFor();
      assert.equal(await tab.evaluate("document.querySelector('[data-passkind-reply], [reply]')"), null);
      if (path !== "/") assert.equal(await tab.evaluate("hints.reply"), undefined);
      await tab.waitForFunction("events.some(({ codes }) => codes.includes('createAppPassword'))");
      const all = /** @type {string} */ (await everything(tab)) + console.join() + site.requests.slice(from).join();
      for (const trace of TRACES) assert.ok(!all.includes(trace), trace);
    }));
  }

  test("an event tells nothing that depends on the password: the same codes for all", async () => {
    const told = [];
    for (const password of ["Kirschbaum7!", "kfzq wnrt bxmd hjvp", "anna@nordhang.example"]) {
      await open("/", `{ server: "imap.gmail.com" }`, async (tab) => {
        await typePair(tab, password);
        await tab.waitForFunction("events.length");
        await tab.evaluate(`events.length = 0, live.refused({ reply: "${TOLD}" })`);
        await tab.waitForFunction("events.length");
        await pause(tab);
        told.push(JSON.stringify(await tab.evaluate("events")));
      });
    }
    assert.equal(new Set(told).size, 1, told.join("\n"));
    assert.match(told[0] ?? "", /createAppPassword/);
  });
});

describe("a cause belongs to the pair that was refused", () => {
  test("another pair clears it", () => open("/", "{}", async (tab) => {
    await typePair(tab);
    await tab.evaluate(`live.refused({ cause: "network" })`);
    await said(tab, "password").getByText("from this network").waitFor();
    await type(tab, "secret", "Kirschbaum8!");
    await gone(tab, "from this network");
    await tab.evaluate("live.refused()");
    await said(tab, "password").getByText("Try another one").waitFor();
    assert.equal(await tab.getByText("from this network").count(), 0);
  }));

  test("so does another refusal of the same pair, without one; an emptied password does not", () => open("/", "{ guard: fake, service: undefined }", async (tab) => {
    await typePair(tab);
    await tab.evaluate(`live.refused({ cause: "network" })`);
    assert.deepEqual(pick(await question(tab)), [1, "network"]);
    await tab.evaluate("secret.value = ''");
    assert.deepEqual(pick(await question(tab)), [1, "network"]);
    await tab.evaluate("secret.value = 'Kirschbaum7!'; live.refused()");
    assert.deepEqual(pick(await question(tab)), [2, undefined]);
  }));

  test("a pair that was not judged was not refused: the count stays", () => open("/", "{ guard: fake, service: undefined }", async (tab) => {
    await typePair(tab);
    for (const cause of ["busy", "encryption", "method", "sender", "unrelated"]) {
      await tab.evaluate(`live.refused({ cause: "${cause}" })`);
      assert.deepEqual(pick(await question(tab)), [0, cause]);
    }
    await tab.evaluate("live.refused()");
    assert.deepEqual(pick(await question(tab)), [1, undefined]);
    await tab.evaluate(`live.refused({ reply: "451 4.3.0 Temporary server error. Please try again later" })`);
    assert.deepEqual(pick(await question(tab)), [1, "busy"]);
    await tab.evaluate(`live.refused({ times: 4, cause: "busy" })`);
    assert.deepEqual(pick(await question(tab)), [4, "busy"]);
    await tab.evaluate("live.refused(7)");
    assert.deepEqual(pick(await question(tab)), [7, undefined]);
  }));

  test("shown: busy, and then nothing of a refusal", () => open("/", "{}", async (tab) => {
    await typePair(tab);
    await tab.evaluate(`live.refused({ cause: "busy" })`);
    await said(tab, "password").getByText("no time for it now").waitFor();
    assert.equal(await tab.getByText("Try another one").count(), 0);
  }));

  test("what says nothing is a refusal without a cause; nothing is thrown for it", () => open("/", "{ guard: fake, service: undefined }", async (tab) => {
    await typePair(tab);
    let times = 0;
    for (const given of [`{ cause: "sleepy" }`, `{ cause: 5 }`, `{ cause: {} }`, `{ cause: null }`, `{ reply: 535 }`, `{ reply: "" }`, `{ reply: [] }`, `{ reply: "Nein." }`, `{ cause: "sleepy", reply: "${TOLD}" }`, "{}"]) {
      await tab.evaluate(`live.refused(${given})`);
      assert.deepEqual(pick(await question(tab)), [++times, undefined], given);
    }
  }));

  test("an argument of another type is refused by its name", () => open("/", "{ guard: fake, service: undefined }", async (tab) => {
    /** @type {[given: string, code: string, option: string][]} */
    const rows = [
      ["'2'", "wrongType", "refused"], ["null", "wrongType", "refused"], ["[]", "wrongType", "refused"], ["{ times: '2' }", "wrongType", "refused.times"], ["-1", "wrongType", "refused.times"],
      ["NaN", "wrongType", "refused.times"], ["{ why: 'busy' }", "unknownOption", "refused.why"], ["new Event('click')", "unknownOption", "refused.isTrusted"],
    ];
    for (const [given, ...expected] of rows) {
      assert.deepEqual(await tab.evaluate(`(() => { try { live.refused(${given}); } catch ({ code, option }) { return [code, option]; } })()`), expected, given);
    }
  }));

  /** @param {{ refused: number, cause?: string }} question */
  const pick = ({ refused, cause }) => [refused, cause];
});

describe("what is loaded, and when", () => {
  /** At a server where something is missing. @param {Parameters<typeof serve>[0]} answers @param {(tab: Page, requests: string[]) => Promise<void>} use */
  async function elsewhere(answers, use) {
    const other = await serve(answers);
    const tab = await browser.newPage();
    try {
      await tab.goto(`${other.origin}/`);
      await tab.waitForFunction("window.ready");
      await tab.evaluate("void start({})");
      await use(tab, other.requests);
      assert.deepEqual(await tab.evaluate("errors"), []);
    } finally {
      await tab.close();
      await other.close();
    }
  }

  test("English texts of refusals at the first one, once; then what knows of causes, when there is one", () => open("/pair", "{}", async (tab) => {
    const from = site.requests.length;
    const loaded = () => site.requests.slice(from).filter((path) => /refused|reply|cause|inline/.test(path));
    await typePair(tab);
    await pause(tab);
    assert.deepEqual(loaded(), ["/pkg/inline-sign-in.js"]);
    await tab.evaluate("live.refused()");
    await said(tab, "password").getByText("Try another one").waitFor();
    assert.deepEqual(loaded(), ["/pkg/inline-sign-in.js", "/locales/en/refused.js"]);
    await tab.evaluate("live.refused()");
    await tab.evaluate(`live.refused({ cause: "busy" })`);
    await said(tab, "password").getByText("no time for it now").waitFor();
    assert.deepEqual(loaded().sort(), ["/form/cause.js", "/locales/en/refused.js", "/pkg/inline-sign-in.js", "/pkg/inline.js"]);
    await tab.evaluate(`live.refused({ reply: "${TOLD}" })`);
    await said(tab, "password").getByText("app password").first().waitFor();
    assert.deepEqual(loaded().sort(), ["/form/cause.js", "/locales/en/refused.js", "/pkg/inline-sign-in.js", "/pkg/inline.js", "/reply.js", "/reply/rules.js"]);
  }));

  for (const how of ["form.dataset.passkindRefused = 1", "live.refused()"]) {
    test(`by ${how}: and a page's own texts, or those of loadLocale, are left as they are`, () => open("/", "", async (tab) => {
      await tab.evaluate("loadLocale('fr').then((fr) => { window.own = { ...fr, lang: 'en', hints: { ...fr.hints } }; delete own.hints.tryOtherPassword; start({ messages: own }); })");
      const from = site.requests.length;
      await typePair(tab);
      const before = await tab.evaluate("JSON.stringify(own)");
      await tab.evaluate(`void (${how})`);
      await pause(tab);
      assert.ok(!site.requests.slice(from).includes("/locales/en/refused.js"));
      assert.equal(await tab.evaluate("JSON.stringify(own)"), before);
      assert.equal(await tab.getByText("Try another one").count(), 0);
    }));
  }

  test("where they do not come the page goes on, and the next refusal tries again", async () => {
    /** @type {Record<string, { status: number } | string>} */
    const answers = { ...PAGES, "/locales/en/refused.js": { status: 404 } };
    await elsewhere(answers, async (tab, requests) => {
      await type(tab, "name", "anna@gmial.com");
      await type(tab, "secret", "Kirschbaum7!");
      await said(tab, "identifier").getByText("gmail.com").waitFor();
      await tab.evaluate("live.refused()");
      await pause(tab);
      assert.ok(requests.includes("/locales/en/refused.js"));
      assert.equal(await said(tab, "identifier").getByText("gmail.com").count(), 1, "what has a text is shown");
      delete answers["/locales/en/refused.js"];
      await tab.evaluate("live.refused()");
      await said(tab, "password").locator(".passkind-hint").first().waitFor();
    });
  });

  for (const missing of ["/reply.js", "/form/cause.js"]) {
    test(`without ${missing} it is a refusal without a cause`, () => elsewhere({ ...PAGES, [missing]: { status: 404 } }, async (tab) => {
      await typePair(tab);
      await tab.evaluate(`live.refused({ reply: "${TOLD}" })`);
      await said(tab, "password").getByText("Try another one").waitFor();
    }));
  }
});

describe("rendered by the server", () => {
  test("the line beside the count: taken off at load, and its cause is said", () => open("/told", "{}", async (tab) => {
    assert.equal(await tab.getAttribute("#form", "data-passkind-reply"), null);
    await said(tab, "password").getByText("app password").first().waitFor();
    await type(tab, "name", "berta@nordhang.example");
    await gone(tab, "app password");
  }));

  test("the name of a cause in its place", () => open("/busy", "{}", async (tab) => {
    await said(tab, "password").getByText("no time for it now").waitFor();
    assert.equal(await tab.evaluate("JSON.stringify(events).includes('passwordNotChecked')"), true);
    assert.equal(await tab.getAttribute("#form", "data-passkind-reply"), null);
  }));

  test("set with the count, in either order, or after it: one refusal", async () => {
    for (const set of ["form.dataset.passkindRefused = 2; form.dataset.passkindReply = 'network'", "form.dataset.passkindReply = 'network'; form.dataset.passkindRefused = 2",
      "form.dataset.passkindRefused = 2; setTimeout(() => form.dataset.passkindReply = 'network')"]) {
      await open("/", "{ guard: fake, service: undefined }", async (tab) => {
        await typePair(tab);
        await tab.evaluate(set);
        await tab.waitForTimeout(100);
        const { refused, cause } = await question(tab);
        assert.deepEqual([refused, cause], [2, "network"], set);
      });
    }
  });
});

describe("the element", () => {
  test("its line at load", () => open("/element-told", "", async (tab) => {
    await said(tab, "password").getByText("app password").first().waitFor();
    assert.equal(await tab.evaluate("document.querySelector('[data-passkind-reply], [reply]')"), null);
  }));

  test("its cause at load, and with the next count", () => open("/element-cause", "", async (tab) => {
    await said(tab, "password").getByText("switched on").waitFor();
    assert.equal(await tab.evaluate("hints.cause"), "accessOff");
    await typePair(tab);
    await gone(tab, "switched on");
    await tab.evaluate("hints.refusals = 2");
    await said(tab, "password").getByText("switched on").waitFor();
    await tab.evaluate("hints.cause = undefined; hints.refusals = 3");
    await gone(tab, "switched on");
    assert.equal(await tab.getAttribute("passkind-hints", "cause"), null);
  }));

  for (const path of ["/element", "/element-inside"]) {
    test(`${path}: count and cause in either order`, async () => {
      for (const set of ["hints.refusals = 1; hints.cause = 'network'", "hints.cause = 'network'; hints.refusals = 1", "hints.refusals = 1; hints.reply = 'network'", "hints.reply = 'network'; hints.refusals = 1"]) {
        await open(path, "", async (tab) => {
          await typePair(tab);
          await tab.evaluate(set);
          await said(tab, "password").getByText("from this network").waitFor();
        });
      }
    });
  }
});

describe("single sign-on", () => {
  test("its button is named before any reset, while it can be used", () => open("/", `{ service: "account", provider: "infomaniak", sso: document.getElementById("sso") }`, async (tab) => {
    await typePair(tab);
    await tab.evaluate("live.refused()");
    await said(tab, "password").getByText("button for single sign-on").waitFor();
    await tab.evaluate("live.refused()");
    await said(tab, "password").getByText("set a new password").waitFor();
    const texts = await tab.locator(".passkind-hint").allTextContents();
    const at = (/** @type {string} */ words) => texts.findIndex((text) => text.includes(words));
    assert.ok(at("single sign-on") >= 0 && at("single sign-on") < at("set a new password"), texts.join("\n"));
    await tab.evaluate("document.getElementById('sso').disabled = true");
    await type(tab, "secret", "Kirschbaum7!");
    await gone(tab, "button for single sign-on");
  }));

  test("hidden, disabled or removed it is none; what is no element is refused", () => open("/", `{ guard: fake, service: undefined, sso: document.getElementById("sso") }`, async (tab) => {
    await typePair(tab);
    const is = async () => (await question(tab)).singleSignOn;
    assert.equal(await is(), true);
    for (const [off, on] of [["hidden = true", "hidden = false"], ["disabled = true", "disabled = false"]]) {
      await tab.evaluate(`document.getElementById("sso").${off}`);
      assert.equal(await is(), undefined, off);
      await tab.evaluate(`document.getElementById("sso").${on}`);
      assert.equal(await is(), true, on);
    }
    await tab.evaluate("live.update({ sso: undefined })");
    assert.equal(await is(), undefined);
    await tab.evaluate(`live.update({ sso: document.getElementById("sso") }), document.getElementById("sso").remove()`);
    assert.equal(await is(), undefined);
    assert.deepEqual(await tab.evaluate(`(() => { try { start({ sso: "#sso" }); } catch ({ code, option }) { return [code, option]; } })()`), ["wrongType", "sso"]);
  }));
});

describe("a value that the page itself has rendered into the password field", () => {
  const OWN = "{ guard: fake, service: undefined }";
  const judged = async (/** @type {Page} */ tab) => (await question(tab)).password;

  test("counts as empty until somebody edits it", () => open("/mask", OWN, async (tab) => {
    assert.equal(await judged(tab), "");
    await tab.focus("#secret");
    await tab.keyboard.press("End");
    await tab.keyboard.type("x");
    assert.equal(await judged(tab), "__UNCHANGED__x");
    await tab.focus("#secret");
    await tab.keyboard.press("End");
    await tab.keyboard.press("Backspace");
    assert.equal(await judged(tab), "__UNCHANGED__", "edited back to what it was");
  }));

  test("filled in by a script, with an input event and without", () => open("/mask", OWN, async (tab) => {
    await tab.evaluate("secret.value = 'Kirschbaum7!'");
    assert.equal(await judged(tab), "Kirschbaum7!");
    await tab.evaluate("secret.value = '__UNCHANGED__'");
    assert.equal(await judged(tab), "", "the page's own again");
    await tab.evaluate("secret.value = '__UNCHANGED__'; secret.dispatchEvent(new InputEvent('input', { bubbles: true }))");
    assert.equal(await judged(tab), "__UNCHANGED__");
    await tab.evaluate("form.reset(); secret.dispatchEvent(new Event('change')); secret.setAttribute('value', '••••••••')");
    assert.equal(await judged(tab), "", "another mask");
  }));

  test("filled in before it was attached: judged; in a field that came later: as in the first", () => open("/mask", "", async (tab) => {
    await tab.evaluate(`void (secret.value = "Kirschbaum7!", start(${OWN}))`);
    assert.equal(await judged(tab), "Kirschbaum7!");
    await tab.evaluate("secret.outerHTML = secret.outerHTML");
    assert.equal(await judged(tab), "");
  }));
});
