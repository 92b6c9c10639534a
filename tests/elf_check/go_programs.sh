#!/bin/sh
# Go's own linker, for every architecture of the table: what it makes is static, and is taken for what it is.
# Usage: go_programs.sh ELF_CHECK WORK_FOLDER
# Exit code 77: skipped.
set -eu

elf_check=$1
work=$2
here=$(dirname "$0")
# shellcheck source=SCRIPTDIR/lib.sh
. "$here/lib.sh"

PATH=$PATH:/usr/local/go/bin
command -v go >/dev/null || skip "there is no go"
rm -rf "$work/source"
mkdir -p "$work/source"
cd "$work/source"
printf 'module example.org/static\n\ngo 1.13\n' >go.mod
printf 'package main\n\nfunc main() { println("static") }\n' >main.go
export CGO_ENABLED=0 GOOS=linux GOFLAGS=-mod=mod GOTOOLCHAIN=local GOPROXY=off GOCACHE="$work/cache"
known=$(go tool dist list)

# build OURS GOARCH [GOARM=...]
build() {
  ours=$1
  case $known in
    *"linux/$2"*) ;;
    *)
      echo "$ours: not known to this Go"
      return
      ;;
  esac
  env GOARCH="$2" ${3:+"$3"} go build -o "$ours" .
  run --go --arch "$ours" --linkage static "$ours"
  expect "$ours" 0
  shows out "example.org/static"
}
build i386 386
build amd64 amd64
build armv6 arm GOARM=6
build armv7 arm GOARM=7
build arm64 arm64
build ppc64le ppc64le
build s390x s390x
build riscv64 riscv64
build loong64 loong64

# Without attributes in the file, only Go's own words tell the two ARMs apart.
run --go --arch armv6 armv7
expect "armv7 as armv6" 1
broken_rules "armv7 as armv6" abi
run --go --arch armv7 armv6
expect "armv6 as armv7" 0

# A PIE of Go's own linker has a loader and no libraries.
env GOARCH=amd64 go build -buildmode=pie -o pie . && {
  run --disable bind-now --disable relro pie
  expect "-buildmode=pie" 1
  broken_rules "-buildmode=pie" interp
  shows out "drop -buildmode=pie"
}
finish
