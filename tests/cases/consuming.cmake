# What the matrix does not show: nothing of the consumer's is changed, two copies of different
# versions are named, and the tool chain files are what the table makes.

# ---- no leak: variables, policies, cache entries and targets before and after
set(watch
    [[
function(snapshot name)
  get_cmake_property(variables VARIABLES)
  get_cmake_property(entries CACHE_VARIABLES)
  get_property(targets DIRECTORY PROPERTY BUILDSYSTEM_TARGETS)
  get_property(options DIRECTORY PROPERTY COMPILE_OPTIONS)
  get_property(definitions DIRECTORY PROPERTY COMPILE_DEFINITIONS)
  set(policies "")
  foreach(number RANGE 0 142)
    string(LENGTH "${number}" length)
    math(EXPR keep "7 - ${length}")
    string(SUBSTRING "CMP0000" 0 ${keep} policy)
    cmake_policy(GET ${policy}${number} setting)
    list(APPEND policies ${setting}.)
  endforeach()
  set(values "")
  foreach(variable IN ITEMS CMAKE_MODULE_PATH CMAKE_PREFIX_PATH CMAKE_C_FLAGS CMAKE_CXX_FLAGS CMAKE_BUILD_TYPE
      CMAKE_MINIMUM_REQUIRED_VERSION BUILD_SHARED_LIBS PROJECT_NAME PROJECT_VERSION CMAKE_PROJECT_NAME)
    list(APPEND values "${variable}=${${variable}}.")
  endforeach()
  list(FILTER variables EXCLUDE REGEX "^(ARG[CVN].*|CMAKE_CURRENT_.*|before_.*|after_.*|StaticGoBinary_.*|STATIC_GO_BINARY_.*|_sgb_.*|FETCHCONTENT_.*|FetchContent_.*|__FetchContent.*|name)$")
  list(FILTER entries EXCLUDE REGEX "^(StaticGoBinary_|STATIC_GO_BINARY_|FETCHCONTENT_)")
  foreach(kind IN ITEMS variables entries targets options definitions policies values)
    set(${name}_${kind} "${${kind}}" PARENT_SCOPE)
  endforeach()
endfunction()
function(compare)
  foreach(kind IN ITEMS variables entries targets options definitions policies values)
    set(new "${after_${kind}}")
    if(NOT kind STREQUAL "values" AND NOT kind STREQUAL "policies")
      list(REMOVE_ITEM new ${before_${kind}} "")
    elseif("${new}" STREQUAL "${before_${kind}}")
      set(new "")
    endif()
    if(NOT "${new}" STREQUAL "")
      message(SEND_ERROR "leaked ${kind}: ${new}")
    endif()
  endforeach()
endfunction()
]])
set(ways_included "include(\"${PACKAGE_DIR}/modules/StaticGoBinary.cmake\")")
set(ways_added "add_subdirectory(\"${PACKAGE_DIR}\" package)")
foreach(way IN ITEMS included added)
  write_file(
    leak-${way}/CMakeLists.txt
    "cmake_minimum_required(VERSION 3.25)
project(consumer VERSION 7 LANGUAGES NONE)
${watch}
snapshot(before)
snapshot(before)
${ways_${way}}
snapshot(after)
compare()
# The consumer's own installation has nothing of the package's.
install(CODE \"message(STATUS installed)\")
")
  must_configure(leak-${way} leak-${way}/build)
  run("${CMAKE_COMMAND}" --install "${CASE_DIR}/leak-${way}/build" --prefix "${CASE_DIR}/leak-${way}/prefix")
  file(GLOB_RECURSE installed "${CASE_DIR}/leak-${way}/prefix/*")
  expect_equal("${installed}" "" "what a consumer (${way}) installs of the package")
endforeach()

# ---- two copies
file(COPY "${PACKAGE_DIR}/modules" "${PACKAGE_DIR}/templates" DESTINATION "${CASE_DIR}/other")
write_go_module(src)
function(write_two_copies folder)
  write_file(
    ${folder}/CMakeLists.txt
    "cmake_minimum_required(VERSION 3.25)
project(consumer LANGUAGES NONE)
include(\"${CASE_DIR}/other/modules/StaticGoBinary.cmake\")
include(\"${PACKAGE_DIR}/modules/StaticGoBinary.cmake\")
static_go_binary(demo SOURCE_DIR ../src PACKAGES ./cmd/one ARCHITECTURES amd64)
")
endfunction()
write_two_copies(same)
must_configure(same same/build)
expect_no_match("${OUTPUT}" "Warning" "two copies of one version")

include("${PACKAGE_DIR}/modules/StaticGoBinary/Version.cmake")
write_file(other/modules/StaticGoBinary/Version.cmake "set(STATIC_GO_BINARY_VERSION 0.0.7)\n")
write_two_copies(different)
must_configure(different different/build)
expect_match(
  "${OUTPUT}"
  "Warning.*StaticGoBinary ${STATIC_GO_BINARY_VERSION} in ${PACKAGE_DIR}/modules comes after StaticGoBinary 0.0.7 in ${CASE_DIR}/other/modules The first one, 0.0.7, is used"
  "two copies of different versions")
file(READ "${CASE_DIR}/different/build/static_go_binary/demo/amd64/build_static.sh" script)
expect_match("${script}" "Written by StaticGoBinary 0.0.7 " "the copy that was used")

# A version that is not compatible is not found.
run("${CMAKE_COMMAND}" -S "${PACKAGE_DIR}" -B "${CASE_DIR}/package" -G Ninja -D STATIC_GO_BINARY_TESTS=OFF)
run("${CMAKE_COMMAND}" --install "${CASE_DIR}/package" --prefix "${CASE_DIR}/prefix")
foreach(version IN ITEMS 0.0.9 0.99 1.0)
  write_file(
    find-${version}/CMakeLists.txt
    "cmake_minimum_required(VERSION 3.25)\nproject(c LANGUAGES NONE)\nfind_package(StaticGoBinary ${version} CONFIG REQUIRED)\n"
  )
  configure(find-${version} find-${version}/build -D "CMAKE_PREFIX_PATH=${CASE_DIR}/prefix")
  expect_match("${OUTPUT}" "compatible with requested version \"${version}\""
               "find_package of version ${version}")
endforeach()

# ---- tool chain files
run("${CMAKE_COMMAND}" -D "TO=${CASE_DIR}/toolchains" -P "${PACKAGE_DIR}/cmake/WriteToolchains.cmake")
file(GLOB made RELATIVE "${CASE_DIR}/toolchains" "${CASE_DIR}/toolchains/*")
file(GLOB kept RELATIVE "${PACKAGE_DIR}/toolchains" "${PACKAGE_DIR}/toolchains/*")
expect_equal("${kept}" "${made}" "files in toolchains/ (made by cmake/WriteToolchains.cmake)")
include("${PACKAGE_DIR}/modules/StaticGoBinary/Architectures.cmake")
foreach(name IN LISTS made)
  file(READ "${CASE_DIR}/toolchains/${name}" wanted)
  file(READ "${PACKAGE_DIR}/toolchains/${name}" found)
  expect_equal("${found}" "${wanted}"
               "toolchains/${name}, which cmake -P cmake/WriteToolchains.cmake writes,")
  # What it says of the processor leads back to the same row.
  string(REGEX REPLACE "^linux-(.*)-musl\\.cmake$" "\\1" arch "${name}")
  string(REGEX MATCH "CMAKE_SYSTEM_PROCESSOR ([^)]+)" processor "${found}")
  _sgb_architecture_of_processor("${CMAKE_MATCH_1}" row)
  expect_equal("${row}" "${arch}" "row of the processor ${CMAKE_MATCH_1}")
endforeach()

# Its compilers are used where they are installed, and only then; read twice, it says the same.
file(
  WRITE "${CASE_DIR}/twice.cmake"
  "include(\"${PACKAGE_DIR}/toolchains/linux-arm64-musl.cmake\")
include(\"${PACKAGE_DIR}/toolchains/linux-arm64-musl.cmake\")
message(NOTICE \"\${CMAKE_SYSTEM_NAME} \${CMAKE_SYSTEM_PROCESSOR} [\${CMAKE_C_COMPILER}] [\${CMAKE_CXX_COMPILER}]\")\n"
)
file(MAKE_DIRECTORY "${CASE_DIR}/bin")
run("${CMAKE_COMMAND}" -P "${CASE_DIR}/twice.cmake")
expect_match("${OUTPUT}" "Linux aarch64 \\[\\] \\[\\]" "tool chain file without its compilers")
foreach(compiler IN ITEMS gcc g++)
  file(CREATE_LINK /bin/true "${CASE_DIR}/bin/aarch64-linux-musl-${compiler}" SYMBOLIC)
endforeach()
set(CASE_ENVIRONMENT "PATH=${CASE_DIR}/bin:$ENV{PATH}")
run("${CMAKE_COMMAND}" -P "${CASE_DIR}/twice.cmake")
expect_match(
  "${OUTPUT}"
  "Linux aarch64 \\[${CASE_DIR}/bin/aarch64-linux-musl-gcc\\] \\[${CASE_DIR}/bin/aarch64-linux-musl-g..\\]"
  "tool chain file with its compilers")
