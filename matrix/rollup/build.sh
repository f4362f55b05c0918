rollup -c
mkdir -p dist/pkg
cp node_modules/passkind/pkg/strength.wasm dist/pkg/
