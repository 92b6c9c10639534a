# What docker and podman have in common: everything but the name of the client. How a client and
# its daemon differ is probed, never read from the name: `docker` may be podman's shim.
#
# The client's own file sets
#   oci_COMMAND   the client, with global options
# and the environment's description, written by _sgb_oci_prepare(), has the rest:
#   environment_KIND       docker or podman
#   environment_IMAGE      id of the image to run
#   environment_ROOTLESS   the container's root is the caller already
#   environment_SELINUX    mounted files need a label
#   environment_RETRIES    how often a compiler that was killed is tried again
include_guard(GLOBAL)

include("${CMAKE_CURRENT_LIST_DIR}/oci_copy.cmake")
set(_sgb_oci_label org.staticgobinary)
set(_sgb_oci_guard "${CMAKE_CURRENT_LIST_DIR}/guard.sh")

# ---- configure time -------------------------------------------------------------------------------

# For _sgb_<e>_available(): `format` asks the server of a client for its version.
function(_sgb_oci_available variable name format out why)
  set(works FALSE)
  _sgb_engine_program(${variable} ${name} program)
  if(program STREQUAL "")
    set(reason "${name} is not installed")
  else()
    execute_process(
      COMMAND "${program}" version --format "${format}"
      OUTPUT_VARIABLE version
      ERROR_VARIABLE error
      RESULT_VARIABLE status
      TIMEOUT 10
      OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(status EQUAL 0)
      set(works TRUE)
      set(reason "${name} ${version} answers")
    else()
      string(REGEX MATCH "[^\n]*" error "${error}")
      set(reason "${program} is there, but does not work: ${error}")
    endif()
  endif()
  set(${out} ${works} PARENT_SCOPE)
  set(${why} "${reason}" PARENT_SCOPE)
endfunction()

# ---- what this client and its daemon are ----------------------------------------------------------

# How `info` of each kind is asked for the machine's architecture, and for the words name=rootless
# and name=selinux.
set(_sgb_oci_info_docker "{{.Architecture}} {{json .SecurityOptions}}")
set(_sgb_oci_info_podman
    "{{.Host.Arch}} {{if .Host.Security.Rootless}}name=rootless{{end}} {{if .Host.Security.SELinuxEnabled}}name=selinux{{end}}"
)

# Sets environment_KIND, _ROOTLESS, _SELINUX and `machine` (an architecture) in the caller's scope.
function(_sgb_oci_probe_client)
  set(kind docker)
  execute_process(COMMAND ${oci_COMMAND} --version OUTPUT_VARIABLE version ERROR_QUIET)
  if(version MATCHES "podman")
    set(kind podman)
  endif()
  execute_process(COMMAND ${oci_COMMAND} info --format "${_sgb_oci_info_${kind}}" OUTPUT_VARIABLE info
                  ERROR_VARIABLE error RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    file(APPEND "${log}" "${info}${error}")
    _sgb_build_error("the engine ${SGB_ENGINE} does not work on this machine")
  endif()
  string(REGEX MATCH "^[a-z0-9_]+" processor "${info}")
  _sgb_architecture_of_processor("${processor}" machine)
  set(rootless FALSE)
  if(info MATCHES "name=rootless")
    set(rootless TRUE)
  endif()
  set(selinux FALSE)
  if(info MATCHES "name=selinux")
    _sgb_selinux_enforces(selinux)
  endif()
  set(environment_KIND ${kind} PARENT_SCOPE)
  set(environment_ROOTLESS ${rootless} PARENT_SCOPE)
  set(environment_SELINUX ${selinux} PARENT_SCOPE)
  set(machine "${machine}" PARENT_SCOPE)
endfunction()

function(_sgb_selinux_enforces out)
  set(enforces FALSE)
  if(EXISTS /sys/fs/selinux/enforce)
    file(READ /sys/fs/selinux/enforce text)
    if(text MATCHES "^1")
      set(enforces TRUE)
    endif()
  endif()
  set(${out} ${enforces} PARENT_SCOPE)
endfunction()

# ---- command lines --------------------------------------------------------------------------------

# One --mount option. `access`: ro or rw.
function(_sgb_oci_mount out source target access)
  _sgb_quote_csv(source "source=${source}")
  _sgb_quote_csv(target "target=${target}")
  set(value "type=bind,${source},${target}")
  if(environment_KIND STREQUAL "podman" AND environment_SELINUX)
    # Shared (:z): a private label (:Z) would shut out the next container.
    string(APPEND value ",relabel=shared")
  endif()
  if(access STREQUAL "ro")
    string(APPEND value ",readonly")
  endif()
  set(${out} --mount "${value}" PARENT_SCOPE)
endfunction()

# Options of `run` and `exec` that tell the script who asks and what the host knows.
function(_sgb_oci_environment network out)
  # Root in a rootless container is the caller; and what is copied back belongs to who copies.
  set(owner "${host_OWNER}")
  _sgb_oci_copies(copies)
  if(environment_ROOTLESS OR copies)
    set(owner "0:0")
  endif()
  set(options -e "STATIC_GO_TOKEN=${token}" -e "STATIC_GO_OWNER=${owner}" -e "STATIC_GO_NETWORK=${network}"
              -e "STATIC_GO_RETRIES=${environment_RETRIES}")
  # By name only: values may hold passwords of a proxy.
  foreach(name IN LISTS host_VARIABLES)
    list(APPEND options -e ${name})
  endforeach()
  _sgb_host_file_variables("${_sgb_facts_folder}" variables)
  foreach(variable IN LISTS variables)
    list(APPEND options -e "${variable}")
  endforeach()
  set(${out} "${options}" PARENT_SCOPE)
endfunction()

function(_sgb_oci_mounts out)
  set(options "")
  foreach(folder place IN ZIP_LISTS SGB_FOLDERS SGB_PLACES)
    _sgb_container_path("${place}" inside)
    _sgb_oci_mount(mount "${folder}" "${inside}" ro)
    list(APPEND options ${mount})
  endforeach()
  _sgb_oci_mount(mount "${SGB_STATE_DIR}" /state rw)
  list(APPEND options ${mount})
  _sgb_oci_mount(mount "${SGB_CACHE_DIR}" /cache rw)
  list(APPEND options ${mount})
  foreach(file name IN ZIP_LISTS host_FILES host_FILE_NAMES)
    _sgb_oci_mount(mount "${file}" "${_sgb_facts_folder}/${name}" ro)
    list(APPEND options ${mount})
  endforeach()
  set(${out} "${options}" PARENT_SCOPE)
endfunction()

# What `run` and `create` have in common. The name is new each time: nobody else's container, and
# no second build of this tree, can have it.
function(_sgb_oci_container_options network out)
  string(TOLOWER "${token}" name)
  set(options --name "static-go-binary-${name}" --platform "${SGB_PLATFORM}" --label
              "${_sgb_oci_label}.target=${SGB_TARGET}-${SGB_ARCH}")
  if(environment_KIND STREQUAL "docker")
    # A shell as process 1 would ignore Ctrl-C. (podman's helper for that is often not installed,
    # and guard.sh removes the container anyway.)
    list(APPEND options --init -e TINI_KILL_PROCESS_GROUP=1)
    if(environment_SELINUX)
      # docker's --mount cannot label files.
      list(APPEND options --security-opt label=disable)
    endif()
  endif()
  if(NOT network STREQUAL "default")
    list(APPEND options --network ${network})
  endif()
  set(${out} "${options}" PARENT_SCOPE)
endfunction()

# ---- running --------------------------------------------------------------------------------------

# Runs a command so that no container is left, however it ends: see guard.sh. One whose guard was
# killed outright is found again by its name, and removed by the next build.
function(_sgb_oci_guarded out)
  string(TOLOWER "${token}" name)
  set(name "static-go-binary-${name}")
  set(name_file "${SGB_STATE_DIR}/container")
  set(remove ${oci_COMMAND} rm --force --volumes)
  if(EXISTS "${name_file}")
    file(READ "${name_file}" left_over)
    execute_process(COMMAND ${remove} "${left_over}" OUTPUT_QUIET ERROR_QUIET)
  endif()
  file(WRITE "${name_file}" "${name}")
  set(guard "")
  if(CMAKE_HOST_UNIX)
    _sgb_quote_sh(cleanup ${remove} "${name}")
    set(guard sh "${_sgb_oci_guard}" "${cleanup}")
  endif()
  _sgb_logged(status ${ARGN})
  file(REMOVE "${name_file}")
  set(${out} ${status} PARENT_SCOPE)
endfunction()

# Several commands of the engine in sequence, one argument of shell code each; the first that fails
# ends it. They run under one guard.
function(_sgb_oci_sequence out)
  set(file "${SGB_STATE_DIR}/engine.sh")
  set(text
      "# The engine's commands of the last run.\n# A signal waits for the command that runs: what it creates can be removed then.\nset -eu\ntrap 'exit 143' TERM\n"
  )
  foreach(line IN LISTS ARGN)
    string(APPEND text "${line}\n")
  endforeach()
  file(WRITE "${file}" "${text}")
  _sgb_oci_guarded(status sh "${file}")
  set(${out} ${status} PARENT_SCOPE)
endfunction()

# Runs stages of the script in a container that is gone afterwards. The first run finds out
# whether the daemon sees our files at all.
function(_sgb_oci_run stages network out)
  list(REMOVE_ITEM stages "")
  _sgb_oci_copies(copies)
  if(copies)
    _sgb_oci_run_copied("${stages}" ${network} status)
  else()
    _sgb_oci_container_options(${network} options)
    _sgb_oci_environment(${network} environment)
    _sgb_oci_mounts(mounts)
    _sgb_oci_guarded(status ${oci_COMMAND} run --rm ${options} ${environment} ${mounts} ${environment_IMAGE}
                     /bin/sh /state/build_static.sh ${stages})
    _sgb_oci_daemon_is_blind(${status} blind)
    if(blind)
      _sgb_oci_remember_to_copy()
      _sgb_oci_run_copied("${stages}" ${network} status)
    endif()
  endif()
  _sgb_oci_image_is_gone(${status} gone)
  if(gone)
    set(status 98)
  endif()
  set(${out} ${status} PARENT_SCOPE)
endfunction()

# True where a run failed since somebody removed the image.
function(_sgb_oci_image_is_gone status out)
  set(gone FALSE)
  if(status EQUAL 125)
    execute_process(COMMAND ${oci_COMMAND} image inspect ${environment_IMAGE} OUTPUT_QUIET ERROR_QUIET
                    RESULT_VARIABLE missing)
    if(missing)
      set(gone TRUE)
    endif()
  endif()
  set(${out} ${gone} PARENT_SCOPE)
endfunction()

function(_sgb_oci_shell out)
  _sgb_oci_copies(copies)
  if(copies)
    _sgb_build_error(
      "the daemon does not see the files of this machine, so there is no shell with them: take one there")
  endif()
  set(stages install shell)
  if(environment_HAS_PACKAGES)
    set(stages shell)
  endif()
  _sgb_oci_container_options(default options)
  _sgb_oci_environment(default environment)
  _sgb_oci_mounts(mounts)
  set(${out} ${oci_COMMAND} run --rm -it ${options} ${environment} ${mounts} ${environment_IMAGE} /bin/sh
             /state/build_static.sh ${stages} PARENT_SCOPE)
endfunction()

# ---- the environment ------------------------------------------------------------------------------

function(_sgb_oci_prepare out)
  _sgb_oci_probe_client()
  _sgb_oci_image(environment_IMAGE)
  _sgb_oci_probe_emulation("${machine}" environment_RETRIES)
  set(environment_HAS_PACKAGES FALSE)
  if(SGB_KEEP_BUILDER)
    _sgb_oci_keep_builder(environment_IMAGE)
    set(environment_HAS_PACKAGES TRUE)
  endif()
  set(text "")
  foreach(name IN ITEMS KIND IMAGE ROOTLESS SELINUX RETRIES HAS_PACKAGES)
    string(APPEND text "set(environment_${name} ${environment_${name}})\n")
  endforeach()
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

# The id of the request's image, pulled where it is not here; by id, since a tag may be moved to
# another architecture by somebody else's pull.
function(_sgb_oci_image out)
  set(inspect ${oci_COMMAND} image inspect --format "{{.Id}} {{.Os}}/{{.Architecture}}" "${SGB_IMAGE}")
  string(REGEX MATCH "^[^/]+/[^/]+" platform "${SGB_PLATFORM}")
  execute_process(COMMAND ${inspect} OUTPUT_VARIABLE found ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT found MATCHES "^([^ ]+) ${platform}$")
    _sgb_progress("pulling ${SGB_IMAGE}")
    _sgb_logged(status ${oci_COMMAND} pull --quiet --platform "${SGB_PLATFORM}" "${SGB_IMAGE}")
    if(NOT status EQUAL 0)
      _sgb_build_error(
        "the image ${SGB_IMAGE} for ${SGB_PLATFORM} is neither on this machine nor can it be pulled")
    endif()
    execute_process(COMMAND ${inspect} OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(NOT found MATCHES "^([^ ]+) ${platform}$")
      _sgb_build_error("the image ${SGB_IMAGE} is not for ${SGB_PLATFORM} (it is: ${found})")
    endif()
  endif()
  string(REGEX MATCH "^[^ ]+" id "${found}")
  set(${out} "${id}" PARENT_SCOPE)
endfunction()

# Before the first build for a foreign architecture: does the daemon's machine run its programs?
function(_sgb_oci_probe_emulation machine out)
  set(retries 0)
  _sgb_needs_emulation("${machine}" needs)
  if(needs)
    execute_process(
      COMMAND ${oci_COMMAND} run --rm --network none --platform "${SGB_PLATFORM}" ${environment_IMAGE}
              /bin/true OUTPUT_QUIET ERROR_VARIABLE error RESULT_VARIABLE status)
    if(NOT status EQUAL 0)
      file(APPEND "${log}" "${error}")
      _sgb_emulation_error("${machine}")
    endif()
    set(retries 3)
  endif()
  set(${out} ${retries} PARENT_SCOPE)
endfunction()

# An image with the packages installed, kept for every request that wants the same: made by
# running the install stage in the base image. `exec` hands in the environment, so that nothing of
# it (a proxy's password) becomes part of the image.
function(_sgb_oci_keep_builder out)
  list(SORT SGB_APK_PACKAGES)
  string(SHA256 key "${environment_IMAGE}|${SGB_BUILDER}|${SGB_APK_PACKAGES}")
  string(SUBSTRING ${key} 0 16 key)
  set(name "static-go-binary-builder:${key}")
  set(inspect ${oci_COMMAND} image inspect --format "{{.Id}}" "${name}")
  execute_process(
    COMMAND ${inspect}
    OUTPUT_VARIABLE id
    ERROR_QUIET
    RESULT_VARIABLE status
    OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT status EQUAL 0)
    _sgb_progress("preparing the builder ${name}")
    _sgb_oci_install_and_commit("${name}" status)
    if(NOT status EQUAL 0)
      _sgb_build_error("the packages could not be installed (exit code ${status})")
    endif()
    execute_process(COMMAND ${inspect} OUTPUT_VARIABLE id OUTPUT_STRIP_TRAILING_WHITESPACE)
  endif()
  set(${out} "${id}" PARENT_SCOPE)
endfunction()

function(_sgb_oci_install_and_commit image out)
  _sgb_oci_copies(copies)
  _sgb_oci_install_sequence("${image}" ${copies} lines)
  _sgb_oci_sequence(status ${lines})
  _sgb_oci_daemon_is_blind(${status} blind)
  if(blind AND NOT copies)
    _sgb_oci_remember_to_copy()
    _sgb_oci_install_sequence("${image}" TRUE lines)
    _sgb_oci_sequence(status ${lines})
  endif()
  set(${out} ${status} PARENT_SCOPE)
endfunction()

function(_sgb_oci_install_sequence image copies out)
  string(TOLOWER "static-go-binary-${token}" container)
  _sgb_oci_container_options(default options)
  _sgb_oci_environment(default environment)
  set(fill "")
  if(copies)
    _sgb_oci_copy_in("${container}" fill)
    _sgb_oci_volumes(mounts)
  else()
    _sgb_oci_mounts(mounts)
  endif()
  set(lines "")
  set(labels --change "LABEL ${_sgb_oci_label}.builder=${SGB_BUILDER}" --change "CMD [\"/bin/sh\"]")
  _sgb_quote_sh(create ${oci_COMMAND} create ${options} ${mounts} ${environment_IMAGE} sleep 86400)
  _sgb_quote_sh(start ${oci_COMMAND} start "${container}")
  _sgb_quote_sh(exec ${oci_COMMAND} exec ${environment} "${container}" /bin/sh /state/build_static.sh install)
  _sgb_quote_sh(commit ${oci_COMMAND} commit ${labels} "${container}" "${image}")
  _sgb_quote_sh(remove ${oci_COMMAND} rm --force --volumes "${container}")
  # Its exit code counts, but the container goes in any case.
  set(${out} "${create} >/dev/null" ${fill} "${start} >/dev/null" "status=0" "${exec} || status=$?"
             "[ $status != 0 ] || ${commit} >/dev/null || status=$?" "${remove} >/dev/null" "exit $status"
      PARENT_SCOPE)
endfunction()

# Every builder and every cache volume of this package on this daemon: they carry its label.
function(_sgb_oci_prune)
  execute_process(COMMAND ${oci_COMMAND} image ls --quiet --filter "label=${_sgb_oci_label}.builder"
                  OUTPUT_VARIABLE images OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${oci_COMMAND} volume ls --quiet --filter "label=${_sgb_oci_label}.cache"
                  OUTPUT_VARIABLE volumes OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE "\n" ";" images "${images}")
  string(REPLACE "\n" ";" volumes "${volumes}")
  foreach(image IN LISTS images)
    _sgb_progress("removing builder ${image}")
    execute_process(COMMAND ${oci_COMMAND} image rm --force ${image} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
  foreach(volume IN LISTS volumes)
    _sgb_progress("removing cache volume ${volume}")
    execute_process(COMMAND ${oci_COMMAND} volume rm ${volume} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
endfunction()
