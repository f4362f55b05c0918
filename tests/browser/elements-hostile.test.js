/**
 * `<passkind-hints>`, the meter and `<passkind-guide>` on pages that remove, copy, keep and style them, beside another copy of the package, and
 * under the emergency brake.
 */
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { launch } from "./chromium.js";
import { serve } from "./server.js";

/** @import {Browser, Page} from "playwright-core" */

const FIELDS = `<label>Name <input id="name" autocomplete="username"></label><label>Password <input id="secret" type="password" autocomplete="current-password"></label>`;
const HINTS = `<passkind-hints service="account" provider="infomaniak">`;
const FRESH = `<label for="new">New password</label><input id="new" type="password" autocomplete="new-password">`;
const GUIDE = `<passkind-guide provider="infomaniak" service="mailbox"><p id="fallback">See the help pages.</p></passkind-guide>`;
/** @param {string} body @param {string} [head] */
const page = (body, head = "") => `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>hostile</title>${head}
  <script>
    // Closed roots are closed: the test keeps what it needs of them.
    window.roots = new Map();
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) { const root = attachShadow.call(this, init); if (window.keepsRoots) roots.set(this, root); return root; };
    window.errors = []; window.submits = 0;
    addEventListener("error", ({ message }) => errors.push(message));
    addEventListener("unhandledrejection", ({ reason }) => errors.push(String(reason)));
    addEventListener("submit", (event) => { event.preventDefault(); submits++; });
  </script></head><body><main><h1>Page</h1><div id="place">${body}</div></main><script type="module">
    import "/define.js"; import "/define-guide.js";
    import { attachMeter } from "/meter.js"; import { rate } from "/strength.js";
    Object.assign(window, { attachMeter, rate, ready: true });
  </script></body></html>`;
const OFF = `<meta name="passkind" content="off">`;
const PAGES = {
  "/": page(""),
  "/hints": page(`<form id="form">${HINTS}${FIELDS}</passkind-hints><button>Go</button></form>`),
  "/around": page(`${HINTS}<form id="form">${FIELDS}<button>Go</button></form></passkind-hints>`),
  "/refused": page(`<form id="form">${HINTS.replace(">", ' refusals="1">')}${FIELDS}</passkind-hints></form>`),
  "/guide": page(GUIDE),
  "/off": page(`<form id="form">${HINTS}${FIELDS}</passkind-hints>${FRESH}${GUIDE}<button id="go">Go</button></form>`, OFF),
};

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ let server;
/** The same files at another address: to the browser, another copy of the package. @type {Awaited<ReturnType<typeof serve>>} */ let other;
/** @type {Page} */ let tab;
before(async () => { [browser, server, other] = await Promise.all([launch(["--js-flags=--expose-gc"]), serve(PAGES), serve({}, { "access-control-allow-origin": "*" })]); });
after(async () => { await Promise.all([browser.close(), server.close(), other.close()]); });
beforeEach(async () => { tab = await browser.newPage({ viewport: { width: 600, height: 900 } }); tab.setDefaultTimeout(15_000); });
afterEach(() => tab.close());
/** @param {keyof typeof PAGES} path */
async function open(path) {
  await tab.goto(server.origin + path);
  await tab.waitForFunction("window.ready");
}
/** @param {string} code @returns {Promise<any>} */
const get = (code) => tab.evaluate(`(async () => { ${code} })()`);

