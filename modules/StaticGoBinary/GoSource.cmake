# What the Go source says at configure time: its module, the Go it wants, the folders outside it
# that it needs, and the names of its binaries. Reads go.mod and go.work; runs no go.
#
# _sgb_read_go_source() sets in the caller's scope
#   source_MODULE    module path, or IMPORT_PATH of a GOPATH-style tree
#   source_ROOT      the module's folder; SOURCE_DIR in a GOPATH-style tree
#   source_GO        version of the `go` line that counts; empty without one
#   source_GO_FILE   the file that has it
#   source_FOLDERS   host folders and files that the build must see
#   source_PLACES    where each of them is in the container, below the root of sources
#   source_WORKDIR   SOURCE_DIR's place, likewise
#   source_WITNESS   a file that must be visible there, likewise
#   source_GO_FILES  go.mod, go.sum, go.work, ...: those that exist
include_guard(GLOBAL)

# The lines of a go.mod or go.work, without comments, blocks written out: `replace ( a => b )`
# reads as `replace a => b`.
function(_sgb_go_directives file out)
  file(STRINGS "${file}" lines ENCODING UTF-8)
  set(directives "")
  set(block "")
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "//.*$" "" line "${line}")
    string(STRIP "${line}" line)
    if(line MATCHES "^([a-z]+) *\\($")
      set(block "${CMAKE_MATCH_1} ")
    elseif(line STREQUAL ")")
      set(block "")
    elseif(NOT line STREQUAL "")
      string(REPLACE "\"" "" line "${line}")
      list(APPEND directives "${block}${line}")
    endif()
  endforeach()
  set(${out} "${directives}" PARENT_SCOPE)
endfunction()

# The single value of a directive (`module`, `go`); empty without one.
function(_sgb_go_directive name out)
  set(value "")
  foreach(directive IN LISTS ARGN)
    if(directive MATCHES "^${name}[ \t]+(.+)$")
      set(value "${CMAKE_MATCH_1}")
      break()
    endif()
  endforeach()
  set(${out} "${value}" PARENT_SCOPE)
endfunction()

# The folders on this machine that the `replace` (go.mod) and `use` (go.work) lines of `file` name.
# An absolute one would mean nothing where the folders are mounted.
function(_sgb_go_local_folders target file out)
  cmake_path(GET file PARENT_PATH base)
  set(folders "")
  foreach(directive IN LISTS ARGN)
    # One expression at a time: an OR would forget what the first one matched.
    if(directive MATCHES "^(replace .*=>|use)[ \t]*(/.*)$")
      _sgb_argument_error(
        ${target}
        "${file} names the folder ${CMAKE_MATCH_2} by its absolute path, which the build does not see.\nWrite it relative to the file: ../folder"
      )
    elseif(directive MATCHES "^(replace .*=>|use)[ \t]*(\\.\\.?(/.*)?)$")
      _sgb_absolute("${CMAKE_MATCH_2}" "${base}" folder)
      if(NOT IS_DIRECTORY "${folder}")
        _sgb_argument_error(${target} "${file} names the folder ${folder}, which does not exist.")
      endif()
      list(APPEND folders "${folder}")
    endif()
  endforeach()
  set(${out} "${folders}" PARENT_SCOPE)
endfunction()

# The nearest folder at or above `dir` that has a file `name`: where Go looks, too.
function(_sgb_find_upward dir name out)
  set(found "")
  while(TRUE)
    if(EXISTS "${dir}/${name}")
      set(found "${dir}")
      break()
    endif()
    cmake_path(GET dir PARENT_PATH parent)
    if(parent STREQUAL dir)
      break()
    endif()
    set(dir "${parent}")
  endwhile()
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

# The deepest folder that holds all the given ones.
function(_sgb_common_folder out first)
  set(common "${first}")
  foreach(folder IN LISTS ARGN)
    while(TRUE)
      cmake_path(IS_PREFIX common "${folder}" inside)
      if(inside)
        break()
      endif()
      cmake_path(GET common PARENT_PATH common)
    endwhile()
  endforeach()
  set(${out} "${common}" PARENT_SCOPE)
