// Builds small ELF files in memory, so that every test file has its source. What is built is a sound static
// program until a test changes something.
#pragma once

#include "elf_layout.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace elf_test {

using elf_check::ByteOrder;
using elf_check::ElfClass;
using elf_check::Segment;

struct BuiltSymbol {
  std::string name;
  std::uint16_t section; // 0: undefined
  std::uint8_t binding;  // 1 global, 2 weak
};

struct BuiltSection {
  std::string name;
  std::uint32_t type;
  std::string content;
};

struct BuiltStack {
  std::uint32_t flags;
  std::uint64_t size;
};

struct ElfBuilder {
  ElfClass elf_class = ElfClass::elf64;
  ByteOrder order = ByteOrder::little;
  std::uint16_t machine = 62;
  std::uint16_t type = 2;
  std::uint32_t flags = 0;
  std::uint64_t base = 0x400000;

  std::optional<std::string> interpreter;
  std::optional<BuiltStack> stack = BuiltStack{6, 0};
  bool relro = false;
  bool with_dynamic = false; // follows from any of the next
  std::vector<std::string> needed;
  std::optional<std::string> rpath, runpath;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> tags;
  std::vector<BuiltSymbol> symbols;
  enum class Hash { sysv, gnu, none } hash = Hash::sysv;
  std::uint32_t code_flags = 5, data_flags = 6;
  std::vector<Segment> more_segments;
  std::string after_segments;         // bytes right behind the program headers
  std::string data;                   // bytes at the start of the writable segment
  std::vector<BuiltSection> sections; // section headers are written only if there are any

  std::string build() const;
};

// A sound static PIE.
ElfBuilder static_pie();

// Overwrites a number in a built file.
void poke(std::string& file, std::size_t offset, std::uint64_t value, std::size_t width,
          ByteOrder order = ByteOrder::little);
std::uint64_t peek(const std::string& file, std::size_t offset, std::size_t width);

// Offsets in ELF64 files.
namespace header64 {
constexpr std::size_t type = 16, machine = 18, version = 20, entry = 24, phoff = 32, shoff = 40, flags = 48,
                      phentsize = 54, phnum = 56, shentsize = 58, shnum = 60, shstrndx = 62, size = 64;
}
namespace segment64 {
constexpr std::size_t type = 0, flags = 4, offset = 8, address = 16, file_size = 32, memory_size = 40,
                      size = 56;
}
// The offset of the first program header of that type.
std::size_t find_segment64(const std::string& file, std::uint32_t type);

} // namespace elf_test
