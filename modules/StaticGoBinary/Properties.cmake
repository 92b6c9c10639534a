# Target properties that static_go_binary() sets, for other rules to read. `<target>` has the sum of
# all architectures, `<target>-<arch>` its own part.
include_guard(GLOBAL)

define_property(
  TARGET PROPERTY STATIC_GO_BINARY_ARCHITECTURES
  BRIEF_DOCS "Architectures that a static_go_binary() target is built for"
  FULL_DOCS "On <target>: all architectures of the call, in its order. On <target>-<arch>: that one.")
define_property(
  TARGET
  PROPERTY STATIC_GO_BINARY_BINARIES
  BRIEF_DOCS "Names of the binaries of a static_go_binary() target"
  FULL_DOCS
    "In the order of PACKAGES, without a folder. <target>::<binary>-<arch> is the imported executable of each."
)
define_property(
  TARGET
  PROPERTY STATIC_GO_BINARY_FILES
  BRIEF_DOCS "Files that a static_go_binary() target makes"
  FULL_DOCS
    "Absolute paths of the checked binaries. On <target>: of all architectures, one architecture after the other. On <target>-<arch>: its own, in the order of PACKAGES."
)
define_property(
  TARGET
  PROPERTY STATIC_GO_BINARY_SCRIPTS
  BRIEF_DOCS "The build_static.sh of a static_go_binary() target"
  FULL_DOCS
    "Absolute paths of the generated scripts: one an architecture, in the order of STATIC_GO_BINARY_ARCHITECTURES."
)
define_property(
  TARGET PROPERTY STATIC_GO_BINARY_OUTPUT_DIRECTORY
  BRIEF_DOCS "Folder below which a static_go_binary() target puts its files"
  FULL_DOCS "Absolute path. The files are in <this>/<arch>/<binary>.")
