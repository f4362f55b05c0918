/**
 * `<passkind-guide>`: "which password do I need?" in two questions at most, and the provider's table. Asks for nothing
 * secret. What stands inside the element shows until it can answer, and where it cannot.
 */
import { isOff } from "./guard/brake.js";
import { Base, claim, create, reflect, report } from "./elements/custom-element.js";
import { language } from "./form/dom.js";
import { alone } from "./guard/given.js";
import { answersTo } from "./guide/answers.js";
import { GuideView } from "./guide/view.js";
import { PasskindError } from "./guard/readers.js";

/** @import {Messages} from "./describe.js" */
/** @import {GuideTexts} from "./guide/texts.js" */
/** @import {Choice} from "./guide/view.js" */
/** @import {Profile} from "./types.js" */

/** @typedef {{ profile?: Profile | undefined, profiles?: Profile[] | undefined, messages?: Messages | undefined, texts?: GuideTexts | undefined }} Held */

/** The table is fetched before it comes into sight: this far. */
const AHEAD = "300px";

export class PasskindGuide extends Base {
  static observedAttributes = ["provider", "service", "locale"];

  /** @type {Held} */ #held = alone({});
  /** @type {IntersectionObserver | undefined} */ #watch;
  /** @type {HTMLSlotElement | undefined} */ #slot;
  /** @type {GuideView | undefined} */ #view;
  /** Counts questions to the core: an answer to an older one is stale. */ #run = 0;
  #isQueued = false;

  constructor() {
    super();
    // `cloneNode` upgrades its clone before that is put into the page, where its radio buttons would join the groups of this one's.
    this.#clean();
  }

  /** An id, which the attribute shows, or a profile of your own, which it cannot. @returns {string | Profile | undefined} */
  get provider() { return this.#held.profile ?? this.getAttribute("provider") ?? undefined; }
  set provider(provider) {
    const isOwn = typeof provider === "object" && provider !== null;
    reflect(this, "provider", isOwn ? undefined : provider);
    this.#hold({ profile: isOwn ? provider : undefined });
  }

  get profiles() { return this.#held.profiles; }
  set profiles(profiles) { this.#hold({ profiles }); }

  /** The answer to the first question, where the page knows it. */
  get service() { return this.getAttribute("service") ?? undefined; }
  set service(service) { reflect(this, "service", service); }

  /** Language of the texts; without it the nearest `lang`. */
  get locale() { return this.getAttribute("locale") ?? undefined; }
  set locale(locale) { reflect(this, "locale", locale); }

  /** Texts of your own in place of a locale's: `messages` as for `attach`, `texts` for the questions. */
  get messages() { return this.#held.messages; }
  set messages(messages) { this.#hold({ messages }); }
  get texts() { return this.#held.texts; }
  set texts(texts) { this.#hold({ texts }); }

  connectedCallback() {
    claim(this, ["provider", "profiles", "service", "locale", "messages", "texts"]);
    if (this.#run) return;
    this.#clean();
    if (!globalThis.IntersectionObserver) return void this.#start();
    this.#watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#start();
    }, alone({ rootMargin: AHEAD }));
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    this.#watch?.disconnect();
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (name === "provider") delete this.#held.profile;
    if (before !== after) this.#queue(name === "service");
  }

  /** @param {Held} changes */
  #hold(changes) {
    Object.assign(this.#held, changes);
    this.#queue();
  }

  /** Several changes in one script are one. @param {boolean} [choiceOnly] */
  #queue(choiceOnly = false) {
    if (choiceOnly && this.#view) return this.#view.choose({ service: this.service });
    if (this.#isQueued || !this.#run) return;
    this.#isQueued = true;
    queueMicrotask(() => {
      this.#isQueued = false;
      this.#start();
    });
  }

  async #start() {
    this.#watch?.disconnect();
    const run = ++this.#run;
    if (isOff()) return this.#show(undefined);
    const { provider, profiles, messages, texts } = this;
    const locale = this.locale ?? language(this);
    try {
      if (!provider) throw new PasskindError("missingOption", "provider", "option `provider`: expected the id of a provider, or a profile");
      const answers = await answersTo({ provider, profiles, locale, messages, texts });
      if (run === this.#run) this.#show(answers && new GuideView(answers, this.#view?.choice ?? { service: this.service }));
    } catch (error) {
      if (run !== this.#run) return;
      this.#show(undefined);
      report(error);
    }
  }

  /** What a clone, a cached page or markup that was written again brought along of another element's guide; and our own former one. */
  #clean() {
    for (const former of this.querySelectorAll(":scope > .passkind-guide")) if (former !== this.#view?.box) former.remove();
  }

  /** @param {GuideView | undefined} view */
  #show(view) {
    this.#view = view;
    this.#clean();
    if (view) this.append(view.box);
    if (view && !this.#slot) {
      // A root with nothing but a slot: what the page put inside stays where it is, and only ours is to be seen.
      this.#slot = create("slot");
      (this.shadowRoot ?? this.attachShadow(alone({ mode: /** @type {const} */ ("open") }))).replaceChildren(this.#slot);
    }
    if (this.#slot) this.#slot.name = view ? view.box.slot : "";
  }
}
