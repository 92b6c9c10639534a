# STATIC_GO_BINARY_KEEP_BUILDER: packages are installed once, for every target with the same set; the
# image holds nothing of host and source, and static-go-prune removes it. Variant: the engine.
find_program(docker docker)
if(NOT docker)
  skip("docker is not installed" REQUIRED_IN_CI)
endif()
file(MAKE_DIRECTORY "${CASE_DIR}/src")
write_go_module(src)
string(RANDOM LENGTH 8 ALPHABET abcdefghij suffix)
write_consumer(
  .
  "static_go_binary(first-${suffix} SOURCE_DIR src PACKAGES ./cmd/one ARCHITECTURES amd64 CGO OFF APK_PACKAGES zlib-dev)
static_go_binary(second-${suffix} SOURCE_DIR src PACKAGES ./cmd/two ARCHITECTURES amd64 CGO OFF APK_PACKAGES zlib-dev)"
)
must_configure_alpine(. b -D STATIC_GO_BINARY_KEEP_BUILDER=ON)
set(CASE_ENVIRONMENT "FTP_PROXY=http://me:very-secret@proxy.invalid")
must_build(b)
string(REGEX MATCHALL "installing" installed "${OUTPUT}")
list(LENGTH installed count)
if(count GREATER 1)
  message(SEND_ERROR "packages were installed ${count} times:\n${OUTPUT}")
endif()
set(state "${CASE_DIR}/b/static_go_binary/first-${suffix}/amd64")
file(GLOB environment "${CASE_DIR}/b/static_go_binary/environments/*.cmake")
list(LENGTH environment count)
expect_equal("${count}" 1 "environments")
include("${environment}")
execute_process(COMMAND docker image inspect "${environment_IMAGE}"
                OUTPUT_VARIABLE facts COMMAND_ERROR_IS_FATAL ANY)
expect_match("${facts}" "org.staticgobinary.builder" "the label")
expect_match("${facts}" "static-go-binary-builder:[0-9a-f]+" "the name")
expect_no_match("${facts}" "very-secret|FTP_PROXY" "the image")

# One file edited: nothing is installed.
file(APPEND "${CASE_DIR}/src/cmd/one/main.go" "\nfunc init() { println(\"more\") }\n")
must_build(b)
expect_no_match("${OUTPUT}" "installing" "a build with a kept builder")
expect_no_match("${OUTPUT}" "second-${suffix} amd64" "the target that did not change")

# Somebody removed it: it is made again. (Not by static-go-prune, which is for all builders on this
# machine, and other tests may use some.)
execute_process(COMMAND docker image rm --force "${environment_IMAGE}" OUTPUT_QUIET COMMAND_ERROR_IS_FATAL
                                                                       ANY)
must_build(b)
expect_match("${OUTPUT}" "no work to do" "a build without changes")
file(APPEND "${CASE_DIR}/src/cmd/one/main.go" "\nfunc init() { println(\"even more\") }\n")
must_build(b)
expect_match("${OUTPUT}" "preparing the builder" "a build without its builder")

run("${CMAKE_COMMAND}" --build "${CASE_DIR}/b" --target help)
expect_match("${OUTPUT}" "static-go-prune:" "the target")
remove_builders()