endfunction()

# Leaves out what lies inside another entry: a mount of the outer one shows it already.
function(_sgb_outermost out)
  set(kept "")
  foreach(path IN LISTS ARGN)
    set(covered FALSE)
    foreach(other IN LISTS ARGN)
      cmake_path(IS_PREFIX other "${path}" inside)
      if(inside AND NOT other STREQUAL path)
        set(covered TRUE)
      endif()
    endforeach()
    if(NOT covered AND NOT path IN_LIST kept)
      list(APPEND kept "${path}")
    endif()
  endforeach()
  set(${out} "${kept}" PARENT_SCOPE)
endfunction()

# ---- the two kinds of trees -------------------------------------------------------------------

# Module mode. All folders keep their place relative to each other below the root of sources, so
# that `replace x => ../x` means in the container what it means here.
function(_sgb_read_module target)
  _sgb_find_upward("${request_SOURCE_DIR}" go.mod root)
  _sgb_find_upward("${request_SOURCE_DIR}" go.work workspace)
  if(NOT root)
    set(root "${request_SOURCE_DIR}")
  endif()
  if(NOT EXISTS "${root}/go.mod" AND NOT workspace)
    _sgb_argument_error(
      ${target}
      "there is no go.mod at SOURCE_DIR ${request_SOURCE_DIR}.\nPoint SOURCE_DIR to the folder of a Go module; a tree without go.mod needs IMPORT_PATH, its place in a GOPATH."
    )
  endif()

  set(paths "${root}")
  if(NOT request_LINK_LIBRARIES STREQUAL "")
    # The libraries are built by the whole project's CMakeLists.txt.
    list(APPEND paths "${CMAKE_SOURCE_DIR}")
  endif()
  set(files "")
  set(source_ROOT "${root}")
  set(source_MODULE "")
  set(source_GO "")
  set(source_GO_FILE "")
  if(EXISTS "${root}/go.mod")
    _sgb_go_directives("${root}/go.mod" directives)
    _sgb_go_directive(module source_MODULE ${directives})
    _sgb_go_directive(go source_GO ${directives})
    set(source_GO_FILE "${root}/go.mod")
    _sgb_go_local_folders(${target} "${root}/go.mod" folders ${directives})
    list(APPEND paths ${folders})
    list(APPEND files "${root}/go.mod" "${root}/go.sum" "${root}/vendor/modules.txt")
    _sgb_go_files_of(folders ${folders})
    list(APPEND files ${folders})
  endif()
  if(workspace AND NOT "GOWORK=off" IN_LIST request_ENVIRONMENT)
    _sgb_read_workspace(${target} "${workspace}")
  endif()

  _sgb_outermost(source_FOLDERS ${paths})
  _sgb_common_folder(base ${source_FOLDERS} "${root}")
  set(source_PLACES "")
  foreach(folder IN LISTS source_FOLDERS)
    file(RELATIVE_PATH place "${base}" "${folder}")
    list(APPEND source_PLACES "./${place}")
  endforeach()
  file(RELATIVE_PATH source_WORKDIR "${base}" "${request_SOURCE_DIR}")
  set(source_GO_FILES "")
  list(REMOVE_DUPLICATES files)
  foreach(file IN LISTS files)
    if(EXISTS "${file}")
      list(APPEND source_GO_FILES "${file}")
    endif()
  endforeach()
  list(GET source_GO_FILES 0 witness)
  file(RELATIVE_PATH source_WITNESS "${base}" "${witness}")
  # Which folders are mounted stands in these: read them again when they change.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source_GO_FILES})
  foreach(name IN ITEMS MODULE ROOT GO GO_FILE FOLDERS PLACES WORKDIR WITNESS GO_FILES)
    set(source_${name} "${source_${name}}" PARENT_SCOPE)
  endforeach()
