# shellcheck shell=sh
description='Go programming language compiler'
license=BSD-3-Clause
version_of=golang-$go_version-src
# Like Alpine's on several architectures, it brings no C compiler.
depends=
debs_of="golang-$go_version-src"
[ "$go_from" != package ] || debs_of="$debs_of golang-$go_version-go"
# As in Alpine, without Go's own tests.
leave_out="*_test.go */testdata *.bash *.bat *.rc ./usr/share/go-$go_version/test ./usr/share/go-$go_version/api
  ./usr/share/go-$go_version/misc"
shape() {
  [ "$go_from" = package ] || build_go || die "building Go for $arch failed; its log ends: $(tail -n 3 "$work/go.log")"
  mv "usr/share/go-$go_version" go
  for part in bin VERSION go.env pkg/tool; do
    mv "usr/lib/go-$go_version/$part" "go/$part"
  done
  rm -rf usr
  sed -i 's/^GOTOOLCHAIN=.*/GOTOOLCHAIN=local/' go/go.env
  mkdir -p usr/lib usr/bin
  mv go usr/lib/go
  ln -s ../lib/go/bin/go ../lib/go/bin/gofmt usr/bin/
}
