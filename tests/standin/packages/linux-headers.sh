# shellcheck shell=sh
description='Linux system headers'
license=GPL-2.0-only
version_of=linux-libc-dev
debs_of=linux-libc-dev
shape() {
  cp -RL "usr/include/$triplet/asm" usr/include/asm
  rm -rf usr/lib usr/include/*-linux-*
}
