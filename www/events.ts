// What TypeScript knows of the event. Only types: `tsc` writes `dts/events.d.ts` from it, and no JavaScript.
import type { Assessment, StatusReason } from "./types.js";

/** What a `passkind` event tells: why nothing is known, where that is so; verdict and codes that describe the secret only with `exposeCodes`. */
export type EventDetail = { status: Assessment["status"]; reason?: StatusReason; verdict?: Assessment["verdict"]; codes: string[] };

declare global {
  interface HTMLElementEventMap {
    passkind: CustomEvent<EventDetail>;
  }
}
