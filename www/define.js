/** Defines `<passkind-hints>`: the one effect of importing this file. */
import { define } from "./elements/custom-element.js";
import { PasskindHints } from "./element.js";

/** @typedef {import("./elements.js").HintsTag} HintsTag so that TypeScript knows the tag wherever this is imported */

define(PasskindHints, "passkind-hints");

export { PasskindHints };
