# shellcheck shell=sh
# What Debian's own programs need to run. Nothing can be linked with it: no headers, no `.so` links, no `.a` are in it.
description="Debian's C library, for the Debian programs of this stand-in"
license='LGPL-2.1-or-later AND GPL-3.0-or-later'
version_of=libc6
debs_of='libc6 libgcc-s1 libstdc++6 zlib1g libzstd*'
libraries=yes
shape() {
  rm -rf usr/lib/"$triplet"/gconv usr/lib/"$triplet"/audit usr/sbin usr/bin etc
  # The loader's name is fixed in every program.
  case $glibc_loader in
    lib/*) mkdir lib && ln -s "../usr/lib/$triplet/${glibc_loader##*/}" "$glibc_loader" ;;
    *) ln -s "usr/${glibc_loader%/*}" "${glibc_loader%/*}" ;;
  esac
}
