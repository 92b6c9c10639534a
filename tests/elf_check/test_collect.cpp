// What is read from a file, and the exact message where one field is wrong.
#include "catch.h"
#include "elf_builder.h"
#include "judged.h"

using namespace elf_check;
using namespace elf_test;

namespace {

std::string with(std::size_t offset, std::uint64_t value, std::size_t width) {
  std::string file = ElfBuilder().build();
  poke(file, offset, value, width);
  return file;
}

std::string with_segment(std::uint32_t type, std::size_t field, std::uint64_t value, std::string file) {
  poke(file, find_segment64(file, type) + field, value,
       field == segment64::type || field == segment64::flags ? 4 : 8);
  return file;
}

std::string problem_of(const std::string& file) {
  const auto facts = facts_of(file);
  if (!facts.ok())
    return "error: " + facts.error().message;
  return facts.value().problems.empty() ? std::string{} : facts.value().problems.front();
}

ElfBuilder dynamic_pie() {
  ElfBuilder elf = static_pie();
  elf.interpreter = "/lib/ld-musl-x86_64.so.1";
  elf.needed = {"libpcap.so.1", "libc.so"};
  return elf;
}

} // namespace

TEST_CASE("all four encodings give the same facts") {
  for (const auto elf_class : {ElfClass::elf32, ElfClass::elf64})
    for (const auto order : {ByteOrder::little, ByteOrder::big}) {
      ElfBuilder elf = dynamic_pie();
      elf.elf_class = elf_class;
      elf.order = order;
      elf.machine = 8;
      elf.flags = 0x12345678;
      elf.rpath = "/r";
      elf.stack = BuiltStack{6, 0x20000};
      const auto result = facts_of(elf.build());
      REQUIRE(result.ok());
      const Facts& facts = result.value();
      CHECK(facts.header.encoding.elf_class == elf_class);
      CHECK(facts.header.encoding.order == order);
      CHECK(facts.header.type == et::dyn);
      CHECK(facts.header.machine == em::mips);
      CHECK(facts.header.flags == 0x12345678);
      CHECK(facts.linkage == Linkage::dynamic_pie);
      CHECK(facts.interpreter == "/lib/ld-musl-x86_64.so.1");
      REQUIRE(facts.dynamic.has_value());
      CHECK(facts.dynamic->needed == std::vector<std::string>{"libpcap.so.1", "libc.so"});
      CHECK(facts.dynamic->needed_count == 2);
      CHECK(facts.dynamic->rpath == "/r");
      CHECK(facts.dynamic->pie);
      CHECK(facts.dynamic->bind_now);
      CHECK(facts.stack->memory_size == 0x20000);
      CHECK(facts.relro.has_value());
      CHECK(facts.problems.empty());
    }
}

TEST_CASE("linkage") {
  const auto linkage = [](const ElfBuilder& elf) { return facts_of(elf.build()).value().linkage; };
  ElfBuilder elf;
  CHECK(linkage(elf) == Linkage::static_exec);
  elf.with_dynamic = true;
  CHECK(linkage(elf) == Linkage::static_exec);
  elf.needed = {"libc.so"};
  CHECK(linkage(elf) == Linkage::dynamic);
  CHECK(linkage(static_pie()) == Linkage::static_pie);
  elf = static_pie();
  elf.needed = {"libc.so"};
  CHECK(linkage(elf) == Linkage::dynamic_pie);
  elf = static_pie();
  elf.tags = {{14, 0}};
  CHECK(linkage(elf) == Linkage::shared_library);
  elf.type = 0xff00;
  CHECK(linkage(elf) == Linkage::other);
}