describe("nothing keeps a form alive", () => {
  /** Each uses the part as a person does, in `box`, and says when it is done. @type {[string, string, string][]} */
  const parts = [
    ["a meter", `<form>${FRESH}</form>`, `attachMeter(box.querySelector("#new")); await use("#new"); await shown(".passkind-level");`],
    ["a meter that knows fields elsewhere", `<form>${FRESH}</form>`, `attachMeter(box.querySelector("#new"), { identifier: elsewhere, others: [elsewhere] }); await use("#new"); await shown(".passkind-level");`],
    ["a meter whose handle is kept", `<form>${FRESH}</form>`, `kept.push(attachMeter(box.querySelector("#new"))); await use("#new"); await shown(".passkind-level");`],
    ["<passkind-hints> around a form", `${HINTS}<form>${FIELDS}</form></passkind-hints>`, `await use("#name"); await use("#secret"); await shown(".passkind-hint");`],
    ["<passkind-hints> in a form", `<form>${HINTS}${FIELDS}</passkind-hints></form>`, `await use("#name"); await use("#secret"); await shown(".passkind-hint");`],
    ["a guide", `<form>${FRESH}${GUIDE}</form>`, `await shown(".passkind-guide summary"); box.querySelector(".passkind-show").click();`],
  ];
  /** @type {[string, string][]} */
  const removals = [
    ["remove()", "box.firstElementChild.remove()"],
    ["innerHTML", `box.innerHTML = "<p>done</p>"`],
    ["replaceChildren() of what is around, in focus", `box.querySelector("input")?.focus(); place.replaceChildren()`],
  ];
  for (const [part, html, use] of parts) {
    for (const [way, remove] of removals) {
      test(`${part}, removed by ${way}`, async () => {
        await open("/");
        await get(`
          window.elsewhere = document.createElement("input");
          document.querySelector("main").append(elsewhere);
          window.kept = [];
          window.refs = [];
          await (async () => {
            for (let i = 0; i < 3; i++) {
              const box = document.createElement("div");
              place.append(box);
              box.innerHTML = ${JSON.stringify(html)};
              const shown = async (what) => { for (let i = 0; i < 200 && !box.querySelector(what)?.textContent; i++) await new Promise((turn) => setTimeout(turn, 25)); if (!box.querySelector(what)) throw new Error("nothing is shown"); };
              const use = async (what) => {
                const field = box.querySelector(what);
                field.focus();
                field.value = what === "#name" ? "anna@example.com" : "q7Rk w2Mx t9Bd z4Hn";
                field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
                field.blur();
              };
              ${use}
              for (const one of box.querySelectorAll("form, input, passkind-hints, passkind-guide")) refs.push(new WeakRef(one));
              ${remove};
              place.replaceChildren();
            }
          })();`);
        assert.ok((await get("return refs.length;")) >= 6);
        await tab.mouse.move(5, 5); // what the browser itself remembers of the last element
        await tab.focus("h1 >> xpath=..", { timeout: 100 }).catch(() => {});
        let alive = 1;
        // Longer than any timer of ours.
        for (let tries = 0; tries < 40 && alive; tries++) {
          await tab.waitForTimeout(100);
          alive = await get(`await gc({ execution: "async", type: "major" }); return refs.filter((ref) => ref.deref()).length;`);
        }
        assert.equal(alive, 0);
        assert.deepEqual(await get("return errors;"), []);
      });
    }
  }

  test("a field that is taken out of its form, which stays, is let go", async () => {
    await open("/");
    await get(`place.innerHTML = '<form>${FRESH}</form>'; let field = place.querySelector("#new"); attachMeter(field); field.focus(); field.value = "q7Rk"; field.blur();
      await new Promise((done) => setTimeout(done, 600)); window.ref = new WeakRef(field); field.remove(); field = undefined;
      document.querySelector(".passkind-strength").remove();`);
    let alive = true;
    for (let tries = 0; tries < 40 && alive; tries++) {
      await tab.waitForTimeout(100);
      alive = await get(`await gc({ execution: "async", type: "major" }); return !!ref.deref();`);
    }
    assert.equal(alive, false);
  });

  test("after detach a kept handle of a meter holds nothing", async () => {
    await open("/");
    await get(`place.innerHTML = '<form>${FRESH}</form>'; window.kept = attachMeter(place.querySelector("#new")); place.querySelector("#new").focus();
      await new Promise((done) => setTimeout(done, 300)); kept.detach(); kept.detach();
      window.refs = [...place.querySelectorAll("form, input")].map((one) => new WeakRef(one)); place.replaceChildren();`);
    let alive = 1;
    for (let tries = 0; tries < 40 && alive; tries++) {
      await tab.waitForTimeout(100);
      alive = await get(`await gc({ execution: "async", type: "major" }); return refs.filter((ref) => ref.deref()).length;`);
    }
    assert.equal(alive, 0);
    await get("kept.detach();");
    assert.deepEqual(await get("return errors;"), []);
  });
});

