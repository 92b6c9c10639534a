#!/bin/sh
# The floor: nothing but `go build`, in a container that runs already and has all packages.
#   floor_build.sh [cold]     prints the microseconds that it took
set -eu
cd /mnt
export GOFLAGS='-trimpath -buildvcs=false'
[ "${1-}" != cold ] || rm -rf /root/.cache/go-build /root/out
mkdir -p /root/out

# Seconds since the machine started, in hundredths: `date` of busybox may not know more.
uptime_centiseconds() { sed 's/^\([0-9]*\)\.\([0-9]*\) .*/\1\2/' /proc/uptime; }

start=$(uptime_centiseconds)
go build -ldflags '-linkmode external -extldflags -static' -o /root/out/ ./cmd/tcapflow ./cmd/tcapflow-client >&2
echo $((($(uptime_centiseconds) - start) * 10000))
