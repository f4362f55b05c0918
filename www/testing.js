/**
 * For the tests of pages that use passkind: a guard that answers what the test says, at once and without WebAssembly,
 * and hints made by their code. Nothing of the package comes along; no page needs this file.
 */

/** @import {Assessment, Credentials, Guide, Hint, HintCode, HintFacts, HintParams, Observation} from "./types.js" */
/** @import {Guard} from "./guard/guard.js" */

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
  if (!Object.hasOwn(HINTS, code)) throw new RangeError(`hint: no code \`${code}\`; those of this version are ${Object.keys(HINTS).join(", ")}`);
  const { params: defaults, ...facts } = HINTS[code];
  const all = /** @type {any} */ ({ ...structuredClone(defaults), ...params });
  if (Object.hasOwn(all, "field")) Object.assign(facts, { field: all.field, private: all.field === "password" });
  if (Object.hasOwn(all, "verdict")) facts.severity = all.verdict === "probably" ? "warning" : "info";
  /** @type {unknown} */
  const made = { code, ...facts, params: all };
  return /** @type {Extract<Hint, { code: C }>} */ (made);
}

/** What it holds itself, and nothing that a script has put on `Object.prototype`. @template T @param {T} given @returns {T} */
const own = (given) => Object.assign(Object.create(null), given);

