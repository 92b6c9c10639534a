#include "help.h"

#include "rules.h"
#include "text.h"

#include <algorithm>

namespace elf_check {

std::string help_text() {
  return R"(Usage: elf_check [OPTION]... FILE...

Judges ELF files: is each one static, whole, and for the right machine?
FILE may be a folder with --recursive; '-' reads a list of files from standard input.

What is asked for:
  --arch ARCHITECTURE        class, byte order, machine and ABI; --list-architectures
  --linkage static|static-pie
  --allow-needed GLOB        a shared library that may be needed; repeatable
  --min-stack BYTES          the stack size in PT_GNU_STACK (2097152, 0x200000, 2048K, 2M)
  --go                       Go build information must be there, and is printed
  --static                   all rules; this is the default, and undoes an earlier --disable
  --disable RULE, --enable RULE
                             switch one rule, or 'all'; the last one counts; --list-rules

What is printed:
  --format text|json
  --verbose, -v              every rule, the program headers and the dynamic section
  --color auto|always|never  auto: on a terminal, unless NO_COLOR is set

What is checked:
  --recursive, -r            folders too; what is not ELF in them is skipped and counted
  --null, -0                 the list on standard input is separated by NUL, not by newline

  --list-rules, --list-architectures, --version, --help

Exit code: 0 all pass, 1 a rule is broken, 2 usage, 3 a file could not be read or is not ELF.
)";
}

std::string rules_text() {
  std::size_t width = 0;
  for (std::size_t i = 0; i < rule_count; ++i)
    width = std::max(width, rule_at(i).name.size());
  std::string out;
  for (std::size_t i = 0; i < rule_count; ++i) {
    const Rule& rule = rule_at(i);
    append(out, text(rule.name, std::string(width + 2 - rule.name.size(), ' '), rule.summary, "\n"));
  }
  return out;
}

std::string architectures_text() {
  std::string out;
  for (const Architecture& row : architectures())
    append(out, text(row.name, " ", class_bits(row.elf_class), " ", order_short_name(row.order), " ",
                     row.machine, "\n"));
  return out;
}

} // namespace elf_check
