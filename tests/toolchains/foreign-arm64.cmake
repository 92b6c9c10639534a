# A cross tool chain file that is not ours, with all that makes life hard for tools of this machine:
# it hides programs, packages and headers that are not the target's. Its compilers are this
# machine's, since nothing is run that they make.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
find_program(FOREIGN_CC cc NO_CMAKE_FIND_ROOT_PATH)
find_program(FOREIGN_CXX c++ NO_CMAKE_FIND_ROOT_PATH)
find_program(CMAKE_AR ar NO_CMAKE_FIND_ROOT_PATH)
set(CMAKE_C_COMPILER "${FOREIGN_CC}")
set(CMAKE_CXX_COMPILER "${FOREIGN_CXX}")
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_CROSSCOMPILING_EMULATOR /nowhere/emulator)
set(CMAKE_FIND_ROOT_PATH "${CMAKE_CURRENT_LIST_DIR}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
