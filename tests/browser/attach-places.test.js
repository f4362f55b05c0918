/** Where the hints of `attach` stand: rows, grids, labels, cells, dialogs, fields outside of their form. A whole program's form belongs in tests/world/. Real Chromium. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FIELDS, fixture, form, KIND, page, RECOVERY, TYPO } from "./attach-fixture.js";

const PLAIN_FIELDS = '<input id="name" type="email"><input id="secret" type="password"><button id="go">Go</button>';

const it = fixture({
  "/plain": form(FIELDS),
  "/outside": page('<input id="name" form="form" autocomplete="username"><input id="secret" form="form" type="password"><form id="form"><button id="go">Go</button></form>'),
  "/div": page('<form id="outer"><div id="form"><input id="name" type="email"><input id="secret" type="password"><button id="go">Go</button></div></form>'),
  "/noForm": page('<div id="form"><input id="name" type="email"><input id="secret" type="password"><button id="go" type="button">Go</button></div>'),
  "/dialog": page('<dialog id="box"><form id="form"><input id="name" type="email"><input id="secret" type="password"><button id="go">Go</button></form></dialog>'),
  "/row": form('<label for="name">Name</label><input id="name" type="email"><div id="row" style="display:flex"><input id="secret" type="password"><button id="show" type="button">Show</button></div><button id="go">Go</button>'),
  "/column": form('<div style="display:flex;flex-direction:column"><input id="name" type="email"><input id="secret" type="password"><button id="go">Go</button></div>'),
  "/oneRow": form('<div style="display:flex"><input id="name" type="email"><input id="secret" type="password"><button id="go">Go</button></div>'),
  "/oneLabel": form('<label>Name and password <input id="name" type="email"><input id="secret" type="password"></label><button id="go">Go</button>'),
  "/divAndForm": page(`<div id="outer"><form id="form">${FIELDS}</form></div>`),
  "/grid": form(PLAIN_FIELDS, 'style="display:grid;gap:24px"'),
  "/flexColumn": form(PLAIN_FIELDS, 'style="display:flex;flex-direction:column;gap:24px"'),
  "/block": form(PLAIN_FIELDS),
  "/labelAfter": form('<input id="name" type="email"><label for="name">Name</label><input id="secret" type="password"><label for="secret">Password</label><button id="go">Go</button>'),
  "/otherLabelAfter": form('<input id="name" type="email"><label for="secret">Password</label><input id="secret" type="password"><label><input type="checkbox">Stay signed in</label><button id="go">Go</button>'),
  "/table": form('<table><tr><td>Name</td><td><input id="name" type="email"></td></tr><tr><td>Password</td><td><input id="secret" type="password"></td></tr></table><button id="go">Go</button>'),
});
const { open, settle, state, get, type } = it;

describe("places", () => {
  for (const [path, reason] of [["/outside", 'fields elsewhere that name the form (`form="form"`)'], ["/div", "an element inside a form"], ["/dialog", "a dialog"]]) {
    test(`${reason}: leaving, and submitting with Enter`, async () => {
      await open(/** @type {string} */ (path), { hints: [KIND] });
      if (path === "/dialog") await get("box.showModal()");
      if (path === "/div") await get("outer.addEventListener('submit', (event) => { event.preventDefault(); submits.push('go'); })");
      await type("#secret", "q7Rk w2Mx");
      assert.deepEqual(await state(), { regions: 2, named: true, after: true });
      await get("calls.length = 0; answer = () => ({})");
      await it.tab.focus("#secret");
      await it.tab.keyboard.type("!");
      await it.tab.keyboard.press("Enter");
      await settle();
      assert.deepEqual(await get("[calls.length, submits, errors]"), [1, ["go"], []]);
    });
  }

  test("no form at all: the page tells of the refusal", async () => {
    await open("/noForm", { hints: [RECOVERY] });
    await type("#secret", "q7Rk w2Mx");
    await get("live.refused()");
    await settle();
    assert.equal(await get("calls.at(-1).refused"), 1);
  });

  test("in a row with a button the texts stand below the row, and the row keeps its height", async () => {
    await open("/row", { hints: [KIND] });
    const before = await it.tab.locator("#row").boundingBox();
    await type("#secret", "q7Rk w2Mx");
    assert.deepEqual(await it.tab.locator("#row").boundingBox(), before);
    assert.equal(await get('document.querySelector("#row").nextElementSibling.dataset.passkindField'), "password");
  });

  /** @type {[string, string, number][]} page, reason, regions */
  const shared = [["/oneRow", "both fields in one row", 2], ["/oneLabel", "both in one label", 2], ["/divAndForm", "a div and the form inside it", 4], ["/plain", "each on its own", 2]];
  for (const [path, reason, regions] of shared) {
    test(`${reason}: every text has its place, and nothing moves of itself`, async () => {
      await open(path, { hints: [TYPO, KIND] });
      if (path === "/divAndForm") await get("start({ guard }, outer)");
      await type("#name", "anna@gmial.com");
      await type("#secret", "q7Rk w2Mx");
      await get("window.moved = 0; new MutationObserver((list) => (moved += list.length)).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })");
      await it.tab.waitForTimeout(300);
      assert.deepEqual([await get("moved"), await it.tab.locator(".passkind").count(), await get("errors")], [0, regions, []]);
      const order = await get("[...form.querySelectorAll('.passkind')].slice(0, 2).map((box) => box.dataset.passkindField)");
      if (regions === 2) assert.deepEqual(order, ["identifier", "password"]);
    });
  }

  for (const path of ["/grid", "/flexColumn", "/block"]) {
    test(`${path.slice(1)}: with nothing to say the page stands as before; hidden again, too`, async () => {
      await open(path, { hints: [KIND] });
      const place = () => it.tab.locator("#go").boundingBox();
      await get("live.detach()");
      const before = await place();
      await get("start()");
      assert.deepEqual(await place(), before, "attached");
      await type("#secret", "q7Rk w2Mx");
      assert.ok(/** @type {{ y: number }} */ (await place()).y > /** @type {{ y: number }} */ (before).y, "a text takes its place");
      await it.tab.click(".passkind-dismiss");
      await settle();
      assert.deepEqual(await place(), before, "hidden");
    });
  }

  test("a label right after its field stays there: style sheets say `input + label`", async () => {
    await open("/labelAfter", { hints: [KIND] });
    await type("#secret", "q7Rk w2Mx");
    assert.deepEqual(await get("['name', 'secret'].map((id) => [`#${id} + label[for=${id}]`, `#${id} + label + .passkind`].map((rule) => !!form.querySelector(rule)))"), [[true, true], [true, true]]);
    await open("/otherLabelAfter");
    assert.deepEqual(await get("['name', 'secret'].map((id) => !!form.querySelector(`#${id} + .passkind`))"), [true, true], "another field's label is none");
  });

  for (const path of ["/column", "/table"]) {
    test(`in a ${path.slice(1)} they stand right after the field`, async () => {
      await open(path, { hints: [KIND] });
      await type("#secret", "q7Rk w2Mx");
      assert.deepEqual(await state(), { regions: 2, named: true, after: true });
    });
  }
});
