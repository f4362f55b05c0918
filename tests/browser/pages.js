/**
 * Small pages that the engines' tests share: a sign-in form as a page author would write it, a form for a new password, and a
 * script that keeps what happens. All scripts are files, so that a strict policy may allow them.
 */

/** The one pair that the sign-in page lets in; all credentials are invented. */
export const RIGHT = { identifier: "anna.muster@example.com", password: "Regenschirm-im-Juli" };
/** Grouped as a device password of this provider: not what the account form takes. */
export const WRONG = { ...RIGHT, password: "q7Rk w2Mx t9Bd z4Hn" };

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 "DejaVu Sans", sans-serif; }
  body { margin: 0; padding: 1rem; }
  main { max-width: 26rem; margin: 0 auto; }
  label, input, button { display: block; font: inherit; }
  label { margin-block: 1rem .25rem; }
  input { box-sizing: border-box; width: 100%; padding: .5rem; }
  button { margin-block: .75rem; padding: .5rem 1rem; }
  .passkind-status p { margin: .25rem 0; padding-inline-start: .6rem; border-inline-start: .25rem solid; }
  .passkind-tools { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; }
  .passkind-tools[hidden] { display: none; }
  .passkind-tools button { margin: 0; padding: .25rem .5rem; }`;

/** Keeps what happens: `seen`. Runs before all other scripts. */
const WATCH = `
  window.seen = { console: [], errors: [], events: [], submits: [], pasted: [], broken: [], secrets: [], strayFocus: [], held: [], lastInput: 0, shown: 0 };
  for (const name of ["log", "info", "warn", "error", "debug"]) {
    const own = console[name];
    console[name] = (...texts) => { seen.console.push(texts.join(" ")); own.apply(console, texts); };
  }
  addEventListener("error", ({ message }) => seen.errors.push(message));
  addEventListener("unhandledrejection", ({ reason }) => seen.errors.push("unhandled: " + reason));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => seen.broken.push(effectiveDirective + " " + blockedURI));
  addEventListener("input", ({ target }) => { if (target.matches("#secret, #new") && !seen.secrets.includes(target.value)) seen.secrets.push(target.value); }, true);
  addEventListener("passkind", ({ detail }) => seen.events.push(detail), true);
  addEventListener("input", () => (seen.lastInput = performance.now()), true);
  addEventListener("paste", ({ isTrusted }) => seen.pasted.push(isTrusted), true);

  // The focus may move in the turn of a person's act only: Tab (WebKit calls Shift+Tab "Unidentified"), a key on a button, a press.
  let acted = false;
  const act = ({ type, key }) => {
    if (type === "keydown" && !["Tab", "Unidentified", "Enter", " "].includes(key)) return;
    acted = true;
    setTimeout(() => (acted = false), 50);
  };
  for (const type of ["keydown", "pointerdown", "pointerup", "click"]) addEventListener(type, act, true); // a finger moves the focus when it lifts
  addEventListener("focusin", ({ target }) => { if (!acted) seen.strayFocus.push(target.id || target.className); }, true);

  // Where the pressed button is, frame by frame, from the press to the click that follows.
  addEventListener("pointerdown", ({ target }) => {
    const button = target.closest?.("button");
    if (!button) return;
    const held = { places: [], clicked: false, from: performance.now(), until: 0 };
    seen.held.push(held);
    const look = () => {
      if (held.clicked) return;
      const { left, top, width, height } = button.getBoundingClientRect();
      const place = [left, top, width, height].join(" ");
      if (held.places.at(-1) !== place) held.places.push(place);
      requestAnimationFrame(look);
    };
    look();
    button.addEventListener("click", () => { look(); held.clicked = true; held.until = performance.now(); }, { capture: true, once: true });
  }, true);

  new MutationObserver((changes) => {
    if (!seen.shown && changes.some(({ target }) => target.matches?.("[role=status]") && target.textContent)) seen.shown = performance.now();
  }).observe(document, { subtree: true, childList: true });`;

/** What a page author writes; the "server" says no to all but one pair, always in the same words. */
const SIGN_IN = `
  import { attach } from "/attach.js";
  const form = document.getElementById("form");
  const [name, secret, answer] = ["name", "secret", "answer"].map((id) => document.getElementById(id));
  window.live = attach(form, { service: form.dataset.service, provider: form.dataset.provider });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    seen.submits.push([name.value, secret.value]);
    const isRight = name.value === ${JSON.stringify(RIGHT.identifier)} && secret.value === ${JSON.stringify(RIGHT.password)};
    answer.textContent = "";
    setTimeout(() => {
      answer.textContent = isRight ? "Signed in." : "Sign-in did not work. Check the address and the password.";
      if (!isRight) live.refused();
    }, 50);
  });
  document.documentElement.dataset.ready = "";`;

const NEW_PASSWORD = `
  import { attachMeter } from "/meter.js";
  const [field, name, form] = ["new", "name", "form"].map((id) => document.getElementById(id));
  attachMeter(field, { identifier: name, ...(form.dataset.worker === "none" && { worker: false }) });
  window.announced = [];
  const status = document.querySelector(".passkind-strength [role=status]");
  new MutationObserver(() => announced.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
  form.addEventListener("submit", (event) => { event.preventDefault(); seen.submits.push([field.value]); });
  document.documentElement.dataset.ready = "";`;

/** @param {string} main @param {string} script @param {string} first a script before all others @param {string} nonce */
const page = (main, script, first, nonce) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Example Host</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/fixture.css"><script nonce="${nonce}" src="${first}"></script><script nonce="${nonce}" src="/watch.js"></script></head>
<body><main>${main}</main><script nonce="${nonce}" type="module" src="${script}"></script></body></html>`;

/** @param {string} [attributes] of the form @param {{ first?: string, nonce?: string }} [head] */
export const signIn = (attributes = "", { first = "/first.js", nonce = "" } = {}) => page(`<h1>Sign in</h1>
  <form id="form" data-service="account" data-provider="infomaniak" ${attributes}>
    <label for="name">E-mail address</label>
    <input id="name" name="name" autocomplete="username" autocapitalize="off" spellcheck="false">
    <label for="secret">Password</label>
    <input id="secret" name="secret" type="password" autocomplete="current-password" autocapitalize="off" spellcheck="false" aria-describedby="rules">
    <p id="rules">The password of your account.</p>
    <button id="go">Sign in</button>
  </form>
  <p id="answer" role="alert"></p>`, "/sign-in.js", first, nonce);

/** @param {string} [attributes] of the form @param {{ first?: string, nonce?: string }} [head] */
export const newPassword = (attributes = "", { first = "/first.js", nonce = "" } = {}) => page(`<h1>New password</h1>
  <form id="form" ${attributes}>
    <label for="name">E-mail address</label><input id="name" name="name" autocomplete="username">
    <label for="new">New password</label><input id="new" name="new" type="password" autocomplete="new-password">
    <button id="go">Save</button>
  </form>`, "/new-password.js", first, nonce);

/** What all these pages ask for, by path. */
export const FILES = {
  "/fixture.css": STYLE,
  "/first.js": "",
  "/no-wasm.js": "delete globalThis.WebAssembly;",
  "/script-runtime.js": 'window.before = import("/index.js").then(({ load }) => load({ runtime: "script" }));',
  "/watch.js": WATCH,
  "/sign-in.js": SIGN_IN,
  "/new-password.js": NEW_PASSWORD,
};
