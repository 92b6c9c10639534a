# cmake -D REQUEST=<request.cmake> -D STEP=<prepare|build|shell|prune> -P Build.cmake
#
# The build time side: one architecture of a call. What is to do stands in the request, how to
# run something in the engine's file; this file knows the order, the log, and what to say when it
# went wrong.
cmake_minimum_required(VERSION 3.25)

include("${REQUEST}")
include("${CMAKE_CURRENT_LIST_DIR}/Quote.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/Architectures.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/Advice.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/HostFacts.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/Depfile.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/Emulation.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/engines/${SGB_ENGINE}.cmake")

set(log "${SGB_STATE_DIR}/build.log")
set(running_log "${SGB_STATE_DIR}/running.log")

# Fails the rule: what went wrong, the end of the log, what to do about it, where the rest is.
function(_sgb_build_error problem)
  set(details "")
  set(text "")
  if(EXISTS "${log}")
    file(READ "${log}" text)
    _sgb_last_lines("${text}" 40 details)
    string(REPLACE "\n" "\n | " details "\n${details}")
  endif()
  _sgb_advice("${problem}\n${text}" advice)
  message(
    FATAL_ERROR
      "\n static_go_binary(${SGB_TARGET}), ${SGB_ARCH}: ${problem}${details}${advice}\n The whole log: ${log}\n"
  )
endfunction()

function(_sgb_last_lines text limit out)
  string(STRIP "${text}" text)
  set(end -1)
  string(REGEX MATCHALL "\n" newlines "${text}")
  list(LENGTH newlines count)
  while(count GREATER_EQUAL limit)
    string(FIND "${text}" "\n" end)
    math(EXPR end "${end} + 1")
    string(SUBSTRING "${text}" ${end} -1 text)
    math(EXPR count "${count} - 1")
  endwhile()
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

# Runs a command of an engine: its standard output is progress and goes to the terminal, its
# standard error goes into the log, behind the command itself. `guard` of the caller's scope, if
# any, is a command that runs it.
function(_sgb_logged out)
  _sgb_command_line(line ${ARGN})
  execute_process(COMMAND ${guard} ${ARGN} ERROR_FILE "${running_log}" RESULT_VARIABLE status)
  set(text "")
  if(EXISTS "${running_log}")
    file(READ "${running_log}" text)
    file(REMOVE "${running_log}")
  endif()
  file(APPEND "${log}" "$ ${line}\n${text}")
  set(${out} "${status}" PARENT_SCOPE)
endfunction()

# A command as a person would type it: quotes only where a word needs them.
function(_sgb_command_line out)
  _sgb_quote_sh(line ${ARGN})
  string(REGEX REPLACE "'([A-Za-z0-9_./:=@%+,-]+)'" "\\1" line "${line}")
  set(${out} "${line}" PARENT_SCOPE)
endfunction()

# Whole lines, in one write: those of several architectures never mix.
function(_sgb_progress text)
  message(NOTICE "${SGB_TARGET} ${SGB_ARCH}: ${text}")
endfunction()

# ---- steps --------------------------------------------------------------------------------------

# The environment is shared by several requests: the first one that comes prepares it, the others
# wait for it.
function(_sgb_step_prepare)
  cmake_path(GET SGB_ENVIRONMENT_FILE PARENT_PATH folder)
  file(MAKE_DIRECTORY "${folder}" "${SGB_STATE_DIR}" "${SGB_CACHE_DIR}")
  file(LOCK "${SGB_ENVIRONMENT_FILE}.lock" GUARD FUNCTION)
  cmake_language(CALL _sgb_${SGB_ENGINE}_prepare description)
  string(PREPEND description "# What ${SGB_ENGINE} prepared.\n")
  set(old "")
  if(STEP STREQUAL "build")
    # Out of turn: a description that is the same must not make other targets build again.
    file(READ "${SGB_ENVIRONMENT_FILE}" old)
  endif()
  if(NOT description STREQUAL old)
    file(WRITE "${SGB_ENVIRONMENT_FILE}" "${description}")
  endif()
