# What a call of static_go_binary() said, validated and completed: one request.
#
# A request is a set of variables request_<KEYWORD> in the scope of static_go_binary(); the
# functions below read it there. Nothing outside this file looks at the call's own words.
include_guard(GLOBAL)

# Stops the configure run: which call it was, what is wrong, and, indented so that CMake does not
# re-wrap them, further lines with the way out.
function(_sgb_argument_error target problem)
  string(REPLACE "\n" "\n  " problem "${problem}")
  message(FATAL_ERROR " static_go_binary(${target}): ${problem}")
endfunction()

# A misspelt keyword behind one that takes many values would pass as another value of it.
function(_sgb_find_misspelt_keywords)
  foreach(keyword IN ITEMS PACKAGES ARCHITECTURES APK_PACKAGES LDFLAGS VERSION_VARIABLE IMPORT_PATH
                           ALLOW_NEEDED RUN_ON)
    foreach(value IN LISTS request_${keyword})
      if(value MATCHES "^[A-Z]+(_[A-Z]+)*$")
        list(APPEND request_UNPARSED_ARGUMENTS "${value}")
      endif()
    endforeach()
  endforeach()
  set(request_UNPARSED_ARGUMENTS "${request_UNPARSED_ARGUMENTS}" PARENT_SCOPE)
endfunction()

function(_sgb_check_parsed_arguments target)
  _sgb_find_misspelt_keywords()
  if(request_UNPARSED_ARGUMENTS)
    set(all "")
    foreach(kind IN ITEMS OPTION ONE MANY)
      _sgb_keywords(${kind} names)
      list(APPEND all ${names})
    endforeach()
    list(SORT all)
    list(JOIN all " " all)
    list(JOIN request_UNPARSED_ARGUMENTS "', '" unknown)
    _sgb_argument_error(${target} "unknown keyword or stray value '${unknown}'.\nThe keywords are: ${all}")
  endif()
  if(request_KEYWORDS_MISSING_VALUES)
    list(JOIN request_KEYWORDS_MISSING_VALUES ", " missing)
    _sgb_argument_error(
      ${target}
      "missing value for ${missing}.\nGive a value behind the keyword, or leave the keyword out for its default."
    )
  endif()
endfunction()

# What the call left out comes from STATIC_GO_BINARY_<keyword>, where such a default makes sense.
# An option that is absent reads FALSE, not undefined.
function(_sgb_apply_default_variables)
  _sgb_keywords(VARIABLE keywords)
  foreach(keyword IN LISTS keywords)
    if(NOT request_${keyword} AND NOT "${STATIC_GO_BINARY_${keyword}}" STREQUAL ""
       AND (NOT DEFINED request_${keyword} OR request_${keyword} STREQUAL "FALSE"))
      set(request_${keyword} "${STATIC_GO_BINARY_${keyword}}" PARENT_SCOPE)
    endif()
  endforeach()
endfunction()

# `value` must be one of the further arguments.
function(_sgb_check_choice target keyword value)
  if(NOT value IN_LIST ARGN)
    list(JOIN ARGN " " choices)
    _sgb_argument_error(${target} "${keyword} '${value}' is not known.\nIt is one of: ${choices}")
  endif()
endfunction()

# ---- architectures and the Alpine release -----------------------------------------------------

# Call, variable, tool chain file, this machine: the first that names architectures.
function(_sgb_default_architectures out)
  set(processor "${CMAKE_HOST_SYSTEM_PROCESSOR}")
  if(DEFINED STATIC_GO_BINARY_TOOLCHAIN_ARCHITECTURE)
    set(${out} "${STATIC_GO_BINARY_TOOLCHAIN_ARCHITECTURE}" PARENT_SCOPE)
    return()
  elseif(CMAKE_CROSSCOMPILING)
    set(processor "${CMAKE_SYSTEM_PROCESSOR}")
  endif()
  _sgb_architecture_of_processor("${processor}" found)
  if(NOT found)
    _sgb_architectures(known)
    list(JOIN known " " known)
    _sgb_argument_error(
      ${target}
      "no architecture belongs to the processor '${processor}'.\nName some with ARCHITECTURES: ${known}")
  endif()
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

function(_sgb_check_architectures target)
  _sgb_architectures(known)
  foreach(arch IN LISTS ARGN)
    if(NOT arch IN_LIST known)
      list(JOIN known " " names)
      _sgb_argument_error(${target}
                          "ARCHITECTURES names '${arch}', which is not in the table.\nKnown are: ${names}")
    endif()
  endforeach()
