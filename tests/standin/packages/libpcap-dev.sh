# shellcheck shell=sh
# As in Alpine, the archive is in the -dev package, and no -static package is needed.
description='System-independent interface for user-level packet capture (development files)'
license=BSD-3-Clause
version_of=source:libpcap
origin=libpcap
depends='libpcap musl-dev'
compile() {
  mkdir -p usr/lib usr/bin
  installed=$buildroot/root/libpcap-root/usr
  cp -a "$installed/include" usr/
  cp -a "$installed/bin/pcap-config" usr/bin/
  cp -a "$installed/lib/libpcap.a" "$installed/lib/libpcap.so" "$installed/lib/pkgconfig" usr/lib/
}
