import { told } from "../runtime.js";

/** @type {import("../project.js").Consumer} */
export default {
  tool: "bun",
  binary: "bun",
  pages: false,
  checks: {
    "import: guard and rate()": async ({ bin }) => told(await bin("bun", "run", "ask.js")),
    "the core as JavaScript": async ({ bin }) => told(await bin("bun", "run", "ask.js", "--script")),
  },
};
