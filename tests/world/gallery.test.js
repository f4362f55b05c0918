/**
 * Forms with the structure of real ones (`forms/seen/`: those of the report that this began with; `forms/unseen/`: written without sight of the
 * code that looks for the fields): which fields are found, and what a hint does to the page around it.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { launch } from "../browser/chromium.js";
import { serve } from "../browser/server.js";

/** @import {Browser} from "playwright-core" */

const FORMS = new URL("forms/", import.meta.url);
const forms = ["seen", "unseen"].flatMap((folder) => readdirSync(new URL(`${folder}/`, FORMS)).map((name) => ({ name: `${folder}/${name.replace(".html", "")}`, html: readFileSync(new URL(`${folder}/${name}`, FORMS), "utf8") })));
/** As many as the gallery has at least. */
const FEWEST = 60;
/** A card of fixed height, which no text can make longer: the page says where hints belong (`data-passkind-for`). */
const FIXED = ["seen/aapanel", "seen/home-assistant", "seen/iredadmin"];
const WANTED = ["identifier", "password", "server"];

/** A page's own line, and what a test wants to know. */
const SCRIPT = `
  import { attach } from "/attach.js";
  const form = document.getElementById("form");
  window.errors = [];
  addEventListener("error", ({ message }) => errors.push(message));
  window.live = attach(form, { service: "mailbox" });
  const boxes = (root, found = []) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.matches(".passkind")) found.push(element);
      if (element.shadowRoot) boxes(element.shadowRoot, found);
    }
    return found;
  };
  window.fieldsFound = () => Object.fromEntries(boxes(document).map((box) => [box.dataset.passkindField, box[Symbol.for("passkind.field")]?.dataset.want ?? "another: " + (box[Symbol.for("passkind.field")]?.id || box[Symbol.for("passkind.field")]?.name)]));
  const wanted = (root, found = []) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.dataset?.want) found.push(element.dataset.want);
      if (element.shadowRoot) wanted(element.shadowRoot, found);
    }
    return found;
  };
  window.fieldsWanted = () => Object.fromEntries(wanted(document).map((name) => [name, name]));
  // What stands in the way, or could be moved: controls, links and labels that can be seen.
  const controls = (root, found = []) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.matches("input, select, textarea, button, a[href], label") && !element.closest(".passkind") && element.getClientRects().length) found.push(element);
      if (element.shadowRoot) controls(element.shadowRoot, found);
    }
    return found;
  };
  const rectOf = (element) => { const { left, top, right, bottom, width, height } = element.getBoundingClientRect(); return { left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY, width, height }; };
  const nameOf = (element) => element.localName + (element.id ? "#" + element.id : element.name ? "[" + element.name + "]" : "");
  const HINT = (code, field, text) => ({ code, field, severity: "warning", topic: "kind", private: true, params: { verdict: "probably", links: [{ rel: "create", href: "https://example.com/" }] } });
  const hints = [HINT("mailboxPasswordExpected", "password"), HINT("addressExpected", "identifier")];
  window.layout = async () => {
    const before = controls(document).map((element) => [element, rectOf(element)]);
    const [wide, sideways] = [document.documentElement.clientWidth, document.documentElement.scrollWidth];
    live.update({ service: undefined, guard: { assess: () => ({ status: "ok", verdict: "probably", identifier: { form: "address", fits: "yes" }, password: { shape: "ordinary", expects: [] }, hints }) } });
    live.refused();
    for (let turns = 0; turns < 60 && !boxes(document).some((box) => box.innerText.trim()); turns++) await new Promise((turn) => setTimeout(turn, 50));
    await new Promise((turn) => setTimeout(turn, 100));
    const faults = [];
    for (const [element, was] of before) {
      const is = rectOf(element);
      if (!is.width && was.width) faults.push(nameOf(element) + " is gone");
      if (!is.width) continue;
      if (Math.abs(is.left - was.left) > 1.5) faults.push(nameOf(element) + " moved sideways by " + Math.round(is.left - was.left));
      if (Math.abs(is.width - was.width) > 1.5) faults.push(nameOf(element) + " is " + Math.round(is.width - was.width) + " wider");
      if (element.matches("input, button") && Math.abs(is.height - was.height) > 1.5) faults.push(nameOf(element) + " is " + Math.round(is.height - was.height) + " taller");
    }
    if (document.documentElement.scrollWidth > Math.max(sideways, wide) + 1) faults.push("the page scrolls sideways by " + (document.documentElement.scrollWidth - wide));
    let shown = 0;
    for (const box of boxes(document)) {
      const isHeard = box[Symbol.for("passkind.field")].getClientRects().length > 0;
      if (box.dataset.passkindField !== "server" && isHeard && !box.innerText.trim()) faults.push("no hint for the " + box.dataset.passkindField);
      if (!box.innerText.trim()) continue;
      shown++;
      const name = box.dataset.passkindField;
      const field = box[Symbol.for("passkind.field")];
      const [place, its] = [rectOf(box), rectOf(field)];
      if (place.left < -1 || place.right > Math.max(sideways, wide) + 1) faults.push(name + "'s hint leaves the page: " + Math.round(place.left) + " to " + Math.round(place.right));
      if (place.width < its.width - 40) faults.push(name + "'s hint is narrower than its field: " + Math.round(place.width) + " of " + Math.round(its.width));
      if (place.top < its.top) faults.push(name + "'s hint stands above its field");
      if (place.top - its.bottom > 100) faults.push(name + "'s hint stands " + Math.round(place.top - its.bottom) + " below its field");
      for (const [element] of before) {
        const other = rectOf(element);
        if (!other.width || element.contains(box)) continue;
        const [x, y] = [Math.min(place.right, other.right) - Math.max(place.left, other.left), Math.min(place.bottom, other.bottom) - Math.max(place.top, other.top)];
        // A label's padding, or the half of its line that floats over a border, is no text.
        if (x > 2 && y > (element.matches("label") ? 10 : 2)) faults.push(name + "'s hint overlaps " + nameOf(element) + " by " + Math.round(x) + " x " + Math.round(y));
      }
    }
    return { shown, faults: [...faults, ...errors] };
  };
  window.ready = true;`;

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ let server;
before(async () => {
  const pages = forms.map(({ name, html }) => [`/${name}`, html.replace(/<\/html>\s*$/, "") + `<script type="module">${SCRIPT}</script></html>`]);
  [browser, server] = await Promise.all([launch(), serve(Object.fromEntries(pages))]);
});
after(async () => { await browser.close(); await server.close(); });

