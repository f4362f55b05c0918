/** `attach` on pages of other makes: fields that come and go, shadow roots, several forms, odd names. Real Chromium. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FIELDS, fixture, form, KIND, page, RECOVERY, TYPO } from "./attach-fixture.js";

/** Defines `<x-field>`, which holds an input in an open shadow root, and `<x-pair>`, which holds both. */
const ELEMENTS = `window.define = () => {
  const make = (name, html) => customElements.define(name, class extends HTMLElement {
    connectedCallback() { this.attachShadow({ mode: "open" }).innerHTML = html.replace("{type}", this.getAttribute("kind")).replace("{complete}", this.getAttribute("complete")); }
  });
  make("x-field", '<label><slot></slot><input id="in" type="{type}" autocomplete="{complete}"></label>');
  make("x-pair", '<input id="name" autocomplete="username"><input id="secret" type="password">');
};`;
const X_FIELDS = '<x-field id="xname" kind="text" complete="username">Name</x-field><x-field id="xsecret" kind="password" complete="current-password">Password</x-field><button id="go">Go</button>';

const it = fixture({
  "/plain": form(FIELDS),
  "/unsure": form('<input id="first" name="a"><input id="second" name="b"><input id="secret" type="password" autocomplete="current-password"><button id="go">Go</button>'),
  "/newPair": form('<input id="name" autocomplete="username"><input id="secret" type="password" autocomplete="new-password"><input id="again" type="password" autocomplete="new-password"><button id="go">Go</button>'),
  "/nothing": form('<input type="search" id="first"><button id="go">Go</button>'),
  "/shown": form('<input id="secret" type="text" name="password" autocomplete="current-password"><button id="go">Go</button>'),
  "/toggled": form('<input id="nick" name="nickname"><input id="secret" type="password" name="server_password" aria-label="Server password"><button id="go">Go</button>'),
  "/again": form('<div class="alert" role="alert">Wrong password. Please try again.</div><div><input id="secret" type="password" placeholder="Password"></div><button id="go">Go</button>'),
  "/sudo": form('<input id="secret" type="password" autocomplete="current-password" aria-label="Confirm your password"><button id="go">Go</button>'),
  "/domainUser": form('<label for="name">Domain\\user name</label><input id="name" name="username"><label for="secret">Password</label><input id="secret" type="password"><button id="go">Go</button>'),
  "/dotted": form('<input id="name" name="username" placeholder="firstname.lastname"><input id="secret" type="password"><button id="go">Go</button>'),
  "/phone": form('<input id="name" type="tel" name="phone"><input id="secret" type="password"><button id="go">Go</button>'),
  "/tenant": form('<input id="name" name="username"><label for="tenant">Tenant ID</label><input id="tenant" name="tenantId"><input id="secret" type="password"><button id="go">Go</button>'),
  "/decoy": form('<input id="name" name="username"><div style="opacity:0;height:0;overflow:hidden"><input type="email" name="email"></div><input id="secret" type="password"><button id="go">Go</button>'),
  "/behind": page('<form id="form"><button id="go">Go</button></form><table><tr><td><input form="form" id="name" name="user"><input form="form" id="secret" type="password" name="old"><input form="form" id="fresh" type="password" name="new"></table>'),
  "/webhook": form('<input type="url" name="webhook_url"><input id="name" name="user"><input id="secret" type="password"><button id="go">Go</button>'),
  "/steps": form('<div id="step"><input id="name" type="email"></div><button id="go">Next</button>'),
  "/noTokens": form('<input id="name" type="text"><input id="secret" type="password"><button id="go">Go</button>'),
  "/inShadow": page('<div id="host"></div>', `host.attachShadow({ mode: "open" }).innerHTML = '<style>input, button { display: block; }</style><form id="form">${FIELDS.replaceAll("\n", "")}</form>'; window.theForm = host.shadowRoot.querySelector("form"); document.documentElement.lang = "fr-CH";`),
  "/ownShadow": page('<div id="host"></div>', `host.attachShadow({ mode: "open" }).innerHTML = '<style>input, button { display: block; }</style>${FIELDS.replaceAll("\n", "")}'; window.theForm = host;`),
  "/xFields": page(`<form id="form">${X_FIELDS}</form>`, `${ELEMENTS} define();`),
  "/xLate": page(`<form id="form">${X_FIELDS}</form>`, ELEMENTS),
  "/xPair": page('<form id="form"><x-pair></x-pair><button id="go">Go</button></form>', `${ELEMENTS} define();`),
  "/twoForms": page('<form id="form"><input id="name" type="email"><input id="secret" type="password"><button id="go">Go</button></form><form id="other"><input id="name2" type="email"><input id="secret2" type="password"></form>'),
  "/readonly": form('<input id="name" type="email" readonly value="anna@gmial.com"><input id="secret" type="password"><button id="go">Go</button>'),
  "/hiddenName": form('<input id="name" type="hidden" autocomplete="username" value="anna@gmial.com"><input id="secret" type="password"><button id="go">Go</button>'),
  "/textName": form('<p>anna@gmial.com <a href="#">Not you?</a></p><input id="secret" type="password"><button id="go">Go</button>'),
  "/hostile": form(["elements", "querySelector", "dispatchEvent", "getAttribute", "contains", "matches", "addEventListener", "getRootNode", "closest", "shadowRoot", "isConnected"].map((name) => `<input type="hidden" name="${name}">`).join("") + FIELDS.replace("<button", '<button name="submit"'), 'lang="fr"'),
  "/codeFirst": form('<input id="code" name="code" autocomplete="one-time-code"><input id="digits" inputmode="numeric" maxlength="6"><input id="fresh" type="text" autocomplete="new-password"><input id="card" autocomplete="cc-number"><input id="pin" type="password" inputmode="numeric" maxlength="6"><input id="csc" type="password" autocomplete="cc-csc"><input id="name" type="text" maxlength="64"><input id="secret" type="password"><button id="go">Go</button>'),
  "/codeOnly": form('<input id="code" autocomplete="one-time-code" inputmode="numeric"><input id="secret" type="password" autocomplete="section-a one-time-code"><button id="go">Go</button>'),
});
const { open, region, settle, state, get, type } = it;

