#[=======================================================================[.rst:
StaticGoBinary
--------------

One fully static Linux file per architecture from Go source, cgo and C libraries included, built by
Alpine Linux in a container and checked before it appears.

.. command:: static_go_binary

  ::

    static_go_binary(<target>
      [SOURCE_DIR <folder>] [PACKAGES <package>...] [IMPORT_PATH <path> [<path>=<folder>...]]
      [OUTPUT_NAME <name>] [OUTPUT_DIRECTORY <folder>]
      [ARCHITECTURES <arch>...] [ALPINE_VERSION <release>] [IMAGE <image>] [ROOTFS <path>]
      [APK_PACKAGES <package>...] [ENGINE <engine>] [NETWORK <network>]
      [CGO <bool>] [TAGS <tag>...] [LDFLAGS <flag>...] [GO_FLAGS <flag>...]
      [ENVIRONMENT <name>=<value>...] [VERSION_VARIABLE <variable>=<value>...]
      [LINK_LIBRARIES <target>...] [LINKAGE static|static-pie] [STACK_SIZE <bytes>]
      [ALLOW_NEEDED <glob>...] [RUN_TEST <argument>...] [RUN_ON <system>...]
      [JOB_POOL <pool>] [DEPENDS <file or target>...] [EXCLUDE_FROM_ALL] [NO_TESTS])

  Makes the targets

  ``<target>``
    builds every architecture. It is in ``all`` unless ``EXCLUDE_FROM_ALL`` is given.
  ``<target>-<arch>``
    builds one architecture.
  ``<target>-shell-<arch>``
    opens a shell in that build environment, with the source in place.
  ``<target>::<binary>-<arch>``
    imported executable, for ``$<TARGET_FILE:...>`` and other rules.

  The results are ``<binary dir>/out/<arch>/<binary>``. A file appears under that name only after
  ``elf_check`` has passed it. Configuring touches no network and starts no engine.

  A keyword that is left out takes the variable ``STATIC_GO_BINARY_<KEYWORD>`` where "Variable"
  is said below, then what the tool chain file says, then the default of the package.

  What is built:

  ``SOURCE_DIR <folder>``
    The folder of the Go module, or one inside it. Relative to the current source folder. Default:
    that folder. Folders that ``replace`` and ``go.work`` name are mounted too. Since 0.1.

  ``PACKAGES <package>...``
    Main packages, by folder (``./cmd/tool``) or import path; one ``go build`` builds them all.
    Patterns (``./...``) are refused: results must be known before the build. Default: ``.``.
    Since 0.1.

  ``IMPORT_PATH <path> [<path>=<folder>...]``
    For a tree without go.mod: the place of SOURCE_DIR in a GOPATH, and further folders that are to
    be in it. Since 0.1.

  ``OUTPUT_NAME <name>``
    File name of the binary of a single package. Default: what ``go build`` calls it. Since 0.1.

  ``OUTPUT_DIRECTORY <folder>``
    Results go to ``<folder>/<arch>/<binary>``. Relative to the current binary folder. Default:
    ``out``. Two calls that would write one file are an error. Variable. Since 0.1.

  ``TAGS <tag>...``
    Build tags. Variable. Since 0.1.

  ``LDFLAGS <flag>...``
    Flags of Go's linker, in its own quoting: ``-s -w "-X 'main.text=a b'"``. ``-linkmode``,
    ``-extldflags`` and ``-extld`` are refused: LINKAGE decides them, and C linker flags go into
    ``ENVIRONMENT CGO_LDFLAGS=...``. Variable. Since 0.1.

  ``GO_FLAGS <flag>...``
    Further flags of ``go build``, one an argument; those with a keyword of their own are refused.
    Variable. Since 0.1.

  ``ENVIRONMENT <name>=<value>...``
    Environment of ``go build``. Variable. Since 0.1.

  ``VERSION_VARIABLE <variable>=<value>...``
    Sets string variables of the program: ``main.version=1.2``. ``<REVISION>`` in a value is what
    ``git describe --always --tags`` says of SOURCE_DIR; a commit makes CMake run again, an
    uncommitted edit changes nothing. ``unknown`` where git has no answer. Since 0.1.

  ``CGO <bool>``
    ``OFF`` builds pure Go, cross-compiled on this machine's architecture for every other without
    emulation. Default: ``ON``. Variable. Since 0.1.

  For what, and with what:

  ``ARCHITECTURES <arch>...``
    Of ``i386 amd64 armv6 armv7 arm64 ppc64le s390x riscv64 loong64``. Default: the tool chain
    file's, else this machine's. Variable. Since 0.1.

  ``ALPINE_VERSION <release>``
    The Alpine release, 3.6 to 3.24, and with it the Go version. A go.mod that wants a newer Go, or
    a release without an architecture, is an error. Default: ``3.23``. Variable. Since 0.1.

  ``IMAGE <image>``
    Image for docker and podman. ``<ARCH>``, ``<APK_ARCH>``, ``<HUB>`` (i386, arm64v8, ...) and
    ``<ALPINE_VERSION>`` in it are replaced. Without ALPINE_VERSION, any Go may be in it and go.mod
    is not compared. Default: ``docker.io/<HUB>/alpine:<ALPINE_VERSION>``. Variable. Since 0.1.

  ``ROOTFS <path>``
    For bubblewrap: a tarball or folder with an Alpine root file system; the same placeholders.
    With another engine it is an error, unless IMAGE says what that one takes. Variable, also per
    architecture: ``STATIC_GO_BINARY_ROOTFS_<arch>``. Default: Alpine's minirootfs, downloaded and
    its digest checked. Since 0.1.

  ``APK_PACKAGES <package>...``
    Alpine packages to install beside ``go``, ``gcc`` and ``musl-dev``: those with the static
    libraries (``libpcap-dev``, ``zlib-static``). Variable. Since 0.1.

  ``ENGINE docker|podman|bubblewrap|native|auto``
    How Alpine is run. ``auto`` takes the first that works, says which and why, and keeps the
    choice in the cache variable STATIC_GO_BINARY_AUTO_ENGINE. Default: ``auto``. Variable.
    Since 0.1.

  ``NETWORK default|none|host``
    ``none``: packages and modules are fetched first, then everything is compiled without a
    network. ``host``: the container shares this machine's. Default: ``default``, the engine's.
    Variable. Since 0.1.

  ``LINK_LIBRARIES <target>...``
    Static library targets of this project (C or C++). They are compiled in the container, for its
    architecture, by a nested CMake run of the same project; their archives and include folders
    reach cgo. STATIC_GO_BINARY_LIBRARY_CMAKE_ARGS is given to that run. Needs CGO. Since 0.1.

  ``LINKAGE static|static-pie``
    An executable at a fixed address, or a position independent one that needs no loader. The
    check demands it. ``static-pie`` needs CGO. Default: ``static``. Variable. Since 0.1.

  ``STACK_SIZE <bytes>``
    Stack of threads that C code starts; musl's default is 131072. The check demands it. Needs CGO.
    Variable. Since 0.1.

  ``ALLOW_NEEDED <glob>...``
    Shared libraries that the result may need: it is then linked dynamically, and the check refuses
    all others. Needs CGO. Variable. Since 0.1.

  Build graph and tests:

  ``RUN_TEST <argument>...``
    ctest runs each binary with these arguments in an empty root file system; exit code 0 passes.
    Skipped where the machine cannot run the architecture. Since 0.1.

  ``RUN_ON <system>...``
    Further systems to run it on: images (``debian:7``), root file system folders or tarballs;
    placeholders as in IMAGE. Needs RUN_TEST. Variable. Since 0.1.

  ``JOB_POOL <pool>``
    Ninja job pool of the build rules (property ``JOB_POOLS``). Makefiles ignore it. Variable.
    Since 0.1.

  ``DEPENDS <file or target>...``
    What else the build must wait for: generated sources, headers outside the packages. Since 0.1.

  ``EXCLUDE_FROM_ALL``
    Not in ``all``. Variable. Since 0.1.

  ``NO_TESTS``
    No ctest tests. Without it each binary has ``<target>-<arch>.<binary>.static`` (the check), and
    with RUN_TEST ``....runs`` and ``....runs-on-<system>``. Variable. Since 0.1.

  Errors: unknown keywords, missing and wrong values stop CMake with a text that names the target,
  the value and the way out. See docs/troubleshooting.md.

