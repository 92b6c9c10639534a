# The table of architectures: one row each, and the functions that read it.
#
# Columns:
#   APK       what `apk --print-arch` says; also the folder of the Alpine mirror
#   PLATFORM  what `docker --platform` takes
#   HUB       organisation of the official per-architecture image (`<HUB>/alpine`);
#             empty where Alpine publishes none
#   GO        environment of `go` for a cross build: GOARCH first, then its tuning
#   CLASS, DATA, MACHINE   the ELF header's fields (EI_CLASS in bits, EI_DATA, e_machine)
#   SINCE     first Alpine release that has it
#   DEB, RPM  what these package formats call it
#   CPU       regular expression for CMAKE_SYSTEM_PROCESSOR and `uname -m` of a machine of it
#   UNAME     what `uname -m` of such a machine says, for CMAKE_SYSTEM_PROCESSOR
#   RUNS      further architectures whose programs such a machine runs by itself
#   QEMU      suffix of the qemu-user emulator (qemu-<QEMU>) and of its binfmt entry
#   TRIPLE    prefix of a GNU tool chain for it with musl
#
# The rows live in global properties: every directory of the project, and `cmake -P`, reads
# the same ones without variables that leak.
include_guard(GLOBAL)

function(_sgb_architecture_row name)
  cmake_parse_arguments(PARSE_ARGV 1 row ""
                        "APK;PLATFORM;HUB;CLASS;DATA;MACHINE;SINCE;DEB;RPM;CPU;UNAME;QEMU;TRIPLE" "GO;RUNS")
  foreach(
    column IN
    ITEMS APK
          PLATFORM
          HUB
          GO
          CLASS
          DATA
          MACHINE
          SINCE
          DEB
          RPM
          CPU
          UNAME
          RUNS
          QEMU
          TRIPLE)
    set_property(GLOBAL PROPERTY _SGB_ARCHITECTURE_${name}_${column} "${row_${column}}")
  endforeach()
  set_property(GLOBAL APPEND PROPERTY _SGB_ARCHITECTURES ${name})
endfunction()

# cmake-format: off
_sgb_architecture_row(i386    APK x86         PLATFORM linux/386     HUB i386     GO GOARCH=386 GO386=sse2
                      CLASS 32 DATA lsb MACHINE 3   SINCE 3.6  DEB i386    RPM i686    CPU "i[3-6]86|x86"          QEMU i386
                      UNAME i686 TRIPLE i686-linux-musl)
_sgb_architecture_row(amd64   APK x86_64      PLATFORM linux/amd64   HUB amd64    GO GOARCH=amd64 GOAMD64=v1
                      CLASS 64 DATA lsb MACHINE 62  SINCE 3.0  DEB amd64   RPM x86_64  CPU "x86_64|amd64|AMD64"    QEMU x86_64
                      UNAME x86_64 TRIPLE x86_64-linux-musl RUNS i386)
_sgb_architecture_row(armv6   APK armhf       PLATFORM linux/arm/v6  HUB arm32v6  GO GOARCH=arm GOARM=6
                      CLASS 32 DATA lsb MACHINE 40  SINCE 3.6  DEB armhf   RPM armv6hl CPU "armv6.*|armhf"         QEMU arm
                      UNAME armv6l TRIPLE armv6-linux-musleabihf)
_sgb_architecture_row(armv7   APK armv7       PLATFORM linux/arm/v7  HUB arm32v7  GO GOARCH=arm GOARM=7
                      CLASS 32 DATA lsb MACHINE 40  SINCE 3.9  DEB armhf   RPM armv7hl CPU "armv7.*|arm"           QEMU arm
                      UNAME armv7l TRIPLE armv7-linux-musleabihf RUNS armv6)
_sgb_architecture_row(arm64   APK aarch64     PLATFORM linux/arm64   HUB arm64v8  GO GOARCH=arm64
                      CLASS 64 DATA lsb MACHINE 183 SINCE 3.6  DEB arm64   RPM aarch64 CPU "aarch64|arm64|ARM64"   QEMU aarch64
                      UNAME aarch64 TRIPLE aarch64-linux-musl)
_sgb_architecture_row(ppc64le APK ppc64le     PLATFORM linux/ppc64le HUB ppc64le  GO GOARCH=ppc64le GOPPC64=power8
                      CLASS 64 DATA lsb MACHINE 21  SINCE 3.6  DEB ppc64el RPM ppc64le CPU "ppc64le|ppc64el|powerpc64le" QEMU ppc64le
                      UNAME ppc64le TRIPLE powerpc64le-linux-musl)
_sgb_architecture_row(s390x   APK s390x       PLATFORM linux/s390x   HUB s390x    GO GOARCH=s390x
                      CLASS 64 DATA msb MACHINE 22  SINCE 3.6  DEB s390x   RPM s390x   CPU "s390x"                 QEMU s390x
                      UNAME s390x TRIPLE s390x-linux-musl)
_sgb_architecture_row(riscv64 APK riscv64     PLATFORM linux/riscv64 HUB riscv64  GO GOARCH=riscv64
                      CLASS 64 DATA lsb MACHINE 243 SINCE 3.20 DEB riscv64 RPM riscv64 CPU "riscv64"               QEMU riscv64
                      UNAME riscv64 TRIPLE riscv64-linux-musl)
_sgb_architecture_row(loong64 APK loongarch64 PLATFORM linux/loong64               GO GOARCH=loong64
                      CLASS 64 DATA lsb MACHINE 258 SINCE 3.21 DEB loong64 RPM loongarch64 CPU "loongarch64|loong64" QEMU loongarch64
                      UNAME loongarch64 TRIPLE loongarch64-linux-musl)
# cmake-format: on

# Every architecture's name, in the table's order.
function(_sgb_architectures out)
  get_property(names GLOBAL PROPERTY _SGB_ARCHITECTURES)
  set(${out} "${names}" PARENT_SCOPE)
endfunction()

# One cell of the table.
function(_sgb_architecture name column out)
  get_property(cell GLOBAL PROPERTY _SGB_ARCHITECTURE_${name}_${column})
  set(${out} "${cell}" PARENT_SCOPE)
endfunction()

# The architecture of a machine whose processor is called `processor`; empty where the table
# has none.
function(_sgb_architecture_of_processor processor out)
  set(found "")
  _sgb_architectures(names)
  foreach(name IN LISTS names)
    _sgb_architecture(${name} CPU pattern)
    if(processor MATCHES "^(${pattern})$")
      set(found ${name})
      break()
    endif()
  endforeach()
  set(${out} "${found}" PARENT_SCOPE)
endfunction()

# True where a machine of architecture `machine` runs programs for `name` without an emulator.
function(_sgb_architecture_runs_on name machine out)
  _sgb_architecture("${machine}" RUNS also)
  if(name STREQUAL machine OR name IN_LIST also)
    set(${out} TRUE PARENT_SCOPE)
  else()
    set(${out} FALSE PARENT_SCOPE)
  endif()
endfunction()

# The architecture of this machine; amd64 where the table has none, since every engine there emulates.
function(_sgb_host_architecture out)
  get_property(host GLOBAL PROPERTY _SGB_HOST_ARCHITECTURE)
  if(NOT host)
    _sgb_architecture_of_processor("${CMAKE_HOST_SYSTEM_PROCESSOR}" host)
    if(NOT host)
      set(host amd64)
    endif()
    set_property(GLOBAL PROPERTY _SGB_HOST_ARCHITECTURE ${host})
  endif()
  set(${out} ${host} PARENT_SCOPE)
endfunction()
