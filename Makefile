# The README's two commands are `make demo` and `make test`; each does all its own set-up.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: contact help demo demo-pictures docs check test gate matrix trust instructions record-instructions reproducible sbom integrity deny zxcvbn eval stale check-facts bench build setup \
  format lint types rust-tests browser-tests wasm-pack-tests gate-tests size clean geckodriver fuzz miri

TOOLS := $(CURDIR)/target/tools
export PATH := $(TOOLS)/bin:$(PATH)
WASM_PACK := 0.15.1
GECKODRIVER_VERSION := 0.37.1
CARGO_DENY := 0.20.2
WASM := wasm32-unknown-unknown
MAKE_QUIETLY = $(MAKE) --no-print-directory
STEP = @node scripts/step.mjs

help: ## what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

demo: ## builds, serves the demo on a free port of 127.0.0.1 and prints the address
	@$(MAKE_QUIETLY) -s -j2 target/demo.stamp
	@node scripts/serve.mjs

demo-pictures: build geckodriver ## takes the pictures of docs/ again
	@node scripts/browser.mjs -- node scripts/demo-pictures.mjs

docs: build ## the API pages, made of the types, in target/docs/api; a warning is an error
	npx --no-install typedoc --logLevel Warn

# The three loops, from the one that runs at every save to the one before a merge.

check: node_modules/.package-lock.json target/toolchain.stamp ## formats, lints, types and unit tests: the loop at every change
	@$(MAKE_QUIETLY) -j2 --output-sync=target lint types unit-tests

test: ## everything about the package on one engine
	@$(MAKE_QUIETLY) -j2 build integrity rust-tests
	@$(MAKE_QUIETLY) browser-tests

gate: ## the rest of what CI checks: three engines, tools and frameworks, wasm-pack, zxcvbn, SECURITY.md's table
	@$(MAKE_QUIETLY) lint
	@$(MAKE_QUIETLY) -j2 --output-sync=target zxcvbn wasm-pack-tests
	@$(MAKE_QUIETLY) gate-tests
	@$(MAKE_QUIETLY) matrix
	@$(MAKE_QUIETLY) trust

matrix: build geckodriver integrity ## the packed package, built and opened or run by each tool that people use; ONLY="vite deno" takes these
	node scripts/browser.mjs -- node scripts/matrix.mjs $(ONLY)

trust: build target/trap.stamp geckodriver integrity $(TOOLS)/cargo-deny-$(CARGO_DENY).stamp ## the table of SECURITY.md, row by row, with figures; ONLY="S5 S16" takes these
	@node scripts/browser.mjs "VALGRIND?" -- node scripts/trust.mjs $(ONLY)

instructions: setup ## instructions of fixed inputs beside those recorded, and how they grow with length
	@node scripts/instructions.mjs

record-instructions: setup ## records them anew, in tests/trust/instructions.tsv
	@node scripts/instructions.mjs --record

reproducible: build ## builds the package once more in another folder and compares the files
	@node scripts/reproducible.mjs

sbom: build ## bills of materials of crate and package (CycloneDX), in target/sbom
	@node scripts/sbom.mjs

integrity: build ## www/integrity.json: sums and SRI strings of every packed file
	@npx --no-install tsc -p www
	@node scripts/integrity.mjs

contact: ## refuses while nobody could be told a fault: a step of the release
	@node scripts/contact.mjs

deny: $(TOOLS)/cargo-deny-$(CARGO_DENY).stamp ## licences, duplicates and sources of the crates; advisories where their database can be had
	@node scripts/deny.mjs

# Crates beside the main one, each with a lock file of its own.
CRATES := patches/regex patches/fancy-regex tests/zxcvbn-reference benches/identifiers tests/miri fuzz scripts/bindgen scripts/test-runner

format: node_modules/.package-lock.json target/toolchain.stamp ## rustfmt and Biome, on every file
	for crate in . $(CRATES); do cargo fmt --manifest-path $$crate/Cargo.toml; done
	npx --no-install biome check --write

lint: node_modules/.package-lock.json target/toolchain.stamp
	for crate in . $(CRATES); do cargo fmt --check --manifest-path $$crate/Cargo.toml; done
	npx --no-install biome check --error-on-warnings
	node scripts/arrows.mjs
	cargo clippy --quiet --locked --all-targets -- -D warnings
	cargo clippy --quiet --locked --all-targets --features strength -- -D warnings
	cargo clippy --quiet --locked --lib --tests --target $(WASM) -- -D warnings
	cargo clippy --quiet --locked --lib --target $(WASM) --features strength -- -D warnings
	cargo clippy --quiet --locked --lib --target $(WASM) --features strength -- --cfg passkind_strength_alone -D warnings