/** @param {Answer} answer @param {Credentials} credentials @returns {Assessment} */
function complete({ status = "ok", reason = status === "unavailable" ? "blocked" : undefined, hints = [], verdict = strongest(hints), identifier, password }, credentials) {
  if (hints.length > MOST_HINTS) throw new RangeError(`fakeGuard: ${hints.length} hints, where an assessment has ${MOST_HINTS} at most`);
  if (status === "unavailable" && (hints.length || verdict !== "silent")) {
    throw new RangeError("fakeGuard: hints or a verdict, where an unavailable guard knows nothing");
  }
  if (password && Object.hasOwn(password, "issuers")) throw new RangeError("fakeGuard: `password.issuers`, which is `password.issuer` now, one or none");
  const suggestion = status === "ok" ? suggested(hints, credentials.identifier) : undefined;
  const asks = status === "ok" ? credentials : {};
  return {
    status,
    ...(reason && { reason }),
    verdict,
    identifier: { form: !asks.identifier ? "empty" : asks.identifier.includes("@") ? "address" : "name", fits: status === "ok" ? "yes" : "unknown", ...(suggestion && { suggestion }), ...identifier },
    password: { shape: asks.password ? "ordinary" : "empty", expects: [], ...password },
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

/**
 * What the register says of each code (`private`, `severity` and `field` as they are with these parameters), and the defaults:
 * what the contract wants of each, and little that it lets be absent. Written from `src/hint.rs`: `RENEW=1 cargo test --test contract`.
 * @type {{ [C in HintCode]: HintFacts & { params: HintParams[C] } }}
 */
const HINTS = {
  addressExpected: { field: "identifier", severity: "warning", topic: "identifier", private: false, params: THERE },
  serviceUserExpected: { field: "identifier", severity: "warning", topic: "identifier", private: false, params: THERE },
  syncNameExpected: { field: "identifier", severity: "warning", topic: "identifier", private: false, params: THERE },
  usernameExpected: { field: "identifier", severity: "warning", topic: "identifier", private: false, params: THERE },
  fixedUsernameExpected: { field: "identifier", severity: "warning", topic: "identifier", private: false, params: { ...THERE, username: "apikey" } },
  accountNotMailbox: { field: "identifier", severity: "warning", topic: "identifier", private: false, params: { ...THERE, domain: "example.com" } },
  secretInIdentifier: { field: "identifier", severity: "warning", topic: "identifier", private: false, params: {} },
  mailboxNotAccount: { field: "identifier", severity: "info", topic: "identifier", private: false, params: { ...THERE, domain: "example.com" } },
  sameAddressTwoPasswords: { field: "identifier", severity: "info", topic: "identifier", private: false, params: { ...THERE, domain: "example.com" } },
  accountPasswordExpected: { field: "password", severity: "warning", topic: "password", private: true, params: { ...THERE, verdict: "probably" } },
  mailboxPasswordExpected: { field: "password", severity: "warning", topic: "password", private: true, params: { ...THERE, verdict: "probably" } },
  appPasswordExpected: { field: "password", severity: "warning", topic: "password", private: true, params: { ...THERE, verdict: "probably" } },
  servicePasswordExpected: { field: "password", severity: "warning", topic: "password", private: true, params: { ...THERE, verdict: "probably" } },
  tokenExpected: { field: "password", severity: "warning", topic: "password", private: true, params: { ...THERE, verdict: "probably" } },
  oneTimeCodeTyped: { field: "password", severity: "warning", topic: "exposure", private: true, params: { verdict: "probably" } },
  recoveryCodeTyped: { field: "password", severity: "warning", topic: "exposure", private: true, params: { verdict: "probably" } },
  tokenTyped: { field: "password", severity: "warning", topic: "exposure", private: true, params: { verdict: "probably" } },
  privateKeyTyped: { field: "password", severity: "warning", topic: "exposure", private: true, params: { verdict: "probably" } },
  seedPhraseTyped: { field: "password", severity: "warning", topic: "exposure", private: true, params: { verdict: "probably" } },
  paymentNumberTyped: { field: "password", severity: "warning", topic: "exposure", private: true, params: { verdict: "probably" } },
  identifierTyped: { field: "password", severity: "warning", topic: "exposure", private: true, params: { verdict: "probably" } },
  urlTyped: { field: "password", severity: "warning", topic: "exposure", private: true, params: { verdict: "probably" } },
  capsLockOn: { field: "password", severity: "info", topic: "typing", private: false, params: {} },
  caseInverted: { field: "password", severity: "info", topic: "typing", private: true, params: {} },
  edgeSpace: { field: "password", severity: "info", topic: "typing", private: true, params: { field: "password", edge: "end" } },
  invisibleCharacter: { field: "password", severity: "info", topic: "typing", private: true, params: { field: "password", character: "zeroWidth" } },
  smartPunctuation: { field: "password", severity: "info", topic: "typing", private: true, params: { character: "dash" } },
  wrapperTyped: { field: "password", severity: "info", topic: "typing", private: true, params: { wrapper: "label" } },
  notComposed: { field: "password", severity: "info", topic: "typing", private: true, params: {} },
  domainTypo: { field: "identifier", severity: "warning", topic: "spelling", private: false, params: { domain: "exampel.com", suggestion: "example.com" } },
  lookalikeDomain: { field: "identifier", severity: "warning", topic: "spelling", private: false, params: { domain: "ex\u0430mple.com", script: "cyrillic", suggestion: "example.com" } },
  invalidAddress: { field: "identifier", severity: "warning", topic: "spelling", private: false, params: {} },
  serverTypo: { field: "server", severity: "warning", topic: "spelling", private: false, params: { suggestion: "example.com" } },
  unusualAddress: { field: "identifier", severity: "info", topic: "spelling", private: false, params: {} },
  pickOtherSaved: { field: "password", severity: "info", topic: "recovery", private: false, params: {} },
  showPassword: { field: "password", severity: "info", topic: "recovery", private: false, params: {} },
  tryOtherPassword: { field: "password", severity: "info", topic: "recovery", private: false, params: THERE },
  testMailboxPair: { field: "password", severity: "info", topic: "recovery", private: false, params: THERE },
  resetAccountPassword: { field: "password", severity: "info", topic: "recovery", private: false, params: THERE },
  resetMailboxPassword: { field: "password", severity: "info", topic: "recovery", private: false, params: THERE },
  resetServicePassword: { field: "password", severity: "info", topic: "recovery", private: false, params: THERE },
  createAppPassword: { field: "password", severity: "info", topic: "recovery", private: false, params: THERE },
  noPasswordYet: { field: "password", severity: "info", topic: "recovery", private: false, params: THERE },
  noAccountYet: { field: "password", severity: "info", topic: "recovery", private: false, params: THERE },
  askAdministrator: { field: "password", severity: "info", topic: "recovery", private: false, params: THERE },
  applicationPasswordNotForMail: { field: "password", severity: "info", topic: "recovery", private: true, params: THERE },
  supportHasNoPasswords: { field: "password", severity: "info", topic: "recovery", private: false, params: THERE },
  serverNotOfAddress: { field: "server", severity: "info", topic: "recovery", private: false, params: { provider: "example.com", name: "example.com" } },
  pauseBeforeLockout: { field: "password", severity: "info", topic: "recovery", private: false, params: {} },
  checkIssuedPassword: { field: "password", severity: "info", topic: "recovery", private: true, params: THERE },
  secondFactorNeeded: { field: "password", severity: "info", topic: "recovery", private: false, params: THERE },
  tryWholeAddress: { field: "identifier", severity: "info", topic: "recovery", private: false, params: {} },
  tryLoginName: { field: "identifier", severity: "info", topic: "recovery", private: false, params: {} },
  serviceHasOwnUsers: { field: "identifier", severity: "info", topic: "recovery", private: false, params: THERE },
  addressMoved: { field: "identifier", severity: "info", topic: "recovery", private: false, params: {} },
  tryOtherNetwork: { field: "password", severity: "info", topic: "recovery", private: false, params: {} },
  switchAccessOn: { field: "password", severity: "info", topic: "recovery", private: false, params: THERE },
  signInOnTheWeb: { field: "password", severity: "info", topic: "recovery", private: false, params: THERE },
  trySingleSignOn: { field: "password", severity: "info", topic: "recovery", private: false, params: {} },
  passwordNotChecked: { field: "password", severity: "info", topic: "recovery", private: false, params: { cause: "encryption" } },
  noPasswordWorks: { field: "password", severity: "warning", topic: "recovery", private: false, params: THERE },
};
