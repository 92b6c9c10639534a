// Writes the seed corpus of the fuzzer, files that have something of everything in all encodings, and one
// sound static program. Usage: elf_check_seeds FOLDER
#include "elf_builder.h"

#include <fstream>
#include <iostream>

using namespace elf_test;

namespace {

const std::string arm_attributes("A\x1e\0\0\0aeabi\0\1\x14\0\0\0\5v7\0\6\x0a\7A\x09\2\x1c\1\x0a\4\x0e\1", 31);

std::string go_info() {
  const std::string mark(16, '*');
  const std::string module_info = mark + "path\tm/p\nmod\tm\tv1\t\nbuild\tGOARM=7\n" + mark;
  return "\xff Go buildinf:" + std::string("\x08\x02", 2) + std::string(16, '\0') + "\x06go1.25" +
         static_cast<char>(module_info.size()) + module_info;
}

ElfBuilder rich(ElfBuilder::Hash hash) {
  ElfBuilder elf = static_pie();
  elf.machine = 40;
  elf.flags = 0x05000400;
  elf.hash = hash;
  elf.needed = {"libpcap.so.1", "libc.so"};
  elf.interpreter = "/lib/ld.so";
  elf.rpath = "/r";
  elf.runpath = "/s";
  elf.symbols = {{"a", 0, 1}, {"b", 1, 1}, {"c", 0, 2}};
  elf.data = go_info();
  elf.sections = {{".ARM.attributes", 0x70000003, arm_attributes}, {".go.buildinfo", 1, go_info()}};
  return elf;
}

bool write(const std::string& file, const std::string& content) {
  std::ofstream out(file, std::ios::binary);
  out << content;
  return out.good();
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "Usage: elf_check_seeds FOLDER\n";
    return 2;
  }
  const std::string folder = std::string(argv[1]) + "/";
  bool written = write(folder + "static", ElfBuilder().build());
  int number = 0;
  const auto seed = [&](const ElfBuilder& elf) {
    written &= write(folder + "seed-" + std::to_string(number++), elf.build());
  };
  for (const auto elf_class : {ElfClass::elf32, ElfClass::elf64})
    for (const auto order : {ByteOrder::little, ByteOrder::big})
      for (const auto hash : {ElfBuilder::Hash::sysv, ElfBuilder::Hash::gnu}) {
        ElfBuilder elf = rich(hash);
        elf.elf_class = elf_class;
        elf.order = order;
        seed(elf);
        elf.needed.clear(); // undefined symbols are read only without libraries
        elf.interpreter.reset();
        seed(elf);
        elf = ElfBuilder();
        elf.elf_class = elf_class;
        elf.order = order;
        elf.after_segments = std::string("\0\0\0\0UPX!", 8);
        seed(elf);
      }
  return written ? 0 : 1;
}
