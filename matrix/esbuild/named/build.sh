esbuild sign-in.js new-password.js thread=passkind/strength-worker.js \
  --bundle --minify --splitting --format=esm --loader:.wasm=file --outdir=dist
