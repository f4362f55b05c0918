/** passkind: which kind of password does this form want, and is another kind being typed? */
/**
 * The contract, for those who write types.
 * @typedef {import("./types.js").Assessment} Assessment
 * @typedef {import("./types.js").Credentials} Credentials
 * @typedef {import("./types.js").Guide} Guide
 * @typedef {import("./types.js").GuardOptions} GuardOptions
 * @typedef {import("./types.js").Hint} Hint
 * @typedef {import("./types.js").HintCode} HintCode
 * @typedef {import("./types.js").HintParams} HintParams
 * @typedef {import("./types.js").Observation} Observation
 * @typedef {import("./types.js").Profile} Profile
 * @typedef {import("./types.js").StatusReason} StatusReason
 * @typedef {import("./attach.js").Attachment} Attachment
 * @typedef {import("./attach.js").AttachOptions} AttachOptions
 * @typedef {import("./attach.js").EventDetail} EventDetail
 * @typedef {import("./describe.js").Description} Description
 * @typedef {import("./describe.js").Messages} Messages
 * @typedef {import("./guard/guard.js").Guard} Guard
 * @typedef {import("./guard/guard.js").CoreSource} CoreSource
 * @typedef {import("./guard/readers.js").ErrorCode} ErrorCode
 */
export { attach } from "./attach.js";
export { describe, describeGuide, loadLocale } from "./describe.js";
export { createGuard, load, PasskindError } from "./guard/guard.js";
