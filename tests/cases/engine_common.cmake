# What every engine must do, driven by the variant (a file of tests/engines): build, ownership,
# read-only source, host facts, nothing left behind, interrupt, failing build, odd paths, shell.
#
# The engine's file sets ENGINE, and, by ordinary_user(), AS (a command in front, which makes the
# case an ordinary user); engine_left_over() lists what must not be there, INTERRUPT_WHEN is shell
# code that is true while a build is compiling (<state>: its state folder).
set(WORK "/tmp/static-go-binary-test.${CASE_VARIANT}")
set(TARGET "common-${CASE_VARIANT}")
set(AS "")
set(IMAGE "static-go-binary-standin/amd64:3.22")
if(ALPINE_KIND STREQUAL "real")
  set(IMAGE "docker.io/amd64/alpine:${STATIC_GO_BINARY_ALPINE_VERSION}")
endif()
execute_process(COMMAND rm -rf "${WORK}" "${WORK}.alpine")
file(MAKE_DIRECTORY "${WORK}/package")
# The package as a user has it, who may not read the folder of the tests.
file(COPY "${PACKAGE_DIR}/modules" "${PACKAGE_DIR}/templates" DESTINATION "${WORK}/package")
file(COPY_FILE "${CASE_ELF_CHECK}" "${WORK}/elf_check")
set(ALPINE "")
if(EXISTS "${CASE_ALPINE}")
  file(COPY_FILE "${CASE_ALPINE}" "${WORK}/alpine.cmake")
  set(ALPINE -C "${WORK}/alpine.cmake")
endif()

# Root tests as somebody else: what belongs to root then is a defect.
function(ordinary_user group)
  execute_process(COMMAND id -u OUTPUT_VARIABLE uid OUTPUT_STRIP_TRAILING_WHITESPACE)
  find_program(setpriv setpriv)
  if(uid EQUAL 0 AND setpriv)
    set(AS setpriv --reuid 12345 --regid 12345 --groups ${group} env "HOME=${WORK}" PARENT_SCOPE)
    set(uid 12345)
    execute_process(COMMAND chown -R 12345:12345 "${WORK}")
  endif()
  set(UID ${uid} PARENT_SCOPE)
endfunction()

set(UID 0)
include("${PACKAGE_DIR}/tests/engines/${CASE_VARIANT}.cmake")
if(ENGINE STREQUAL "")
  return()
endif()
# The stand-in lies in the caller's own cache folder, which nobody else may enter.
if(ALPINE_KIND STREQUAL "stand-in" AND NOT ALPINE STREQUAL "")
  string(REPLACE "<ARCH>" amd64 rootfs "${STATIC_GO_BINARY_ROOTFS}")
  file(REAL_PATH "${rootfs}" rootfs)
  file(MAKE_DIRECTORY "${WORK}.alpine")
  file(CREATE_LINK "${rootfs}" "${WORK}.alpine/standin-amd64.tar" COPY_ON_ERROR)
  file(READ "${WORK}/alpine.cmake" text)
  string(REPLACE "${STATIC_GO_BINARY_ROOTFS}" "${WORK}.alpine/standin-<ARCH>.tar" text "${text}")
  file(WRITE "${WORK}/alpine.cmake" "${text}")
endif()

