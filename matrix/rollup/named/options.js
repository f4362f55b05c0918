import { load } from "passkind/strength.js";

load(new URL("./strength.wasm", import.meta.url)).catch(() => {}); // the rating says `unavailable` then
export const options = {
  worker: () => new Worker(new URL("./strength-worker.js", import.meta.url), { type: "module" }),
};