types: node_modules/.package-lock.json www/types.d.ts www/providers/all.txt
	npx --no-install tsc -p www

www/types.d.ts: src/wasm/types.d.ts
	@mkdir -p www/dts && cp $< www/dts/types.d.ts && cp $< $@

www/providers/all.txt: scripts/providers.mjs scripts/pack.mjs examples/providers.rs src/reply/words.rs src/reply/cause.rs $(shell find build providers replies -type f) | target/toolchain.stamp node_modules/.package-lock.json
	@node scripts/providers.mjs
	@touch $@

# Without a browser and without the package's compiled files.
UNIT := describe guide-words codes bundlers arrows

.PHONY: unit-tests
unit-tests: node_modules/.package-lock.json target/toolchain.stamp www/types.d.ts www/providers/all.txt
	cargo test --quiet --locked --lib --test table --test identifier --test profiles
	node --test --test-reporter=dot $(UNIT:%=tests/package/%.test.js)

rust-tests: target/toolchain.stamp
	cargo test --locked
	RUSTDOCFLAGS="--cfg docsrs -D warnings" cargo doc --quiet --locked --no-deps --all-features

# What needs three engines, every page in every language, all of memory, or a copy that is compiled: `make gate` runs these. The rest of tests/trust/ and
# tests/engines/ is run by `make trust` and `make matrix`.
GATE_TESTS := tests/engines/hosts.test.js tests/browser/demo-pages.test.js tests/browser/demo-services.test.js tests/browser/rate-hostile.test.js tests/browser/elements-hostile.test.js \
  tests/browser/attach-lifetime.test.js tests/browser/clobbering.test.js tests/browser/clobbering-elements.test.js \
  tests/trust/residue.test.js tests/trust/trap.test.js tests/trust/twin.test.js tests/trust/twin-hostile.test.js tests/package/recipes.test.js tests/world/gallery.test.js
