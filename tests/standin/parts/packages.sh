# shellcheck shell=sh
# The stand-in's packages: one file packages/NAME.sh each. It sets
#   description license     as Alpine's index has them
#   version_of              Debian package that the version is read from
#   depends                 other packages of ours
#   debs_of                 Debian packages (shell patterns) whose files it holds
#   libraries=yes           with the shared libraries that these need at run time
#   leave_out               patterns of files that are not unpacked
# and may define shape(), run in the unpacked tree, and compile(), run after that with the build root ready.

# What no package of ours has.
never='./usr/share/doc ./usr/share/man ./usr/share/locale ./usr/share/lintian ./usr/share/info ./usr/share/bug ./usr/share/gdb
  ./var ./etc/init.d'

load_package() {
  package=$1
  description='' license='' version_of='' depends='' debs_of='' libraries='' leave_out='' origin=$1
  shape() { :; }
  compile() { :; }
  # shellcheck disable=SC1090
  . "$here/packages/$package.sh"
}

# debs_matching PATTERN ...: fetched files. A pattern may match nothing, a plain name may not.
debs_matching() {
  for pattern; do
    # shellcheck disable=SC2086
    set -- "$debs"/${pattern}_*.deb
    if [ -e "$1" ]; then
      printf '%s\n' "$@"
    else
      case $pattern in
        *\**) ;;
        *) die "Debian package '$pattern' was not fetched for $arch ($suite)" ;;
      esac
    fi
  done
}

# unpack_package NAME: its tree under $trees, shaped as Alpine's is.
unpack_package() {
  load_package "$1"
  tree=$trees/$package
  mkdir -p "$tree"
  # shellcheck disable=SC2086
  files=$(debs_matching $debs_of)
  # shellcheck disable=SC2086
  [ -z "$libraries" ] || files="$files $(library_debs $files)"
  # shellcheck disable=SC2086
  (set -f && printf '%s\n' $never $leave_out) >"$work/leave-out"
  for file in $files; do
    dpkg-deb --fsys-tarfile "$file" | tar -C "$tree" -x --no-same-owner --exclude-from="$work/leave-out"
  done
  merge_usr
  (cd "$tree" && shape)
}

# Debian's newer suites have everything under /usr, the older ones not yet: here all of them have.
merge_usr() {
  for dir in bin sbin lib lib64; do
    if [ -d "$tree/$dir" ] && [ ! -L "$tree/$dir" ]; then
      mkdir -p "$tree/usr/$dir"
      cp -a "$tree/$dir/." "$tree/usr/$dir/"
      rm -rf "${tree:?}/$dir"
    fi
  done
}

# pack_package NAME: archive, list of files and line of the index, in $repository.
pack_package() {
  load_package "$1"
  version=$(package_version)-r0
  archive=$repository/$package-$version.apk
  canonical_tar "$trees/$package" "$work/$package.tar"
  tar -tf "$work/$package.tar" | sed -n 's|^\./\(.*[^/]\)$|\1|p' >"$repository/$package.files"
  gzip -n -4 <"$work/$package.tar" >"$archive"
  size=$(wc -c <"$work/$package.tar")
  sum=$(sha256sum <"$archive")
  rm "$work/$package.tar"
  printf '%s|%s|%s|%s|%s|%s|%s|%s\n' "$package" "$version" "${sum%% *}" "$((size))" "$license" "$origin" \
    "$depends" "$description" >"$work/$package.row"
}

# pack_packages NAME ...: two at a time, and the index of all.
pack_packages() {
  while [ $# -gt 0 ]; do
    pack_package "$1" &
    other=$!
    [ $# -eq 1 ] || pack_package "$2"
    wait "$other"
    cat "$work/$1.row" ${2:+"$work/$2.row"} >>"$repository/index"
    shift $(($# > 1 ? 2 : 1))
  done
  sum=$(sha256sum <"$repository/index")
  printf '# %s\n' "${sum%% *}" >>"$repository/index"
}

package_version() {
  case $version_of in
    '') die "package '$package' names no version" ;;
    fixed:*) printf '%s' "${version_of#fixed:}" ;;
    source:*) source_version "${version_of#source:}" ;;
    *) deb_version "$version_of" ;;
  esac
}

# source_tarball NAME and source_version NAME: an original source tarball, and the version in its name.
source_tarball() {
  for file in "$debs/$1"_*.orig.tar.*; do
    [ -e "$file" ] || die "the source of '$1' was not fetched ($suite)"
    printf '%s\n' "$file"
    return
  done
}

source_version() {
  basename "$(source_tarball "$1")" | sed -e 's/^[^_]*_//' -e 's/\.orig\.tar\..*//' -e 's/.*+really//' -e 's/\.dfsg.*//'
}
