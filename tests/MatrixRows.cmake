# The rows of the matrix of consumers: chosen so that each value of a column meets each value of
# every other column in some row. cases/matrix.cmake runs one row, cases/matrix_is_whole.cmake
# proves the choice.
#
# Row: name | generator | languages | tool chain | folder | way to consume | elf_check
#   generator   ninja, make, multi                languages   NONE, C, CXX
#   tool chain  native, ours, foreign             folder      plain, spaces, unicode
#   way         installed, fetched, overriding (FetchContent OVERRIDE_FIND_PACKAGE), added
#               (add_subdirectory), included, path (CMAKE_MODULE_PATH)
#   elf_check   given, or built by the consumer's build, with CC, CXX, ... set to nonsense
set(MATRIX_COLUMNS generator languages toolchain folder way)
# cmake-format: off
set(MATRIX_ROWS
  "installed_1|ninja|CXX|native|unicode|installed|built"
  "installed_2|make|C|foreign|plain|installed|given"
  "installed_3|multi|NONE|ours|spaces|installed|given"
  "fetched_1|ninja|C|ours|spaces|fetched|given"
  "fetched_2|make|NONE|foreign|unicode|fetched|given"
  "fetched_3|multi|CXX|native|plain|fetched|given"
  "overriding_1|ninja|NONE|foreign|plain|overriding|given"
  "overriding_2|make|C|native|spaces|overriding|given"
  "overriding_3|multi|CXX|ours|unicode|overriding|given"
  "added_1|ninja|C|foreign|unicode|added|given"
  "added_2|make|CXX|ours|plain|added|built"
  "added_3|multi|NONE|native|spaces|added|given"
  "included_1|ninja|CXX|foreign|spaces|included|given"
  "included_2|make|C|native|plain|included|given"
  "included_3|multi|NONE|ours|unicode|included|given"
  "path_1|ninja|NONE|ours|unicode|path|given"
  "path_2|make|CXX|native|spaces|path|given"
  "path_3|multi|C|foreign|plain|path|built")
# cmake-format: on
