/**
 * Asks a mail server whether it takes passwords: IMAP's CAPABILITY (RFC 9051), SMTP's EHLO (RFC 4954). There are no credentials here to be
 * sent, and no command that would take any.
 */
import { once } from "node:events";
import { open, Refused, secure } from "./network.mjs";

/** @import { Limits, Network } from "./network.mjs" */
/** @typedef {"imap" | "smtp"} Protocol */
/** @typedef {"passwords" | "tokens" | "none"} Offer */
/** @typedef {{ protocol: Protocol, port: number, offer: Offer, said: string }} MailReply */
/** @typedef {{ network: Network, limits: Limits, ehlo: string, imapId: string }} Asking */

/** Something answers there that speaks otherwise, or does not want to. */
export class NoMailServer extends Error {}

/** TLS from the beginning, or by STARTTLS where nothing listens on the first. @type {Record<Protocol, { port: number, isSecure: boolean }[]>} */
const WAYS = {
  imap: [{ port: 993, isSecure: true }, { port: 143, isSecure: false }],
  smtp: [{ port: 465, isSecure: true }, { port: 587, isSecure: false }],
};
const PASSWORDS = /^(PLAIN|LOGIN|CRAM-MD5|DIGEST-MD5|NTLM|SCRAM-.*)$/;
const TOKENS = /^(XOAUTH2?|OAUTHBEARER|OAUTH10A|PLAIN-CLIENTTOKEN)$/;

/**
 * The first port of the first protocol that takes a connection is asked, and no other after it.
 * @param {Asking} asking @param {string} host @param {Protocol[]} protocols @param {() => void} reached
 * @returns {Promise<MailReply>}
 */
export async function askMail(asking, host, protocols, reached) {
  const { network, limits } = asking;
  let failure;
  for (const [protocol, { port, isSecure }] of protocols.flatMap((it) => WAYS[it].map((way) => /** @type {const} */ ([it, way])))) {
    const signal = AbortSignal.timeout(limits.ms);
    let socket;
    try {
      socket = await open(network, host, port, signal);
    } catch (/** @type {any} */ error) {
      // Neither will another port of it.
      if (error instanceof Refused || error.syscall === "getaddrinfo") throw error;
      failure ??= error;
      continue;
    }
    reached();
    const dialogue = new Dialogue(asking, host, socket, signal);
    try {
      if (isSecure) await dialogue.secure();
      const heard = protocol === "imap" ? await imap(dialogue, asking, isSecure) : await smtp(dialogue, asking, isSecure);
      return { protocol, port, ...heard };
    } finally {
      dialogue.end();
    }
  }
  throw failure;
}

/** @param {Dialogue} dialogue @param {Asking} asking @param {boolean} isSecure */
async function imap(dialogue, { imapId }, isSecure) {
  const greeting = await dialogue.line();
  if (!/^\* (OK|PREAUTH)\b/i.test(greeting)) throw new NoMailServer(`its first line is ${JSON.stringify(greeting)}`);
  let tag = 0;
  const command = async (/** @type {string} */ text) => {
    dialogue.send(`a${++tag} ${text}`);
    /** @type {string[]} */
    const lines = [];
    for (;;) {
      const line = await dialogue.line();
      if (line.startsWith(`a${tag} `)) return { isOk: /^\S+ OK\b/i.test(line), lines };
      lines.push(line);
    }
  };
  if (!isSecure && (await command("STARTTLS")).isOk) await dialogue.secure();
  const { lines } = await command("CAPABILITY");
  const words = lines.flatMap((line) => /^\* CAPABILITY (.*)$/i.exec(line)?.[1]?.toUpperCase().split(" ") ?? []);
  if (words.length === 0) throw new NoMailServer("it does not answer CAPABILITY");
  if (words.includes("ID")) await command(`ID ${imapId}`);
  dialogue.send(`a${++tag} LOGOUT`);
  const mechanisms = words.filter((word) => word.startsWith("AUTH=")).map((word) => word.slice("AUTH=".length));
  // RFC 9051, 6.2.3: the command LOGIN is there unless this says that it is not.
  const isDisabled = words.includes("LOGINDISABLED");
  return { offer: offer(mechanisms, !isDisabled), said: [...mechanisms.map((it) => `AUTH=${it}`), isDisabled ? "LOGINDISABLED" : "LOGIN"].join(" ") };
}

