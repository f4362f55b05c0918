/** The same loop as in Node, in a page. */
import { createGuard } from "../www/index.js";
import { measureAssess } from "./assess-loop.js";

/** @type {any} */ (window).bench = {
  /** @param {object[]} forms @param {import("./assess-loop.js").Given["pairs"]} pairs @param {number} rounds @param {number} calls */
  async assess(forms, pairs, rounds, calls) {
    const { ask } = await import("/bench/mailcheck-validator.js");
    const guards = await Promise.all(forms.map((options) => createGuard(/** @type {any} */ (options))));
    return measureAssess({ pairs, guards, peer: ask, rounds, calls });
  },
};
