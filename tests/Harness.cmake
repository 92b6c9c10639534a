# cmake -D CASE_FILE=... -D CASE_DIR=... -P Harness.cmake
#
# Runs one test case: a CMake script that makes consumer projects, configures and builds them like
# a user, and says what must come out. A failed expectation is an error; the case goes on, so that
# one run shows all of them.
cmake_minimum_required(VERSION 3.25)

# set(ALPINE_KIND ...), ...: what tests/ChooseAlpine.cmake found, for the cases that want it.
if(EXISTS "${CASE_ALPINE}")
  include("${CASE_ALPINE}")
endif()

set(FAKE_ENGINE "${PACKAGE_DIR}/tests/fake-engine/docker")
if(NOT DEFINED CASE_GENERATOR)
  set(CASE_GENERATOR Ninja)
endif()

# Ends the case as skipped: ctest shows why, and ./check says it again in its last lines. With
# CI=true, a case that says REQUIRED_IN_CI must not be skipped.
function(skip reason)
  if("REQUIRED_IN_CI" IN_LIST ARGN AND "$ENV{CI}" STREQUAL "true")
    message(FATAL_ERROR "must run where CI=true, but: ${reason}")
  endif()
  cmake_path(GET CASE_DIR PARENT_PATH cases)
  cmake_path(GET cases PARENT_PATH build)
  cmake_path(GET CASE_DIR FILENAME name)
  file(WRITE "${build}/skipped/${name}" "${reason}\n")
  message(FATAL_ERROR "SKIPPED: ${reason}")
endfunction()

function(expect condition text)
  if(NOT condition)
    message(SEND_ERROR "expected: ${text}")
  endif()
endfunction()

function(expect_equal actual wanted what)
  if(NOT actual STREQUAL wanted)
    message(SEND_ERROR "${what}: expected\n  '${wanted}'\nbut got\n  '${actual}'")
  endif()
endfunction()

# A long text goes to a file.
function(_show_mismatch what pattern text)
  string(LENGTH "${text}" length)
  if(length GREATER 3000)
    string(MAKE_C_IDENTIFIER "${what}" file)
    file(WRITE "${CASE_DIR}/mismatch/${file}" "${text}")
    set(text "the text in ${CASE_DIR}/mismatch/${file}")
  endif()
  message(SEND_ERROR "${what}\n  ${pattern}\nbut got\n${text}")
endfunction()

# CMake wraps its messages: compare without regard to white space.
function(expect_match text pattern what)
  string(REGEX REPLACE "[ \n\t]+" " " flat "${text}")
  if(NOT flat MATCHES "${pattern}")
    _show_mismatch("${what}: expected to match" "${pattern}" "${text}")
  endif()
endfunction()

function(expect_no_match text pattern what)
  string(REGEX REPLACE "[ \n\t]+" " " flat "${text}")
  if(flat MATCHES "${pattern}")
    _show_mismatch("${what}: expected not to match" "${pattern}" "${text}")
  endif()
endfunction()

function(expect_exists)
  foreach(file IN LISTS ARGN)
    if(NOT EXISTS "${file}")
      message(SEND_ERROR "expected the file ${file}")
    endif()
  endforeach()
endfunction()

function(expect_missing)
  foreach(file IN LISTS ARGN)
    if(EXISTS "${file}")
      message(SEND_ERROR "expected no file ${file}")
    endif()
  endforeach()
endfunction()

# write_file(<path below CASE_DIR> <text>)
function(write_file path text)
  file(WRITE "${CASE_DIR}/${path}" "${text}")
endfunction()

# A small Go module in <CASE_DIR>/<folder>: packages ./cmd/one and ./cmd/two, and the root package.
function(write_go_module folder)
  write_file(${folder}/go.mod "module example.org/demo\n\ngo 1.18\n")
  write_file(${folder}/main.go "package main\n\nfunc main() { println(\"demo\") }\n")
  foreach(name IN ITEMS one two)
    write_file(${folder}/cmd/${name}/main.go "package main\n\nfunc main() { println(\"${name}\") }\n")
  endforeach()
endfunction()

# A consumer: its CMakeLists.txt includes the package the vendored way and then holds `text`.
function(write_consumer folder text)
  write_file(
    ${folder}/CMakeLists.txt
    "cmake_minimum_required(VERSION 3.25)\nproject(consumer LANGUAGES NONE)\ninclude(\"${PACKAGE_DIR}/modules/StaticGoBinary.cmake\")\n${text}\n"
  )
endfunction()

# Runs a command in the environment of the fake engine; sets OUTPUT (both streams) and STATUS.
function(run)
  execute_process(
    COMMAND "${CMAKE_COMMAND}" -E env "FAKE_ENGINE_DIR=${CASE_DIR}" ${CASE_ENVIRONMENT} -- ${ARGN}
    WORKING_DIRECTORY "${CASE_DIR}"
    OUTPUT_VARIABLE output
    ERROR_VARIABLE error
    RESULT_VARIABLE status)
  set(OUTPUT "${output}${error}" PARENT_SCOPE)
  set(STATUS "${status}" PARENT_SCOPE)
