// The server: it has no window, and prints the page.
import { readFileSync } from "node:fs";
import { render } from "./server/server.js";

if ("window" in globalThis || "document" in globalThis) throw new Error("no server");
const { title, html } = await render();
console.log(readFileSync("dist/index.html", "utf8").replace("<!--title-->", () => title).replace("<!--html-->", () => html));
