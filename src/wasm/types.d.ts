/**
 * The contract of passkind: everything that crosses between the WebAssembly core, the package's
 * JavaScript and the page. Written by hand; `tests/core/contract.rs` proves that Rust answers exactly this.
 *
 * No result holds a typed secret, and no field can.
 */

/** What the form signs in to. A profile may declare further ones (`publicCloud`, `swissBackup`). */
export type Service =
  | "account" | "webmail" | "mailbox" | "caldav" | "webdav" | "ftp" | "ssh" | "mysql" | "phpmyadmin"
  | "git" | "registry" | "api" | (string & {});

/** What the text in the name field looks like. */
export type IdentifierForm =
  | "empty" | "address" | "localPart" | "serviceUser" | "syncName" | "customerNumber" | "handle"
  | "fixed" | "name" | "other";

/** What a secret is for. */
export type Role = "accountPassword" | "mailboxPassword" | "appPassword" | "servicePassword" | "apiToken";

/** What a secret looks like, beside its identifier and what the provider issues; not what it opens. */
export type Shape =
  | "empty" | "ordinary" | "generated" | "issued" | "vendorToken" | "oneTimeCode" | "recoveryCode"
  | "privateKey" | "seedPhrase" | "paymentNumber" | "identifier" | "address" | "url" | "wrapped";

/** How sure passkind is that the secret is of the wrong kind. Ordered; never a percentage. */
export type Verdict = "silent" | "may" | "probably";

/** How much a documented rule or shape can be relied on. */
export type Confidence = "high" | "medium" | "low";

/** A page of the provider. `href` is https; `{locale}` in it stands for the reader's language. */
export interface Link {
  rel: "reset" | "create" | "help" | "signIn";
  href: string;
  /** Two letters each, where the page is written in these alone. */
  languages?: string[];
}

/** Where a hint sends its reader: the provider, its own name for the place (a key of the locale's `places`), its pages. */
export interface Destination {
  provider?: string;
  /** The provider as people write it. */
  name?: string;
  service: Service;
  place?: string;
  links: Link[];
}

export type Topic = "identifier" | "password" | "exposure" | "typing" | "spelling" | "recovery";
export type Field = "identifier" | "password" | "server";
export type NoParams = Record<string, never>;

/**
 * The parameters of each hint, by its code. New codes come in minor releases: keep a default branch. `length` and `minLength`
 * count characters without separators: `length` where every such secret has as many, else `minLength`. `letter` is the Latin
 * letter that the first odd one looks like, where it looks like one.
 *
 * Written from the register in `src/hint.rs`: `RENEW=1 cargo test --test contract`.
 */
