import { attachMeter } from "passkind/meter.js";
import { rate } from "passkind/strength.js";
import { options } from "./options.js";

const field = document.querySelector("#fresh");
attachMeter(field, options);
document.querySelector("button").addEventListener("click", async () => {
  const { status, score, timedOut, hints } = await rate(field.value, { ...options, locale: "fr", budgetMs: 30_000 });
  document.querySelector("output").textContent = JSON.stringify({ status, score, timedOut, codes: hints.map(({ code }) => code) });
});
