import { attachMeter } from "passkind/meter";
import { rate } from "passkind/strength";
import { own } from "./own.js";

const field = document.querySelector("#fresh");
attachMeter(field, own);
document.querySelector("button").addEventListener("click", async () => {
  const { status, score, timedOut, hints } = await rate(field.value, { ...own, locale: "fr", budgetMs: 30_000 });
  document.querySelector("output").textContent = JSON.stringify({ status, score, timedOut, codes: hints.map(({ code }) => code) });
});
