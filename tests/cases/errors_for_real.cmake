# What real tools say when something is wrong in the source, and that our advice fits their words:
# each build fails, names the place and the way out, and leaves nothing in out/ and in docker.

write_go_module(src)
write_file(src/cmd/bad/main.go "package main\n\nfunc main() { undefinedName() }\n")
write_file(src/cmd/nolib/main.go
           "package main\n\n// #cgo LDFLAGS: -lnowhere\nimport \"C\"\n\nfunc main() {}\n")
write_file(src/cmd/noheader/main.go
           "package main\n\n// #include <nowhere.h>\nimport \"C\"\n\nfunc main() {}\n")
write_file(src/cmd/library/lib.go "package library\n")
write_file(src/cmd/nomodule/main.go "package main\n\nimport _ \"example.org/nowhere\"\n\nfunc main() {}\n")
write_file(
  src/cmd/small/main.go
  "package main\n\n// int three(void) { return 3; }\nimport \"C\"\n\nfunc main() { println(C.three()) }\n")

# fails(<name> <arguments> <what the text must say>...). Builders are kept, so that each case is
# about its own mistake and not about installing packages.
function(fails name arguments)
  write_consumer(${name} "static_go_binary(faulty SOURCE_DIR ../src ARCHITECTURES amd64 ${arguments})")
  must_configure_alpine(${name} ${name}/b -D STATIC_GO_BINARY_KEEP_BUILDER=ON)
  build(${name}/b)
  if(STATUS EQUAL 0)
    message(SEND_ERROR "${name}: the build must fail")
  endif()
  foreach(pattern IN LISTS ARGN)
    expect_match("${OUTPUT}" "${pattern}" "${name}")
  endforeach()
  file(GLOB_RECURSE results "${CASE_DIR}/${name}/b/out/*")
  expect_equal("${results}" "" "${name}: files in out/")
endfunction()

fails(compile_error "PACKAGES ./cmd/bad" "cmd/bad/main.go:3:[0-9]+: undefined: undefinedName")
fails(missing_archive "PACKAGES ./cmd/nolib" "no static libnowhere.a" "APK_PACKAGES")
fails(missing_header "PACKAGES ./cmd/noheader" "header nowhere.h is in no installed package")
fails(no_main_package "PACKAGES ./cmd/library" "One of PACKAGES is not a main package")
fails(missing_module "PACKAGES ./cmd/nomodule" "go mod tidy")
fails(unknown_package "PACKAGES ./cmd/one APK_PACKAGES libnowhere-dev" "libnowhere-dev \\(no such package\\)"
      "Alpine has no package 'libnowhere-dev'")
fails(wrong_image "PACKAGES ./cmd/one IMAGE no.such.registry.invalid/alpine"
      "no.such.registry.invalid/alpine for linux/amd64 is neither on this machine nor can it be pulled")
# A linker flag that asks for a dynamic result: gcc refuses, or elf_check does.
fails(dynamic_result "PACKAGES ./cmd/small ALLOW_NEEDED nothing.so" "NEEDED|needed" "libc")

# Nothing is left behind but the builders, which belong to whoever asked for them.
execute_process(COMMAND docker ps --all --quiet --filter label=org.staticgobinary.target=faulty-amd64
                OUTPUT_VARIABLE left)
expect_equal("${left}" "" "containers left behind")
remove_builders()