test(`there are ${FEWEST} forms at least, each named after the program whose structure it has, each with something to find`, () => {
  assert.ok(forms.length >= FEWEST, `${forms.length}`);
  for (const { name, html } of forms) {
    assert.match(html, /<!-- Structure of: [^,]+,/, name);
    assert.match(html, /data-want="password"|data-want="identifier"/, name);
    assert.deepEqual([...html.matchAll(/data-want="(\w+)"/g)].map(([, want = ""]) => want).filter((want) => !WANTED.includes(want)), [], name);
  }
});

describe("which fields", () => {
  for (const { name } of forms) {
    test(name, async () => {
      const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      try {
        await tab.goto(`${server.origin}/${name}`);
        await tab.waitForFunction("window.ready");
        await tab.waitForTimeout(50);
        assert.deepEqual(await tab.evaluate("fieldsFound()"), await tab.evaluate("fieldsWanted()"));
        assert.deepEqual(await tab.evaluate("errors"), []);
      } finally {
        await tab.close();
      }
    });
  }
});

describe("what a hint does to the page around it", () => {
  for (const width of [1280, 390]) {
    for (const { name } of forms) {
      test(`${name}, ${width} px`, async () => {
        const tab = await browser.newPage({ viewport: { width, height: 900 } });
        try {
          await tab.goto(`${server.origin}/${name}`);
          await tab.waitForFunction("window.ready");
          const { shown, faults } = /** @type {{ shown: number, faults: string[] }} */ (await tab.evaluate("layout()"));
          assert.deepEqual(FIXED.includes(name) ? faults.filter((fault) => !/overlaps/.test(fault)) : faults, []);
          assert.ok(shown > 0, "a hint is shown");
        } finally {
          await tab.close();
        }
      });
    }
  }
});
