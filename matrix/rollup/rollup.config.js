import { nodeResolve } from "@rollup/plugin-node-resolve";

export default {
  input: ["sign-in.js", "new-password.js"],
  output: { dir: "dist" },
  plugins: [nodeResolve()],
};