endfunction()

# The files of modules that say what they consist of.
function(_sgb_go_files_of out)
  list(TRANSFORM ARGN APPEND "/go.mod" OUTPUT_VARIABLE mods)
  list(TRANSFORM ARGN APPEND "/go.sum" OUTPUT_VARIABLE sums)
  set(${out} ${mods} ${sums} PARENT_SCOPE)
endfunction()

# Adds a go.work, the modules it uses and what these replace to `paths` and `files`.
function(_sgb_read_workspace target workspace)
  _sgb_go_directives("${workspace}/go.work" directives)
  _sgb_go_directive(go go ${directives})
  if("${go}" VERSION_GREATER "${source_GO}")
    set(source_GO "${go}" PARENT_SCOPE)
    set(source_GO_FILE "${workspace}/go.work" PARENT_SCOPE)
  endif()
  _sgb_go_local_folders(${target} "${workspace}/go.work" folders ${directives})
  set(used ${folders})
  foreach(module IN LISTS used)
    if(EXISTS "${module}/go.mod")
      _sgb_go_directives("${module}/go.mod" directives)
      _sgb_go_local_folders(${target} "${module}/go.mod" replaced ${directives})
      list(APPEND folders ${replaced})
    endif()
  endforeach()
  foreach(name IN ITEMS go.work go.work.sum vendor)
    if(EXISTS "${workspace}/${name}")
      list(APPEND folders "${workspace}/${name}")
    endif()
  endforeach()
  set(paths ${paths} ${folders} PARENT_SCOPE)
  _sgb_go_files_of(module_files ${folders})
  set(files ${files} "${workspace}/go.work" "${workspace}/go.work.sum" "${workspace}/vendor/modules.txt"
            ${module_files} PARENT_SCOPE)
endfunction()

# Something of SOURCE_DIR that is there as long as the packages are: a package's folder, or a Go file
# where the package is SOURCE_DIR itself.
function(_sgb_gopath_witness out)
  list(GET request_PACKAGES 0 package)
  cmake_path(NORMAL_PATH package OUTPUT_VARIABLE witness)
  if(witness MATCHES "^\\.?/?$" OR NOT package MATCHES "^\\.")
    set(witness ".")
    file(GLOB files RELATIVE "${request_SOURCE_DIR}" "${request_SOURCE_DIR}/*.go")
    if(files)
      list(GET files 0 witness)
    endif()
  endif()
  set(${out} "${witness}" PARENT_SCOPE)
endfunction()

# GOPATH mode: IMPORT_PATH <import path of SOURCE_DIR> [<import path>=<folder>...].
function(_sgb_read_gopath target)
  set(entries ${request_IMPORT_PATH})
  list(POP_FRONT entries source_MODULE)
  set(source_FOLDERS "${request_SOURCE_DIR}")
  set(source_PLACES "./src/${source_MODULE}")
  foreach(entry IN LISTS entries)
    if(NOT entry MATCHES "^([^=]+)=(.+)$")
      _sgb_argument_error(
        ${target}
        "IMPORT_PATH '${entry}' is not of the form <import path>=<folder>.\nThe first value is SOURCE_DIR's import path, further ones name folders of the GOPATH."
      )
    endif()
    list(APPEND source_PLACES "./src/${CMAKE_MATCH_1}")
    _sgb_absolute("${CMAKE_MATCH_2}" "${CMAKE_CURRENT_SOURCE_DIR}" folder)
    list(APPEND source_FOLDERS "${folder}")
  endforeach()
  foreach(folder IN LISTS source_FOLDERS)
    if(NOT IS_DIRECTORY "${folder}")
      _sgb_argument_error(${target} "IMPORT_PATH names the folder ${folder}, which does not exist.")
    endif()
  endforeach()
  if(NOT request_LINK_LIBRARIES STREQUAL "")
    list(APPEND source_FOLDERS "${CMAKE_SOURCE_DIR}")
    list(APPEND source_PLACES ./project)
  endif()
  _sgb_gopath_witness(witness)
  set(source_ROOT "${request_SOURCE_DIR}")
  set(source_GO "")
  set(source_GO_FILE "")
  set(source_GO_FILES "")
  set(source_WORKDIR "src/${source_MODULE}")
  set(source_WITNESS "src/${source_MODULE}/${witness}")
  foreach(name IN ITEMS MODULE ROOT GO GO_FILE FOLDERS PLACES WORKDIR WITNESS GO_FILES)
    set(source_${name} "${source_${name}}" PARENT_SCOPE)
  endforeach()
