# cmake -D BINARY=<file> -D SYSTEM=<image, tarball, folder or empty> -D ARCH=... -D PLATFORM=...
#       -D WORK_DIR=<scratch folder> -D DOCKER=<program> -P RunTest.cmake -- <arguments>...
#
# Runs a finished binary where nothing but itself can help it: in an empty root file system, or in
# the root file system of another distribution. Passes if it exits with 0. What this machine cannot
# do ends with a line `SKIPPED: <why>`.
cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/Architectures.cmake")

set(arguments "")
set(seen FALSE)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(index RANGE ${last})
  if(seen)
    string(REPLACE ";" "\\;" argument "${CMAKE_ARGV${index}}")
    list(APPEND arguments "${argument}")
  elseif(CMAKE_ARGV${index} STREQUAL "--")
    set(seen TRUE)
  endif()
endforeach()
cmake_path(GET BINARY FILENAME name)
if(NOT DOCKER)
  set(DOCKER docker)
endif()

function(skip why)
  message(FATAL_ERROR "SKIPPED: ${why}")
endfunction()

# Does the kernel run programs of the architecture: by itself, or by a registered emulator?
function(machine_can_run out)
  cmake_host_system_information(RESULT processor QUERY OS_PLATFORM)
  _sgb_architecture_of_processor("${processor}" machine)
  _sgb_architecture_runs_on(${ARCH} "${machine}" able)
  _sgb_architecture(${ARCH} QEMU qemu)
  if(NOT able AND EXISTS "/proc/sys/fs/binfmt_misc/qemu-${qemu}")
    set(able TRUE)
  endif()
  set(${out} ${able} PARENT_SCOPE)
endfunction()

# `way`: a way to run something with `root` as its root file system that works for this user here.
function(find_way out)
  find_program(bwrap bwrap)
  if(bwrap)
    execute_process(COMMAND "${bwrap}" --unshare-all --ro-bind / / true RESULT_VARIABLE status OUTPUT_QUIET
                                                                                               ERROR_QUIET)
    if(status EQUAL 0)
      set(${out} bwrap PARENT_SCOPE)
      return()
    endif()
  endif()
  execute_process(COMMAND id -u OUTPUT_VARIABLE uid OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(uid EQUAL 0)
    set(${out} chroot PARENT_SCOPE)
    return()
  endif()
  skip("running in another root file system needs bubblewrap (apt-get install bubblewrap) or root")
endfunction()

# Runs the binary in `root`, a folder; an empty one is the empty root.
function(run_in_root root)
  machine_can_run(able)
  if(NOT able)
    skip("this machine cannot run ${ARCH} programs")
  endif()
  find_way(way)
  if(way STREQUAL "bwrap")
    set(command
        "${bwrap}"
        --unshare-all
        --die-with-parent
        --ro-bind
        "${root}"
        /
        --tmpfs
        /tmp
        --ro-bind
        "${BINARY}"
        "/tmp/${name}"
        --chdir
        /
        "/tmp/${name}")
    file(GLOB entries "${root}/*")
    if(NOT entries)
      set(command "${bwrap}" --unshare-all --die-with-parent --ro-bind "${BINARY}" "/${name}" --chdir /
                  "/${name}")
    endif()
  else()
    file(COPY "${BINARY}" DESTINATION "${root}/tmp")
    set(command chroot "${root}" "/tmp/${name}")
  endif()
  execute_process(COMMAND ${command} ${arguments} RESULT_VARIABLE status)
  if(way STREQUAL "chroot")
    file(REMOVE "${root}/tmp/${name}")
  endif()
  report("${status}")
endfunction()

function(run_in_image image)
  execute_process(COMMAND "${DOCKER}" image inspect "${image}" RESULT_VARIABLE status OUTPUT_QUIET
                                                                                      ERROR_QUIET)
  if(NOT status EQUAL 0)
    execute_process(COMMAND "${DOCKER}" pull --quiet --platform "${PLATFORM}" "${image}"
                    RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE error)
  endif()
  if(NOT status EQUAL 0)
    skip("the image ${image} is not to be had: ${error}")
  endif()
  execute_process(
    COMMAND "${DOCKER}" run --rm --network none --platform "${PLATFORM}" --mount
            "type=bind,source=${BINARY},target=/static-go/${name},readonly" --entrypoint "/static-go/${name}"
            "${image}" ${arguments} RESULT_VARIABLE status)
  report("${status}")
endfunction()

function(report status)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR " ${BINARY} ended with ${status} in ${where}")
  endif()
endfunction()

file(REMOVE_RECURSE "${WORK_DIR}")
file(MAKE_DIRECTORY "${WORK_DIR}/root")
if(NOT EXISTS "${BINARY}")
  message(FATAL_ERROR " ${BINARY} is not there.\n Build it first: tests do not build.")
endif()
if(SYSTEM STREQUAL "")
  set(where "an empty root file system")
  run_in_root("${WORK_DIR}/root")
elseif(IS_DIRECTORY "${SYSTEM}")
  set(where "${SYSTEM}")
  run_in_root("${SYSTEM}")
elseif(EXISTS "${SYSTEM}")
  set(where "${SYSTEM}")
  execute_process(COMMAND tar --exclude=./dev -xf "${SYSTEM}" -C "${WORK_DIR}/root" COMMAND_ERROR_IS_FATAL
                          ANY)
  run_in_root("${WORK_DIR}/root")
else()
  set(where "${SYSTEM}")
  run_in_image("${SYSTEM}")
endif()
file(REMOVE_RECURSE "${WORK_DIR}")
