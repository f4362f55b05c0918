import { defineConfig } from "vite";

export default defineConfig({
  build: { rolldownOptions: { input: ["sign-in.html", "one-provider.html", "new-password.html", "core-file.html"] } },
});