describe("two copies of the package on one page", () => {
  test("each meter describes its own field", async () => {
    await open("/");
    const ids = await get(`
      place.innerHTML = '<input id="a" aria-label="a" type="password" autocomplete="new-password"><input id="b" aria-label="b" type="password" autocomplete="new-password">';
      const second = await import("${other.origin}/meter.js");
      if (second.attachMeter === attachMeter) throw new Error("one copy only");
      attachMeter(place.querySelector("#a"), { worker: false });
      second.attachMeter(place.querySelector("#b"), { worker: false });
      for (const [id, text] of [["a", "kurz"], ["b", "dragon"]]) { const field = place.querySelector("#" + id); field.focus(); field.value = text; field.blur(); }
      for (let i = 0; i < 200 && place.querySelectorAll("input[aria-describedby]").length < 2; i++) await new Promise((turn) => setTimeout(turn, 25));
      return [...place.querySelectorAll("input")].map((field) => {
        const told = document.getElementById(field.getAttribute("aria-describedby"));
        return [field.id, told.closest(".passkind-strength").previousElementSibling.id];
      });`);
    assert.deepEqual(ids, [["a", "a"], ["b", "b"]]);
  });

  test("each guide has its own answers", async () => {
    await open("/guide");
    await tab.locator(".passkind-guide input").first().waitFor();
    const seen = await get(`
      const { PasskindGuide } = await import("${other.origin}/guide-element.js");
      customElements.define("another-guide", class extends PasskindGuide {});
      place.insertAdjacentHTML("beforeend", '<another-guide provider="infomaniak" service="ftp"></another-guide>');
      const second = place.querySelector("another-guide");
      for (let i = 0; i < 400 && !second.querySelector(".passkind-show"); i++) await new Promise((turn) => setTimeout(turn, 25));
      const chosen = (guide) => [...guide.querySelectorAll(":checked")].map(({ value }) => value);
      return [chosen(place.querySelector("passkind-guide")), chosen(second)];`);
    assert.deepEqual(seen, [["mailbox", "unsure"], ["ftp", "unsure"]]);
  });

  test("the elements of the first stay", async () => {
    await open("/hints");
    assert.equal(await get(`const first = customElements.get("passkind-hints"); await import("${other.origin}/define.js"); return first === customElements.get("passkind-hints") && errors.length === 0;`), true);
  });
});