describe("fields come and go", () => {
  test("a redrawn field takes its region along; it is judged again on the usual events only", async () => {
    await open("/plain", { hints: [KIND] });
    await type("#secret", "q7Rk w2Mx");
    const calls = await get("calls.length");
    await get('window.old = document.querySelector("#secret"); const copy = old.cloneNode(); copy.removeAttribute("aria-describedby"); copy.value = old.value; old.replaceWith(copy)');
    await settle();
    assert.deepEqual(await state(), { regions: 2, named: true, after: true });
    assert.equal(await get('old.getAttribute("aria-describedby")'), "rules");
    assert.match(await region("password").innerText(), /looks like/);
    assert.equal(await get("calls.length"), calls);
    await get("answer = () => ({})");
    await type("#secret", "another");
    assert.equal(await get("calls.at(-1).password"), "another");
    assert.deepEqual([await region("password").textContent(), (await state()).named], ["", false]);
  });

  test("the password comes with the second step", async () => {
    await open("/steps", { hints: [KIND] });
    assert.equal(await it.tab.locator(".passkind").count(), 1);
    await it.tab.fill("#name", "anna@example.com");
    await get('step.innerHTML = \'<input type="hidden" autocomplete="username" value="anna@example.com"><input id="secret" type="password">\'');
    await settle();
    await type("#secret", "q7Rk w2Mx");
    assert.deepEqual(await get("(({ identifier, password }) => ({ identifier, password }))(calls.at(-1))"), { identifier: "anna@example.com", password: "q7Rk w2Mx" });
    const { regions, named } = await state(); // after the step, which is no higher than its field
    assert.deepEqual([regions, named], [2, true]);
  });

  test("a field that moves, and a region that a redraw has swept away", async () => {
    await open("/plain", { hints: [KIND] });
    await type("#secret", "q7Rk w2Mx");
    await get('form.prepend(document.querySelector("#secret"))');
    await settle();
    assert.deepEqual(await state(), { regions: 2, named: true, after: true });
    await get('for (const box of document.querySelectorAll(".passkind")) box.remove()');
    await settle();
    assert.deepEqual(await state(), { regions: 2, named: true, after: true });
    assert.match(await region("password").innerText(), /looks like/);
  });

  test("the whole form is drawn anew", async () => {
    await open("/plain", { hints: [KIND] });
    await get("form.innerHTML = form.innerHTML.replace(/<div.*<.div>/g, '')");
    await settle();
    await type("#secret", "q7Rk w2Mx");
    assert.deepEqual(await state(), { regions: 2, named: true, after: true });
  });

  test("a password that is shown stays the password, whatever else changes", async () => {
    await open("/noTokens", { hints: [KIND] });
    await get('document.querySelector("#secret").type = "text"; form.append(document.createElement("p"))');
    await settle();
    await type("#secret", "q7Rk w2Mx");
    assert.equal(await get("calls.at(-1).password"), "q7Rk w2Mx");
    assert.equal(await get("calls.at(-1).identifier"), "");
  });

  test("what was said of a password that goes, as on the way back to the name, does not move beside the name", async () => {
    await open("/plain", { hints: [TYPO, KIND, RECOVERY] });
    await type("#secret", "q7Rk w2Mx");
    await get("live.refused()"); // which brings the text of what to do then
    await settle();
    assert.equal(await region("password").locator("p").count(), 2);
    const calls = await get("calls.length");
    await get('document.querySelector("#secret").remove()');
    await settle();
    assert.deepEqual([await region("identifier").locator("p").count(), await get("calls.length")], [1, calls]);
    assert.match(await region("identifier").innerText(), /gmial/);
  });

  test("silent: a field that goes takes its region along; other changes move and ask nothing", async () => {
    await open("/plain");
    await type("#secret", "fine");
    const calls = await get("calls.length");
    await get('window.moved = 0; new MutationObserver((list) => { for (const { target } of list) if (target.closest(".passkind")) moved++; }).observe(form, { subtree: true, childList: true, attributes: true })');
    await get('for (let i = 0; i < 50; i++) rules.textContent = `${i} s`; form.append(document.createElement("hr"))');
    await settle();
    assert.deepEqual(await get("[moved, calls.length]"), [0, calls]);
    await get('document.querySelector("#secret").remove()');
    await settle();
    assert.equal(await it.tab.locator(".passkind").count(), 1);
    await get("live.detach(); form.append(Object.assign(document.createElement('input'), { type: 'password' }))");
    await settle();
    assert.equal(await it.tab.locator(".passkind").count(), 0);
  });
});

