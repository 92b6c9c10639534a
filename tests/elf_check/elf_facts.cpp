// Prints what elf_check reads from files in the words of readelf, one line a file, for a comparison with it:
//   path|class|data|type|machine|flags|interpreter|needed,needed
// The list of files comes from standard input; what has no ELF magic number is left out.
#include "collect.h"
#include "file.h"
#include "text.h"

#include <cstdio>
#include <iostream>

namespace {

using namespace elf_check;

std::string_view type_name(std::uint16_t type) {
  static constexpr std::string_view names[] = {"NONE", "REL", "EXEC", "DYN", "CORE"};
  return type < std::size(names) ? names[type] : "<unknown>:";
}

struct MachineName {
  std::uint16_t machine;
  std::string_view name;
};

// As readelf writes them.
constexpr MachineName machine_names[] = {
    {0, "None"},
    {2, "Sparc"},
    {3, "Intel 80386"},
    {4, "MC68000"},
    {8, "MIPS R3000"},
    {15, "HPPA"},
    {18, "Sparc v8+"},
    {20, "PowerPC"},
    {21, "PowerPC64"},
    {22, "IBM S/390"},
    {40, "ARM"},
    {42, "Renesas / SuperH SH"},
    {43, "Sparc v9"},
    {50, "Intel IA-64"},
    {62, "Advanced Micro Devices X86-64"},
    {93, "ARC"},
    {94, "Tensilica Xtensa Processor"},
    {183, "AArch64"},
    {189, "Xilinx MicroBlaze"},
    {195, "ARCv2"},
    {243, "RISC-V"},
    {247, "Linux BPF"},
    {258, "LoongArch"},
    {0x9026, "Alpha"},
};

std::string machine_name(std::uint16_t machine) {
  for (const MachineName& row : machine_names)
    if (row.machine == machine)
      return std::string(row.name);
  return text("machine ", machine);
}

std::string line_for(const Facts& facts) {
  const Header& header = facts.header;
  std::string line =
      text(header.encoding.elf_class == ElfClass::elf64 ? "ELF64" : "ELF32", "|",
           header.encoding.order == ByteOrder::big ? "big" : "little", "|", type_name(header.type), "|",
           machine_name(header.machine), "|", Hex{header.flags}, "|", facts.interpreter.value_or(""), "|");
  if (facts.dynamic)
    for (const std::string& name : facts.dynamic->needed)
      append(line, text(name, ","));
  return line;
}

} // namespace

int main() {
  std::string path;
  while (std::getline(std::cin, path)) {
    const auto file = File::open(path);
    if (!file.ok())
      continue;
    const Image image(file.value());
    if (!is_elf(image))
      continue;
    const auto facts = collect(image, {});
    std::cout << path << '|' << (facts.ok() ? line_for(facts.value()) : "error: " + facts.error().message)
              << '\n';
  }
}
