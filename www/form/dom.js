/** The few things that every part of the package does to a page. */

/**
 * Session-replay tools leave out what carries these: a text about a secret describes the secret. In this order: LogRocket,
 * Hotjar, Sentry, Microsoft Clarity, OpenReplay, Datadog, Contentsquare, Heap, Smartlook, Quantum Metric, Matomo (matomo.org, "Data
 * masking in heatmaps and session recordings"). As their documentation or source had it in 2026; Quantum Metric's is as its script
 * reads it. Datadog and Smartlook want the value, the others only that the attribute is there.
 */
const MASKS = ["private", "hj-suppress", "sentry-mask", "clarity-mask", "openreplay-obscured", "dd-privacy", "cs-mask", "heap-redact-text", "sl", "qm-encrypt", "matomo-mask"];
/**
 * rrweb and what is built on it, FullStory, PostHog, Sentry, Mouseflow, Amplitude (`BLOCK_CLASS` of @amplitude/session-replay-browser),
 * Highlight (its documentation, "Privacy"), New Relic (`session_replay.block_class` of its browser agent), Mixpanel
 * (`record_block_class`), Yandex Metrica (its documentation, "Setting up data collection"; `ym-disable-keys` is for fields alone).
 * Blocked where a tool can: a masked text keeps the lengths of its words, which tell it from others, and its elements their
 * attributes, such as the meter's value.
 */
const MASK_CLASSES = "rr-block rr-mask fs-mask ph-no-capture sentry-block mf-masked amp-block highlight-block nr-block mp-block ym-hide-content";

const XHTML = "http://www.w3.org/1999/xhtml";

/** In documents of XML and SVG, too. @template {keyof HTMLElementTagNameMap} K @param {K} name @param {string} [className] @returns {HTMLElementTagNameMap[K]} */
export function element(name, className) {
  const made = /** @type {HTMLElementTagNameMap[K]} */ (Document.prototype.createElementNS.call(document, XHTML, name));
  if (className) made.className = className;
  return made;
}

/** A box that no recording shows. @param {string} className */
export function masked(className) {
  const box = element("div", `${className} ${MASK_CLASSES}`);
  box.style.overflowWrap = "anywhere"; // a long word or a name that was typed widens no narrow page
  for (const mask of MASKS) box.setAttribute(`data-${mask}`, "mask");
  box.setAttribute("data-turbo-temporary", ""); // Turbo's page cache leaves it out; a copy would be deaf
  return box;
}

/** Adds or takes our id only: the page may have its own. @param {Element} field @param {string} id @param {boolean} on */
export function describedBy(field, id, on) {
  const { classList: ids } = element("i", field.getAttribute("aria-describedby") ?? ""); // a list of words, read as one
  if (ids.contains(id) === on) return;
  ids.toggle(id);
  if (ids.length) field.setAttribute("aria-describedby", ids.value);
  else field.removeAttribute("aria-describedby");
}

/**
 * More steps than any page nests rows in rows or shadow roots in shadow roots. A page that does is served as far as this, and
 * never waits for us.
 */
export const CLIMBS = 64;

/** Where the platform's own properties are: on a form `<input name="matches">` stands before them, on the document `<img name="createElement">`. @param {object} target */
function platform(target) {
  return target instanceof HTMLElement ? HTMLElement.prototype : Object.getPrototypeOf(target);
}

/** The platform's own property. @template {"assignedSlot" | "nextElementSibling" | "parentElement" | "shadowRoot" | "textContent"} P @param {Element} target @param {P} name @returns {HTMLElement[P]} */
export function read(target, name) {
  return Reflect.get(platform(target), name, target);
}

/**
 * Calls the platform's own method.
 * @template {"addEventListener" | "after" | "append" | "closest" | "contains" | "dispatchEvent" | "getAttribute" | "getBoundingClientRect" | "getClientRects" | "getRootNode" | "matches" | "querySelector" | "querySelectorAll" | "removeAttribute"} M
 * @param {EventTarget} target @param {M} method @param {Parameters<HTMLElement[M]>} given
 * @returns {ReturnType<HTMLElement[M]>}
 */
export function call(target, method, ...given) {
  // Of a simulated window (Vitest's) the prototype has nothing.
  return (platform(target)[method] ?? Reflect.get(target, method)).apply(target, given);
}

/** What an element looks like: asked for by name, since a polluted prototype stands before the properties of a style. @param {Element} element @param {string} name */
export const look = (element, name) => getComputedStyle(element).getPropertyValue(name);

/** @param {EventTarget} target @param {string[]} types @param {(event: Event) => void} listener @param {AbortSignal} signal @param {boolean} [passive] */
export function on(target, types, listener, signal, passive = true) {
  for (const type of types) call(target, "addEventListener", type, listener, /** @type {AddEventListenerOptions} */ ({ __proto__: null, signal, capture: true, passive }));
}

/**
 * A method as a listener that does not keep its owner alive: what listens to the document would else outlive a form that the page
 * has removed, with all that was typed there.
 * @template {object} T @template {unknown[]} G @param {T} owner @param {(this: T, ...given: G) => void} method @returns {(...given: G) => void}
 */
export function weakly(owner, method) {
  const known = new WeakRef(owner);
  return (...given) => {
    const owner = known.deref();
    if (owner) method.apply(owner, given);
  };
}

/** The language in which an element stands, through the roots of the elements that hold it. @param {Element} element @returns {string} */
export function language(element) {
  for (let step = 0; step < CLIMBS; step++) {
    const speaking = call(element, "closest", "[lang]");
    const lang = speaking && call(speaking, "getAttribute", "lang");
    if (lang) return lang;
    const root = call(element, "getRootNode");
    if (!(root instanceof ShadowRoot)) break;
    element = root.host;
  }
  return "en";
}

/**
 * Changes a field's value as typing does. The prototype's setter: frameworks that watch the element's own `value` must see a change.
 * @param {HTMLInputElement} field @param {string} text
 */
export function typeInto(field, text) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
  for (const type of ["input", "change"]) call(field, "dispatchEvent", new Event(type, /** @type {EventInit} */ ({ __proto__: null, bubbles: true })));
}

/** A server as it is typed, with another host: scheme, port and path stay; a user part goes, which may hold a password. @param {string} server @param {string} host */
export const withHost = (server, host) => server.replace(/^(\s*(?:[a-z\d+.-]+:\/\/)?)(?:[^\s/]*@)?[^\s/:]*/i, (_, before) => before + host);
