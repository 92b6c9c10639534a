# One row of tests/MatrixRows.cmake: a consumer of that kind configures, builds, has nothing to do
# the second time, and gets the architecture that its tool chain names.
include("${PACKAGE_DIR}/tests/MatrixRows.cmake")
set(row "${MATRIX_ROWS}")
list(FILTER row INCLUDE REGEX "^${CASE_VARIANT}\\|")
string(REPLACE "|" ";" row "${row}")
list(POP_FRONT row name generator languages toolchain folder way elf_check)

set(CASE_GENERATOR_of_ninja Ninja)
set(CASE_GENERATOR_of_make "Unix Makefiles")
set(CASE_GENERATOR_of_multi "Ninja Multi-Config")
set(CASE_GENERATOR "${CASE_GENERATOR_of_${generator}}")
set(folder_of_plain plain)
set(folder_of_spaces "with  two spaces")
set(folder_of_unicode "Grüße-из-日本")
set(folder "${folder_of_${folder}}")

# What each tool chain makes of a call that names no architecture.
include("${PACKAGE_DIR}/modules/StaticGoBinary/Architectures.cmake")
_sgb_host_architecture(arch_of_native)
set(arch_of_ours s390x)
set(arch_of_foreign arm64)
set(arch ${arch_of_${toolchain}})
set(arguments "")
if(toolchain STREQUAL "ours")
  set(arguments --toolchain "${PACKAGE_DIR}/toolchains/linux-s390x-musl.cmake")
elseif(toolchain STREQUAL "foreign")
  # It hides ninja and make from CMake, too.
  set(program_of_ninja ninja)
  set(program_of_make make)
  set(program_of_multi ninja)
  find_program(make_program NAMES ${program_of_${generator}} REQUIRED)
  set(arguments --toolchain "${PACKAGE_DIR}/tests/toolchains/foreign-arm64.cmake" -D
                "CMAKE_MAKE_PROGRAM=${make_program}")
endif()

# A copy of the package in a folder like the consumer's.
function(copy_package to)
  file(MAKE_DIRECTORY "${to}")
  file(COPY "${PACKAGE_DIR}/CMakeLists.txt" "${PACKAGE_DIR}/cmake" "${PACKAGE_DIR}/modules"
            "${PACKAGE_DIR}/templates" "${PACKAGE_DIR}/toolchains" DESTINATION "${to}")
endfunction()

# An install prefix that is moved before anybody looks into it.
function(install_package to)
  run("${CMAKE_COMMAND}" -S "${PACKAGE_DIR}" -B "${CASE_DIR}/package" -G Ninja -D STATIC_GO_BINARY_TESTS=OFF)
  run("${CMAKE_COMMAND}" --install "${CASE_DIR}/package" --prefix "${CASE_DIR}/first prefix")
  expect_equal("${STATUS}" 0 "installing the package: ${OUTPUT}")
  file(RENAME "${CASE_DIR}/first prefix" "${to}")
  file(GLOB_RECURSE files "${to}/share/*.cmake")
  foreach(file IN LISTS files)
    file(READ "${file}" text)
    string(FIND "${text}" "${CASE_DIR}" position)
    expect_equal("${position}" -1 "place in ${file} that names the folder it was installed from")
  endforeach()
endfunction()