export interface HintParams {
  // identifier, warning
  addressExpected: Destination & { example?: string };
  serviceUserExpected: Destination & { example?: string };
  syncNameExpected: Destination & { example?: string };
  usernameExpected: Destination & { example?: string };
  fixedUsernameExpected: Destination & { username: string };
  accountNotMailbox: Destination & { domain: string };
  secretInIdentifier: NoParams;
  // identifier, info
  mailboxNotAccount: Destination & { domain: string };
  sameAddressTwoPasswords: Destination & { domain: string };
  // password, by verdict
  accountPasswordExpected: Destination & { verdict: "may" | "probably"; length?: number; minLength?: number };
  mailboxPasswordExpected: Destination & { verdict: "may" | "probably"; length?: number; minLength?: number };
  appPasswordExpected: Destination & { verdict: "may" | "probably"; length?: number; minLength?: number };
  servicePasswordExpected: Destination & { verdict: "may" | "probably"; length?: number; minLength?: number };
  tokenExpected: Destination & { verdict: "may" | "probably"; length?: number; minLength?: number };
  // exposure, by verdict
  oneTimeCodeTyped: { verdict: "may" | "probably" };
  recoveryCodeTyped: { verdict: "may" | "probably" };
  tokenTyped: { verdict: "may" | "probably" };
  privateKeyTyped: { verdict: "may" | "probably" };
  seedPhraseTyped: { verdict: "may" | "probably" };
  paymentNumberTyped: { verdict: "may" | "probably" };
  identifierTyped: { verdict: "may" | "probably" };
  urlTyped: { verdict: "may" | "probably" };
  // typing, info
  capsLockOn: NoParams;
  caseInverted: NoParams;
  edgeSpace: { field: "identifier" | "password"; edge: "start" | "end" | "both" };
  invisibleCharacter: { field: "identifier" | "password"; character: "zeroWidth" | "softHyphen" | "direction" | "noBreakSpace" | "control" };
  smartPunctuation: { character: "dash" | "quote" | "ellipsis" };
  wrapperTyped: { wrapper: "label" | "quotes" | "user" };
  notComposed: NoParams;
  // spelling, warning
  domainTypo: { domain: string; suggestion: string };
  lookalikeDomain: { domain: string; script: "cyrillic" | "greek" | "other"; letter?: string; suggestion?: string };
  invalidAddress: { suggestion?: string };
  serverTypo: { suggestion: string };
  // spelling, info
  unusualAddress: NoParams;
  // recovery, info
  pickOtherSaved: NoParams;
  showPassword: NoParams;
  tryOtherPassword: Destination;
  testMailboxPair: Destination;
  resetAccountPassword: Destination;
  resetMailboxPassword: Destination;
  resetServicePassword: Destination;
  createAppPassword: Destination;
  noPasswordYet: Destination;
  noAccountYet: Destination;
  askAdministrator: Destination;
  applicationPasswordNotForMail: Destination;
  supportHasNoPasswords: Destination;
  serverNotOfAddress: { provider: string; name: string };
  pauseBeforeLockout: NoParams;
  checkIssuedPassword: Destination;
  secondFactorNeeded: Destination;
  tryWholeAddress: NoParams;
  tryLoginName: NoParams;
  serviceHasOwnUsers: Destination;
  addressMoved: NoParams;
  tryOtherNetwork: NoParams;
  switchAccessOn: Destination;
  signInOnTheWeb: Destination;
  trySingleSignOn: NoParams;
  passwordNotChecked: { cause: "encryption" | "method" | "sender" | "busy" | "unrelated" };
  // recovery, warning
  noPasswordWorks: Destination;
}

export type HintCode = keyof HintParams;

/** What a hint about the kind of secret knows. */
export type KindParams = HintParams["appPasswordExpected"];

/** What the register says of a hint, whatever its code. */
export interface HintFacts {
  /** Beside which field it belongs. */
  field: Field;
  severity: "warning" | "info";
  topic: Topic;
  /** It tells what the secret is, or how it is written: nothing to be logged or counted. */
  private: boolean;
}

/** One thing worth telling: a code, what is known of it, and its parameters; never a sentence, never the secret. */
export type Hint = { [C in HintCode]: HintFacts & { code: C; params: HintParams[C] } }[HintCode];

/** What is in the fields, exactly as typed. Missing means empty. */
export interface Credentials {
  identifier?: string;
  password?: string;
  /**
   * The server that they are for, where the form has a field for it: a host, with or without scheme, port and path. It says whose
   * rules hold; where it is nobody's, nothing is said that would make a secret for it.
   */
  server?: string;
}

/** What the page saw besides. `refused` counts how often the server said no to this very pair. */
export interface Observation {
  capsLock?: boolean;
  input?: "typed" | "pasted" | "autofilled";
  refused?: number;
  /** Why it was refused at last, by the server's own words; another word is no cause. */
  cause?: Cause;
  /** The server's own line, for a guard made with `reply`: the cause is read out of it, and nothing of it kept. Where `cause` is given it is not read. */
  reply?: string;
  /** The page has a button for single sign-on. */
  singleSignOn?: boolean;
  /** Nobody has named `server`: it was found in the form. What rests on it is less sure. */
  serverInferred?: boolean;
}

/**
 * Why a server has let somebody not in. The last five say that name and password were not judged at all. What each means, and what follows from it, is
 * in `docs/mail-setup.md`.
 */
