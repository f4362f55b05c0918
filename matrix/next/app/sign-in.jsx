"use client";

import { attach } from "passkind";
import { useEffect, useRef } from "react";

export function SignIn({ title, provider = "infomaniak" }) {
  const form = useRef(null);
  useEffect(() => {
    const hints = attach(form.current, { service: "mailbox", provider });
    return () => hints.detach();
  }, [provider]);
  return (
    <form ref={form} method="post">
      <h1>{title}</h1>
      <p><label>E-mail address <input name="user" autoComplete="username" /></label></p>
      <p><label>Password <input name="password" type="password" autoComplete="current-password" /></label></p>
      <button>Sign in</button>
    </form>
  );
}
