# Inside a container with Alpine or its stand-in: engine_common.native starts this very case there.
set(ENGINE native)
if(NOT EXISTS /etc/alpine-release)
  if(NOT EXISTS /var/run/docker.sock)
    skip("this machine is not Alpine, and there is no docker to run it")
  endif()
  file(MAKE_DIRECTORY "${CASE_DIR}/inside")
  execute_process(
    COMMAND
      docker run --rm --init --mount "type=bind,source=${PACKAGE_DIR},target=/package,readonly" --mount
      "type=bind,source=${CASE_ELF_CHECK},target=/elf_check,readonly" "${IMAGE}" /bin/sh -c
      "apk add --no-progress cmake make go gcc g++ musl-dev >/tmp/apk.log 2>&1 || { cat /tmp/apk.log; exit 1; }
              elf_check=/elf_check
              if ! /elf_check --help >/dev/null 2>&1; then
                g++ -std=c++17 -O1 -o /tmp/elf_check $(ls /package/modules/StaticGoBinary/elf_check/src/*.cpp | grep -v windows) && elf_check=/tmp/elf_check
              fi
              cmake -D PACKAGE_DIR=/package -D CASE_FILE=/package/tests/cases/engine_common.cmake -D CASE_VARIANT=native -D CASE_DIR=/tmp/case/c -D CASE_GENERATOR='Unix Makefiles' -D CASE_ELF_CHECK=$elf_check -P /package/tests/Harness.cmake"
    OUTPUT_VARIABLE output
    ERROR_VARIABLE output
    RESULT_VARIABLE status)
  message(NOTICE "${output}")
  expect_equal("${status}" 0 "the case inside of Alpine")
  set(ENGINE "")
  return()
endif()

function(engine_left_over out)
  execute_process(COMMAND pgrep -f build_static.sh OUTPUT_VARIABLE processes)
  set(${out} "${processes}" PARENT_SCOPE)
endfunction()
set(INTERRUPT_WHEN "[ -e '<state>/home/started' ]")
