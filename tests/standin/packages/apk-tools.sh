# shellcheck shell=sh
# Not Alpine's: a script of this stand-in that takes the same commands.
description='Stand-in for the Alpine Package Keeper'
license=Apache-2.0
version_of=fixed:2.14.9
depends=busybox
shape() {
  mkdir -p sbin etc/apk
  install -m 755 "$here/apk" sbin/apk
  install -m 644 "$here/root/etc/apk/repositories" etc/apk/repositories
  printf '%s\n' "$apk_arch" >etc/apk/arch
}
