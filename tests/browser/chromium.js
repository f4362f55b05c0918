/** Starts the Chromium that is installed: `CHROME_SHELL`, the same engine without a window and quicker to start; `CHROME`, or Debian's. */
import { chromium } from "playwright-core";

const QUIET = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** @param {string[]} [more] switches besides @param {string[]} [fewer] of Playwright's own, those to leave out: then it is the whole Chromium, since the shell lacks what they switch off */
export function launch(more = [], fewer = []) {
  return chromium.launch({ executablePath: (fewer.length ? undefined : process.env["CHROME_SHELL"]) || process.env["CHROME"] || "/usr/bin/chromium", args: [...QUIET, ...more], ignoreDefaultArgs: fewer });
}
