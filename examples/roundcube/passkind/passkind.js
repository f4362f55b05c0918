// Runs in Roundcube's sign-in form: the plugin has written its settings, and how often the pair was refused, into this script's own element.
import { attach } from "./passkind/index.js";

const { options, refused } = document.querySelector("#passkind").dataset;
const form = document.querySelector("#passkind").closest("form");
if (refused !== "0") form.dataset.passkindRefused = refused;
attach(form, JSON.parse(options));
