import { attach, load } from "passkind";

load(new URL("passkind/sign-in.wasm", import.meta.url)).catch(() => {}); // then the bytes inside the script are taken
attach(document.querySelector("#sign-in"), { service: "mailbox", provider: "infomaniak" });
