esbuild sign-in.js one-provider.js core-file.js new-password.js strength-worker=passkind/strength-worker.js \
  --bundle --minify --splitting --format=esm --loader:.wasm=file --outdir=dist
mkdir -p dist/pkg
cp node_modules/passkind/pkg/strength.wasm dist/pkg/