``static_go_binary_install()`` is documented in ``StaticGoBinary/Install.cmake``, the target
properties in ``StaticGoBinary/Properties.cmake``.

Variables that concern all calls, beside those of keywords:

``STATIC_GO_BINARY_CACHE_DIR``
  Folder of Go's caches, downloaded packages and unpacked root file systems. Shared by build trees
  and parallel builds. Default: inside the build tree.
``STATIC_GO_BINARY_KEEP_BUILDER``
  ON: docker and podman keep an image with the packages installed; ``static-go-prune`` removes it.
``STATIC_GO_BINARY_JOBS``
  Compilers that one container runs at once. Default: the cores, divided by the architectures of
  the call.
``STATIC_GO_BINARY_CA_BUNDLE``
  File of certificates that the container trusts; OFF for none. Default: this machine's.
``STATIC_GO_BINARY_DOCKER_CONTEXT_<arch>``
  Docker context that builds an architecture. See docs/engines.md, also for what else an engine has.
``STATIC_GO_BINARY_ELF_CHECK_EXECUTABLE``
  A finished ``elf_check``. Default: the consumer's build compiles it on first use.
``STATIC_GO_BINARY_HOST_CXX_COMPILER``
  The compiler for that. Default: what CMake finds on this machine.
``STATIC_GO_BINARY_LIBRARY_CMAKE_ARGS``
  Arguments (``-DNAME=value``) of the nested run of LINK_LIBRARIES.
