# shellcheck shell=sh
description="OpenBSD's SSH client"
license='SSH-OpenSSH'
version_of=openssh-client
depends=debian-libs
debs_of=openssh-client
libraries=yes
