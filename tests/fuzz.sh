#!/usr/bin/env bash
# Builds the fuzz targets and runs each for so many seconds, 60 unless told: tests/fuzz.sh [SECONDS [TARGET…]]
# What is found is kept in target/fuzz/, and makes the next run begin where this one ended. Ends with the first failure; the
# input that failed is then in fuzz/artifacts/.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
seconds=${1:-60}
targets=("${@:2}")
[ ${#targets[@]} != 0 ] || mapfile -t targets < <(cd fuzz/fuzz_targets && ls ./*.rs | sed 's|^\./||; s|\.rs$||')

command -v cargo-fuzz >/dev/null || cargo install --quiet --locked cargo-fuzz
cargo fmt --check --manifest-path fuzz/Cargo.toml
# Without a sanitizer, which only finds what `unsafe_code = "forbid"` rules out, a stable compiler will do, and runs are faster.
cargo fuzz build --sanitizer none

for target in "${targets[@]}"; do
  printf '\n-- %s, %s seconds\n' "$target" "$seconds"
  found=target/fuzz/$target
  mkdir -p "$found"
  # What is repeated is short, and each input takes some hundreds of times as long.
  length=(-max_len=4096)
  [ "$target" != dos ] || length=(-max_len=256 -len_control=0)
  # Past two minutes an input hangs, on a machine that does other things too; past 1 GB it takes more than a page may.
  cargo fuzz run --sanitizer none "$target" "$found" "fuzz/corpus/$target" -- \
    -max_total_time="$seconds" "${length[@]}" -timeout=120 -rss_limit_mb=1024 -print_final_stats=1 -verbosity=0
done
