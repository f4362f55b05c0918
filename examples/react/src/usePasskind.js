import { attach } from "passkind";
import { useCallback, useEffect, useRef } from "react";

/**
 * Hints in a form of one's own: `<form ref={form}>`, and `refused()` after every refusal.
 * The options are read when the form appears.
 */
export function usePasskind(options) {
  const form = useRef(null);
  const first = useRef(options);
  const hints = useRef(null);
  // An effect runs in the page only, and after hydration: the server's markup is taken over before hints are added.
  // StrictMode runs it, its clean-up, and it again, so `detach` is no matter of taste.
  useEffect(() => {
    hints.current = attach(form.current, first.current);
    return () => hints.current.detach();
  }, []);
  const refused = useCallback(() => hints.current.refused(), []);
  return { form, refused };
}
