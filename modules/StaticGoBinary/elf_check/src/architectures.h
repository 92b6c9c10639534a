// The architectures that can be asked for. The same rows are in Architectures.cmake of the package; a test
// compares both with the help of --list-architectures.
#pragma once

#include "elf_layout.h"

#include <string>
#include <string_view>

namespace elf_check {

struct Architecture {
  std::string_view name;
  ElfClass elf_class;
  ByteOrder order;
  std::uint16_t machine;
};

// All rows, for iteration.
struct ArchitectureTable {
  const Architecture* first;
  const Architecture* last;
  const Architecture* begin() const { return first; }
  const Architecture* end() const { return last; }
};
ArchitectureTable architectures();

// Null if there is none of that name.
const Architecture* find_architecture(std::string_view name);

// "i386", "arm" (v6 or v7 is not in the header), "x32", "mips", or "machine 1234".
std::string describe_machine(const Header& header);

std::string_view class_name(ElfClass elf_class);    // "ELF32"
std::string_view order_name(ByteOrder order);       // "little-endian"
std::string_view order_short_name(ByteOrder order); // "lsb"
unsigned class_bits(ElfClass elf_class);

} // namespace elf_check
