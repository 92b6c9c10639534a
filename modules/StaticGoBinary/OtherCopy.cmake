# Several copies of the package in one project: a dependency may bring its own. The first one that
# is included serves the whole project, since a rule must not change with who asks for it.

# Called by a copy that comes second. Only a different version is worth a word.
function(_sgb_meet_first_copy folder)
  include("${folder}/StaticGoBinary/Version.cmake")
  get_property(first_version GLOBAL PROPERTY _SGB_VERSION)
  get_property(first_folder GLOBAL PROPERTY _SGB_MODULE_DIR)
  if(NOT STATIC_GO_BINARY_VERSION STREQUAL first_version)
    cmake_path(GET first_folder PARENT_PATH first_folder)
    message(
      WARNING " StaticGoBinary ${STATIC_GO_BINARY_VERSION} in\n   ${folder}\n"
              " comes after StaticGoBinary ${first_version} in\n   ${first_folder}\n"
              " The first one, ${first_version}, is used by the whole project."
              " Include the copy that you want before the others.")
  endif()
endfunction()
