/**
 * Every WebAssembly instance with a memory that is made after this file was imported: imported first, it gives a test the memory of modules
 * that hand theirs to nobody. In Node, in pages and in workers.
 */

/** @type {WebAssembly.Instance[]} */
export const instances = [];

WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(target, given) {
    const instance = Reflect.construct(target, given);
    if ("memory" in instance.exports) instances.push(instance); // the shell's question whether there is WebAssembly has none
    return instance;
  },
});

/** All of one's linear memory. @param {WebAssembly.Instance | undefined} [instance] the newest */
export function memoryOf(instance = instances.at(-1)) {
  const { memory } = /** @type {{ memory: WebAssembly.Memory }} */ (instance?.exports);
  return new Uint8Array(memory.buffer);
}
