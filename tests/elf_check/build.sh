#!/bin/sh
# elf_check as a consumer builds it, without options, and with every warning an error; by each compiler that is there.
# Usage: build.sh SOURCE_FOLDER WORK_FOLDER
set -eu

source=$1
work=$2
here=$(dirname "$0")
# shellcheck source=SCRIPTDIR/lib.sh
. "$here/lib.sh"

rm -rf "$work"
mkdir -p "$work"

# build NAME OPTION...
build() {
  tree="$work/$1"
  shift
  if ! { cmake -S "$source" -B "$tree" "$@" && cmake --build "$tree" --config Release; } >"$work/log" 2>&1; then
    fail "cmake $*"
    cat "$work/log"
    return
  fi
  elf_check="$tree/elf_check"
  run --version
  expect "elf_check of cmake $*" 0
}

build plain
grep -i warning "$work/log" && fail "the plain build warns"
built=0
for compiler in g++ clang++; do
  command -v "$compiler" >/dev/null || continue
  build "$compiler" -DCMAKE_CXX_COMPILER="$compiler" -DELF_CHECK_WARNINGS_AS_ERRORS=ON
  build "$compiler-shared" -DCMAKE_CXX_COMPILER="$compiler" -DELF_CHECK_STATIC=OFF
  built=$((built + 1))
done
echo "$built compilers, no warnings"
[ "$built" -gt 0 ] || fail "neither g++ nor clang++ is there"
finish
