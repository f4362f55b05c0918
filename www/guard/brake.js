/** What keeps the package from running: the emergency brake, `<meta name="passkind" content="off">`, which stops everything before anything is loaded; no WebAssembly. */

/** @returns {boolean} */
export function isOff() {
  // Own properties of the global object, as a page has both: a shim of Node's, or a key on `Object.prototype`, is no page.
  if (!Object.hasOwn(globalThis, "document") || !Object.hasOwn(globalThis, "Document")) return false;
  const meta = Document.prototype.querySelector.call(document, 'meta[name="passkind" i][content="off" i]');
  return meta !== null;
}

/** @type {boolean | undefined} */
let blocked;

/**
 * Is there no WebAssembly here, whatever file it were? By the smallest module that there is; a policy may forbid it, or the browser. It is
 * tried once, since each try is a report to the policy's owner.
 */
export function isBlocked() {
  try {
    blocked ??= !new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))); // WebKit compiles, and refuses the instance
  } catch (error) {
    if (error instanceof RangeError) return false; // no memory at this moment
    blocked = true;
  }
  return blocked;
}