/** @param {Dialogue} dialogue @param {Asking} asking @param {boolean} isSecure */
async function smtp(dialogue, { ehlo }, isSecure) {
  const reply = async () => {
    /** @type {string[]} */
    const lines = [];
    for (;;) {
      const line = await dialogue.line();
      if (!/^\d{3}(?=[ -]|$)/.test(line)) throw new NoMailServer(`a line of it is ${JSON.stringify(line)}`);
      lines.push(line.slice(4).toUpperCase());
      if (line[3] !== "-") return { code: line.slice(0, 3), line, lines };
    }
  };
  const greeted = async () => {
    dialogue.send(`EHLO ${ehlo}`);
    const { code, line, lines } = await reply();
    if (code !== "250") throw new NoMailServer(`it answers EHLO with ${JSON.stringify(line)}`);
    return lines;
  };
  const { code, line } = await reply();
  if (code !== "220") throw new NoMailServer(`its greeting is ${JSON.stringify(line)}`);
  let lines = await greeted();
  if (!isSecure && lines.includes("STARTTLS")) {
    dialogue.send("STARTTLS");
    if ((await reply()).code === "220") {
      await dialogue.secure();
      lines = await greeted();
    }
  }
  dialogue.send("QUIT");
  // `AUTH=LOGIN` is how old servers say it to old programs.
  const mechanisms = [...new Set(lines.flatMap((line) => /^AUTH[ =](.*)$/.exec(line)?.[1]?.split(" ").filter(Boolean) ?? []))];
  return { offer: offer(mechanisms, false), said: mechanisms.length ? `AUTH ${mechanisms.join(" ")}` : "no AUTH" };
}

/** @param {string[]} mechanisms @param {boolean} hasLogin @returns {Offer} */
function offer(mechanisms, hasLogin) {
  if (hasLogin || mechanisms.some((name) => PASSWORDS.test(name))) return "passwords";
  return mechanisms.some((name) => TOKENS.test(name)) ? "tokens" : "none";
}

/** Lines, there and back. */
class Dialogue {
  #asking;
  #host;
  #socket;
  #signal;
  #heard = "";
  #size = 0;

  /** @param {Asking} asking @param {string} host @param {import("node:net").Socket} socket @param {AbortSignal} signal */
  constructor(asking, host, socket, signal) {
    this.#asking = asking;
    this.#host = host;
    this.#socket = socket;
    this.#signal = signal;
  }

  /** What was said in the clear before counts no more. */
  async secure() {
    this.#heard = "";
    this.#socket = await secure(this.#asking.network, this.#socket, this.#host, this.#signal);
  }

  /** @param {string} line */
  send(line) {
    this.#socket.write(`${line}\r\n`);
  }

  async line() {
    for (;;) {
      const end = this.#heard.indexOf("\n");
      if (end >= 0) {
        const line = this.#heard.slice(0, end).replace(/\r$/, "");
        this.#heard = this.#heard.slice(end + 1);
        return line;
      }
      const chunk = await this.#chunk();
      this.#size += chunk.length;
      if (this.#size > this.#asking.limits.bytes) throw new NoMailServer(`it says more than ${this.#asking.limits.bytes} bytes`);
      this.#heard += chunk.toString("latin1");
    }
  }

  end() {
    this.#socket.end(() => this.#socket.destroy());
  }

  /** Read when asked for, so that nothing is taken from under TLS. @returns {Promise<Buffer>} */
  async #chunk() {
    for (;;) {
      const chunk = this.#socket.read();
      if (chunk) return chunk;
      if (this.#socket.readableEnded || this.#socket.destroyed) {
        this.#signal.throwIfAborted();
        throw new NoMailServer("it closes the connection");
      }
      await Promise.race([once(this.#socket, "readable", { signal: this.#signal }), once(this.#socket, "close")]);
    }
  }
}
