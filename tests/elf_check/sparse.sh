#!/bin/sh
# A file of 2 GiB costs no more than a small one: under 1 MiB read, under 8 MiB of memory.
# Usage: sparse.sh ELF_CHECK WORK_FOLDER ELF_CHECK_SEEDS
# Exit code 77: skipped.
set -eu

elf_check=$1
work=$2
seeds=$3
here=$(dirname "$0")
# shellcheck source=SCRIPTDIR/lib.sh
. "$here/lib.sh"

rm -rf "$work"
mkdir -p "$work/seeds"
"$seeds" "$work/seeds"
good="$work/seeds/static"
big="$work/big"
cp "$good" "$big"
if ! truncate -s 2G "$big" 2>/dev/null; then
  skip "no file of 2 GiB can be made here"
fi

for go in "" --go; do
  # shellcheck disable=SC2086
  run $go --disable go "$big"
  expect "2 GiB $go" 0
  # A static program maps nothing else, so that a limit on the address space is one on memory.
  # shellcheck disable=SC2086,SC3045
  if "$elf_check" --disable bind-now "$elf_check" >/dev/null; then
    (ulimit -v 8192 && exec "$elf_check" $go --disable go "$big" >/dev/null) || fail "more than 8 MiB of memory $go"
  fi
done
if command -v strace >/dev/null && strace -o "$work/trace" true 2>/dev/null; then
  strace -e trace=pread64,read -o "$work/trace" "$elf_check" --go --disable go "$big" >/dev/null
  bytes=$(sed -n 's/.*= \([0-9][0-9]*\)$/\1/p' "$work/trace" | awk '{ sum += $1 } END { print sum + 0 }')
  echo "$bytes bytes read"
  [ "$bytes" -lt 1048576 ] || fail "$bytes bytes read"
fi
rm -f "$big"
finish
