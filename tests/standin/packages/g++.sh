# shellcheck shell=sh
description='GNU C++ standard library and compiler'
license='GPL-2.0-or-later AND LGPL-2.1-or-later'
version_of=g++-$gcc_version
origin=gcc
depends='gcc musl-dev'
debs_of="g++-$gcc_version g++-$gcc_version-*-linux-gnu libstdc++-$gcc_version-dev"
gcc_dir=usr/lib/gcc/$gcc_triplet/$gcc_version
shape() {
  # The shared libstdc++ of Debian belongs to glibc: only the archive is of use.
  rm -f "$gcc_dir/libstdc++.so" "$gcc_dir"/libstdc++_*.a usr/bin/*.py
  ln -sf "$gcc_triplet-g++-$gcc_version" usr/bin/g++
  ln -s g++ usr/bin/c++
  bits=usr/include/$triplet/c++/$gcc_version/bits
  cp "$here/cc/os_defines.h" "$bits/os_defines.h"
  # Functions that musl has not, and that the headers only use when they are told to.
  sed -i '/^#define _GLIBCXX_USE_PTHREAD_[A-Z]*_CLOCK[A-Z]* 1/d; /^#define _GLIBCXX_HAVE_GETS 1/d' "$bits/c++config.h"
}
compile() {
  cp "$here/cc/libstdc++.c" "$gcc_dir/libstdc++.a" "$buildroot/root/"
  build libstdc++ '
    gcc -O2 -fPIC -ffunction-sections -c libstdc++.c
    objcopy --redefine-sym __newlocale=standin_newlocale --redefine-sym __duplocale=standin_duplocale \
      --redefine-sym __freelocale=standin_freelocale libstdc++.a
    ar rs libstdc++.a libstdc++.o'
  mv "$buildroot/root/libstdc++.a" "$gcc_dir/libstdc++.a"
}
