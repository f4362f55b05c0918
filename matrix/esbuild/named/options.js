import { load } from "passkind/strength.js";
import wasm from "passkind/strength.wasm";

load(new URL(wasm, import.meta.url)).catch(() => {}); // the rating says `unavailable` then
export const options = {
  worker: () => new Worker(new URL("./thread.js", import.meta.url), { type: "module" }),
};
