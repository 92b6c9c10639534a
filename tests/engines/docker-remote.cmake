# A second docker daemon, which cannot see the files of the build: they travel.
set(ENGINE docker)
execute_process(COMMAND id -u OUTPUT_VARIABLE uid OUTPUT_STRIP_TRAILING_WHITESPACE)
find_program(dockerd dockerd)
if(NOT dockerd OR NOT uid EQUAL 0)
  skip("a second docker daemon needs dockerd and root")
endif()
ordinary_user(0)
set(daemon "${WORK}.daemon")
file(REMOVE_RECURSE "${daemon}")
file(MAKE_DIRECTORY "${daemon}")
execute_process(
  COMMAND
    sh -c
    "'${PACKAGE_DIR}/tests/engines/second-dockerd' '${daemon}' '${WORK}' >'${daemon}/log' 2>&1 & echo $!"
  OUTPUT_VARIABLE daemon_pid
  OUTPUT_STRIP_TRAILING_WHITESPACE)
set(CASE_ENVIRONMENT "DOCKER_HOST=unix://${daemon}/sock")
foreach(try RANGE 60)
  execute_process(COMMAND docker --host "unix://${daemon}/sock" version RESULT_VARIABLE status OUTPUT_QUIET
                                                                                               ERROR_QUIET)
  if(status EQUAL 0)
    break()
  endif()
  execute_process(COMMAND sleep 0.5)
endforeach()
if(NOT status EQUAL 0)
  skip("a second docker daemon does not run on this machine: see ${daemon}/log")
endif()
# The case is an ordinary user.
execute_process(COMMAND chmod 666 "${daemon}/sock")
execute_process(COMMAND sh -c "docker save '${IMAGE}' | docker --host 'unix://${daemon}/sock' load"
                OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

function(engine_left_over out)
  execute_process(COMMAND docker --host "unix://${daemon}/sock" ps --all --quiet
                  OUTPUT_VARIABLE containers COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND docker --host "unix://${daemon}/sock" volume ls --quiet --filter dangling=true
                  OUTPUT_VARIABLE volumes COMMAND_ERROR_IS_FATAL ANY)
  # The named volume of the caches is meant to stay.
  string(REGEX REPLACE "static-go-binary-cache-[0-9a-f]+\n" "" volumes "${volumes}")
  set(${out} "${containers}${volumes}" PARENT_SCOPE)
endfunction()
set(INTERRUPT_WHEN "docker --host 'unix://${daemon}/sock' ps | grep -q static-go-binary-")

function(engine_end)
  run("${CMAKE_COMMAND}" --build "${WORK}/plain/b" --target static-go-prune)
  execute_process(COMMAND docker --host "unix://${daemon}/sock" volume ls --quiet OUTPUT_VARIABLE volumes)
  expect_equal("${volumes}" "" "volumes after static-go-prune")
  # The shell of second-dockerd has become the daemon.
  file(READ "${daemon}/pid" pid)
  execute_process(COMMAND kill ${pid})
  execute_process(COMMAND sleep 3)
  execute_process(COMMAND rm -rf "${daemon}")
endfunction()
