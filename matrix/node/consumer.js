import assert from "node:assert/strict";
import { told } from "../runtime.js";

/** @type {import("../project.js").Consumer} */
export default {
  tool: "node",
  version: process.versions.node,
  pages: false,
  checks: {
    "import: guard and rate()": async ({ node }) => told(await node("ask.js")),
    "require() of the modules": async ({ node }) => assert.equal(await node("ask.cjs"), "mailboxPasswordExpected\n"),
  },
};
