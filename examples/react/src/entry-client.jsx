import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { App } from "./App.jsx";
import "./style.css";

hydrateRoot(document.querySelector("#app"), <StrictMode><App /></StrictMode>);
