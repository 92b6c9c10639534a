# static_go_binary_install(): install components, and packages of one cpack run: a TGZ, DEB and RPM
# an architecture, each with the name of the architecture that its format uses, without
# dependencies, with the very bytes that were checked.
include("${PACKAGE_DIR}/modules/StaticGoBinary/Architectures.cmake")
find_program(dpkg_deb dpkg-deb)
find_program(rpmbuild rpmbuild)
find_program(rpm rpm)
set(generators TGZ DEB)
if(rpmbuild AND rpm)
  list(APPEND generators RPM)
endif()
set(architectures i386 amd64 armv6 armv7 arm64 ppc64le s390x riscv64)
list(JOIN architectures " " words)
list(JOIN generators " " generator_words)
write_go_module(src)
write_file(
  sub/CMakeLists.txt
  "static_go_binary(demo_tools SOURCE_DIR ../src PACKAGES ./cmd/one ./cmd/two
  ARCHITECTURES ${words})
static_go_binary_install(demo_tools)
static_go_binary(other SOURCE_DIR ../src OUTPUT_NAME other ARCHITECTURES amd64 i386)
static_go_binary_install(other COMPONENT extra DESTINATION lib/<ARCH>)
")
write_file(
  CMakeLists.txt
  "cmake_minimum_required(VERSION 3.25)
project(consumer VERSION 1.2.3 LANGUAGES NONE)
include(\"${PACKAGE_DIR}/modules/StaticGoBinary.cmake\")
add_subdirectory(sub)
set(CPACK_GENERATOR ${generator_words})
set(CPACK_PACKAGE_CONTACT \"A Packager <packager@example.org>\")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY \"Tools\")
include(CPack)
")
must_configure(. b)
must_build(b)
set(out "${CASE_DIR}/b/sub/out")

# ---- cmake --install
function(install_to prefix)
  run("${CMAKE_COMMAND}" --install "${CASE_DIR}/b" --prefix "${CASE_DIR}/${prefix}" ${ARGN})
  expect_equal("${STATUS}" 0 "install to ${prefix}: ${OUTPUT}")
  file(GLOB_RECURSE files RELATIVE "${CASE_DIR}/${prefix}" "${CASE_DIR}/${prefix}/*")
  set(FILES "${files}" PARENT_SCOPE)
endfunction()
function(expect_same_file one two)
  file(SHA256 "${one}" first)
  file(SHA256 "${two}" second)
  expect_equal("${first}" "${second}" "${one} against ${two}")
endfunction()
install_to(prefix)
expect_equal("${FILES}" "bin/one;bin/two;lib/amd64/other;lib/i386/other" "files of an installation")
_sgb_host_architecture(host)
if(NOT host IN_LIST architectures)
  set(host i386)
endif()
expect_same_file("${CASE_DIR}/prefix/bin/one" "${out}/${host}/one")
install_to(component --component demo_tools-arm64)
expect_equal("${FILES}" "bin/one;bin/two" "files of an installed component")
expect_same_file("${CASE_DIR}/component/bin/two" "${out}/arm64/two")

# ---- cpack
run("${CMAKE_COMMAND}" -E chdir "${CASE_DIR}/b" cpack)
expect_equal("${STATUS}" 0 "cpack: ${OUTPUT}")

# Unpacks with libarchive, which reads all three formats; a DEB is an archive in an archive.
function(expect_content file arch)
  set(folder "${CASE_DIR}/unpacked/${file}")
  file(REMOVE_RECURSE "${folder}")
  file(ARCHIVE_EXTRACT INPUT "${CASE_DIR}/b/${file}" DESTINATION "${folder}")
  if(EXISTS "${folder}/data.tar.gz")
    file(ARCHIVE_EXTRACT INPUT "${folder}/data.tar.gz" DESTINATION "${folder}/data")
    file(REMOVE "${folder}/data.tar.gz" "${folder}/control.tar.gz" "${folder}/debian-binary")
  endif()
  file(GLOB_RECURSE found "${folder}/*")
  list(LENGTH found count)
  expect_equal("${count}" 2 "number of files in ${file}: ${found}")
  foreach(path IN LISTS found)
    cmake_path(GET path FILENAME name)
    expect_match("${path}" "/bin/${name}$" "place of ${name} in ${file}")
    expect_same_file("${path}" "${out}/${arch}/${name}")
  endforeach()
endfunction()

set(wanted "")
foreach(arch IN LISTS architectures)
  set(name "demo-tools-1.2.3-linux-${arch}")
  expect_content(${name}.tar.gz ${arch})
  expect_content(${name}.deb ${arch})
  list(APPEND wanted ${name}.tar.gz ${name}.deb)
  if(dpkg_deb)
    _sgb_architecture(${arch} DEB deb)
    execute_process(COMMAND "${dpkg_deb}" -f "${CASE_DIR}/b/${name}.deb" Package Version Architecture Depends
                            Pre-Depends Recommends OUTPUT_VARIABLE fields OUTPUT_STRIP_TRAILING_WHITESPACE)
    expect_equal("${fields}" "Package: demo-tools\nVersion: 1.2.3\nArchitecture: ${deb}"
                 "fields of ${name}.deb")
  endif()
  if(RPM IN_LIST generators)
    _sgb_architecture(${arch} RPM architecture)
    expect_content(${name}.rpm ${arch})
    list(APPEND wanted ${name}.rpm)
    execute_process(
      COMMAND "${rpm}" -qp --qf "%{NAME} %{VERSION} %{ARCH}\n[%{REQUIRES}\n]" "${CASE_DIR}/b/${name}.rpm"
      OUTPUT_VARIABLE fields OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    # What rpm itself must be able to do is not a dependency on a package.
    string(REGEX REPLACE "\nrpmlib\\([^)]*\\)" "" fields "${fields}")
    expect_equal("${fields}" "demo-tools 1.2.3 ${architecture}" "fields of ${name}.rpm")
  endif()
endforeach()
foreach(arch IN ITEMS amd64 i386)
  list(APPEND wanted extra-1.2.3-linux-${arch}.tar.gz extra-1.2.3-linux-${arch}.deb)
  if(RPM IN_LIST generators)
    list(APPEND wanted extra-1.2.3-linux-${arch}.rpm)
  endif()
endforeach()

# ---- the digests, also after one generator ran again
function(expect_sums)
  file(STRINGS "${CASE_DIR}/b/SHA256SUMS" lines)
  set(names "")
  foreach(line IN LISTS lines)
    string(REGEX MATCH "^(................................................................)  (.*)$" line
                 "${line}")
    list(APPEND names "${CMAKE_MATCH_2}")
    set(digest "${CMAKE_MATCH_1}")
    file(SHA256 "${CASE_DIR}/b/${CMAKE_MATCH_2}" found)
    expect_equal("${digest}" "${found}" "digest of ${CMAKE_MATCH_2}")
  endforeach()
  set(all ${wanted})
  list(SORT all)
  expect_equal("${names}" "${all}" "files in SHA256SUMS")
endfunction()
expect_sums()
run("${CMAKE_COMMAND}" -E chdir "${CASE_DIR}/b" cpack -G TGZ)
expect_sums()

# ---- one component in the whole project is a package like any other
write_consumer(
  single
  "static_go_binary(single SOURCE_DIR ../src PACKAGES ./cmd/one ARCHITECTURES arm64)
static_go_binary_install(single)
set(CPACK_GENERATOR TGZ)
set(CPACK_PACKAGE_VERSION 7)
include(CPack)")
must_configure(single single/b)
must_build(single/b)
run("${CMAKE_COMMAND}" -E chdir "${CASE_DIR}/single/b" cpack)
expect_exists("${CASE_DIR}/single/b/single-7-linux-arm64.tar.gz")

# ---- bad calls
function(bad_install arguments pattern)
  write_consumer(bad "static_go_binary(demo SOURCE_DIR ../src PACKAGES ./cmd/one ARCHITECTURES amd64)
static_go_binary_install(${arguments})")
  configure(bad bad/b)
  expect_equal("${STATUS}" 1 "static_go_binary_install(${arguments}): exit code")
  expect_match("${OUTPUT}" "${pattern}" "static_go_binary_install(${arguments})")
endfunction()
bad_install(
  "demo ARCH amd64"
  "static_go_binary_install\\(demo\\): unknown keyword or stray value 'ARCH', 'amd64'. The keywords are: ARCHITECTURES COMPONENT DESTINATION"
)
bad_install("demo DESTINATION" "static_go_binary_install\\(demo\\): missing value for DESTINATION")
bad_install("nobody" "static_go_binary_install\\(nobody\\): 'nobody' is no target of static_go_binary")
bad_install("demo ARCHITECTURES arm64"
            "ARCHITECTURES names 'arm64', which demo is not built for. It is built for: amd64")
bad_install("demo COMPONENT a/b" "COMPONENT 'a/b' cannot be part of a package's name")
