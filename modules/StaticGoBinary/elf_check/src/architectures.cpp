#include "architectures.h"

#include "text.h"

#include <iterator>

namespace elf_check {
namespace {

constexpr auto elf32 = ElfClass::elf32;
constexpr auto elf64 = ElfClass::elf64;
constexpr auto little = ByteOrder::little;
constexpr auto big = ByteOrder::big;

constexpr Architecture architecture_table[] = {
    {"i386", elf32, little, em::i386},         {"amd64", elf64, little, em::x86_64},
    {"armv6", elf32, little, em::arm},         {"armv7", elf32, little, em::arm},
    {"arm64", elf64, little, em::aarch64},     {"ppc64le", elf64, little, em::ppc64},
    {"s390x", elf64, big, em::s390},           {"riscv64", elf64, little, em::riscv},
    {"loong64", elf64, little, em::loongarch},
};

// What a file can be, for messages: also what nobody can ask for.
struct MachineName {
  std::uint16_t machine;
  std::string_view name;
};
constexpr MachineName machine_names[] = {
    {2, "sparc"},    {4, "m68k"},          {8, "mips"},        {15, "hppa"},        {18, "sparc32plus"},
    {20, "powerpc"}, {em::ppc64, "ppc64"}, {em::s390, "s390"}, {em::arm, "arm"},    {42, "sh"},
    {43, "sparc64"}, {50, "ia64"},         {62, "x32"},        {183, "arm64ilp32"}, {243, "riscv32"},
    {247, "bpf"},    {258, "loong32"},     {0x9026, "alpha"},
};

bool same(const Architecture& row, const Header& header) {
  return row.elf_class == header.encoding.elf_class && row.order == header.encoding.order &&
         row.machine == header.machine;
}

} // namespace

ArchitectureTable architectures() { return {std::begin(architecture_table), std::end(architecture_table)}; }

const Architecture* find_architecture(std::string_view name) {
  for (const Architecture& row : architecture_table)
    if (row.name == name)
      return &row;
  return nullptr;
}

std::string describe_machine(const Header& header) {
  if (header.machine != em::arm)
    for (const Architecture& row : architecture_table)
      if (same(row, header))
        return std::string(row.name);
  for (const MachineName& row : machine_names)
    if (row.machine == header.machine)
      return std::string(row.name);
  return text("machine ", header.machine);
}

std::string_view class_name(ElfClass elf_class) { return elf_class == elf64 ? "ELF64" : "ELF32"; }
std::string_view order_name(ByteOrder order) { return order == big ? "big-endian" : "little-endian"; }
std::string_view order_short_name(ByteOrder order) { return order == big ? "msb" : "lsb"; }
unsigned class_bits(ElfClass elf_class) { return elf_class == elf64 ? 64 : 32; }

} // namespace elf_check
