#!/bin/sh
# Builds elf_check and its tests with clang under the address and undefined-behaviour sanitizers, runs the tests, then
# fuzzes for a bounded time. A file that breaks something stays in WORK_FOLDER/found; once understood, it goes to
# tests/elf_check/regressions, which is run first every time.
# Usage: fuzz.sh tests|fuzz SOURCE_FOLDER WORK_FOLDER SECONDS
# Exit code 77: skipped.
set -eu

here=$(dirname "$0")
# shellcheck source=SCRIPTDIR/lib.sh
. "$here/lib.sh"

what=$1
source=$2
work=$3
seconds=$4

if ! command -v clang++ >/dev/null; then
  skip "there is no clang++ (packages clang and libclang-rt-dev)"
fi
mkdir -p "$work/try"
echo 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }' >"$work/try/try.cpp"
if ! clang++ -fsanitize=fuzzer,address,undefined "$work/try/try.cpp" -o "$work/try/try" 2>"$work/try/log"; then
  skip "clang++ has no libFuzzer (package libclang-rt-dev)"
fi

cmake -S "$source" -B "$work/build" -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=RelWithDebInfo \
  -DELF_CHECK_SANITIZE=ON -DELF_CHECK_STATIC=OFF >"$work/configure.log" 2>&1 || {
  cat "$work/configure.log"
  exit 1
}
target=elf_check_tests
[ "$what" = tests ] || target=elf_check_fuzz
cmake --build "$work/build" --target "$target" elf_check_seeds >"$work/build-$what.log" 2>&1 || {
  cat "$work/build-$what.log"
  exit 1
}

export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
if [ "$what" = tests ]; then
  exec "$work/build/elf_check_tests"
fi

rm -rf "$work/seeds"
mkdir -p "$work/seeds" "$work/corpus" "$work/found"
"$work/build/elf_check_seeds" "$work/seeds"
for file in "$source"/regressions/*; do
  [ ! -f "$file" ] || "$work/build/elf_check_fuzz" "$file" || exit 1
done
# A second for one small file, or 64 MiB, would be a defect as bad as a crash.
"$work/build/elf_check_fuzz" -max_total_time="$seconds" -timeout=5 -malloc_limit_mb=64 -max_len=8192 \
  -artifact_prefix="$work/found/" -print_final_stats=1 "$work/corpus" "$work/seeds" >"$work/fuzz.log" 2>&1 || {
  tail -n 60 "$work/fuzz.log"
  exit 1
}
grep -E 'number_of_executed_units|cov:' "$work/fuzz.log" | tail -n 2
