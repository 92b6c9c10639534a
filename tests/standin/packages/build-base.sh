# shellcheck shell=sh
# No files of its own: what it depends on is the point.
description='Meta package for build base'
license=none
version_of=fixed:0.5
depends='binutils gcc g++ make musl-dev'
