# No value of a keyword can become shell, whatever is in it: the generated script is run here with
# programs that only write down what they were given.

write_go_module(src)
set(nasty [[a'b"c $(touch pwned) `touch pwned` ;touch pwned; \d
second line]])
string(REPLACE "\\" "\\\\" escaped "${nasty}")
string(REPLACE "\"" "\\\"" escaped "${escaped}")
string(REPLACE "$" "\\$" escaped "${escaped}")
write_consumer(. "static_go_binary(demo SOURCE_DIR src PACKAGES ./cmd/one ./cmd/two ARCHITECTURES amd64
  ENVIRONMENT \"NASTY=${escaped}\" GO_FLAGS \"${escaped}\" LDFLAGS \"${escaped}\")")
must_configure(. b)
set(state "${CASE_DIR}/b/static_go_binary/demo/amd64")

# Stand-ins for what the script runs: each writes its arguments, one a line, behind its name.
foreach(program IN ITEMS apk go flock)
  write_file(
    bin/${program}
    "#!/bin/sh
case $1 in
  --print-arch) echo x86_64; exit ;;
  version) echo go version go1.24.1 linux/amd64; exit ;;
esac
{ echo ${program}; for a; do printf '<%s>\\n' \"$a\"; done; printf 'NASTY=%s\\n' \"\${NASTY-}\"; } >>'${CASE_DIR}/given'
")
  file(CHMOD "${CASE_DIR}/bin/${program}" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
endforeach()
file(MAKE_DIRECTORY "${CASE_DIR}/cache")
write_file(b/static_go_binary/demo/amd64/token "t\n")
execute_process(
  COMMAND "${CMAKE_COMMAND}" -E env "PATH=${CASE_DIR}/bin:$ENV{PATH}" STATIC_GO_TOKEN=t
          "STATIC_GO_SOURCE=${CASE_DIR}/src" "STATIC_GO_STATE=${state}" "STATIC_GO_CACHE=${CASE_DIR}/cache" sh
          "${state}/build_static.sh" install build
  WORKING_DIRECTORY "${CASE_DIR}"
  OUTPUT_VARIABLE output
  ERROR_VARIABLE output)
file(GLOB_RECURSE pwned "${CASE_DIR}/*pwned*")
expect_equal("${pwned}" "" "commands that a keyword smuggled in; the script said:\n${output}\n")
file(READ "${CASE_DIR}/given" given)
foreach(wanted IN ITEMS "<${nasty}>" "external -extldflags '-static' ${nasty}>" "NASTY=${nasty}")
  string(FIND "${given}" "${wanted}" position)
  if(position EQUAL -1)
    message(SEND_ERROR "not handed on as it was: ${wanted}\ngiven:\n${given}\nthe script said:\n${output}")
  endif()
endforeach()

# The script is one that a linter passes, whatever is in the call.
find_program(shellcheck shellcheck)
if(shellcheck)
  execute_process(COMMAND "${shellcheck}" --exclude=SC2016 "${state}/build_static.sh" RESULT_VARIABLE status
                  OUTPUT_VARIABLE output)
  expect_equal("${status}" 0 "shellcheck of the generated script: ${output}")
endif()
