// Every example of the README runs: JavaScript here in Node, the page in a browser; `cargo test` runs the Rust ones.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "./chromium.js";
import { serve } from "./server.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const readme = readFileSync(`${ROOT}README.md`, "utf8");
const blocks = (/** @type {string} */ info) => [...readme.matchAll(new RegExp(`^\`\`\`${info}\\n(.*?)^\`\`\``, "gms"))].map(([, code = ""]) => code);

for (const [at, code] of blocks("js").entries()) {
  test(`JavaScript example ${at + 1} prints what it says`, () => {
    const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: `${ROOT}www`, encoding: "utf8" });
    const [first, second] = printed.trim().split("\n");
    assert.equal(first, /** @type {RegExpExecArray} */ (/; \/\/ (.*)/.exec(code))[1]);
    assert.ok((second ?? "").length > 20, printed);
  });
}

test("pictures and documents that it names are there", () => {
  for (const [, path = ""] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) assert.ok(existsSync(`${ROOT}${path}`), path);
});

/** The page of an example, opened. @param {number} at @param {(tab: import("playwright-core").Page) => Promise<void>} use */
async function onPage(at, use) {
  const [html, script] = [blocks("html")[at] ?? "", blocks("js browser")[at] ?? ""];
  const imports = `<script type="importmap">{ "imports": { "passkind": "/index.js", "passkind/": "/", "passkind/meter.js": "/meter.js" } }</script>`;
  const page = html.replace("passkind/passkind.css", "/passkind.css").replace(/<script.*<\/script>/, `${imports}<script type="module">${script}</script>`);
  const server = await serve({ "/fixture/": `<!doctype html><html lang="en"><title>Example</title>${page}` });
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    await tab.goto(`${server.origin}/fixture/`);
    await use(tab);
  } finally {
    await browser.close();
    await server.close();
  }
}

test("every page of an example is opened below", () => assert.deepEqual([blocks("html").length, blocks("js browser").length], [3, 3]));

test("the page of the example shows a hint after a refusal", () => onPage(0, async (tab) => {
  await tab.getByLabel("E-mail address").fill("anna@ik.me");
  await tab.getByLabel("Password").pressSequentially("Sommer24!");
  await tab.getByLabel("Password").blur();
  await tab.locator(".passkind-hint").first().waitFor();
  assert.match(await tab.locator("[role=status]").last().innerText(), /made for this e-mail address/);
}));

test("the page with elements shows hints, counts a refusal, and guides", () => onPage(1, async (tab) => {
  await tab.getByLabel("E-mail address").fill("anna@ik.me");
  await tab.getByLabel("Password", { exact: true }).pressSequentially("Sommer24!");
  await tab.getByLabel("Password", { exact: true }).blur();
  await tab.locator(".passkind-hint", { hasText: "made for this e-mail address" }).waitFor();
  await tab.getByLabel("My mail in a program or on a phone").check();
  await tab.getByRole("button", { name: "Show which password" }).click();
  await tab.getByText("password of the e-mail address").first().waitFor();
}));

test("the page with the meter rates a new password", () => onPage(2, async (tab) => {
  await tab.getByLabel("E-mail address").fill("anna@example.org");
  await tab.getByRole("textbox", { name: "New password" }).pressSequentially("Example Host 1!");
  await tab.locator(".passkind-level", { hasText: /^Strength: (very weak|weak|fair)/ }).waitFor();
  await tab.getByRole("textbox", { name: "New password" }).fill("vier Igel tanzen im Nebel");
  await tab.locator(".passkind-level", { hasText: "Strength: strong. It meets the rules." }).waitFor();
}));