endfunction()

function(_sgb_check_alpine_version target version)
  _sgb_alpine_go("${version}" go)
  if(NOT go)
    _sgb_alpine_releases(known)
    list(JOIN known " " known)
    _sgb_argument_error(
      ${target}
      "ALPINE_VERSION '${version}' is not a release that this package knows.\nKnown are: ${known}\nFor any other, give IMAGE (and its nearest release as ALPINE_VERSION)."
    )
  endif()
endfunction()

# The architecture of the container that builds `arch`: its own where C is compiled; the machine's,
# by Go's cross compiler, where none is.
function(_sgb_builder_architecture arch out)
  if(NOT request_CGO)
    _sgb_host_architecture(arch)
  endif()
  set(${out} ${arch} PARENT_SCOPE)
endfunction()

function(_sgb_check_release_has_architectures target)
  foreach(arch IN LISTS request_ARCHITECTURES)
    _sgb_builder_architecture(${arch} builder)
    _sgb_architecture(${builder} SINCE since)
    if(request_ALPINE_VERSION VERSION_LESS since)
      _sgb_argument_error(
        ${target}
        "Alpine ${request_ALPINE_VERSION} does not exist for '${builder}'.\nTake ALPINE_VERSION ${since} or later, or leave '${builder}' out of ARCHITECTURES."
      )
    endif()
    _sgb_architecture(${builder} HUB hub)
    if(hub STREQUAL "" AND request_IMAGE STREQUAL "" AND request_ROOTFS STREQUAL ""
       AND NOT DEFINED STATIC_GO_BINARY_ROOTFS_${builder})
      _sgb_argument_error(
        ${target}
        "Alpine publishes no official image for '${builder}'.\nGive one with IMAGE, or a root file system with ROOTFS; a program without C is cross-compiled with CGO OFF."
      )
    endif()
  endforeach()
endfunction()

# ---- Go: the module, its version, flags ------------------------------------------------------

# go.mod's `go` line against the release's Go. An IMAGE may hold any Go, so only `go` itself can
# judge there.
function(_sgb_check_go_version target)
  if(NOT source_GO OR request_GO_IS_UNKNOWN)
    return()
  endif()
  _sgb_alpine_go("${request_ALPINE_VERSION}" go)
  string(REGEX MATCH "^[0-9]+\\.[0-9]+" wanted "${source_GO}")
  if(wanted VERSION_GREATER go)
    _sgb_alpine_release_with_go(${wanted} release)
    if(release)
      set(way_out "Take ALPINE_VERSION ${release} (its first with Go ${wanted}) or later")
    else()
      set(way_out "No Alpine release known here has it: give an IMAGE that has")
    endif()
    _sgb_argument_error(
      ${target}
      "${source_GO_FILE} wants Go ${source_GO}, but Alpine ${request_ALPINE_VERSION} has Go ${go}, which Alpine does not let fetch a newer one.\n${way_out}, or lower the go line."
    )
  endif()
endfunction()

function(_sgb_check_ldflags target)
  foreach(flag IN LISTS ARGN)
    if(flag MATCHES "(^| )(--?(linkmode|extldflags|extld))([= ]|$)")
      _sgb_argument_error(
        ${target}
        "LDFLAGS must not hold ${CMAKE_MATCH_2}: how to link is LINKAGE's part, and a second ${CMAKE_MATCH_2} would make the result dynamic.\nFlags for the C linker go into ENVIRONMENT, as CGO_LDFLAGS=..."
      )
    endif()
  endforeach()
endfunction()

function(_sgb_check_go_flags target)
  foreach(flag IN LISTS ARGN)
    if(flag MATCHES "^--?(o|ldflags|tags|buildmode|p)(=|$)")
      _sgb_argument_error(
        ${target}
        "GO_FLAGS must not hold ${flag}.\nIt has a keyword: OUTPUT_NAME, LDFLAGS, TAGS, LINKAGE; for -p the variable STATIC_GO_BINARY_JOBS."
      )
    endif()
  endforeach()
endfunction()

# Every value of a keyword must match a pattern, which `form` puts into words.
function(_sgb_check_form target keyword pattern form)
  foreach(value IN LISTS ARGN)
    if(NOT value MATCHES "${pattern}")
      _sgb_argument_error(${target} "${keyword} '${value}' is not ${form}.")
    endif()
  endforeach()
endfunction()

