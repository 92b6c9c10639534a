#!/bin/sh
# The command line as a user meets it: exit codes, streams, lists, folders.
# Usage: cli.sh ELF_CHECK WORK_FOLDER VERSION ELF_CHECK_SEEDS
set -eu

elf_check=$1
work=$2
version=$3
seeds=$4
here=$(dirname "$0")
# shellcheck source=SCRIPTDIR/lib.sh
. "$here/lib.sh"

rm -rf "$work"
mkdir -p "$work/seeds"
"$seeds" "$work/seeds"
good="$work/seeds/static"

run --version
expect "--version" 0
[ "$(cat "$work/out")" = "elf_check $version" ] || fail "--version prints $(cat "$work/out")"
run --help
expect "--help" 0
shows out "Usage: elf_check [OPTION]... FILE..."
run --list-rules
expect "--list-rules" 0
shows out "no DT_NEEDED: no shared library, but for --allow-needed"
run --list-architectures
expect "--list-architectures" 0
shows out "s390x 64 msb 22"

run
expect "no argument" 2
shows err "elf_check: no file was given"
silent out
run --arch sparc "$good"
expect "unknown architecture" 2
shows err "unknown value 'sparc'"
silent out

run "$good"
expect "a static program" 0
shows out "1 file checked: 1 passed, 0 broken"
silent err
cp "$good" "$work/-odd name"
(cd "$work" && "$elf_check" -- "-odd name" >/dev/null) || fail "a name that begins with -"

printf 'text\n' >"$work/text"
: >"$work/empty"
run "$work/text"
expect "not ELF" 3
shows err "/text: is not an ELF file"
shows out "0 files checked"
run "$work/empty"
expect "empty" 3
run "$work/none"
expect "no such file" 3
shows err "/none: No such file or directory"
run "$work"
expect "a folder" 3
shows err "is a folder (--recursive looks into it)"
if mkfifo "$work/pipe" 2>/dev/null; then
  run "$work/pipe"
  expect "a pipe" 3
  shows err "is not a regular file"
fi

# The first trouble does not end the run, and trouble with a file outweighs a broken rule.
head -c "$(($(wc -c <"$good") - 1))" "$good" >"$work/cut"
run "$work/none" "$work/cut" "$good"
expect "several files" 3
shows out "2 files checked: 1 passed, 1 broken; 1 not readable or not ELF"
run "$work/cut" "$good"
expect "a broken one first" 1
shows out "/cut: truncated:"
run --disable truncated "$work/cut"
expect "rules switched off" 0
run --disable all --enable truncated "$work/cut"
expect "one rule left" 1
broken_rules "one rule left" "truncated"

# Lists on standard input.
printf '%s\n\n%s\n' "$good" "$work/text" >"$work/list"
run - <"$work/list"
expect "a list" 3
shows out "1 file checked: 1 passed, 0 broken; 1 not readable"
printf '%s' "$good" >"$work/list"
run - <"$work/list"
expect "a list without a last newline" 0
name="$work/new
line"
cp "$good" "$name"
printf '%s\0%s\0' "$name" "$good" >"$work/list"
run --null - <"$work/list"
expect "a list with NUL" 0
shows out "2 files checked: 2 passed"
shows out 'new\x0aline'
run - </dev/null
expect "an empty list" 3
shows err "no file was found to check"

# Folders.
mkdir -p "$work/tree/b/c" "$work/nothing"
cp "$good" "$work/tree/z"
cp "$good" "$work/tree/b/c/a"
cp "$work/text" "$work/tree/b/text"
cp "$work/text" "$work/nothing/text"
ln -s ../.. "$work/tree/b/loop"
ln -s z "$work/tree/link"
run --recursive "$work/tree"
expect "a folder" 0
shows out "2 files checked: 2 passed, 0 broken; 1 skipped (not ELF)"
sed -n 's/.*\/tree\//tree\//p' "$work/out" >"$work/order"
printf 'tree/z\ntree/b/c/a\n' | cmp -s - "$work/order" || fail "the order of files: $(cat "$work/order")"
run --recursive "$work/nothing"
expect "a folder without ELF files" 3
shows err "no ELF file was found"

# JSON stays one document, whatever happens.
run --format=json "$good" "$work/text" "$work/none"
expect "JSON" 3
shows out '"verdict":"pass"'
shows out '"verdict":"error","error":"is not an ELF file"'
shows out '"summary":{"checked":1,"passed":1,"broken":0,"unreadable":2,"skipped":0,"exit_code":3}}'

# Colour: not into a file, unless it is asked for.
run --color=always "$good"
grep -q "$(printf '\033')" "$work/out" || fail "--color=always does not colour"
run --color=auto "$good"
grep -q "$(printf '\033')" "$work/out" && fail "--color=auto colours a file"

# A report that cannot be written is no pass.
if [ -w /dev/full ]; then
  code=0
  "$elf_check" "$good" >/dev/full 2>"$work/err" || code=$?
  : >"$work/out"
  expect "a full disk" 3
  shows err "could not be written"
fi

finish