export type Cause =
  | "appPassword" | "token" | "noPasswords" | "secondFactor" | "wrongPair" | "name" | "locked" | "admin" | "network" | "expired"
  | "accessOff" | "browser" | "encryption" | "method" | "sender" | "busy" | "unrelated";

/**
 * Why nothing is known. `off`: the emergency brake is set. `blocked`: there is no WebAssembly here, or a policy refuses it; of an assessment, the
 * core as JavaScript has not come either. `load`: the file has not come, or is another one. `trapped`: it found no memory, or failed twice on
 * the same question. `unreadable`: reading what the page gave threw. Newer releases may add others: keep a default branch.
 *
 * `noProviders`, with the status `ok`: the table of all providers has not come. All is judged that needs no provider's row.
 */
export type StatusReason = "off" | "blocked" | "load" | "trapped" | "unreadable" | "noProviders";

export interface Assessment {
  /** `unavailable`: nothing is known and no hint given; `reason` says why. */
  status: "ok" | "unavailable";
  reason?: StatusReason;
  verdict: Verdict;
  identifier: {
    form: IdentifierForm;
    domain?: string;
    provider?: string;
    fits: "yes" | "no" | "unknown";
    suggestion?: string;
  };
  /** `issuer`: the provider whose secrets look so. */
  password: { shape: Shape; issuer?: string; expects: Role[] };
  /** Whose server was named, and the one that was probably meant. */
  server?: { provider?: string; suggestion?: string };
  /** What the server's reply says. */
  reply?: { cause: Cause };
  /** The most useful first; at most three. */
  hints: Hint[];
}

/** The provider's table: which identifier and which password go where. */
export interface Guide {
  provider?: string;
  name?: string;
  rows: GuideRow[];
  help?: Link;
}

export interface GuideRow {
  service: Service;
  /** Hosts and programs where the pair is used, as the provider names them. */
  usedAt: string[];
  identifier: { form: IdentifierForm; example?: string };
  /** The kinds of secret that open the service, the usual one first. */
  password: Role[];
  /** More than one secret may open it at a time, each revocable alone. */
  several: boolean;
  place?: string;
  links: Link[];
}

/** A provider of your own, or your replacement of a built-in one. */
export interface Profile {
  /** Lower-case letters, digits and hyphens. */
  id: string;
  /** As people write it: "Example Host". */
  name: string;
  /** Domains on which the provider itself gives addresses to people. */
  mailDomains?: string[];
  services: ProfileService[];
  /** Secrets that the provider makes itself. */
  issued?: IssuedSecret[];
  /** The page that explains the provider's credentials, or several, the best first. */
  help?: string | { href: string; languages?: string[] }[];
  /** Servers that are this provider's and no other's. */
  servers?: ProfileServers[];
  /** Recovery codes that are only told on this provider's own forms. */
  recovery?: Pattern[];
  /** What the provider calls the places that `place` names: by language, then by place. */
  places?: Record<string, Record<string, string>>;
}

/** Servers on which one service of the provider answers. */
export interface ProfileServers {
  service: Service;
  /** Set where the hosts speak this one alone and their names do not tell it. */
  protocol?: "imap" | "smtp" | "pop";
  /** In lower-case ASCII; `*` stands for a whole label, at the beginning for one or more. */
  hosts?: string[];
  /** Beginnings of paths that tell the product whatever the host: `/remote.php/dav`. */
  paths?: string[];
  /** `false` where a mailbox there can only be on a domain of the provider's own. */
  foreignAddresses?: boolean;
}

/** A claim ages: past `expires` it is doubted; expired for longer than from `read` to `expires` it says nothing. YYYY-MM-DD. */
export interface Period {
  read?: string;
  expires?: string;
}

/**
 * A small part of regular expressions, matched against the whole text: characters stand for themselves, `[a-z0-9]` for one of a class, `{n}`, `{m,n}`, `{m,}`
 * and `+` repeat the sign or class before them, taking all they can. Nothing else has a meaning.
 */
export type Pattern = string;

