# Sourced by the test scripts: a few words for "run this and look at what came out".
# The caller sets $elf_check and $work.
# shellcheck shell=sh
# shellcheck disable=SC2154

failures=0

fail() {
  printf 'FAILED: %s\n' "$*"
  failures=$((failures + 1))
}

# run ARGUMENT...: the exit code is in $code, the outputs are in $work/out and $work/err.
run() {
  code=0
  "$elf_check" "$@" >"$work/out" 2>"$work/err" || code=$?
}

# expect WHAT CODE: of the last run.
expect() {
  [ "$code" -eq "$2" ] && return
  fail "$1: exit code $code instead of $2"
  sed 's/^/  out: /' "$work/out"
  sed 's/^/  err: /' "$work/err"
}

# shows out|err TEXT: that stream of the last run has the text.
shows() {
  grep -qF -- "$2" "$work/$1" && return
  fail "std$1 lacks: $2"
  sed 's/^/  has: /' "$work/$1"
}

# silent out|err: that stream of the last run is empty.
silent() {
  [ -s "$work/$1" ] || return 0
  fail "std$1 is not empty"
  sed 's/^/  has: /' "$work/$1"
}

# broken_rules WHAT "RULE RULE...": the last run broke these rules and no other. Names in the order of the table.
broken_rules() {
  found=$(sed -n 's/^  [^ ].*: \([a-z-]*\): .*/\1/p' "$work/out" | tr '\n' ' ')
  [ "${found% }" = "$2" ] && return
  fail "$1: broken are '${found% }' instead of '$2'"
  sed 's/^/  out: /' "$work/out"
}

finish() {
  if [ "$failures" -gt 0 ]; then
    echo "$failures failures"
    exit 1
  fi
  exit 0
}

# note_skipped REASON: says what is left out, and leaves it where the end of the whole run can find it.
note_skipped() {
  echo "SKIPPED: $*"
  if [ -n "${SKIPPED_DIR:-}" ]; then
    mkdir -p "$SKIPPED_DIR"
    echo "$*" >"$SKIPPED_DIR/elf_check.$(basename "$0" .sh)"
  fi
}

# skip REASON: ends the script as skipped.
skip() {
  note_skipped "$@"
  exit 77
}
