import { attach } from "passkind";
import { rate } from "passkind/strength.js";

test("a form shows a hint", async () => {
  document.body.innerHTML = `<form><input autocomplete="username"><input type="password" autocomplete="current-password"></form>`;
  const [form, [identifier, password]] = [document.querySelector("form"), document.querySelectorAll("input")];
  const hints = attach(form, { service: "mailbox", provider: "infomaniak" });
  identifier.focus();
  identifier.value = "anna@ik.me";
  password.focus();
  password.value = "Sommer24!";
  password.blur();
  await new Promise((told) => form.addEventListener("passkind", told));
  await new Promise((shown) => setTimeout(shown, 50));
  expect(document.body.textContent).toMatch(/made for this e-mail address/);
  hints.detach();
  expect(document.body.textContent).toBe("");
});

test("a new password is rated", async () => {
  expect(await rate("Genève1291", { locale: "fr" })).toMatchObject({ status: "ok", score: 1 });
});
