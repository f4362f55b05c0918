// Signs in to a mail server, and tells why it said no: a cause alone leaves this file. Neither library logs anything here.
import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import { ImapFlow } from "imapflow";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { causeOf } from "passkind/reply.js";

/** For people who wait in front of a page. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 };

/** Whose certificate is wanted; an address has no name to ask for. */
function certified(host) {
  const name = domainToASCII(host);
  return isIP(name) ? undefined : name;
}

/** What was said to the pair; a server that only says no has found it wrong. */
const judged = (line) => causeOf(line) ?? "wrongPair";
/** What was said before the pair was sent. That no server is there, that it does not answer, or that its certificate is another's, is not told apart. */
const notJudged = (line) => (line && causeOf(line)) || "unrelated";

/**
 * Asks an IMAP server; gives the cause of its refusal, or `undefined` after a sign-in. `address` is where to connect, `ca` a further
 * authority for certificates.
 */
async function imap({ host, address, port, encryption, ca }, { user, pass }) {
  const client = new ImapFlow({
    host: address, port, servername: certified(host), auth: { user, pass }, secure: encryption === "tls", doSTARTTLS: encryption === "starttls",
    tls: { ca }, logger: false, emitLogs: false, verifyOnly: true, ...TIMEOUTS,
  });
  client.on("error", () => {}); // of a connection that ends late; `connect` has told the rest
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    // It takes no password without encryption, and none was sent (RFC 9051, LOGINDISABLED).
    if (encryption === "none" && client.capabilities.has("LOGINDISABLED")) return "encryption";
    const line = error.responseText === undefined ? "" : `[${error.serverResponseCode ?? ""}] ${error.responseText}`;
    return error.authenticationFailed && error.response ? judged(line) : notJudged(line);
  } finally {
    client.close();
  }
}

/** The same of an SMTP server. `transport.verify()` of nodemailer would call a server fine that offers no sign-in at all. */
function smtp({ host, address, port, encryption, ca }, pair) {
  const connection = new SMTPConnection({
    host: address, port, servername: certified(host), secure: encryption === "tls", requireTLS: encryption === "starttls", ignoreTLS: encryption === "none",
    // Its own check of network interfaces would leave out the machine itself, which a test may allow.
    allowInternalNetworkInterfaces: true, tls: { ca, servername: certified(host) }, logger: false, ...TIMEOUTS,
  });
  return new Promise((resolve) => {
    connection.on("error", ({ response }) => resolve(notJudged(response)));
    connection.on("end", () => resolve("unrelated"));
    connection.connect(() => {
      // Most servers offer the sign-in once the connection is encrypted (RFC 4954, 4).
      if (!connection.allowsAuth) return resolve(encryption === "none" ? "encryption" : "method");
      connection.login({ credentials: pair }, (error) => resolve(error ? (error.response ? judged(error.response) : notJudged()) : undefined));
    });
  }).finally(() => connection.close());
}

export const signIn = { imap, smtp };
