# elf_check, the judge of the results: built for this machine, in a build of its own, by the
# consumer's build on first use, whatever the consumer's languages, tool chain and environment are.
include_guard(GLOBAL)

# Defines the rule once per project. `file`: the program; `target`: what to depend on, empty where
# STATIC_GO_BINARY_ELF_CHECK_EXECUTABLE names a program that is there already.
function(_sgb_elf_check_rule file target)
  if(STATIC_GO_BINARY_ELF_CHECK_EXECUTABLE)
    set(${file} "${STATIC_GO_BINARY_ELF_CHECK_EXECUTABLE}" PARENT_SCOPE)
    set(${target} "" PARENT_SCOPE)
    return()
  endif()
  set(build_dir "${CMAKE_BINARY_DIR}/static_go_binary/elf_check")
  set(program "${build_dir}/bin/elf_check")
  if(CMAKE_HOST_WIN32)
    string(APPEND program .exe)
  endif()
  if(NOT TARGET static-go-elf-check)
    _sgb_define_elf_check("${build_dir}" "${program}")
  endif()
  set(${file} "${program}" PARENT_SCOPE)
  set(${target} static-go-elf-check PARENT_SCOPE)
endfunction()

function(_sgb_define_elf_check build_dir program)
  get_property(modules GLOBAL PROPERTY _SGB_MODULE_DIR)
  set(source_dir "${modules}/elf_check")
  file(GLOB sources "${source_dir}/src/*" "${source_dir}/CMakeLists.txt")
  add_custom_command(
    OUTPUT "${program}"
    COMMAND
      "${CMAKE_COMMAND}" -D "SOURCE_DIR=${source_dir}" -D "BUILD_DIR=${build_dir}" -D
      "GENERATOR=${CMAKE_GENERATOR}" -D "MAKE_PROGRAM=${CMAKE_MAKE_PROGRAM}" -D
      "CXX_COMPILER=${STATIC_GO_BINARY_HOST_CXX_COMPILER}" -D "PROGRAM=${program}" -P
      "${modules}/BuildElfCheck.cmake"
    DEPENDS ${sources} "${modules}/BuildElfCheck.cmake"
    COMMENT "Building elf_check for this machine"
    VERBATIM)
  add_custom_target(static-go-elf-check DEPENDS "${program}")
endfunction()

# The options of elf_check for the results of a request on `arch`.
function(_sgb_elf_check_options arch out)
  set(options --static --arch ${arch})
  if(request_ALLOW_NEEDED STREQUAL "")
    list(APPEND options --linkage ${request_LINKAGE})
  else()
    foreach(glob IN LISTS request_ALLOW_NEEDED)
      list(APPEND options --allow-needed "${glob}")
    endforeach()
    # Who needs a shared library needs the loader too.
    list(APPEND options --disable interp)
  endif()
  if(NOT request_STACK_SIZE STREQUAL "")
    list(APPEND options --min-stack ${request_STACK_SIZE})
  endif()
  set(${out} "${options}" PARENT_SCOPE)
endfunction()
