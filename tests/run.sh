#!/usr/bin/env bash
# Installs what is missing, reuses what is there, and runs the tests; with --all the slow ones too. Ends with one line:
# N passed, N failed.
set -uo pipefail
cd "$(dirname "$0")/.."
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
passed=0
failed=()

main() {
  printf '\n== tools\n'
  tools "$@" || { echo "the tools could not be installed"; exit 1; }
  check "format" cargo fmt --check
  check "lints" cargo clippy --quiet --features html --all-targets
  check "lints, wasm" cargo clippy --quiet --target wasm32-unknown-unknown --all-targets
  check "native tests" env PROPTEST_CASES=128 cargo test --quiet --features html
  check "a language is a folder" env ZUBDA_MORE_LANGUAGES=tests/languages cargo test --quiet --test invented
  check "the table of languages" node docs/languages.mjs --check
  check "pkg/ is what the source makes" npm run --silent build -- --check
  check "sizes within the budget" node tests/budget.mjs sizes
  check "types" npm run --silent types
  check "format of scripts and pages" npx prettier --check --log-level warn www tests benches languages
  check "the extension is what the source makes" npm run --silent extension -- --check
  check "the words in every language" node --test tests/browser/words.test.js
  check "which scripts may know which" node --test tests/layers.test.js
  check "the package, and the settings of the extension" node --test tests/browser/embed-package.test.js tests/browser/extension-settings.test.js
  check "the demo in both browsers" node --test --test-concurrency=1 tests/browser/demo.test.js
  check "wasm tests in Chromium" env -u GECKODRIVER wasm-pack test --headless --chrome --test web
  check "wasm tests in Firefox" env -u CHROMEDRIVER wasm-pack test --headless --firefox --test web
  check "the page, the box and the seed in both browsers" browser seed invariants box parts redraw errors memory
  # Half an hour of bundlers, extensions, hostile pages, counted instructions and fuzzing: asked for by name.
  if [ "${1:-}" = --all ]; then
    check "licences, sources and known weaknesses" bash tests/deny.sh
    check "instructions within the budget" node tests/budget.mjs instructions
    check "fuzzing, a minute each" bash tests/fuzz.sh 60
    check "all browser tests" node --test --test-concurrency=1 --test-reporter=spec tests/browser/*.test.js
  fi
  [ ${#failed[@]} = 0 ] || printf 'failed: %s\n' "${failed[@]}"
  printf '\n%d passed, %d failed\n' "$passed" "${#failed[@]}"
  [ ${#failed[@]} = 0 ]
}

tools() {
  rustup target list --installed | grep -qx wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown || return
  packages=()
  command -v chromium >/dev/null || packages+=(chromium)
  command -v chromedriver >/dev/null || packages+=(chromium-driver)
  command -v firefox-esr >/dev/null || packages+=(firefox-esr)
  [ "${1:-}" != --all ] || command -v valgrind >/dev/null || packages+=(valgrind)
  if [ ${#packages[@]} != 0 ]; then
    sudo=$([ "$(id -u)" = 0 ] || echo sudo)
    $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null || return
  fi
  command -v wasm-pack >/dev/null || cargo install --quiet --locked wasm-pack || return
  command -v geckodriver >/dev/null || cargo install --quiet --locked geckodriver || return
  # Installed again only when the lock file has changed since.
  if ! cmp -s package-lock.json node_modules/.zubda-lock; then
    npm ci --silent --no-audit --no-fund && cp package-lock.json node_modules/.zubda-lock || return
  fi
  CHROMEDRIVER=$(command -v chromedriver)
  GECKODRIVER=$(command -v geckodriver)
  export CHROMEDRIVER GECKODRIVER
}

# browser NAME…: these of the browser tests, one after the other.
browser() {
  local files=("${@/#/tests/browser/}")
  node --test --test-concurrency=1 "${files[@]/%/.test.js}"
}

# check NAME COMMAND…: one named test.
check() {
  printf '\n== %s\n' "$1"
  if "${@:2}"; then passed=$((passed + 1)); else failed+=("$1"); fi
}

main "$@"
