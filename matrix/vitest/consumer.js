/** @type {import("../project.js").Consumer} */
export default {
  tool: "vitest",
  pages: false,
  checks: {
    "environment node": async ({ bin }) => void (await bin("vitest", "run", "guard.test.js")),
    "the core as JavaScript": async ({ bin }) => void (await bin("vitest", "run", "script.test.js")),
    "environment jsdom": async ({ bin }) => void (await bin("vitest", "run", "form.test.js")),
  },
};
