# The main job, for real: the article's program, two commands and libpcap, for two architectures.
# Built by a container each, checked, run here and in an empty root, gone without a trace.

set(project "${PACKAGE_DIR}/test-projects/tcapflow")
set(b "${CASE_DIR}/b")

# What this build may have left in docker: its containers, and images (kept builders are other
# cases' business). Other people's containers come and go.
function(docker_state out)
  execute_process(COMMAND docker ps --all --format "{{.Names}} {{.Labels}}" OUTPUT_VARIABLE containers)
  string(REGEX MATCHALL "[^\n]*target=tcapflow-static-[^\n]*" containers "${containers}")
  execute_process(COMMAND docker images --format "{{.Repository}}:{{.Tag}}" OUTPUT_VARIABLE images)
  string(REGEX REPLACE "static-go-binary-builder:[^\n]*\n" "" images "${images}")
  string(REGEX REPLACE "\n" ";" images "${images}")
  list(APPEND containers ${images})
  set(${out} "${containers}" PARENT_SCOPE)
endfunction()

docker_state(before)
run("${CMAKE_COMMAND}"
    -G
    Ninja
    -C
    "${CASE_ALPINE}"
    -S
    "${project}"
    -B
    "${b}"
    -D
    STATIC_GO_BINARY_ENGINE=docker
    -D
    "STATIC_GO_BINARY_CACHE_DIR=${CASE_CACHE}")
expect_equal("${STATUS}" 0 "configure: ${OUTPUT}")
must_build(b --target tcapflow-static)
docker_state(after)
list(REMOVE_ITEM after ${before})
expect_equal("${after}" "" "containers and images that the build left in docker")

# A second build has nothing to do; one of the results, deleted, comes back.
must_build(b --target tcapflow-static)
expect_match("${OUTPUT}" "no work to do" "second build")
file(REMOVE "${b}/out/i386/tcapflow-client")
must_build(b --target tcapflow-static)

run("${CMAKE_CTEST_COMMAND}" --test-dir "${b}" --output-on-failure)
expect_equal("${STATUS}" 0 "ctest of the project: ${OUTPUT}")

# The source got nothing, and everything is the caller's.
execute_process(COMMAND id -u OUTPUT_VARIABLE uid OUTPUT_STRIP_TRAILING_WHITESPACE)
execute_process(COMMAND find "${b}" "${CASE_CACHE}" ! -user ${uid} OUTPUT_VARIABLE foreign)
expect_equal("${foreign}" "" "files of somebody else")
expect_missing("${project}/out" "${project}/build")

# Each binary reads the capture: here, and where there is nothing but itself.
find_program(bwrap bwrap)
foreach(binary IN ITEMS tcapflow tcapflow-client)
  file(READ "${project}/testdata/${binary}.expected" expected)
  foreach(arch IN ITEMS i386 amd64)
    set(file "${b}/out/${arch}/${binary}")
    execute_process(COMMAND "${file}" -r "${project}/testdata/tcap.pcap" OUTPUT_VARIABLE output
                    RESULT_VARIABLE status)
    expect_equal("${status}:${output}" "0:${expected}" "${arch} ${binary} on this machine")
    execute_process(COMMAND "${bwrap}" --unshare-all --ro-bind "${file}" "/${binary}" "/${binary}" -r -
                    INPUT_FILE "${project}/testdata/tcap.pcap" OUTPUT_VARIABLE output RESULT_VARIABLE status)
    expect_equal("${status}:${output}" "0:${expected}" "${arch} ${binary} in an empty root")
  endforeach()
endforeach()