endfunction()

function(_sgb_read_go_source target)
  if(NOT IS_DIRECTORY "${request_SOURCE_DIR}")
    _sgb_argument_error(
      ${target}
      "SOURCE_DIR ${request_SOURCE_DIR} does not exist.\nIt is the folder of the Go module, relative to ${CMAKE_CURRENT_SOURCE_DIR}."
    )
  endif()
  if(request_IMPORT_PATH)
    _sgb_read_gopath(${target})
  else()
    _sgb_read_module(${target})
  endif()
  foreach(package IN LISTS request_PACKAGES)
    _sgb_check_go_package(${target} "${package}")
  endforeach()
  foreach(name IN ITEMS MODULE ROOT GO GO_FILE FOLDERS PLACES WORKDIR WITNESS GO_FILES)
    set(source_${name} "${source_${name}}" PARENT_SCOPE)
  endforeach()
endfunction()

# ---- packages and their binaries -----------------------------------------------------------------

# A package given by its folder must be one; one given by its import path is Go's to find.
function(_sgb_check_go_package target package)
  if(package MATCHES "\\.\\.\\.")
    _sgb_argument_error(
      ${target}
      "PACKAGES '${package}' is a pattern; the names of the results must be known before the build.\nName each main package: ./cmd/one ./cmd/two"
    )
  endif()
  set(folder "${request_SOURCE_DIR}/${package}")
  if(NOT package MATCHES "^\\.")
    if(IS_DIRECTORY "${folder}" AND NOT package MATCHES "^[^/]*\\.[^/]*/")
      _sgb_argument_error(
        ${target} "PACKAGES '${package}' reads as an import path, but is a folder.\nWrite ./${package}")
    endif()
    return()
  endif()
  file(GLOB go_files "${folder}/*.go")
  if(NOT go_files)
    _sgb_argument_error(
      ${target}
      "PACKAGES '${package}': there is no Go file in ${folder}.\nA package is a folder below SOURCE_DIR (./cmd/tool), or an import path."
    )
  endif()
endfunction()

# What `go build` calls the package's binary: the last element of its import path that is not a
# major version.
function(_sgb_go_binary_name package out)
  if(package MATCHES "^\\.")
    # The package may lie in another module than SOURCE_DIR: in one of a workspace.
    _sgb_absolute("${package}" "${request_SOURCE_DIR}" folder)
    set(root "${source_ROOT}")
    set(module "${source_MODULE}")
    if(request_IMPORT_PATH STREQUAL "")
      _sgb_find_upward("${folder}" go.mod root)
      _sgb_go_directives("${root}/go.mod" directives)
      _sgb_go_directive(module module ${directives})
    endif()
    file(RELATIVE_PATH below "${root}" "${folder}")
    set(package "${module}/${below}")
  endif()
  string(REGEX REPLACE "@.*$" "" package "${package}")
  string(REGEX REPLACE "/+" ";" elements "${package}")
  list(REMOVE_ITEM elements "")
  list(POP_BACK elements name)
  if(name MATCHES "^v([2-9]|[1-9][0-9]+)$" AND elements)
    list(POP_BACK elements name)
  endif()
  set(${out} "${name}" PARENT_SCOPE)
endfunction()
