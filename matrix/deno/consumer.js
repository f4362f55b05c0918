import { told } from "../runtime.js";

/** @type {import("../project.js").Consumer} */
export default {
  tool: "deno",
  binary: "deno",
  pages: false,
  checks: {
    "import: guard and rate()": async ({ bin }) => told(await bin("deno", "run", "--no-prompt", "--node-modules-dir=manual", "--allow-read", "ask.js")),
    "the core as JavaScript": async ({ bin }) => told(await bin("deno", "run", "--no-prompt", "--node-modules-dir=manual", "--allow-read", "ask.js", "--script")),
    "deno check": async ({ bin }) => void (await bin("deno", "check", "--node-modules-dir=manual", "ask.js")),
  },
};
