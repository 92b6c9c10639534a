# VERSION_VARIABLE and its <REVISION>: a commit or a tag stamps the next build anew; nothing else
# does, above all no uncommitted edit.
find_program(git git)
if(NOT git)
  skip("git is not installed")
endif()
set(repository "${CASE_DIR}/repository")
function(git)
  execute_process(
    COMMAND "${git}" -c user.name=Tester -c user.email=tester@example.org -c init.defaultBranch=main -c
            commit.gpgsign=false -c tag.gpgsign=false ${ARGN}
    WORKING_DIRECTORY "${repository}"
    OUTPUT_VARIABLE output
    ERROR_VARIABLE output
    RESULT_VARIABLE status
    OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "git ${ARGN}: ${output}")
  endif()
  set(GIT_OUTPUT "${output}" PARENT_SCOPE)
endfunction()
# What the script would stamp.
function(expect_stamp wanted what)
  file(READ "${CASE_DIR}/b/static_go_binary/demo/amd64/build_static.sh" script)
  expect_match("${script}" " -X main.revision=${wanted}'" "${what}")
  expect_match("${script}" " -X main.version=4.5.6 " "${what}")
endfunction()
function(commit)
  git(add -A)
  git(commit -q -m change)
  git(rev-parse --short HEAD)
  set(SHORT "${GIT_OUTPUT}" PARENT_SCOPE)
endfunction()

# The work folder may lie inside a clone of this project: git shall not find that one.
cmake_path(GET CASE_DIR PARENT_PATH above)
set(ENV{GIT_CEILING_DIRECTORIES} "${above}")

write_go_module(repository/src)
write_file(repository/src/main.go
           "package main\n\nvar version, revision string\n\nfunc main() { println(version, revision) }\n")
write_file(
  repository/CMakeLists.txt
  "cmake_minimum_required(VERSION 3.25)
project(consumer VERSION 4.5.6 LANGUAGES NONE)
include(\"${PACKAGE_DIR}/modules/StaticGoBinary.cmake\")
static_go_binary(demo SOURCE_DIR src ARCHITECTURES amd64
  VERSION_VARIABLE main.version=\${PROJECT_VERSION} main.revision=<REVISION>)
")
# Not a repository, and one without a commit: it builds all the same.
must_configure(repository b)
expect_stamp(unknown "stamp without a repository")
git(init -q)
commit()
file(REMOVE_RECURSE "${CASE_DIR}/b")
must_configure(repository b)
expect_stamp(${SHORT} "stamp of the first commit")
must_build(b)
expect_runs(demo-amd64 "of the first build")
must_build(b)
expect_match("${OUTPUT}" "no work to do" "second build")

# A dirty tree: neither a changed file that is not compiled, nor a new one, nor `git add`, rebuilds.
execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
write_file(repository/README "about\n")
git(add README)
git(status)
must_build(b)
expect_runs("" "of a dirty tree")
expect_match("${OUTPUT}" "no work to do" "build of a dirty tree")

# A commit, also an amended one, a tag, another branch: CMake runs again by itself.
execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
commit()
must_build(b)
expect_runs(demo-amd64 "after a commit")
expect_stamp(${SHORT} "stamp of a commit")
must_build(b)
expect_runs("" "after the build of a commit")
execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
git(tag v1.0)
must_build(b)
expect_runs(demo-amd64 "after a tag")
expect_stamp(v1.0 "stamp of a tag")
execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
git(commit -q --amend -m other)
must_build(b)
expect_runs(demo-amd64 "after an amended commit")
git(rev-parse --short HEAD)
expect_stamp(${GIT_OUTPUT} "stamp of an amended commit")
execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
git(checkout -q v1.0)
must_build(b)
expect_runs(demo-amd64 "after a checkout")
expect_stamp(v1.0 "stamp of a checkout")
must_build(b)
expect_match("${OUTPUT}" "no work to do" "last build")

# A repository that keeps no reflog, as in a clone for CI.
git(config core.logAllRefUpdates false)
git(checkout -q main)
file(REMOVE_RECURSE "${repository}/.git/logs" "${CASE_DIR}/b")
must_configure(repository b)
must_build(b)
engine_calls("." ignored)
execute_process(COMMAND "${CMAKE_COMMAND}" -E sleep 1.1)
write_file(repository/README "more\n")
commit()
must_build(b)
expect_runs(demo-amd64 "after a commit without a reflog")
expect_stamp(v1.0-[0-9]-g${SHORT}|${SHORT} "stamp of a commit without a reflog")
