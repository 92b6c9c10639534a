# shellcheck shell=sh
# As in Alpine, no archive: a static link wants zlib-static.
description='A compression/decompression Library (development files)'
license=Zlib
version_of=source:zlib
origin=zlib
depends='zlib musl-dev'
compile() {
  mkdir -p usr/lib/pkgconfig
  installed=$buildroot/root/zlib-root/usr
  cp -a "$installed/include" usr/
  cp -a "$installed/lib/libz.so" usr/lib/
  cp -a "$installed/lib/pkgconfig/zlib.pc" usr/lib/pkgconfig/
}
