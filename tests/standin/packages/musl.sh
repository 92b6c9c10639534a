# shellcheck shell=sh
# Part of the base image, as in Alpine.
description='the musl c library (libc) implementation'
license=MIT
version_of=musl
debs_of=musl
shape() {
  mkdir lib
  mv usr/lib/*-linux-musl/libc.so "lib/ld-musl-$musl_arch.so.1"
  ln -s "ld-musl-$musl_arch.so.1" "lib/libc.musl-$apk_arch.so.1"
  rm -rf usr/lib usr/bin etc
  mkdir -p usr/bin
  # Called by this name, musl's loader lists the libraries of a program.
  ln -s "../../lib/ld-musl-$musl_arch.so.1" usr/bin/ldd
}
