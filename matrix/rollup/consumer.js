import { asScript, newPassword, oneProvider, signIn } from "../visit.js";

/** @type {import("../project.js").Consumer} */
export default {
  tool: "rollup",
  checks: {
    "build: sign-in": async ({ sh, html, serve }) => {
      await sh("build.sh");
      html("dist");
      return signIn(`${await serve("dist")}/sign-in.html`);
    },
    "without WebAssembly": async ({ serve }) => asScript(`${await serve("dist")}/sign-in.html`),
    "one provider, as a module": async ({ serve }) => oneProvider(`${await serve("dist")}/one-provider.html`),
    "strength, its two files beside the bundle": async ({ serve }) => newPassword(`${await serve("dist")}/new-password.html`),
    "strength by load(url) and worker": async ({ sh, html, serve, overlay }) => {
      overlay("named");
      await sh("build.sh");
      html("dist");
      return newPassword(`${await serve("dist")}/new-password.html`);
    },
  },
};
