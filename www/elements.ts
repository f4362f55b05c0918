// What TypeScript knows of the tags. Only types: `tsc` writes `dts/elements.d.ts` from it, and no JavaScript.
import type { PasskindHints } from "./element.js";
import type { PasskindGuide } from "./guide-element.js";

export type HintsTag = PasskindHints;
export type GuideTag = PasskindGuide;

declare global {
  interface HTMLElementTagNameMap {
    "passkind-hints": PasskindHints;
    "passkind-guide": PasskindGuide;
  }
}
