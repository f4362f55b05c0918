// The walk through the classic POST: the server counts refusals and renders the page anew, passkind speaks at load.
import assert from "node:assert/strict";
import { accessible, form, open } from "./walk.mjs";

/** @import {Browser, BrowserContext, Page} from "playwright-core" */

const KNOWN = "anna@ik.me";
const UNKNOWN = "nobody.here@ik.me";
const MARKER = "Sommer-7141!";

/** @param {Browser} browser @param {string} url @param {string[]} said what the server printed */
export async function post(browser, url, said) {
  const [, password = ""] = /takes anna@ik\.me with (.*)/.exec(said.join("\n")) ?? [];
  assert.ok(password, "the server says which pair it takes");
  await policy(url);
  await counted(browser, url);
  await sameAnswer(url);
  await withoutScripts(browser, url);
  await taken(browser, url, password);
}

/** @param {string} url */
async function policy(url) {
  const { headers } = await fetch(url);
  const directives = Object.fromEntries((headers.get("content-security-policy") ?? "").split("; ").map((directive) => directive.split(/ (.*)/)));
  assert.equal(directives["default-src"], "'none'");
  assert.equal(directives["script-src"], "'self' 'wasm-unsafe-eval'");
  assert.doesNotMatch(headers.get("content-security-policy") ?? "", /unsafe-inline|'unsafe-eval'|\*/);
}

/** @param {Page} page */
const refusedSoFar = (page) => page.locator("form").getAttribute("data-passkind-refused");
/** @param {Page} page @returns {Promise<string[]>} the first words of each hint, that come without a click or a key */
async function atLoad(page) {
  const { hints } = form(page);
  await hints.first().waitFor();
  return (await hints.allInnerTexts()).map((text) => text.split(/[:,.]| with /)[0] ?? "");
}

/** A session of refusals, then another name, then another browser. @param {Browser} browser @param {string} url */
async function counted(browser, url) {
  const { page, faults } = await open(browser, url);
  const { fill, connect, address, password, hints, type } = form(page);
  /** @type {URLSearchParams[]} */
  const sent = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(new URLSearchParams(request.postData() ?? "")));
  const refuse = async (/** @type {string} */ secret) => {
    await type(password, secret);
    await Promise.all([page.waitForEvent("load"), connect.click()]);
    await page.getByRole("alert").getByText("refused").waitFor();
    assert.equal(await password.inputValue(), "", "the password is not sent back");
    assert.ok(!(await page.content()).includes(secret));
  };
  try {
    assert.equal(await refusedSoFar(page), null);
    await fill("anna@ik.mee", "tkwo vqea zjmu hxib");
    await hints.getByText("Check the spelling").waitFor();
    await page.getByRole("button", { name: "Use ik.me" }).click();
    await page.waitForTimeout(1300);
    assert.equal(await hints.count(), 0, "the right pair: silent");

    await refuse(MARKER);
    assert.deepEqual([sent[0]?.get("address"), sent[0]?.get("password")], [KNOWN, MARKER], "what is sent is the corrected address, and the password as typed");
    assert.equal(await refusedSoFar(page), "1");
    assert.equal(await address.inputValue(), KNOWN);
    assert.deepEqual(await atLoad(page), ["Test this address", "A new e-mail address has no password until one is created", "Next step"]);
    await accessible(page);

    await refuse(MARKER);
    assert.equal(await refusedSoFar(page), "2");
    assert.equal((await atLoad(page))[0], "Next step", "the reset first");
    await refuse(MARKER);
    assert.equal(await refusedSoFar(page), "3");
    assert.deepEqual((await atLoad(page)).slice(0, 2), ["Next step", "Take a pause"]);

    await type(address, UNKNOWN);
    await refuse(MARKER);
    assert.equal(await refusedSoFar(page), "1", "another address is another pair");

    const [cookie] = await page.context().cookies();
    assert.ok(cookie && cookie.httpOnly && cookie.sameSite === "Lax" && /^[\w-]{22}$/.test(cookie.value), "a random id that scripts cannot read");
    assert.deepEqual(faults, []);
  } finally {
    await page.context().close();
  }
}

/** The server's answer to a post outside a browser. @param {string} url @param {string} address @param {Record<string, string>} [headers] */
const posted = (url, address, headers = {}) => fetch(`${url}sign-in`, { method: "POST", headers, body: new URLSearchParams({ address, password: MARKER }), redirect: "manual" });

/** @param {string} url */
async function sameAnswer(url) {
  const answers = await Promise.all([KNOWN, UNKNOWN].map(async (address) => {
    const response = await posted(url, address);
    const headers = [...response.headers.keys()].filter((name) => name !== "date");
    return { status: response.status, headers, page: (await response.text()).replace(address, "ADDRESS") };
  }));
  assert.deepEqual(answers[0], answers[1], "an address that the server knows and one that it does not: the same answer");
  assert.match(answers[0]?.page ?? "", /data-passkind-refused="1"/, "without a cookie every session is a new one");

  const hostile = await (await posted(url, `"><script>alert(1)</script>@ik.me`)).text();
  assert.doesNotMatch(hostile, /<script>/, "an address stays text");
  assert.equal((await posted(url, KNOWN, { "sec-fetch-site": "cross-site" })).status, 403, "another site's form");
  const made = await (await posted(url, KNOWN, { cookie: `session=${"A".repeat(22)}` })).text();
  assert.match(made, /data-passkind-refused="1"/, "an id that nobody was given counts nothing");
  assert.equal((await posted(url, "a".repeat(20_000))).status, 413);
}

/** @param {Browser} browser @param {string} url */
async function withoutScripts(browser, url) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(url);
    const { address, password, connect } = form(page);
    await address.fill(KNOWN);
    await password.fill(MARKER);
    await connect.click();
    await page.getByText("refused this address and password").waitFor();
    assert.equal(await refusedSoFar(page), "1", "another browser begins at one");
  } finally {
    await context.close();
  }
}

/** @param {Browser} browser @param {string} url @param {string} password */
async function taken(browser, url, password) {
  const { page, faults } = await open(browser, url);
  try {
    const { fill, connect, hints } = form(page);
    await fill(KNOWN, password);
    await page.waitForTimeout(1300);
    assert.equal(await hints.count(), 0, "the pair that the server takes: silent");
    await connect.click();
    await page.getByText("Your mailbox is connected.").waitFor();
    assert.deepEqual(faults, []);
  } finally {
    await page.context().close();
  }
}
