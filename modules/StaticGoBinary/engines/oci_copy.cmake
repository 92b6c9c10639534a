# A daemon that does not see our files, on another machine or next to a container that we are in:
# source and results travel as streams, and caches stay with the daemon in a named volume.
include_guard(GLOBAL)

# Whether it was found out that the daemon of this environment is blind.
function(_sgb_oci_copies out)
  set(copies FALSE)
  if(EXISTS "${SGB_ENVIRONMENT_FILE}.copies")
    set(copies TRUE)
  endif()
  set(${out} ${copies} PARENT_SCOPE)
endfunction()

function(_sgb_oci_remember_to_copy)
  _sgb_progress("the daemon does not see the files of this machine: they are copied to it")
  file(WRITE "${SGB_ENVIRONMENT_FILE}.copies" "The daemon does not see the files of this machine.\n")
endfunction()

# True where the end of a run says so: the script did not find its token (97), or the daemon says
# that there is no such folder.
function(_sgb_oci_daemon_is_blind status out)
  set(blind FALSE)
  if(status EQUAL 97)
    set(blind TRUE)
  elseif(status)
    file(READ "${log}" text)
    if(text MATCHES "bind source path does not exist")
      set(blind TRUE)
    endif()
  endif()
  set(${out} ${blind} PARENT_SCOPE)
endfunction()

# Volumes in the place of mounts: those without a name go with the container, that of the caches
# stays until `static-go-prune`.
function(_sgb_oci_volumes out)
  string(SHA256 key "${SGB_CACHE_DIR}|${host_OWNER}")
  string(SUBSTRING ${key} 0 16 key)
  set(${out}
      --mount
      "type=volume,target=/source"
      --mount
      "type=volume,target=/state"
      --mount
      "type=volume,target=${_sgb_facts_folder}"
      --mount
      "type=volume,source=static-go-binary-cache-${key},target=/cache,volume-label=${_sgb_oci_label}.cache=${key}"
      PARENT_SCOPE)
endfunction()

# Shell code that fills a created container with the source, the script and the host's facts.
function(_sgb_oci_copy_in container out)
  set(send "${SGB_STATE_DIR}/tmp/send")
  file(REMOVE_RECURSE "${send}")
  file(MAKE_DIRECTORY "${send}/source" "${send}/state/staging")
  set(lines "")
  foreach(folder place IN ZIP_LISTS SGB_FOLDERS SGB_PLACES)
    _sgb_container_path("${place}" inside)
    if(IS_DIRECTORY "${folder}")
      # `cp` makes only the last folder of its target.
      file(MAKE_DIRECTORY "${send}${inside}")
      string(SHA256 name "${place}")
      _sgb_pack("${folder}" "${send}/${name}.tar")
      _sgb_quote_sh(archive "${send}/${name}.tar")
      _sgb_quote_sh(copy ${oci_COMMAND} cp - "${container}:${inside}")
      list(APPEND lines "${copy} <${archive}")
    else()
      file(COPY_FILE "${folder}" "${send}${inside}")
    endif()
  endforeach()
  foreach(name IN ITEMS build_static.sh token)
    file(COPY_FILE "${SGB_STATE_DIR}/${name}" "${send}/state/${name}")
  endforeach()
  if(EXISTS "${SGB_STATE_DIR}/staging")
    file(COPY "${SGB_STATE_DIR}/staging" DESTINATION "${send}/state")
  endif()
  _sgb_quote_sh(state ${oci_COMMAND} cp "${send}/state/." "${container}:/state")
  _sgb_quote_sh(source ${oci_COMMAND} cp "${send}/source/." "${container}:/source")
  list(PREPEND lines "${state}" "${source}")
  foreach(file name IN ZIP_LISTS host_FILES host_FILE_NAMES)
    if(name STREQUAL "ssh-agent")
      _sgb_build_error(
        "the ssh agent (STATIC_GO_BINARY_SSH_AGENT) cannot be handed to a daemon on another machine")
    endif()
    _sgb_quote_sh(facts ${oci_COMMAND} cp --follow-link "${file}" "${container}:${_sgb_facts_folder}/${name}")
    list(APPEND lines "${facts}")
  endforeach()
  set(${out} "${lines}" PARENT_SCOPE)
endfunction()

# A folder as a tar file, without the build tree and the caches that may lie in it.
function(_sgb_pack folder archive)
  _sgb_list_without("${folder}" "" names)
  list(JOIN names "\n" text)
  file(WRITE "${archive}.list" "${text}\n")
  execute_process(COMMAND "${CMAKE_COMMAND}" -E tar cf "${archive}" "--files-from=${archive}.list"
                  WORKING_DIRECTORY "${folder}" COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# The entries below `folder`/`below`: a folder as a whole, unless something to leave out is in it.
function(_sgb_list_without folder below out)
  set(names "")
  file(GLOB entries LIST_DIRECTORIES TRUE RELATIVE "${folder}" "${folder}/${below}*" "${folder}/${below}.*")
  foreach(name IN LISTS entries)
    set(path "${folder}/${name}")
    set(part whole)
    foreach(unwanted IN LISTS SGB_BINARY_DIR SGB_CACHE_DIR)
      cmake_path(IS_PREFIX path "${unwanted}" holds)
      if(path STREQUAL unwanted)
        set(part none)
        break()
      elseif(holds)
        set(part some)
      endif()
    endforeach()
    if(part STREQUAL "whole")
      list(APPEND names "${name}")
    elseif(part STREQUAL "some")
      _sgb_list_without("${folder}" "${name}/" more)
      list(APPEND names ${more})
    endif()
  endforeach()
  set(${out} "${names}" PARENT_SCOPE)
endfunction()

function(_sgb_oci_run_copied stages network out)
  string(TOLOWER "static-go-binary-${token}" container)
  _sgb_oci_container_options(${network} options)
  _sgb_oci_environment(${network} environment)
  _sgb_oci_volumes(volumes)
  _sgb_oci_copy_in("${container}" fill)
  set(returned "${SGB_STATE_DIR}/tmp/returned")
  file(MAKE_DIRECTORY "${returned}")
  _sgb_quote_sh(create ${oci_COMMAND} create ${options} ${environment} ${volumes} ${environment_IMAGE}
                /bin/sh /state/build_static.sh ${stages})
  _sgb_quote_sh(start ${oci_COMMAND} start --attach "${container}")
  _sgb_quote_sh(fetch ${oci_COMMAND} cp "${container}:/state/." "${returned}")
  _sgb_quote_sh(remove ${oci_COMMAND} rm --force --volumes "${container}")
  _sgb_oci_sequence(status "${create} >/dev/null" ${fill} "status=0" "${start} || status=$?"
                    "[ $status != 0 ] || ${fetch} || status=$?" "${remove} >/dev/null" "exit $status")
  if(status EQUAL 0)
    foreach(name IN ITEMS staging facts sources)
      if(EXISTS "${returned}/${name}")
        file(REMOVE_RECURSE "${SGB_STATE_DIR}/${name}")
        file(RENAME "${returned}/${name}" "${SGB_STATE_DIR}/${name}")
      endif()
    endforeach()
  endif()
  set(${out} ${status} PARENT_SCOPE)
endfunction()
