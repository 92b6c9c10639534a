# shellcheck shell=sh
# The base: what the official Alpine image has without any `apk add`.

# make_base: an Alpine-like root in $base; packages named in the arguments are part of it.
make_base() {
  mkdir -p "$base"
  (
    cd "$base" || exit
    mkdir -p bin dev etc home lib media mnt opt proc root run sbin srv sys tmp usr/bin usr/lib usr/sbin usr/local/bin \
      usr/share/standin/packages var/cache/apk var/log var/tmp lib/apk/db/files etc/apk
    chmod 1777 tmp var/tmp
    chmod 700 root
  )
  find "$here/root/etc" -maxdepth 1 -type f -exec cp {} "$base/etc/" \;
  chmod 640 "$base/etc/shadow"
  for package in "$@"; do
    cp -a "$trees/$package/." "$base/"
  done
}

# install_busybox FILE ROOT: with a link for each of its commands.
install_busybox() {
  mkdir -p "$2/bin"
  install -m 755 "$1" "$2/bin/busybox"
  cp "$1" "$buildroot/root/busybox-to-ask"
  in_buildroot /root/busybox-to-ask --list-full >"$work/busybox-commands"
  while read -r command; do
    mkdir -p "$2/${command%/*}"
    [ "$command" = bin/busybox ] || ln -sf /bin/busybox "$2/$command"
  done <"$work/busybox-commands"
}

# record_base NAME ...: these packages are installed already, as far as `apk` is concerned.
record_base() {
  for package in "$@"; do
    grep "^$package|" "$repository/index" >>"$base/lib/apk/db/standin"
    cp "$repository/$package.files" "$base/lib/apk/db/files/$package"
    printf '%s\n' "$package" >>"$base/etc/apk/world"
  done
}
