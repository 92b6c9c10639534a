# Installs the package for find_package(StaticGoBinary CONFIG): everything below share/, since it is
# the same on every architecture, and by relative paths only, since the prefix may be moved.
# GNUInstallDirs is not used: it warns without a language.
include(CMakePackageConfigHelpers)

set(config_dir share/cmake/StaticGoBinary)
configure_package_config_file(
  "${CMAKE_CURRENT_LIST_DIR}/StaticGoBinaryConfig.cmake.in" "${PROJECT_BINARY_DIR}/StaticGoBinaryConfig.cmake"
  INSTALL_DESTINATION ${config_dir} NO_CHECK_REQUIRED_COMPONENTS_MACRO)
# Below 1.0 each minor version may change the interface.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/StaticGoBinaryConfigVersion.cmake"
                                 COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)

install(DIRECTORY modules templates toolchains DESTINATION share/StaticGoBinary USE_SOURCE_PERMISSIONS)
install(FILES "${PROJECT_BINARY_DIR}/StaticGoBinaryConfig.cmake"
              "${PROJECT_BINARY_DIR}/StaticGoBinaryConfigVersion.cmake" DESTINATION ${config_dir})
install(FILES LICENSE README.md DESTINATION share/doc/StaticGoBinary OPTIONAL)
