/**
 * Events without `exposeCodes` are a function of name, configuration, refusals and Caps Lock: what they tell, whether and how often they are
 * sent is the same for all passwords. First the question that `attach` asks for them, with the shipped core; then `attach` itself in a page.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createGuard } from "../../www/index.js";
import { Pair } from "../../www/form/pair.js";
import { launch } from "../browser/chromium.js";
import { serve } from "../browser/server.js";
import { anyIdentifier, anyPassword, chance, seedOf } from "./random.js";

/** @import {Browser, Page} from "playwright-core" */
/** @import {Guard} from "../../www/guard/guard.js" */
/** @import {GuardOptions} from "../../www/types.js" */
/** @import {Chance} from "./random.js" */

const SEED = seedOf("INDEPENDENCE_SEED");
const TODAY = "2026-11-24";
const SERVICES = ["account", "webmail", "mailbox", "caldav", "webdav", "ftp", "ssh", "mysql", "phpmyadmin", "git", "registry", "api"];
const PROVIDERS = [undefined, "infomaniak", "google", "icloud", "outlook", "yahoo", "fastmail", "proton", "gmx", "github", "postmark", "sendgrid"];
/** Of one name, this many passwords are compared with the first. */
const PASSWORDS = 12;
const PAIRS = 100_000;

/** What a person and a page do, one after the other. @typedef {"name" | "secret" | "submit" | "refused" | "refused3" | "capsOn" | "capsOff" | "empty"} Act */
/** @type {Act[]} */
const ACTS = ["name", "secret", "secret", "submit", "submit", "refused", "refused", "refused3", "capsOn", "capsOff", "empty"];

/** @param {Chance} dice @returns {Act[]} */
const anyActs = (dice) => ["name", "secret", ...Array.from({ length: 4 + dice.below(4) }, () => dice.pick(ACTS)), "refused"];

/** Every known combination of service and provider. */
async function guards() {
  /** @type {{ options: GuardOptions, guard: Guard }[]} */
  const known = [];
  for (const service of SERVICES) {
    for (const provider of PROVIDERS) {
      for (const explainBeforeRefusal of [false, true]) {
        const options = { service, provider, explainBeforeRefusal, today: TODAY, hostedDomains: ["atelier-muster.example"] };
        const guard = await createGuard(options).catch(() => undefined);
        if (guard) known.push({ options, guard });
      }
    }
  }
  return known;
}

/** A field as far as the pair reads it. */
const field = () => ({ value: "", defaultValue: "", isConnected: true, matches: () => false });

/**
 * The events that follow each act, by the question that `attach` asks for them. @param {Guard} guard @param {Act[]} acts @param {string[]} names
 * @param {string[]} passwords @param {"inPublic" | "private"} [question]
 */
function eventsOf(guard, acts, names, passwords, question = "inPublic") {
  const pair = new Pair();
  const [identifier, password] = [field(), field()];
  pair.fields = /** @type {any} */ ({ identifier, password });
  return acts.map((act, at) => {
    if (act === "name") identifier.value = /** @type {string} */ (names[at % names.length]);
    if (act === "secret") password.value = /** @type {string} */ (passwords[at % passwords.length]);
    if (act === "empty") password.value = "";
    if (act === "name" || act === "secret") pair.typed(/** @type {InputEvent} */ ({ inputType: "insertText" }), act === "secret");
    if (act === "submit") pair.submitted(false);
    if (act === "refused" || act === "refused3") pair.refused(act === "refused" ? undefined : 3);
    if (act === "capsOn" || act === "capsOff") pair.capsLock(act === "capsOn");
    const [credentials, observation] = question === "inPublic" ? pair.inPublic : [pair.credentials, pair.observation];
    return guard.assess(credentials, observation).hints.filter((hint) => !hint.private).map(({ code }) => code).join();
  }).join("; ");
}

/** A few, as somebody tries them. @param {Chance} dice @param {string} name */
const several = (dice, name) => Array.from({ length: 1 + dice.below(3) }, () => anyPassword(dice, name));

