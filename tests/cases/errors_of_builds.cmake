# A build that fails says what, where and what to do, exits with an error, and leaves nothing in
# out/. What the engine or the tools say is played by the fake engine; the real texts are checked
# by the engine tests.

write_go_module(src)
write_consumer(. "static_go_binary(demo SOURCE_DIR src PACKAGES ./cmd/one ARCHITECTURES amd64)")

# bad_build(<name> <environment of the fake engine> <what the text must say>...)
function(bad_build name environment)
  must_configure(. ${name})
  set(CASE_ENVIRONMENT ${environment})
  build(${name})
  if(STATUS EQUAL 0)
    message(SEND_ERROR "${name}: the build must fail")
  endif()
  foreach(pattern IN LISTS ARGN)
    expect_match("${OUTPUT}" "${pattern}" "${name}")
  endforeach()
  expect_missing("${CASE_DIR}/${name}/out/amd64/one" "${CASE_DIR}/${name}/out/amd64/one.new")
endfunction()

bad_build(
  daemon_down
  "FAKE_ENGINE_FAIL=info;FAKE_ENGINE_ERROR=Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?"
  "static_go_binary\\(demo\\), amd64: the engine docker does not work"
  "Start it"
  "build.log")
bad_build(image_not_to_be_had "FAKE_ENGINE_FAIL=image"
          "the image docker.io/amd64/alpine:3.23 is not for linux/amd64")
bad_build(
  unknown_apk_package
  "FAKE_ENGINE_FAIL=run;FAKE_ENGINE_ERROR=ERROR: unable to select packages:\\n  libfoo (no such package):\\n    required by: world[libfoo]"
  "the build failed"
  "Alpine has no package 'libfoo'")
bad_build(compile_error "FAKE_ENGINE_FAIL=run;FAKE_ENGINE_ERROR=cmd/one/main.go:3:15: undefined: x"
          "cmd/one/main.go:3:15: undefined: x")
bad_build(missing_archive
          "FAKE_ENGINE_FAIL=run;FAKE_ENGINE_ERROR=/usr/bin/ld: cannot find -lpcap: No such file or directory"
          "no static libpcap.a" "libpcap-dev, pcap-dev, pcap-static or pcap-libs-static")
bad_build(missing_header
          "FAKE_ENGINE_FAIL=run;FAKE_ENGINE_ERROR=fatal error: pcap/pcap.h: No such file or directory"
          "header pcap/pcap.h is in no installed package")
bad_build(wrong_machine "FAKE_ENGINE_FAIL=run;FAKE_ENGINE_ERROR=exec /bin/sh: exec format error"
          "Install an emulator")

# A result that is dynamic, or for another machine, never arrives in out/.
find_program(dynamic NAMES sh REQUIRED)
file(REAL_PATH "${dynamic}" dynamic)
bad_build(dynamic_result "FAKE_ENGINE_ELF=${dynamic}" "NEEDED|needed" "libc.so")
run("${PACKAGE_DIR}/tests/fake-engine/make-elf" s390x)
execute_process(COMMAND "${PACKAGE_DIR}/tests/fake-engine/make-elf" s390x OUTPUT_FILE "${CASE_DIR}/s390x.elf")
bad_build(result_for_another_machine "FAKE_ENGINE_ELF=${CASE_DIR}/s390x.elf" "amd64")