export interface ProfileService extends Period {
  service: Service;
  /** Set where the row is about one way to a mailbox alone. The first row that is about the protocol and the address speaks. */
  protocol?: "imap" | "smtp" | "pop";
  /** Set where the row is about addresses on the provider's own domains alone. */
  ownAddresses?: boolean;
  identifier: {
    /** What fits, the most usual first; empty where anything may. */
    forms: Exclude<IdentifierForm, "empty" | "other">[];
    /** Names of the provider's own make (forms `handle`, `serviceUser`, `fixed` ...); compared without regard to case. */
    patterns?: Pattern[];
    /** Shown to people, never matched. */
    example?: string;
    /** Where the provider shows the name: a key of the locale's `places`. */
    place?: string;
  };
  /** The kinds of secret that open it, the usual one first. */
  expects: Role[];
  /** Set where the service takes an issued secret and nothing else: how sure that rule is, and what weakens it. */
  issuedOnly?: { confidence?: Confidence; legacySecrets?: boolean; secondFactorOnly?: boolean } & Period;
  /** No password opens it, unless it has the shape of an issued one of the first role. */
  noPassword?: boolean;
  several?: boolean;
  /** Not sure enough to be said of a pair that nobody has refused. */
  afterRefusal?: boolean;
  place?: string;
  usedAt?: string[];
  /** Links that only help stand last. */
  links?: Link[];
  /** What has to be switched on before any secret is taken, and where. */
  switchOn?: { what: ("imap" | "pop" | "smtp" | "programs")[]; place?: string; links?: Link[] } & Period;
}

/** What a secret that the provider makes looks like. */
export interface IssuedSecret extends Period {
  role: Role;
  /** Matched with the separators of `groups` left out. */
  pattern: Pattern;
  /** How it is shown: `{ size: 4, separator: " ", count: 4 }` for `xxxx xxxx xxxx xxxx`. */
  groups?: { size: number; separator: " " | "-"; count: number };
  /** Of its length and of its signs. */
  confidence?: Confidence | { length: Confidence; alphabet: Confidence };
}

export interface GuardOptions {
  service: Service;
  /** Who issued the credentials. Left out: it follows from the address's domain. */
  provider?: string | Profile | undefined;
  /** Your own profiles; one with a built-in's id replaces it. */
  profiles?: Profile[];
  /** Domains whose mailboxes this provider hosts. A positive list only: absence means nothing. */
  hostedDomains?: string[];
  /** YYYY-MM-DD; today by default. Rules past their expiry are doubted. */
  today?: string;
  /** Say before a refusal, too, that an address hosted here is no account login. Off by default: many rightly sign in with one. */
  explainBeforeRefusal?: boolean;
  /** `observation.reply` is to be read: brings the rules for replies (`passkind/reply.js`, 3 kB) with the guard. `observation.cause` needs none. */
  reply?: boolean;
}

// New passwords: `passkind/strength.js` and `passkind/meter.js`.

/** Kinds of characters that a provider's own rules ask for. */
export type CharacterKind = "lower" | "upper" | "digit" | "symbol";

/** Rules for a new password. Lengths are counted in code points. */
export interface Policy {
  minLength: number;
  /** NIST wants 64 at least: set it only where the server truly cuts or refuses. */
  maxLength?: number;
  needs?: CharacterKind[];
  /** Only the 95 printable characters of ASCII. */
  ascii?: boolean;
}

/** General rules by name, a provider's documented ones, or your own. */
export type PolicyOption = "singleFactor" | "secondFactor" | { provider: string; service: Service } | Policy;

/** Another password in the same form. */
export interface OtherPassword {
  password: string;
  /** What it is for, so that the text can name it. */
  role?: Role;
}