``STATIC_GO_BINARY_VERSION``
  Set by this module: its version.
#]=======================================================================]

# One copy of the package serves a whole project: the first one that is included.
if(COMMAND static_go_binary)
  include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/OtherCopy.cmake")
  _sgb_meet_first_copy("${CMAKE_CURRENT_LIST_DIR}")
  return()
endif()

cmake_policy(PUSH)
cmake_policy(VERSION 3.25)

include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/Version.cmake")
set_property(GLOBAL PROPERTY _SGB_VERSION "${STATIC_GO_BINARY_VERSION}")
set_property(GLOBAL PROPERTY _SGB_MODULE_DIR "${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary")
set_property(GLOBAL PROPERTY _SGB_TEMPLATES "${CMAKE_CURRENT_LIST_DIR}/../templates")

include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/Quote.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/Architectures.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/AlpineReleases.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/Keywords.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/Arguments.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/GoSource.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/Engines.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/Revision.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/Libraries.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/BuildScript.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/ElfCheck.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/Environment.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/Request.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/Tests.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/Rules.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/Properties.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/StaticGoBinary/Install.cmake")

function(static_go_binary target)
  _sgb_keywords(OPTION options)
  _sgb_keywords(ONE one_value)
  _sgb_keywords(MANY many_values)
  cmake_parse_arguments(PARSE_ARGV 1 request "${options}" "${one_value}" "${many_values}")
  # `KEYWORD "${EMPTY}"` must not silently mean the default: before CMP0174 the parser drops it.
  math(EXPR last "${ARGC} - 1")
  foreach(index RANGE ${last})
    if(ARGV${index} STREQUAL "")
      math(EXPR before "${index} - 1")
      list(APPEND request_KEYWORDS_MISSING_VALUES "${ARGV${before}}")
    endif()
  endforeach()
  _sgb_complete_request("${target}")
  _sgb_rules("${target}")
  _sgb_use_link_libraries("${target}")
endfunction()

cmake_policy(POP)