# consumer(<folder> <main.go> [keywords...])
function(consumer folder main)
  file(MAKE_DIRECTORY "${WORK}/${folder}")
  list(JOIN ARGN " " keywords)
  file(
    WRITE "${WORK}/${folder}/CMakeLists.txt"
    "cmake_minimum_required(VERSION 3.25)
project(consumer LANGUAGES NONE)
include(\"${WORK}/package/modules/StaticGoBinary.cmake\")
static_go_binary(${TARGET} SOURCE_DIR src OUTPUT_NAME demo ARCHITECTURES amd64 ${keywords})\n")
  file(WRITE "${WORK}/${folder}/src/go.mod" "module example.org/demo\n\ngo 1.18\n")
  file(WRITE "${WORK}/${folder}/src/main.go" "${main}")
  if(NOT AS STREQUAL "")
    execute_process(COMMAND chown -R 12345:12345 "${WORK}/${folder}")
  endif()
endfunction()

# A tool that go runs in front of its compiler.
function(tool folder text)
  file(WRITE "${WORK}/${folder}/src/tool.sh" "#!/bin/sh\n${text}\n")
  file(CHMOD "${WORK}/${folder}/src/tool.sh" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ
       GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
  if(NOT AS STREQUAL "")
    execute_process(COMMAND chown 12345:12345 "${WORK}/${folder}/src/tool.sh")
  endif()
endfunction()

function(engine_configure folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "GENERATOR" "")
  if(NOT arg_GENERATOR)
    set(arg_GENERATOR "${CASE_GENERATOR}")
  endif()
  run(${AS}
      "${CMAKE_COMMAND}"
      ${ALPINE}
      -S
      "${WORK}/${folder}"
      -B
      "${WORK}/${folder}/b"
      -G
      "${arg_GENERATOR}"
      -D
      "STATIC_GO_BINARY_ELF_CHECK_EXECUTABLE=${WORK}/elf_check"
      -D
      "STATIC_GO_BINARY_ENGINE=${ENGINE}"
      -D
      "STATIC_GO_BINARY_CACHE_DIR=${WORK}/cache"
      ${arg_UNPARSED_ARGUMENTS})
  expect_equal("${STATUS}" 0 "configure ${folder}: ${OUTPUT}")
endfunction()

function(engine_build folder)
  run(${AS} "${CMAKE_COMMAND}" --build "${WORK}/${folder}/b" ${ARGN})
  set(OUTPUT "${OUTPUT}" PARENT_SCOPE)
  set(STATUS "${STATUS}" PARENT_SCOPE)
endfunction()

function(expect_nothing_left what)
  foreach(try RANGE 50)
    engine_left_over(left)
    if(left STREQUAL "")
      return()
    endif()
    execute_process(COMMAND sleep 0.2)
  endforeach()
  message(SEND_ERROR "left behind after ${what}: ${left}")
endfunction()

function(expect_owner)
  execute_process(COMMAND find "${WORK}" ! -user ${UID} OUTPUT_VARIABLE strangers COMMAND_ERROR_IS_FATAL ANY)
  expect_equal("${strangers}" "" "files that are not the caller's")
endfunction()

set(program
    "package main\n\n// int answer(void) { return 42; }\nimport \"C\"\n\nfunc main() { println(C.answer()) }\n"
)

# ---- build, ownership, nothing left ---------------------------------------------------------------
consumer(plain "${program}")
engine_configure(plain)
engine_build(plain)
expect_equal("${STATUS}" 0 "build: ${OUTPUT}")
run("${WORK}/plain/b/out/amd64/demo")
expect_match("${OUTPUT}" "42" "the binary")
expect_owner()
expect_nothing_left("a build")
engine_build(plain)
expect_match("${OUTPUT}" "no work to do|Built target" "second build")
expect_no_match("${OUTPUT}" "compiling" "second build")

# ---- shell ----------------------------------------------------------------------------------------
find_program(script script)
if(script AND NOT CASE_VARIANT MATCHES "remote")
  execute_process(
    COMMAND ${CMAKE_COMMAND} -E echo "ls go.mod && echo in-the-\"shell\"\nexit"
    COMMAND "${CMAKE_COMMAND}" -E env ${CASE_ENVIRONMENT} -- ${AS} script -qc
            "cmake --build '${WORK}/plain/b' --target ${TARGET}-shell-amd64" /dev/null
    OUTPUT_VARIABLE output
    ERROR_VARIABLE output
    TIMEOUT 120)
  expect_match("${output}" "in-the-shell" "shell")
  expect_nothing_left("a shell")
endif()

# ---- a failing build ------------------------------------------------------------------------------
consumer(failing "package main\n\nfunc main() { x }\n" CGO OFF)
engine_configure(failing)
engine_build(failing)
expect(STATUS "a compile error must fail the build")
expect_match("${OUTPUT}" "main.go:3" "failing build")
expect_missing("${WORK}/failing/b/out/amd64/demo")
expect_nothing_left("a failing build")

# ---- read-only source, and what the compiler sees of host and network ------------------------------
if(NOT CASE_VARIANT MATCHES "remote|native")
  set(bundle "${WORK}/bundle.pem")
  file(WRITE "${bundle}" "# the bundle of the test\n")
  foreach(file IN ITEMS /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt)
    if(EXISTS "${file}")
      file(READ "${file}" text)
      file(APPEND "${bundle}" "${text}")
      break()
    endif()
  endforeach()
  file(WRITE "${WORK}/netrc" "machine example.org login me password very-secret\n")
  if(NOT AS STREQUAL "")
    execute_process(COMMAND chown 12345:12345 "${bundle}" "${WORK}/netrc")
  endif()
  set(agent "${WORK}/agent")
  execute_process(COMMAND ${AS} ssh-agent -a "${agent}" OUTPUT_VARIABLE agent_output ERROR_QUIET)
  string(REGEX MATCH "SSH_AGENT_PID=([0-9]+)" found "${agent_output}")
  set(agent_pid "${CMAKE_MATCH_1}")
  set(facts -D "STATIC_GO_BINARY_CA_BUNDLE=${bundle}" -D "STATIC_GO_BINARY_NETRC=${WORK}/netrc")
  if(agent_pid)
    list(APPEND facts -D STATIC_GO_BINARY_SSH_AGENT=ON)
  endif()
  consumer(facts "${program}" NETWORK none GO_FLAGS -toolexec=/source/tool.sh)
  tool(
    facts
    "( : >/source/evil ) 2>/dev/null
cat /proc/net/dev >\"$HOME/seen.net\"
env >\"$HOME/seen.env\"
head -n 1 \"$SSL_CERT_FILE\" >\"$HOME/seen.ca\"
cat \"$HOME/.netrc\" >\"$HOME/seen.netrc\"
if [ -S \"\${SSH_AUTH_SOCK-}\" ]; then echo yes; fi >\"$HOME/seen.agent\"
exec \"$@\"")
  file(GLOB_RECURSE before "${WORK}/facts/src/*")
  set(saved ${CASE_ENVIRONMENT})
  list(APPEND CASE_ENVIRONMENT "FTP_PROXY=http://me:also-secret@proxy.invalid" "GOPRIVATE=example.com"
       "SSH_AUTH_SOCK=${agent}" "UNWANTED_VARIABLE=of-the-host")
  engine_configure(facts ${facts})
  engine_build(facts)
  set(CASE_ENVIRONMENT ${saved})
  expect_equal("${STATUS}" 0 "build with host facts: ${OUTPUT}")
  file(GLOB_RECURSE after "${WORK}/facts/src/*")
  expect_equal("${after}" "${before}" "files in the source")
  set(state "${WORK}/facts/b/static_go_binary/${TARGET}/amd64")
  foreach(name IN ITEMS net env ca netrc agent)
    set(seen_${name} "")
    if(EXISTS "${state}/home/seen.${name}")
      file(READ "${state}/home/seen.${name}" seen_${name})
    endif()
  endforeach()
  expect_match("${seen_net}" "lo:" "interfaces while compiling")
  expect_no_match("${seen_net}" "eth|tap|wlan|en[ops][0-9]" "interfaces while compiling")
  expect_match("${seen_env}" "FTP_PROXY=http://me:also-secret@proxy.invalid" "proxies")
  expect_match("${seen_env}" "GOPRIVATE=example.com" "Go's settings")
  expect_no_match("${seen_env}" "UNWANTED_VARIABLE" "the environment of the compiler")
  expect_match("${seen_ca}" "the bundle of the test" "certificates")
  expect_match("${seen_netrc}" "very-secret" "netrc")
  if(agent_pid)
    expect_match("${seen_agent}" "yes" "ssh agent")
    execute_process(COMMAND kill ${agent_pid})
  endif()
  # What the tool itself noted does not count.
  file(REMOVE "${state}/home/seen.env" "${state}/home/seen.netrc")
  execute_process(COMMAND grep -rlE "very-secret|also-secret" "${WORK}/facts/b" OUTPUT_VARIABLE leaks)
  expect_equal("${leaks}" "" "files with secrets in them")
endif()

# ---- interrupts -----------------------------------------------------------------------------------
# interrupted(<folder> <generator> <signal> <group or process>)
function(interrupted folder generator signal whom)
  set(place /source)
  if(ENGINE STREQUAL "native")
    set(place "${WORK}/${folder}/src")
  endif()
  consumer(${folder} "${program}" GO_FLAGS "-toolexec=${place}/tool.sh")
  tool(${folder} ": >\"$HOME/started\"\nexec sleep 60")
  engine_configure(${folder} GENERATOR "${generator}")
  string(REPLACE "<state>" "${WORK}/${folder}/b/static_go_binary/${TARGET}/amd64" condition
                 "${INTERRUPT_WHEN}")
  run("${PACKAGE_DIR}/tests/engines/interrupt.sh" ${signal} ${whom} "${condition}" ${AS} "${CMAKE_COMMAND}"
      --build "${WORK}/${folder}/b")
  expect_equal("${STATUS}" 0 "${folder}: ${OUTPUT}")
  expect_no_match("${OUTPUT}" "ended with 0" "${folder}")
  expect_nothing_left("${signal} to the ${whom} of ${generator}")
  expect_missing("${WORK}/${folder}/b/out/amd64/demo")
endfunction()

if(CASE_GENERATOR STREQUAL "Ninja")
  interrupted(int-ninja Ninja INT group)
  # What was interrupted can be built.
  tool(int-ninja "exec \"$@\"")
  engine_build(int-ninja)
  expect_equal("${STATUS}" 0 "build after an interrupt: ${OUTPUT}")
endif()
interrupted(term-make "Unix Makefiles" TERM group)

# ---- odd paths ------------------------------------------------------------------------------------
if(CASE_GENERATOR STREQUAL "Ninja")
  foreach(odd IN ITEMS "with space, comma: ä" "both 'quotes' and \"quotes\"")
    consumer("${odd}" "${program}")
    engine_configure("${odd}")
    engine_build("${odd}")
    expect_equal("${STATUS}" 0 "build in '${odd}': ${OUTPUT}")
    expect_exists("${WORK}/${odd}/b/out/amd64/demo")
    engine_build("${odd}")
    # Ninja itself cannot read quotes in a dependency file, and builds again.
    if(NOT odd MATCHES "quotes")
      expect_match("${OUTPUT}" "no work to do" "second build in '${odd}'")
    endif()
  endforeach()
endif()

expect_owner()
if(COMMAND engine_end)
  engine_end()
endif()
# What an ordinary user built, he can delete.
execute_process(COMMAND ${AS} rm -rf "${WORK}/cache" RESULT_VARIABLE status ERROR_VARIABLE error)
expect_equal("${status}" 0 "rm -rf of the cache: ${error}")
execute_process(COMMAND rm -rf "${WORK}" "${WORK}.alpine")
