# shellcheck shell=sh
description='The GNU Compiler Collection'
license='GPL-2.0-or-later AND LGPL-2.1-or-later'
version_of=gcc-$gcc_version
depends='debian-libs binutils'
debs_of="gcc-$gcc_version gcc-$gcc_version-*-linux-gnu cpp-$gcc_version cpp-$gcc_version-*-linux-gnu libgcc-$gcc_version-dev"
libraries=yes
gcc_dir=usr/lib/gcc/$gcc_triplet/$gcc_version
shape() {
  rm -f usr/lib*/gcc/"$gcc_triplet/$gcc_version"/lto1 usr/bin/*lto-dump* usr/bin/*gcov*
  # The shared libraries belong to glibc: without their link names nothing can be linked with them.
  find "$gcc_dir" -maxdepth 1 -name 'lib*.so' ! -name liblto_plugin.so -delete
  rm -f "$gcc_dir"/lib*san*.a "$gcc_dir"/libitm.a
  for tool in gcc cpp gcc-ar gcc-nm gcc-ranlib; do
    ln -sf "$gcc_triplet-$tool-$gcc_version" "usr/bin/$tool"
  done
  ln -s gcc usr/bin/cc
  # The driver reads this file by itself, so that every way to call it gives programs for musl.
  sed -e "s/@LD_EMULATION@/$ld_emulation/" -e "s/@MUSL_ARCH@/$musl_arch/" "$here/cc/specs.in" >"$gcc_dir/specs"
}
compile() {
  cp "$here/cc/dl_find_object.c" "$buildroot/root/"
  build libgcc "
    gcc -O2 -fPIC -c dl_find_object.c
    ar rs /$gcc_dir/libgcc_eh.a dl_find_object.o"
  cp "$buildroot/$gcc_dir/libgcc_eh.a" "$gcc_dir/libgcc_eh.a"
}
