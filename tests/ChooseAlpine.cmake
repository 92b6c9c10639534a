# cmake -D OUT=<file> [-D ALPINE=<auto|real|stand-in>] [-D "ARCHITECTURES=..."] -P ChooseAlpine.cmake
#
# Alpine itself where it can be had, else the offline stand-in of tests/standin, made now if need
# be. Without OUT it only says which. Writes an initial cache (cmake -C) that makes a consumer use it, with the further variables
#   ALPINE_KIND   real or stand-in, for what is to be said about it
cmake_minimum_required(VERSION 3.25)

if(NOT DEFINED ALPINE)
  set(ALPINE auto)
endif()
if(NOT DEFINED ARCHITECTURES)
  set(ARCHITECTURES amd64 i386)
endif()
set(release 3.22)

# The container engine that ENGINE auto would take; empty where it would take none.
function(find_container_engine out)
  set(${out} "" PARENT_SCOPE)
  foreach(engine IN ITEMS docker podman)
    execute_process(COMMAND ${engine} info RESULT_VARIABLE status TIMEOUT 20 OUTPUT_QUIET ERROR_QUIET)
    if(status EQUAL 0)
      set(${out} ${engine} PARENT_SCOPE)
      return()
    endif()
  endforeach()
endfunction()

# With an engine, what counts is whether it can have the image; without, whether the mirror is there.
function(can_have_alpine out)
  find_container_engine(engine)
  if(engine)
    execute_process(COMMAND ${engine} pull --quiet docker.io/amd64/alpine:${release} RESULT_VARIABLE status
                    TIMEOUT 60 OUTPUT_QUIET ERROR_QUIET)
  else()
    file(DOWNLOAD https://dl-cdn.alpinelinux.org/alpine/v${release}/releases/x86_64/latest-releases.yaml
         TIMEOUT 20 STATUS result)
    list(GET result 0 status)
  endif()
  if(status EQUAL 0)
    set(${out} TRUE PARENT_SCOPE)
  else()
    set(${out} FALSE PARENT_SCOPE)
  endif()
endfunction()

# Makes the stand-ins; `rootfs`: their tarball's path with <ARCH> in it.
function(make_stand_ins rootfs)
  set(options "")
  find_container_engine(engine)
  if(engine)
    list(APPEND options --${engine})
  endif()
  execute_process(COMMAND "${CMAKE_CURRENT_LIST_DIR}/standin/make" ${options} ${ARCHITECTURES}
                  OUTPUT_VARIABLE tarballs OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX REPLACE "\n.*" "" tarball "${tarballs}")
  list(GET ARCHITECTURES 0 first)
  string(REPLACE "-${first}" "-<ARCH>" tarball "${tarball}")
  set(${rootfs} "${tarball}" PARENT_SCOPE)
endfunction()

if(ALPINE STREQUAL "auto")
  can_have_alpine(real)
  if(real)
    set(ALPINE real)
  else()
    set(ALPINE stand-in)
  endif()
endif()

if(NOT DEFINED OUT)
  message(NOTICE "${ALPINE}")
  return()
endif()

set(cache "set(ALPINE_KIND ${ALPINE} CACHE STRING \"Alpine itself, or its offline stand-in\")
set(STATIC_GO_BINARY_ALPINE_VERSION ${release} CACHE STRING \"\")\n")
if(ALPINE STREQUAL "stand-in")
  message(NOTICE
          "No Alpine image and no Alpine mirror within reach: using the offline stand-in of tests/standin")
  make_stand_ins(rootfs)
  string(APPEND cache
         "set(STATIC_GO_BINARY_IMAGE \"static-go-binary-standin/<ARCH>:<ALPINE_VERSION>\" CACHE STRING \"\")
set(STATIC_GO_BINARY_ROOTFS \"${rootfs}\" CACHE STRING \"\")\n")
endif()
if(ALPINE STREQUAL "real")
  message(NOTICE "Using Alpine Linux ${release}")
endif()
file(WRITE "${OUT}" "${cache}")
