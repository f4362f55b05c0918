// Runs in WordPress' sign-in form: the plugin has written into this script's own element how often the pair was refused.
import { attach } from "./package/index.js";

const own = document.querySelector("#passkind");
const form = own.closest("form");
if (own.dataset.refused !== "0") form.dataset.passkindRefused = own.dataset.refused;
attach(form, { service: "account", provider: "wordpress" });
