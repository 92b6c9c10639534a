# What a build says while it runs: every step, each architecture's lines whole and in order although all
# are built at once, and where the log is.

set(architectures i386 amd64 arm64 s390x)
set(lines 200)
write_go_module(src)
list(JOIN architectures " " names)
write_consumer(. "static_go_binary(demo SOURCE_DIR src PACKAGES ./cmd/one ARCHITECTURES ${names})")
must_configure(. b)

set(ENV{FAKE_ENGINE_LINES} ${lines})
must_build(b --parallel 4)
unset(ENV{FAKE_ENGINE_LINES})
string(REPLACE "\n" ";" said "${OUTPUT}")
foreach(arch IN LISTS architectures)
  set(wanted "")
  foreach(line RANGE 1 ${lines})
    list(APPEND wanted "demo ${arch}: line ${line} of a build that has much to say")
  endforeach()
  set(of_arch ${said})
  list(FILTER of_arch INCLUDE REGEX "demo ${arch}: line")
  expect_equal("${of_arch}" "${wanted}" "the lines of ${arch}")
  foreach(step IN ITEMS "Preparing Alpine [0-9.]+ for ${arch}" "Building one for ${arch}"
                        "Checking one for ${arch}")
    expect_match("${OUTPUT}" "${step}" "the steps of ${arch}")
  endforeach()
endforeach()

# An error names the log, which is there.
file(APPEND "${CASE_DIR}/src/cmd/one/main.go" "// edited\n")
execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
file(TOUCH "${CASE_DIR}/src/cmd/one/main.go")
set(ENV{FAKE_ENGINE_FAIL} run)
build(b)
unset(ENV{FAKE_ENGINE_FAIL})
string(REGEX MATCH "The whole log: *([^ \n]+/build.log)" named "${OUTPUT}")
expect_exists("${CMAKE_MATCH_1}")
file(READ "${CMAKE_MATCH_1}" log)
expect_match("${log}" "^\\$ .*fake failure" "the log")
