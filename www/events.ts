// What TypeScript knows of the event. Only types: `tsc` writes `dts/events.d.ts` from it, and no JavaScript.
import type { Assessment, StatusReason } from "./types.js";

/**
 * What a `passkind` event tells: why nothing is known, where that is so; verdict and codes that describe the secret only with `exposeCodes`.
 * `missing`: fields that could not be told among those of the form; give them as options, or say in their names, labels or `autocomplete` what they are.
 */
export type EventDetail = { status: Assessment["status"]; reason?: StatusReason; verdict?: Assessment["verdict"]; codes: string[]; missing?: ("identifier" | "password")[] };

declare global {
  interface HTMLElementEventMap {
    passkind: CustomEvent<EventDetail>;
  }
}
