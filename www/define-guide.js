/** Defines `<passkind-guide>`, apart from `define.js`: a sign-in page need not download it. */
import { define } from "./elements/custom-element.js";
import { PasskindGuide } from "./guide-element.js";

/** @typedef {import("./elements.js").GuideTag} GuideTag so that TypeScript knows the tag wherever this is imported */

define(PasskindGuide, "passkind-guide");

export { PasskindGuide };