set(consume "")
if(way STREQUAL "installed")
  set(prefix "${CASE_DIR}/${folder}/moved prefix")
  file(MAKE_DIRECTORY "${CASE_DIR}/${folder}")
  install_package("${prefix}")
  set(consume
      "find_package(StaticGoBinary 0.1 CONFIG REQUIRED)
if(NOT StaticGoBinary_VERSION VERSION_EQUAL STATIC_GO_BINARY_VERSION)
  message(FATAL_ERROR \"find_package says version '\${StaticGoBinary_VERSION}'\")
endif()")
  # Where the tool chain file confines packages to the target's system, a prefix would be looked for in there.
  list(APPEND arguments -D "StaticGoBinary_DIR=${prefix}/share/cmake/StaticGoBinary")
  if(NOT toolchain STREQUAL "foreign")
    list(POP_BACK arguments)
    list(POP_BACK arguments)
    list(APPEND arguments -D "CMAKE_PREFIX_PATH=${prefix}")
  endif()
else()
  copy_package("${CASE_DIR}/${folder}/vendored copy")
  set(copy "\${CMAKE_CURRENT_SOURCE_DIR}/vendored copy")
  set(consume_of_fetched
      "include(FetchContent)
FetchContent_Declare(StaticGoBinary SOURCE_DIR \"${copy}\")
FetchContent_MakeAvailable(StaticGoBinary)")
  set(consume_of_overriding
      "include(FetchContent)
FetchContent_Declare(StaticGoBinary SOURCE_DIR \"${copy}\" OVERRIDE_FIND_PACKAGE)
find_package(StaticGoBinary 0.1 REQUIRED)")
  set(consume_of_added "add_subdirectory(\"vendored copy\" package EXCLUDE_FROM_ALL)")
  set(consume_of_included "include(\"vendored copy/modules/StaticGoBinary.cmake\")")
  set(consume_of_path "list(APPEND CMAKE_MODULE_PATH \"${copy}/modules\")\ninclude(StaticGoBinary)")
  set(consume "${consume_of_${way}}")
endif()

write_go_module("${folder}/src")
# Asked for twice, as two parts of a project do.
write_file(
  "${folder}/CMakeLists.txt"
  "cmake_minimum_required(VERSION 3.25)
project(consumer LANGUAGES ${languages})
${consume}
${consume}
static_go_binary(demo SOURCE_DIR src PACKAGES ./cmd/one ./cmd/two)
")
if(way STREQUAL "added")
  file(READ "${CASE_DIR}/${folder}/CMakeLists.txt" text)
  string(REPLACE "${consume}\n${consume}" "${consume}" text "${text}")
  file(WRITE "${CASE_DIR}/${folder}/CMakeLists.txt" "${text}")
endif()

if(elf_check STREQUAL "built")
  list(APPEND arguments -U STATIC_GO_BINARY_ELF_CHECK_EXECUTABLE)
endif()
must_configure("${folder}" "${folder}/build" ${arguments})
expect_no_match("${OUTPUT}" "Warning" "configuring")
if(elf_check STREQUAL "built")
  # What a shell exports for the target must not reach a program for this machine.
  set(CASE_ENVIRONMENT
      CC=/nowhere/cc CXX=/nowhere/c++ CFLAGS=--bad CXXFLAGS=--bad LDFLAGS=--bad
      CMAKE_TOOLCHAIN_FILE=/nowhere/toolchain.cmake CMAKE_GENERATOR=Nonsense CMAKE_BUILD_TYPE=Nonsense)
endif()
must_build("${folder}/build" -j 2)
set(out "${CASE_DIR}/${folder}/build/out/${arch}")
expect_exists("${out}/one" "${out}/two")
execute_process(COMMAND "${CASE_ELF_CHECK}" --static --arch ${arch} "${out}/one" "${out}/two"
                RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
expect_equal("${status}" 0 "results for ${arch}: ${output}")
expect_runs("demo-${arch}" "of the first build")

must_build("${folder}/build")
expect_runs("" "of the second build")
expect_no_match("${OUTPUT}" "Building|Checking" "second build")
if(CASE_GENERATOR MATCHES "Ninja")
  expect_match("${OUTPUT}" "no work to do" "second build")
endif()

# elf_check runs on this machine, whatever the project is for.
run("${CMAKE_CTEST_COMMAND}" --test-dir "${CASE_DIR}/${folder}/build" -C Debug -R "\\.static$")
expect_match("${OUTPUT}" "100% tests passed, 0 tests failed out of 2" "ctest of the consumer")
