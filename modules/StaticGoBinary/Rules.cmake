# Request -> custom commands, targets, imported executables.
#
# Files of one architecture of a call live in its state folder,
# <binary dir>/static_go_binary/<target>/<arch>, which the container sees as /state:
#   request.cmake     what Build.cmake is to do          build_static.sh   the script
#   staging/          binaries that are not checked yet   built             stamp of the build rule
#   sources, depfile  what was compiled in               <binary>.checked  stamp of its check (make)
#   build.log, compile.log, facts/
include_guard(GLOBAL)

# Engine -> staging -> elf_check -> out: the build rule, and the rules that let each binary pass.
function(_sgb_architecture_rules target arch builder engine)
  set(state "${CMAKE_CURRENT_BINARY_DIR}/static_go_binary/${target}/${arch}")
  get_property(modules GLOBAL PROPERTY _SGB_MODULE_DIR)
  _sgb_environment_rule(${engine} ${builder} "${state}" environment environment_target)
  _sgb_elf_check_rule(elf_check elf_check_target)
  _sgb_elf_check_options(${arch} elf_check_options)
  _sgb_write_request(${target} ${arch} ${builder} ${engine} "${environment}" "${state}")
  _sgb_write_build_script(${target} ${arch} ${builder} "${state}/build_static.sh")

  set(pool "")
  if(NOT request_JOB_POOL STREQUAL "")
    set(pool JOB_POOL "${request_JOB_POOL}")
  endif()
  list(JOIN request_BINARIES ", " names)
  add_custom_command(
    OUTPUT "${state}/built"
    COMMAND "${CMAKE_COMMAND}" -D "REQUEST=${state}/request.cmake" -D STEP=build -P "${modules}/Build.cmake"
    DEPENDS "${state}/request.cmake" "${state}/build_static.sh" "${modules}/Build.cmake" "${environment}"
            ${environment_target} ${request_DEPENDS}
    DEPFILE "${state}/depfile"
    COMMENT "Building ${names} for ${arch} (${engine}, Alpine ${request_ALPINE_VERSION})" ${pool}
    VERBATIM)

  set(files ${request_BINARIES})
  list(TRANSFORM files PREPEND "${request_OUTPUT_DIRECTORY}/${arch}/")
  _sgb_publish_rules(${target} ${arch} "${state}" "${elf_check}" "${elf_check_options}" "${elf_check_target}")
  add_custom_target(${target}-${arch} DEPENDS ${files})
  _sgb_shell_target(${target} ${arch} "${state}" ${environment_target})

  foreach(binary file IN ZIP_LISTS request_BINARIES files)
    _sgb_import(${target} ${arch} "${binary}" "${file}")
    _sgb_tests(${target} ${arch} "${binary}" "${file}" "${elf_check}" "${elf_check_options}")
  endforeach()
  set_property(TARGET ${target} APPEND PROPERTY STATIC_GO_BINARY_FILES ${files})
  set_property(TARGET ${target} APPEND PROPERTY STATIC_GO_BINARY_SCRIPTS "${state}/build_static.sh")
  set_target_properties(
    ${target}-${arch}
    PROPERTIES STATIC_GO_BINARY_ARCHITECTURES "${arch}" STATIC_GO_BINARY_BINARIES "${request_BINARIES}"
               STATIC_GO_BINARY_FILES "${files}" STATIC_GO_BINARY_SCRIPTS "${state}/build_static.sh")
endfunction()

# staging -> elf_check -> out, for the `files` of the caller: one that was deleted comes back, and
# one that came out the same restarts nothing that depends on it. Ninja looks at a result again
# after its rule ran. make would run the rule of a result that stays old at every build: there the
# check has a stamp, in a target of its own, and the result's rule runs only where it is missing.
function(_sgb_publish_rules target arch state elf_check elf_check_options elf_check_target)
  get_property(modules GLOBAL PROPERTY _SGB_MODULE_DIR)
  set(stamps "")
  foreach(binary file IN ZIP_LISTS request_BINARIES files)
    set(publish "${CMAKE_COMMAND}" -D "FROM=${state}/staging/${binary}" -D "TO=${file}")
    set(script -P "${modules}/Publish.cmake")
    set(output "${file}")
    if(CMAKE_GENERATOR MATCHES "Makefiles")
      set(output "${state}/${binary}.checked")
      list(APPEND stamps "${output}")
      add_custom_command(
        OUTPUT "${file}"
        COMMAND ${publish} ${script}
        DEPENDS ${target}-${arch}-check
        COMMENT "Bringing back ${binary} for ${arch}"
        VERBATIM)
      list(APPEND publish -D "STAMP=${output}")
    endif()
    add_custom_command(
      OUTPUT "${output}"
      COMMAND "${elf_check}" ${elf_check_options} "${state}/staging/${binary}"
      COMMAND ${publish} ${script}
      DEPENDS "${state}/built" "${elf_check}" ${elf_check_target} "${modules}/Publish.cmake"
      COMMENT "Checking ${binary} for ${arch}"
      VERBATIM)
  endforeach()
  if(stamps)
    add_custom_target(${target}-${arch}-check DEPENDS ${stamps})
  endif()
endfunction()

# The engine's command line is only known at build time; a terminal needs a shell between.
function(_sgb_shell_target target arch state environment_target)
  get_property(modules GLOBAL PROPERTY _SGB_MODULE_DIR)
  add_custom_target(
    ${target}-shell-${arch}
    COMMAND "${CMAKE_COMMAND}" -D "REQUEST=${state}/request.cmake" -D STEP=shell -P "${modules}/Build.cmake"
    COMMAND sh "${state}/shell.sh"
    COMMENT "A shell where ${target} is built for ${arch}"
    USES_TERMINAL VERBATIM)
  add_dependencies(${target}-shell-${arch} ${environment_target})
endfunction()

function(_sgb_import target arch binary file)
  set(name "${target}::${binary}-${arch}")
  add_executable("${name}" IMPORTED GLOBAL)
  set_target_properties("${name}" PROPERTIES IMPORTED_LOCATION "${file}")
  add_dependencies("${name}" ${target}-${arch})
endfunction()

# ---- the call ------------------------------------------------------------------------------------

# What all architectures of a call share, then each architecture.
function(_sgb_rules target)
  _sgb_choose_engine(${target} "${request_ENGINE}" engine)
  _sgb_check_engine_takes_rootfs(${target} ${engine})
  set(all ALL)
  if(request_EXCLUDE_FROM_ALL)
    set(all "")
  endif()
  add_custom_target(${target} ${all})
  set_target_properties(
    ${target}
    PROPERTIES STATIC_GO_BINARY_ARCHITECTURES "${request_ARCHITECTURES}" STATIC_GO_BINARY_BINARIES
                                                                         "${request_BINARIES}"
               STATIC_GO_BINARY_OUTPUT_DIRECTORY "${request_OUTPUT_DIRECTORY}")
  foreach(arch IN LISTS request_ARCHITECTURES)
    _sgb_builder_architecture(${arch} builder)
    _sgb_architecture_rules(${target} ${arch} ${builder} ${engine})
    add_dependencies(${target} ${target}-${arch})
  endforeach()
  _sgb_enable_testing()
endfunction()
