# The table of keywords of static_go_binary(): the parser, the defaults from variables, and the
# test that the reference documents each of them, all read it.
#
# Kinds: OPTION (no value), ONE, MANY. VARIABLE: STATIC_GO_BINARY_<keyword> gives its default.
include_guard(GLOBAL)

function(_sgb_keyword_row name kind)
  set_property(GLOBAL APPEND PROPERTY _SGB_KEYWORDS_${kind} ${name})
  if("VARIABLE" IN_LIST ARGN)
    set_property(GLOBAL APPEND PROPERTY _SGB_KEYWORDS_VARIABLE ${name})
  endif()
endfunction()

# cmake-format: off
_sgb_keyword_row(SOURCE_DIR       ONE)
_sgb_keyword_row(PACKAGES         MANY)
_sgb_keyword_row(IMPORT_PATH      MANY)
_sgb_keyword_row(OUTPUT_NAME      ONE)
_sgb_keyword_row(OUTPUT_DIRECTORY ONE    VARIABLE)
_sgb_keyword_row(ARCHITECTURES    MANY   VARIABLE)
_sgb_keyword_row(ALPINE_VERSION   ONE    VARIABLE)
_sgb_keyword_row(IMAGE            ONE    VARIABLE)
_sgb_keyword_row(ROOTFS           ONE    VARIABLE)
_sgb_keyword_row(APK_PACKAGES     MANY   VARIABLE)
_sgb_keyword_row(ENGINE           ONE    VARIABLE)
_sgb_keyword_row(NETWORK          ONE    VARIABLE)
_sgb_keyword_row(CGO              ONE    VARIABLE)
_sgb_keyword_row(TAGS             MANY   VARIABLE)
_sgb_keyword_row(LDFLAGS          MANY   VARIABLE)
_sgb_keyword_row(GO_FLAGS         MANY   VARIABLE)
_sgb_keyword_row(ENVIRONMENT      MANY   VARIABLE)
_sgb_keyword_row(VERSION_VARIABLE MANY)
_sgb_keyword_row(LINK_LIBRARIES   MANY)
_sgb_keyword_row(LINKAGE          ONE    VARIABLE)
_sgb_keyword_row(STACK_SIZE       ONE    VARIABLE)
_sgb_keyword_row(ALLOW_NEEDED     MANY   VARIABLE)
_sgb_keyword_row(RUN_TEST         MANY)
_sgb_keyword_row(RUN_ON           MANY   VARIABLE)
_sgb_keyword_row(JOB_POOL         ONE    VARIABLE)
_sgb_keyword_row(DEPENDS          MANY)
_sgb_keyword_row(EXCLUDE_FROM_ALL OPTION VARIABLE)
_sgb_keyword_row(NO_TESTS         OPTION VARIABLE)
# cmake-format: on

# The keywords of one kind (OPTION, ONE, MANY), or those with a default variable (VARIABLE).
function(_sgb_keywords kind out)
  get_property(names GLOBAL PROPERTY _SGB_KEYWORDS_${kind})
  set(${out} "${names}" PARENT_SCOPE)
endfunction()
