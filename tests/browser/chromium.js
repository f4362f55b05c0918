/** Starts the Chromium that is installed: `CHROME`, or Debian's. */
import { chromium } from "playwright-core";

const QUIET = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** @param {string[]} [more] switches besides */
export function launch(more = []) {
  return chromium.launch({ executablePath: process.env["CHROME"] || "/usr/bin/chromium", args: [...QUIET, ...more] });
}
