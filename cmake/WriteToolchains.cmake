# cmake [-D TO=<folder>] -P cmake/WriteToolchains.cmake
#
# Writes toolchains/: a tool chain file for each row of the table of architectures. Run it when the
# table has changed; a test compares.
cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/../modules/StaticGoBinary/Architectures.cmake")

if(NOT DEFINED TO)
  set(TO "${CMAKE_CURRENT_LIST_DIR}/../toolchains")
endif()
_sgb_architectures(architectures)
foreach(arch IN LISTS architectures)
  _sgb_architecture(${arch} TRIPLE triple)
  _sgb_architecture(${arch} UNAME processor)
  configure_file("${CMAKE_CURRENT_LIST_DIR}/linux-musl.cmake.in" "${TO}/linux-${arch}-musl.cmake" @ONLY
                 NEWLINE_STYLE UNIX)
endforeach()
