/** The same as in Node, in a page. */
import { createGuard } from "../www/index.js";
import { measureGrowth } from "./growth-loop.js";

/** @type {any} */ (window).bench = {
  async growth() {
    const { ask } = await import("/bench/mailcheck-validator.js");
    return measureGrowth({ createGuard: /** @type {any} */ (createGuard), peer: ask });
  },
};