TEST_CASE("what is not ELF, or whose header is wrong, is an error that carries the values") {
  CHECK(error_of("") == "not an ELF file: it is empty");
  CHECK(error_of("#!/bin/sh\n") == "not an ELF file");
  CHECK(error_of("\x7f"
                 "EL") == "not an ELF file");
  CHECK(error_of("\x7f"
                 "ELF") == "ELF identification at offset 0x0, 16 bytes, is not inside the file of 4 bytes");
  CHECK(error_of(with(4, 3, 1)) == "ELF class is 3, not 1 (32 bit) or 2 (64 bit)");
  CHECK(error_of(with(5, 0, 1)) == "ELF data encoding is 0, not 1 (little-endian) or 2 (big-endian)");
  CHECK(error_of(with(6, 2, 1)) == "ELF version is 2, not 1");
  CHECK(error_of(ElfBuilder().build().substr(0, 63)) ==
        "ELF header at offset 0x0, 64 bytes, is not inside the file of 63 bytes");
  CHECK(error_of(with(header64::phentsize, 57, 2)) == "program headers have 57 bytes each, ELF64 has 56");
  const std::string size = std::to_string(ElfBuilder().build().size());
  CHECK(error_of(with(header64::phoff, ~std::uint64_t{0} - 7, 8)) ==
        "program headers are longer than the file of " + size +
            " bytes: offset 0xfffffffffffffff8, 3 entries of 56 bytes");
  CHECK(error_of(with(header64::phnum, 1000, 2)) == "program headers are longer than the file of " + size +
                                                        " bytes: offset 0x40, 1000 entries of 56 bytes");
}

TEST_CASE("PN_XNUM: the number of program headers is in section header 0") {
  ElfBuilder elf;
  elf.sections = {{".comment", 1, "x"}};
  std::string file = elf.build();
  const std::uint64_t count = peek(file, header64::phnum, 2);
  const std::uint64_t first_section = peek(file, header64::shoff, 8);
  poke(file, header64::phnum, 0xffff, 2);
  poke(file, first_section + 44, count, 4); // sh_info
  const auto facts = facts_of(file);
  REQUIRE(facts.ok());
  CHECK(facts.value().segments.size() == count);
  CHECK(judged(file).broken.empty());

  for (const std::uint64_t nowhere : {std::uint64_t{0}, std::uint64_t{file.size()}, ~std::uint64_t{0}}) {
    poke(file, header64::shoff, nowhere, 8);
    CHECK(error_of(file) ==
          "the number of program headers is in section header 0 (PN_XNUM), which is not inside the file");
  }
}

TEST_CASE("no sections, and more than 65,279 of them") {
  ElfBuilder elf;
  CHECK(facts_of(elf.build()).value().truncation.empty());
  elf.sections = {{".comment", 1, "x"}};
  std::string file = elf.build();
  poke(file, peek(file, header64::shoff, 8) + 32, peek(file, header64::shnum, 2), 8); // sh_size
  poke(file, header64::shnum, 0, 2);
  CHECK(facts_of(file).value().truncation.empty());
  poke(file, peek(file, header64::shoff, 8) + 32, 70000, 8);
  CHECK(judged(file).broken == std::set<std::string>{"truncated"});
  poke(file, peek(file, header64::shoff, 8) + 32, ~std::uint64_t{0}, 8);
  CHECK(judged(file).broken == std::set<std::string>{"truncated"});
}

TEST_CASE("the loader's name") {
  const std::string file = dynamic_pie().build();
  CHECK(problem_of(with_segment(3, segment64::file_size, 0, file)) ==
        "the loader's name in PT_INTERP has 0 bytes, allowed are 2 to 4096");
  CHECK(problem_of(with_segment(3, segment64::file_size, 5000, file)) ==
        "the loader's name in PT_INTERP has 5000 bytes, allowed are 2 to 4096");
  CHECK(problem_of(with_segment(3, segment64::file_size, 4, file)) ==
        "the loader's name in PT_INTERP does not end with NUL");
  CHECK(problem_of(with_segment(3, segment64::offset, 1U << 30U, file))
            .find("PT_INTERP at offset 0x40000000, 25 bytes") == std::string("the loader's name in ").size());
}

