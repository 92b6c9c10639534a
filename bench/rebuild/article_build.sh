#!/bin/sh
# The article's script, as it was run in the container: install everything, then compile each
# program by itself, into the source's own `out`.
set -eu
cd /mnt
apk add --no-cache go gcc musl-dev libpcap-dev
for program in tcapflow tcapflow-client; do
  go build -buildvcs=false --ldflags '-linkmode external -extldflags "-static"' -o "out/$1/$program" "./cmd/$program"
done
