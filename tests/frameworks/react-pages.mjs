// Other ways in which React pages write the form, each served in development, where React warns.
import assert from "node:assert/strict";
import { cpSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { form, open } from "./walk.mjs";

/** @import {Browser, Page} from "playwright-core" */

const PAGES = fileURLToPath(new URL("pages.jsx", import.meta.url));
const OTHER_KIND = "Sommer24!";

/** Each page, and what a person finds on it. @type {Record<string, (page: Page) => Promise<void>>} */
const USES = {
  async Action(page) {
    const { fill, hints, type, address, password, connect } = form(page);
    await fill("anna@ik.me", OTHER_KIND);
    await connect.click();
    await hints.getByText("Next step").waitFor();
    await page.getByRole("alert").getByText("refused").waitFor();
    assert.deepEqual([await address.inputValue(), await password.inputValue()], ["anna@ik.me", ""], "emptied by React");
    await type(password, OTHER_KIND);
    await connect.click();
    await hints.first().getByText("Next step").waitFor(); // the second refusal of the pair: the reset first
  },
  async Places(page) {
    const { fill, hints, type, address, connect } = form(page);
    await fill("anna@ik.mee", OTHER_KIND);
    await page.locator("[data-passkind-for=password] [role=status]").getByText("Password: this may be").waitFor();
    await page.locator("[data-passkind-for=identifier]").getByRole("button", { name: "Use ik.me" }).click();
    await type(address, "anna@ik.me");
    await connect.click();
    await hints.getByText("Next step").waitFor();
    assert.equal(await page.locator(".pending").count(), 0);
  },
};

/**
 * @param {Browser} browser
 * @param {string} folder a copy of the example
 * @param {(use: (url: string) => Promise<void>) => Promise<void>} served
 */
export async function reactPages(browser, folder, served) {
  cpSync(PAGES, `${folder}/src/pages.jsx`);
  for (const [name, use] of Object.entries(USES)) {
    writeFileSync(`${folder}/src/App.jsx`, `import { ${name} } from "./pages.jsx"; export const App = () => <main><h1>${name}</h1><${name} /></main>;`);
    await served(async (url) => {
      const { page, faults } = await open(browser, url);
      try {
        await page.locator(".passkind").nth(1).waitFor({ state: "attached" });
        await page.waitForLoadState("networkidle");
        await use(page);
        assert.equal(await page.locator(".passkind").count(), 2, name);
        assert.deepEqual(faults, [], name);
      } finally {
        await page.context().close();
      }
    });
  }
}