TESTS := $(filter-out $(GATE_TESTS),$(wildcard tests/package/*.test.js tests/browser/*.test.js))
# What passed is recorded, so that `make trust` does not run it once more.
REPORTERS := --test-reporter=spec --test-reporter-destination=stdout --test-reporter=./scripts/recorded.mjs --test-reporter-destination=stderr
NODE_TESTS = node scripts/browser.mjs $(1) -- node --test $(REPORTERS) --test-concurrency=3 $(2)

browser-tests: build integrity
	npx --no-install typedoc --logLevel Warn
	$(call NODE_TESTS,CHROME CHROMEDRIVER "CHROME_SHELL?",$(TESTS))

gate-tests: build target/trap.stamp geckodriver integrity
	$(call NODE_TESTS,,$(GATE_TESTS))

wasm-pack-tests: target/toolchain.stamp geckodriver $(TOOLS)/wasm-pack-$(WASM_PACK).stamp $(TOOLS)/test-runner.stamp
	node scripts/browser.mjs -- wasm-pack test --headless --chrome -- --test web
	node scripts/browser.mjs -- wasm-pack test --headless --firefox -- --test web

zxcvbn: target/toolchain.stamp node_modules/.package-lock.json ## zxcvbn with our six patterns beside zxcvbn as published: the same answers; ours beside that
	@node scripts/lists.mjs
	cargo test --quiet --locked --release --manifest-path tests/zxcvbn-reference/Cargo.toml --target-dir target/zxcvbn-reference
	cargo test --locked --release --features strength --test zxcvbn -- --nocapture
	@node scripts/zxcvbn-js.mjs
	cargo test --locked --release --features strength --test strength
	cargo test --locked --release --features strength --lib strength
	cargo test --locked --release --features strength --doc strength

EVAL := cargo run --quiet --locked --release --example eval --
SHARED := ../shared/data

eval: node_modules/.package-lock.json ## measures: own cases, public passwords, generators, spelling; then the cases as one line of JSON
	@node scripts/lists.mjs
	@echo "addresses, own table:"; $(EVAL) address tests/data/addresses.jsonl; node scripts/spelling-peers.mjs address tests/data/addresses.jsonl
	@echo "domains, own tables:"; $(EVAL) domain tests/data/typos.tsv tests/data/real-domains.tsv; node scripts/spelling-peers.mjs domain tests/data/typos.tsv tests/data/real-domains.tsv
	@if [ -e $(SHARED)/addresses.jsonl ]; then \
	  echo "addresses, $(SHARED):"; $(EVAL) address $(SHARED)/addresses.jsonl; node scripts/spelling-peers.mjs address $(SHARED)/addresses.jsonl; \
	  mkdir -p target; awk -F '\t' 'NR == 1 || $$4 == "provider"' $(SHARED)/typos.tsv > target/provider-typos.tsv; \
	  echo "domains, $(SHARED), provider rows:"; $(EVAL) domain target/provider-typos.tsv $(SHARED)/not-typos.tsv; node scripts/spelling-peers.mjs domain target/provider-typos.tsv $(SHARED)/not-typos.tsv; \
	  mkdir -p target; node -e 'for (const line of require("fs").readFileSync(0, "utf8").trim().split("\n")) console.log(JSON.stringify({ ...JSON.parse(line), provider: null }))' < $(SHARED)/reports.jsonl > target/reports-without-provider.jsonl; \
	  echo "reports of people, $(SHARED); falseHints are misleading:"; $(EVAL) assess $(SHARED)/reports.jsonl; \
	  echo "the same with the provider left out:"; $(EVAL) assess target/reports-without-provider.jsonl; \
	  echo "servers and mail domains, $(SHARED):"; $(EVAL) known $(SHARED)/servers.tsv $(SHARED)/mail-domains.tsv; \
	else echo "$(SHARED) is not there: only the own tables of addresses and domains were measured"; fi
	@if [ -e $(SHARED)/replies.jsonl ]; then \
	  echo "replies, $(SHARED):"; $(EVAL) reply $(SHARED)/replies.jsonl; echo "replies, with the phrases of other servers alone:"; $(EVAL) reply --cross $(SHARED)/replies.jsonl; \
	else echo "$(SHARED)/replies.jsonl is not there: no server's replies were measured"; fi
	@$(EVAL) report tests/data/cases.jsonl

stale: ## claims about providers that expire within 90 days, by provider
	@cargo run --quiet --locked --release --example eval -- stale

check-facts: node_modules/.package-lock.json target/toolchain.stamp ## claims beside their sources, links and mail servers on the net, for a nightly job; ONLY="infomaniak google" takes these
	@node scripts/check-facts.mjs $(ONLY)

bench: build $(if $(shell command -v firefox-esr firefox),geckodriver) ## how small and fast it is beside its peers; writes target/bench.json, docs/bench*, the README's figures
	@node scripts/lists.mjs
	@node scripts/browser.mjs CHROME -- node benches/run.mjs
	@# Of the package only its copy of the README has changed.
	@cp README.md www/README.md && touch target/build.stamp

# Five targets, as long as FUZZ says each: seconds (10s), or runs (1000000).
FUZZ := 10s
FUZZ_TARGETS := assess address domain shape strength
CARGO_FUZZ_VERSION := 0.13.2

fuzz: setup ## random and mutated texts for 10 s a target (FUZZ=1000000: so many runs); `make cargo-fuzz` guides them by coverage, and needs nightly
	cargo build --quiet --locked --release --manifest-path fuzz/Cargo.toml
	cargo test --quiet --locked --release --manifest-path fuzz/Cargo.toml
	for target in $(FUZZ_TARGETS); do fuzz/target/release/$$target $(FUZZ) $(if $(filter true,$(CI)),20261124); done

.PHONY: cargo-fuzz
cargo-fuzz:
	@cargo +nightly --version > /dev/null 2>&1 || { echo "not present: a nightly toolchain (rustup toolchain install nightly), which cargo-fuzz needs; make fuzz runs the same bodies without it" >&2; exit 1; }
	$(MAKE) --no-print-directory target/fuzz-tools/cargo-fuzz-$(CARGO_FUZZ_VERSION).stamp
	for target in $(FUZZ_TARGETS); do mkdir -p target/fuzz-corpus/$$target; \
	  PATH="$(CURDIR)/target/fuzz-tools/bin:$$PATH" cargo +nightly fuzz run --target-dir target/fuzz $$target target/fuzz-corpus/$$target fuzz/corpus/$$target -- \
	    -dict=fuzz/dictionary.txt -max_len=4096 -print_final_stats=1 $(if $(filter %s,$(FUZZ)),-max_total_time=$(FUZZ:s=),-runs=$(FUZZ)) 2> target/fuzz-$$target.log \
	    || { tail -40 target/fuzz-$$target.log; exit 1; }; \
	  echo "cargo-fuzz $$target: $$(grep -o 'number_of_executed_units: .*' target/fuzz-$$target.log)"; done

target/fuzz-tools/cargo-fuzz-$(CARGO_FUZZ_VERSION).stamp: | target/toolchain.stamp
	cargo +nightly install --quiet cargo-fuzz --version $(CARGO_FUZZ_VERSION) --root target/fuzz-tools --target-dir target/fuzz-tools-build --force
	@rm -rf target/fuzz-tools-build && touch $@

miri: setup ## the allocator's tests under miri, where a nightly toolchain has it
	@if cargo +nightly miri --version > /dev/null 2>&1; then \
	  MIRIFLAGS="-Zmiri-permissive-provenance -Zmiri-ignore-leaks" cargo +nightly miri test --quiet --locked --manifest-path tests/miri/Cargo.toml --target-dir target/miri; \
	else echo "miri is not present (rustup component add miri rust-src --toolchain nightly): src/wasm/memory.rs was not run under it"; fi

build: setup target/build.stamp ## www/pkg and the types, from the crate

size: build ## what a sign-in page downloads, and an account-only page's share of it
	@node scripts/build.mjs --account-only
	@node scripts/size.mjs

SOURCES := Cargo.toml Cargo.lock rust-toolchain.toml scripts/build.mjs scripts/words.mjs scripts/notices.mjs scripts/linked.mjs scripts/providers.mjs scripts/pack.mjs examples/providers.rs www/strength/fold.js www/guard/wipe.js package-lock.json README.md \
  $(shell find src build providers replies patches scripts/bindgen -type f -not -path '*/target/*')

target/build.stamp: $(SOURCES) | setup
	@node scripts/build.mjs
	@node scripts/size.mjs
	@touch $@ target/demo.stamp

# The demo's first build is a plain one; whoever has the small one already goes on with that.
target/demo.stamp: $(SOURCES) | setup
	@node scripts/build.mjs --plain
	@rm -f target/build.stamp && touch $@

# A core that traps when told to, for tests/trust/trap.test.js.
target/trap.stamp: target/build.stamp
	node scripts/build.mjs --trap
	@touch $@

setup: target/toolchain.stamp target/bindgen.stamp node_modules/.package-lock.json

target/toolchain.stamp: rust-toolchain.toml
	@node -e 'if (+process.versions.node.split(".")[0] < 20) { console.error("passkind needs Node 20 or newer, here is " + process.version); process.exit(1) }'
	@command -v rustup > /dev/null || { echo "passkind needs rustup, which brings the pinned compiler: see https://rustup.rs" >&2; exit 1; }
	$(STEP) "the pinned compiler" rustup toolchain install $$(awk -F '"' '/^channel/ { print $$2 }' rust-toolchain.toml) --profile minimal --component clippy,rustfmt,rust-src --target $(WASM)
	@mkdir -p target && touch $@

# wasm-bindgen's library under a small command of ours, from its own lock file: it writes what is shipped.
target/bindgen.stamp: $(wildcard scripts/bindgen/Cargo.* scripts/bindgen/src/*) | target/toolchain.stamp
	$(STEP) "wasm-bindgen, compiled" cargo build --quiet --locked --manifest-path scripts/bindgen/Cargo.toml --target-dir target/bindgen
	@touch $@

# Only where tests run in browsers through wasm-pack.
$(TOOLS)/test-runner.stamp: $(wildcard scripts/test-runner/Cargo.* scripts/test-runner/src/*) | target/toolchain.stamp
	$(STEP) "wasm-bindgen's test runner, compiled" cargo install --quiet --locked --path scripts/test-runner --root $(TOOLS) --target-dir target/tools-build --force --debug
	@touch $@

$(TOOLS)/wasm-pack-$(WASM_PACK).stamp: | target/toolchain.stamp
	$(STEP) "wasm-pack, compiled" cargo install --quiet --locked wasm-pack --version $(WASM_PACK) --root $(TOOLS) --target-dir target/tools-build --force --debug
	@touch $@

# Only where crates are checked (`make deny`, `make trust`): it takes some minutes.
$(TOOLS)/cargo-deny-$(CARGO_DENY).stamp: | target/toolchain.stamp
	$(STEP) "cargo-deny, compiled" cargo install --quiet --locked cargo-deny --version $(CARGO_DENY) --root $(TOOLS) --target-dir target/tools-build --force
	@touch $@

# Firefox's driver, which Debian does not have. Only where tests run: `make demo` needs none.
geckodriver: $(TOOLS)/geckodriver-$(GECKODRIVER_VERSION).stamp

$(TOOLS)/geckodriver-$(GECKODRIVER_VERSION).stamp: | target/toolchain.stamp
	$(STEP) "geckodriver, compiled" cargo install --quiet --locked geckodriver --version $(GECKODRIVER_VERSION) --root $(TOOLS) --target-dir target/tools-build --force --debug
	@touch $@

node_modules/.package-lock.json: package.json package-lock.json www/package.json
	$(STEP) "npm's packages" npm ci --no-audit --no-fund
	@touch $@

clean: ## removes what was built; the tools stay
	cargo clean --quiet --release && rm -rf www/pkg www/types.d.ts www/THIRD-PARTY.txt www/integrity.json target/build.stamp target/demo.stamp target/trap.stamp www/dts target/package target/screenshots target/frameworks target/matrix
