/** The core as any host can run it: texts in, JSON out, without the package's JavaScript. */

/** @typedef {{ options: string, identifier: string, host: string, password: string, server: string, cause: string, refused: number, facts: number, answer: string }} Question a line of `eval questions` */

export class RawCore {
  /** @type {any} */ #exports;
  #guards = new Map();
  #encoder = new TextEncoder();
  #decoder = new TextDecoder();

  /** @param {any} exports of an instance, of `core.wasm` or of what is made of it @param {string} table of all providers: `providers/all.txt` */
  constructor(exports, table) {
    this.#exports = exports;
    this.#cross((bytes) => this.#exports.tell(bytes), table);
  }

  /** The answer as it stands in the core's memory, in JSON. @param {Question} question */
  assess({ options, identifier, host, password, server, cause, refused, facts }) {
    let guard = this.#guards.get(options);
    if (guard === undefined) {
      const fault = this.#cross((bytes) => this.#exports.open(bytes), options);
      if (fault) throw new Error(fault);
      this.#guards.set(options, guard = this.#guards.size);
    }
    return this.#cross((...bytes) => this.#exports.assess(guard, ...bytes, refused, facts), identifier, host, password, server, cause);
  }

  /** @param {(...bytes: number[]) => number} ask @param {string[]} texts */
  #cross(ask, ...texts) {
    const encoded = texts.map((text) => this.#encoder.encode(text));
    let at = this.#exports.buffer(encoded.reduce((sum, { length }) => sum + length, 0));
    for (const text of encoded) {
      new Uint8Array(this.#exports.memory.buffer).set(text, at);
      at += text.length;
    }
    const from = ask(...encoded.map(({ length }) => length));
    const memory = new Uint8Array(this.#exports.memory.buffer);
    return this.#decoder.decode(memory.subarray(from, memory.indexOf(0, from)));
  }
}