describe("shadow roots", () => {
  test("a form inside one: regions and ids in the same root, the page's language", async () => {
    await open("/inShadow", { hints: [KIND] });
    await type("#secret", "q7Rk w2Mx");
    await region("password").getByText("Mot de passe").waitFor();
    assert.deepEqual(await state("host.shadowRoot"), { regions: 2, named: true, after: true });
    assert.equal(await get("document.querySelectorAll('.passkind').length"), 0);
  });

  test("the one of the very element that is attached", async () => {
    await open("/ownShadow", { hints: [TYPO, KIND] });
    await type("#name", "anna@gmial.com");
    await type("#secret", "q7Rk w2Mx");
    assert.deepEqual(await get("(({ identifier, password }) => [identifier, password])(calls.at(-1))"), ["anna@gmial.com", "q7Rk w2Mx"]);
    assert.deepEqual(await state("host.shadowRoot"), { regions: 2, named: true, after: true });
    assert.match(await region("password").innerText(), /looks like/);
    await get("live.detach()");
    assert.equal(await it.tab.locator(".passkind").count(), 0);
  });

  for (const path of ["/xFields", "/xLate"]) {
    test(`elements that hold the fields, ${path === "/xLate" ? "defined after attaching" : "one each"}`, async () => {
      await open(path, { hints: [KIND] });
      if (path === "/xLate") await get("define()");
      await it.tab.focus("#xname #in");
      await it.tab.keyboard.type("anna@example.com");
      await it.tab.focus("#xsecret #in");
      await it.tab.keyboard.type("q7Rk w2Mx");
      await it.tab.focus("#go");
      await settle();
      assert.deepEqual(await get("(({ identifier, password, input }) => ({ identifier, password, input }))(calls.at(-1))"), { identifier: "anna@example.com", password: "q7Rk w2Mx", input: "typed" });
      assert.match(await it.tab.locator("#xsecret [role=status]").innerText(), /looks like/);
      assert.ok(await get('xsecret.shadowRoot.getElementById(xsecret.shadowRoot.querySelector("input").getAttribute("aria-describedby")).textContent'));
      assert.equal(await it.tab.locator("#xname [role=status]").textContent(), "");
      await get("live.detach()");
      assert.equal(await it.tab.locator(".passkind").count(), 0);
      assert.equal(await get('xsecret.shadowRoot.querySelector("input").hasAttribute("aria-describedby")'), false);
    });
  }

  test("one element that holds both: leaving one field for the other is heard", async () => {
    await open("/xPair", { hints: [TYPO] });
    await it.tab.focus("#name");
    await it.tab.keyboard.type("anna@gmial.com");
    await it.tab.keyboard.press("Tab");
    await settle();
    assert.match(await region("identifier").innerText(), /gmial/);
  });
});

