# Other rules use the results: a project packs a binary by its imported executable. The archive is
# made anew when the binary is another one, and only then.
file(COPY "${PACKAGE_DIR}/test-projects/packed-binary/" DESTINATION "${CASE_DIR}/project")
must_configure(project b -D "CMAKE_MODULE_PATH=${PACKAGE_DIR}/modules")
# Asked for alone, it brings the binary with it.
must_build(b --target image)
file(GLOB tool "${CASE_DIR}/b/out/*/tool")
expect_exists("${tool}" "${CASE_DIR}/b/image.tar")

function(expect_packed what)
  file(REMOVE_RECURSE "${CASE_DIR}/unpacked")
  file(ARCHIVE_EXTRACT INPUT "${CASE_DIR}/b/image.tar" DESTINATION "${CASE_DIR}/unpacked")
  file(SHA256 "${CASE_DIR}/unpacked/image/init" packed)
  file(SHA256 "${tool}" built)
  expect_equal("${packed}" "${built}" "${what}")
endfunction()
expect_packed("packed binary")

must_build(b)
must_build(b)
expect_match("${OUTPUT}" "no work to do" "second build")
execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
file(APPEND "${CASE_DIR}/project/cmd/tool/main.go" "// edited\n")
must_build(b)
expect_match("${OUTPUT}" "Packing the tool" "build after an edit")
expect_packed("packed binary after an edit")

# Built anew, but the same: what depends on it is left alone.
set(CASE_ENVIRONMENT "FAKE_ENGINE_ELF=${CASE_DIR}/unpacked/image/init")
execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
file(APPEND "${CASE_DIR}/project/cmd/tool/main.go" "// edited\n")
must_build(b)
expect_match("${OUTPUT}" "Building tool" "build after an edit without effect")
expect_no_match("${OUTPUT}" "Packing the tool" "build after an edit without effect")

# The properties.
string(REGEX MATCH "out/([^/]+)/tool" arch "${tool}")
set(arch "${CMAKE_MATCH_1}")
file(STRINGS "${CASE_DIR}/b/manifest" manifest)
expect_equal(
  "${manifest}"
  "${arch};tool;${tool};${CASE_DIR}/b/static_go_binary/tool-static/${arch}/build_static.sh;${CASE_DIR}/b/out"
  "properties of the target")
write_consumer(
  documented
  "foreach(name IN ITEMS ARCHITECTURES BINARIES FILES SCRIPTS OUTPUT_DIRECTORY)
  get_property(text TARGET PROPERTY STATIC_GO_BINARY_\${name} FULL_DOCS)
  message(STATUS \"\${name}: \${text}.\")
endforeach()")
must_configure(documented documented/b)
expect_no_match("${OUTPUT}" "NOTFOUND" "documentation of the properties")
