// The page: as it is, or anew after a post without scripts, with what was typed but for the password.
import { readFile } from "node:fs/promises";
import { sentence, TOO_MANY } from "./sentences.js";

const PAGE = new URL("page.html", import.meta.url);
const FIELDS = ["address", "imap-host", "imap-port", "smtp-host", "smtp-port"];
const FRESH = { "imap-port": "993", "imap-encryption": "tls", "smtp-port": "465", "smtp-encryption": "tls" };

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** `form`: the fields as posted; `parts`: what the page says besides, `saidOf` an outcome or `TOO_MANY_SAID`. */
export async function rendered(form = new URLSearchParams(FRESH), parts = {}) {
  const values = Object.fromEntries(FIELDS.map((name) => [name, escaped(form.get(name) ?? "")]));
  for (const name of ["imap-encryption", "smtp-encryption"]) values[`${name}=${form.get(name)}`] = "selected";
  return (await readFile(PAGE, "utf8")).replace(/\{\{([\w=-]+)\}\}/g, (_, name) => ({ ...values, ...parts })[name] ?? "");
}

/** What the page says of an outcome, and what passkind reads from its form: once, beside an empty password field. */
export const saidOf = (outcome) => ({
  said: sentence(outcome),
  outcome: outcome.refused ? "refused" : "accepted",
  refused: outcome.refused ? `data-passkind-refused="1" data-passkind-reply="${outcome.cause}"` : "",
});

export const TOO_MANY_SAID = { said: TOO_MANY, outcome: "failed" };
