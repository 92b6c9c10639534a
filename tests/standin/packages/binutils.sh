# shellcheck shell=sh
description='Tools necessary to build programs'
license='GPL-2.0-or-later AND LGPL-2.1-or-later'
version_of=binutils
depends=debian-libs
debs_of='binutils binutils-*-linux-gnu'
libraries=yes
shape() {
  rm -f usr/bin/gp-* usr/bin/*gprofng* usr/bin/*-dwp usr/bin/dwp
}
