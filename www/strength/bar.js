/**
 * The bar of the meter. How far it goes stands in a closed shadow root and in no attribute, since a style sheet of somebody else's
 * may ask for attributes (`meter[value="4"]`) and tell by the picture that it loads. For the same reason a page chooses its colours
 * and nothing else of what is inside. It is decoration: the text beside it says the same to everybody.
 */
import { element } from "../form/dom.js";
import { alone } from "../guard/given.js";

// `background-color`, never `background`: a page's custom property could be a picture there, loaded at one level only.
const STYLE = `
:host { position: relative; display: block; box-sizing: border-box; inline-size: 100%; block-size: .5rem; border-radius: 99rem; overflow: hidden; background-color: #d5dae0; background-color: var(--passkind-meter-ground, light-dark(#d5dae0, #3d454e)); }
:host([hidden]) { display: none; }
div { position: absolute; inset-block: 0; inset-inline-start: 0; background-color: #b3261e; }
.weak { background-color: var(--passkind-meter-weak, light-dark(#b3261e, #f2857c)); }
.fair { background-color: #a86400; background-color: var(--passkind-meter-fair, light-dark(#a86400, #e5a84b)); }
.strong { background-color: #1d7a3e; background-color: var(--passkind-meter-strong, light-dark(#1d7a3e, #6ecb8b)); }
@media (forced-colors: active) {
  :host { forced-color-adjust: none; background-color: Canvas; outline: 1px solid CanvasText; }
  div { background-color: CanvasText; }
}`;

/** Of a score of 0 a little is to be seen, so that it is not taken for an empty bar. */
const LEAST_PERCENT = 4;

export class Bar {
  box = element("div", "passkind-meter");
  #level = element("div", "weak");

  constructor() {
    this.box.setAttribute("aria-hidden", "true");
    this.hide();
    const root = this.box.attachShadow(alone({ mode: /** @type {const} */ ("closed") }));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet]; // a policy that forbids `<style>` lets it be
    root.append(this.#level);
  }

  /** However strong: what the rules refuse is not shown as done. @param {0 | 1 | 2 | 3 | 4} score @param {boolean} meetsPolicy */
  show(score, meetsPolicy) {
    this.#level.className = score < 2 ? "weak" : score < 4 || !meetsPolicy ? "fair" : "strong";
    this.#level.style.inlineSize = `${Math.max(score * 25, LEAST_PERCENT)}%`;
    this.box.hidden = false;
  }

  hide() {
    this.box.hidden = true;
  }
}
