# shellcheck shell=sh
description='Cross-platform, open-source make system'
license=BSD-3-Clause
version_of=cmake
depends=debian-libs
debs_of='cmake cmake-data'
libraries=yes
shape() {
  rm -rf usr/share/emacs usr/share/vim usr/share/bash-completion usr/share/cmake-*/Help
}
