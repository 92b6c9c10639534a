# Pure Go, cross-compiled for every architecture of the table without emulation.
include("${PACKAGE_DIR}/modules/StaticGoBinary/Architectures.cmake")
set(b "${CASE_DIR}/b")
run("${CMAKE_COMMAND}"
    -G
    Ninja
    -C
    "${CASE_ALPINE}"
    -S
    "${PACKAGE_DIR}/test-projects/hello"
    -B
    "${b}"
    -D
    STATIC_GO_BINARY_ENGINE=docker
    -D
    "STATIC_GO_BINARY_CACHE_DIR=${CASE_CACHE}")
expect_equal("${STATUS}" 0 "configure: ${OUTPUT}")
must_build(b)
_sgb_architectures(architectures)
foreach(arch IN LISTS architectures)
  file(GLOB files "${b}/out/${arch}/*")
  list(LENGTH files count)
  expect_equal("${count}" 1 "results for ${arch}")
  execute_process(COMMAND "${CASE_ELF_CHECK}" --arch ${arch} --linkage static --go ${files}
                  OUTPUT_VARIABLE output RESULT_VARIABLE status)
  expect_equal("${status}" 0 "elf_check for ${arch}: ${output}")
endforeach()
must_build(b)
expect_match("${OUTPUT}" "no work to do" "second build")
