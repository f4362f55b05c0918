/**
 * Nothing keeps a form alive: what a page removes is collected, with all that was typed there, though nobody has called `detach`. And what a
 * clone, a page cache or another copy of the package leaves in a page is told from what lives. Chromium, its collector called by name.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { KIND, TYPO } from "./attach-fixture.js";
import { launch } from "./chromium.js";
import { serve } from "./server.js";

/** @import {Browser, Page} from "playwright-core" */

const FIELDS = '<input class="name" autocomplete="username"><input class="secret" type="password" autocomplete="current-password"><button>Go</button>';
const PAGE = `<!doctype html><html lang="en"><title>fixture</title><main id="main"></main><input id="outside" autocomplete="username"><script type="module">
  import { attach } from "/attach.js";
  window.attach = attach;
  window.errors = []; addEventListener("error", ({ message }) => errors.push(message));
  const KIND = ${JSON.stringify(KIND)};
  const TYPO = ${JSON.stringify(TYPO)};
  window.guard = { assess: ({ identifier, password }) => ({ status: "ok", verdict: "silent", identifier: { form: "address", fits: "yes", suggestion: "anna@gmail.com" }, password: { shape: "ordinary", expects: [] }, hints: [...(identifier ? [TYPO] : []), ...(password ? [KIND] : [])] }) };
  window.turn = (ms = 30) => new Promise((resolve) => setTimeout(resolve, ms));
  /** Types into a form's fields, and leaves them. */
  window.use = async (root) => {
    for (const [field, text] of [[root.querySelector(".name") ?? outside, "anna@gmial.com"], [root.querySelector(".secret"), "q7Rk w2Mx"]]) {
      field.focus();
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
      field.blur();
    }
    await turn();
  };
  /** Collects until none is left, for as long as any timer of ours waits and longer; from a task of its own, so that no stack keeps one. */
  window.collect = async (refs) => {
    for (let i = 0; i < 100 && refs.some((ref) => ref.deref()); i++) {
      await gc({ type: "major", execution: "async" });
      await turn(60);
    }
  };
  window.FORM = ${JSON.stringify(`<form>${FIELDS}</form>`)};
  window.shown = (root = document) => [...root.querySelectorAll("[data-passkind-field] [role=status]")].map((status) => status.textContent.slice(0, 9));
  /** Those that describe a field and are not there. */
  window.dangling = (root = document) => [...root.querySelectorAll("[aria-describedby]")].flatMap((field) => field.getAttribute("aria-describedby").split(" ")).filter((id) => !document.getElementById(id));
  await Promise.all(["", "/other"].map((copy) => import(copy + "/providers/places/en.js"))); // loaded at the first focus; here nothing is waited for
  document.documentElement.dataset.ready = "";
</script></html>`;

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ let server;
before(async () => {
  /** A second copy, as two widgets of one page bring each its own. @type {Record<string, string>} */
  const copies = {};
  const files = ["attach.js", "describe.js", ...["form", "guard", "text", "locales/en", "providers/places"].flatMap((room) => readdirSync(new URL(`../../www/${room}`, import.meta.url)).map((name) => `${room}/${name}`))];
  for (const name of files) copies[`/other/${name}`] = await readFile(new URL(`../../www/${name}`, import.meta.url), "utf8");
  [browser, server] = await Promise.all([
    launch(["--js-flags=--expose-gc"]),
    serve({ "/": PAGE, "/next": "<!doctype html><title>next</title><p>next", ...copies }),
  ]);
});
after(async () => { await browser.close(); await server.close(); });

/** @param {(tab: Page) => Promise<void>} use */
async function open(use) {
  const tab = await browser.newPage();
  await tab.goto(`${server.origin}/`);
  await tab.locator("html[data-ready]").waitFor({ state: "attached" });
  await use(tab);
  assert.deepEqual(await tab.evaluate("errors"), []);
  await tab.close();
}

/** How each form is made, attached, and taken away; `root` is what is removed. @type {[how: string, script: string][]} */
const removals = [
  ["remove()", "form.remove()"],
  ["an ancestor's innerHTML", "main.innerHTML = ''"],
  ["replaceChildren of an ancestor", "main.replaceChildren()"],
  ["drawn anew, as a framework does: the new one attached, the old one not detached", "{ const anew = main.firstElementChild.cloneNode(true); for (const box of anew.querySelectorAll('.passkind')) box.remove(); main.replaceChildren(anew); attach(anew.querySelector('form') ?? anew, options()) }"],
];
/** @type {[what: string, html: string, target: string, options: string][]} */
const shapes = [
  ["a form", "FORM", "main.firstElementChild", "({ guard })"],
  ["a form with a signal of the page's", "FORM", "main.firstElementChild", "({ guard, signal: (window.control ??= new AbortController()).signal })"],
  ["a part of a form that stays", "'<div><form>' + FORM.slice(6, -7) + '</form></div>'", "main.firstElementChild", "({ guard })"],
  ["a form whose name field stands outside", "FORM.replace(/<input class=.name[^>]*>/, '')", "main.firstElementChild", "({ guard, identifier: outside })"],
];

