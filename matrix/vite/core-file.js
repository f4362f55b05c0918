import { attach, load } from "passkind";
import wasm from "passkind/sign-in.wasm?url";

load(new URL(wasm, import.meta.url)).catch(() => {}); // then the bytes inside the script are taken
attach(document.querySelector("#sign-in"), { service: "mailbox", provider: "infomaniak" });