describe(`INDEPENDENCE_SEED=${SEED}`, () => {
  test("the question of events: all services, providers and shapes of secret", async () => {
    const known = await guards();
    assert.ok(known.length > 100, `${known.length} guards`);
    const dice = chance(SEED);
    let [pairs, differing, otherwise] = [0, 0, 0];
    /** @type {string[]} */
    const codes = [];
    for (let turn = 0; pairs < PAIRS; turn++) {
      const { options, guard } = /** @type {typeof known[0]} */ (known[turn % known.length]);
      const acts = anyActs(dice);
      const names = Array.from({ length: 1 + dice.below(2) }, () => anyIdentifier(dice));
      const first = several(dice, names[0] ?? "");
      const expected = eventsOf(guard, acts, names, first);
      codes.push(...expected.split(/[;,] ?/));
      for (let i = 0; i < PASSWORDS; i++, pairs++) {
        const others = several(dice, names[0] ?? "");
        const got = eventsOf(guard, acts, names, others);
        if (got !== expected && differing++ < 5) console.log(JSON.stringify({ options, acts, names, first, others, expected, got }));
        if (i === 0 && eventsOf(guard, acts, names, others, "private") !== eventsOf(guard, acts, names, first, "private")) otherwise++;
      }
    }
    assert.ok(new Set(codes).size > 15, "events tell of many things");
    assert.ok(otherwise > pairs / PASSWORDS / 20, `of the pair itself public codes would tell: ${otherwise}`);
    console.log(`figure: ${differing} differing events in ${pairs} pairs`);
    assert.equal(differing, 0);
  });

  test("the smallest case: an address with a mailbox, refused, and an ordinary password, a link, a card", async () => {
    const guard = await createGuard({ service: "account", provider: "infomaniak", today: TODAY });
    const told = ["Regenschirm-im-Juli", "https://example.com/abcdefgh", "4111 1111 1111 1111", ""].map((password) => eventsOf(guard, ["name", "secret", "submit", "refused"], ["anna@ik.me"], [password]));
    assert.equal(new Set(told).size, 1, told.join(" | "));
    assert.match(told[0] ?? "", /resetAccountPassword/);
  });
});

/** Its timers are played, so that a person's minutes take no time; all events of a form, by whole scenes. */
const PAGE = `<!doctype html><html lang="en"><title>events</title><body></body><script type="module">
  import { attach } from "/attach.js";
  import { createGuard } from "/guard/guard.js";
  const timers = new Map(); let latest = 0;
  const later = window.setTimeout.bind(window);
  window.setTimeout = (act, ms = 0) => (timers.set(++latest, [act, ms]), latest);
  window.clearTimeout = (id) => timers.delete(id);
  const micro = async () => { for (let i = 0; i < 8; i++) await null; };
  /** Until nothing is left to do at once, or in the pause of a second. */
  const pass = async (ms) => {
    for (let turn = 0; turn < 20; turn++) {
      await micro();
      const due = [...timers].filter(([, [, delay]]) => delay <= ms);
      if (!due.length) return;
      for (const [id, [act]] of due) { timers.delete(id); act(); }
    }
  };
  const guards = new Map();
  window.scene = async ({ options, more, acts, names, passwords, rendered }) => {
    const key = JSON.stringify(options);
    if (!guards.has(key)) guards.set(key, await createGuard(options));
    const form = document.createElement("form");
    if (rendered) form.setAttribute("data-passkind-refused", rendered);
    form.innerHTML = '<input autocomplete="username"><input type="password" autocomplete="current-password"><button>Go</button>';
    const [name, secret] = form.querySelectorAll("input");
    document.body.append(form);
    const events = [];
    let at = 0;
    form.addEventListener("passkind", ({ detail }) => events.push([at, JSON.stringify(detail)]));
    form.addEventListener("submit", (event) => event.preventDefault());
    if (more.before) secret.value = passwords[0];
    const live = attach(form, { guard: guards.get(key), ...more.options });
    for (const act of acts) {
      at++;
      const text = act === "name" ? names[at % names.length] : passwords[at % passwords.length];
      const field = act === "name" || act === "leaveName" ? name : secret;
      const input = (type) => field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: type }));
      if (act === "name" || act === "secret") { field.focus(); for (const part of [text.slice(0, 1), text]) { field.value = part; input("insertText"); } }
      if (act === "fill") secret.value = text;
      if (act === "paste") { secret.value = text; input("insertFromPaste"); }
      if (act === "mask") { secret.defaultValue = text; }
      if (act === "empty") secret.value = "";
      if (act === "leaveName" || act === "leave") { field.blur(); field.dispatchEvent(new FocusEvent("focusout", { bubbles: true })); }
      if (act === "submit") form.requestSubmit();
      if (act === "refused") live.refused();
      if (act === "attribute") form.setAttribute("data-passkind-refused", String(at));
      if (act === "capsOn" || act === "capsOff") secret.dispatchEvent(new KeyboardEvent("keydown", { key: "a", modifierCapsLock: act === "capsOn", bubbles: true }));
      if (act === "point") for (const type of ["pointerdown", "pointerup"]) document.body.dispatchEvent(new PointerEvent(type, { bubbles: true }));
      if (act === "french") live.update({ locale: "fr" });
      await pass(act === "pause" ? 1_000 : 0);
    }
    live.detach();
    form.remove();
    timers.clear();
    await micro();
    return events;
  };
  window.scenes = async (asked) => { const all = []; for (const one of asked) all.push(JSON.stringify(await window.scene(one))); return all; };
  document.documentElement.dataset.ready = "";
</script></html>`;

