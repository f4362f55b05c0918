// How often a browser was refused: a random id in its cookie, the count in memory, gone when the server ends. The cookie
// holds nothing to read or to forge; the address is kept only to notice that another one is tried.
import { randomBytes } from "node:crypto";

/** Sessions at a time; the oldest is forgotten first. */
const MOST_SESSIONS = 10_000;
/** @type {Map<string, { address: string, refused: number }>} */
const sessions = new Map();

/** The session that the request names, or a new one with the header that gives it to the browser. */
export function sessionOf(cookies = "") {
  const [, id = ""] = /(?:^|;\s*)session=([\w-]{22})(?:;|$)/.exec(cookies) ?? [];
  if (sessions.has(id)) return { id };
  const fresh = randomBytes(16).toString("base64url");
  // Served by https, as yours is, it is named `__Host-session` and has `Secure`.
  return { id: fresh, header: { "set-cookie": `session=${fresh}; HttpOnly; SameSite=Lax; Path=/` } };
}

/** Counts one refusal and says how many there were; another address begins at one. */
export function refusedAgain(id, address) {
  const before = sessions.get(id);
  const refused = before?.address === address ? before.refused + 1 : 1;
  sessions.delete(id); // to the end of the order in which they are forgotten
  sessions.set(id, { address, refused });
  if (sessions.size > MOST_SESSIONS) sessions.delete(sessions.keys().next().value);
  return refused;
}

export const forget = (id) => sessions.delete(id);
