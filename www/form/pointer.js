/** Whether a finger or a mouse button is down: nothing may move between that and the click, which follows the release. */
import { on, weakly } from "./dom.js";

export class Pointer {
  isDown = false;
  /** @type {() => void} */ #released = () => {};

  /**
   * On the whole page, as long as the signal is not aborted; keeps nobody alive.
   * @param {() => void} pressed a pointer or a key was pressed @param {() => void} released after the click @param {AbortSignal} signal
   */
  listen(pressed, released, signal) {
    this.#released = released;
    on(document, ["pointerdown", "keydown"], weakly(this, this.#hear), signal);
    on(document, ["pointerdown", "keydown"], pressed, signal);
    on(document, ["pointerup", "pointercancel"], weakly(this, this.#end), signal);
    on(window, ["pageshow"], weakly(this, this.#end), signal); // the release was on the page that followed
  }

  /** @param {Event} event */
  #hear({ type }) {
    this.isDown = type === "pointerdown"; // at a key: its release may have gone to another window
  }

  #end() {
    setTimeout(() => {
      this.isDown = false;
      this.#released();
    });
  }
}