const SCENE_ACTS = ["name", "leaveName", "secret", "secret", "leave", "pause", "pause", "fill", "paste", "mask", "empty", "submit", "submit", "refused", "refused", "attribute", "capsOn", "capsOff", "point", "french"];
const SCENES = 250;
const VARIANTS = 6;

describe(`attach in a page, INDEPENDENCE_SEED=${SEED}`, () => {
  /** @type {Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
  before(async () => { [browser, server] = await Promise.all([launch(), serve({ "/": PAGE })]); });
  after(async () => { await browser.close(); await server.close(); });

  /** @param {Record<string, unknown>} settings of attach @param {number} [scenes] @returns {Promise<{ pairs: number, differing: string[], told: number }>} */
  async function compare(settings, scenes = SCENES) {
    const tab = await browser.newPage();
    await tab.goto(`${server.origin}/`);
    await tab.locator("html[data-ready]").waitFor({ state: "attached" });
    const dice = chance(SEED + 1);
    /** @type {string[]} */
    const differing = [];
    let [pairs, told] = [0, 0];
    for (let scene = 0; scene < scenes; scene++) {
      const names = Array.from({ length: 1 + dice.below(2) }, () => anyIdentifier(dice));
      const options = { service: dice.pick(["account", "mailbox", "webmail", "ftp", "git"]), provider: dice.pick(["infomaniak", "infomaniak", undefined]), today: TODAY, explainBeforeRefusal: dice.pick([false, true]) };
      const acts = ["name", "leaveName", ...Array.from({ length: 6 + dice.below(8) }, () => dice.pick(SCENE_ACTS)), "leave", "submit", "refused"];
      const shared = { options, acts, names, rendered: dice.pick(["", "", "1", "2"]), more: { before: dice.next() < 0.3, options: { ...settings, holdOnce: dice.next() < 0.4 } } };
      const asked = Array.from({ length: VARIANTS + 1 }, () => ({ ...shared, passwords: several(dice, names[0] ?? "") }));
      const [first, ...others] = /** @type {string[]} */ (await tab.evaluate((asked) => /** @type {any} */ (window)["scenes"](asked), asked));
      told += JSON.parse(first ?? "[]").length;
      for (const [at, other] of others.entries()) {
        pairs++;
        if (other !== first) differing.push(JSON.stringify({ ...shared, passwords: [asked[0]?.passwords, asked[at + 1]?.passwords], first, other }));
      }
    }
    await tab.close();
    return { pairs, differing, told };
  }

  test("the same events for all passwords: what, whether, how often, and after which act", async () => {
    const { pairs, differing, told } = await compare({});
    console.log(`figure: attach in Chromium: ${differing.length} differing in ${pairs} pairs of scenes, ${told} events a variant`);
    assert.deepEqual(differing.slice(0, 3), []);
    assert.ok(told > SCENES, `${told}`);
  });

  test("with exposeCodes they do differ: the scenes can tell", async () => {
    const { pairs, differing } = await compare({ exposeCodes: true }, SCENES / 5);
    assert.ok(differing.length > pairs / 3, `${differing.length} of ${pairs}`);
  });
});
