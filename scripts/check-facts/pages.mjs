/** Asks a web server: its pages one after another over one connection, and no second one. */
import { Agent, request } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { bare, open, secure } from "./network.mjs";

/** @import { Limits, Network } from "./network.mjs" */
/** @typedef {{ status: number, headers: import("node:http").IncomingHttpHeaders, body: Buffer, isTooLarge: boolean }} Reply */

/** The one connection is over; what is left waits for another day. */
export class Closed extends Error {}

const UNPACK = { gzip: gunzipSync, "x-gzip": gunzipSync, deflate: inflateSync, br: brotliDecompressSync };

/** An agent that connects once. */
class OneConnection extends Agent {
  #open;
  #isUsed = false;

  /** @param {() => Promise<import("node:net").Socket>} open */
  constructor(open) {
    super({ keepAlive: true, maxSockets: 1 });
    this.#open = open;
  }

  /** @override @param {unknown} _options @param {(error: Error | null, socket?: import("node:net").Socket) => void} done */
  createConnection(_options, done) {
    const opened = this.#isUsed ? Promise.reject(new Closed()) : this.#open();
    this.#isUsed = true;
    opened.then((socket) => done(null, socket), done);
  }
}

/** A web server, by its host and port. */
export class WebHost {
  /** Whether it was reached: this is the day's connection. */
  isReached = false;
  #agent;
  #limits;
  #userAgent;
  /** @type {unknown} why it cannot be reached; the same for each page */
  #failure;
  #isClosed = false;
  #isFirst = true;

  /** @param {{ network: Network, limits: Limits, userAgent: string }} asking @param {URL} url a page of it */
  constructor({ network, limits, userAgent }, url) {
    this.#limits = limits;
    this.#userAgent = userAgent;
    this.#agent = new OneConnection(async () => {
      const [host, connecting] = [bare(url.hostname), new AbortController()];
      // Of connecting alone: each page has its own.
      const deadline = setTimeout(() => connecting.abort(new DOMException("", "TimeoutError")), limits.ms);
      try {
        const socket = await open(network, host, Number(url.port) || 443, connecting.signal);
        this.isReached = true;
        return await secure(network, socket, host, connecting.signal);
      } finally {
        clearTimeout(deadline);
      }
    });
  }

  /** @param {URL} url @param {"GET" | "HEAD"} method @returns {Promise<Reply>} */
  async ask(url, method) {
    if (this.#failure) throw this.#failure;
    if (this.#isClosed) throw new Closed();
    if (!this.#isFirst) await sleep(this.#limits.pauseMs);
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    const reply = await this.#exchange(url, method).catch((error) => {
      if (isFirst && !this.isReached) this.#failure = error;
      throw error;
    });
    // It asks to be left alone.
    if (reply.status === 429 || reply.status === 503) this.close();
    return reply;
  }

  close() {
    this.#isClosed = true;
    this.#agent.destroy();
  }

  /** @param {URL} url @param {string} method @returns {Promise<Reply>} */
  #exchange(url, method) {
    const headers = { "user-agent": this.#userAgent, accept: "text/html,*/*;q=0.5", "accept-language": "*", "accept-encoding": "gzip, br" };
    return new Promise((resolve, reject) => {
      const asked = request(url, { method, agent: this.#agent, headers, signal: AbortSignal.timeout(this.#limits.ms) }, (response) => {
        const { statusCode: status = 0, headers } = response;
        /** @type {Buffer[]} */
        const chunks = [];
        let size = 0;
        response.on("data", (/** @type {Buffer} */ chunk) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size <= this.#limits.bytes) return;
          resolve({ status, headers, body: Buffer.alloc(0), isTooLarge: true });
          asked.destroy();
        });
        response.on("end", () => resolve({ status, headers, ...this.#unpacked(Buffer.concat(chunks), headers["content-encoding"]) }));
        response.on("error", reject);
      });
      // A connection that the server has closed since the last page is no failure of the page.
      asked.on("error", (/** @type {any} */ error) => reject(asked.reusedSocket && error.code === "ECONNRESET" ? new Closed() : error));
      asked.end();
    });
  }

  /** @param {Buffer} body @param {string | undefined} encoding */
  #unpacked(body, encoding) {
    const unpack = UNPACK[/** @type {keyof typeof UNPACK} */ (encoding?.toLowerCase())];
    if (!unpack || body.length === 0) return { body, isTooLarge: false };
    try {
      return { body: unpack(body, { maxOutputLength: this.#limits.bytes }), isTooLarge: false };
    } catch (/** @type {any} */ error) {
      return { body: Buffer.alloc(0), isTooLarge: error.code === "ERR_BUFFER_TOO_LARGE" };
    }
  }
}
