# cmake -D SOURCE_DIR=... -D BUILD_DIR=... -D PROGRAM=... -D GENERATOR=... -D MAKE_PROGRAM=...
#       -D CXX_COMPILER=... -P BuildElfCheck.cmake
#
# Builds elf_check for this machine in a build of its own: nothing of the consumer's tool chain and
# of the environment that was made for it may reach it. Silent unless it fails.
cmake_minimum_required(VERSION 3.25)

foreach(
  variable IN
  ITEMS CMAKE_TOOLCHAIN_FILE
        CMAKE_GENERATOR
        CMAKE_BUILD_TYPE
        CMAKE_CONFIG_TYPE
        CC
        CXX
        CFLAGS
        CXXFLAGS
        CPPFLAGS
        LDFLAGS
        DESTDIR
        MAKEFLAGS
        MAKELEVEL
        MFLAGS)
  unset(ENV{${variable}})
endforeach()

function(run)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE output ERROR_VARIABLE output RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    message(
      FATAL_ERROR
        "\n StaticGoBinary could not build elf_check for this machine.\n It needs a C++17 compiler for the host: install one (apt-get install g++), name it with\n STATIC_GO_BINARY_HOST_CXX_COMPILER, or name a finished elf_check with\n STATIC_GO_BINARY_ELF_CHECK_EXECUTABLE.\n${output}"
    )
  endif()
endfunction()

# Inside a multi-configuration build the helper's own is a single-configuration one.
string(REPLACE " Multi-Config" "" GENERATOR "${GENERATOR}")
set(options -G "${GENERATOR}" -D CMAKE_BUILD_TYPE=Release)
if(MAKE_PROGRAM)
  list(APPEND options -D "CMAKE_MAKE_PROGRAM=${MAKE_PROGRAM}")
endif()
if(CXX_COMPILER)
  list(APPEND options -D "CMAKE_CXX_COMPILER=${CXX_COMPILER}")
endif()
run("${CMAKE_COMMAND}" -S "${SOURCE_DIR}" -B "${BUILD_DIR}" ${options} -D
    "CMAKE_RUNTIME_OUTPUT_DIRECTORY=$<1:${BUILD_DIR}/bin>")
run("${CMAKE_COMMAND}" --build "${BUILD_DIR}" --config Release --parallel --target elf_check)
file(TOUCH "${PROGRAM}")
