# arm64 with cgo, compiled for real under qemu-user with bubblewrap; and what is said on a machine
# without the emulator.
execute_process(COMMAND "${PACKAGE_DIR}/tests/engines/with-emulator" true RESULT_VARIABLE status
                ERROR_VARIABLE error)
if(NOT status EQUAL 0)
  skip("no emulator for arm64, or none without changing this machine: ${error}")
endif()
find_program(mmdebstrap mmdebstrap)
if(NOT mmdebstrap)
  skip("mmdebstrap, which makes the arm64 root file system, is not installed")
endif()
cmake_path(GET CASE_CACHE PARENT_PATH folder)
set(root "${folder}/arm64-root.tar")
if(NOT EXISTS "${root}")
  execute_process(COMMAND "${PACKAGE_DIR}/tests/engines/arm64-root" "${root}" RESULT_VARIABLE status
                  ERROR_VARIABLE error)
  if(NOT status EQUAL 0)
    skip("Debian's packages for arm64 cannot be had: ${error}")
  endif()
endif()

write_file(src/go.mod "module example.org/demo\n\ngo 1.18\n")
write_file(
  src/main.go
  "package main\n\n// int answer(void) { return 42; }\nimport \"C\"\n\nfunc main() { println(C.answer()) }\n")
write_consumer(. "static_go_binary(demo SOURCE_DIR src ARCHITECTURES arm64)")
must_configure_alpine(. b -D STATIC_GO_BINARY_ENGINE=bubblewrap -D "STATIC_GO_BINARY_ROOTFS=${root}" -D
                      "STATIC_GO_BINARY_CACHE_DIR=${CASE_DIR}/cache")

# Outside of the namespace: no handler, unless this machine has one of its own.
if(NOT EXISTS /proc/sys/fs/binfmt_misc/qemu-aarch64)
  build(b)
  expect(STATUS "an architecture that cannot run must be an error")
  expect_match("${OUTPUT}" "cannot run programs of arm64: it has no binfmt handler qemu-aarch64"
               "no emulator")
endif()

run("${PACKAGE_DIR}/tests/engines/with-emulator" "${CMAKE_COMMAND}" --build "${CASE_DIR}/b")
expect_equal("${STATUS}" 0 "emulated build: ${OUTPUT}")
run("${PACKAGE_DIR}/tests/engines/with-emulator" "${CASE_DIR}/b/out/arm64/demo")
expect_match("${OUTPUT}" "42" "the arm64 binary")
