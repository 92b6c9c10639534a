# shellcheck shell=sh
description='development framework configuration tools'
license=ISC
version_of=pkgconf-bin
depends=debian-libs
debs_of='pkgconf-bin libpkgconf*'
shape() {
  # Only what Alpine's packages install: Debian's folder for its own architecture is left out.
  rm -rf usr/share/pkgconfig usr/lib/pkgconfig
  ln -sf pkgconf usr/bin/pkg-config
}
