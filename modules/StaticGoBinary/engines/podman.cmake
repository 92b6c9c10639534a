# Engine podman: like docker, without a daemon, and as an ordinary user where it is rootless.
include("${CMAKE_CURRENT_LIST_DIR}/oci.cmake")

function(_sgb_podman_available out why)
  _sgb_oci_available(STATIC_GO_BINARY_PODMAN_EXECUTABLE podman "{{.Client.Version}}" works reason)
  set(${out} ${works} PARENT_SCOPE)
  set(${why} "${reason}" PARENT_SCOPE)
endfunction()

function(_sgb_podman_client out)
  set(command "${SGB_PODMAN_PROGRAM}")
  if(command STREQUAL "")
    set(command podman)
  endif()
  set(${out} "${command}" PARENT_SCOPE)
endfunction()

function(_sgb_podman_prepare out)
  _sgb_podman_client(oci_COMMAND)
  _sgb_oci_prepare(text)
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

function(_sgb_podman_run stages network out)
  _sgb_podman_client(oci_COMMAND)
  _sgb_oci_run("${stages}" ${network} status)
  set(${out} ${status} PARENT_SCOPE)
endfunction()

function(_sgb_podman_shell out)
  _sgb_podman_client(oci_COMMAND)
  _sgb_oci_shell(command)
  set(${out} "${command}" PARENT_SCOPE)
endfunction()

function(_sgb_podman_prune)
  _sgb_podman_client(oci_COMMAND)
  _sgb_oci_prune()
endfunction()
