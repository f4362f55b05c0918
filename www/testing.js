/**
 * For the tests of pages that use passkind: a guard that answers what the test says, at once and without WebAssembly,
 * and hints made by their code. Nothing of the package comes along; no page needs this file.
 */

/** @import {Assessment, Credentials, Guide, Hint, HintCode, HintParams, Observation} from "./types.js" */
/** @import {Guard} from "./guard.js" */

/**
 * What the fake shall say; the rest is as of an ordinary pair with nothing to tell. The verdict follows from the hints,
 * and the suggested address from the hint that holds one, where they are left out.
 * @typedef {Partial<Omit<Assessment, "identifier" | "password">>
 *   & { identifier?: Partial<Assessment["identifier"]>, password?: Partial<Assessment["password"]> }} Answer
 */
/**
 * What a guard was asked: never the password, only whether there was one.
 * @typedef {{ identifier: string, hasPassword: boolean, observation: Observation }} Call
 */
/** @typedef {Guard & { readonly calls: Call[] }} FakeGuard */

/** As the contract has it: more than three are not read. */
const MOST_HINTS = 3;

/**
 * A guard for `attach(form, { guard })` or for code that asks one itself. `calls` says what it was asked, the oldest first.
 * @param {Answer | ((credentials: Credentials, observation: Observation) => Answer)} [answer] always the same, or by what is typed
 * @param {Guide} [guide] an empty one when left out
 * @returns {FakeGuard}
 */
export function fakeGuard(answer = {}, guide = { rows: [] }) {
  /** @type {Call[]} */
  const calls = [];
  return Object.freeze({
    calls,
    assess(/** @type {Credentials} */ credentials, /** @type {Observation} */ observation = {}) {
      const { identifier = "", password } = own(credentials);
      calls.push({ identifier, hasPassword: !!password, observation: { ...observation } });
      const given = typeof answer === "function" ? answer(credentials, observation) : answer;
      return structuredClone(complete(own(given), own(credentials)));
    },
    guide: () => structuredClone(guide),
  });
}

/**
 * A hint by its code. What it must know has a default, so that each has its text; what it may know is left out.
 * @template {HintCode} C
 * @param {C} code
 * @param {Partial<HintParams[C]>} [params] in place of the defaults, or besides them
 * @returns {Extract<Hint, { code: C }>}
 */
export function hint(code, params = {}) {
  if (!Object.hasOwn(PARAMS, code)) throw new RangeError(`hint: no code \`${code}\`; those of this version are ${Object.keys(PARAMS).join(", ")}`);
  /** @type {unknown} */
  const made = { code, params: { ...structuredClone(PARAMS[code]), ...params } };
  return /** @type {Extract<Hint, { code: C }>} */ (made);
}

/** What it holds itself, and nothing that a script has put on `Object.prototype`. @template T @param {T} given @returns {T} */
const own = (given) => Object.assign(Object.create(null), given);

/** @param {Answer} answer @param {Credentials} credentials @returns {Assessment} */
function complete({ status = "ok", hints = [], verdict = strongest(hints), identifier, password }, credentials) {
  if (hints.length > MOST_HINTS) throw new RangeError(`fakeGuard: ${hints.length} hints, where an assessment has ${MOST_HINTS} at most`);
  if (status === "unavailable" && (hints.length || verdict !== "silent")) {
    throw new RangeError("fakeGuard: hints or a verdict, where an unavailable guard knows nothing");
  }
  const suggestion = status === "ok" ? suggested(hints, credentials.identifier) : undefined;
  const asks = status === "ok" ? credentials : {};
  return {
    status,
    verdict,
    identifier: { form: !asks.identifier ? "empty" : asks.identifier.includes("@") ? "address" : "name", fits: status === "ok" ? "yes" : "unknown", ...(suggestion && { suggestion }), ...identifier },
    password: { shape: asks.password ? "ordinary" : "empty", issuers: [], expects: [], ...password },
    hints,
  };
}

/** @param {Hint[]} hints @returns {Assessment["verdict"]} */
function strongest(hints) {
  const verdicts = hints.map(({ params }) => (Object.hasOwn(params, "verdict") ? /** @type {{ verdict: string }} */ (params).verdict : "silent"));
  return verdicts.includes("probably") ? "probably" : verdicts.includes("may") ? "may" : "silent";
}

/** The whole address: some hints hold only its domain. @param {Hint[]} hints @param {string} [typed] */
function suggested(hints, typed = "") {
  for (const { params } of hints) {
    const suggestion = Object.hasOwn(params, "suggestion") ? /** @type {{ suggestion?: string }} */ (params).suggestion : undefined;
    if (suggestion) return suggestion.includes("@") ? suggestion : `${typed.split("@")[0]}@${suggestion}`;
  }
}

const THERE = { service: "mailbox", links: [] };
const KIND = { ...THERE, verdict: /** @type {const} */ ("probably") };
const VERDICT = { verdict: /** @type {const} */ ("probably") };

/** The defaults: what the contract wants of each, and nothing that it lets be absent. @type {HintParams} */
const PARAMS = {
  addressExpected: THERE,
  serviceUserExpected: THERE,
  syncNameExpected: THERE,
  usernameExpected: THERE,
  fixedUsernameExpected: { ...THERE, username: "apikey" },
  accountNotMailbox: { ...THERE, domain: "example.com" },
  secretInIdentifier: {},
  mailboxNotAccount: { ...THERE, domain: "example.com" },
  sameAddressTwoPasswords: { ...THERE, domain: "example.com" },
  accountPasswordExpected: KIND,
  mailboxPasswordExpected: KIND,
  appPasswordExpected: KIND,
  servicePasswordExpected: KIND,
  tokenExpected: KIND,
  oneTimeCodeTyped: VERDICT,
  recoveryCodeTyped: VERDICT,
  tokenTyped: VERDICT,
  privateKeyTyped: VERDICT,
  seedPhraseTyped: VERDICT,
  paymentNumberTyped: VERDICT,
  identifierTyped: VERDICT,
  urlTyped: VERDICT,
  capsLockOn: {},
  caseInverted: {},
  edgeSpace: { field: "password", edge: "end" },
  invisibleCharacter: { field: "password", character: "zeroWidth" },
  smartPunctuation: { character: "dash" },
  wrapperTyped: { wrapper: "label" },
  notComposed: {},
  domainTypo: { domain: "exampel.com", suggestion: "example.com" },
  lookalikeDomain: { domain: "ex\u0430mple.com", script: "cyrillic", suggestion: "example.com" },
  invalidAddress: {},
  unusualAddress: {},
  pickOtherSaved: {},
  showPassword: {},
  tryOtherPassword: THERE,
  testMailboxPair: THERE,
  resetAccountPassword: THERE,
  resetMailboxPassword: THERE,
  resetServicePassword: THERE,
  createAppPassword: THERE,
  noPasswordYet: THERE,
  noAccountYet: THERE,
  askAdministrator: THERE,
  applicationPasswordNotForMail: THERE,
  supportHasNoPasswords: THERE,
  pauseBeforeLockout: {},
  noPasswordWorks: THERE,
};
