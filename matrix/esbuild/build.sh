esbuild sign-in.js new-password.js strength-worker=passkind/strength-worker.js \
  --bundle --minify --splitting --format=esm --outdir=dist
mkdir -p dist/pkg
cp node_modules/passkind/pkg/strength.wasm dist/pkg/
