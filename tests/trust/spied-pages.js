/** The pages that are typed into besides the demo's: everything on one, a meter that asks a list of leaked passwords, an empty one. */
import { createHash } from "node:crypto";
import { marker } from "./marker.js";

export const HOSTED = marker(9).toLowerCase();
export const LEAKED = marker(20);
export const DIGEST = createHash("sha1").update(LEAKED).digest("hex").toUpperCase();
const FIELDS = `<label>Name <input class="name" name="user" autocomplete="username"></label> <label>Password <input class="secret" name="password" type="password" autocomplete="current-password"></label> <button>Sign in</button>`;
/** @param {string} body @param {string} script */
const page = (body, script) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/passkind.css">${body}
  <script type="module">${script}
  for (const form of document.forms) form.addEventListener("submit", (event) => event.preventDefault());
  document.documentElement.dataset.ready = "";</script></html>`;
const METER = `<form id="new"><label>Name <input id="who" autocomplete="username"></label><label>New password <input id="fresh" type="password" autocomplete="new-password"></label></form>`;
export const PAGES = {
  "/all": page(`<form id="form">${FIELDS}</form><passkind-hints service="account" provider="infomaniak" expose-codes><form id="inside">${FIELDS}</form></passkind-hints>
    <form id="host"><div id="shadow"></div><button>Sign in</button></form>${METER}<passkind-guide provider="infomaniak"></passkind-guide>`, `
    import { attach } from "/index.js"; import { attachMeter } from "/meter.js"; import "/define.js"; import "/define-guide.js";
    document.querySelector("#shadow").attachShadow({ mode: "open" }).append(...document.querySelector("#form").cloneNode(true).children);
    const live = ["form", "host"].map((id) => attach(document.getElementById(id), { service: "account", provider: "infomaniak", hostedDomains: ["${HOSTED}.example"], explainBeforeRefusal: true, holdOnce: true, exposeCodes: true }));
    attachMeter(document.querySelector("#fresh"), { identifier: document.querySelector("#who") });
    document.addEventListener("submit", () => { for (const one of live) one.refused(); document.querySelector("passkind-hints").refused(); });`),
  "/list": page(METER, `import { attachMeter } from "/meter.js";
    attachMeter(document.querySelector("#fresh"), { identifier: document.querySelector("#who"), ...(location.search && { breach: "/range/" }) });`),
  [`/range/${DIGEST.slice(0, 5)}`]: { body: `${DIGEST.slice(5)}:7\r\n${"0".repeat(35)}:0`, headers: { "content-type": "text/plain" } },
  "/control": page(`<div id="stage"></div>`, ""),
  "/control-worker.js": `import "/spied.js"; postMessage("up");`,
  "/nothing.gif": { status: 404 },
  "/gone": "",
};
