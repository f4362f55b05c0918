import { attach } from "passkind";

attach(document.querySelector("#sign-in"), { service: "mailbox", provider: "infomaniak" });
