# shellcheck shell=sh
# Go for an architecture whose suite has too old a Go: built by the Go of the newer suite, which runs on this machine.

# fetch_host_go: its packages; the source package goes to the others, as it is the same for every architecture.
fetch_host_go() {
  [ "$go_from" != package ] || return 0
  (
    debian_arch=$(dpkg --print-architecture)
    select_suite "$go_from"
    fetch_suite "$work/host-go" "golang-$go_version-go golang-$go_version-src" ''
  ) || die "no Go of $go_from for this machine: $(grep '^E: ' "$work/host-go.log" | head -n 3)"
  mv "$work/host-go/golang-$go_version-src_"*.deb "$debs/"
}

# build_go: run in the tree of the package go, where the source lies already. Just the tools that `go build` and `go vet` run.
build_go() {
  dpkg-deb -x "$work/host-go/golang-$go_version-go_"*.deb .
  host_go=$PWD/usr/lib/go-$go_version
  tools=$host_go/pkg/tool/linux_$goarch
  mkdir "$work/go-built"
  (
    cd "usr/share/go-$go_version/src"
    env -i PATH=/usr/bin:/bin HOME="$work" GOROOT="$host_go" GOCACHE="$work/go-cache" GOTOOLCHAIN=local GOOS=linux GOARCH="$goarch" \
      CGO_ENABLED=0 "$host_go/bin/go" build -trimpath -ldflags '-s -w' -o "$work/go-built/" cmd/go cmd/gofmt cmd/asm cmd/cgo \
      cmd/compile cmd/link cmd/vet
  ) >"$work/go.log" 2>&1 || return 1
  rm -rf "${host_go:?}/bin" "$host_go/pkg/tool"
  mkdir -p "$host_go/bin" "$tools"
  mv "$work/go-built/go" "$work/go-built/gofmt" "$host_go/bin/"
  mv "$work/go-built"/* "$tools/"
}
