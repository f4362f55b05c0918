/**
 * What was typed stays in no module's memory. The heap forgets by itself (`src/wasm/memory.rs`); the used stack is wiped
 * here, after every call.
 */

/**
 * Bytes at the beginning of linear memory that are the stack's and nothing else's: scripts/build.mjs has the linker put it
 * first. What it takes at most, on any text, is less than half; more would run below zero, which is a trap. The core's is wiped
 * at every look at the fields; zxcvbn calls itself on what is repeated.
 */
export const CORE_STACK_BYTES = 8_192;
export const STRENGTH_STACK_BYTES = 32_768;

/**
 * Asks the strength file. After a trap all of its memory is wiped: what was under way had no time to free anything.
 * @template T
 * @param {Function} initSync the glue's: once it has made an instance, it answers with the exports of the one that lives
 * @param {() => T} call
 * @returns {T}
 */
export function wiped(initSync, call) {
  const { memory } = /** @type {{ memory: WebAssembly.Memory }} */ (initSync());
  /** @type {number | undefined} */
  let bytes;
  try {
    const answer = call();
    bytes = STRENGTH_STACK_BYTES;
    return answer;
  } finally {
    new Uint8Array(memory.buffer, 0, bytes).fill(0);
  }
}
