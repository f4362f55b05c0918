import { nodeResolve } from "@rollup/plugin-node-resolve";

export default {
  input: ["sign-in.js", "one-provider.js", "new-password.js", "passkind/strength-worker.js"],
  output: { dir: "dist" },
  plugins: [nodeResolve()],
};
