import { attach } from "/passkind/index.js";

attach(document.querySelector("form"), { service: "mailbox", provider: "infomaniak" });
