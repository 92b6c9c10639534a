# Engines: which there are, and which one `auto` takes. One file an engine in engines/, each with
# the same functions, where <e> is the engine's name:
#
#   _sgb_<e>_available(out why)   configure time, for `auto`: does it work here, and a sentence why
#   _sgb_<e>_prepare(out)         build time: makes the environment of a request ready (an image, a
#                                 root file system); `out`: CMake code that run() gets back
#   _sgb_<e>_run(stages network out)
#                                 build time: runs stages of build_static.sh with `network`
#                                 (default, host, none); `out`: exit code, 98 where what
#                                 prepare() made is gone
#   _sgb_<e>_shell(out)           build time: the command line of an interactive shell
#   _sgb_<e>_prune()              removes every environment that prepare() kept
#
# At build time they read the request (SGB_*) and what HostFacts.cmake found out (host_*).
include_guard(GLOBAL)

set_property(GLOBAL PROPERTY _SGB_ENGINES docker podman bubblewrap native)

# Every engine's name, in the order in which `auto` tries them.
function(_sgb_engines out)
  get_property(engines GLOBAL PROPERTY _SGB_ENGINES)
  set(${out} "${engines}" PARENT_SCOPE)
endfunction()

# Where the program of an engine is; empty where it is not installed. A tool chain file that
# restricts find_program() to the target's file system must not hide it.
function(_sgb_engine_program variable name out)
  find_program(${variable} NAMES ${name} NO_CMAKE_FIND_ROOT_PATH
               DOC "The ${name} program that StaticGoBinary runs")
  mark_as_advanced(${variable})
  if(${variable})
    set(${out} "${${variable}}" PARENT_SCOPE)
  else()
    set(${out} "" PARENT_SCOPE)
  endif()
endfunction()

# Resolves `auto`: once per build tree; the cache variable STATIC_GO_BINARY_AUTO_ENGINE keeps the
# choice and lets the user overrule it.
function(_sgb_choose_engine target engine out)
  if(DEFINED STATIC_GO_BINARY_NESTED)
    # A nested run (Libraries.cmake) is inside an engine already and starts none.
    set(engine native)
  elseif(engine STREQUAL "auto")
    if(NOT STATIC_GO_BINARY_AUTO_ENGINE)
      _sgb_find_engine(${target} found)
      set(STATIC_GO_BINARY_AUTO_ENGINE "${found}"
          CACHE STRING "What ENGINE auto stands for in this build tree; empty to look again" FORCE)
      set_property(CACHE STATIC_GO_BINARY_AUTO_ENGINE PROPERTY STRINGS docker podman bubblewrap native)
    endif()
    set(engine "${STATIC_GO_BINARY_AUTO_ENGINE}")
  endif()
  set(${out} "${engine}" PARENT_SCOPE)
endfunction()

# A root file system is for bubblewrap. With an IMAGE beside it, each engine has its own.
function(_sgb_check_engine_takes_rootfs target engine)
  if(engine STREQUAL "bubblewrap" OR request_ROOTFS STREQUAL "" OR NOT request_IMAGE STREQUAL ""
     OR DEFINED STATIC_GO_BINARY_NESTED)
    return()
  endif()
  _sgb_argument_error(
    ${target}
    "ROOTFS '${request_ROOTFS}' has no effect with the engine ${engine}, which takes no root file system.\nTake ENGINE bubblewrap, or say with IMAGE what ${engine} takes."
  )
endfunction()

function(_sgb_find_engine target out)
  _sgb_engines(engines)
  set(reasons "")
  foreach(engine IN LISTS engines)
    cmake_language(CALL _sgb_${engine}_available works why)
    if(works)
      message(STATUS "StaticGoBinary: engine ${engine} (${why})")
      set(${out} ${engine} PARENT_SCOPE)
      return()
    endif()
    string(APPEND reasons "\n  ${engine}: ${why}")
  endforeach()
  _sgb_install_hint(hint)
  _sgb_argument_error(${target} "no engine works on this machine.${reasons}\n${hint}")
endfunction()

# What to install on this distribution to get an engine.
function(_sgb_install_hint out)
  set(command "install docker, podman or bubblewrap")
  if(EXISTS /etc/os-release)
    file(STRINGS /etc/os-release ids REGEX "^ID(_LIKE)?=")
    foreach(
      row IN
      ITEMS "debian=apt-get install docker.io (or podman, or bubblewrap)"
            "alpine=apk add docker (or podman, or bubblewrap)"
            "fedora=dnf install podman (or bubblewrap)"
            "rhel=dnf install podman (or bubblewrap)"
            "suse=zypper install docker (or podman, or bubblewrap)"
            "arch=pacman -S docker (or podman, or bubblewrap)")
      string(REGEX REPLACE "=.*" "" distribution "${row}")
      if(ids MATCHES "${distribution}")
        string(REGEX REPLACE "^[^=]*=" "" command "${row}")
        break()
      endif()
    endforeach()
  endif()
  set(${out} "To get one here: ${command}" PARENT_SCOPE)
endfunction()

# One by one: a loop's list would stay behind in the scope of who includes the package.
include("${CMAKE_CURRENT_LIST_DIR}/engines/docker.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/engines/podman.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/engines/bubblewrap.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/engines/native.cmake")
