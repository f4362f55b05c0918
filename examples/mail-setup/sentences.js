// What the page says of an outcome, with scripts and without. Why a pair was refused is for passkind to say.
const PLACES = { imap: "The server for incoming mail (IMAP)", smtp: "The server for outgoing mail (SMTP)" };

export const TOO_MANY = "Too many tries. Wait a minute.";

export function sentence({ refused, cause, at }) {
  if (!refused) return "Both servers let you in. Nothing has been saved.";
  return cause === "unrelated" ? `${PLACES[at]} could not be used. Check its name, port and encryption.` : `${PLACES[at]} did not let you in.`;
}
