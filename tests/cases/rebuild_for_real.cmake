# Exact dependencies, with what the real `go list` says: Go, cgo, C headers, assembler, embedded files, build tags.
# What uses a changed file is rebuilt, and its new text is in the result; nothing else runs.

set(source "${CASE_DIR}/src")
write_file(src/go.mod "module example.org/exact\n\ngo 1.18\n")
write_file(src/README "about\n")
write_file(src/shared/shared.go "package shared\n\nconst Text = \"shared-1\"\n")
write_file(src/shared/shared_test.go "package shared\n")
write_file(src/data/a.txt "embedded-1")
write_file(
  src/data/data.go
  [[
package data

import "embed"

//go:embed *.txt
var files embed.FS

func Text() string {
	text := ""
	entries, _ := files.ReadDir(".")
	for _, entry := range entries {
		content, _ := files.ReadFile(entry.Name())
		text += string(content) + " "
	}
	return text
}
]])
write_file(src/tagged/on.go "//go:build special\n\npackage tagged\n\nconst Text = \"special-1\"\n")
write_file(src/tagged/off.go "//go:build !special\n\npackage tagged\n\nconst Text = \"plain-1\"\n")
write_file(src/native/native.h "#define HEADER_NUMBER 1\nint c_number(void);\nint asm_number(void);\n")
write_file(src/native/native.c "int c_number(void) { return 1; }\n")
write_file(
  src/native/native_amd64.S
  ".globl asm_number\nasm_number:\n\tmovl $1, %eax\n\tret\n.section .note.GNU-stack,\"\",%progbits\n")
write_file(
  src/native/native.go
  [[
package native

// #include "native.h"
import "C"

import "fmt"

func Text() string {
	return fmt.Sprintf("header-%d c-%d asm-%d", C.HEADER_NUMBER, C.c_number(), C.asm_number())
}
]])
write_file(
  src/cmd/one/main.go
  [[
package main

import (
	"fmt"

	"example.org/exact/data"
	"example.org/exact/native"
	"example.org/exact/shared"
	"example.org/exact/tagged"
)

func main() { fmt.Println(shared.Text, data.Text(), tagged.Text, native.Text()) }
]])
write_file(
  src/cmd/two/main.go
  [[
package main

import "example.org/exact/shared"

func main() { println(shared.Text) }
]])
# `used` stands for what depends on a result.
write_consumer(
  .
  [[
static_go_binary(one SOURCE_DIR src PACKAGES ./cmd/one ARCHITECTURES amd64 TAGS special)
static_go_binary(two SOURCE_DIR src PACKAGES ./cmd/two ARCHITECTURES amd64)
add_custom_command(OUTPUT "${CMAKE_BINARY_DIR}/used"
  COMMAND "${CMAKE_COMMAND}" -E touch "${CMAKE_BINARY_DIR}/used"
  DEPENDS "$<TARGET_FILE:one::one-amd64>" COMMENT "Using one" VERBATIM)
add_custom_target(after ALL DEPENDS "${CMAKE_BINARY_DIR}/used")
]])

# Builds; `wanted`: the targets that were built, and `used` where what depends on one ran.
function(expect_rebuilt what wanted)
  must_build(b)
  set(built "")
  foreach(target IN ITEMS one two)
    if(OUTPUT MATCHES "Building ${target} for amd64")
      list(APPEND built ${target})
    endif()
  endforeach()
  if(OUTPUT MATCHES "Using one")
    list(APPEND built used)
  endif()
  expect_equal("${built}" "${wanted}" "rebuilt after ${what}")
endfunction()

# Writes a file so that its time is newer than that of everything there.
function(edit file pattern replacement)
  execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
  file(READ "${source}/${file}" text)
  string(REPLACE "${pattern}" "${replacement}" edited "${text}")
  file(WRITE "${source}/${file}" "${edited}")
endfunction()

function(expect_output pattern)
  execute_process(COMMAND "${CASE_DIR}/b/out/amd64/one" OUTPUT_VARIABLE output)
  expect_match("${output}" "${pattern}" "what the binary says")
endfunction()

# With bubblewrap, packages are installed once: the dozen builds below take seconds each.
set(engine docker)
find_program(bwrap bwrap)
if(bwrap)
  execute_process(COMMAND "${bwrap}" --unshare-user --ro-bind / / true RESULT_VARIABLE status OUTPUT_QUIET
                                                                                              ERROR_QUIET)
  if(status EQUAL 0)
    set(engine bubblewrap)
  endif()
endif()
must_configure_alpine(. b -D STATIC_GO_BINARY_ENGINE=${engine})
expect_rebuilt("nothing was there" "one;two;used")
expect_output("shared-1 embedded-1 special-1 header-1 c-1 asm-1")
expect_rebuilt("nothing changed" "")

foreach(
  row IN
  ITEMS "shared/shared.go|shared-1|shared-2|one;two;used"
        "native/native.h|NUMBER 1|NUMBER 2|one;used"
        "native/native.c|return 1|return 2|one;used"
        "native/native_amd64.S|$1,|$2,|one;used"
        "data/a.txt|embedded-1|embedded-2|one;used"
        "tagged/on.go|special-1|special-2|one;used"
        # Left out today: its constraint could have changed, so one looks, and finds the same.
        "tagged/off.go|plain-1|plain-2|one"
        "shared/shared_test.go|shared|shared // more|"
        "README|about|more about|"
        # Every target reads go.mod; the results come out the same, and what depends on them does not run.
        "go.mod|go 1.18|go 1.18 // same|one;two")
  string(REGEX MATCH "^([^|]*)[|]([^|]*)[|]([^|]*)[|](.*)$" row "${row}")
  set(wanted "${CMAKE_MATCH_4}")
  edit("${CMAKE_MATCH_1}" "${CMAKE_MATCH_2}" "${CMAKE_MATCH_3}")
  expect_rebuilt("an edit of ${CMAKE_MATCH_1}" "${wanted}")
endforeach()
expect_output("shared-2 embedded-2 special-2 header-2 c-2 asm-2")

# Files that come and go.
execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
write_file(src/data/b.txt "embedded-too")
write_file(src/shared/more.go "package shared\n\nconst More = 1\n")
expect_rebuilt("a file was embedded and one added" "one;two;used")
expect_output("embedded-2 embedded-too")
execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
file(REMOVE "${source}/data/b.txt" "${source}/shared/more.go")
expect_rebuilt("two files were removed" "one;two;used")
expect_rebuilt("nothing changed since" "")
