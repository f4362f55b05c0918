import { createGuard, describeGuide, loadLocale } from "passkind";
import { SignIn } from "./sign-in.jsx";

/** Asked at every request, in the server's Node. */
export const dynamic = "force-dynamic";

export default async function Page() {
  const guard = await createGuard({ service: "mailbox", provider: "infomaniak" });
  return <SignIn title={describeGuide(guard.guide(), await loadLocale("en")).title} />;
}
