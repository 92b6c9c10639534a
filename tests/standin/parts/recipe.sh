# shellcheck shell=sh
# The whole way from an architecture's row to its tarball.

# Packages of the base image, in the order of their dependencies, and those that `apk add` can have.
base_packages='musl busybox ca-certificates-bundle apk-tools'
apk_packages='debian-libs musl-dev binutils gcc g++ linux-headers go git openssh-client make pkgconf cmake ninja-build
  build-base ca-certificates libpcap libpcap-dev zlib zlib-dev zlib-static'
# What only the build root needs: Debian packages for the compilations, and the packages of ours that are used there.
compile_debs='flex bison m4 busybox-static'
compile_packages='debian-libs binutils gcc musl-dev linux-headers make'
sources='libpcap zlib busybox'

# recipe_key: changes when anything changes that the tarball is made of.
recipe_key() {
  (cd "$here" && find . -type f ! -name README.md ! -name '.*' | LC_ALL=C sort | xargs sha256sum) | sha256sum | cut -c 1-16
}

# provide_tarball: sets $key and $tarball; makes the tarball when the cache has none of this recipe.
provide_tarball() {
  key=$(recipe_key)
  tarball=$cache/$key/standin-$arch.tar
  mkdir -p "$cache/$key"
  # Two builds at the same time: the second one waits and finds the result of the first.
  exec 9>"$cache/$key/$arch.lock"
  need flock util-linux
  flock 9
  [ -e "$tarball" ] || make_tarball
  exec 9>&-
  # A name that stays the same from recipe to recipe, for whoever wants to write the path down.
  ln -sfn "$key/standin-$arch.tar" "$cache/standin-$arch.tar"
  forget_older
}

# forget_older: other recipes' tarballs stay for two weeks, as another checkout may use them.
forget_older() {
  touch "$cache/$key"
  find "$cache" -mindepth 1 -maxdepth 1 -type d -mtime +14 -exec rm -rf {} +
}

make_tarball() {
  need mmdebstrap mmdebstrap dpkg-deb dpkg bwrap bubblewrap gzip gzip xz xz-utils bzip2 bzip2
  work=$(mktemp -d "$cache/$key/work.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  trap 'exit 130' INT TERM HUP
  debs=$work/debs trees=$work/trees base=$work/base repository=$work/base/usr/share/standin/packages
  fetch_from_best_suite
  say "unpacking and shaping packages"
  for package in $base_packages $apk_packages; do
    unpack_package "$package"
  done
  make_base musl
  compile_all
  finish
  rm -rf "$work"
  trap - EXIT
}

fetch_from_best_suite() {
  for candidate in $(table_keys "$here/suites.table"); do
    select_suite "$candidate"
    say "fetching Debian packages of $suite"
    if fetch_suite "$debs" "$(wanted_debs)" "$sources"; then
      fetch_host_go
      return
    fi
    say "$suite cannot be had here: $(grep -m 1 '^E: ' "$debs.log")"
  done
  die "no suite can be had for $arch"
}

# wanted_debs: of all packages, without the patterns that only name parts of them.
wanted_debs() {
  go_elsewhere='^$'
  [ "$go_from" = package ] || go_elsewhere='^golang-'
  for package in $base_packages $apk_packages; do
    load_package "$package"
    printf '%s ' "$debs_of"
  done | tr ' ' '\n' | grep -v '\*' | grep -v "$go_elsewhere" | tr '\n' ' '
  printf '%s' "$compile_debs"
}

compile_all() {
  say "compiling what Alpine has and Debian has not for musl"
  # shellcheck disable=SC2086
  make_buildroot $compile_packages
  for name in flex bison m4; do
    dpkg-deb -x "$(deb_file "$name")" "$buildroot"
  done
  for package in $base_packages $apk_packages; do
    load_package "$package"
    tree=$trees/$package
    (cd "$tree" && compile)
  done
}

finish() {
  say "packing"
  mkdir -p "$repository"
  # shellcheck disable=SC2086
  pack_packages $base_packages $apk_packages
  # shellcheck disable=SC2086
  make_base $base_packages
  # shellcheck disable=SC2086
  record_base $base_packages
  canonical_tar "$base" "$tarball.new"
  mv "$tarball.new" "$tarball"
}

# unpack_root FOLDER: the tarball as a folder, made anew unless it is of this recipe.
unpack_root() {
  [ "$(cat "$1/etc/standin-recipe" 2>/dev/null)" != "$key" ] || return 0
  rm -rf "$1.new"
  mkdir -p "$1.new"
  tar -xf "$tarball" -C "$1.new" --no-same-owner
  printf '%s\n' "$key" >"$1.new/etc/standin-recipe"
  rm -rf "$1"
  mv "$1.new" "$1"
}
