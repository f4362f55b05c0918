/** A sign-in form with hints, and what happens in it, timed inside the page by the browser's own event times. */
import { attach, createGuard } from "../www/index.js";

const OPTIONS = { service: "mailbox", provider: "infomaniak" };
const form = /** @type {HTMLFormElement} */ (document.querySelector("#form"));
const [user, password] = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input")]);
/** @type {Promise<unknown> | undefined} */
let armed;

/** The time of the next event of a kind. @param {EventTarget} target @param {string} type @returns {Promise<number>} */
const next = (target, type) => new Promise((resolve) => target.addEventListener(type, ({ timeStamp }) => resolve(timeStamp), { once: true, capture: true }));

/** @type {any} */ (window).bench = {
  /**
   * Before the first focus. `ready`: the guard is there. `answer`: `attach`, which has waited for the same load, has made its first
   * assessment of what stands in the fields.
   */
  armReady() {
    user.value = "anna@ik.me";
    password.value = "Sommer24!";
    const hints = attach(form, OPTIONS);
    armed = new Promise((resolve) => {
      const answered = new Promise((told) => form.addEventListener("passkind", () => told(performance.now()), { once: true }));
      // On its way down to the form, so before `attach` hears it.
      addEventListener("focusin", async ({ timeStamp: focused }) => {
        // The load that `attach` waits for, and the same guard; asked for just before it, so that its answer is no part of this time.
        const ready = createGuard(OPTIONS).then(() => performance.now());
        hints.refused(); // so that there is something to answer as soon as it can be
        resolve({ ready: (await ready) - focused, answer: Number(await answered) - focused });
      }, { capture: true, once: true });
    });
  },
  attach() {
    attach(form, OPTIONS);
    user.focus();
    return createGuard(OPTIONS).then(() => {});
  },
  /** Before a field is left: until a text of hints stands in the page that did not before. */
  armHint() {
    armed = (async () => {
      const left = next(form, "focusout");
      const shown = new Promise((resolve) => {
        const texts = () => [...form.querySelectorAll("[role=status]")].map((region) => region.textContent).join("\n");
        const before = texts();
        const observer = new MutationObserver(() => {
          if (texts() === before || !texts().trim()) return;
          observer.disconnect();
          resolve(performance.now());
        });
        observer.observe(form, { childList: true, subtree: true, characterData: true });
      });
      return Number(await shown) - (await left);
    })();
  },
  measured: () => armed,
};
