# "Runs on any Debian": a finished binary in the root file systems of old and new Debian suites,
# by RUN_ON.
set(roots "${CASE_CACHE}/suites")
file(MAKE_DIRECTORY "${roots}")
find_program(mmdebstrap mmdebstrap)
if(NOT mmdebstrap)
  skip("mmdebstrap is not installed" REQUIRED_IN_CI)
endif()

# The suites whose packages can be had. A Debian for amd64 runs both: neither binary uses its
# libraries.
set(systems "")
foreach(suite IN ITEMS bullseye bookworm trixie)
  set(tarball "${roots}/${suite}.tar")
  if(NOT EXISTS "${tarball}")
    # Only unpacked: what the binary needs is nothing, so that nothing needs to be configured.
    execute_process(
      COMMAND "${mmdebstrap}" --quiet --format=tar --variant=extract --architectures=amd64
              --include=base-files,libc6,dash ${suite} "${tarball}.new" RESULT_VARIABLE status
      OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(status EQUAL 0)
      file(RENAME "${tarball}.new" "${tarball}")
    else()
      message(NOTICE "no ${suite}: ${output}")
      continue()
    endif()
  endif()
  list(APPEND systems "${tarball}")
endforeach()
if(NOT systems)
  skip("no Debian suite can be had" REQUIRED_IN_CI)
endif()

file(COPY "${PACKAGE_DIR}/test-projects/hello" DESTINATION "${CASE_DIR}")
list(JOIN systems " " systems)
write_consumer(. "static_go_binary(hi SOURCE_DIR hello PACKAGES . ARCHITECTURES i386 amd64 CGO OFF
  RUN_TEST --version RUN_ON ${systems})")
must_configure_alpine(. b)
must_build(b)
run("${CMAKE_CTEST_COMMAND}" --test-dir "${CASE_DIR}/b" --output-on-failure)
expect_equal("${STATUS}" 0 "ctest: ${OUTPUT}")
expect_match("${OUTPUT}" "runs-on-[^ ]*bookworm[^ ]* \\.+ Passed" "RUN_ON bookworm")
expect_no_match("${OUTPUT}" "Skipped" "RUN_ON")

# A binary that ends with an error fails the test.
write_consumer(
  bad "static_go_binary(hi SOURCE_DIR ../hello PACKAGES . ARCHITECTURES amd64 CGO OFF RUN_TEST --fail)")
must_configure_alpine(bad bad/b)
must_build(bad/b)
run("${CMAKE_CTEST_COMMAND}" --test-dir "${CASE_DIR}/bad/b" --output-on-failure)
expect_match("${OUTPUT}" "ended with 3 in an empty root file system" "RUN_TEST of a program that fails")