TEST_CASE("the dynamic section is read to DT_NULL, whatever p_filesz says") {
  ElfBuilder elf = dynamic_pie();
  const std::string file = with_segment(2, segment64::file_size, 16, elf.build());
  const auto facts = facts_of(file);
  CHECK(facts.value().dynamic->needed_count == 2);
  CHECK(problem_of(file) ==
        "the dynamic section does not end within PT_DYNAMIC's 16 bytes: the loader reads on");

  std::string endless = elf.build();
  const std::size_t dynamic = find_segment64(endless, 2);
  const auto at = static_cast<std::size_t>(peek(endless, dynamic + segment64::offset, 8));
  for (std::size_t i = at; i + 16 <= endless.size(); i += 16)
    poke(endless, i, 21, 8);
  CHECK(problem_of(endless).find("has no DT_NULL within") != std::string::npos);
}

TEST_CASE("of a repeated tag the last one counts, as for the loaders") {
  ElfBuilder elf = dynamic_pie();
  elf.tags.emplace_back(5, 0x7000000); // DT_STRTAB
  CHECK(problem_of(elf.build()) ==
        "the name of DT_NEEDED: DT_STRTAB 0x7000000 is not in a part of the file that is loaded");
}

TEST_CASE("names that cannot be read") {
  ElfBuilder elf = static_pie();
  elf.tags.emplace_back(1, 0xffffff); // DT_NEEDED
  CHECK(problem_of(elf.build()) ==
        "the name of DT_NEEDED: offset 0xffffff is outside the string table of 1 byte");
  CHECK(judged(elf.build()).broken == std::set<std::string>{"needed", "well-formed"});

  elf = static_pie();
  elf.needed = {std::string(5000, 'x')};
  CHECK(problem_of(elf.build()) ==
        "the name of DT_NEEDED: the string at offset 0x1 does not end within 4096 bytes");
}

TEST_CASE("segments that can be read in two ways") {
  ElfBuilder elf;
  elf.more_segments = {{1, 4, 0, 0x400000, 64, 64, 8}};
  CHECK(problem_of(elf.build()).find("they must ascend") != std::string::npos);
  elf.more_segments = {{1, 4, 0, 0x410000, 64, 64, 8}};
  CHECK(problem_of(elf.build()).find("PT_LOAD at 0x410000") != std::string::npos);
  elf.more_segments = {{0x6474e551, 6, 0, 0, 0, 0, 8}};
  CHECK(problem_of(elf.build()) == "there is more than one PT_GNU_STACK segment");
  elf = dynamic_pie();
  elf.more_segments = {{3, 4, 0, 0, 8, 8, 1}};
  CHECK(problem_of(elf.build()) == "there is more than one PT_INTERP segment");
  elf = static_pie();
  elf.more_segments = {{2, 4, 0, 0, 8, 8, 1}};
  CHECK(problem_of(elf.build()) == "there is more than one PT_DYNAMIC segment");
}

TEST_CASE("segments that share a page are sound only if they show the same bytes of it") {
  std::string file = ElfBuilder().build();
  const std::size_t data = find_segment64(file, 1) + segment64::size;
  const std::uint64_t offset = peek(file, data + segment64::offset, 8);
  poke(file, data + segment64::address, 0x400000 + offset, 8);
  CHECK(problem_of(file).empty());
  poke(file, data + segment64::address, 0x400000 + offset + 16, 8);
  CHECK(problem_of(file).find("replaces a part") != std::string::npos);
}

TEST_CASE("segments with impossible sizes") {
  std::string file = ElfBuilder().build();
  const std::size_t load = find_segment64(file, 1);
  poke(file, load + segment64::memory_size, 1, 8);
  CHECK(problem_of(file).find("has more bytes in the file") != std::string::npos);
  poke(file, load + segment64::memory_size, ~std::uint64_t{0}, 8);
  CHECK(problem_of(file).find("ends beyond the address space") != std::string::npos);
}

