import { attach } from "/passkind/index.js";
import { sentence, TOO_MANY } from "/sentences.js";

const form = document.querySelector("form");
const said = document.querySelector("#said");
const hosts = { imap: form.elements["imap-host"], smtp: form.elements["smtp-host"] };

const hints = attach(form, { service: "mailbox", server: hosts.imap });
let isAsking = false;

function say(text, outcome = "") {
  said.textContent = text;
  said.dataset.outcome = outcome;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (isAsking) return;
  isAsking = true;
  say("Asking both servers …");
  try {
    const response = await fetch(form.action, { method: "POST", headers: { accept: "application/json" }, body: new URLSearchParams(new FormData(form)) });
    if (response.status === 429) return say(TOO_MANY, "failed");
    if (!response.ok) return say("This did not work. Try again.", "failed");
    const outcome = await response.json();
    say(sentence(outcome), outcome.refused ? "refused" : "accepted");
    if (!outcome.refused) return;
    // Whose rules hold is a question of the server that said no.
    hints.update({ server: hosts[outcome.at] });
    hints.refused({ cause: outcome.cause });
  } catch {
    say("This did not work. Try again.", "failed");
  } finally {
    isAsking = false;
  }
});
