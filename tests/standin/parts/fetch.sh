# shellcheck shell=sh
# Debian packages and sources of one architecture, as files. apt checks the signatures; nothing is installed on this machine.

# fetch_suite FOLDER PACKAGES SOURCES: packages and original source tarballs into FOLDER.
fetch_suite() {
  fetch_to=$1 fetch_packages=$2 fetch_sources=$3
  rm -rf "$fetch_to"
  mkdir -p "$fetch_to"
  # The hooks run with mmdebstrap's root as $1. Sources live beside the packages so that one copy-out brings both.
  # shellcheck disable=SC2016
  setup='list="$1/etc/apt/sources.list"'
  [ "$left_out" = - ] || setup="$setup; sed -i '/$left_out/d' \"\$list\""
  setup="$setup; sed 's/^deb /deb-src /' \"\$list\" >\"\$1/etc/apt/sources.list.d/sources.list\""
  # shellcheck disable=SC2016
  extract='cd "$1/var/cache/apt/archives"'
  if [ -n "$fetch_sources" ]; then
    extract="$extract && APT_CONFIG=\$MMDEBSTRAP_APT_CONFIG apt-get -qq -o APT::Sandbox::User=root source --download-only --tar-only $fetch_sources"
  fi
  mmdebstrap --quiet --variant=extract --architectures="$debian_arch" --format=null \
    --include="$(printf '%s' "$fetch_packages" | tr -s ' \n' ',,')" \
    --setup-hook="$setup" \
    --extract-hook="$extract" \
    --extract-hook="copy-out /var/cache/apt/archives '$fetch_to'" \
    "$suite" /dev/null >"$fetch_to.log" 2>&1 || return 1
  mv "$fetch_to"/archives/*.* "$fetch_to/"
  rm -rf "$fetch_to/archives"
}

# deb_file NAME: the file of a fetched package.
deb_file() {
  for file in "$debs/$1"_*.deb; do
    if [ -e "$file" ]; then
      printf '%s\n' "$file"
      return
    fi
  done
  return 1
}

# deb_version NAME: upstream version, as Alpine would write it.
deb_version() {
  file=$(deb_file "$1") || die "Debian package '$1' was not fetched for $arch ($suite)"
  dpkg-deb -f "$file" Version |
    sed -e 's/^[0-9]*://' -e 's/.*+really//' -e 's/-[^-]*$//' -e 's/[+~].*//' -e 's/\.dfsg.*//'
}

# deb_libraries FILE: names of the libraries that a package depends on; alternatives count as names, too.
deb_libraries() {
  # shellcheck disable=SC2016 # dpkg's own variables
  dpkg-deb -W --showformat='${Pre-Depends}, ${Depends}\n' "$1" |
    tr ',|' '\n' | sed -n 's/^ *\(lib[^ (:]*\|zlib1g\).*/\1/p'
}

# library_debs FILE ...: files of the shared libraries that these packages need at run time, and those need in turn.
# Only libraries are followed: what a maintainer script would have wanted is of no use here.
library_debs() {
  queue=$* done=' '
  while [ -n "$queue" ]; do
    next=
    for file in $queue; do
      for name in $(deb_libraries "$file"); do
        case $done$name in *" $name "*) continue ;; esac
        case $name in
          libasan* | liblsan* | libtsan* | libubsan* | libhwasan* | libitm* | libcc1* | libgprofng* | libperl* | *-dev) continue ;;
        esac
        found=$(deb_file "$name") || continue
        done="$done$name "
        next="$next $found"
        printf '%s\n' "$found"
      done
    done
    queue=$next
  done
}
