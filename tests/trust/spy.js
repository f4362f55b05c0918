/**
 * Listens on every way by which a text can leave a script. Runs in the page and in workers before any other script, as text: it may use
 * nothing from outside. What is heard is told as `channel` and `text`; the ways work as before.
 */

/**
 * @param {(channel: string, text: string) => void} tell
 */
export function spy(tell) {
  const root = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
  const isPage = "document" in root;
  const JSONof = JSON.stringify.bind(JSON);
  /** @param {unknown} value @returns {string} */
  const said = (value) => {
    try {
      if (typeof value === "string") return value;
      if (value instanceof URLSearchParams || value instanceof URL) return String(value);
      if (value instanceof Headers || value instanceof FormData) return JSONof([...value.entries()]);
      if (value instanceof Request) return `${value.method} ${value.url} ${JSONof([...value.headers])}`;
      if (value instanceof ArrayBuffer) return new TextDecoder().decode(value);
      if (ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
      if (value instanceof Error) return `${value.name} ${value.message} ${value.stack}`;
      if (value instanceof Event) return `${value.type} ${said(/** @type {CustomEvent} */ (value).detail)}`;
      if (isPage && value instanceof Node) return value.nodeName;
      if (Array.isArray(value)) return value.map(said).join(" ");
      if (value instanceof Map || value instanceof Set) return said([...value]);
      if (typeof value === "object" && value !== null) return Object.entries(value).map(([key, one]) => `${key}: ${said(one)}`).join(", ");
      return String(value);
    } catch {
      return "?";
    }
  };
  const heard = (/** @type {string} */ channel, /** @type {unknown[]} */ given) => tell(channel, given.map(said).join(" | "));

  /** @param {object | undefined} owner @param {string} name @param {string} channel */
  const method = (owner, name, channel = name) => {
    const own = /** @type {any} */ (owner)?.[name];
    if (typeof own !== "function") return;
    Object.defineProperty(owner, name, { configurable: true, writable: true, value: new Proxy(own, {
      apply(target, self, given) {
        heard(channel, given);
        return Reflect.apply(target, self, given);
      },
    }) });
  };
  /** @param {string} name @param {(made: any, given: any[]) => void} [more] */
  const made = (name, more) => {
    if (!root[name]) return;
    root[name] = new Proxy(root[name], {
      construct(target, given, newTarget) {
        heard(`new ${name}`, given);
        const one = Reflect.construct(target, given, newTarget);
        more?.(one, given);
        return one;
      },
    });
  };
  /** @param {object | undefined} owner @param {string} name @param {string} [channel] */
  const setter = (owner, name, channel = name) => {
    const own = owner && Object.getOwnPropertyDescriptor(owner, name);
    if (!own?.set || !owner) return;
    Object.defineProperty(owner, name, { ...own, set(value) {
      heard(channel, [value]);
      /** @type {Function} */ (own.set).call(this, value);
    } });
  };

  // The wire
  method(root, "fetch");
  for (const name of ["open", "send", "setRequestHeader"]) method(root["XMLHttpRequest"]?.prototype, name, "XMLHttpRequest");
  method(root["Navigator"]?.prototype, "sendBeacon");
  for (const name of ["WebSocket", "EventSource", "RTCPeerConnection", "WebTransport", "Notification", "PasswordCredential", "SharedWorker"]) made(name);
  method(root["WebSocket"]?.prototype, "send", "WebSocket.send");
  method(root["ServiceWorkerContainer"]?.prototype, "register", "serviceWorker");
  method(root, "importScripts");
  // What is kept
  method(root["Storage"]?.prototype, "setItem", "Storage");
  for (const name of isPage ? ["localStorage", "sessionStorage"] : []) {
    const storage = root[name];
    Object.defineProperty(root, name, { configurable: true, get: () => new Proxy(storage, {
      get: (target, key) => (typeof target[key] === "function" ? target[key].bind(target) : target[key]),
      set: (target, key, value) => { heard("Storage", [key, value]); target[key] = value; return true; },
    }) });
  }
  method(root["IDBFactory"]?.prototype, "open", "indexedDB");
  for (const name of ["put", "add"]) method(root["IDBObjectStore"]?.prototype, name, "indexedDB");
  for (const name of ["open", "match", "has"]) method(root["CacheStorage"]?.prototype, name, "caches");
  for (const name of ["put", "add", "addAll"]) method(root["Cache"]?.prototype, name, "caches");
  setter(root["Document"]?.prototype, "cookie");
  method(root["CookieStore"]?.prototype, "set", "cookie");
  setter(root, "name", "window.name");
  method(root["StorageManager"]?.prototype, "getDirectory", "file system");
  method(root["CredentialsContainer"]?.prototype, "store", "credentials");
  method(root["LockManager"]?.prototype, "request", "locks");
  // What others read
  for (const name of Object.keys(console)) method(console, name, "console");
  method(root, "reportError");
  for (const name of ["pushState", "replaceState"]) method(root["History"]?.prototype, name, "history");
  for (const name of ["mark", "measure"]) method(root["Performance"]?.prototype, name, "performance");
  setter(root["Document"]?.prototype, "title");
  method(root["Clipboard"]?.prototype, "writeText", "clipboard");
  made("CustomEvent");
  method(root["EventTarget"]?.prototype, "dispatchEvent");
  // Between windows and threads; to a worker by its file
  const files = new WeakMap();
  made("Worker", (worker, [file]) => files.set(worker, new URL(String(file), location.href).pathname));
  const post = root["Worker"]?.prototype.postMessage;
  if (post) {
    root["Worker"].prototype.postMessage = function (/** @type {unknown[]} */ ...given) {
      heard(`to worker ${files.get(this)}`, given);
      return post.apply(this, given);
    };
  }
  method(root, "postMessage", isPage ? "window.postMessage" : "from worker");
  method(root["MessagePort"]?.prototype, "postMessage", "MessagePort");
  method(root["BroadcastChannel"]?.prototype, "postMessage", "BroadcastChannel");
  made("Blob");
  if (!isPage) return;

  // The document: attributes of elements that are in it or come into it, in shadow roots, too; texts apart
  /** @type {(node: Node) => void} */
  const attributesOf = (node) => {
    for (const element of [node, .../** @type {Element} */ (node).querySelectorAll?.("*") ?? []]) {
      for (const { name, value } of /** @type {Element} */ (element).attributes ?? []) heard("attribute", [`${name}="${value}"`]);
    }
  };
  const observer = new MutationObserver((changes) => {
    for (const { type, target, attributeName, addedNodes } of changes) {
      if (type === "attributes" && attributeName) heard("attribute", [`${attributeName}="${/** @type {Element} */ (target).getAttribute(attributeName)}"`]);
      if (type === "characterData") heard("text", [target.nodeValue]);
      for (const node of addedNodes) {
        attributesOf(node);
        if (node.textContent) heard("text", [node.textContent]);
      }
    }
  });
  const watch = (/** @type {Node} */ one) => observer.observe(one, { attributes: true, childList: true, characterData: true, subtree: true });
  watch(document);
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (/** @type {ShadowRootInit} */ init) {
    const shadow = attachShadow.call(this, init);
    watch(shadow);
    return shadow;
  };
  // Values that a script sets, and texts that a script selects to be copied
  setter(HTMLInputElement.prototype, "value", "value");
  for (const name of ["submit", "requestSubmit"]) method(HTMLFormElement.prototype, name, "form");
  method(CSSStyleSheet.prototype, "insertRule", "style");
  method(root, "open", "window.open");
  method(document, "execCommand");
  addEventListener("error", ({ message, error }) => heard("error", [message, error]), true);
  addEventListener("unhandledrejection", ({ reason }) => heard("error", [reason]));
}

/** In the page: the whole document as text, open shadow roots and the values of fields that nobody types into included, and whatever a page keeps. */
export async function remains() {
  /** @param {Document | ShadowRoot} root @returns {string} */
  const written = (root) => [
    "documentElement" in root ? root.documentElement.outerHTML : root.innerHTML,
    ...[...root.querySelectorAll("*")].flatMap((one) => (one.shadowRoot ? [written(one.shadowRoot)] : [])),
  ].join("\n");
  const globals = Object.getOwnPropertyNames(window).filter((name) => {
    const { value } = Object.getOwnPropertyDescriptor(window, name) ?? {};
    return typeof value === "string" || typeof value === "number";
  });
  const texts = {
    document: written(document),
    values: [...document.querySelectorAll("input[type=hidden], textarea, select, output, meter")].map((one) => /** @type {HTMLInputElement} */ (one).value).join("\n"),
    storage: JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), window.name, document.cookie, document.title]),
    databases: JSON.stringify([await indexedDB.databases(), await caches.keys()]),
    address: `${location.href} ${document.referrer} ${JSON.stringify(history.state)}`,
    performance: JSON.stringify(performance.getEntries()),
    globals: globals.map((name) => `${name}: ${/** @type {any} */ (window)[name]}`).join("\n"),
  };
  return /** @type {Record<string, string>} */ (texts);
}
