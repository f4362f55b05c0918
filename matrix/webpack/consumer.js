import { LIMITS, PROVIDERS_LIMIT } from "../../scripts/size.mjs";
import { asScript, newPassword, oneProvider, RUNTIME, signIn } from "../visit.js";

/** @type {import("../project.js").Consumer} */
export default {
  tool: "webpack",
  checks: {
    "build: sign-in": async ({ bin, html, serve }) => {
      await bin("webpack");
      html("dist");
      return signIn(`${await serve("dist")}/sign-in.html`, { limit: LIMITS.inlined + PROVIDERS_LIMIT + RUNTIME });
    },
    "without WebAssembly": async ({ serve }) => asScript(`${await serve("dist")}/sign-in.html`),
    "one provider, as a module": async ({ serve }) => oneProvider(`${await serve("dist")}/one-provider.html`, { limit: LIMITS.inlined + RUNTIME }),
    "core as a file, by load(url)": async ({ serve }) => signIn(`${await serve("dist")}/core-file.html`, { limit: LIMITS.separate + PROVIDERS_LIMIT + RUNTIME, file: true }),
    "strength, by itself": async ({ serve }) => newPassword(`${await serve("dist")}/new-password.html`),
  },
};
