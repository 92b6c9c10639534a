// Files that lie. Whatever they say, there is a verdict or an error, soon, and in bounded memory. The same
// tests run under the sanitizers, which see reads that nobody should make.
#include "catch.h"
#include "elf_builder.h"
#include "judged.h"
#include "options.h"
#include "report.h"

using namespace elf_check;
using namespace elf_test;

namespace {

// Everything that the program does with a file. The value is the length of the reports.
std::size_t exercise(const std::string& file) {
  const auto facts = facts_of(file, true);
  if (!facts.ok())
    return facts.error().message.size();
  Options options;
  options.verbose = true;
  options.policy.go = true;
  options.policy.architecture = find_architecture("armv7");
  const Judgement judgement = judge(facts.value(), options.policy, options.rules);
  std::string out;
  TextReport(options, true).file(out, "file", facts.value(), judgement);
  JsonReport(options).file(out, "file", facts.value(), judgement);
  return out.size();
}

// A file with something of everything.
std::string rich_file(ElfClass elf_class, ByteOrder order, ElfBuilder::Hash hash) {
  ElfBuilder elf = static_pie();
  elf.elf_class = elf_class;
  elf.order = order;
  elf.machine = 40;
  elf.hash = hash;
  elf.interpreter = "/lib/ld.so";
  elf.rpath = "/r";
  elf.symbols = {{"a", 0, 1}, {"b", 1, 1}};
  elf.data = std::string("\xff Go buildinf:") + std::string("\x08\x00", 2) + std::string(32, '\0');
  elf.sections = {{".ARM.attributes", 0x70000003, std::string("A\x10\0\0\0aeabi\0\1\x06\0\0\0\6\x0a", 18)}};
  return elf.build();
}

std::vector<std::string> rich_files() {
  std::vector<std::string> files;
  for (const auto elf_class : {ElfClass::elf32, ElfClass::elf64})
    for (const auto order : {ByteOrder::little, ByteOrder::big})
      for (const auto hash : {ElfBuilder::Hash::sysv, ElfBuilder::Hash::gnu})
        files.push_back(rich_file(elf_class, order, hash));
  return files;
}

} // namespace

TEST_CASE("a file cut off at any byte is never passed") {
  for (const std::string& file : rich_files())
    for (std::size_t size = 0; size < file.size(); ++size) {
      const std::string cut = file.substr(0, size);
      exercise(cut);
      if (judged(cut).broken.empty())
        FAIL("passed with " << size << " of " << file.size() << " bytes");
    }
  // Also where nothing but the end is missing.
  for (const ElfBuilder& elf : {ElfBuilder(), static_pie()}) {
    const std::string file = elf.build();
    REQUIRE(judged(file).broken.empty());
    for (std::size_t size = 0; size < file.size(); ++size)
      if (judged(file.substr(0, size)).broken.empty())
        FAIL("passed with " << size << " of " << file.size() << " bytes");
  }
}

TEST_CASE("any single byte may have any of the values that hurt") {
  std::size_t printed = 0;
  for (const std::string& file : rich_files()) {
    std::string changed = file;
    for (std::size_t i = 0; i < file.size(); ++i) {
      for (const char value : {'\0', '\1', '\x7f', '\x80', '\xff', static_cast<char>(file[i] ^ 1)}) {
        changed[i] = value;
        printed += exercise(changed);
      }
      changed[i] = file[i];
    }
  }
  CHECK(printed > 0);
}

TEST_CASE("any field of four or eight bytes may be huge") {
  std::size_t most = 0;
  for (const std::string& file : rich_files())
    for (std::size_t i = 0; i + 8 <= file.size(); i += 4)
      for (const std::size_t width : {4, 8})
        for (const std::uint64_t value : {~std::uint64_t{0}, ~std::uint64_t{0} - 15, std::uint64_t{1} << 63U,
                                          std::uint64_t{0x7fffffff}, std::uint64_t{file.size()}}) {
          std::string changed = file;
          poke(changed, i, value, width);
          most = std::max(most, exercise(changed));
        }
  CHECK(most < 100000);
}

TEST_CASE("one name needed 60,000 times is neither kept nor printed 60,000 times") {
  ElfBuilder elf = static_pie();
  elf.needed = {std::string(4000, 'n')};
  for (int i = 0; i < 4000; ++i)
    elf.tags.emplace_back(1, 1);
  const std::string file = elf.build();
  const auto facts = facts_of(file);
  CHECK(facts.value().dynamic->needed_count == 4001);
  CHECK(facts.value().dynamic->needed.size() == limit::needed_names);
  const Judged result = judged(file);
  CHECK(result.text.size() < 20000);

  for (int i = 0; i < 60000; ++i)
    elf.tags.emplace_back(1, 1);
  const Judged many = judged(elf.build());
  CHECK(many.broken.count("needed") == 1);
  CHECK(many.broken.count("well-formed") == 1); // the dynamic section is longer than anything that works
  CHECK(many.text.size() < 20000);
}

TEST_CASE("65,000 program headers") {
  ElfBuilder elf;
  elf.more_segments.assign(65000, {4, 4, 0, 0, 0, 0, 1});
  const Judged result = judged(elf.build());
  CHECK(result.broken == std::set<std::string>{"well-formed"});
  CHECK(result.text.find("65003 program headers: Linux starts no file with more than 64 KiB of them") == 0);
}

TEST_CASE("program headers may overlap the ELF header and each other's data") {
  std::string file = ElfBuilder().build();
  for (std::uint64_t offset = 0; offset < file.size(); ++offset) {
    poke(file, header64::phoff, offset, 8);
    exercise(file);
    if (offset != header64::size && judged(file).broken.empty())
      FAIL("passed with e_phoff " << offset);
  }
}

TEST_CASE("names cannot write to the terminal or forge lines") {
  ElfBuilder elf = static_pie();
  elf.needed = {"a\nok  b", "\x1b[31m", "\xff\xfe",
                "\xe2\x80\xae"
                "drow"};
  const auto facts = facts_of(elf.build());
  const Options options;
  const Judgement judgement = judge(facts.value(), options.policy, options.rules);
  std::string out;
  TextReport(options, false).file(out, "x\ny\x1b]0;", facts.value(), judgement);
  CHECK(out.find("a\\x0aok  b, \\x1b[31m, \\xff\\xfe, \\xe2\\x80\\xaedrow") != std::string::npos);
  CHECK(out.find("x\\x0ay\\x1b]0;") != std::string::npos);
  CHECK(out.find('\x1b') == std::string::npos);
}
