# A source layout of test-projects/ with a real engine: it builds without a network, the binaries
# say what they should, and an edit builds exactly the users anew, as Go itself lists them.
include("${PACKAGE_DIR}/tests/Layouts.cmake")
set(layout ${CASE_VARIANT})
copy_layout(${layout})
must_configure_alpine(project b -D "CMAKE_MODULE_PATH=${PACKAGE_DIR}/modules")
must_build(b)
foreach(entry IN LISTS layout_${layout}_says)
  string(REGEX MATCH "^(.*)\\|(.*)$" entry "${entry}")
  set(binary "${CMAKE_MATCH_1}")
  set(wanted "${CMAKE_MATCH_2}")
  file(GLOB file "${CASE_DIR}/b/out/*/${binary}")
  execute_process(COMMAND "${file}" OUTPUT_VARIABLE said OUTPUT_STRIP_TRAILING_WHITESPACE
                  RESULT_VARIABLE status)
  expect_equal("${status}: ${said}" "0: ${wanted}" "${layout}: what ${binary} prints")
endforeach()
# Each build costs a container: the first two entries are the telling ones.
expect_exact_rebuilds(${layout} 2)
