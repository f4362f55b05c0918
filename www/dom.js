/** The few things that every part of the package does to a page. */

/** Session-replay tools leave out what carries these: a text about a secret describes the secret. */
const MASKS = ["data-private", "data-hj-suppress", "data-sentry-mask", "data-clarity-mask", "data-openreplay-obscured"];
const MASK_CLASSES = "rr-mask fs-mask ph-no-capture sentry-mask";

/** @template {keyof HTMLElementTagNameMap} K @param {K} name @param {string} className */
export function element(name, className) {
  return Object.assign(document.createElement(name), { className });
}

/** A box that no recording shows. @param {string} className */
export function masked(className) {
  const box = element("div", `${className} ${MASK_CLASSES}`);
  box.style.overflowWrap = "anywhere"; // a long word or a name that was typed widens no narrow page
  for (const mask of MASKS) box.setAttribute(mask, "true");
  box.setAttribute("data-dd-privacy", "mask");
  return box;
}

/** Adds or takes our id only: the page may have its own. @param {Element} field @param {string} id @param {boolean} on */
export function describedBy(field, id, on) {
  const ids = (field.getAttribute("aria-describedby") ?? "").split(/\s+/).filter((other) => other && other !== id);
  if (on) ids.push(id);
  if (ids.length) field.setAttribute("aria-describedby", ids.join(" "));
  else field.removeAttribute("aria-describedby");
}
