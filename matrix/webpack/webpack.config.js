export default {
  mode: "production",
  entry: { "sign-in": "./sign-in.js", "one-provider": "./one-provider.js", "new-password": "./new-password.js", "core-file": "./core-file.js" },
};
