# The ctest tests of the results.
include_guard(GLOBAL)

# CTest's own switch, and the call's.
function(_sgb_want_tests out)
  set(${out} TRUE PARENT_SCOPE)
  if(request_NO_TESTS OR (DEFINED BUILD_TESTING AND NOT BUILD_TESTING))
    set(${out} FALSE PARENT_SCOPE)
  endif()
endfunction()

# Deferred to the end of the directory, since enable_testing() sets a variable of the calling scope.
function(_sgb_enable_testing)
  _sgb_want_tests(wanted)
  if(wanted)
    cmake_language(DEFER CALL enable_testing)
  endif()
endfunction()

# <target>-<arch>.<binary>.static: the check. With RUN_TEST also .runs: in an empty root, and
# .runs-on-<system> for each system of RUN_ON.
function(_sgb_tests target arch binary file elf_check elf_check_options)
  _sgb_want_tests(wanted)
  if(NOT wanted)
    return()
  endif()
  set(name "${target}-${arch}.${binary}")
  add_test(NAME "${name}.static" COMMAND "${elf_check}" ${elf_check_options} "${file}")
  if(request_RUN_TEST STREQUAL "")
    return()
  endif()
  _sgb_run_test("${name}.runs" ${arch} "${file}" "")
  foreach(system IN LISTS request_RUN_ON)
    _sgb_expand_placeholders("${system}" ${arch} place)
    string(REGEX REPLACE "[^A-Za-z0-9._-]+" "-" suffix "${system}")
    _sgb_run_test("${name}.runs-on-${suffix}" ${arch} "${file}" "${place}")
  endforeach()
endfunction()

function(_sgb_run_test name arch file system)
  get_property(modules GLOBAL PROPERTY _SGB_MODULE_DIR)
  _sgb_architecture(${arch} PLATFORM platform)
  add_test(
    NAME "${name}"
    COMMAND
      "${CMAKE_COMMAND}" -D "BINARY=${file}" -D "SYSTEM=${system}" -D "ARCH=${arch}" -D
      "PLATFORM=${platform}" -D "WORK_DIR=${CMAKE_CURRENT_BINARY_DIR}/static_go_binary/run/${name}" -D
      "DOCKER=${STATIC_GO_BINARY_DOCKER_EXECUTABLE}" -P "${modules}/RunTest.cmake" -- ${request_RUN_TEST})
  # What this machine cannot run is skipped, not passed.
  set_tests_properties("${name}" PROPERTIES SKIP_REGULAR_EXPRESSION "SKIPPED: ")
endfunction()
