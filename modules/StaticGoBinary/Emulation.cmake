# Programs of an architecture that the machine cannot run by itself: whether there is an emulator,
# and what to do where there is none.
include_guard(GLOBAL)

# True where a machine of architecture `machine` (empty: not in the table) needs an emulator.
function(_sgb_needs_emulation machine out)
  set(runs FALSE)
  if(NOT machine STREQUAL "")
    _sgb_architecture_runs_on(${SGB_BUILDER} ${machine} runs)
  endif()
  if(runs)
    set(${out} FALSE PARENT_SCOPE)
  else()
    set(${out} TRUE PARENT_SCOPE)
  endif()
endfunction()

function(_sgb_emulation_error machine)
  _sgb_architecture(${SGB_BUILDER} QEMU qemu)
  set(command "apt-get install qemu-user-static binfmt-support")
  if(SGB_ENGINE MATCHES "docker|podman")
    set(command "${SGB_ENGINE} run --privileged --rm tonistiigi/binfmt --install ${SGB_BUILDER}")
  endif()
  _sgb_build_error(
    "this machine (${machine}) cannot run programs of ${SGB_BUILDER}: it has no binfmt handler qemu-${qemu}. To install it: ${command}"
  )
endfunction()
