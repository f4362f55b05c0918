/** What a person does in a page, through WebDriver: real keys, a real pointer; and what they can see there. */
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { By, Key } from "selenium-webdriver";

/** @import {WebDriver} from "selenium-webdriver" */

/** Longer than the pause, the wasm's start and a busy machine together. */
const PATIENCE_MS = 10_000;

export { Key };

export class Person {
  /** @type {WebDriver} */ #driver;
  #origin;

  /** @param {WebDriver} driver @param {string} origin */
  constructor(driver, origin) {
    this.#driver = driver;
    this.#origin = origin;
  }

  /** @param {string} path @param {string} [ready] a selector that says so */
  async open(path, ready = "html[data-ready]") {
    await this.#driver.get(this.#origin + path);
    await this.until(`return document.querySelector(${JSON.stringify(ready)}) !== null`);
  }

  /** @param {string} selector */
  find(selector) {
    return this.#driver.findElement(By.css(selector));
  }

  /** Presses and lets go over the middle of it. @param {string} selector */
  async click(selector) {
    await this.#driver.actions().move({ origin: await this.#inSight(selector) }).press().release().perform();
  }

  /** Scrolls where needed, as a person would. @param {string} selector */
  async #inSight(selector) {
    const element = await this.find(selector);
    await this.run("arguments[0].scrollIntoView({ block: 'nearest' })", element);
    return element;
  }

  /** Over its upper edge, which is the first to go when something above grows. @param {string} selector */
  async press(selector) {
    const origin = await this.#inSight(selector);
    const { height } = await origin.getRect();
    await this.#driver.actions().move({ origin, y: Math.round(3 - height / 2) }).press().perform();
  }

  async letGo() {
    await this.#driver.actions().release().perform();
  }

  /** Keys, one after the other; `Key.TAB` and the like among them. @param {string[]} keys */
  async type(...keys) {
    await this.#driver.actions().sendKeys(...keys).perform();
  }

  /** @param {string} held @param {string} key */
  async chord(held, key) {
    await this.#driver.actions().keyDown(held).sendKeys(key).keyUp(held).perform();
  }

  /** Into the field, in place of what stands there. @param {string} selector @param {string} text */
  async fill(selector, text) {
    await this.click(selector);
    await this.chord(Key.CONTROL, "a");
    await this.type(text);
  }

  /** Both fields, and leaves the second. @param {{ identifier: string, password: string }} pair */
  async fillPair({ identifier, password }) {
    await this.fill("#name", identifier);
    await this.fill("#secret", password);
    await this.type(Key.TAB);
  }

  /** Tab, or Shift+Tab, until the focus is there; fails when it never comes. @param {string} selector @param {"forward" | "back"} [way] */
  async tabTo(selector, way = "forward") {
    for (let i = 0; i < 40; i++) {
      if (way === "forward") await this.type(Key.TAB);
      else await this.chord(Key.SHIFT, Key.TAB);
      if (await this.run(`return document.activeElement?.matches(${JSON.stringify(selector)})`)) return;
    }
    assert.fail(`Tab never came to ${selector}`);
  }

  /** @param {string} script @param {unknown[]} given @returns {Promise<any>} */
  run(script, ...given) {
    return this.#driver.executeScript(script, ...given);
  }

  /** @param {string} script one that returns a truth @param {unknown[]} given */
  async until(script, ...given) {
    await this.#driver.wait(() => this.run(script, ...given), PATIENCE_MS, `never: ${script} ${given.join(", ")}`, 40);
  }

  /** @param {number} ms */
  async wait(ms) {
    await this.#driver.sleep(ms);
  }

  /** What a field's region says, line by line. @param {"identifier" | "password"} field @returns {Promise<string[]>} */
  told(field) {
    return this.run("return [...document.querySelectorAll(`[data-passkind-field=${arguments[0]}] [role=status] p`)].map((line) => line.textContent)", field);
  }

  /** @param {"identifier" | "password"} field @param {string[]} lines */
  async hears(field, lines) {
    const all = "return [...document.querySelectorAll(`[data-passkind-field=${arguments[0]}] [role=status] p`)].map((line) => line.textContent).join('\\n') === arguments[1]";
    await this.until(all, field, lines.join("\n")).catch(async () => assert.deepEqual(await this.told(field), lines));
  }

  /** Of the whole window, or of one element. @param {string} file @param {string} [selector] */
  async picture(file, selector) {
    const image = await (selector ? this.find(selector) : this.#driver).takeScreenshot();
    await writeFile(file, image, "base64");
  }

  /** Goes into a frame, or out of it again. @param {string} [selector] */
  async frame(selector) {
    if (selector) await this.#driver.switchTo().frame(await this.find(selector));
    else await this.#driver.switchTo().defaultContent();
  }
}
