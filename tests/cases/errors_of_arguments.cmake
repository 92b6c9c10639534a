# Bad calls stop at configure time with a text that names the function, the target, the value and
# the way out; they start no engine and leave no out/ behind.

write_go_module(src)
write_file(new/go.mod "module example.org/new\n\ngo 1.25.3 // newer than Alpine 3.22\n")
write_file(new/main.go "package main\n")
write_file(empty/README "no Go in here\n")

# bad_call(<name> <arguments of static_go_binary> <what the text must say>...)
function(bad_call name arguments)
  write_consumer(${name} "static_go_binary(demo ${arguments})")
  configure(${name} ${name}/build)
  expect_equal("${STATUS}" 1 "${name}: exit code")
  foreach(pattern IN ITEMS "CMake Error" ${ARGN})
    expect_match("${OUTPUT}" "${pattern}" "${name}")
  endforeach()
  expect_missing("${CASE_DIR}/${name}/build/out" "${CASE_DIR}/${name}/build/build.ninja")
endfunction()

set(good "SOURCE_DIR ../src PACKAGES ./cmd/one ARCHITECTURES amd64")

bad_call(unknown_keyword "${good} APK_PACKAGE libpcap-dev"
         "static_go_binary\\(demo\\): unknown keyword or stray value 'APK_PACKAGE"
         "The keywords are: ALLOW_NEEDED.*VERSION_VARIABLE")
bad_call(stray_value "oops ${good}" "unknown keyword or stray value 'oops'")
bad_call(missing_value "${good} IMAGE" "missing value for IMAGE" "leave the keyword out")
bad_call(missing_values "${good} APK_PACKAGES" "missing value for APK_PACKAGES")
bad_call(empty_value "${good} IMAGE \"\"" "missing value for IMAGE")
bad_call(no_source_dir "SOURCE_DIR nowhere" "SOURCE_DIR [^ ]*/nowhere does not exist")
bad_call(no_go_source "SOURCE_DIR ../empty" "no go.mod at SOURCE_DIR [^ ]*/empty" "IMPORT_PATH")
bad_call(no_such_package "SOURCE_DIR ../src PACKAGES ./cmd/three"
         "PACKAGES './cmd/three': there is no Go file in [^ ]*/src/./cmd/three")
bad_call(package_without_dot "SOURCE_DIR ../src PACKAGES cmd/one" "is a folder. Write ./cmd/one")
bad_call(package_pattern "SOURCE_DIR ../src PACKAGES ./..." "is a pattern" "Name each main package")
bad_call(unknown_architecture "SOURCE_DIR ../src ARCHITECTURES amd64 sparc" "ARCHITECTURES names 'sparc'"
         "i386 amd64 armv6 armv7 arm64 ppc64le s390x riscv64 loong64")
bad_call(unknown_release "${good} ALPINE_VERSION 2.9" "ALPINE_VERSION '2.9'" "3.22")
bad_call(release_without_architecture "SOURCE_DIR ../src ARCHITECTURES riscv64 ALPINE_VERSION 3.19"
         "Alpine 3.19 does not exist for 'riscv64'" "ALPINE_VERSION 3.20 or later")
bad_call(no_official_image "SOURCE_DIR ../src ARCHITECTURES loong64" "no official image for 'loong64'"
         "IMAGE" "CGO OFF")
bad_call(go_too_new "SOURCE_DIR ../new ALPINE_VERSION 3.22"
         "new/go.mod wants Go 1.25.3, but Alpine 3.22 has Go 1.24" "Take ALPINE_VERSION 3.23")
bad_call(unknown_engine "${good} ENGINE lxc" "ENGINE 'lxc'" "auto docker podman bubblewrap native")
bad_call(rootfs_for_docker "${good} ENGINE docker ROOTFS root.tar"
         "ROOTFS 'root.tar' has no effect with the engine docker" "ENGINE bubblewrap" "IMAGE")
bad_call(unknown_linkage "${good} LINKAGE dynamic" "LINKAGE 'dynamic'" "static static-pie")
bad_call(unknown_network "${good} NETWORK some" "NETWORK 'some'" "default none host")
bad_call(bad_package "${good} APK_PACKAGES \"a$(b)\""
         "APK_PACKAGES 'a\\$\\(b\\)' is not the name of an apk package")
bad_call(bad_tag "${good} TAGS \"a;b c\"" "TAGS 'a;b c' is not a build tag")
bad_call(bad_environment "${good} ENVIRONMENT FOO" "ENVIRONMENT 'FOO' is not of the form NAME=value")
bad_call(bad_version_variable "${good} VERSION_VARIABLE version=1" "VERSION_VARIABLE 'version=1'"
         "main.version=1.2")
bad_call(unquotable_version "${good} VERSION_VARIABLE \"main.v=a'b\\\"c\"" "both kinds of quotes")
bad_call(extldflags "${good} LDFLAGS -extldflags=-lfoo" "LDFLAGS must not hold -extldflags" "CGO_LDFLAGS")
bad_call(go_flag_with_keyword "${good} GO_FLAGS -tags=x" "GO_FLAGS must not hold -tags" "TAGS")
bad_call(stack_size "${good} STACK_SIZE 2MB" "STACK_SIZE '2MB' is not a number of bytes")
bad_call(pie_without_cgo "${good} CGO OFF LINKAGE static-pie" "static-pie needs CGO ON")
bad_call(stack_without_cgo "${good} CGO OFF STACK_SIZE 4096" "STACK_SIZE has no effect with CGO OFF")
bad_call(output_name_for_two "SOURCE_DIR ../src PACKAGES ./cmd/one ./cmd/two OUTPUT_NAME x"
         "OUTPUT_NAME 'x' cannot name the results of 2 PACKAGES")
bad_call(output_name_with_folder "${good} OUTPUT_NAME bin/x" "OUTPUT_NAME 'bin/x' is not a file name")
bad_call(
  same_file_twice "${good})\nstatic_go_binary(again ${good}"
  "static_go_binary\\(again\\): [^ ]*/out/amd64/one is already the result of static_go_binary\\(demo\\)"
  "OUTPUT_NAME or OUTPUT_DIRECTORY")
bad_call(same_target_twice "${good})\nstatic_go_binary(demo ${good} OUTPUT_NAME x"
         "there is a target 'demo' already")

# No engine at all: everything that is wrong is said at once, and what to install here.
find_program(ninja NAMES ninja REQUIRED)
write_consumer(no_engine "static_go_binary(demo ${good} ENGINE auto)")
configure(no_engine no_engine/build -D STATIC_GO_BINARY_DOCKER_EXECUTABLE=NOTFOUND -D
          "CMAKE_MAKE_PROGRAM=${ninja}" -D CMAKE_FIND_USE_SYSTEM_ENVIRONMENT_PATH=OFF -D
          CMAKE_FIND_USE_CMAKE_SYSTEM_PATH=OFF)
expect_equal("${STATUS}" 1 "no engine: exit code")
expect_match(
  "${OUTPUT}"
  "no engine works on this machine. docker: docker is not installed podman: .* bubblewrap: .* native: .*To get one here:"
  "no engine")

engine_calls("." calls)
expect_equal("${calls}" "" "configuring must not talk to an engine")
