# The caches, for real: a fresh build tree compiles nothing that is there; two build trees use one cache at once; what
# is damaged on purpose is made anew, and never comes into a result; and rm -rf by the caller removes all of it.

set(source "${CASE_DIR}/src")
set(cache "${CASE_DIR}/cache")
set(consumer
    [[
static_go_binary(cached SOURCE_DIR src ARCHITECTURES amd64
  ENVIRONMENT GOPROXY=file:///source/proxy GOSUMDB=off GONOSUMDB=*)
]])

# The program, and a proxy with the one module that it uses. go.sum's hash is that of the module's two files.
function(write_project folder)
  write_file(${folder}/src/go.mod "module example.org/cached\n\ngo 1.18\n\nrequire example.org/dep v1.0.0\n")
  write_file(
    ${folder}/src/go.sum
    "example.org/dep v1.0.0 h1:IO/4RB3AVjalnCF8cB8fmMtug2Wg4JvgBIqZ7OnSlio=\nexample.org/dep v1.0.0/go.mod h1:q1vh5fQEnCeqxZzQ7GkkmUQrPEB0QrkNieSqZdnlO7k=\n"
  )
  write_file(
    ${folder}/src/main.go
    [[
package main

// int answer(void) { return 42; }
import "C"

import (
	"fmt"

	"example.org/dep"
)

func main() { fmt.Println(dep.Text, C.answer()) }
]])
  set(proxy ${folder}/src/proxy/example.org/dep/@v)
  write_file(${proxy}/list "v1.0.0\n")
  write_file(${proxy}/v1.0.0.info "{\"Version\":\"v1.0.0\"}\n")
  write_file(${proxy}/v1.0.0.mod "module example.org/dep\n")
  write_file(module/example.org/dep@v1.0.0/go.mod "module example.org/dep\n")
  write_file(module/example.org/dep@v1.0.0/dep.go "package dep\n\nconst Text = \"from the module\"\n")
  execute_process(
    COMMAND "${CMAKE_COMMAND}" -E tar cf "${CASE_DIR}/${proxy}/v1.0.0.zip" --format=zip
            example.org/dep@v1.0.0/go.mod example.org/dep@v1.0.0/dep.go
    WORKING_DIRECTORY "${CASE_DIR}/module" COMMAND_ERROR_IS_FATAL ANY)
  write_consumer(${folder} "${consumer}")
endfunction()

function(must_configure_cached project build)
  must_configure_alpine(${project} ${build} -D "STATIC_GO_BINARY_CACHE_DIR=${cache}" ${ARGN})
endfunction()

function(expect_right build what)
  execute_process(COMMAND "${CASE_DIR}/${build}/out/amd64/cached" OUTPUT_VARIABLE output)
  expect_equal("${output}" "from the module 42\n" "the binary ${what}")
endfunction()

# What `go build -v` named as compiled.
function(expect_compiled build pattern what)
  file(READ "${CASE_DIR}/${build}/static_go_binary/cached/amd64/compile.log" text)
  expect_match("${text}" "${pattern}" "compiled ${what}")
endfunction()

# Damages files of the cache, one by one in another way: overwritten with bytes of the same number, so that its size
# tells nothing, cut, or left as it is.
function(damage pattern)
  file(GLOB_RECURSE files "${cache}/${pattern}")
  expect("${files}" "files to damage: ${pattern}")
  set(ways ${ARGN})
  foreach(file IN LISTS files)
    list(POP_FRONT ways way)
    list(APPEND ways ${way})
    file(SIZE "${file}" size)
    if(way STREQUAL "leave")
      continue()
    elseif(way STREQUAL "cut")
      math(EXPR size "${size} / 2")
    endif()
    string(REPEAT "x" ${size} text)
    file(WRITE "${file}" "${text}")
  endforeach()
endfunction()

# Edits the source, so that there is something to build, and builds.
function(expect_recovery what)
  file(APPEND "${CASE_DIR}/p/src/main.go" "// after ${what}\n")
  file(REMOVE_RECURSE "${CASE_DIR}/b/static_go_binary/cached/amd64/staging")
  must_build(b)
  expect_right(b "after ${what}")
endfunction()

write_project(p)
must_configure_cached(p b)
must_build(b)
expect_right(b "of the first build")
expect_compiled(b "example.org/dep" "at first")

# A fresh build tree, of a copy of the source somewhere else: nothing is compiled, the result is the same bit by bit.
write_project(elsewhere/q)
must_configure_cached(elsewhere/q fresh)
must_build(fresh)
expect_compiled(fresh "^$" "in a fresh build tree with a warm cache")
file(SHA256 "${CASE_DIR}/b/out/amd64/cached" first)
file(SHA256 "${CASE_DIR}/fresh/out/amd64/cached" second)
expect_equal("${second}" "${first}" "the result from another source folder and build tree")

# Damage, of each cache.
execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
damage("apk/*.apk" cut leave)
damage("go-build/*-d" overwrite leave cut leave)
damage("go-build/*-a" leave leave leave cut)
damage("go/pkg/mod/example.org/*.go" overwrite)
expect_recovery("each cache was damaged")
execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
damage("go/pkg/mod/cache/download/*.zip" cut)
file(REMOVE_RECURSE "${cache}/go/pkg/mod/example.org")
expect_recovery("a fetched archive was cut")

# Other packages in the container: C code is compiled anew.
string(REPLACE "ARCHITECTURES" "APK_PACKAGES zlib-dev ARCHITECTURES" more "${consumer}")
write_consumer(elsewhere/q "${more}")
must_build(fresh)
expect_compiled(fresh "example.org/cached" "after APK_PACKAGES changed")

# Two build trees at once, from nothing; another cache; and again the same bits.
file(REMOVE_RECURSE "${cache}")
write_consumer(elsewhere/q "${consumer}")
file(WRITE "${CASE_DIR}/p/src/main.go" "")
write_project(p)
write_file(
  both.sh
  [[
"$1" --build b >b.log &
first=$!
"$1" --build fresh >fresh.log && wait "$first" && cat b.log fresh.log
]])
run(sh both.sh "${CMAKE_COMMAND}")
expect_equal("${STATUS}" 0 "two builds at once with one cache: ${OUTPUT}")
foreach(build IN ITEMS b fresh)
  file(SHA256 "${CASE_DIR}/${build}/out/amd64/cached" sum)
  expect_equal("${sum}" "${first}" "the result of ${build} with another cache")
endforeach()

# All of it is the caller's to delete, whoever the caller is.
execute_process(COMMAND find "${cache}" "${CASE_DIR}/b" "${CASE_DIR}/fresh" -type d ! -perm -u+w
                OUTPUT_VARIABLE read_only)
expect_equal("${read_only}" "" "folders that rm -rf would stop at")
execute_process(COMMAND rm -rf "${cache}" "${CASE_DIR}/b" "${CASE_DIR}/fresh" RESULT_VARIABLE status)
expect_equal("${status}" 0 "rm -rf")
