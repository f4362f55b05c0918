import { useEffect, useState } from "react";
import { signIn } from "./signIn.js";
import { usePasskind } from "./usePasskind.js";

export function SignIn({ onSignedIn }) {
  const [address, setAddress] = useState("");
  const [password, setPassword] = useState("");
  const [isRefused, setRefused] = useState(false);
  const { form, refused } = usePasskind({ service: "mailbox", provider: "infomaniak" });

  // What was typed, or filled in by the browser, before hydration: React has not heard of it.
  useEffect(() => {
    setAddress(form.current.elements.address.value);
    setPassword(form.current.elements.password.value);
  }, [form]);

  async function submit(event) {
    event.preventDefault();
    setRefused(false);
    if (await signIn(address, password)) return onSignedIn();
    setPassword("");
    setRefused(true);
    refused(); // at every refusal of the pair alike
  }

  return (
    <form ref={form} onSubmit={submit}>
      <h1>Connect your mailbox</h1>
      <p role="alert">{isRefused && "The mail server refused this address and password."}</p>
      <label>
        E-mail address
        <input name="address" type="email" autoComplete="username" required value={address} onChange={(event) => setAddress(event.target.value)} />
      </label>
      <label>
        Password
        <input name="password" type="password" autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.target.value)} />
      </label>
      <button>Connect</button>
    </form>
  );
}
