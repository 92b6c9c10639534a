# shellcheck shell=sh
description='Common CA certificates PEM files from Mozilla'
license='MPL-2.0 AND MIT'
version_of=ca-certificates
depends=ca-certificates-bundle
debs_of=ca-certificates
shape() {
  rm -rf usr/sbin etc
  mkdir -p usr/sbin usr/local/share/ca-certificates
  install -m 755 "$here/root/update-ca-certificates" usr/sbin/update-ca-certificates
}
