# shellcheck shell=sh
# The shared library, as Alpine has it: whoever forgets `-static` gets a program that needs it.
description='System-independent interface for user-level packet capture'
license=BSD-3-Clause
version_of=source:libpcap
depends=musl
compile() {
  compile_source libpcap "
    ./configure --prefix=/usr --without-libnl --disable-dbus --disable-rdma --disable-bluetooth --disable-usb >/dev/null
    make -s -j2
    make -s install DESTDIR=/root/libpcap-root"
  mkdir -p usr/lib
  cp -a "$buildroot"/root/libpcap-root/usr/lib/libpcap.so.* usr/lib/
}
