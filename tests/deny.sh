#!/usr/bin/env bash
# What others have made and we build with: licences, sources and doubles of all crates by deny.toml; known weaknesses of crates
# and of npm's packages where the databases can be reached, else a line that says they could not.
set -uo pipefail
cd "$(dirname "$0")/.."
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
failed=0

main() {
  command -v cargo-deny >/dev/null || cargo install --quiet --locked cargo-deny || exit 1
  for manifest in Cargo.toml fuzz/Cargo.toml; do
    cargo deny --log-level error --manifest-path "$manifest" --config deny.toml check licenses bans sources || failed=1
    crates "$manifest"
  done
  packages .
  packages tests/embed
  exit "$failed"
}

# crates MANIFEST: known weaknesses of its crates.
crates() {
  local said
  said=$(cargo deny --log-level error --manifest-path "$1" --config deny.toml check advisories 2>&1) && return
  if grep -q 'failed to fetch advisory database' <<<"$said"; then
    echo "$1: skipped: advisory database out of reach"
  else
    echo "$said"
    failed=1
  fi
}

# packages FOLDER: known weaknesses of npm's packages, from "high" on: they are tools for building and testing, none is shipped.
packages() {
  local said
  said=$(cd "$1" && npm audit --json --audit-level=high 2>/dev/null) && return
  if grep -q '"auditReportVersion"' <<<"$said"; then
    echo "$said"
    failed=1
  else
    echo "$1/package-lock.json: skipped: advisory database out of reach"
  fi
}

main
