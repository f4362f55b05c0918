import assert from "node:assert/strict";
import { asScript, newPassword, oneProvider, signIn } from "../visit.js";

/** What `next start` serves. @param {import("../project.js").Project} project */
const started = ({ start }) => start("next", (port) => ["start", "--hostname", "127.0.0.1", "--port", port]);

/** @param {string} name @param {string[]} flags @returns {import("../project.js").Consumer["checks"]} */
const checks = (name, ...flags) => ({
  [`${name}: sign-in, and a server component`]: async (project) => {
    await project.bin("next", "build", ...flags);
    const origin = await started(project);
    assert.match(await (await fetch(origin)).text(), /<h1>Which password goes where at Infomaniak/);
    await signIn(origin);
  },
  [`${name}: without WebAssembly`]: async (project) => asScript(await started(project)),
  [`${name}: one provider, as a module`]: async (project) => oneProvider(`${await started(project)}/one-provider`),
  [`${name}: strength, by itself`]: async (project) => {
    await newPassword(`${await started(project)}/new-password`);
    await project.close();
  },
});

/** @type {import("../project.js").Consumer} */
export default {
  tool: "next",
  pages: false,
  checks: { ...checks("Turbopack"), ...checks("webpack", "--webpack") },
};
