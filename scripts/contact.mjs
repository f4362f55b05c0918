// Refuses a release that nobody could be told a fault of: SECURITY.md and www/package.json must name the same contact.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** An address to write to, or a page with a private form. */
const CONTACT = /^(mailto:)?[^\s@]+@[^\s@]+\.[a-z]{2,}$|^https:\/\/[^\s/]+\.[a-z]{2,}\/\S*$/i;

/**
 * What stands in the way, or nothing.
 * @param {string} security SECURITY.md
 * @param {{ bugs?: string | { email?: string, url?: string } }} manifest www/package.json
 * @returns {string | undefined}
 */
export function lacksContact(security, { bugs }) {
  const [, contact = ""] = /^Security contact: (.*)$/m.exec(security) ?? [];
  if (!CONTACT.test(contact.trim())) return "SECURITY.md: the line \"Security contact:\" names no address and no https page";
  const named = typeof bugs === "object" ? [bugs.email, bugs.url] : [bugs];
  if (!named.includes(contact.trim())) return "www/package.json: `bugs` does not name the contact of SECURITY.md";
}

if (import.meta.filename === process.argv[1]) {
  const read = (/** @type {string} */ path) => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), "utf8");
  const lack = lacksContact(read("SECURITY.md"), JSON.parse(read("www/package.json")));
  if (lack) console.error(`no release: ${lack}`);
  process.exitCode = lack ? 1 : 0;
}
