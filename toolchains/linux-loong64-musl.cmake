# cmake --toolchain linux-loong64-musl.cmake: loong64 is the architecture of every static_go_binary() that names none.
# C and C++ of the project itself are compiled by loongarch64-linux-musl-gcc where it is installed.
#
# Made by cmake/WriteToolchains.cmake from the table in modules/StaticGoBinary/Architectures.cmake: edit that.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR loongarch64)
set(STATIC_GO_BINARY_TOOLCHAIN_ARCHITECTURE loong64)

find_program(STATIC_GO_BINARY_TOOLCHAIN_C NAMES loongarch64-linux-musl-gcc NO_CMAKE_FIND_ROOT_PATH)
find_program(STATIC_GO_BINARY_TOOLCHAIN_CXX NAMES loongarch64-linux-musl-g++ NO_CMAKE_FIND_ROOT_PATH)
mark_as_advanced(STATIC_GO_BINARY_TOOLCHAIN_C STATIC_GO_BINARY_TOOLCHAIN_CXX)
if(STATIC_GO_BINARY_TOOLCHAIN_C AND NOT DEFINED CMAKE_C_COMPILER)
  set(CMAKE_C_COMPILER "${STATIC_GO_BINARY_TOOLCHAIN_C}")
endif()
if(STATIC_GO_BINARY_TOOLCHAIN_CXX AND NOT DEFINED CMAKE_CXX_COMPILER)
  set(CMAKE_CXX_COMPILER "${STATIC_GO_BINARY_TOOLCHAIN_CXX}")
endif()
