# shellcheck shell=sh
description='the musl c library (libc) implementation (development files)'
license=MIT
version_of=musl-dev
origin=musl
depends=musl
debs_of=musl-dev
shape() {
  rm -rf usr/bin usr/lib/*-linux-musl/musl-gcc.specs
  mv usr/lib/*-linux-musl/* usr/lib/
  mv usr/include/*-linux-musl/* usr/include/
  rmdir usr/lib/*-linux-musl usr/include/*-linux-musl
}
compile() {
  # Alpine's libc goes by this name, Debian's by another: what is linked with the shared one should need what it needs on
  # Alpine. Only the linker looks at this file; a running program has musl's loader, which is the library.
  build musl-dev "gcc -shared -nostdlib -o /usr/lib/libc.so -Wl,-soname,libc.musl-$apk_arch.so.1 -Wl,-Bsymbolic \
    -Wl,--whole-archive /usr/lib/libc.a -Wl,--no-whole-archive -lgcc"
  cp "$buildroot/usr/lib/libc.so" usr/lib/libc.so
}