describe("clones, markup written again, page caches", () => {
  test("a clone of a guide takes nothing from it, and comes up clean", async () => {
    await open("/guide");
    await tab.locator(".passkind-show").waitFor();
    await tab.getByRole("radio").nth(2).check();
    await tab.click(".passkind-show");
    const chosen = `[...document.querySelector("passkind-guide").querySelectorAll(":checked")].map(({ value }) => value)`;
    const before = await tab.evaluate(chosen);
    assert.equal(before.length, 2);
    await get(`window.copy = document.querySelector("passkind-guide").cloneNode(true); copy.style.cssText = "display: block; margin-top: 5000px"; place.append(copy);`);
    assert.deepEqual(await tab.evaluate(chosen), before, "no radio button of the clone's is of its groups");
    assert.equal(await get(`return copy.querySelectorAll(".passkind-guide").length;`), 0, "out of sight it shows what stands inside");
    assert.equal(await get(`return copy.querySelector("p").assignedSlot !== null || !copy.shadowRoot;`), true);
    await get(`copy.style.marginTop = ""; copy.scrollIntoView();`);
    await tab.waitForFunction(`copy.querySelectorAll(".passkind-guide .passkind-show").length === 1`);
    assert.deepEqual(await tab.evaluate(chosen), before);
    assert.deepEqual(await get(`return [...copy.querySelectorAll(":checked")].map(({ value }) => value);`), ["mailbox", "unsure"]);
    assert.equal(new Set(await get(`return [...document.querySelectorAll("input")].map(({ name }) => name);`)).size, 4);
  });

  test("a guide whose markup is written again shows one guide, not two", async () => {
    await open("/guide");
    await tab.locator(".passkind-show").waitFor();
    const left = await get(`const html = place.innerHTML; place.innerHTML = ""; place.innerHTML = html; return [html.includes("passkind-show"), place.querySelectorAll(".passkind-guide").length];`);
    assert.deepEqual(left, [true, 0], "what is left of the former goes at once");
    await tab.locator(".passkind-show").waitFor();
    assert.equal(await tab.locator(".passkind-guide").count(), 1);
    assert.equal(await tab.locator("#fallback").isVisible(), false);
  });

  test("a page cache that removes temporary elements keeps none of ours", async () => {
    await open("/guide");
    await tab.locator(".passkind-show").waitFor();
    await get(`place.insertAdjacentHTML("beforeend", '${FRESH}'); attachMeter(document.getElementById("new"));`);
    // As Turbo does with the page it leaves.
    const left = await get(`const copy = document.body.cloneNode(true); for (const one of copy.querySelectorAll("[data-turbo-temporary]")) one.remove(); return copy.querySelectorAll("[class*=passkind]").length;`);
    assert.equal(left, 0);
  });

  test("a cloned form with a meter: the clone's meter is its own, and what it had copied is gone", async () => {
    await open("/");
    for (const slot of ["", `<div data-passkind-for="strength"></div>`]) {
      const seen = await get(`
        place.innerHTML = ${JSON.stringify(`<form>${FRESH}<p id="rules">Rules</p>${slot}</form>`)};
        const type = async (field, text) => { field.focus(); field.value = text; field.dispatchEvent(new InputEvent("input")); field.blur(); await new Promise((done) => setTimeout(done, 700)); };
        const field = place.querySelector("#new");
        field.setAttribute("aria-describedby", "rules");
        attachMeter(field, { worker: false });
        await type(field, "dragon");
        const form = field.form, copy = form.cloneNode(true);
        place.append(copy);
        attachMeter(copy.querySelector("#new"), { worker: false });
        const atOnce = [copy.querySelectorAll(".passkind-strength").length, copy.querySelector(".passkind-level").textContent, copy.querySelector("#new").getAttribute("aria-describedby")];
        await type(copy.querySelector("#new"), "vier Igel tanzen im Nebel");
        return [...atOnce, form.querySelectorAll(".passkind-strength").length, form.querySelector(".passkind-level").textContent, copy.querySelector(".passkind-level").textContent,
          new Set([...document.querySelectorAll(".passkind-advice")].map(({ id }) => id)).size];`);
      assert.deepEqual(seen.slice(0, 3), [1, "", "rules"], "clean");
      assert.deepEqual([seen[3], /weak/.test(seen[4]), /strong/.test(seen[5]), seen[6]], [1, true, true, 2]);
    }
  });

  test("a second meter at a field takes the first one's place", async () => {
    await open("/");
    await get(`place.innerHTML = '<form>${FRESH}</form>'; for (let i = 0; i < 3; i++) window.meter = attachMeter(document.getElementById("new"));`);
    assert.equal(await tab.locator(".passkind-strength").count(), 1);
    await get("meter.detach();");
    assert.equal(await tab.locator("[class*=passkind]").count(), 0);
  });

  test("a cloned form around <passkind-hints> has its own count of refusals", async () => {
    await open("/refused");
    await tab.locator(".passkind-hint").first().waitFor();
    const told = await get(`
      const copy = form.cloneNode(true);
      copy.removeAttribute("id");
      for (const one of copy.querySelectorAll("[id]")) one.removeAttribute("id");
      place.append(copy);
      await new Promise((done) => setTimeout(done, 300));
      const element = copy.querySelector("passkind-hints");
      element.refusals = 0;
      await new Promise((done) => setTimeout(done, 300));
      const taken = copy.getAttribute("data-passkind-refused");
      element.remove();
      document.querySelector("passkind-hints").remove();
      await new Promise((done) => setTimeout(done, 100));
      return [taken, ...[copy, form].map((one) => one.getAttributeNames().filter((name) => name !== "id").join())];`);
    assert.deepEqual(told, [null, "", ""]);
  });

  test("<passkind-hints> whose markup is written again gives hints once", async () => {
    await open("/hints");
    await get(`const html = place.innerHTML; place.innerHTML = ""; place.innerHTML = html;`);
    await tab.fill("#name", "anna.muster@example.com");
    await tab.fill("#secret", "q7Rk w2Mx t9Bd z4Hn");
    await tab.locator("#name").focus();
    await tab.locator(".passkind-hint").first().waitFor();
    assert.equal(await tab.locator(".passkind-hint", { hasText: "device" }).count(), 1);
  });
});

