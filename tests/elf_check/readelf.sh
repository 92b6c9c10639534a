#!/bin/sh
# Compares what elf_check reads with what readelf reads, on every ELF file of the machine.
# Usage: readelf.sh ELF_FACTS WORK_FOLDER [FOLDER]...   (default: where a system keeps its programs)
# Exit code 77: skipped.
set -eu

here=$(dirname "$0")
# shellcheck source=SCRIPTDIR/lib.sh
. "$here/lib.sh"

elf_facts=$1
work=$2
shift 2
[ $# -gt 0 ] || set -- /usr /opt /bin /sbin /lib

if ! command -v readelf >/dev/null; then
  skip "there is no readelf to compare with (package binutils)"
fi
mkdir -p "$work"

# A newline in a name would spoil the lists.
find "$@" -xdev -type f -size +3c ! -name '*
*' -print 2>/dev/null | sort -u | "$elf_facts" >"$work/ours"
cut -d '|' -f 1 <"$work/ours" | tr '\n' '\0' |
  LC_ALL=C xargs -0 readelf -hldW /dev/null >"$work/readelf.txt" 2>/dev/null || true

# /dev/null makes readelf print file names also where there is one file only.
awk '
  function flush_line() {
    if (path != "" && class != "")
      print path "|" class "|" data "|" type "|" machine "|" flags "|" interpreter "|" needed
    class = data = type = machine = flags = interpreter = needed = ""
  }
  function value(line) { sub(/^[^:]*: */, "", line); return line }
  /^File: / { flush_line(); path = substr($0, 7); next }
  /^  Class: / { class = value($0) }
  /^  Data: / { data = /big endian/ ? "big" : "little" }
  /^  Type: / { split(value($0), words, " "); type = words[1] }
  /^  Machine: / { machine = value($0) }
  /^  Flags: / { split(value($0), words, ","); flags = words[1]; if (flags == "") flags = "0x0"; sub(/ .*/, "", flags) }
  /Requesting program interpreter: / { sub(/.*interpreter: /, ""); sub(/]$/, ""); interpreter = $0 }
  /\(NEEDED\) / { sub(/.*Shared library: \[/, ""); sub(/]$/, ""); needed = needed $0 "," }
  END { flush_line() }
' "$work/readelf.txt" >"$work/theirs"

sed 's/|OS$/|<unknown>:/; s/|Processor$/|<unknown>:/' "$work/theirs" | sort >"$work/theirs.sorted"
sort "$work/ours" >"$work/ours.sorted"
files=$(wc -l <"$work/ours.sorted")
echo "$files ELF files compared with readelf: class, data, type, machine, flags, interpreter, NEEDED"
if [ "$files" -lt 10 ]; then
  echo "that are too few to mean anything"
  exit 1
fi
diff "$work/ours.sorted" "$work/theirs.sorted" >"$work/differences" && exit 0
echo "differences (< elf_check, > readelf):"
head -n 60 "$work/differences"
exit 1
