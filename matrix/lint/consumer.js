/** @type {import("../project.js").Consumer[]} */
export default [
  {
    tool: "publint",
    pages: false,
    checks: { "the tarball, strictly": async ({ bin, tarball }) => void (await bin("publint", "run", tarball, "--strict")) },
  },
  {
    tool: "@arethetypeswrong/cli",
    pages: false,
    checks: {
      "the tarball, esm-only": async ({ bin, tarball }) =>
        void (await bin("attw", tarball, "--profile", "esm-only", "--exclude-entrypoints", "./core.wasm", "./sign-in.wasm", "./strength.wasm", "./passkind.css", "./providers/all.txt")),
    },
  },
];
