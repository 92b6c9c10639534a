# shellcheck shell=sh
# As in Alpine, where `ninja` in the PATH is samurai's: this one is found by its full name.
description='Small build system with a focus on speed'
license=Apache-2.0
version_of=ninja-build
depends=debian-libs
debs_of=ninja-build
shape() {
  mkdir -p usr/lib/ninja-build/bin
  mv usr/bin/ninja usr/lib/ninja-build/bin/
  rm -rf usr/bin usr/share
}
