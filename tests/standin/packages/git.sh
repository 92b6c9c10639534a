# shellcheck shell=sh
description='Distributed version control system'
license=GPL-2.0-only
version_of=git
depends=debian-libs
debs_of=git
libraries=yes
shape() {
  rm -rf usr/share/perl5 usr/share/gitweb usr/share/bash-completion usr/lib/git-core/git-gui* usr/lib/git-core/*svn* etc
}
