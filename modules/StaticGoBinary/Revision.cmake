# The VCS revision for VERSION_VARIABLE, found at configure time.
#
# `<REVISION>` stands for `git describe --always --tags` of SOURCE_DIR. Configuring depends on what a
# commit, a checkout or a tag changes in the repository: so the revision is right after each, and
# an unchanged one rebuilds nothing. Uncommitted changes are not marked: any
# edited file would otherwise change every binary.
include_guard(GLOBAL)

# Replaces <REVISION> in `text`.
function(_sgb_expand_revision text out)
  if(text MATCHES "<REVISION>")
    _sgb_revision(revision)
    string(REPLACE "<REVISION>" "${revision}" text "${text}")
  endif()
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

function(_sgb_revision out)
  find_program(STATIC_GO_BINARY_GIT_EXECUTABLE NAMES git NO_CMAKE_FIND_ROOT_PATH
               DOC "The git program that StaticGoBinary asks for the revision")
  mark_as_advanced(STATIC_GO_BINARY_GIT_EXECUTABLE)
  set(revision unknown)
  if(STATIC_GO_BINARY_GIT_EXECUTABLE)
    execute_process(
      COMMAND "${STATIC_GO_BINARY_GIT_EXECUTABLE}" describe --always --tags
      WORKING_DIRECTORY "${request_SOURCE_DIR}"
      OUTPUT_VARIABLE revision
      RESULT_VARIABLE status
      OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(NOT status EQUAL 0)
      set(revision unknown)
    endif()
    _sgb_watch_repository()
  endif()
  set(${out} "${revision}" PARENT_SCOPE)
endfunction()

# Configuring depends on the files that git writes when HEAD or a tag moves: the reflog, the branch
# itself where none is kept, the tags.
function(_sgb_watch_repository)
  execute_process(
    COMMAND "${STATIC_GO_BINARY_GIT_EXECUTABLE}" symbolic-ref --quiet HEAD
    WORKING_DIRECTORY "${request_SOURCE_DIR}" OUTPUT_VARIABLE branch OUTPUT_STRIP_TRAILING_WHITESPACE
                                                                     ERROR_QUIET)
  foreach(name IN ITEMS logs/HEAD HEAD ${branch} refs/tags packed-refs)
    execute_process(
      COMMAND "${STATIC_GO_BINARY_GIT_EXECUTABLE}" rev-parse --git-path "${name}"
      WORKING_DIRECTORY "${request_SOURCE_DIR}" OUTPUT_VARIABLE file OUTPUT_STRIP_TRAILING_WHITESPACE
                                                                     ERROR_QUIET)
    if(NOT file STREQUAL "")
      _sgb_absolute("${file}" "${request_SOURCE_DIR}" file)
      if(EXISTS "${file}")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
      endif()
    endif()
  endforeach()
endfunction()
