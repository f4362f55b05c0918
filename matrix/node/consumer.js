import assert from "node:assert/strict";
import { told } from "../runtime.js";

/** The oldest that the package names in its `engines`. */
const OLDEST = 20;

/** @type {import("../project.js").Consumer} */
export default {
  tool: "node",
  version: process.versions.node,
  pages: false,
  checks: {
    "import: guard and rate()": async ({ node }) => {
      assert.ok(Number.parseInt(process.versions.node, 10) >= OLDEST, `node ${process.versions.node}: this row is about ${OLDEST} and newer`);
      return told(await node("ask.js"));
    },
    "the core as JavaScript": async ({ node }) => told(await node("ask.js", "--script")),
    "require() of the modules": async ({ node }) => assert.equal(await node("ask.cjs"), "mailboxPasswordExpected\n"),
  },
};
