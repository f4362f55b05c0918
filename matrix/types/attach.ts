// Of those who attach by script and define no tag: the event and what it tells.
import { attach, type EventDetail } from "passkind";

const form = document.createElement("form");
attach(form, { service: "account" });
form.addEventListener("passkind", ({ detail }) => detail.codes.join() + detail.status.length);
form.addEventListener("passkind", ({ detail }) => {
  const told: EventDetail = detail;
  // @ts-expect-error: events hold no password
  told.password;
});
// @ts-expect-error: the tag is known where it is defined
document.createElement("passkind-hints").refused();
