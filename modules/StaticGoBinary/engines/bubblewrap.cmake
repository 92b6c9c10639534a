# Engine bubblewrap: an Alpine root file system below the cache folder, entered by `bwrap`. No
# daemon, no root: the caller is root in a user namespace of its own while packages are installed,
# and compiles with everything but its own folders read-only.
include("${CMAKE_CURRENT_LIST_DIR}/minirootfs.cmake")

function(_sgb_bubblewrap_available out why)
  set(works FALSE)
  _sgb_engine_program(STATIC_GO_BINARY_BWRAP_EXECUTABLE bwrap program)
  if(program STREQUAL "")
    set(reason "bwrap is not installed")
  else()
    execute_process(
      COMMAND "${program}" --unshare-user --unshare-pid --ro-bind / / --proc /proc --dev /dev true
      OUTPUT_QUIET
      ERROR_VARIABLE error
      RESULT_VARIABLE status
      TIMEOUT 10)
    if(status EQUAL 0)
      set(works TRUE)
      set(reason "user namespaces work, and nothing before it does")
    else()
      string(STRIP "${error}" error)
      set(reason "${program} is there, but may not make namespaces: ${error}")
    endif()
  endif()
  set(${out} ${works} PARENT_SCOPE)
  set(${why} "${reason}" PARENT_SCOPE)
endfunction()

# ---- entering a root file system ------------------------------------------------------------------

# The command line up to what is to run. `access` of the root: ro, or rw to install packages.
function(_sgb_bubblewrap_enter root access network out)
  set(program "${SGB_BWRAP_PROGRAM}")
  if(program STREQUAL "")
    set(program bwrap)
  endif()
  set(command "${program}" --die-with-parent --unshare-user --uid 0 --gid 0 --unshare-pid --unshare-ipc
              --unshare-uts --unshare-cgroup-try)
  if(network STREQUAL "none")
    list(APPEND command --unshare-net)
  endif()
  if(access STREQUAL "ro")
    list(APPEND command --ro-bind "${root}" / --cap-drop ALL)
  else()
    # apk changes its root to run the scripts of packages.
    list(APPEND command --bind "${root}" / --cap-add ALL)
  endif()
  list(APPEND command --proc /proc --dev /dev --tmpfs /tmp --tmpfs /run --tmpfs /source)
  foreach(file IN ITEMS resolv.conf hosts)
    list(APPEND command --ro-bind-try "/etc/${file}" "/etc/${file}")
  endforeach()
  foreach(file name IN ZIP_LISTS host_FILES host_FILE_NAMES)
    list(APPEND command --ro-bind "${file}" "${_sgb_facts_folder}/${name}")
  endforeach()
  foreach(folder place IN ZIP_LISTS SGB_FOLDERS SGB_PLACES)
    _sgb_container_path("${place}" inside)
    list(APPEND command --ro-bind "${folder}" "${inside}")
  endforeach()
  list(
    APPEND
    command
    --remount-ro
    /source
    --bind
    "${SGB_STATE_DIR}"
    /state
    # A build must not reach the root file systems.
    --bind
    "${SGB_CACHE_DIR}"
    /cache
    --tmpfs
    /cache/rootfs
    --chdir
    /)
  set(${out} "${command}" PARENT_SCOPE)
endfunction()

# Root in there is the caller: no file needs another owner.
function(_sgb_bubblewrap_environment network out)
  set(options "")
  _sgb_host_file_variables("${_sgb_facts_folder}" variables)
  foreach(
    variable IN
    ITEMS "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" "STATIC_GO_TOKEN=${token}"
          "STATIC_GO_OWNER=0:0" "STATIC_GO_NETWORK=${network}" "STATIC_GO_RETRIES=${environment_RETRIES}"
          ${variables})
    string(FIND "${variable}" "=" end)
    string(SUBSTRING "${variable}" 0 ${end} name)
    math(EXPR end "${end} + 1")
    string(SUBSTRING "${variable}" ${end} -1 value)
    list(APPEND options --setenv ${name} "${value}")
  endforeach()
  set(${out} "${options}" PARENT_SCOPE)
endfunction()

