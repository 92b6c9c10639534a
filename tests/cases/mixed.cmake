# LINK_LIBRARIES, for real: a C++ library of the project, called from Go, static on two
# architectures; an edited C++ file rebuilds the binary, and what is in it.
file(COPY "${PACKAGE_DIR}/test-projects/mixed" DESTINATION "${CASE_DIR}")
file(READ "${CASE_DIR}/mixed/CMakeLists.txt" text)
string(REPLACE "\${CMAKE_CURRENT_LIST_DIR}/../../modules" "${PACKAGE_DIR}/modules" text "${text}")
file(WRITE "${CASE_DIR}/mixed/CMakeLists.txt" "${text}")
set(out "${CASE_DIR}/b/out")

function(expect_output wanted what)
  foreach(arch IN ITEMS i386 amd64)
    execute_process(COMMAND "${out}/${arch}/wordcount" to be or not to be OUTPUT_VARIABLE output)
    expect_equal("${output}" "${wanted}\n" "${arch} wordcount ${what}")
  endforeach()
endfunction()

must_configure_alpine(mixed b)
must_build(b)
expect_output("4 different words (wordcount 1.4.0)" "at first")
must_build(b)
expect_match("${OUTPUT}" "no work to do" "second build")
run("${CMAKE_CTEST_COMMAND}" --test-dir "${CASE_DIR}/b" --output-on-failure)
expect_equal("${STATUS}" 0 "ctest of the project: ${OUTPUT}")

file(READ "${CASE_DIR}/mixed/textstats/textstats.cpp" text)
string(REPLACE "words.size()" "words.size() + 38" text "${text}")
file(WRITE "${CASE_DIR}/mixed/textstats/textstats.cpp" "${text}")
must_build(b)
expect_output("42 different words (wordcount 1.4.0)" "after an edit of the C++ file")
