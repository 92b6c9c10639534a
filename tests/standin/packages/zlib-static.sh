# shellcheck shell=sh
description='A compression/decompression Library (static library)'
license=Zlib
version_of=source:zlib
origin=zlib
compile() {
  mkdir -p usr/lib
  cp -a "$buildroot/root/zlib-root/usr/lib/libz.a" usr/lib/
}
