/** Where the browsers, their drivers and valgrind are: each by its variable, else by its names on the PATH, else where Debian puts it. */
import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const TOOLS = fileURLToPath(new URL("../target/tools/bin", import.meta.url));

/**
 * By the variable that names it: its names as a program, the Debian package that brings it, what people call it.
 * @type {Record<string, { names: string[], debian?: string, otherwise?: string, what: string, found?(): string | undefined }>}
 */
export const PROGRAMS = {
  CHROME: { names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"], debian: "chromium", what: "Chromium or Chrome" },
  CHROME_SHELL: { names: ["chromium-headless-shell", "chrome-headless-shell"], debian: "chromium-headless-shell", what: "Chromium without a window, which starts in a third of the time" },
  CHROMEDRIVER: { names: ["chromedriver", "chromium.chromedriver"], debian: "chromium-driver", what: "Chromium's driver" },
  FIREFOX: { names: ["firefox-esr", "firefox"], debian: "firefox-esr", what: "Firefox" },
  GECKODRIVER: { names: ["geckodriver"], otherwise: "make geckodriver", what: "Firefox's driver" },
  WEBKIT_DRIVER: { names: ["WebKitWebDriver"], debian: "webkit2gtk-driver", what: "WebKit's driver" },
  MINIBROWSER: { names: ["MiniBrowser"], debian: "libwebkit2gtk-4.1-0", what: "WebKit's MiniBrowser", found: miniBrowser },
  XVFB: { names: ["Xvfb"], debian: "xvfb", what: "Xvfb, the display that WebKit draws on" },
  VALGRIND: { names: ["valgrind"], debian: "valgrind", what: "valgrind, which counts instructions" },
};

/** Those that every test in a browser needs. */
export const BROWSERS = Object.keys(PROGRAMS).filter((variable) => !["VALGRIND", "CHROME_SHELL"].includes(variable));

/** The place of a program, by its variable. @param {string} variable @returns {string | undefined} */
export function find(variable) {
  const { names = [], found } = PROGRAMS[variable] ?? {};
  return process.env[variable] || onPath(names) || found?.();
}

/** The first of the names that is a program on the PATH, or among the workshop's own tools. @param {string[]} names */
export function onPath(names) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), TOOLS];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/** What to do about programs that are not there. @param {string[]} variables */
export function advice(variables) {
  const missing = variables.filter((variable) => !find(variable));
  const packages = missing.map((variable) => PROGRAMS[variable]?.debian).filter(Boolean);
  const others = missing.flatMap((variable) => PROGRAMS[variable]?.otherwise ?? []);
  const ways = [...(packages.length ? [`sudo apt-get install ${packages.join(" ")} (Debian, Ubuntu)`] : []), ...others];
  return `missing: ${missing.map((variable) => `${PROGRAMS[variable]?.what} (or set ${variable})`).join(", ")}. To get it: ${ways.join("; ")}`;
}

/** Debian keeps it out of the PATH: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser. */
function miniBrowser() {
  const inside = (/** @type {string} */ folder, /** @type {RegExp} */ name) => {
    try {
      return readdirSync(folder).filter((entry) => name.test(entry)).map((entry) => join(folder, entry));
    } catch {
      return [];
    }
  };
  const libraries = ["/usr/lib", "/usr/libexec"].flatMap((root) => [root, ...inside(root, /-linux-gnu/)]);
  return libraries.flatMap((folder) => inside(folder, /^webkit2?gtk-4\.1$/)).map((folder) => join(folder, "MiniBrowser")).find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
