# LINKAGE, STACK_SIZE and ALLOW_NEEDED, for real: what the linker made of them, as elf_check sees it.
write_file(src/go.mod "module example.org/demo\n\ngo 1.18\n")
write_file(
  src/main.go
  "package main

// static int three(void) { return 3; }
import \"C\"

func main() { println(C.three()) }
")

# made(<name> <arch> <arguments> <what elf_check's report must say>)
function(made name arch arguments pattern)
  write_consumer(${name} "static_go_binary(demo SOURCE_DIR ../src ARCHITECTURES ${arch} ${arguments})")
  must_configure_alpine(${name} ${name}/b -D STATIC_GO_BINARY_KEEP_BUILDER=ON)
  must_build(${name}/b)
  set(file "${CASE_DIR}/${name}/b/out/${arch}/demo")
  execute_process(COMMAND "${CASE_ELF_CHECK}" --verbose --arch ${arch} --allow-needed libc.musl-*
                          --allow-needed libc.so --disable interp "${file}" OUTPUT_VARIABLE report)
  expect_match("${report}" "${pattern}" "${name}")
  run("${CMAKE_CTEST_COMMAND}" --test-dir "${CASE_DIR}/${name}/b" --output-on-failure)
  expect_equal("${STATUS}" 0 "${name}: its tests: ${OUTPUT}")
  set(FILE "${file}" PARENT_SCOPE)
endfunction()

made(pie_amd64 amd64 "LINKAGE static-pie RUN_TEST x" "ELF64 amd64 static-pie")
made(pie_i386 i386 "LINKAGE static-pie RUN_TEST x" "ELF32 i386 static-pie")
made(static amd64 "STACK_SIZE 2097152 RUN_TEST x" "ELF64 amd64 static ")
execute_process(COMMAND "${CASE_ELF_CHECK}" --arch amd64 --min-stack 2097152 "${FILE}" RESULT_VARIABLE status)
expect_equal("${status}" 0 "the stack size that was asked for")
execute_process(COMMAND "${CASE_ELF_CHECK}" --arch amd64 --min-stack 4194304 "${FILE}" RESULT_VARIABLE status
                OUTPUT_QUIET)
expect_equal("${status}" 1 "a larger stack than was asked for")
made(dynamic amd64 "ALLOW_NEEDED libc.musl-* libc.so" "ELF64 amd64 dynamic")
remove_builders()
