#!/bin/sh
# Files of other architectures, big-endian ones among them, from Debian packages. They are fetched by apt with lists,
# caches and architectures of its own, so that the machine's are not touched.
# Usage: debian_packages.sh ELF_CHECK ELF_FACTS WORK_FOLDER
# Exit code 77: skipped.
set -eu

elf_check=$1
elf_facts=$2
work=$3
here=$(dirname "$0")
# shellcheck source=SCRIPTDIR/lib.sh
. "$here/lib.sh"

for tool in apt-get dpkg-deb readelf; do
  command -v "$tool" >/dev/null || skip "there is no $tool"
done
# The mirror that this machine uses for Debian, if it uses one.
# shellcheck disable=SC2016
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Component: main' |
  sed -n '/\/debian\/$/{p;q}')
[ -n "$mirror" ] || skip "this machine's apt knows no mirror of Debian"
key=/usr/share/keyrings/debian-archive-keyring.gpg
[ -f "$key" ] || key=

rm -rf "$work/apt" "$work/files"
mkdir -p "$work/debs" "$work/files"

# prepare_apt SUITE ARCHITECTURE...: an apt that knows that suite and these architectures, and nothing else.
prepare_apt() {
  suite=$1
  shift
  root="$work/apt/$suite"
  mkdir -p "$root/lists/partial" "$root/cache/archives/partial" "$root/parts"
  : >"$root/status"
  architectures=$(echo "$*" | tr ' ' ',')
  echo "deb [arch=$architectures${key:+ signed-by=$key}] $mirror $suite main" >"$root/sources.list"
  cat >"$root/apt.conf" <<END
Dir::State "$root/";
Dir::State::status "$root/status";
Dir::Cache "$root/cache/";
Dir::Etc::SourceList "$root/sources.list";
Dir::Etc::SourceParts "$root/parts";
APT::Architectures "$architectures";
APT::Sandbox::User "";
Acquire::Languages "none";
Acquire::Retries "1";
Acquire::http::Timeout "20";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
Acquire::IndexTargets::deb::CNF::DefaultEnabled "false";
END
  export APT_CONFIG="$root/apt.conf"
  # One index that cannot be had must not cost the others: whether a package is there shows when it is fetched.
  apt-get update >"$root/log" 2>&1 || true
}

have() {
  [ "$(find "$work/debs" -name "busybox-static_*_$1.deb" -o -name "dash_*_$1.deb" | wc -l)" -eq 2 ]
}

# fetch SUITE ARCHITECTURE...: packages from an earlier run serve again.
fetch() {
  suite=$1
  shift
  missing=
  for arch in "$@"; do
    have "$arch" || missing="$missing $arch"
  done
  [ -n "$missing" ] || return 0
  # shellcheck disable=SC2086
  prepare_apt "$suite" $missing
  for arch in $missing; do
    (cd "$work/debs" && apt-get download "busybox-static:$arch" "dash:$arch") >>"$root/log" 2>&1 || true
  done
}

# No one release has all of them; riscv64 is taken from the first that can give it.
fetch bookworm arm64 armhf armel ppc64el s390x mips64el
fetch trixie riscv64
fetch sid riscv64
found=
absent=
for arch in arm64 armhf armel ppc64el s390x mips64el riscv64; do
  if have "$arch"; then
    found="$found $arch"
  else
    absent="$absent $arch"
  fi
done
[ -n "$found" ] || skip "no package of another architecture can be fetched from Debian"
echo "architectures:$found"
[ -z "$absent" ] || note_skipped "no packages could be fetched for:$absent"
for deb in "$work"/debs/*.deb; do
  arch=$(dpkg-deb -f "$deb" Architecture)
  dpkg-deb -x "$deb" "$work/files/$arch"
done

# judge DEBIAN_ARCHITECTURE OURS BROKEN_BY_STATIC BROKEN_BY_DYNAMIC
judge() {
  have "$1" || return 0
  static=$(find "$work/files/$1" -type f -path '*bin/busybox')
  dynamic=$(find "$work/files/$1" -type f -path '*bin/dash')
  # Hardening differs from release to release; it is none of this test's business.
  run --arch "$2" --disable bind-now --disable relro "$static"
  expect "busybox-static:$1 as $2" "$([ -z "$3" ] && echo 0 || echo 1)"
  broken_rules "busybox-static:$1 as $2" "$3"
  run --arch "$2" --disable bind-now --disable relro "$dynamic"
  expect "dash:$1 as $2" 1
  broken_rules "dash:$1 as $2" "$4"
}
judge arm64 arm64 "" "interp needed"
judge armhf armv7 "" "interp needed"
judge armhf armv6 "abi" "abi interp needed"
judge armel armv6 "abi" "abi interp needed"
judge ppc64el ppc64le "" "interp needed"
judge s390x s390x "" "interp needed"
judge riscv64 riscv64 "" "interp needed"
judge mips64el s390x "machine exec-stack" "machine interp needed exec-stack" # such is MIPS

sh "$here/readelf.sh" "$elf_facts" "$work/readelf" "$work/files" || fail "readelf reads them otherwise"
finish
