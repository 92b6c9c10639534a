# The source layouts of test-projects/: what each builds, and what must be built anew when a file of
# it changes. cases/layouts.cmake runs them with the fake engine, cases/layouts_real.cmake for real.
#
#   layout_<project>_says      <binary>|<what it prints>
#   layout_<project>_touch     <file>|<targets that are built anew, sorted, with + between them>
#   layout_<project>_imports   for the fake engine, which cannot ask Go: <target> <folder in the container>
set(LAYOUTS subfolder several-modules workspace vendor replace gopath)

set(layout_subfolder_says "greet|hello from a subfolder" "part|on its own")
set(layout_subfolder_touch "go/words/words.go|greet-static" "go/cmd/part/main.go|part-static"
                           "go/go.mod|greet-static+part-static")
set(layout_subfolder_imports "greet-static /source/words")

set(layout_several-modules_says "server|the server" "client|the client")
set(layout_several-modules_touch "server/main.go|server-static" "client/go.mod|client-static")
set(layout_several-modules_imports "")

set(layout_workspace_says "app|from the workspace" "solo|alone")
set(layout_workspace_touch "lib/lib.go|app-static" "alone/main.go|alone-static"
                           "go.work|alone-static+app-static")
set(layout_workspace_imports "app-static /source/lib")

set(layout_vendor_says "vendored|the vendored codec" "plain|plain")
set(layout_vendor_touch "vendor/example.org/codec/codec.go|vendored-static"
                        "vendor/modules.txt|plain-static+vendored-static" "cmd/plain/main.go|plain-static")
set(layout_vendor_imports "vendored-static /source/vendor/example.org/codec")

set(layout_replace_says "replaced|from the sibling" "other|other")
set(layout_replace_touch
    "the-lib/lib.go|replaced-static" "app/cmd/other/main.go|other-static"
    "app/go.mod|other-static+replaced-static" "the-lib/go.mod|other-static+replaced-static")
set(layout_replace_imports "replaced-static /source/the-lib")

set(layout_gopath_says "monitor|shared, with the vendored codec"
                       "monitor-client|shared, with the vendored codec flags" "probe|probe")
set(layout_gopath_touch
    "monitor/shared/shared.go|monitor-static" "monitor/vendor/example.org/codec/codec.go|monitor-static"
    "third-party/src/example.org/flags/flags.go|monitor-static" "monitor/cmd/probe/main.go|probe-static")
set(layout_gopath_imports
    "monitor-static /source/src/example.org/monitor/shared"
    "monitor-static /source/src/example.org/monitor/vendor/example.org/codec"
    "monitor-static /source/src/example.org/flags")

# Makes CASE_DIR/project a copy of the layout, so that its files can be edited.
function(copy_layout layout)
  file(COPY "${PACKAGE_DIR}/test-projects/${layout}/" DESTINATION "${CASE_DIR}/project")
endfunction()

# A line more, harmless in Go, go.mod, go.work and modules.txt, in a file that is newer than all.
function(edit_file file)
  execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 0.1)
  set(line "// edited\n")
  if(file MATCHES "modules.txt$")
    set(line "\n")
  endif()
  file(APPEND "${CASE_DIR}/project/${file}" "${line}")
endfunction()

# What the build printed of targets that it built anew, sorted, with + between them.
function(rebuilt_targets out)
  file(GLOB stamps "${CASE_DIR}/b/static_go_binary/*-static/*/built")
  set(targets "")
  foreach(stamp IN LISTS stamps)
    string(REGEX REPLACE "^.*/([^/]+)/[^/]+/built$" "\\1" target "${stamp}")
    # file(TIMESTAMP) knows whole seconds only.
    execute_process(COMMAND stat -c %y "${stamp}" OUTPUT_VARIABLE now OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(NOT now STREQUAL "${built_${target}}")
      list(APPEND targets ${target})
    endif()
    set(built_${target} "${now}" PARENT_SCOPE)
  endforeach()
  list(SORT targets)
  list(JOIN targets "+" targets)
  set(${out} "${targets}" PARENT_SCOPE)
endfunction()

# Edits files of layout_<project>_touch, the first so many or all, and builds: exactly the users of
# each are built anew.
function(expect_exact_rebuilds layout)
  set(entries ${layout_${layout}_touch})
  if(ARGC GREATER 1)
    list(SUBLIST entries 0 ${ARGV1} entries)
  endif()
  must_build(b)
  rebuilt_targets(ignored)
  must_build(b)
  expect_match("${OUTPUT}" "no work to do" "second build of ${layout}")
  write_file(project/README "nobody compiles this\n")
  foreach(entry IN LISTS entries)
    string(REGEX MATCH "^(.*)\\|(.*)$" entry "${entry}")
    set(file "${CMAKE_MATCH_1}")
    set(wanted "${CMAKE_MATCH_2}")
    edit_file("${file}")
    must_build(b)
    rebuilt_targets(targets)
    expect_equal("${targets}" "${wanted}" "${layout}: built anew after an edit of ${file}")
  endforeach()
  must_build(b)
  expect_match("${OUTPUT}" "no work to do" "last build of ${layout}")
endfunction()