describe("what is removed is collected without detach", () => {
  for (const [what, html, target, options] of shapes) {
    for (const [how, script] of removals) {
      test(`${what}: ${how}`, () => open(async (tab) => {
        const { alive, texts } = await tab.evaluate(`(async () => {
          const options = () => ${options};
          const refs = [];
          for (let i = 0; i < 20; i++) {
            await (async () => {
              main.innerHTML = ${html};
              const form = ${target};
              attach(form, options());
              await use(form);
              if (!shown().some(Boolean)) throw new Error("nothing was shown");
              refs.push(new WeakRef(form), new WeakRef(form.querySelector(".secret")));
              ${script};
            })();
            await turn(5);
          }
          await use(Object.assign(document.createElement("div"), { innerHTML: FORM }));
          main.replaceChildren();
          await collect(refs);
          const alive = refs.filter((ref) => ref.deref());
          return { alive: alive.length, texts: alive.map((ref) => ref.deref()?.value ?? "") };
        })()`);
        assert.deepEqual({ alive, texts }, { alive: 0, texts: [] });
      }));
    }
  }

  test("a part of a form that stays, removed from it; then what the form is sent by says nothing", () => open(async (tab) => {
    const alive = await tab.evaluate(`(async () => {
      main.innerHTML = "<form id=whole></form>";
      const refs = [];
      for (let i = 0; i < 10; i++) {
        await (async () => {
          const part = document.createElement("div");
          part.innerHTML = FORM.slice(6, -7);
          whole.append(part);
          attach(part, { guard });
          await use(part);
          refs.push(new WeakRef(part));
          part.remove();
        })();
        await turn(5);
      }
      whole.addEventListener("submit", (event) => event.preventDefault());
      await collect(refs);
      whole.requestSubmit();
      document.dispatchEvent(new PointerEvent("pointerdown"));
      return refs.filter((ref) => ref.deref()).length;
    })()`);
    assert.equal(alive, 0);
  }));

  test("while it stands there it is kept: a collection takes no hint away", () => open(async (tab) => {
    await tab.evaluate(`(async () => { main.innerHTML = FORM; attach(main.firstElementChild, { guard }); for (let i = 0; i < 4; i++) { gc(); await turn(40); } await use(main); })()`);
    assert.deepEqual(await tab.evaluate("shown()"), ["User name", "Password:"]);
  }));

  test("after detach a kept handle holds nothing; it may be used, and does nothing", () => open(async (tab) => {
    const alive = await tab.evaluate(`(async () => {
      window.handles = []; window.control = new AbortController();
      const refs = [];
      for (const end of ["detach", "abort", "again"]) {
        await (async () => {
          main.innerHTML = FORM;
          const form = main.firstElementChild;
          const options = { guard: { assess: guard.assess }, signal: control.signal };
          handles.push(attach(form, options));
          await use(form);
          refs.push(new WeakRef(form), new WeakRef(form.querySelector(".secret")), new WeakRef(options.guard));
          if (end === "abort") control.abort();
          else if (end === "again") attach(form, { guard }).detach();
          else handles.at(-1).detach();
          main.replaceChildren();
        })();
        if (end === "abort") control = new AbortController();
      }
      await use(Object.assign(document.createElement("div"), { innerHTML: FORM }));
      await turn(1200);
      await collect(refs);
      for (const handle of handles) { handle.refused(); handle.update({ locale: "fr" }); handle.detach(); }
      return refs.filter((ref) => ref.deref()).length;
    })()`);
    assert.equal(alive, 0);
  }));
});

