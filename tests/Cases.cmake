# How a test case is made a ctest test.

# add_case(<name> [LABELS <label>...] [TIMEOUT <seconds>] [VARIABLES <name>=<value>...])
#
# Runs cases/<file>.cmake, where <name> is <file> or <file>.<variant>, in a work folder of its own
# with Harness.cmake loaded. The script sees the VARIABLES and CASE_VARIANT.
function(add_case name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "RUN_SERIAL" "TIMEOUT" "LABELS;VARIABLES")
  string(REGEX MATCH "^[^.]+" file "${name}")
  string(REGEX REPLACE "^[^.]+\\.?(.*)$" "\\1" variant "${name}")
  set(definitions "")
  foreach(variable IN LISTS arg_VARIABLES)
    list(APPEND definitions -D "${variable}")
  endforeach()
  add_test(
    NAME ${name}
    COMMAND
      "${CMAKE_COMMAND}" -D "PACKAGE_DIR=${PROJECT_SOURCE_DIR}" -D
      "CASE_FILE=${PROJECT_SOURCE_DIR}/tests/cases/${file}.cmake" -D "CASE_VARIANT=${variant}" -D
      "CASE_DIR=${PROJECT_BINARY_DIR}/cases/${name}" -D "CASE_ELF_CHECK=$<TARGET_FILE:elf_check>" -D
      "CASE_ALPINE=${PROJECT_BINARY_DIR}/alpine.cmake" -D "CASE_CACHE=${PROJECT_BINARY_DIR}/engine-cache"
      ${definitions} -P "${PROJECT_SOURCE_DIR}/tests/Harness.cmake")
  set(timeout 120)
  if(arg_TIMEOUT)
    set(timeout ${arg_TIMEOUT})
  endif()
  set(labels quick)
  if(arg_LABELS)
    set(labels "${arg_LABELS}")
  endif()
  if("engine" IN_LIST labels)
    # Everything of `ctest -L alpine` needs Alpine, or its stand-in, first.
    list(APPEND labels alpine)
    set_tests_properties(${name} PROPERTIES FIXTURES_REQUIRED alpine)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${timeout} LABELS "${labels}" SKIP_REGULAR_EXPRESSION
                                          "SKIPPED:")
  if(arg_RUN_SERIAL)
    set_tests_properties(${name} PROPERTIES RUN_SERIAL TRUE)
  endif()
endfunction()

# Finds or makes Alpine for all cases with the label `engine`. The variable decides for `auto`.
function(add_alpine_fixture)
  set(STATIC_GO_BINARY_TEST_ALPINE auto
      CACHE STRING "What the engine tests run with: real Alpine, its stand-in, or auto")
  set_property(CACHE STATIC_GO_BINARY_TEST_ALPINE PROPERTY STRINGS auto real stand-in)
  add_test(
    NAME alpine
    COMMAND "${CMAKE_COMMAND}" -D "OUT=${PROJECT_BINARY_DIR}/alpine.cmake" -D
            "ALPINE=${STATIC_GO_BINARY_TEST_ALPINE}" -P "${PROJECT_SOURCE_DIR}/tests/ChooseAlpine.cmake")
  set_tests_properties(alpine PROPERTIES FIXTURES_SETUP alpine LABELS "engine;alpine" TIMEOUT 1200)
endfunction()
