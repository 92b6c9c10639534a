# shellcheck shell=sh
# Part of the base image, as in Alpine. Compiled here, as Debian's lacks adduser, flock, pgrep and others that Alpine's has.
description='Size optimized toolbox of many common UNIX utilities'
license=GPL-2.0-only
version_of=source:busybox
depends=musl
# Left out: tc does not compile with newer kernel headers; the others would stand in the way of packages of that name.
busybox_without='TC AR DPKG DPKG_DEB RPM RPM2CPIO'
compile() {
  compile_source busybox "
    make -s defconfig HOSTCC=gcc
    for name in $busybox_without; do sed -i \"s/^CONFIG_\$name=y/# CONFIG_\$name is not set/\" .config; done
    make -s -j2 busybox HOSTCC=gcc AR=/usr/bin/ar EXTRA_CFLAGS=-O1"
  install_busybox "$buildroot/root/busybox/busybox" .
  # From here on the build root has it as well: Debian's prefers its own `ar` to that of the PATH.
  cp bin/busybox "$buildroot/bin/busybox"
}