describe("several", () => {
  test("forms on one page, each with its own", async () => {
    await open("/twoForms", { hints: [KIND] });
    await get('window.calls2 = []; window.live2 = start({ guard: makeGuard(calls2) }, other)');
    await it.tab.focus("#secret2");
    await it.tab.keyboard.type("two");
    await it.tab.focus("#go");
    await settle();
    assert.deepEqual(await get("[calls.length, calls2.length]"), [0, 1]);
    assert.match(await it.tab.locator("#other [data-passkind-field=password]").innerText(), /looks like/);
    assert.equal(await it.tab.locator("#form [data-passkind-field=password] p").count(), 0);
  });

  test("a second attachment takes the place of the first, which is then deaf", async () => {
    await open("/plain");
    await get("window.calls2 = []; window.first = live; start({ guard: makeGuard(calls2) })");
    await type("#secret", "x");
    await get("first.refused(); first.update({ locale: 'fr' })");
    await settle();
    assert.deepEqual(await get("[calls.length, calls2.length]"), [0, 1]);
    assert.equal(await it.tab.locator(".passkind").count(), 2);
    await get("first.detach()");
    assert.equal(await it.tab.locator(".passkind").count(), 2);
  });
});

describe("the name cannot be changed here", () => {
  const suggesting = { hints: [TYPO, KIND], identifier: { form: "address", fits: "yes", suggestion: "anna@gmail.com" } };
  /** @type {[string, string, string][]} page, options, reason */
  const rows = [
    ["/readonly", "{ guard }", "it can be read only"],
    ["/hiddenName", "{ guard }", "it is hidden"],
    ["/textName", "{ guard, identifier: () => 'anna@gmial.com' }", "it is text, told by a function"],
  ];
  for (const [path, options, reason] of rows) {
    test(`${reason}: its hints stand beside the password, and no button would use another`, async () => {
      await open(path, suggesting, options);
      await type("#secret", "q7Rk w2Mx");
      assert.equal(await get("calls.at(-1).identifier"), "anna@gmial.com");
      assert.equal(await region("password").locator("p").count(), 2);
      assert.equal(await it.tab.locator(".passkind-use").count(), 0);
    });
  }

  test("a function counts more than a field, and what it tells may change", async () => {
    await open("/plain", {}, "{ guard, identifier: () => window.who }");
    await type("#name", "somebody else");
    assert.equal(await get("calls.length"), 0, "that field is none of ours");
    await type("#secret", "x");
    assert.equal(await get("calls.at(-1).identifier"), "");
    await get("live.refused(); window.who = 'bruno'");
    await type("#secret", "x");
    assert.deepEqual(await get("(({ identifier, refused }) => ({ identifier, refused }))(calls.at(-1))"), { identifier: "bruno", refused: 0 });
  });

  test("silent: where it can be changed, the button is offered", async () => {
    await open("/plain", suggesting);
    await type("#name", "anna@gmial.com");
    assert.equal(await it.tab.locator("[data-passkind-field=identifier] .passkind-use").count(), 1);
  });
});

