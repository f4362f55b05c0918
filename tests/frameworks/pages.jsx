// Sign-in forms as React pages write them besides examples/react: each is put in the place of the example's App.
import { useActionState, useState } from "react";
import { signIn } from "./signIn.js";
import { usePasskind } from "./usePasskind.js";

const OPTIONS = { service: "mailbox", provider: "infomaniak" };

/** A form action, fields without state: React empties the form after it. */
export function Action() {
  const { form, refused } = usePasskind(OPTIONS);
  const [{ address, isRefused }, action] = useActionState(async (_, data) => {
    const address = data.get("address");
    if (!(await signIn(address, data.get("password")))) refused();
    return { address, isRefused: true };
  }, { address: "", isRefused: false });
  return (
    <form ref={form} action={action}>
      <p role="alert">{isRefused && "refused"}</p>
      <label>E-mail address <input name="address" autoComplete="username" defaultValue={address} /></label>
      <label>Password <input name="password" type="password" autoComplete="current-password" /></label>
      <button>Connect</button>
    </form>
  );
}

/** Places of the page's own for the hints, and everything disabled while the answer is awaited. */
export function Places() {
  const [values, setValues] = useState({ address: "", password: "" });
  const [isPending, setPending] = useState(false);
  const { form, refused } = usePasskind(OPTIONS);
  const change = ({ target }) => setValues((before) => ({ ...before, [target.name]: target.value }));
  const submit = async (event) => {
    event.preventDefault();
    setPending(true);
    await signIn(values.address, values.password);
    setValues({ ...values, password: "" });
    setPending(false);
    refused();
  };
  return (
    <form ref={form} onSubmit={submit}>
      <fieldset disabled={isPending}>
        <label>E-mail address <input name="address" autoComplete="username" value={values.address} onChange={change} /></label>
        <label>Password <input name="password" type="password" autoComplete="current-password" value={values.password} onChange={change} /></label>
        <button>Connect</button>
        <div data-passkind-for="identifier" className={isPending ? "pending" : ""} />
        <div data-passkind-for="password" className={isPending ? "pending" : ""} />
      </fieldset>
    </form>
  );
}
