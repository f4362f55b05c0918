/** Starts the Chromium that is installed: `CHROME`, or Debian's. */
import { chromium } from "playwright-core";

const QUIET = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** @param {string[]} [more] switches besides @param {string[]} [fewer] of Playwright's own, those to leave out */
export function launch(more = [], fewer = []) {
  return chromium.launch({ executablePath: process.env["CHROME"] || "/usr/bin/chromium", args: [...QUIET, ...more], ignoreDefaultArgs: fewer });
}
