#[=======================================================================[.rst:
static_go_binary_install
------------------------

.. command:: static_go_binary_install

  Installs the binaries of a target of :command:`static_go_binary`, and makes one package per
  architecture of them::

    static_go_binary_install(<target>
      [ARCHITECTURES <arch>...]
      [DESTINATION <folder>]
      [COMPONENT <name>])

  ``ARCHITECTURES``
    Only these architectures of the target. Default: all of them.

  ``DESTINATION``
    Folder below the install prefix. Default: ``bin``. ``<ARCH>`` in it stands for the architecture:
    ``lib/tools/<ARCH>``.

  ``COMPONENT``
    First part of the names of the install components, which are ``<name>-<arch>``. Default: the
    target. Targets with the same one go into the same packages.

  ``cmake --install build --component <name>-<arch>`` installs one architecture. Without a component,
  all are installed if DESTINATION holds ``<ARCH>``; else the one that this machine (or the tool
  chain file) has, or the first one where that is not among them, because all would have the same
  file names.

  Where the project includes ``CPack``, behind this call, each component becomes a package of its
  own, for the generators TGZ, DEB and RPM: with the package architecture of the architecture's row
  in the table, without dependencies, as ``<name>-<version>-linux-<arch>``. ``SHA256SUMS`` beside
  them has their digests.

  Since 0.1.
#]=======================================================================]
include_guard(GLOBAL)

function(static_go_binary_install target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "DESTINATION;COMPONENT" "ARCHITECTURES")
  _sgb_check_install_arguments("${target}")
  if(NOT DEFINED arg_DESTINATION)
    set(arg_DESTINATION bin)
  endif()
  if(NOT DEFINED arg_COMPONENT)
    set(arg_COMPONENT "${target}")
  endif()
  if(NOT DEFINED arg_ARCHITECTURES)
    get_target_property(arg_ARCHITECTURES ${target} STATIC_GO_BINARY_ARCHITECTURES)
  endif()
  _sgb_main_architecture(main ${arg_ARCHITECTURES})
  foreach(arch IN LISTS arg_ARCHITECTURES)
    set(only_as_component EXCLUDE_FROM_ALL)
    if(arch STREQUAL main OR arg_DESTINATION MATCHES "<ARCH>")
      set(only_as_component "")
    endif()
    string(REPLACE "<ARCH>" "${arch}" destination "${arg_DESTINATION}")
    get_target_property(files ${target}-${arch} STATIC_GO_BINARY_FILES)
    install(PROGRAMS ${files} DESTINATION "${destination}" COMPONENT "${arg_COMPONENT}-${arch}"
            ${only_as_component})
    _sgb_package("${arg_COMPONENT}" ${arch})
  endforeach()
endfunction()

function(_sgb_install_error target problem)
  string(REPLACE "\n" "\n  " problem "${problem}")
  message(FATAL_ERROR " static_go_binary_install(${target}): ${problem}")
endfunction()

# Checks arg_* in the caller's scope.
function(_sgb_check_install_arguments target)
  if(arg_UNPARSED_ARGUMENTS)
    list(JOIN arg_UNPARSED_ARGUMENTS "', '" unknown)
    _sgb_install_error(
      "${target}"
      "unknown keyword or stray value '${unknown}'.\nThe keywords are: ARCHITECTURES COMPONENT DESTINATION")
  endif()
  if(arg_KEYWORDS_MISSING_VALUES)
    list(JOIN arg_KEYWORDS_MISSING_VALUES ", " missing)
    _sgb_install_error(
      "${target}"
      "missing value for ${missing}.\nGive a value behind the keyword, or leave the keyword out for its default."
    )
  endif()
  set(built "")
  if(TARGET "${target}")
    get_target_property(built "${target}" STATIC_GO_BINARY_ARCHITECTURES)
  endif()
  if(NOT built)
    _sgb_install_error(
      "${target}"
      "'${target}' is no target of static_go_binary().\nCall static_go_binary(${target} ...) before.")
  endif()
  foreach(arch IN LISTS arg_ARCHITECTURES)
    if(NOT arch IN_LIST built)
      list(JOIN built " " names)
      _sgb_install_error(
        "${target}"
        "ARCHITECTURES names '${arch}', which ${target} is not built for.\nIt is built for: ${names}")
    endif()
  endforeach()
  if(NOT "${arg_COMPONENT}" MATCHES "^[A-Za-z0-9_.+-]*$")
    _sgb_install_error(
      "${target}"
      "COMPONENT '${arg_COMPONENT}' cannot be part of a package's name.\nTake letters, digits, '-', '+', '.' and '_'."
    )
  endif()
endfunction()

# The one of the given architectures that an installation without a component gets.
function(_sgb_main_architecture out first)
  set(processor "${CMAKE_SYSTEM_PROCESSOR}")
  if("${processor}" STREQUAL "")
    set(processor "${CMAKE_HOST_SYSTEM_PROCESSOR}")
  endif()
  _sgb_architecture_of_processor("${processor}" main)
  if(DEFINED STATIC_GO_BINARY_TOOLCHAIN_ARCHITECTURE)
    set(main "${STATIC_GO_BINARY_TOOLCHAIN_ARCHITECTURE}")
  endif()
  if(NOT main IN_LIST ARGN)
    set(main "${first}")
  endif()
  set(${out} "${main}" PARENT_SCOPE)
endfunction()

# ---- CPack --------------------------------------------------------------------------------------

# Notes what CPack must know of a component. include(CPack) writes down the variables of the scope
# that it is in, which is rarely this one: so a file of ours is added to what it wrote, when the
# project is complete.
function(_sgb_package name arch)
  _sgb_architecture(${arch} DEB deb)
  _sgb_architecture(${arch} RPM rpm)
  string(TOLOWER "${name}" package)
  string(REPLACE "_" "-" package "${package}")
  get_property(packages GLOBAL PROPERTY _SGB_PACKAGES)
  if("${packages}" STREQUAL "")
    cmake_language(DEFER DIRECTORY "${CMAKE_SOURCE_DIR}" CALL _sgb_configure_cpack)
  endif()
  set(text "_sgb_package(${name}-${arch} ${package} ${arch} ${deb} ${rpm})\n")
  string(FIND "${packages}" "${text}" position)
  if(position EQUAL -1)
    set_property(GLOBAL APPEND_STRING PROPERTY _SGB_PACKAGES "${text}")
  endif()
endfunction()

# Runs at the end of the top directory.
function(_sgb_configure_cpack)
  set(config "${CPACK_OUTPUT_CONFIG_FILE}")
  if("${config}" STREQUAL "")
    set(config "${CMAKE_BINARY_DIR}/CPackConfig.cmake")
  endif()
  if(NOT CPack_CMake_INCLUDED OR NOT EXISTS "${config}")
    return()
  endif()
  get_property(packages GLOBAL PROPERTY _SGB_PACKAGES)
  get_property(modules GLOBAL PROPERTY _SGB_MODULE_DIR)
  file(APPEND "${config}"
       "\n# Packages of static_go_binary_install()\ninclude(\"${modules}/CPackPackages.cmake\")\n${packages}")
endfunction()
