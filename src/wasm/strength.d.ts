/** What `src/wasm/strength.rs` exports, by hand: wasm-bindgen's own declarations have `any` for every object. */
import type { StrengthHint } from "../types.js";

/** Makes the instance the first time; answers with its exports. */
export function initSync(source?: { module: WebAssembly.Module }): unknown;
/** A new instance of the same file, after a trap. */
export function __wbg_reset_state(): void;
/** Takes the words of the reader's language, in place of those before. */
export function learn(words: string): void;
/** Units of work that `rate` would take at most. */
export function effort(password: string, folded: string): number;
/** Decimal logarithm of guesses that `rate` would at least find. */
export function atLeast(password: string, folded: string, inputs: string[]): number;
export function rate(password: string, folded: string, inputs: string[]): { score: 0 | 1 | 2 | 3 | 4; guessesLog10: number; hints: StrengthHint[] };
