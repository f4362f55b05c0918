import { useState } from "react";
import { SignIn } from "./SignIn.jsx";

export function App() {
  const [view, setView] = useState("mailbox");
  const [isSignedIn, setSignedIn] = useState(false);
  const tab = (name, label) => <button type="button" aria-current={view === name ? "page" : undefined} onClick={() => setView(name)}>{label}</button>;

  return (
    <main>
      <nav>
        {tab("mailbox", "Mailbox")}
        {tab("help", "Help")}
      </nav>
      {view === "help" ? <p className="card">Each device has a password of its own for a mailbox.</p>
        : isSignedIn ? <p className="card">Your mailbox is connected.</p>
        : <SignIn onSignedIn={() => setSignedIn(true)} />}
    </main>
  );
}
