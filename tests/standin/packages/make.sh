# shellcheck shell=sh
description='GNU make utility to maintain groups of programs'
license=GPL-3.0-or-later
version_of="make"
depends=debian-libs
debs_of="make"
