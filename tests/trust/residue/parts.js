/** Looks for parts of texts in bytes: in UTF-8, UTF-16LE and UTF-32LE, as typed and in the forms that a program may give them. */

/** A part of so many units tells something. In UTF-8 it is so many bytes, which is stricter beyond ASCII. */
const UNITS = 6;
/** Bytes of a unit. */
const WIDTHS = /** @type {const} */ ([1, 2, 4]);

/** As typed, in small and large letters, composed, decomposed, without accents. @param {string} text */
function forms(text) {
  const composed = [text, text.normalize("NFC"), text.normalize("NFD"), text.normalize("NFKC"), text.normalize("NFD").replace(/\p{M}/gu, "")];
  return new Set(composed.flatMap((form) => [form, form.toLowerCase(), form.toUpperCase()]));
}

/** @param {string} text @param {1 | 2 | 4} width @returns {Uint8Array} */
export function encoded(text, width) {
  if (width === 1) return new TextEncoder().encode(text);
  const units = width === 2 ? Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)) : Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
  const bytes = new Uint8Array(units.length * width);
  units.forEach((unit, at) => {
    for (let byte = 0; byte < width; byte++) bytes[at * width + byte] = (unit >>> (8 * byte)) & 0xff;
  });
  return bytes;
}

/** Bytes as a text that can be a key. @param {Uint8Array} bytes @param {number} from @param {number} to */
const key = (bytes, from, to) => String.fromCharCode(...bytes.subarray(from, to));

/** Parts to look for. */
export class Parts {
  /** By width: what is looked for, and which first and last units it has, for a quick no. */
  #wanted = WIDTHS.map((width) => ({ width, parts: /** @type {Set<string>} */ (new Set()), ends: new Uint8Array(65_536) }));

  /** @param {Iterable<string>} [texts] */
  constructor(texts = []) {
    for (const text of texts) this.add(text);
  }

  /** @param {string} text every part of it is looked for from now on */
  add(text) {
    for (const form of forms(text)) {
      for (const wanted of this.#wanted) {
        const { width, parts, ends } = wanted;
        const bytes = encoded(form, width);
        const last = (UNITS - 1) * width;
        for (let at = 0; at + UNITS * width <= bytes.length; at += width) {
          parts.add(key(bytes, at, at + UNITS * width));
          ends[(bytes[at] ?? 0) | ((bytes[at + last] ?? 0) << 8)] = 1;
        }
      }
    }
  }

  get size() {
    return this.#wanted.reduce((sum, { parts }) => sum + parts.size, 0);
  }

  /** What stands there of it, at every offset. @param {Uint8Array} bytes @returns {{ at: number, width: number, part: string }[]} */
  in(bytes) {
    /** @type {{ at: number, width: number, part: string }[]} */
    const found = [];
    for (const { width, parts, ends } of this.#wanted) {
      const last = (UNITS - 1) * width;
      const end = bytes.length - UNITS * width;
      for (let at = 0; at <= end; at++) {
        if (!ends[/** @type {number} */ (bytes[at]) | (/** @type {number} */ (bytes[at + last]) << 8)]) continue;
        const part = key(bytes, at, at + UNITS * width);
        if (parts.has(part)) found.push({ at, width, part });
      }
    }
    return found;
  }

  /** Looks no longer for what stands there anyway. @param {Uint8Array} bytes @returns {number} how many parts that were */
  without(bytes) {
    const before = this.size;
    for (const { width, part } of this.in(bytes)) this.#wanted.find((wanted) => wanted.width === width)?.parts.delete(part);
    return before - this.size;
  }
}
