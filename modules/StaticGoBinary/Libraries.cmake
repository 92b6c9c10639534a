# LINK_LIBRARIES: static libraries of the consumer's own project, for cgo.
#
# They are compiled in the container, for its architecture, by the consumer's own CMakeLists.txt: a
# nested CMake run of the same project there, with STATIC_GO_BINARY_NESTED naming the target. In
# that run the same call of static_go_binary() adds an executable that links the libraries, and
# CMake's own link line for it, written down instead of run, is what cgo gets.
#
# This side makes the part of build_static.sh that does so; the nested side is at the end.
include_guard(GLOBAL)

# The text of templates/libraries.sh.in for this request; empty without LINK_LIBRARIES.
function(_sgb_libraries_part target out)
  set(part "")
  if(NOT request_LINK_LIBRARIES STREQUAL "")
    _sgb_place_of("${CMAKE_SOURCE_DIR}" place)
    set(build_type "${CMAKE_BUILD_TYPE}")
    if(build_type STREQUAL "")
      set(build_type Release)
    endif()
    _sgb_quote_sh(SGB_SH_PROJECT "${place}")
    _sgb_quote_sh(SGB_SH_NESTED "${target}")
    _sgb_quote_sh(SGB_SH_BUILD_TYPE "${build_type}")
    _sgb_quote_sh(SGB_SH_CMAKE_ARGS ${STATIC_GO_BINARY_LIBRARY_CMAKE_ARGS})
    get_property(templates GLOBAL PROPERTY _SGB_TEMPLATES)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${templates}/libraries.sh.in")
    file(READ "${templates}/libraries.sh.in" part)
    string(CONFIGURE "${part}" part @ONLY)
  endif()
  set(${out} "${part}" PARENT_SCOPE)
endfunction()

# Where a host folder is in the container, below the root of sources.
function(_sgb_place_of folder out)
  foreach(outer place IN ZIP_LISTS source_FOLDERS source_PLACES)
    cmake_path(IS_PREFIX outer "${folder}" inside)
    if(inside)
      file(RELATIVE_PATH rest "${outer}" "${folder}")
      set(${out} "${place}/${rest}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "StaticGoBinary: ${folder} is not among the mounted folders")
endfunction()

# Libraries may be defined after the call: look when the directory is complete.
function(_sgb_check_link_libraries target)
  foreach(library IN LISTS ARGN)
    set(type "")
    if(TARGET "${library}")
      get_target_property(type "${library}" TYPE)
    endif()
    if(NOT type MATCHES "^(STATIC|INTERFACE|OBJECT)_LIBRARY$")
      _sgb_argument_error(
        ${target}
        "LINK_LIBRARIES names '${library}', which is no static library target of this project.\nName targets of add_library(... STATIC); what Alpine has goes into APK_PACKAGES and #cgo LDFLAGS."
      )
    endif()
  endforeach()
endfunction()

function(_sgb_use_link_libraries target)
  if(request_LINK_LIBRARIES STREQUAL "")
    return()
  endif()
  # A deferred call expands its arguments when it runs: hand over the values of now.
  list(JOIN request_LINK_LIBRARIES " " libraries)
  cmake_language(EVAL CODE "cmake_language(DEFER CALL _sgb_check_link_libraries ${target} ${libraries})")
  if(STATIC_GO_BINARY_NESTED STREQUAL target)
    _sgb_record_libraries()
  endif()
endfunction()

# ---- the nested side ----------------------------------------------------------------------------

# An executable whose link step writes its command line to static-go-link, with what the compiler
# must know in static-go-compile. Both are read by templates/libraries.sh.in.
function(_sgb_record_libraries)
  set(source "${CMAKE_BINARY_DIR}/static-go-empty.c")
  get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
  if(NOT "C" IN_LIST languages)
    string(APPEND source "pp")
  endif()
  file(WRITE "${source}" "int main(void) { return 0; }\n")
  add_executable(static-go-libraries EXCLUDE_FROM_ALL "${source}")
  target_link_libraries(static-go-libraries PRIVATE ${request_LINK_LIBRARIES})
  set_property(TARGET static-go-libraries PROPERTY RULE_LAUNCH_LINK
                                                   "sh \"${CMAKE_BINARY_DIR}/static-go-record\"")
  set(includes "$<TARGET_PROPERTY:static-go-libraries,INCLUDE_DIRECTORIES>")
  set(definitions "$<TARGET_PROPERTY:static-go-libraries,COMPILE_DEFINITIONS>")
  file(
    GENERATE
    OUTPUT "${CMAKE_BINARY_DIR}/static-go-compile"
    CONTENT
      "$<$<BOOL:${includes}>:-I$<JOIN:${includes},\n-I>\n>$<$<BOOL:${definitions}>:-D$<JOIN:${definitions},\n-D>\n>"
  )
endfunction()
