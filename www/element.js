/**
 * `<passkind-hints>`: `attach` as an element around the page's own form, or around the fields in it. Importing this file
 * has no effect; `define.js` gives the class its tag.
 */
import { attach } from "./attach.js";
import { isOff } from "./guard/brake.js";
import { Base, claim, has, listen, reflect, report } from "./elements/custom-element.js";
import { alone } from "./guard/given.js";
import { PasskindError } from "./guard/readers.js";
import { COUNT, REPLY } from "./form/pair.js";

/** @import {Attachment, AttachOptions, Refusal} from "./attach.js" */
/** @import {Cause, Profile} from "./types.js" */

/** @typedef {Partial<Pick<AttachOptions, "profiles" | "messages" | "guard" | "identifier" | "password" | "server" | "sso">> & { profile?: Profile }} Held */
/**
 * `isLent`: `attach` heeds the count on its form; a form around the element bears it for as long as it is attached.
 * @typedef {{ attachment: Attachment, target: HTMLElement, root: Node, options: Record<string, unknown>, isLent: boolean, listeners: AbortController }} Live
 */

const PROPERTIES = /** @type {const} */ ([
  "service", "provider", "profiles", "hostedDomains", "explainBeforeRefusal", "today", "locale", "messages", "refusals", "readPassword",
  "holdOnce", "exposeCodes", "guard", "identifier", "password", "server", "sso", "reply", "cause",
]);

/** Attributes and properties of before, and what stands in their place. */
const RENAMED = { explain: "explain-before-refusal", fields: 'read-password="false"', refused: "refusals" };
const FORMER = /** @type {(keyof typeof RENAMED)[]} */ (Object.keys(RENAMED));

/** On a form that bears our count, and on its clones: there, too, the count is ours. */
const LENT = "data-passkind-lent";

/** What a core is told is plain data; fields, a guard and texts are things. */
const DATA = new Set(["provider", "profiles", "hostedDomains"]);

export class PasskindHints extends Base {
  static observedAttributes = ["service", "provider", "hosted-domains", "explain-before-refusal", "today", "locale", "refusals", "read-password", "hold-once", "expose-codes", "server", "reply", "cause", ...FORMER];

