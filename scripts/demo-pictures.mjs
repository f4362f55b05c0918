// Takes the pictures of the demo that the documents show: `make demo-pictures`. Their sizes are fixed; the letters are those of
// the machine's fonts, so that they are taken again only when the demo looks different.
import { fileURLToPath } from "node:url";
import { demo } from "../tests/browser/demo.js";

const DOCS = fileURLToPath(new URL("../docs/", import.meta.url));

/** @type {{ file: string, viewport: { width: number, height: number }, colorScheme: "light" | "dark" }[]} */
const PICTURES = [
  { file: "demo.png", viewport: { width: 1280, height: 960 }, colorScheme: "light" },
  { file: "demo-phone.png", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
];

/** @param {string} folder */
export async function takePictures(folder) {
  const shown = await demo();
  try {
    for (const { file, viewport, colorScheme } of PICTURES) {
      await shown.open("/?service=mailbox&lang=en", async (tab) => {
        await tab.locator("[data-kind=accountPassword]").click();
        await tab.locator(".passkind-hint").first().waitFor();
        await tab.locator("#assessment span").first().waitFor({ state: "attached" });
        await tab.mouse.move(0, 0);
        await tab.screenshot({ path: `${folder}${file}`, animations: "disabled" });
      }, { context: { viewport, colorScheme, reducedMotion: "reduce" } });
    }
  } finally {
    await shown.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await takePictures(DOCS);