/** The parameters of each hint about a new password. New codes come in minor releases: keep a default branch. */
export interface StrengthHintParams {
  // rules, warning
  tooShort: { minLength: number };
  tooLong: { maxLength: number };
  commonPassword: NoParams;
  containsIdentifier: NoParams;
  /** `equal`; the same but for `case` and accents; but for signs at the `ends`; but for two strokes (`near`). */
  sameAsOther: { reason: "equal" | "case" | "ends" | "near"; role?: Role };
  breached: NoParams;
  characterMissing: { kind: CharacterKind };
  characterNotAllowed: NoParams;
  // zxcvbn's warnings, info
  similarToCommon: NoParams;
  straightRow: NoParams;
  keyPattern: NoParams;
  simpleRepeat: NoParams;
  extendedRepeat: NoParams;
  sequence: NoParams;
  recentYear: NoParams;
  wordByItself: NoParams;
  date: NoParams;
  nameByItself: NoParams;
  commonName: NoParams;
  // zxcvbn's suggestions, info
  useWords: NoParams;
  noNeedForSigns: NoParams;
  addWord: NoParams;
  capitalization: NoParams;
  allUppercase: NoParams;
  reversedWord: NoParams;
  substitution: NoParams;
  longerPattern: NoParams;
  avoidRepeats: NoParams;
  avoidSequences: NoParams;
  avoidRecentYears: NoParams;
  avoidOwnYears: NoParams;
  avoidOwnDates: NoParams;
}

export type StrengthHintCode = keyof StrengthHintParams;
export type StrengthHint = { [C in StrengthHintCode]: { code: C; params: StrengthHintParams[C] } }[StrengthHintCode];

/** zxcvbn's four: 100 guesses an hour, 10 a second, 10,000 a second, 10,000,000,000 a second. */
export type Attack = "onlineThrottled" | "onlineUnthrottled" | "offlineSlow" | "offlineFast";

/** `count` of the unit that `code` names, rounded down; of `instant` and `centuries` it has no meaning. */
export interface CrackTime {
  code: "instant" | "seconds" | "minutes" | "hours" | "days" | "months" | "years" | "centuries";
  count: number;
}

export interface Rating {
  /**
   * `unavailable`: zxcvbn could not be asked; `reason` says why. `superseded`: a newer call came before this one's turn, so zxcvbn was not asked.
   * Of both the rules have answered.
   */
  status: "ok" | "superseded" | "unavailable";
  /** `load`: neither file nor thread was there in time. `trapped`: what was there gave no answer. */
  reason?: Extract<StatusReason, "off" | "blocked" | "load" | "trapped">;
  /**
   * zxcvbn's: under 3 is weak. `undefined`, and with it guesses and times, where nothing rated it: any other status than `ok`, or
   * no time and no lower bound worth telling.
   */
  score: 0 | 1 | 2 | 3 | 4 | undefined;
  /** Decimal logarithm of the guesses, a whole number: an exact one can name a listed password. */
  guessesLog10: number | undefined;
  /** There was no time for zxcvbn: score and guesses, where there are any, are lower bounds. */
  timedOut: boolean;
  /** Whether every rule holds; the score is no rule. */
  meetsPolicy: boolean;
  /** Where a breach check was asked for. */
  breach?: "listed" | "notListed" | "unknown";
  /** From the rounded guesses. */
  crackTimes: Record<Attack, CrackTime> | undefined;
  /** Broken rules first; at most three. */
  hints: StrengthHint[];
}

/** Takes five hexadecimal digits of a SHA-1, answers with the lines `SUFFIX:COUNT` of that range. */
export type RangeQuery = (prefix: string, init: { headers: Record<string, string>; signal: AbortSignal }) => Promise<Response | string>;

export interface RateOptions {
  /** What stands in the name field. */
  identifier?: string;
  /** The other passwords of the form. */
  others?: (string | OtherPassword)[];
  /** What the page is called: provider, product, place. The host's name is known anyway. */
  words?: string[];
  /** Default `singleFactor`. */
  policy?: PolicyOption;
  /** Whose common words count; the document's language by default. */
  locale?: string;
  /** Milliseconds for zxcvbn, the loading not counted; 500 by default, a minute at most. */
  budgetMs?: number;
  /** Makes the thread, for bundlers and policies that need it; `false`: none. */
  worker?: (() => Worker) | false;
  /** Asks a list of leaked passwords: an https address, or a path of this very site, that ends where the five digits go, or a function. */
  breach?: string | URL | RangeQuery;
}