describe("clones, caches, copies", () => {
  /** @type {[how: string, script: string][]} how the page brings back what stood there */
  const ways = [
    ["a clone", "{ const clone = main.firstElementChild.cloneNode(true); main.replaceChildren(clone) }"],
    ["a cache of its HTML, as htmx keeps it", "{ const html = main.innerHTML; main.innerHTML = ''; main.innerHTML = html }"],
    ["a cache that leaves out what is marked as temporary, as Turbo's does", "{ const clone = main.firstElementChild.cloneNode(true); for (const one of clone.querySelectorAll('[data-turbo-temporary]')) one.remove(); main.replaceChildren(clone) }"],
  ];
  for (const [how, script] of ways) {
    test(`${how}: attached, it has no dead hints, and lives`, () => open(async (tab) => {
      await tab.evaluate(`(async () => { main.innerHTML = FORM; attach(main.firstElementChild, { guard }); await use(main); ${script} })()`);
      await tab.evaluate("attach(main.firstElementChild, { guard })");
      assert.deepEqual(await tab.evaluate("[shown(), dangling(), main.querySelectorAll('.passkind').length]"), [["", ""], [], 2]);
      assert.equal(await tab.evaluate("main.querySelectorAll('[aria-describedby]').length"), 0);
      await tab.evaluate("use(main)");
      assert.deepEqual(await tab.evaluate("[shown(), dangling()]"), [["User name", "Password:"], []]);
      await tab.locator("[data-passkind-field=password] .passkind-dismiss").click();
      await tab.waitForFunction("shown()[1] === ''");
    }));
  }

  test("a clone beside the form that lives: each has its own, and neither is described by the other's", () => open(async (tab) => {
    await tab.evaluate(`(async () => { main.innerHTML = FORM; attach(main.firstElementChild, { guard }); await use(main); main.append(main.firstElementChild.cloneNode(true)); attach(main.lastElementChild, { guard }); })()`);
    assert.deepEqual(await tab.evaluate("[shown(main.firstElementChild), shown(main.lastElementChild)]"), [["User name", "Password:"], ["", ""]]);
    assert.equal(await tab.evaluate("main.lastElementChild.querySelectorAll('[aria-describedby]').length"), 0);
    await tab.evaluate("use(main.lastElementChild)");
    const own = "[...document.querySelectorAll('[aria-describedby]')].map((field) => field.form.contains(document.getElementById(field.getAttribute('aria-describedby'))))";
    assert.deepEqual(await tab.evaluate(own), [true, true, true, true]);
    assert.equal(await tab.evaluate("new Set([...document.querySelectorAll('[role=status]')].map(({ id }) => id)).size"), 4);
  }));

  test("a form whose inside is written anew from its own HTML, while attached", () => open(async (tab) => {
    await tab.evaluate(`(async () => { main.innerHTML = FORM; attach(main.firstElementChild, { guard }); await use(main); const form = main.firstElementChild; form.innerHTML = form.innerHTML; await turn(); })()`);
    assert.deepEqual(await tab.evaluate("[main.querySelectorAll('.passkind').length, dangling()]"), [2, []]);
    assert.equal(await tab.evaluate("new Set([...main.querySelectorAll('[role=status]')].map(({ id }) => id)).size"), 2);
  }));

  test("two copies of the package on one page: ids differ, and each leaves alone what the other has", () => open(async (tab) => {
    await tab.evaluate(`(async () => {
      window.other = (await import("/other/attach.js")).attach;
      if (other === attach) throw new Error("one copy");
      main.innerHTML = FORM + FORM;
      window.lives = [attach(main.firstElementChild, { guard }), other(main.lastElementChild, { guard })];
      await use(main.firstElementChild); await use(main.lastElementChild);
    })()`);
    assert.deepEqual(await tab.evaluate("shown()"), ["User name", "Password:", "User name", "Password:"]);
    const ids = "[...document.querySelectorAll('[role=status]')].map(({ id }) => id)";
    assert.equal(await tab.evaluate(`new Set(${ids}).size`), 4);
    await tab.evaluate("lives[1].detach(); lives[0].update({ locale: 'fr' })");
    await tab.waitForFunction("shown().length === 2 && dangling().length === 0");
    // Both on one form: none takes the other's box for a clone, nor do they move each other for ever.
    await tab.evaluate("window.moved = 0; new MutationObserver((list) => (moved += list.length)).observe(main, { childList: true, subtree: true }); lives[1] = other(main.firstElementChild, { guard }); turn(300)");
    await tab.evaluate("turn(300)");
    assert.ok(await tab.evaluate("moved") < 10);
    assert.equal(await tab.evaluate("main.firstElementChild.querySelectorAll('.passkind').length"), 4);
    assert.deepEqual(await tab.evaluate("dangling()"), []);
  }));

  test("a page that comes back out of the browser's own cache: what stands there is alive", async () => {
    const cached = await launch([], ["--disable-back-forward-cache"]);
    try {
      const tab = await cached.newPage();
      await tab.goto(`${server.origin}/`);
      await tab.locator("html[data-ready]").waitFor({ state: "attached" });
      await tab.evaluate(`(async () => { addEventListener("pageshow", ({ persisted }) => (window.persisted = persisted)); main.innerHTML = FORM; attach(main.firstElementChild, { guard }); await use(main); document.dispatchEvent(new PointerEvent("pointerdown")); })()`);
      await tab.goto(`${server.origin}/next`);
      await tab.goBack({ waitUntil: "commit" });
      await tab.waitForFunction("window.persisted === true");
      assert.deepEqual(await tab.evaluate("[shown(), dangling()]"), [["User name", "Password:"], []]);
      await tab.evaluate("main.querySelector('[data-passkind-field=password] .passkind-dismiss').click(); turn()");
      assert.deepEqual(await tab.evaluate("shown()"), ["User name", ""], "though the pointer was let go on the other page");
    } finally {
      await cached.close();
    }
  });
});
