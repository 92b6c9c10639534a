# shellcheck shell=sh
# What all parts use: messages, table rows, atomic files.

say() {
  printf 'standin: %s s, %s: %s\n' "$(($(date +%s) - started))" "$arch" "$*" >&2
}

die() {
  printf 'standin: error: %s\n' "$*" >&2
  exit 1
}

# table_row FILE KEY: the row of a table whose first column is KEY.
table_row() {
  awk -v key="$2" '$1 == key { print; found = 1; exit } END { exit !found }' "$1"
}

# table_keys FILE: the first column.
table_keys() {
  awk '!/^#/ && NF { print $1 }' "$1"
}

# need COMMAND PACKAGE ...: every COMMAND must be there; the message names the Debian packages.
need() {
  missing=
  while [ $# -gt 1 ]; do
    command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
    shift 2
  done
  [ -z "$missing" ] || die "missing on this machine; install with: apt-get install$missing"
}

# select_architecture NAME: sets the variables of the row.
select_architecture() {
  row=$(table_row "$here/architectures.table" "$1") ||
    die "unknown architecture '$1'; known: $(table_keys "$here/architectures.table" | tr '\n' ' ')"
  # shellcheck disable=SC2086 # the row is split on purpose
  set -- $row
  arch=$1 debian_arch=$2 apk_arch=$3 container_arch=$4 goarch=$5 triplet=$6
  gcc_triplet=$7 musl_arch=$8 ld_emulation=$9
  shift 9
  glibc_loader=$1
}

# select_suite NAME: sets the variables of the row.
select_suite() {
  row=$(table_row "$here/suites.table" "$1") || die "unknown suite '$1'"
  # shellcheck disable=SC2086
  set -- $row
  suite=$1 left_out=$2 gcc_version=$3 go_version=$4 go_from=$5
}

# canonical_tar FOLDER OUTPUT: same content, same bytes; everything belongs to root, so that any user can make and unpack it.
canonical_tar() {
  tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@1748736000 --format=gnu \
    -C "$1" -cf "$2" .
}
