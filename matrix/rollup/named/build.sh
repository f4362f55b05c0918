rollup -c
cp node_modules/passkind/pkg/strength.wasm dist/
