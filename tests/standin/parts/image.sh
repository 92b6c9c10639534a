# shellcheck shell=sh
# The tarball as an image. The archive is written here, as `docker import --platform` of older engines notes the wrong architecture.

image_name() {
  printf 'static-go-binary-standin/%s:3.22' "$1"
}

# image_is_current ENGINE ARCH KEY
image_is_current() {
  [ "$("$1" image inspect --format '{{ index .Config.Labels "org.staticgobinary.standin.recipe" }}' "$(image_name "$2")" 2>/dev/null)" = "$3" ]
}

image_config() {
  cat <<END
{"architecture":"$container_arch","os":"linux","created":"2025-06-01T00:00:00Z",
"config":{"Env":["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],"Cmd":["/bin/sh"],"WorkingDir":"/",
"Labels":{"org.staticgobinary.standin":"true","org.staticgobinary.standin.recipe":"$1"}},
"rootfs":{"type":"layers","diff_ids":["sha256:$2"]},
"history":[{"created":"2025-06-01T00:00:00Z","created_by":"tests/standin/make"}]}
END
}

# load_image ENGINE TARBALL KEY
load_image() {
  ! image_is_current "$1" "$arch" "$3" || return 0
  need "$1" "$1"
  say "loading $(image_name "$arch") into $1"
  layer=$(basename "$2")
  image=$(mktemp -d)
  sum=$(sha256sum <"$2")
  image_config "$3" "${sum%% *}" >"$image/config.json"
  printf '[{"Config":"config.json","RepoTags":["%s"],"Layers":["%s"]}]\n' "$(image_name "$arch")" "$layer" >"$image/manifest.json"
  tar -C "$image" -cf - manifest.json config.json -C "$(dirname "$2")" "$layer" | "$1" load >/dev/null ||
    die "$1 did not take the image of $arch"
  rm -rf "$image"
}
