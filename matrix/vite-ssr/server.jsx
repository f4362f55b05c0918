import { createGuard, describeGuide, loadLocale } from "passkind";
import { renderToString } from "react-dom/server";
import { SignIn } from "./app.jsx";

/** The page's own words come from the guard, asked on the server. */
export async function render() {
  const guard = await createGuard({ service: "mailbox", provider: "infomaniak" });
  const { title } = describeGuide(guard.guide(), await loadLocale("en"));
  return { title, html: renderToString(<SignIn title={title} />) };
}