endfunction()

function(_sgb_step_build)
  foreach(folder IN ITEMS home tmp facts staging)
    file(MAKE_DIRECTORY "${SGB_STATE_DIR}/${folder}")
  endforeach()
  file(MAKE_DIRECTORY "${SGB_CACHE_DIR}/apk" "${SGB_CACHE_DIR}/go-build" "${SGB_CACHE_DIR}/go/pkg/mod")

  if(NOT SGB_NESTED_PACKAGE STREQUAL "")
    # The nested CMake run of Libraries.cmake includes this package, too.
    file(COPY "${SGB_NESTED_PACKAGE}/../../modules" "${SGB_NESTED_PACKAGE}/../../templates"
         DESTINATION "${SGB_STATE_DIR}/package")
  endif()

  _sgb_run_stages(status)
  if(status EQUAL 98)
    # What was prepared is gone: an image that somebody removed, a cache folder deleted.
    _sgb_step_prepare()
    _sgb_run_stages(status)
  endif()
  if(NOT status EQUAL 0)
    _sgb_build_error("the build failed (exit code ${status})")
  endif()
  foreach(binary IN LISTS SGB_BINARIES)
    if(NOT EXISTS "${SGB_STATE_DIR}/staging/${binary}")
      file(GLOB found RELATIVE "${SGB_STATE_DIR}/staging" "${SGB_STATE_DIR}/staging/*")
      _sgb_build_error("go built no '${binary}' (but: ${found}); is it a main package?")
    endif()
  endforeach()
  _sgb_write_depfile("${SGB_STATE_DIR}/built" "${SGB_STATE_DIR}/sources" "${SGB_STATE_DIR}/depfile")
  _sgb_forget_collected_dependencies("${SGB_STATE_DIR}/built")
  file(TOUCH "${SGB_STATE_DIR}/built")
endfunction()

# Which stages run together follows from what the environment holds and from NETWORK: without a
# network for the compiler, everything is fetched in a run before.
function(_sgb_run_stages out)
  file(REMOVE "${log}")
  file(REMOVE_RECURSE "${SGB_STATE_DIR}/tmp")
  file(MAKE_DIRECTORY "${SGB_STATE_DIR}/tmp")
  include("${SGB_ENVIRONMENT_FILE}")
  set(install install)
  if(environment_HAS_PACKAGES)
    set(install "")
  endif()
  set(network default)
  if(SGB_NETWORK STREQUAL "host")
    set(network host)
  elseif(SGB_NETWORK STREQUAL "none")
    cmake_language(CALL _sgb_${SGB_ENGINE}_run "${install};fetch" default status)
    if(NOT status EQUAL 0)
      set(${out} ${status} PARENT_SCOPE)
      return()
    endif()
    set(network none)
  endif()
  cmake_language(CALL _sgb_${SGB_ENGINE}_run "${install};build" ${network} status)
  set(${out} ${status} PARENT_SCOPE)
endfunction()

function(_sgb_step_shell)
  include("${SGB_ENVIRONMENT_FILE}")
  cmake_language(CALL _sgb_${SGB_ENGINE}_shell command)
  _sgb_quote_sh(line ${command})
  file(WRITE "${SGB_STATE_DIR}/shell.sh" "exec ${line}\n")
endfunction()

function(_sgb_step_prune)
  cmake_language(CALL _sgb_${SGB_ENGINE}_prune)
endfunction()

# A token that the script must find again: it proves that the container sees this state folder.
string(RANDOM LENGTH 24 token)
if(STEP MATCHES "build|shell|prepare")
  file(MAKE_DIRECTORY "${SGB_STATE_DIR}")
  file(WRITE "${SGB_STATE_DIR}/token" "${token}\n")
endif()
if(STEP STREQUAL "prepare")
  file(REMOVE "${log}")
endif()
_sgb_host_facts()
cmake_language(CALL _sgb_step_${STEP})
