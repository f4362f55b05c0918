export default {
  mode: "production",
  entry: { "sign-in": "./sign-in.js", "new-password": "./new-password.js", "core-file": "./core-file.js" },
};
