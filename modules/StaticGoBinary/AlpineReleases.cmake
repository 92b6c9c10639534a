# The table of Alpine releases: one row each, and the functions that read it.
#
# Columns: the release, and the Go of its `go` package. Which architectures a release has is
# the SINCE column of Architectures.cmake.
#
# Source: the `go` package of each release's main or community repository. 3.24 is inferred
# from the cadence of both projects.
include_guard(GLOBAL)

function(_sgb_alpine_release_row release go)
  set_property(GLOBAL PROPERTY _SGB_ALPINE_${release}_GO ${go})
  set_property(GLOBAL APPEND PROPERTY _SGB_ALPINE_RELEASES ${release})
endfunction()

# cmake-format: off
_sgb_alpine_release_row(3.6  1.8)
_sgb_alpine_release_row(3.7  1.9)
_sgb_alpine_release_row(3.8  1.10)
_sgb_alpine_release_row(3.9  1.11)
_sgb_alpine_release_row(3.10 1.12)
_sgb_alpine_release_row(3.11 1.13)
_sgb_alpine_release_row(3.12 1.13)
_sgb_alpine_release_row(3.13 1.15)
_sgb_alpine_release_row(3.14 1.16)
_sgb_alpine_release_row(3.15 1.17)
_sgb_alpine_release_row(3.16 1.18)
_sgb_alpine_release_row(3.17 1.19)
_sgb_alpine_release_row(3.18 1.20)
_sgb_alpine_release_row(3.19 1.21)
_sgb_alpine_release_row(3.20 1.22)
_sgb_alpine_release_row(3.21 1.23)
_sgb_alpine_release_row(3.22 1.24)
_sgb_alpine_release_row(3.23 1.25)
_sgb_alpine_release_row(3.24 1.26)
# cmake-format: on

# What a call without ALPINE_VERSION gets: the newest release whose Go is known, not inferred.
set_property(GLOBAL PROPERTY _SGB_ALPINE_DEFAULT 3.23)

# Every release, oldest first.
function(_sgb_alpine_releases out)
  get_property(releases GLOBAL PROPERTY _SGB_ALPINE_RELEASES)
  set(${out} "${releases}" PARENT_SCOPE)
endfunction()

# The Go of a release; empty for a release that the table does not have.
function(_sgb_alpine_go release out)
  get_property(go GLOBAL PROPERTY _SGB_ALPINE_${release}_GO)
  set(${out} "${go}" PARENT_SCOPE)
endfunction()

# The first release whose Go is `version` or newer; empty where none is.
function(_sgb_alpine_release_with_go version out)
  set(found "")
  _sgb_alpine_releases(releases)
  foreach(release IN LISTS releases)
    _sgb_alpine_go(${release} go)
    if(go VERSION_GREATER_EQUAL version)
      set(found ${release})
      break()
    endif()
  endforeach()
  set(${out} "${found}" PARENT_SCOPE)
endfunction()
