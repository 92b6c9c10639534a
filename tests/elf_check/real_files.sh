#!/bin/sh
# One rule broken per file, by a real compiler and linker. Nothing of the C library is used: the programs are only
# linked and looked at.
# Usage: real_files.sh ELF_CHECK WORK_FOLDER CC
# Exit code 77: skipped.
set -eu

elf_check=$1
work=$2
cc=$3
here=$(dirname "$0")
# shellcheck source=SCRIPTDIR/lib.sh
. "$here/lib.sh"

rm -rf "$work"
mkdir -p "$work"
cd "$work"

printf 'void _start(void) { for (;;) ; }\n' >start.c
printf 'int helper(void) { return 1; }\n' >helper.c
printf 'int helper(void); int (*keep)(void) = helper; void _start(void) { for (;;) ; }\n' >uses.c
printf 'int absent(void); int (*keep)(void) = absent; void _start(void) { for (;;) ; }\n' >absent.c
printf '.globl _start\n.text\n_start: .quad _start\n.section .note.GNU-stack,"",%%progbits\n' >textrel.s
printf '.globl _start\n.text\n_start: nop\n' >nostack.s

# link NAME FLAG...
link() {
  output=$1
  shift
  "$cc" -O1 -nostdlib -ffreestanding -fno-stack-protector -Wl,-z,noexecstack -Wl,-z,relro "$@" -o "$output" 2>link.log
}
# pie NAME FLAG...: a static PIE
pie() {
  output=$1
  shift
  link "$output" -fPIE -static-pie -Wl,-z,now "$@"
}

if ! link good -static -no-pie -fno-pie start.c || ! pie goodpie start.c ||
  ! "$elf_check" --linkage static-pie goodpie >/dev/null; then
  cat link.log
  skip "$cc cannot link what these tests are made from"
fi
made=0

# breaks FILE "RULE..." [OPTION...]
breaks() {
  file=$1
  rules=$2
  shift 2
  run "$@" "$file"
  expect "$file" 1
  broken_rules "$file" "$rules"
  made=$((made + 1))
}

run --linkage static good
expect good 0
run --linkage static-pie goodpie
expect goodpie 0
breaks good linkage --linkage static-pie
breaks goodpie linkage --linkage static
other=arm64
"$elf_check" --arch arm64 good >/dev/null 2>&1 && other=amd64
breaks good machine --arch "$other"
breaks good stack-size --min-stack 2M
breaks good go --go
link stack -static -no-pie -fno-pie -Wl,-z,stack-size=0x200000 start.c
run --min-stack 2M stack
expect "2 MiB of stack" 0

link library.so -fPIC -shared -Wl,-soname,libhelper.so.7 helper.c
breaks library.so program
link needs -fPIE -pie -Wl,-z,now -Wl,--no-dynamic-linker uses.c library.so
breaks needs needed
shows out "1 shared library: libhelper.so.7"
run --allow-needed 'libhelper.so.*' needs
expect "an allowed library" 0
link interp -fPIE -pie -Wl,-z,now -Wl,--dynamic-linker=/lib/ld-musl-test.so.1 start.c
breaks interp interp
shows out "the loader /lib/ld-musl-test.so.1"

pie rpath start.c -Wl,-rpath,/opt/lib -Wl,--disable-new-dtags
breaks rpath rpath
shows out "DT_RPATH /opt/lib"
pie runpath start.c -Wl,-rpath,/opt/lib -Wl,--enable-new-dtags
breaks runpath rpath
shows out "DT_RUNPATH /opt/lib"
link execstack -static -no-pie -fno-pie start.c -Wl,-z,execstack
breaks execstack exec-stack
link lazy -fPIE -static-pie start.c -Wl,-z,lazy
breaks lazy bind-now
pie norelro start.c -Wl,-z,norelro
breaks norelro relro
if link omagic -static -no-pie -fno-pie start.c -Wl,-N; then
  breaks omagic wx-segment
fi
if [ "$(uname -m)" = x86_64 ] && pie textrel textrel.s -Wl,-z,notext; then
  breaks textrel textrel
fi
# GNU ld leaves symbols of programs undefined only where there is a library to define them, so that this is a library.
link absent -fPIC -shared absent.c
breaks absent undefined-symbols --disable program
shows out "1 symbol without a definition: absent"
"$cc" -c start.c -o object.o
breaks object.o program
if command -v objcopy >/dev/null; then
  link debug -g -static -no-pie -fno-pie start.c
  objcopy --only-keep-debug debug debug.only
  breaks debug.only program
fi
size=$(wc -c <./good)
head -c "$((size - 1))" ./good >truncated
breaks truncated truncated

echo "$made files, each breaks one rule"
finish
