import infomaniak from "passkind/providers/infomaniak.js";
import { SignIn } from "../sign-in.jsx";

/** A profile is plain data: a server component may hand it to the page. */
export default function Page() {
  return <SignIn title="One provider" provider={infomaniak} />;
}
