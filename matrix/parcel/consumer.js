import { LIMITS, PROVIDERS_LIMIT } from "../../scripts/size.mjs";
import { asScript, newPassword, oneProvider, RUNTIME, signIn } from "../visit.js";

/** @type {import("../project.js").Consumer} */
export default {
  tool: "parcel",
  checks: {
    "build: sign-in": async ({ bin, serve }) => {
      await bin("parcel", "build", "sign-in.html", "one-provider.html", "new-password.html", "--no-cache");
      return signIn(`${await serve("dist")}/sign-in.html`, { limit: LIMITS.inlined + PROVIDERS_LIMIT + RUNTIME + 1_000 }); // its runtime has a loader for each kind of file
    },
    "without WebAssembly": async ({ serve }) => asScript(`${await serve("dist")}/sign-in.html`),
    "one provider, as a module": async ({ serve }) => oneProvider(`${await serve("dist")}/one-provider.html`, { limit: LIMITS.inlined + RUNTIME }),
    "strength, by itself": async ({ serve }) => newPassword(`${await serve("dist")}/new-password.html`),
  },
};
