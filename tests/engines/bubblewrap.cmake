# bubblewrap, as an ordinary user without any rights.
set(ENGINE bubblewrap)
find_program(bwrap bwrap)
if(NOT bwrap)
  skip("bwrap is not installed" REQUIRED_IN_CI)
endif()
ordinary_user(12345)
execute_process(COMMAND ${AS} bwrap --unshare-user --ro-bind / / true RESULT_VARIABLE status
                ERROR_VARIABLE error)
if(NOT status EQUAL 0)
  skip("bubblewrap may not make namespaces here: ${error}" REQUIRED_IN_CI)
endif()

# Every process of a build names the state folder.
function(engine_left_over out)
  execute_process(COMMAND pgrep -f "bwrap.*${WORK}/" OUTPUT_VARIABLE processes)
  set(${out} "${processes}" PARENT_SCOPE)
endfunction()
set(INTERRUPT_WHEN "[ -e '<state>/home/started' ]")