function(_sgb_check_version_variables target)
  foreach(entry IN LISTS ARGN)
    string(REGEX REPLACE "^[^=]*=" "" value "${entry}")
    _sgb_quote_go(quoted "${value}")
    if(quoted STREQUAL "NOTFOUND")
      _sgb_argument_error(
        ${target}
        "VERSION_VARIABLE '${entry}' holds both kinds of quotes, which go's -ldflags cannot express.")
    endif()
  endforeach()
endfunction()

# Keywords that only C code can heed.
function(_sgb_check_needs_cgo target)
  if(request_CGO)
    return()
  endif()
  foreach(keyword IN ITEMS STACK_SIZE LINK_LIBRARIES ALLOW_NEEDED)
    if(NOT request_${keyword} STREQUAL "")
      _sgb_argument_error(
        ${target}
        "${keyword} has no effect with CGO OFF, which compiles and links no C.\nTake CGO ON, or leave ${keyword} out."
      )
    endif()
  endforeach()
  if(request_LINKAGE STREQUAL "static-pie")
    _sgb_argument_error(
      ${target}
      "LINKAGE static-pie needs CGO ON: Go's own linker makes a PIE that asks for a dynamic loader.\nTake CGO ON, or LINKAGE static."
    )
  endif()
endfunction()

# ---- the request ----------------------------------------------------------------------------

# The binaries' names, in the order of PACKAGES: what `go build` calls them, or OUTPUT_NAME.
function(_sgb_binary_names target out)
  list(LENGTH request_PACKAGES count)
  if(NOT request_OUTPUT_NAME STREQUAL "")
    if(count GREATER 1)
      _sgb_argument_error(
        ${target}
        "OUTPUT_NAME '${request_OUTPUT_NAME}' cannot name the results of ${count} PACKAGES.\nMake one call per package, or leave OUTPUT_NAME out."
      )
    elseif(NOT request_OUTPUT_NAME MATCHES "^[^/\\\\]+$" OR request_OUTPUT_NAME MATCHES "^\\.")
      _sgb_argument_error(
        ${target}
        "OUTPUT_NAME '${request_OUTPUT_NAME}' is not a file name.\nThe folder is OUTPUT_DIRECTORY's part.")
    endif()
    set(${out} "${request_OUTPUT_NAME}" PARENT_SCOPE)
    return()
  endif()
  set(names "")
  foreach(package IN LISTS request_PACKAGES)
    _sgb_go_binary_name("${package}" name)
    if(name IN_LIST names)
      _sgb_argument_error(
        ${target}
        "two of its PACKAGES build a binary called '${name}'.\nMake one call per package, with OUTPUT_NAME.")
    endif()
    list(APPEND names "${name}")
  endforeach()
  set(${out} "${names}" PARENT_SCOPE)
endfunction()

# Two calls that write one file would each undo the other's work at every build.
function(_sgb_claim_outputs target)
  foreach(arch IN LISTS request_ARCHITECTURES)
    foreach(binary IN LISTS request_BINARIES)
      set(file "${request_OUTPUT_DIRECTORY}/${arch}/${binary}")
      get_property(owner GLOBAL PROPERTY "_SGB_OUTPUT_${file}")
      if(owner)
        _sgb_argument_error(
          ${target}
          "${file} is already the result of static_go_binary(${owner}).\nGive one of the two another OUTPUT_NAME or OUTPUT_DIRECTORY."
        )
      endif()
      set_property(GLOBAL PROPERTY "_SGB_OUTPUT_${file}" ${target})
    endforeach()
  endforeach()
endfunction()

function(_sgb_absolute path base out)
  cmake_path(ABSOLUTE_PATH path BASE_DIRECTORY "${base}" NORMALIZE)
  string(REGEX REPLACE "(.)/$" "\\1" path "${path}")
  set(${out} "${path}" PARENT_SCOPE)
endfunction()

# Gives what is still undefined its default of the package.
function(_sgb_apply_package_defaults)
  get_property(release GLOBAL PROPERTY _SGB_ALPINE_DEFAULT)
  foreach(pair IN ITEMS SOURCE_DIR=. PACKAGES=. OUTPUT_DIRECTORY=out ALPINE_VERSION=${release} ENGINE=auto
                        NETWORK=default CGO=ON LINKAGE=static)
    string(REPLACE "=" ";" pair "${pair}")
    list(GET pair 0 keyword)
    list(GET pair 1 value)
    if(NOT DEFINED request_${keyword})
      set(request_${keyword} "${value}" PARENT_SCOPE)
    endif()
  endforeach()
  if(NOT DEFINED request_ARCHITECTURES)
    _sgb_default_architectures(architectures)
    set(request_ARCHITECTURES "${architectures}" PARENT_SCOPE)
  endif()