TEST_CASE("a table that spans many chunks is read whole") {
  ElfBuilder elf = static_pie();
  for (int i = 0; i < 1000; ++i)
    elf.symbols.push_back({"s", 1, 1});
  elf.symbols.push_back({"missing", 0, 1});
  const auto facts = facts_of(elf.build());
  CHECK(facts.value().undefined_symbols.count == 1);
  CHECK(facts.value().undefined_symbols.names == std::vector<std::string>{"missing"});
}

TEST_CASE("Go build information of Go 1.18 and later") {
  std::string info = "\xff Go buildinf:";
  info += std::string("\x08\x02", 2) + std::string(16, '\0');
  const std::string mark(16, '*');
  const std::string module_info =
      mark + "path\texample.org/m/cmd/p\nmod\texample.org/m\tv1.2.3\t\nbuild\tGOARM=7\n" + mark;
  info +=
      std::string(1, '\7') + "go1.25.5" + std::string(1, static_cast<char>(module_info.size())) + module_info;
  info[32] = 8;
  ElfBuilder elf;
  for (const bool by_section : {false, true}) {
    elf.data =
        std::string(by_section ? 4 : 48, '\0'); // a head that only the section header finds is not aligned
    elf.data += by_section ? "" : info;
    if (by_section)
      elf.sections = {{".go.buildinfo", 1, info}};
    const auto facts = facts_of(elf.build(), true);
    REQUIRE(facts.ok());
    REQUIRE(facts.value().go.has_value());
    CHECK(facts.value().go->version == "go1.25.5");
    CHECK(facts.value().go->package == "example.org/m/cmd/p");
    CHECK(facts.value().go->module == "example.org/m");
    CHECK(facts.value().go->goarm == "7");
    CHECK_FALSE(facts_of(elf.build(), false).value().go.has_value());
  }
}

TEST_CASE("GOARM in the build information counts where ARM attributes are missing") {
  std::string info = "\xff Go buildinf:";
  info += std::string("\x04\x02", 2) + std::string(16, '\0') + "\x06go1.25";
  const std::string mark(16, '*');
  const std::string module_info = mark + "build\tGOARM=7,hardfloat\n" + mark;
  info += static_cast<char>(module_info.size()) + module_info;
  ElfBuilder elf;
  elf.elf_class = ElfClass::elf32;
  elf.machine = 40;
  elf.flags = 0x05000002;
  elf.data = info;
  Policy policy;
  policy.go = true;
  policy.architecture = find_architecture("armv6");
  CHECK(judged(elf.build(), policy).broken == std::set<std::string>{"abi"});
  policy.architecture = find_architecture("armv7");
  CHECK(judged(elf.build(), policy).broken.empty());
}

TEST_CASE("Go build information of Go 1.13 to 1.17 lies behind pointers") {
  ElfBuilder elf;
  elf.data = std::string(64, '\0');
  const std::string plain = elf.build();
  const std::size_t load = find_segment64(plain, 1) + segment64::size;
  const std::uint64_t address = peek(plain, load + segment64::address, 8);
  std::string data = "\xff Go buildinf:";
  data += std::string("\x08\x00", 2) + std::string(16, '\0');
  data += std::string(16, '\0') + "go1.16.5" + std::string(8, '\0');
  poke(data, 16, address + 32, 8); // the header of the version string
  poke(data, 32, address + 48, 8); // its bytes
  poke(data, 40, 8, 8);            // its length
  elf.data = data;
  const auto facts = facts_of(elf.build(), true);
  REQUIRE(facts.value().go.has_value());
  CHECK(facts.value().go->version == "go1.16.5");
  CHECK(facts.value().go->module.empty());

  poke(elf.data, 40, ~std::uint64_t{0}, 8);
  CHECK_FALSE(facts_of(elf.build(), true).value().go.has_value());
}
