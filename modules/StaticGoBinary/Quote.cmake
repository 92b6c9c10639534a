# Quoting: the one place where a value of the user becomes text that a program reads again.
include_guard(GLOBAL)

# Words for a POSIX shell: each value in single quotes, which protect everything but the quote.
# Pass a list unquoted (`${list}`): each argument is one word, semicolons inside it are kept.
function(_sgb_quote_sh out)
  set(words "")
  math(EXPR last "${ARGC} - 1")
  if(last GREATER 0)
    foreach(index RANGE 1 ${last})
      string(REPLACE "'" "'\\''" value "${ARGV${index}}")
      string(APPEND words " '${value}'")
    endforeach()
  endif()
  string(STRIP "${words}" words)
  set(${out} "${words}" PARENT_SCOPE)
endfunction()

# One flag inside go's -ldflags or GOFLAGS. Go knows both quotes there but no escape, so a value
# with both cannot be said: `out` is then NOTFOUND.
function(_sgb_quote_go out value)
  if(NOT value MATCHES "[ \t\n'\"]" AND NOT value STREQUAL "")
    set(quoted "${value}")
  elseif(NOT value MATCHES "'")
    set(quoted "'${value}'")
  elseif(NOT value MATCHES "\"")
    set(quoted "\"${value}\"")
  else()
    set(quoted NOTFOUND)
  endif()
  set(${out} "${quoted}" PARENT_SCOPE)
endfunction()

# A path as a prerequisite in a dependency file.
function(_sgb_quote_depfile out path)
  string(REPLACE "$" "$$" path "${path}")
  string(REGEX REPLACE "([ #\\])" "\\\\\\1" path "${path}")
  set(${out} "${path}" PARENT_SCOPE)
endfunction()

# One field of a comma-separated option (docker --mount): quoted as CSV.
function(_sgb_quote_csv out field)
  if(field MATCHES "[,\"\n]")
    string(REPLACE "\"" "\"\"" field "${field}")
    set(field "\"${field}\"")
  endif()
  set(${out} "${field}" PARENT_SCOPE)
endfunction()

# `set(<name> <value>)` as a line of CMake that gives exactly that value back.
function(_sgb_quote_cmake_set out name value)
  set(fence "=")
  while(value MATCHES "]${fence}(]|$)")
    string(APPEND fence "=")
  endwhile()
  # A bracket argument drops a newline right behind its opening.
  set(${out} "set(${name} [${fence}[\n${value}]${fence}])\n" PARENT_SCOPE)
endfunction()