endfunction()

function(_sgb_check_run_on target)
  if(NOT request_RUN_ON STREQUAL "" AND request_RUN_TEST STREQUAL "" AND "${STATIC_GO_BINARY_RUN_ON}"
                                                                         STREQUAL "")
    _sgb_argument_error(
      ${target}
      "RUN_ON has no effect without RUN_TEST.\nSay with RUN_TEST which arguments the binary gets, for instance --version."
    )
  endif()
endfunction()

# Every check that needs nothing but the words of the call.
function(_sgb_check_values target)
  _sgb_check_choice(${target} LINKAGE "${request_LINKAGE}" static static-pie)
  _sgb_check_choice(${target} NETWORK "${request_NETWORK}" default none host)
  _sgb_engines(engines)
  _sgb_check_choice(${target} ENGINE "${request_ENGINE}" auto ${engines})
  _sgb_check_choice(${target} CGO "${request_CGO}" ON OFF TRUE FALSE YES NO 1 0)
  _sgb_check_architectures(${target} ${request_ARCHITECTURES})
  _sgb_check_alpine_version(${target} "${request_ALPINE_VERSION}")
  _sgb_check_ldflags(${target} ${request_LDFLAGS})
  _sgb_check_go_flags(${target} ${request_GO_FLAGS})
  _sgb_check_form(${target} ENVIRONMENT "^[A-Za-z_][A-Za-z0-9_]*=" "of the form NAME=value"
                  "${request_ENVIRONMENT}")
  _sgb_check_form(${target} APK_PACKAGES "^[A-Za-z0-9][A-Za-z0-9._+~<>=@:-]*$" "the name of an apk package"
                  "${request_APK_PACKAGES}")
  _sgb_check_form(${target} TAGS "^[A-Za-z0-9_.]+$" "a build tag" "${request_TAGS}")
  _sgb_check_form(${target} STACK_SIZE "^[1-9][0-9]*$" "a number of bytes, such as 2097152"
                  "${request_STACK_SIZE}")
  _sgb_check_form(${target} VERSION_VARIABLE "^[^= ]+\\.[^=. /]+="
                  "of the form package.variable=value (main.version=1.2)" "${request_VERSION_VARIABLE}")
  _sgb_check_version_variables(${target} ${request_VERSION_VARIABLE})
  _sgb_check_needs_cgo(${target})
  _sgb_check_run_on(${target})
  _sgb_check_release_has_architectures(${target})
endfunction()

# Validates and completes the request_* that cmake_parse_arguments left in the caller's scope, and
# adds to them
#   BINARIES   names of the results, in the order of PACKAGES
#   SOURCE_*   what GoSource.cmake read of the source: see there
function(_sgb_complete_request target)
  if(TARGET ${target})
    _sgb_argument_error(${target} "there is a target '${target}' already.\nTake another name.")
  endif()
  _sgb_check_parsed_arguments(${target})
  _sgb_apply_default_variables()
  if(DEFINED request_IMAGE AND NOT DEFINED request_ALPINE_VERSION)
    set(request_GO_IS_UNKNOWN TRUE)
  else()
    set(request_GO_IS_UNKNOWN FALSE)
  endif()
  _sgb_apply_package_defaults()
  foreach(kind IN ITEMS ONE MANY)
    _sgb_keywords(${kind} keywords)
    foreach(keyword IN LISTS keywords)
      if(NOT DEFINED request_${keyword})
        set(request_${keyword} "")
      endif()
    endforeach()
  endforeach()
  list(REMOVE_DUPLICATES request_ARCHITECTURES)
  _sgb_check_values(${target})

  _sgb_absolute("${request_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}" request_SOURCE_DIR)
  _sgb_absolute("${request_OUTPUT_DIRECTORY}" "${CMAKE_CURRENT_BINARY_DIR}" request_OUTPUT_DIRECTORY)
  _sgb_read_go_source(${target})
  _sgb_check_go_version(${target})
  _sgb_binary_names(${target} request_BINARIES)
  _sgb_claim_outputs(${target})

  get_cmake_property(variables VARIABLES)
  list(FILTER variables INCLUDE REGEX "^(request|source)_")
  foreach(variable IN LISTS variables)
    set(${variable} "${${variable}}" PARENT_SCOPE)
  endforeach()
endfunction()