describe("fields of other kinds", () => {
  test("one-time codes, new passwords, cards and PINs before the pair are not taken for it", async () => {
    await open("/codeFirst");
    await type("#name", "anna");
    await type("#secret", "q7Rk w2Mx");
    assert.deepEqual(await get("(({ identifier, password }) => ({ identifier, password }))(calls.at(-1))"), { identifier: "anna", password: "q7Rk w2Mx" });
    assert.deepEqual(await get("[...form.querySelectorAll('.passkind')].map((box) => box.previousElementSibling.id)"), ["name", "secret"]);
  });

  for (const [path, missing, field] of [["/unsure", ["identifier"], "#second"], ["/newPair", ["password"], "#name"], ["/nothing", ["identifier", "password"], "#first"]]) {
    test(`${path}: one event says what could not be told, whatever is typed`, async () => {
      await open(`${path}`, { hints: [TYPO] });
      for (const text of ["anna@gmial.com", "another"]) {
        await type(`${field}`, text);
        await settle();
      }
      const events = await get("events");
      assert.deepEqual(events[0]?.missing, missing);
      if (path !== "/newPair") assert.equal(events.length, 1);
      assert.equal(JSON.stringify(events).includes("anna"), false);
    });
  }

  const read = "(({ identifier, password, server }) => [identifier ?? null, password, server ?? null])(calls.at(-1))";
  /** What real forms have, and what a careless reader would take for something else. @type {[path: string, reason: string, name?: string][]} */
  const taken = [
    ["/shown", "a password that is shown from the start is no name"],
    ["/again", "an alert beside it is no label"],
    ["/sudo", "asked for again, it is the current one"],
    ["/domainUser", "a user of a domain", "anna"],
    ["/dotted", "an example of a name is no server", "anna"],
    ["/phone", "a number is the name where nothing else is", "anna"],
    ["/tenant", "whose place it is, is not who", "anna"],
    ["/decoy", "what nobody can see is a decoy", "anna"],
    ["/behind", "behind the form, in the order of the page", "anna"],
    ["/webhook", "an address of something else is no server", "anna"],
  ];
  for (const [path, reason, name] of taken) {
    test(reason, async () => {
      await open(path);
      if (name) await type("#name", name);
      await type("#secret", "typed");
      assert.deepEqual(await get(read), [name ?? null, "typed", null]);
    });
  }

  test("a password that its page shows is neither name nor server, whatever else changes, hidden or not", async () => {
    await open("/toggled");
    await get('document.querySelector("#secret").type = "text"; form.append(document.createElement("p"))');
    await settle();
    await type("#secret", "q7Rk w2Mx");
    assert.deepEqual(await get("[...document.querySelectorAll('.passkind')].map((box) => box.dataset.passkindField).sort()"), ["identifier", "password"]);
    await get('form.hidden = true; form.append(document.createElement("p"))');
    await settle();
    await get('form.hidden = false; form.append(document.createElement("p"))');
    await settle();
    assert.deepEqual(await get(read), ["", "q7Rk w2Mx", null]);
    assert.equal(JSON.stringify(await get("events")).includes("q7Rk"), false);
  });

  test("silent: steps, which ask for one of the two", async () => {
    await open("/steps", {});
    await type("#name", "anna@gmail.com");
    assert.deepEqual((await get("events")).map((/** @type {object} */ event) => "missing" in event), [false]);
  });

  test("silent: with nothing but codes there is no pair", async () => {
    await open("/codeOnly", { hints: [KIND] });
    await type("#code", "123456");
    await type("#secret", "123456");
    assert.equal(await it.tab.locator(".passkind").count(), 0);
    assert.deepEqual((await get("calls")).map((/** @type {object} */ call) => [Reflect.get(call, "identifier"), Reflect.get(call, "password")]), [[undefined, ""]], "what the event rests on");
  });
});

describe("names that stand in the way", () => {
  test("fields named like the form's own methods", async () => {
    await open("/hostile", { hints: [TYPO, KIND] });
    // Playwright's own locators stumble over a field that is named `matches`: keys and plain scripts only.
    const keys = async (/** @type {string} */ id, /** @type {string} */ text) => {
      await get(`document.getElementById("${id}").focus()`);
      await it.tab.keyboard.type(text);
    };
    await keys("name", "anna@gmial.com");
    await keys("secret", "q7Rk w2Mx");
    await get('document.getElementById("go").focus()');
    // The form's own lang.
    await it.tab.waitForFunction("document.querySelector('[data-passkind-field=password] p')?.textContent.startsWith('Mot de passe')");
    assert.deepEqual(await state(), { regions: 2, named: true, after: true });
    await get("HTMLElement.prototype.setAttribute.call(theForm, 'data-passkind-refused', '1')");
    await settle();
    assert.equal(await get("calls.at(-1).refused"), 1);
    assert.deepEqual(await get("events.at(-1)"), { status: "ok", codes: ["domainTypo"] });
    await it.tab.keyboard.press("Enter");
    assert.deepEqual(await get("[submits, errors]"), [["go"], []]);
    await get("live.detach()");
    assert.equal(await get("document.querySelectorAll('.passkind').length"), 0);
  });
});
