// Runs below phpMyAdmin's sign-in form: config.footer.inc.php has written its settings, and how often the pair was refused, into this script's own element.
import { attach } from "./passkind/index.js";

const form = document.querySelector("#login_form");
if (form) {
  const { options, refused, carried } = document.querySelector("#passkind").dataset;
  if (refused !== "0") form.dataset.passkindRefused = refused;
  const field = Object.assign(document.createElement("input"), { type: "hidden", name: "passkind", value: carried });
  form.append(field);
  attach(form, JSON.parse(options));
}
