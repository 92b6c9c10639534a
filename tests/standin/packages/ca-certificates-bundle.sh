# shellcheck shell=sh
# Part of the base image, as in Alpine.
description='Pre generated bundle of Mozilla certificates'
license='MPL-2.0 AND MIT'
version_of=ca-certificates
origin=ca-certificates
debs_of=ca-certificates
shape() {
  cat usr/share/ca-certificates/mozilla/*.crt >bundle
  rm -rf usr etc
  mkdir -p etc/ssl/certs
  mv bundle etc/ssl/certs/ca-certificates.crt
  ln -s certs/ca-certificates.crt etc/ssl/cert.pem
}
