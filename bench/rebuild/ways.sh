# The ways to build tcapflow for two architectures: the article's, ours, and the floor. All of them
# build the same copy of the source in the same images.
#
# shellcheck shell=sh
# Variables of bench/run, which reads this file:
# shellcheck disable=SC2154

architectures='i386 amd64'

# ---- what is built, and with what ------------------------------------------------------------

prepare_ways() {
  if [ -n "$alpine_file" ]; then
    cp "$alpine_file" "$work/alpine.cmake"
  else
    logged cmake -D "OUT=$work/alpine.cmake" -P "$package/tests/ChooseAlpine.cmake"
  fi
  alpine=$(sed -n 's/^set(ALPINE_KIND \([a-z-]*\) .*/\1/p' "$work/alpine.cmake")
  source=$work/source
  cp -R "$package/test-projects/tcapflow" "$source"
  edits=0

  prepare_tree ephemeral -D STATIC_GO_BINARY_ENGINE=docker
  prepare_tree kept -D STATIC_GO_BINARY_ENGINE=docker -D STATIC_GO_BINARY_KEEP_BUILDER=ON
  bubblewrap=no
  if bwrap --unshare-user --ro-bind / / true 2>>"$log"; then
    bubblewrap=yes
    prepare_tree bubblewrap -D STATIC_GO_BINARY_ENGINE=bubblewrap
  fi
  start_floor
}

configure() {
  cmake -G Ninja -C "$work/alpine.cmake" -S "$source" -B "$@" -D "CMAKE_MODULE_PATH=$package/modules"
}

# A build tree in $work that has been built once.
prepare_tree() {
  tree=$work/$1
  shift
  logged configure "$tree" "$@"
  logged cmake --build "$tree"
}

# The edit: a line of a library that both programs use says something else.
edit_source() {
  edits=$((edits + 1))
  sed "s/give one of -r and -i[^,]*,/give one of -r and -i ($edits),/" "$source/internal/cli/cli.go" >"$work/edited"
  ! cmp -s "$work/edited" "$source/internal/cli/cli.go" || {
    say "the line to edit is gone from internal/cli/cli.go"
    exit 1
  }
  cat "$work/edited" >"$source/internal/cli/cli.go"
}

# ---- the article's way -------------------------------------------------------------------------

image_of() {
  if [ "$alpine" = stand-in ]; then
    echo "static-go-binary-standin/$1:3.22"
  else
    echo "docker.io/$1/alpine:3.22"
  fi
}

article() {
  for arch in $architectures; do
    docker run --rm --platform "$(platform_of "$arch")" -v "$source:/mnt" -v "$bench/rebuild/article_build.sh:/build.sh:ro" \
      "$(image_of "$arch")" /bin/sh /build.sh "$arch"
  done
}

# Its results belong to root and lie in the source: only a container gets rid of them for everybody.
forget_article() {
  logged docker run --rm -v "$source:/mnt" "$(image_of amd64)" rm -rf /mnt/out
}

platform_of() {
  case $1 in
    i386) echo linux/386 ;;
    *) echo "linux/$1" ;;
  esac
}

# ---- ours -----------------------------------------------------------------------------------------

# From nothing: configure, elf_check, everything. With a cache folder as argument, that is used.
ours_in_fresh_tree() {
  rm -rf "$work/fresh"
  configure "$work/fresh" -D STATIC_GO_BINARY_ENGINE=docker "$@"
  cmake --build "$work/fresh"
}

# ---- the floor --------------------------------------------------------------------------------------

# The builders that the tree `kept` made.
builder_of() {
  sed -n 's/^set(environment_IMAGE \(.*\))$/\1/p' "$work"/kept/static_go_binary/environments/docker-"$1"-*.cmake
}

start_floor() {
  floor_containers=
  for arch in $architectures; do
    name=static-go-binary-bench-$$-$arch
    floor_containers="$floor_containers $name"
    logged docker run --detach --init --name "$name" --platform "$(platform_of "$arch")" -v "$source:/mnt:ro" \
      -v "$bench/rebuild/floor_build.sh:/build.sh:ro" "$(builder_of "$arch")" sleep 86400
  done
}

stop_floor() {
  [ -z "${floor_containers-}" ] || echo "$floor_containers" | xargs docker rm --force --volumes >/dev/null
}

# Both architectures at once, as ours; what counts is the longer one's own time.
floor() {
  name=$1
  shift
  rm -f "$work"/floor.*
  pids=
  for container in $floor_containers; do
    docker exec "$container" /bin/sh /build.sh "$@" >"$work/floor.$container" 2>>"$log" &
    pids="$pids $!"
  done
  for pid in $pids; do
    wait "$pid"
  done
  sample "$name" "$(sort -n "$work"/floor.* | tail -n 1)"
}

start_engines() {
  pids=
  for arch in $architectures; do
    docker run --rm --init --platform "$(platform_of "$arch")" "$(builder_of "$arch")" /bin/true &
    pids="$pids $!"
  done
  for pid in $pids; do
    wait "$pid"
  done
}

# ---- one round ----------------------------------------------------------------------------------------

measure_cold() {
  timed article-cold article
  forget_article
  timed ours-cold ours_in_fresh_tree
  floor floor-cold cold
  timed ours-fresh-tree ours_in_fresh_tree -D "STATIC_GO_BINARY_CACHE_DIR=$work/ephemeral/static_go_binary/cache"
  edit_source
  timed article-edited article
  forget_article
}

measure_warm() {
  edit_source
  timed engine-start start_engines
  floor floor-edited
  timed kept-edited cmake --build "$work/kept"
  timed ephemeral-edited cmake --build "$work/ephemeral"
  [ "$bubblewrap" = no ] || timed bubblewrap-edited cmake --build "$work/bubblewrap"

  touch "$source/internal/cli/cli.go"
  floor floor-touched
  timed kept-touched cmake --build "$work/kept"
  timed ephemeral-touched cmake --build "$work/ephemeral"
  [ "$bubblewrap" = no ] || timed bubblewrap-touched cmake --build "$work/bubblewrap"

  floor floor-no-op
  timed ours-no-op cmake --build "$work/kept"
}
