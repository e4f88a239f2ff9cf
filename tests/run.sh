#!/usr/bin/env bash
# Installs what is missing, reuses what is there, and runs every test.
set -euo pipefail
cd "$(dirname "$0")/.."
step() { printf '\n== %s\n' "$*"; }

step "tools"
rustup target list --installed | grep -qx wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown

step "format and lints"
cargo fmt --check
cargo clippy --quiet --features html --all-targets
cargo clippy --quiet --target wasm32-unknown-unknown

step "native tests"
cargo test --quiet --features html
