import { hydrateRoot } from "react-dom/client";
import { SignIn } from "./app.jsx";

const root = document.querySelector("#root");
hydrateRoot(root, <SignIn title={root.dataset.title} />);
