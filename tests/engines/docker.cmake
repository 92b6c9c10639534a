# The docker daemon of this machine, as an ordinary user who may talk to it.
set(ENGINE docker)
if(NOT EXISTS /var/run/docker.sock)
  skip("no docker daemon on this machine" REQUIRED_IN_CI)
endif()
execute_process(COMMAND docker version RESULT_VARIABLE status TIMEOUT 20 OUTPUT_QUIET ERROR_QUIET)
if(NOT status EQUAL 0)
  skip("the docker daemon does not answer" REQUIRED_IN_CI)
endif()
execute_process(COMMAND stat -c %g /var/run/docker.sock OUTPUT_VARIABLE group
                OUTPUT_STRIP_TRAILING_WHITESPACE)
ordinary_user(${group})

function(engine_left_over out)
  execute_process(COMMAND docker ps --all --quiet --filter "label=org.staticgobinary.target=${TARGET}-amd64"
                  OUTPUT_VARIABLE containers COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND docker images --quiet --filter "label=org.staticgobinary.target=${TARGET}-amd64"
                  OUTPUT_VARIABLE images COMMAND_ERROR_IS_FATAL ANY)
  set(${out} "${containers}${images}" PARENT_SCOPE)
endfunction()
set(INTERRUPT_WHEN "[ -e '<state>/home/started' ]")
