# Read by cpack at the end of CPackConfig.cmake: one package an architecture, see Install.cmake.

# One package a component, and one archive: a single one would hold the same file name twice.
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_RPM_COMPONENT_INSTALL ON)

# What elf_check has passed must reach the package bit by bit: rpm would strip it.
string(APPEND CPACK_RPM_SPEC_MORE_DEFINE "\n%define __os_install_post %{nil}\n%define debug_package %{nil}")

list(APPEND CPACK_POST_BUILD_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}/CPackChecksums.cmake")

# CPack's variables have the component in upper case.
function(_sgb_package component package arch deb rpm)
  if("${CPACK_COMPONENTS_ALL}" STREQUAL "")
    # CPack forgets the components where there is one only, and would make a package without them.
    set(CPACK_COMPONENTS_ALL "${component}" PARENT_SCOPE)
  endif()
  string(TOUPPER "${component}" component)
  set(file_name "${package}-${CPACK_PACKAGE_VERSION}-linux-${arch}")
  set(CPACK_ARCHIVE_${component}_FILE_NAME "${file_name}" PARENT_SCOPE)
  set(CPACK_DEBIAN_${component}_FILE_NAME "${file_name}.deb" PARENT_SCOPE)
  set(CPACK_DEBIAN_${component}_PACKAGE_NAME "${package}" PARENT_SCOPE)
  set(CPACK_DEBIAN_${component}_PACKAGE_ARCHITECTURE "${deb}" PARENT_SCOPE)
  set(CPACK_DEBIAN_${component}_PACKAGE_SHLIBDEPS OFF PARENT_SCOPE)
  set(CPACK_RPM_${component}_FILE_NAME "${file_name}.rpm" PARENT_SCOPE)
  set(CPACK_RPM_${component}_PACKAGE_NAME "${package}" PARENT_SCOPE)
  set(CPACK_RPM_${component}_PACKAGE_ARCHITECTURE "${rpm}" PARENT_SCOPE)
  set(CPACK_RPM_${component}_PACKAGE_AUTOREQPROV " no" PARENT_SCOPE)
endfunction()
