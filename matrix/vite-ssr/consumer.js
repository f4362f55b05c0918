import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { signIn } from "../visit.js";

/** @type {import("../project.js").Consumer} */
export default {
  tool: "vite",
  pages: false,
  checks: {
    "SSR: rendered in Node, hydrated": async ({ folder, bin, node, serve }) => {
      await bin("vite", "build");
      await bin("vite", "build", "--ssr", "server.jsx", "--outDir", "server");
      const page = await node("print.js");
      assert.match(page, /<h1>Which password goes where at Infomaniak/);
      assert.match(page, /name="password"/);
      writeFileSync(join(folder, "dist/index.html"), page);
      await signIn(await serve("dist"));
    },
    "SSR, passkind bundled into the server": async ({ bin, node }) => {
      await bin("vite", "build", "--ssr", "server.jsx", "--outDir", "server", "--config", "vite.bundled.js");
      assert.match(await node("print.js"), /<h1>Which password goes where at Infomaniak/);
    },
  },
};
