# What a container must know of this machine: who the caller is, proxies, Go's settings, the
# certificates of a TLS-inspecting proxy, and, where the user said so, the keys to private modules.
include_guard(GLOBAL)

# Variables that are handed on where the caller's environment has them.
set(_sgb_passed_variables
    HTTP_PROXY
    HTTPS_PROXY
    NO_PROXY
    ALL_PROXY
    FTP_PROXY
    http_proxy
    https_proxy
    no_proxy
    all_proxy
    ftp_proxy
    GOPROXY
    GOPRIVATE
    GONOPROXY
    GONOSUMDB
    GOSUMDB
    GOINSECURE
    GOAUTH
    GOVCS
    GOFLAGS)

# Where distributions keep the bundle of all certificates.
set(_sgb_ca_bundles /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt
                    /etc/ssl/ca-bundle.pem /etc/ssl/cert.pem)

# Files of the host are read-only below this folder of the container.
set(_sgb_facts_folder /run/static-go)
# For each such file the variables that name it; @ stands for its path.
set(_sgb_fact_ca.pem "SSL_CERT_FILE=@" "GIT_SSL_CAINFO=@" "CURL_CA_BUNDLE=@")
set(_sgb_fact_netrc "NETRC=@")
set(_sgb_fact_ssh-agent "SSH_AUTH_SOCK=@")
set(_sgb_fact_known_hosts "GIT_SSH_COMMAND=ssh -o UserKnownHostsFile=@")

# Sets in the caller's scope
#   host_OWNER       uid:gid of the caller
#   host_VARIABLES   names of variables to hand on
#   host_FILES       files to hand in, read-only
#   host_FILE_NAMES  what each is called in the container's facts folder
function(_sgb_host_facts)
  set(host_OWNER "0:0")
  if(NOT CMAKE_HOST_WIN32)
    execute_process(COMMAND id -u OUTPUT_VARIABLE uid OUTPUT_STRIP_TRAILING_WHITESPACE)
    execute_process(COMMAND id -g OUTPUT_VARIABLE gid OUTPUT_STRIP_TRAILING_WHITESPACE)
    set(host_OWNER "${uid}:${gid}")
  endif()
  set(host_VARIABLES "")
  foreach(name IN LISTS _sgb_passed_variables)
    if(DEFINED ENV{${name}})
      list(APPEND host_VARIABLES ${name})
    endif()
  endforeach()
  set(host_FILES "")
  set(host_FILE_NAMES "")
  _sgb_find_ca_bundle(bundle)
  _sgb_add_host_file(ca.pem "${bundle}")
  _sgb_find_netrc(netrc)
  _sgb_add_host_file(netrc "${netrc}")
  _sgb_find_ssh_agent(agent known_hosts)
  _sgb_add_host_file(ssh-agent "${agent}")
  _sgb_add_host_file(known_hosts "${known_hosts}")
  foreach(name IN ITEMS OWNER VARIABLES FILES FILE_NAMES)
    set(host_${name} "${host_${name}}" PARENT_SCOPE)
  endforeach()
endfunction()

# Appends to the caller's host_FILES; an empty path is none.
function(_sgb_add_host_file name path)
  if(NOT path STREQUAL "")
    set(host_FILES ${host_FILES} "${path}" PARENT_SCOPE)
    set(host_FILE_NAMES ${host_FILE_NAMES} ${name} PARENT_SCOPE)
  endif()
endfunction()

# STATIC_GO_BINARY_CA_BUNDLE (a file, or OFF), else SSL_CERT_FILE, else the distribution's.
function(_sgb_find_ca_bundle out)
  set(found "")
  if(SGB_CA_BUNDLE STREQUAL "")
    foreach(file IN LISTS ENV{SSL_CERT_FILE} _sgb_ca_bundles)
      if(EXISTS "${file}")
        set(found "${file}")
        break()
      endif()
    endforeach()
  elseif(EXISTS "${SGB_CA_BUNDLE}")
    set(found "${SGB_CA_BUNDLE}")
  elseif(NOT SGB_CA_BUNDLE MATCHES "^(OFF|NO|FALSE|0)$")
    _sgb_build_error("STATIC_GO_BINARY_CA_BUNDLE '${SGB_CA_BUNDLE}' is no file")
  endif()
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

# STATIC_GO_BINARY_NETRC: ON for the file in the home folder, or a file.
function(_sgb_find_netrc out)
  set(netrc "")
  if(SGB_NETRC MATCHES "^(ON|YES|TRUE|1)$")
    set(netrc "$ENV{HOME}/.netrc")
  elseif(SGB_NETRC AND NOT SGB_NETRC MATCHES "^(OFF|NO|FALSE|0)$")
    set(netrc "${SGB_NETRC}")
  endif()
  if(NOT netrc STREQUAL "" AND NOT EXISTS "${netrc}")
    _sgb_build_error("STATIC_GO_BINARY_NETRC is '${SGB_NETRC}', but there is no file ${netrc}")
  endif()
  set(${out} "${netrc}" PARENT_SCOPE)
endfunction()

# STATIC_GO_BINARY_SSH_AGENT: the agent's socket, and the keys of the hosts that the user knows.
function(_sgb_find_ssh_agent agent known_hosts)
  set(${agent} "" PARENT_SCOPE)
  set(${known_hosts} "" PARENT_SCOPE)
  if(SGB_SSH_AGENT)
    if(NOT EXISTS "$ENV{SSH_AUTH_SOCK}")
      _sgb_build_error(
        "STATIC_GO_BINARY_SSH_AGENT is ON, but SSH_AUTH_SOCK names no socket: is an ssh-agent running?")
    endif()
    set(${agent} "$ENV{SSH_AUTH_SOCK}" PARENT_SCOPE)
    if(EXISTS "$ENV{HOME}/.ssh/known_hosts")
      set(${known_hosts} "$ENV{HOME}/.ssh/known_hosts" PARENT_SCOPE)
    endif()
  endif()
endfunction()

# NAME=value for each file that is handed in. `folder`: where the files are; empty for the host's
# own paths.
function(_sgb_host_file_variables folder out)
  set(variables "")
  foreach(path name IN ZIP_LISTS host_FILES host_FILE_NAMES)
    if(NOT folder STREQUAL "")
      set(path "${folder}/${name}")
    endif()
    foreach(variable IN LISTS _sgb_fact_${name})
      string(REPLACE "@" "${path}" variable "${variable}")
      list(APPEND variables "${variable}")
    endforeach()
  endforeach()
  set(${out} "${variables}" PARENT_SCOPE)
endfunction()

# What an engine without a container of its own would inherit: every variable that it must not see.
function(_sgb_unwanted_variables out)
  set(unwanted "")
  execute_process(COMMAND "${CMAKE_COMMAND}" -E environment OUTPUT_VARIABLE text)
  string(REGEX MATCHALL "(^|\n)[A-Za-z_][A-Za-z0-9_]*=" names "${text}")
  foreach(name IN LISTS names)
    string(REGEX MATCH "[A-Za-z_][A-Za-z0-9_]*" name "${name}")
    if(NOT name IN_LIST host_VARIABLES AND NOT name STREQUAL "TERM")
      list(APPEND unwanted ${name})
    endif()
  endforeach()
  set(${out} "${unwanted}" PARENT_SCOPE)
endfunction()
