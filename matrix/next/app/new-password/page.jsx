"use client";

import { attachMeter } from "passkind/meter.js";
import { rate } from "passkind/strength.js";
import { useEffect, useRef, useState } from "react";

export default function NewPassword() {
  const field = useRef(null);
  const [rating, setRating] = useState("");
  useEffect(() => {
    const meter = attachMeter(field.current);
    return () => meter.detach();
  }, []);
  async function ask() {
    const { status, score, timedOut, hints } = await rate(field.current.value, { locale: "fr", budgetMs: 30_000 });
    setRating(JSON.stringify({ status, score, timedOut, codes: hints.map(({ code }) => code) }));
  }
  return (
    <form>
      <p><label>New password <input ref={field} type="password" autoComplete="new-password" /></label></p>
      <button type="button" onClick={ask}>Rate</button>
      <output>{rating}</output>
    </form>
  );
}