endfunction()

# configure(<source folder> <build folder> [cmake arguments...]): with the fake engine unless told
# otherwise; with the elf_check that the test run built once, since building it is not what most
# cases are about.
function(configure source build)
  run("${CMAKE_COMMAND}"
      -S
      "${CASE_DIR}/${source}"
      -B
      "${CASE_DIR}/${build}"
      -G
      "${CASE_GENERATOR}"
      -D
      "STATIC_GO_BINARY_DOCKER_EXECUTABLE=${FAKE_ENGINE}"
      -D
      "STATIC_GO_BINARY_ELF_CHECK_EXECUTABLE=${CASE_ELF_CHECK}"
      -D
      STATIC_GO_BINARY_ENGINE=docker
      ${ARGN})
  set(OUTPUT "${OUTPUT}" PARENT_SCOPE)
  set(STATUS "${STATUS}" PARENT_SCOPE)
endfunction()

# The same, and it must work.
function(must_configure)
  configure(${ARGN})
  if(NOT STATUS EQUAL 0)
    message(FATAL_ERROR "configure failed:\n${OUTPUT}")
  endif()
  set(OUTPUT "${OUTPUT}" PARENT_SCOPE)
endfunction()

# build(<build folder> [cmake --build arguments...])
function(build folder)
  run("${CMAKE_COMMAND}" --build "${CASE_DIR}/${folder}" ${ARGN})
  set(OUTPUT "${OUTPUT}" PARENT_SCOPE)
  set(STATUS "${STATUS}" PARENT_SCOPE)
endfunction()

function(must_build)
  build(${ARGN})
  if(NOT STATUS EQUAL 0)
    message(FATAL_ERROR "build failed:\n${OUTPUT}")
  endif()
  set(OUTPUT "${OUTPUT}" PARENT_SCOPE)
endfunction()

# The same three with a real engine and Alpine or its stand-in (LABELS engine). All such cases share
# one cache, as one user's build trees would.
function(configure_alpine source build)
  run("${CMAKE_COMMAND}"
      -C
      "${CASE_ALPINE}"
      -S
      "${CASE_DIR}/${source}"
      -B
      "${CASE_DIR}/${build}"
      -G
      "${CASE_GENERATOR}"
      -D
      "STATIC_GO_BINARY_ELF_CHECK_EXECUTABLE=${CASE_ELF_CHECK}"
      -D
      "STATIC_GO_BINARY_CACHE_DIR=${CASE_CACHE}"
      -D
      STATIC_GO_BINARY_ENGINE=docker
      ${ARGN})
  set(OUTPUT "${OUTPUT}" PARENT_SCOPE)
  set(STATUS "${STATUS}" PARENT_SCOPE)
endfunction()

function(must_configure_alpine)
  configure_alpine(${ARGN})
  if(NOT STATUS EQUAL 0)
    message(FATAL_ERROR "configure failed:\n${OUTPUT}")
  endif()
  set(OUTPUT "${OUTPUT}" PARENT_SCOPE)
endfunction()

# The builders that docker keeps for the build trees of this case: other cases do not use them.
function(remove_builders)
  file(GLOB_RECURSE descriptions "${CASE_DIR}/docker-*.cmake")
  foreach(description IN LISTS descriptions)
    set(environment_HAS_PACKAGES FALSE)
    include("${description}")
    if(environment_HAS_PACKAGES)
      execute_process(COMMAND docker image rm --force "${environment_IMAGE}" OUTPUT_QUIET ERROR_QUIET)
    endif()
  endforeach()
endfunction()

# What the fake engine was asked since the last call of this function, one line a call;
# `pattern` selects.
function(engine_calls pattern out)
  set(calls "")
  if(EXISTS "${CASE_DIR}/calls")
    file(STRINGS "${CASE_DIR}/calls" calls REGEX "${pattern}")
    file(REMOVE "${CASE_DIR}/calls")
  endif()
  set(${out} "${calls}" PARENT_SCOPE)
endfunction()

# How often the engine ran the script since the last look, as "target-arch" words, sorted.
function(expect_runs wanted what)
  engine_calls("^run " calls)
  set(runs "")
  foreach(call IN LISTS calls)
    if(call MATCHES "label org.staticgobinary.target=([^ ]+)")
      list(APPEND runs "${CMAKE_MATCH_1}")
    endif()
  endforeach()
  list(SORT runs)
  expect_equal("${runs}" "${wanted}" "engine runs ${what}")
endfunction()

file(REMOVE_RECURSE "${CASE_DIR}")
file(MAKE_DIRECTORY "${CASE_DIR}")
include("${CASE_FILE}")
