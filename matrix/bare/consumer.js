// No build: the package's files as they are, by an import map or by their place.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { asScript, newPassword, oneProvider, signIn } from "../visit.js";

/** @type {import("../project.js").Consumer} */
export default {
  tool: "no bundler",
  checks: {
    "import map: sign-in": async ({ serve }) => signIn(`${await serve()}/sign-in.html`),
    "import map: without WebAssembly": async ({ serve }) => asScript(`${await serve()}/sign-in.html`),
    "import map: one provider, as a module": async ({ serve }) => oneProvider(`${await serve()}/one-provider.html`),
    "import map: strength": async ({ serve }) => newPassword(`${await serve()}/new-password.html`),
    "relative import: sign-in": async ({ folder, serve }) => {
      cpSync(join(folder, "node_modules/passkind"), join(folder, "passkind"), { recursive: true });
      return signIn(`${await serve()}/relative.html`);
    },
  },
};