# Runs stages of the script. The variables that it must not see are taken away here, not by
# options of bwrap: so the log shows a command that can be read.
function(_sgb_bubblewrap_script root access stages network out)
  _sgb_bubblewrap_enter("${root}" ${access} ${network} enter)
  _sgb_bubblewrap_environment(${network} environment)
  _sgb_unwanted_variables(unwanted)
  list(REMOVE_ITEM unwanted PATH) # bwrap itself is found by it
  foreach(name IN LISTS unwanted)
    unset(ENV{${name}})
  endforeach()
  list(REMOVE_ITEM stages "")
  _sgb_logged(status ${enter} --new-session ${environment} /bin/sh /state/build_static.sh ${stages})
  set(${out} "${status}" PARENT_SCOPE)
endfunction()

# ---- the engine's functions -----------------------------------------------------------------------

function(_sgb_bubblewrap_run stages network out)
  if(NOT IS_DIRECTORY "${environment_ROOT}/etc")
    set(${out} 98 PARENT_SCOPE)
    return()
  endif()
  _sgb_bubblewrap_script("${environment_ROOT}" ro "${stages}" ${network} status)
  set(${out} "${status}" PARENT_SCOPE)
endfunction()

function(_sgb_bubblewrap_shell out)
  _sgb_bubblewrap_enter("${environment_ROOT}" ro default enter)
  _sgb_bubblewrap_environment(default environment)
  _sgb_unwanted_variables(unwanted)
  foreach(name IN LISTS unwanted)
    list(APPEND enter --unsetenv ${name})
  endforeach()
  set(${out} ${enter} ${environment} /bin/sh /state/build_static.sh shell PARENT_SCOPE)
endfunction()

# Every root file system below this cache folder.
function(_sgb_bubblewrap_prune)
  if(EXISTS "${SGB_CACHE_DIR}/rootfs")
    _sgb_progress("removing ${SGB_CACHE_DIR}/rootfs")
    file(REMOVE_RECURSE "${SGB_CACHE_DIR}/rootfs")
  endif()
endfunction()

# The root file system with the packages in it, made once for everybody who shares the cache
# folder. It gets its name when it is complete: what an interrupted run left is made anew.
function(_sgb_bubblewrap_prepare out)
  _sgb_minirootfs(archive id)
  list(SORT SGB_APK_PACKAGES)
  string(SHA256 key "${id}|${SGB_APK_PACKAGES}")
  string(SUBSTRING ${key} 0 16 key)
  set(root "${SGB_CACHE_DIR}/rootfs/${SGB_ALPINE_VERSION}-${SGB_BUILDER}-${key}")
  _sgb_host_architecture(machine)
  _sgb_needs_emulation(${machine} emulated)
  set(environment_RETRIES 0)
  if(emulated)
    set(environment_RETRIES 3)
  endif()
  file(MAKE_DIRECTORY "${SGB_CACHE_DIR}/rootfs" "${SGB_CACHE_DIR}/apk")
  file(LOCK "${root}.lock" GUARD FUNCTION)
  if(NOT EXISTS "${root}")
    file(REMOVE_RECURSE "${root}.new")
    _sgb_unpack_root("${archive}" "${root}.new")
    _sgb_bubblewrap_probe("${root}.new" ${machine} ${emulated})
    _sgb_bubblewrap_script("${root}.new" rw install default status)
    if(NOT status EQUAL 0)
      file(REMOVE_RECURSE "${root}.new")
      _sgb_build_error("the packages could not be installed (exit code ${status})")
    endif()
    file(RENAME "${root}.new" "${root}")
  endif()
  _sgb_quote_cmake_set(text environment_ROOT "${root}")
  string(APPEND text "set(environment_HAS_PACKAGES TRUE)\nset(environment_RETRIES ${environment_RETRIES})\n")
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

# Says what is wrong where nothing at all runs in a root file system.
function(_sgb_bubblewrap_probe root machine emulated)
  _sgb_bubblewrap_enter("${root}" ro none enter)
  execute_process(COMMAND ${enter} /bin/true OUTPUT_QUIET ERROR_VARIABLE error RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    file(APPEND "${log}" "${error}")
    file(REMOVE_RECURSE "${root}")
    if(emulated)
      _sgb_emulation_error(${machine})
    endif()
    _sgb_build_error("bubblewrap cannot enter a root file system on this machine")
  endif()
endfunction()
