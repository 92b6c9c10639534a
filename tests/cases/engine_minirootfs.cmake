# bubblewrap's root file system: downloaded from a mirror (a local one), checked by its SHA-256,
# shared by build trees; what is wrong with it is said. A compiler that a signal killed is tried
# again under emulation, a compile error never.
find_program(bwrap bwrap)
if(NOT bwrap)
  skip("bwrap is not installed" REQUIRED_IN_CI)
endif()
execute_process(COMMAND bwrap --unshare-user --ro-bind / / true RESULT_VARIABLE status ERROR_VARIABLE error)
if(NOT status EQUAL 0)
  skip("bubblewrap may not make namespaces here: ${error}" REQUIRED_IN_CI)
endif()
if(NOT ALPINE_KIND STREQUAL "stand-in")
  skip("with the real Alpine, every case with bubblewrap downloads the minirootfs")
endif()
write_go_module(src)
write_consumer(. "static_go_binary(demo SOURCE_DIR src PACKAGES ./cmd/one ARCHITECTURES amd64 CGO OFF)")

# A mirror with one release: the stand-in under the official file's name.
string(REPLACE "<ARCH>" amd64 rootfs "${STATIC_GO_BINARY_ROOTFS}")
set(folder "${CASE_DIR}/mirror/v3.22/releases/x86_64")
file(MAKE_DIRECTORY "${folder}")
set(name alpine-minirootfs-3.22.9-x86_64.tar.gz)
execute_process(COMMAND gzip -1c "${rootfs}" OUTPUT_FILE "${folder}/${name}" COMMAND_ERROR_IS_FATAL ANY)
file(SHA256 "${folder}/${name}" sum)
function(write_index sum)
  file(
    WRITE "${folder}/latest-releases.yaml"
    "---\n-\n  title: \"Virtual\"\n  file: alpine-virt-3.22.9-x86_64.iso\n  sha256: 00\n-\n  title: \"Mini root filesystem\"\n  file: ${name}\n  sha256: ${sum}\n  sha512: 11\n"
  )
endfunction()
set(options
    -D STATIC_GO_BINARY_ENGINE=bubblewrap -D STATIC_GO_BINARY_ROOTFS= -D
    "STATIC_GO_BINARY_ALPINE_MIRROR=file://${CASE_DIR}/mirror" -D
    "STATIC_GO_BINARY_CACHE_DIR=${CASE_DIR}/cache")

string(REGEX REPLACE "^." "x" wrong "${sum}")
string(REGEX REPLACE "^x" "0" wrong "${wrong}")
if(wrong STREQUAL sum)
  string(REGEX REPLACE "^0" "1" wrong "${sum}")
endif()
write_index(${wrong})
must_configure_alpine(. b ${options})
build(b)
expect(STATUS "a wrong checksum must be an error")
expect_match("${OUTPUT}" "has the SHA-256 ${sum}, but its release says ${wrong}" "a wrong checksum")
file(GLOB roots "${CASE_DIR}/cache/rootfs/*")
expect_equal("${roots}" "" "root file systems")

file(REMOVE_RECURSE "${CASE_DIR}/cache")
write_index(${sum})
must_build(b)
expect_match("${OUTPUT}" "downloading ${name}" "the first build")

# A second build tree finds everything there, also without the mirror.
file(RENAME "${CASE_DIR}/mirror" "${CASE_DIR}/mirror-gone")
must_configure_alpine(. b2 ${options})
must_build(b2)
expect_no_match("${OUTPUT}" "downloading|unpacking|installing" "a second build tree")

# static-go-prune removes the root file systems; the next build that has work makes them anew.
must_build(b2 --target static-go-prune)
expect_missing("${CASE_DIR}/cache/rootfs")
must_build(b2)
expect_match("${OUTPUT}" "no work to do" "a build without changes")
file(APPEND "${CASE_DIR}/src/cmd/one/main.go" "\nfunc init() { println(\"more\") }\n")
must_build(b2)
expect_match("${OUTPUT}" "unpacking" "a build without its root file system")

must_configure_alpine(. b3 ${options} -D "STATIC_GO_BINARY_CACHE_DIR=${CASE_DIR}/cache3")
build(b3)
expect(STATUS "a mirror that is not there must be an error")
expect_match("${OUTPUT}" "latest-releases.yaml cannot be downloaded.*STATIC_GO_BINARY_ROOTFS_amd64"
             "no mirror")

# ---- retries, as under emulation --------------------------------------------------------------------
file(GLOB environment "${CASE_DIR}/b2/static_go_binary/environments/*.cmake")
file(READ "${environment}" text)
string(REPLACE "environment_RETRIES 0" "environment_RETRIES 2" text "${text}")
write_file(
  src/tool.sh
  "#!/bin/sh\nif [ ! -e \"$HOME/crashed\" ]; then\n  : >\"$HOME/crashed\"\n  kill -SEGV $$\nfi\nexec \"$@\"\n"
)
file(CHMOD "${CASE_DIR}/src/tool.sh" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE WORLD_READ
     WORLD_EXECUTE)
write_consumer(
  .
  "static_go_binary(demo SOURCE_DIR src PACKAGES ./cmd/one ARCHITECTURES amd64 CGO OFF GO_FLAGS -toolexec=/source/tool.sh)"
)
must_configure_alpine(. b2 ${options})
file(WRITE "${environment}" "${text}")
must_build(b2)
expect_match("${OUTPUT}" "killed by a signal under emulation: trying again" "a crashed compiler")
file(APPEND "${CASE_DIR}/src/cmd/one/main.go" "\nfunc init() { undefined() }\n")
build(b2)
expect(STATUS "a compile error must fail")
expect_no_match("${OUTPUT}" "trying again" "a compile error")
