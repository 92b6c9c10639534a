# shellcheck shell=sh
description='A compression/decompression Library'
license=Zlib
version_of=source:zlib
depends=musl
compile() {
  compile_source zlib "./configure --prefix=/usr >/dev/null && make -s -j2 install DESTDIR=/root/zlib-root"
  mkdir -p usr/lib
  cp -a "$buildroot"/root/zlib-root/usr/lib/libz.so.* usr/lib/
}