describe("a style sheet of somebody else's", () => {
  /** By score; the first two break a rule, too. @type {[number, string][]} */
  const passwords = [[0, "abc"], [0, "dragon"], [1, "sommer2024"], [2, "tigerlily9"], [3, "blue chair"], [4, "vier Igel tanzen im Nebel"]];
  const RULES = `{ policy: { minLength: 4 }, worker: false, onRating: (rating) => (window.last = rating) }`;
  /** @param {string} text */
  async function type(text) {
    await get("window.last = undefined;");
    await tab.fill("#new", text);
    await tab.locator("#new").blur();
    await tab.waitForFunction("window.last");
  }

  test("no attribute differs by the score, nor by whether the rules are met", async () => {
    await open("/");
    await get(`place.innerHTML = '${FRESH}'; attachMeter(document.getElementById("new"), ${RULES});`);
    await tab.click("#new");
    /** @type {Map<string, string[]>} */
    const scores = new Map();
    for (const [score, text] of passwords) {
      await type(text);
      assert.equal(await get("return last.score;"), score, text);
      const attributes = await get(`return [...document.querySelector(".passkind-strength").querySelectorAll("*:not(li)"), document.querySelector(".passkind-strength"), document.getElementById("new")]
        .map((one) => one.localName + [...one.attributes].map(({ name, value }) => name + "=" + (name === "aria-describedby" ? "" : value)).sort().filter((text) => !/^aria-describedby/.test(text)).join(";")).join("\\n");`);
      scores.set(attributes, [...(scores.get(attributes) ?? []), `${await get("return last.score;")}${await get("return last.meetsPolicy;")}`]);
    }
    assert.equal(scores.size, 1, [...scores.keys()].join("\n\n"));
    const seen = new Set([...scores.values()].flat());
    assert.ok(seen.has("0false") && seen.has("4true"), `${[...seen]}`);
    assert.equal(await get(`return document.querySelector(".passkind-meter").shadowRoot;`), null, "closed");
  });

  test("the bar is drawn all the same, and a page chooses its colours, but no pictures", async () => {
    await open("/");
    const asked = server.requests.length;
    await get(`window.keepsRoots = true; place.innerHTML = '<style>main { --passkind-meter-strong: rgb(1, 2, 3); --passkind-meter-fair: url("/leak?fair"); --passkind-meter-weak: url("/leak?weak") }</style>${FRESH}'; attachMeter(document.getElementById("new"), ${RULES});`);
    await tab.click("#new");
    const widths = [];
    for (const [, text] of passwords) {
      await type(text);
      await tab.waitForTimeout(100);
      const [width, whole, colour, score] = await get(`const host = document.querySelector(".passkind-meter"); const bar = roots.get(host).querySelector("div");
        return [bar.getBoundingClientRect().width, host.getBoundingClientRect().width, getComputedStyle(bar).backgroundColor, last.score];`);
      widths.push(width);
      assert.ok(Math.abs(width - Math.max(score / 4, 0.04) * whole) < 1, `${text}: ${width} of ${whole}`);
      if (score === 4) assert.equal(colour, "rgb(1, 2, 3)");
    }
    assert.equal(new Set(widths.map(Math.round)).size, 5, "a width for each score");
    await tab.waitForTimeout(200);
    assert.deepEqual(server.requests.slice(asked).filter((path) => path.includes("leak")), []);
    assert.deepEqual(await get("return errors;"), []);
  });

  test("everyone can use it: axe finds nothing, and the text says what the bar shows", async () => {
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      await open("/");
      await tab.emulateMedia({ colorScheme });
      await get(`place.innerHTML = '<style>:root { color-scheme: light dark }</style>${FRESH}'; attachMeter(document.getElementById("new"), ${RULES});`);
      await tab.click("#new");
      for (const text of ["dragon", "vier Igel tanzen im Nebel"]) {
        await type(text);
        assert.match(await tab.getByRole("status").innerText(), /^Strength: /);
        const { violations } = await new AxeBuilder({ page: tab }).setLegacyMode().analyze();
        assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
      }
    }
  });

  test("a strict policy lets the bar be", async () => {
    await tab.route("**/strict", async (route) => route.fulfill({ contentType: "text/html", headers: { "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'nonce-n'; connect-src 'self'; worker-src 'self'; style-src 'self'" }, body: `<!doctype html><html lang="en"><title>strict</title><body>${FRESH}<script type="module" nonce="n">
      window.roots = new Map(); window.broken = [];
      addEventListener("securitypolicyviolation", ({ violatedDirective }) => broken.push(violatedDirective));
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function (init) { const root = attachShadow.call(this, init); roots.set(this, root); return root; };
      const { attachMeter } = await import("/meter.js"); attachMeter(document.getElementById("new"), { worker: false }); window.ready = true;
    </script>` }));
    await tab.goto(`${server.origin}/strict`);
    await tab.locator(".passkind-strength").waitFor({ state: "attached" });
    await tab.click("#new");
    await tab.keyboard.type("vier Igel tanzen im Nebel");
    await tab.locator(".passkind-level", { hasText: "strong" }).waitFor();
    assert.deepEqual(await tab.evaluate(() => {
      const host = /** @type {HTMLElement} */ (document.querySelector(".passkind-meter"));
      const bar = /** @type {any} */ (window).roots.get(host).querySelector("div");
      return [bar.getBoundingClientRect().width === host.getBoundingClientRect().width, getComputedStyle(bar).position, /** @type {any} */ (window).broken];
    }), [true, "absolute", []]);
  });
});

