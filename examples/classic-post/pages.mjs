// The two pages, as text.
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (title, body, head = "") => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/style.css">${head}
</head>
<body>
  <main>${body}
  </main>
</body>
</html>
`;

/** `refused`: how often the server has said no; passkind reads it from the form, beside an empty password. */
export const signInPage = ({ address = "", refused = 0 } = {}) => page("Connect your mailbox", `
    <form method="post" action="/sign-in"${refused ? ` data-passkind-refused="${refused}"` : ""}>
      <h1>Connect your mailbox</h1>${refused ? `
      <p role="alert">The mail server refused this address and password.</p>` : ""}
      <label>
        E-mail address
        <input name="address" type="email" autocomplete="username" required value="${escaped(address)}">
      </label>
      <label>
        Password
        <input name="password" type="password" autocomplete="current-password" required>
      </label>
      <button>Connect</button>
    </form>`, `
  <script type="module" src="/sign-in.js"></script>`);

export const connectedPage = () => page("Your mailbox is connected", `
    <p class="card">Your mailbox is connected.</p>`);
