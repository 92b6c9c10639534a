# shellcheck shell=sh
# A root of the architecture with the compiler in it, thrown away afterwards: libpcap and others are compiled there, against musl.

# make_buildroot NAME ...: the base with these packages and Debian's busybox.
make_buildroot() {
  buildroot=$work/buildroot
  mkdir "$buildroot"
  cp -a "$base/." "$buildroot/"
  dpkg-deb -x "$(deb_file busybox-static)" "$work/busybox-static"
  install_busybox "$(find "$work/busybox-static" -path '*/bin/busybox')" "$buildroot"
  for package in "$@"; do
    cp -a "$trees/$package/." "$buildroot/"
  done
}

# in_buildroot COMMAND ...: bubblewrap where it may be used, as it needs no root; chroot where only root is there, as in a container.
in_buildroot() {
  if bwrap --bind / / true 2>/dev/null; then
    bwrap --unshare-user --uid 0 --gid 0 --unshare-pid --unshare-ipc --die-with-parent \
      --bind "$buildroot" / --dev /dev --proc /proc --chdir /root \
      --clearenv --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin --setenv HOME /root "$@"
  else
    [ -c "$buildroot/dev/null" ] || mknod -m 666 "$buildroot/dev/null" c 1 3 ||
      die 'neither bwrap nor chroot can be used here'
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root chroot "$buildroot" "$@"
  fi
}

# build NAME SCRIPT: runs the script in /root of the build root. Its output is only shown when it fails.
build() {
  in_buildroot sh -ec "$2" >"$work/$1.log" 2>&1 || {
    tail -n 20 "$work/$1.log" >&2
    die "compiling $1 for $arch failed"
  }
}

# compile_source NAME SCRIPT: unpacks the source to /root/NAME of the build root and runs the script there.
compile_source() {
  mkdir -p "$buildroot/root/$1"
  tar -xf "$(source_tarball "$1")" -C "$buildroot/root/$1" --strip-components=1 --no-same-owner
  build "$1" "cd /root/$1; $2"
}
