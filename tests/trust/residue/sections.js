/** Reads of a WebAssembly file what tells where its stack and its data lie, and what memory it asks for. */

const MEMORY = 5;
const GLOBAL = 6;
const DATA = 11;
const I32 = 0x7f;
const I32_CONST = 0x41;
const END = 0x0b;

/** A place in the bytes that moves on. */
class Reader {
  /** @param {Uint8Array} bytes @param {number} at */
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++] ?? 0;
  }

  /** LEB128. @param {boolean} [isSigned] */
  number(isSigned = false) {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      shift += 7;
      if (byte & 0x80) continue;
      return isSigned && byte & 0x40 ? value - 2 ** shift : value;
    }
  }

  /** `i32.const N end`; every other way to begin is an error. */
  constant() {
    if (this.byte() !== I32_CONST) throw new Error("another expression than a constant");
    const value = this.number(true);
    if (this.byte() !== END) throw new Error("more than a constant");
    return value;
  }
}

/** @param {Uint8Array} bytes @returns {Map<number, { from: number, start: number, end: number }>} by id; `from`: its header */
function sections(bytes) {
  const found = new Map();
  const reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const from = reader.at;
    const id = reader.byte();
    const length = reader.number();
    found.set(id, { from, start: reader.at, end: reader.at + length });
    reader.at += length;
  }
  return found;
}

/** @param {Uint8Array} bytes @param {number} id */
function into(bytes, id) {
  const section = sections(bytes).get(id);
  if (!section) throw new Error(`no section ${id}`);
  return new Reader(bytes, section.start);
}

/** Where the stack begins, growing downwards: what the linker's first global that changes starts at. @param {Uint8Array} bytes */
export function stackTop(bytes) {
  const reader = into(bytes, GLOBAL);
  for (let left = reader.number(); left > 0; left--) {
    const [type, isMutable] = [reader.byte(), reader.byte()];
    if (type !== I32) throw new Error("a global that is no number");
    const value = reader.constant();
    if (isMutable) return value;
  }
  throw new Error("no stack");
}

/** Where its data lie. @param {Uint8Array} bytes @returns {{ start: number, end: number }[]} */
export function data(bytes) {
  const reader = into(bytes, DATA);
  return Array.from({ length: reader.number() }, () => {
    if (reader.number() !== 0) throw new Error("data that are not put in place at the start");
    const start = reader.constant();
    const length = reader.number();
    reader.at += length;
    return { start, end: start + length };
  });
}

/** The same module, whose host gives so many pages more than it starts with. @param {Uint8Array} bytes @param {number} pages */
export function limited(bytes, pages) {
  const { from, end } = /** @type {{ from: number, end: number }} */ (sections(bytes).get(MEMORY));
  const reader = into(bytes, MEMORY);
  if (reader.number() !== 1 || reader.number() !== 0) throw new Error("not one memory without a limit");
  const least = reader.number();
  const section = [MEMORY, 0, 1, 1, ...leb(least), ...leb(least + pages)];
  section[1] = section.length - 2;
  return Uint8Array.from([...bytes.subarray(0, from), ...section, ...bytes.subarray(end)]);
}

/** @param {number} value @returns {number[]} */
function leb(value) {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}
