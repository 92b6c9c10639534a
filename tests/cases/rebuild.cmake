# The build graph: what changed is rebuilt, and nothing else.

write_go_module(src)
set(calls_in_project
    [[
static_go_binary(demo-one SOURCE_DIR src PACKAGES ./cmd/one ARCHITECTURES i386 amd64)
static_go_binary(demo-two SOURCE_DIR src PACKAGES ./cmd/two ARCHITECTURES amd64)
add_custom_command(OUTPUT packed COMMAND ${CMAKE_COMMAND} -E echo packing DEPENDS $<TARGET_FILE:demo-one::one-amd64>
                   COMMAND ${CMAKE_COMMAND} -E touch packed)
add_custom_target(pack ALL DEPENDS packed)
]])
write_consumer(. "${calls_in_project}")

# A file newer than everything that is there.
function(edit path)
  execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
  file(APPEND "${CASE_DIR}/${path}" "// edited\n")
endfunction()

must_configure(. b)
must_build(b)
expect_runs("demo-one-amd64;demo-one-i386;demo-two-amd64" "of the first build")
expect_match("${OUTPUT}" "packing" "first build")
expect_exists("${CASE_DIR}/b/out/i386/one" "${CASE_DIR}/b/out/amd64/one" "${CASE_DIR}/b/out/amd64/two")

# The second build has nothing to do: no engine, no CMake script.
must_build(b)
expect_runs("" "without a change")
if(CASE_GENERATOR STREQUAL "Ninja")
  expect_match("${OUTPUT}" "no work to do" "second build")
endif()
expect_no_match("${OUTPUT}" "Checking|Building" "second build")

edit(src/cmd/one/main.go)
must_build(b)
expect_runs("demo-one-amd64;demo-one-i386" "after an edit of cmd/one")
expect_match("${OUTPUT}" "packing" "build after an edit of cmd/one")

# A file that is added, and one that is removed.
execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
write_file(src/cmd/two/more.go "package main\n")
must_build(b)
expect_runs("demo-two-amd64" "after a file was added to cmd/two")
execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
file(REMOVE "${CASE_DIR}/src/cmd/two/more.go")
must_build(b)
expect_runs("demo-two-amd64" "after a file was removed from cmd/two")

# What is not compiled in does not count.
write_file(src/README "about\n")
write_file(src/cmd/one/main_test.go "package main\n")
must_build(b)
engine_calls("." ignored)
edit(src/README)
edit(src/cmd/one/main_test.go)
must_build(b)
expect_runs("" "after an edit of a README and a test")

# go.mod belongs to all.
edit(src/go.mod)
must_build(b)
expect_runs("demo-one-amd64;demo-one-i386;demo-two-amd64" "after an edit of go.mod")

# The results came out the same: nothing that depends on them runs, and nothing at the next build.
expect_no_match("${OUTPUT}" "packing" "build with results that came out the same")
must_build(b)
expect_no_match("${OUTPUT}" "Checking|Building|Bringing|packing" "build after results that came out the same")

# CMake again, without a change; then with another keyword in one call.
must_configure(. b)
must_build(b)
expect_runs("" "after CMake ran again")
string(REPLACE "static_go_binary(demo-two" "static_go_binary(demo-two TAGS x" changed "${calls_in_project}")
write_consumer(. "${changed}")
must_build(b)
expect_runs("demo-two-amd64" "after TAGS changed")

# A result that was deleted comes back, without an engine.
file(REMOVE "${CASE_DIR}/b/out/amd64/one")
must_build(b)
expect_exists("${CASE_DIR}/b/out/amd64/one")
expect_runs("" "after a result was deleted")
must_build(b)
expect_no_match("${OUTPUT}" "Checking|Building|Bringing|packing" "build after a result was brought back")

# One architecture alone.
edit(src/cmd/one/main.go)
must_build(b --target demo-one-i386)
expect_runs("demo-one-i386" "of --target demo-one-i386")

# Go's own parallelism: the cores divided among the architectures of a call, unless the user says.
cmake_host_system_information(RESULT cores QUERY NUMBER_OF_LOGICAL_CORES)
math(EXPR half "(${cores} + 1) / 2")
function(expect_jobs wanted)
  file(STRINGS "${CASE_DIR}/b/static_go_binary/demo-one/i386/build_static.sh" jobs REGEX "^jobs=")
  expect_equal("${jobs}" "jobs='${wanted}'" "Go's parallelism")
endfunction()
expect_jobs(${half})
must_configure(. b -D STATIC_GO_BINARY_JOBS=3)
expect_jobs(3)
