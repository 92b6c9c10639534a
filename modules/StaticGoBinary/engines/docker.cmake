# Engine docker: a container per build, removed when it ends. On the machine of a docker context
# where STATIC_GO_BINARY_DOCKER_CONTEXT_<arch> names one.
include("${CMAKE_CURRENT_LIST_DIR}/oci.cmake")

function(_sgb_docker_available out why)
  _sgb_oci_available(STATIC_GO_BINARY_DOCKER_EXECUTABLE docker "{{.Server.Version}}" works reason)
  set(${out} ${works} PARENT_SCOPE)
  set(${why} "${reason}" PARENT_SCOPE)
endfunction()

function(_sgb_docker_client out)
  set(command "${SGB_DOCKER_PROGRAM}")
  if(command STREQUAL "")
    set(command docker)
  endif()
  if(NOT SGB_DOCKER_CONTEXT STREQUAL "")
    list(APPEND command --context "${SGB_DOCKER_CONTEXT}")
  endif()
  set(${out} "${command}" PARENT_SCOPE)
endfunction()

function(_sgb_docker_prepare out)
  _sgb_docker_client(oci_COMMAND)
  _sgb_oci_prepare(text)
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

function(_sgb_docker_run stages network out)
  _sgb_docker_client(oci_COMMAND)
  _sgb_oci_run("${stages}" ${network} status)
  set(${out} ${status} PARENT_SCOPE)
endfunction()

function(_sgb_docker_shell out)
  _sgb_docker_client(oci_COMMAND)
  _sgb_oci_shell(command)
  set(${out} "${command}" PARENT_SCOPE)
endfunction()

function(_sgb_docker_prune)
  _sgb_docker_client(oci_COMMAND)
  _sgb_oci_prune()
endfunction()
