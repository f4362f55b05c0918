/**
 * `<passkind-hints>`: `attach` as an element around the page's own form, or around the fields in it. Importing this file
 * has no effect; `define.js` gives the class its tag.
 */
import { attach } from "./attach.js";
import { isOff } from "./guard/brake.js";
import { Base, claim, has, listen, reflect, report } from "./elements/custom-element.js";
import { alone } from "./guard/given.js";

/** @import {Attachment, AttachOptions} from "./attach.js" */
/** @import {Profile} from "./types.js" */

/** @typedef {AttachOptions & { fields?: "identifier" | undefined, holdOnce?: boolean | undefined }} Options */
/** @typedef {Partial<Pick<Options, "profiles" | "messages" | "guard" | "identifier" | "password">> & { profile?: Profile }} Held */
/**
 * `isLent`: `attach` heeds the count on its form; a form around the element bears it for as long as it is attached.
 * @typedef {{ attachment: Attachment, target: HTMLElement, root: Node, options: Record<string, unknown>, isLent: boolean, listeners: AbortController }} Live
 */

const PROPERTIES = /** @type {const} */ ([
  "service", "provider", "profiles", "hostedDomains", "explain", "today", "locale", "messages", "refused", "fields",
  "holdOnce", "exposeCodes", "guard", "identifier", "password",
]);

/** On a form that bears our count, and on its clones: there, too, the count is ours. */
const LENT = "data-passkind-lent";

/** What a core is told is plain data; fields, a guard and texts are things. */
const DATA = new Set(["provider", "profiles", "hostedDomains"]);

export class PasskindHints extends Base {
  static observedAttributes = ["service", "provider", "hosted-domains", "explain", "today", "locale", "refused", "fields", "hold-once", "expose-codes"];

  /** What has no attribute. @type {Held} */ #held = alone({});
  /** @type {Live | undefined} */ #live;
  #isQueued = false;

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

  /** @returns {AttachOptions["explain"]} */
  get explain() { return /** @type {AttachOptions["explain"]} */ (this.getAttribute("explain") ?? undefined); }
  set explain(explain) { reflect(this, "explain", explain); }

  get today() { return this.getAttribute("today") ?? undefined; }
  set today(today) { reflect(this, "today", today); }

  /** Language of the texts; without it the nearest `lang`. */
  get locale() { return this.getAttribute("locale") ?? undefined; }
  set locale(locale) { reflect(this, "locale", locale); }

  get messages() { return this.#held.messages; }
  set messages(messages) { this.#hold("messages", messages); }

  /** How often the server has said no so far: what a server renders, or a framework counts. */
  get refused() {
    const count = Number.parseInt(this.getAttribute("refused") ?? "0", 10);
    return count >= 0 ? count : 1; // whatever else it says, it says that there was one
  }
  set refused(count) { reflect(this, "refused", count || undefined); }

  /** `identifier`: the password's value is never read. @returns {Options["fields"]} */
  get fields() { return /** @type {Options["fields"]} */ (this.getAttribute("fields") ?? undefined); }
  set fields(fields) { reflect(this, "fields", fields); }

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

  /** The server said no once more: `refused()` of `attach`, whose name is the count's here. Leaves the count alone. */
  refuse() {
    this.#live?.attachment.refused();
  }

  connectedCallback() {
    claim(this, PROPERTIES);
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

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (name === "provider") delete this.#held.profile;
    this.#queue();
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
    const isLent = target !== this && (!has(target, "refused") || has(target, LENT));
    if (isLent) lend(target, this.getAttribute("refused"));
    try {
      const attachment = attach(target, options);
      const listeners = new AbortController();
      this.#live = { attachment, target, root: this.getRootNode(), options, isLent, listeners };
      if (target !== this) listen(target, "passkind", (event) => this.#forward(event), { signal: listeners.signal });
    } catch (error) {
      if (isLent) lend(target, null);
      throw error;
    }
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
    if (live.isLent) lend(live.target, this.getAttribute("refused"));
  }

  /** @returns {Record<string, unknown>} only what is set */
  #options() {
    const { guard, messages, identifier, password, profiles } = this.#held;
    const { service, provider, hostedDomains, explain, today, locale, fields } = this;
    const own = { locale, messages, identifier, password, fields, holdOnce: this.holdOnce || undefined, exposeCodes: this.exposeCodes || undefined };
    const options = guard ? { guard, ...own } : { service, provider, profiles, hostedDomains, explain, today, ...own };
    return alone(Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined && value !== "")));
  }
}

/** @param {HTMLElement} form @param {string | null} count */
function lend(form, count) {
  reflect(form, LENT, count !== null);
  reflect(form, "refused", count);
}

/** Data is compared by what it holds: a page that renders gives it anew each time. @param {string} key @param {unknown} before @param {unknown} after */
function isSame(key, before, after) {
  return before === after || (DATA.has(key) && JSON.stringify(before) === JSON.stringify(after));
}
