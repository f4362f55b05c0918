const { createGuard } = require("passkind");

createGuard({ service: "mailbox", provider: "infomaniak" }).then((guard) => {
  console.log(guard.assess({ identifier: "anna@ik.me", password: "Sommer24!" }).hints[0].code);
});
