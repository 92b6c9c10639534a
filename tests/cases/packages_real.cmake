# The .deb of a real binary, made by a real cpack, is installed by dpkg in a Debian root file system
# that has nothing else, and runs there.
file(COPY "${PACKAGE_DIR}/test-projects/packed-binary/" DESTINATION "${CASE_DIR}/project")
file(
  APPEND "${CASE_DIR}/project/CMakeLists.txt"
  "
static_go_binary_install(tool-static COMPONENT packed-tool)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VERSION 3.2.1)
set(CPACK_PACKAGE_CONTACT \"A Packager <packager@example.org>\")
include(CPack)
")
execute_process(COMMAND "${PACKAGE_DIR}/tests/roots/make" debian "${CASE_DIR}/root" RESULT_VARIABLE status
                OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT status EQUAL 0)
  skip("no Debian root file system can be made here: ${output}")
endif()
must_configure_alpine(project b -D "CMAKE_MODULE_PATH=${PACKAGE_DIR}/modules")
# The target `package` builds what it packs.
must_build(b --target package)
file(GLOB deb "${CASE_DIR}/b/packed-tool-3.2.1-linux-*.deb")
file(COPY_FILE "${deb}" "${CASE_DIR}/root/tmp/tool.deb")

set(enter "${PACKAGE_DIR}/tests/roots/enter" "${CASE_DIR}/root")
execute_process(COMMAND ${enter} dpkg -i /tmp/tool.deb RESULT_VARIABLE status OUTPUT_VARIABLE output
                ERROR_VARIABLE output)
expect_equal("${status}" 0 "dpkg -i: ${output}")
execute_process(COMMAND ${enter} dpkg-query -W -f "\${Status} \${Version}" packed-tool OUTPUT_VARIABLE output)
expect_equal("${output}" "install ok installed 3.2.1" "state of the package")
execute_process(COMMAND ${enter} tool RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
expect_equal("${status}: ${output}" "0: the packed tool\n" "the installed binary")
execute_process(COMMAND ${enter} dpkg -r packed-tool RESULT_VARIABLE status OUTPUT_VARIABLE output
                ERROR_VARIABLE output)
expect_equal("${status}" 0 "dpkg -r: ${output}")
expect_missing("${CASE_DIR}/root/usr/bin/tool")
file(REMOVE_RECURSE "${CASE_DIR}/root")
