# Which engine `auto` takes, what is said where none works, and how docker and podman are told
# apart: with fake programs.
write_go_module(src)
write_consumer(. "static_go_binary(demo SOURCE_DIR src PACKAGES ./cmd/one ARCHITECTURES amd64)")
write_consumer(arm "static_go_binary(demo SOURCE_DIR ../src PACKAGES ./cmd/one ARCHITECTURES arm64)")
write_file(broken "#!/bin/sh\necho 'broken on purpose' >&2\nexit 1\n")
file(CHMOD "${CASE_DIR}/broken" PERMISSIONS OWNER_READ OWNER_EXECUTE)
set(nothing_else
    -D "STATIC_GO_BINARY_PODMAN_EXECUTABLE=${CASE_DIR}/broken" -D
    "STATIC_GO_BINARY_BWRAP_EXECUTABLE=${CASE_DIR}/broken" -D STATIC_GO_BINARY_APK_EXECUTABLE=NOTFOUND)

# ---- auto -----------------------------------------------------------------------------------------
must_configure(. with-docker -D STATIC_GO_BINARY_ENGINE=auto ${nothing_else})
expect_match("${OUTPUT}" "engine docker \\(docker 99.0 answers\\)" "the choice")
file(STRINGS "${CASE_DIR}/with-docker/CMakeCache.txt" choice REGEX "^STATIC_GO_BINARY_AUTO_ENGINE:STRING=")
expect_equal("${choice}" "STATIC_GO_BINARY_AUTO_ENGINE:STRING=docker" "the cache variable")
# The choice stays, although docker is gone now.
set(CASE_ENVIRONMENT FAKE_ENGINE_FAIL=version)
must_configure(. with-docker -D STATIC_GO_BINARY_ENGINE=auto ${nothing_else})

must_configure(. without-docker -D STATIC_GO_BINARY_ENGINE=auto ${nothing_else} -D
               STATIC_GO_BINARY_BWRAP_EXECUTABLE=/bin/true)
expect_match("${OUTPUT}" "engine bubblewrap" "the choice without docker and podman")

if(NOT EXISTS /etc/alpine-release)
  configure(. with-nothing -D STATIC_GO_BINARY_ENGINE=auto ${nothing_else})
  expect(STATUS "a machine without any engine must be an error")
  foreach(
    text IN
    ITEMS "static_go_binary\\(demo\\): no engine works on this machine" "docker: .* does not work"
          "podman: .* does not work: broken on purpose" "bubblewrap: .* may not make namespaces"
          "native: this machine is not Alpine" "To get one here: [a-z]+")
    expect_match("${OUTPUT}" "${text}" "no engine")
  endforeach()
endif()

# ---- kinds ----------------------------------------------------------------------------------------
set(CASE_ENVIRONMENT "")
must_configure(. docker)
must_build(docker)
engine_calls("^run " calls)
expect_match("${calls}" "--init" "docker")

set(CASE_ENVIRONMENT "FAKE_ENGINE_VERSION=podman version 99.0")
must_configure(. shim)
must_build(shim)
engine_calls("^run " calls)
expect_no_match("${calls}" "--init" "docker that is podman")
expect_no_match("${calls}" "relabel" "podman without SELinux")

# Root in a rootless container is the caller already.
set(CASE_ENVIRONMENT "FAKE_ENGINE_INFO=x86_64 name=rootless")
must_configure(. rootless)
must_build(rootless)
engine_calls("^run " calls)
expect_match("${calls}" "STATIC_GO_OWNER=0:0" "rootless")

# ---- emulation ------------------------------------------------------------------------------------
# A machine that runs a foreign architecture's programs is asked once, in a container without network.
set(CASE_ENVIRONMENT "")
must_configure(arm arm-works)
must_build(arm-works)
engine_calls("^run .*/bin/true" calls)
list(LENGTH calls count)
expect_equal("${count}" 1 "probes")

set(CASE_ENVIRONMENT "FAKE_ENGINE_FAIL=run;FAKE_ENGINE_ERROR=exec /bin/true: exec format error")
must_configure(arm arm-fails)
build(arm-fails)
expect(STATUS "a machine without an emulator must be an error")
expect_match(
  "${OUTPUT}" "this machine \\(amd64\\) cannot run programs of arm64: it has no binfmt handler qemu-aarch64"
  "no emulator")
expect_match("${OUTPUT}" "docker run --privileged --rm tonistiigi/binfmt --install arm64" "no emulator")

# ---- a context for one architecture ---------------------------------------------------------------
set(CASE_ENVIRONMENT "")
must_configure(arm arm-elsewhere -D STATIC_GO_BINARY_DOCKER_CONTEXT_arm64=that-machine)
must_build(arm-elsewhere)
engine_calls("^--context that-machine run " calls)
expect(calls "the build in the context of its architecture")
