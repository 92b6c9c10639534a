# The newest CMake that Debian has, in a root file system of its own: the cases that show how the
# package meets CMake run there as they do here.
execute_process(COMMAND "${PACKAGE_DIR}/tests/roots/make" newest "${CASE_DIR}/root" RESULT_VARIABLE status
                OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT status EQUAL 0)
  skip("no root file system with a newer CMake can be made here: ${output}")
endif()
set(enter "${PACKAGE_DIR}/tests/roots/enter" "${CASE_DIR}/root")
execute_process(COMMAND ${enter} cmake --version OUTPUT_VARIABLE version)
expect_match("${version}" "cmake version ([4-9]|[1-9][0-9])\\." "version of the newer CMake")

# Copied, not mounted: chroot can do that, too.
foreach(name IN ITEMS CMakeLists.txt cmake docs modules templates toolchains tests test-projects README.md)
  file(COPY "${PACKAGE_DIR}/${name}" DESTINATION "${CASE_DIR}/root/tmp/package")
endforeach()
function(inside)
  execute_process(COMMAND ${enter} ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output
                  ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "in the root file system: ${ARGN}\n${output}")
  endif()
  set(OUTPUT "${output}" PARENT_SCOPE)
endfunction()
# The tests of elf_check itself want Catch2; the program is built without them.
file(REMOVE_RECURSE "${CASE_DIR}/root/tmp/package/tests/elf_check")
inside(cmake -S /tmp/package -B /tmp/build -G Ninja -D CMAKE_BUILD_TYPE=Release)
expect_no_match("${OUTPUT}" "Deprecation|Policy CMP" "configuring with ${version}")
inside(cmake --build /tmp/build --target elf_check -j 2)
inside(
  ctest
  --test-dir
  /tmp/build
  -j
  2
  --no-tests=error
  --output-on-failure
  -R
  "^(matrix[._]|consuming|packed|packages$|revision|layouts[.]|keywords|rebuild[.]|errors_of_arguments|quoting)"
)
expect_match("${OUTPUT}" "100% tests passed" "the cases with ${version}")
message(NOTICE "${OUTPUT}")
file(REMOVE_RECURSE "${CASE_DIR}/root")
