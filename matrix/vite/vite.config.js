import { defineConfig } from "vite";

export default defineConfig({
  build: { rolldownOptions: { input: ["sign-in.html", "new-password.html", "core-file.html"] } },
});
