# cmake -D FROM=<checked file> -D TO=<result> [-D STAMP=<file>] -P Publish.cmake
#
# Puts a checked binary in its place: beside it first, then renamed, so that nobody ever sees half
# a file. A file that is the same already stays as it is, its time too; the stamp is new.
cmake_minimum_required(VERSION 3.25)

if(NOT EXISTS "${FROM}")
  cmake_path(GET FROM PARENT_PATH staging)
  cmake_path(GET staging PARENT_PATH state)
  file(REMOVE "${state}/built")
  message(FATAL_ERROR " ${FROM} is gone.\n Build again: it will be made anew.")
endif()

if(EXISTS "${TO}")
  file(SHA256 "${FROM}" new)
  file(SHA256 "${TO}" old)
endif()
if(NOT EXISTS "${TO}" OR NOT new STREQUAL old)
  cmake_path(GET TO PARENT_PATH folder)
  file(MAKE_DIRECTORY "${folder}")
  file(COPY_FILE "${FROM}" "${TO}.new")
  file(RENAME "${TO}.new" "${TO}")
endif()
if(DEFINED STAMP)
  file(TOUCH "${STAMP}")
endif()
