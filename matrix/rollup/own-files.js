import { load } from "passkind/strength";

// Beside the script: the file that the build copied, and the thread, an entry of its own.
load(new URL("./strength.wasm", import.meta.url)).catch(() => {});
export const own = { worker: () => new Worker(new URL("./strength-worker.js", import.meta.url), { type: "module" }) };
