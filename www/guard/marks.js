/** @type {(text: string) => string} Runs of combining marks, cut to 30 each (UAX #15, stream-safe text): normalising a longer run takes time that grows with its square. */
export const capMarks = (text) => text.replace(/(\p{M}{30})\p{M}+/gu, "$1");
