import { attach } from "passkind";
import infomaniak from "passkind/providers/infomaniak.js";

attach(document.querySelector("#sign-in"), { service: "mailbox", provider: infomaniak });