describe("the emergency brake", () => {
  test("nothing is asked for, nothing is rendered, the guide shows what stands inside, and the form works", async () => {
    const from = server.requests.length;
    await open("/off");
    await get(`window.meter = attachMeter(document.getElementById("new"), { breach: () => { throw new Error("asked"); } });`);
    for (const [field, text] of [["#name", "anna.muster@example.com"], ["#secret", "q7Rk w2Mx t9Bd z4Hn"], ["#new", "Regen1"]]) {
      await tab.click(field ?? "");
      await tab.keyboard.type(text ?? "");
      await tab.keyboard.press("Tab");
    }
    const rating = await get(`document.querySelector("passkind-hints").refusals = 2; document.querySelector("passkind-hints").refused(); document.querySelector("passkind-guide").service = "ftp"; return rate("Regen1");`);
    assert.deepEqual([rating.status, rating.score, rating.hints.map((/** @type {any} */ { code }) => code)], ["unavailable", undefined, ["tooShort"]]);
    await tab.waitForTimeout(1_300);
    assert.equal(await tab.locator("#place [class*=passkind]").count(), 0);
    assert.ok(await tab.locator("#fallback").isVisible());
    await get("meter.detach();");
    await tab.click("#go");
    assert.deepEqual(await get("return [submits, errors];"), [1, []]);
    assert.deepEqual(server.requests.slice(from).filter((path) => /wasm|pkg|words|worker|locales\/(?!en|strength\/en|guide\/en)/.test(path)), []);
  });

  test("pulled while the page runs it stops what comes after", async () => {
    await open("/guide");
    await tab.locator(".passkind-show").waitFor();
    await get(`document.head.insertAdjacentHTML("beforeend", '${OFF}'); document.querySelector("passkind-guide").locale = "fr";`);
    await tab.locator("#fallback").waitFor();
    assert.equal(await tab.locator(".passkind-guide").count(), 0);
    assert.equal((await get(`return rate("abc");`)).status, "unavailable");
  });
});
