import { cpSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { newPassword, signIn } from "../visit.js";

/** @type {import("../project.js").Consumer} */
export default {
  tool: "rollup",
  checks: {
    "build: sign-in": async ({ bin, html, serve }) => {
      await bin("rollup", "-c");
      html("dist");
      return signIn(`${await serve("dist")}/sign-in.html`);
    },
    "strength, its two files beside the bundle": async ({ folder, bin, html, serve }) => {
      await bin("rollup", "-c", "rollup.beside.js");
      mkdirSync(join(folder, "beside/pkg"));
      cpSync(join(folder, "node_modules/passkind/pkg/strength.wasm"), join(folder, "beside/pkg/strength.wasm"));
      html("beside");
      return newPassword(`${await serve("beside")}/new-password.html`);
    },
    "strength by load(url) and worker": async ({ folder, bin, html, serve }) => {
      renameSync(join(folder, "own-files.js"), join(folder, "own.js"));
      await bin("rollup", "-c", "rollup.beside.js", "--dir", "named");
      cpSync(join(folder, "node_modules/passkind/pkg/strength.wasm"), join(folder, "named/strength.wasm"));
      html("named");
      return newPassword(`${await serve("named")}/new-password.html`);
    },
  },
};
