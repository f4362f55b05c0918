/** The few things that every part of the package does to a page. */

/** Session-replay tools leave out what carries these: a text about a secret describes the secret. By tool, as documented in 2026. */
const MASKS = {
  "data-private": "", // LogRocket
  "data-hj-suppress": "", // Hotjar
  "data-sentry-mask": "", // Sentry
  "data-clarity-mask": "true", // Microsoft Clarity
  "data-openreplay-obscured": "", // OpenReplay
  "data-dd-privacy": "mask", // Datadog
  "data-cs-mask": "", // Contentsquare
  "data-heap-redact-text": "true", // Heap
  "data-sl": "mask", // Smartlook
  "data-qm-encrypt": "", // Quantum Metric, as its script reads it: the documentation is not public
};
/** rrweb and what is built on it, FullStory, PostHog, Sentry, Mouseflow. */
const MASK_CLASSES = "rr-mask fs-mask ph-no-capture sentry-mask mf-masked";

/** @template {keyof HTMLElementTagNameMap} K @param {K} name @param {string} className */
export function element(name, className) {
  return Object.assign(document.createElement(name), { className });
}

/** A box that no recording shows. @param {string} className */
export function masked(className) {
  const box = element("div", `${className} ${MASK_CLASSES}`);
  for (const [mask, value] of Object.entries(MASKS)) box.setAttribute(mask, value);
  return box;
}

/** Adds or takes our id only: the page may have its own. @param {Element} field @param {string} id @param {boolean} on */
export function describedBy(field, id, on) {
  const old = field.getAttribute("aria-describedby") ?? "";
  const ids = old.split(/\s+/).filter((other) => other);
  if (ids.includes(id) === on) return;
  const now = on ? [...ids, id] : ids.filter((other) => other !== id);
  if (now.length) field.setAttribute("aria-describedby", now.join(" "));
  else field.removeAttribute("aria-describedby");
}

/**
 * Calls a method of the platform's on a form, in which `<input name="matches">` stands in the place of its own.
 * @template {"addEventListener" | "closest" | "contains" | "dispatchEvent" | "getAttribute" | "getRootNode" | "querySelector"} M
 * @param {EventTarget} target @param {M} method @param {Parameters<HTMLElement[M]>} given
 * @returns {ReturnType<HTMLElement[M]>}
 */
export function call(target, method, ...given) {
  return /** @type {Function} */ (HTMLElement.prototype[method]).apply(target, given);
}

/** The language in which an element stands, through the roots of the elements that hold it. @param {Element} element @returns {string} */
export function language(element) {
  const root = call(element, "getRootNode");
  return call(element, "closest", "[lang]")?.getAttribute("lang") || (root instanceof ShadowRoot ? language(root.host) : "en");
}
