# What the build system itself costs: doing nothing, and configuring. No engine takes part: one that
# only pretends to build makes the many targets' results.
#
# shellcheck shell=sh
# Variables of bench/run, which reads this file:
# shellcheck disable=SC2154

many_architectures='i386 amd64 armv6 armv7 arm64 ppc64le s390x riscv64'

# A project of $1 targets, each for eight architectures, in $work/many-$1.
write_many() {
  folder=$work/many-$1
  mkdir -p "$folder"
  {
    printf 'cmake_minimum_required(VERSION 3.25)\nproject(many LANGUAGES NONE)\n'
    printf 'include("%s/modules/StaticGoBinary.cmake")\n' "$package"
    index=1
    while [ "$index" -le "$1" ]; do
      mkdir -p "$folder/go$index/cmd/tool$index"
      printf 'module example.org/tool%s\n\ngo 1.18\n' "$index" >"$folder/go$index/go.mod"
      printf 'package main\n\nfunc main() {}\n' >"$folder/go$index/cmd/tool$index/main.go"
      printf 'static_go_binary(t%s SOURCE_DIR go%s PACKAGES ./cmd/tool%s ARCHITECTURES %s)\n' \
        "$index" "$index" "$index" "$many_architectures"
      index=$((index + 1))
    done
  } >"$folder/CMakeLists.txt"
}

# configure_many <targets> <build tree>
configure_many() {
  cmake -G Ninja -S "$work/many-$1" -B "$2" -D STATIC_GO_BINARY_ENGINE=docker \
    -D "STATIC_GO_BINARY_DOCKER_EXECUTABLE=$package/tests/fake-engine/docker"
}

# As many statements of each kind as another tree has, and not one file to look at besides: commands with a
# result, targets that run something, targets that only stand for others.
write_empty() {
  mkdir -p "$work/$1"
  commands=$(grep -c '^build .*: CUSTOM_COMMAND ' "$2/build.ninja")
  runs=$(grep -c '^build CMakeFiles/.*: CUSTOM_COMMAND ' "$2/build.ninja")
  targets=$(grep -c '^build CMakeFiles/.*: phony ' "$2/build.ninja")
  cat >"$work/$1/CMakeLists.txt" <<END
cmake_minimum_required(VERSION 3.25)
project(empty LANGUAGES NONE)
foreach(index RANGE 1 $((commands - runs)))
  add_custom_command(OUTPUT out/\${index} COMMAND \${CMAKE_COMMAND} -E touch out/\${index} VERBATIM)
  list(APPEND files "\${CMAKE_BINARY_DIR}/out/\${index}")
endforeach()
add_custom_target(empty ALL DEPENDS \${files})
foreach(index RANGE 1 $runs)
  add_custom_target(run\${index} COMMAND \${CMAKE_COMMAND} -E true VERBATIM)
endforeach()
foreach(index RANGE 1 $targets)
  add_custom_target(stands-for\${index} DEPENDS "\${CMAKE_BINARY_DIR}/out/\${index}")
endforeach()
END
  logged cmake -G Ninja -S "$work/$1" -B "$work/$1/build"
  logged cmake --build "$work/$1/build"
}

prepare_graphs() {
  export FAKE_ENGINE_DIR="$work"
  for targets in 10 25 50; do
    write_many $targets
  done
  logged configure_many 10 "$work/many"
  logged cmake --build "$work/many"
  write_empty empty "$work/kept"
  write_empty empty-many "$work/many"
}

# Ninja alone: `cmake --build` costs the same on top of each. They end within milliseconds, so there
# are more runs of them.
measure_graphs() {
  repeat=0
  while [ "$repeat" -lt 9 ]; do
    timed ninja-no-op ninja -C "$work/kept"
    timed ninja-empty ninja -C "$work/empty/build"
    timed ninja-many-no-op ninja -C "$work/many"
    timed ninja-many-empty ninja -C "$work/empty-many/build"
    repeat=$((repeat + 1))
  done
  for targets in 10 25 50; do
    rm -rf "$work/configured"
    timed configure-$targets configure_many $targets "$work/configured"
  done
}
