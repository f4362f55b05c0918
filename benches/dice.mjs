/** Throws that are the same on every run, so that every run measures the same inputs. */

/** splitmix32. @param {number} seed @returns {(below: number) => number} */
export function dice(seed) {
  return (below) => {
    seed = (seed + 0x9e3779b9) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
  };
}