  static {
    const { prototype } = this;
    const { refused } = prototype;
    // Types do not show them: who sets one, hears of it.
    for (const name of FORMER) {
      Object.defineProperty(prototype, name, alone({
        configurable: true,
        get: () => (name === "refused" ? refused : undefined),
        /** @this {PasskindHints} */
        set() { this.#hear(name); },
      }));
    }
    Object.defineProperty(prototype, "refuse", alone({ configurable: true, value() { throw renamed("refuse", "refused()"); } }));
  }

  /** What has no attribute. @type {Held} */ #held = alone({});
  /** @type {Live | undefined} */ #live;
  /** The count and the cause that were told at last. @type {{ refusals: number, cause: Cause | undefined }} */ #told = alone({ refusals: 0, cause: undefined });
  #isQueued = false;
  /** Names of before that have been reported. @type {Set<string>} */ #former = new Set();

  /** What the form signs in to. */
  get service() { return this.getAttribute("service") ?? undefined; }
  set service(service) { reflect(this, "service", service); }

  /** An id, which the attribute shows, or a profile of your own, which it cannot. @returns {string | Profile | undefined} */
  get provider() { return this.#held.profile ?? this.getAttribute("provider") ?? undefined; }
  set provider(provider) {
    reflect(this, "provider", typeof provider === "object" ? undefined : provider);
    this.#hold("profile", typeof provider === "object" ? provider ?? undefined : undefined);
  }

  get profiles() { return this.#held.profiles; }
  set profiles(profiles) { this.#hold("profiles", profiles); }

  /** The attribute has blanks between the domains. @returns {string[] | undefined} */
  get hostedDomains() { return this.getAttribute("hosted-domains")?.split(/\s+/).filter(Boolean); }
  set hostedDomains(domains) { reflect(this, "hosted-domains", Array.isArray(domains) ? domains.join(" ") : domains); }

  get explainBeforeRefusal() { return this.hasAttribute("explain-before-refusal"); }
  set explainBeforeRefusal(explains) { reflect(this, "explain-before-refusal", Boolean(explains)); }

  get today() { return this.getAttribute("today") ?? undefined; }
  set today(today) { reflect(this, "today", today); }

  /** Language of the texts; without it the nearest `lang`. */
  get locale() { return this.getAttribute("locale") ?? undefined; }
  set locale(locale) { reflect(this, "locale", locale); }

  get messages() { return this.#held.messages; }
  set messages(messages) { this.#hold("messages", messages); }

  /** How often the server has said no so far: what a server renders, or a framework counts. */
  get refusals() {
    const count = Number.parseInt(this.getAttribute("refusals") ?? "0", 10);
    return count >= 0 ? count : 1; // whatever else it says, it says that there was one
  }
  set refusals(count) { reflect(this, "refusals", count || undefined); }

  /** `false`: the password's value is never read. The attribute says `false`, too. */
  get readPassword() { return this.getAttribute("read-password") !== "false"; }
  set readPassword(reads) { reflect(this, "read-password", reads === false ? "false" : undefined); }

  get holdOnce() { return this.hasAttribute("hold-once"); }
  set holdOnce(holdOnce) { reflect(this, "hold-once", Boolean(holdOnce)); }

  get exposeCodes() { return this.hasAttribute("expose-codes"); }
  set exposeCodes(exposeCodes) { reflect(this, "expose-codes", Boolean(exposeCodes)); }

  /** One made before, in place of what the guard is told. */
  get guard() { return this.#held.guard; }
  set guard(guard) { this.#hold("guard", guard); }

  /** The fields, where they are not to be found. */
  get identifier() { return this.#held.identifier; }
  set identifier(identifier) { this.#hold("identifier", identifier); }
  get password() { return this.#held.password; }
  set password(password) { this.#hold("password", password); }

  /** A host, which the attribute shows, or the field or function that tells one, which it cannot. @returns {AttachOptions["server"]} */
  get server() { return this.#held.server ?? this.getAttribute("server") ?? undefined; }
  set server(server) {
    reflect(this, "server", typeof server === "string" ? server : undefined);
    this.#hold("server", typeof server === "string" ? undefined : server);
  }

  get sso() { return this.#held.sso; }
  set sso(sso) { this.#hold("sso", sso); }

  /** The server's own line after a refusal: read at once, kept nowhere, so that there is none to be had. @returns {string | undefined} */
  get reply() { return undefined; }
  set reply(reply) {
    if (typeof reply !== "string" || !reply || isOff()) return;
    // With what else this script sets; before there is a form, it waits as the attribute does.
    if (this.#live) queueMicrotask(() => this.#refuse({ reply }));
    else reflect(this, "reply", reply);
  }

  /** The reply's cause, where a back end has read it: told with each refusal that `refusals` counts, or by itself. @returns {Cause | undefined} */
  get cause() { return /** @type {Cause | null} */ (this.getAttribute("cause")) ?? undefined; }
  set cause(cause) { reflect(this, "cause", cause); }

  /** The server said no once more. Leaves the count alone. @param {number | Refusal} [refusal] how often, if the server tells, and what it said */
  refused(refusal) {
    this.#live?.attachment.refused(refusal);
  }

  connectedCallback() {
    claim(this, [...PROPERTIES, ...FORMER]);
    this.#settle();
  }

  /** Moving is removing and adding in one go: only what is still gone when the script has ended is gone. */
  disconnectedCallback() {
    this.#queue();
  }

  /** `moveBefore` keeps everything as it is. */
  connectedMoveCallback() {
    this.#queue();
  }

  /** @param {string} name @param {string | null} _before @param {string | null} after */
  attributeChangedCallback(name, _before, after) {
    if (Object.hasOwn(RENAMED, name)) return after === null ? undefined : this.#hear(/** @type {keyof typeof RENAMED} */ (name));
    if (name === "provider") delete this.#held.profile;
    if (name === "server") delete this.#held.server;
    if (name === "reply" && after === null) return;
    this.#queue();
  }

  /** Once, however often a page that renders says it again. @param {keyof typeof RENAMED} name */
  #hear(name) {
    if (!this.#former.has(name)) report(renamed(name, RENAMED[name]));
    this.#former.add(name);
  }

  /** @template {keyof Held} K @param {K} name @param {Held[K]} value */
  #hold(name, value) {
    if (value === undefined || value === null) delete this.#held[name];
    else this.#held[name] = value;
    this.#queue();
  }

  /** Several changes in one script are one. */
  #queue() {
    if (this.#isQueued || !(this.#live || this.isConnected)) return;
    this.#isQueued = true;
    queueMicrotask(() => {
      this.#isQueued = false;
      this.#settle();
    });
  }

  /** Brings the attachment to where the element and its options are now. */
  #settle() {
    if (!this.isConnected || isOff()) return this.#detach();
    // The parser opens an element before it has read what stands inside.
    if (Reflect.get(Document.prototype, "readyState", this.ownerDocument) === "loading") {
      return listen(this.ownerDocument, "DOMContentLoaded", () => this.#queue(), { once: true });
    }
    try {
      if (this.#isElsewhere) this.#attach();
      else this.#update();
    } catch (error) {
      report(error);
    }
  }

  /** The form around, or whatever stands inside: fields that come later are inside too. @returns {HTMLElement} */
  get #target() {
    return this.closest("form") ?? this;
  }

  get #isElsewhere() {
    return this.#live?.target !== this.#target || this.#live.root !== this.getRootNode();
  }

  #attach() {
    this.#detach();
    const [target, options] = [this.#target, this.#options()];
    const isLent = target !== this && (!has(target, COUNT) || has(target, LENT));
    if (isLent) lend(target, this.getAttribute("refusals"));
    const said = this.#takeReply() || this.#takeCause();
    if (said && !has(target, REPLY)) reflect(target, REPLY, said); // where `attach` takes it off again
    try {
      const attachment = attach(target, options);
      const listeners = new AbortController();
      this.#live = { attachment, target, root: this.getRootNode(), options, isLent, listeners };
      if (target !== this) listen(target, "passkind", (event) => this.#forward(event), { signal: listeners.signal });
    } catch (error) {
      if (isLent) lend(target, null);
      throw error;
    } finally {
      if (said) reflect(target, REPLY, null);
    }
  }

  /** Off the element as soon as it is read. */
  #takeReply() {
    const reply = this.getAttribute("reply");
    if (reply !== null) reflect(this, "reply", null);
    return reply;
  }

  /** The cause, unless it has been told of this refusal. */
  #takeCause() {
    const { refusals, cause } = this;
    const before = this.#told;
    this.#told = { refusals, cause };
    return refusals > before.refusals || cause !== before.cause ? cause : undefined;
  }

  /** @param {Refusal} refusal */
  #refuse(refusal) {
    this.#settle(); // a form around the element has the count by then
    const { refusals } = this;
    this.#live?.attachment.refused({ ...(refusals && { times: refusals }), ...refusal });
  }

  /** From a form around the element, which its events do not pass. @param {Event} event */
  #forward(event) {
    if (event.target === this.#live?.target) this.dispatchEvent(new CustomEvent("passkind", alone({ detail: /** @type {CustomEvent} */ (event).detail })));
  }

  #detach() {
    const live = this.#live;
    this.#live = undefined;
    live?.attachment.detach();
    live?.listeners.abort();
    if (live?.isLent) lend(live.target, null);
  }

  #update() {
    const live = /** @type {Live} */ (this.#live);
    const [before, after] = [live.options, this.#options()];
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !isSame(key, before[key], after[key]));
    if (keys.length) live.attachment.update(alone(Object.fromEntries(keys.map((key) => [key, after[key]]))));
    live.options = after;
    if (live.isLent) lend(live.target, this.getAttribute("refusals"));
    const [reply, cause] = [this.#takeReply(), this.#takeCause()];
    if (reply) this.#refuse({ reply });
    else if (cause) this.#refuse({ cause });
  }

  /** @returns {Record<string, unknown>} only what is set */
  #options() {
    const { guard, messages, identifier, password, profiles, sso } = this.#held;
    const { service, provider, hostedDomains, today, locale, server } = this;
    const reads = this.getAttribute("read-password");
    // Of what it may say, `attach` knows `false`; another word is refused there, not read as leave to look.
    const readPassword = /** @type {boolean | undefined} */ (reads === "false" ? false : reads === "true" ? true : reads ?? undefined);
    const own = { locale, messages, identifier, password, server, sso, readPassword, holdOnce: this.holdOnce || undefined, exposeCodes: this.exposeCodes || undefined };
    const explainBeforeRefusal = this.explainBeforeRefusal || undefined;
    const options = guard ? { guard, ...own } : { service, provider, profiles, hostedDomains, explainBeforeRefusal, today, ...own };
    return alone(Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined && value !== "")));
  }
}

/** @param {HTMLElement} form @param {string | null} count */
function lend(form, count) {
  reflect(form, LENT, count !== null);
  reflect(form, COUNT, count);
}

/** @param {string} name @param {string} now */
function renamed(name, now) {
  return new PasskindError("unknownOption", name, `\`${name}\`: expected \`${now}\` in its place`);
}

/** Data is compared by what it holds: a page that renders gives it anew each time. @param {string} key @param {unknown} before @param {unknown} after */
function isSame(key, before, after) {
  return before === after || (DATA.has(key) && JSON.stringify(before) === JSON.stringify(after));
}
