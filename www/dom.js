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

/** @template {keyof HTMLElementTagNameMap} K @param {K} name @param {string} className */
export function element(name, className) {
  return Object.assign(document.createElement(name), { className });
}

/** A box that no recording shows. @param {string} className */
export function masked(className) {
  const box = element("div", `${className} ${MASK_CLASSES}`);
  box.style.overflowWrap = "anywhere"; // a long word or a name that was typed widens no narrow page
  for (const mask of MASKS) box.setAttribute(`data-${mask}`, "mask");
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
 * Calls a method of the platform's on a form, in which `<input name="matches">` stands in the place of its own.
 * @template {"addEventListener" | "closest" | "contains" | "dispatchEvent" | "getAttribute" | "getRootNode" | "querySelector" | "querySelectorAll"} M
 * @param {EventTarget} target @param {M} method @param {Parameters<HTMLElement[M]>} given
 * @returns {ReturnType<HTMLElement[M]>}
 */
export function call(target, method, ...given) {
  return /** @type {Function} */ (HTMLElement.prototype[method]).apply(target, given);
}

/** @param {EventTarget} target @param {string[]} types @param {(event: Event) => void} listener @param {AbortSignal} signal @param {boolean} [passive] */
export function on(target, types, listener, signal, passive = true) {
  for (const type of types) call(target, "addEventListener", type, listener, /** @type {AddEventListenerOptions} */ ({ __proto__: null, signal, capture: true, passive }));
}

/** The language in which an element stands, through the roots of the elements that hold it. @param {Element} element @returns {string} */
export function language(element) {
  const { host } = /** @type {ShadowRoot} */ (call(element, "getRootNode"));
  const speaking = call(element, "closest", "[lang]");
  return (speaking && call(speaking, "getAttribute", "lang")) || (host ? language(host) : "en");
}
