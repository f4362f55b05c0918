// Whom the server knows. Yours has a database or asks the mail server; what matters is that an address which it does not
// know takes the same time and gets the same answer as one whose password differs.
import { randomBytes, randomInt, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(scrypt);
const BYTES = 32;
const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

/** @type {Map<string, { salt: Buffer, hash: Buffer }>} */
const accounts = new Map();
/** What an unknown address is compared with: nothing derives to it. */
const nobody = { salt: randomBytes(16), hash: randomBytes(BYTES) };

/** Makes an account with a password as mail hosts issue them, and answers with it: it is kept nowhere. */
export async function createAccount(address) {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  const password = Array.from({ length: 4 }, group).join(" ");
  const salt = randomBytes(16);
  accounts.set(address, { salt, hash: await derive(password, salt, BYTES) });
  return password;
}

/** Does the password open the account? */
export async function opens(address, password) {
  const { salt, hash } = accounts.get(address.trim().toLowerCase()) ?? nobody;
  return timingSafeEqual(hash, await derive(password, salt, BYTES));
}
