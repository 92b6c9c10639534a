// One rule broken per file, all others kept.
#include "catch.h"
#include "elf_builder.h"
#include "judged.h"

using namespace elf_check;
using namespace elf_test;

namespace {

using Names = std::set<std::string>;

Policy asked_for(std::string_view arch) {
  Policy policy;
  policy.architecture = find_architecture(arch);
  REQUIRE(policy.architecture != nullptr);
  return policy;
}

// The broken rules of a file, and that the report says `words`.
void check_broken(const std::string& file, const Names& expected, std::string_view words,
                  const Policy& policy = {}) {
  const Judged result = judged(file, policy);
  INFO(result.text);
  CHECK(result.broken == expected);
  CHECK(result.text.find(words) != std::string::npos);
}

ElfBuilder arm(std::uint32_t flags, const std::string& attributes) {
  ElfBuilder elf;
  elf.elf_class = ElfClass::elf32;
  elf.machine = 40;
  elf.flags = flags;
  if (!attributes.empty())
    elf.sections.push_back({".ARM.attributes", 0x70000003, attributes});
  return elf;
}

// .ARM.attributes with Tag_CPU_arch and Tag_ABI_VFP_args.
std::string attributes(char cpu_arch, char vfp_args) {
  const std::string file_attributes{'\5', 'x', '\0', '\6', cpu_arch, '\34', vfp_args};
  std::string vendor("\0\0\0\0aeabi\0\1\0\0\0\0", 15);
  vendor += file_attributes;
  poke(vendor, 0, vendor.size(), 4);
  poke(vendor, 11, 5 + file_attributes.size(), 4);
  return "A" + vendor;
}

} // namespace

TEST_CASE("a sound static program breaks nothing") {
  const Judged result = judged(ElfBuilder().build(), asked_for("amd64"));
  CHECK(result.text.empty());
  CHECK(result.broken.empty());
  CHECK(result.not_applicable == Names{"abi", "linkage", "dynamic-offset", "rpath", "undefined-symbols",
                                       "textrel", "stack-size", "relro", "bind-now", "go"});
}

TEST_CASE("a sound static PIE breaks nothing") {
  const Judged result = judged(static_pie().build());
  CHECK(result.text.empty());
  CHECK(result.not_applicable == Names{"machine", "abi", "linkage", "stack-size", "go"});
}

TEST_CASE("every architecture of the table is recognised in its own class and byte order") {
  for (const Architecture& row : architectures()) {
    INFO(row.name);
    ElfBuilder elf;
    elf.elf_class = row.elf_class;
    elf.order = row.order;
    elf.machine = row.machine;
    elf.flags = row.machine == em::arm         ? 0x05000400U
                : row.machine == em::riscv     ? 4U
                : row.machine == em::loongarch ? 3U
                                               : 2U;
    elf.tags = {{0x6ffffffb, 1}};
    elf.symbols = {{"defined", 1, 1}};
    const Judged result = judged(elf.build(), asked_for(row.name));
    CHECK(result.text.empty());
    for (const Architecture& other : architectures())
      if (other.machine != row.machine)
        CHECK(judged(elf.build(), asked_for(other.name)).broken == Names{"machine"});
  }
}

TEST_CASE("rule needed") {
  ElfBuilder elf = static_pie();
  elf.needed = {"libpcap.so.1", "libc.musl-x86_64.so.1"};
  check_broken(elf.build(), {"needed"}, "2 shared libraries: libpcap.so.1, libc.musl-x86_64.so.1");
  check_broken(elf.build(), {"needed"}, "libpcap.a");
  check_broken(elf.build(), {"needed"}, "NAME-dev, NAME-static or NAME-libs-static");

  Policy policy;
  policy.allow_needed = {"libc.musl-*"};
  check_broken(elf.build(), {"needed"}, "1 shared library: libpcap.so.1", policy);
  policy.allow_needed.emplace_back("libpcap.so.?");
  CHECK(judged(elf.build(), policy).broken.empty());
}

TEST_CASE("rule needed counts names that are too many to be kept, and allows none of them") {
  ElfBuilder elf = static_pie();
  elf.needed.assign(300, "libx.so");
  Policy policy;
  policy.allow_needed = {"*"};
  check_broken(elf.build(), {"needed"}, "44 shared libraries", policy);
}

TEST_CASE("rule interp") {
  ElfBuilder elf = static_pie();
  elf.interpreter = "/lib/ld-musl-x86_64.so.1";
  check_broken(elf.build(), {"interp"}, "the loader /lib/ld-musl-x86_64.so.1");
  check_broken(elf.build(), {"interp"}, "CGO_ENABLED=0");
  elf.needed = {"libc.musl-x86_64.so.1"};
  check_broken(elf.build(), {"interp", "needed"}, "-linkmode external");
  elf.interpreter = "/lib64/ld-linux-x86-64.so.2";
  check_broken(elf.build(), {"interp", "needed"}, "glibc");
}

TEST_CASE("rule machine") {
  check_broken(ElfBuilder().build(), {"machine"},
               "it is amd64 (ELF64, little-endian, machine 62), asked for is i386", asked_for("i386"));
  ElfBuilder x32;
  x32.elf_class = ElfClass::elf32;
  check_broken(x32.build(), {"machine"}, "-mx32", asked_for("amd64"));
  ElfBuilder unknown;
  unknown.machine = 4711;
  check_broken(unknown.build(), {"machine"}, "it is machine 4711", asked_for("amd64"));
  ElfBuilder big;
  big.order = ByteOrder::big;
  big.machine = 21;
  check_broken(big.build(), {"machine"}, "it is ppc64 (ELF64, big-endian", asked_for("ppc64le"));
}

TEST_CASE("rule abi: ARM") {
  constexpr std::uint32_t hard = 0x05000400;
  const Names none;
  const Names abi{"abi"};
  CHECK(judged(arm(hard, attributes(10, 1)).build(), asked_for("armv7")).broken == none);
  CHECK(judged(arm(hard, attributes(7, 1)).build(), asked_for("armv6")).broken == none);
  CHECK(judged(arm(0x05000002, {}).build(), asked_for("armv6")).broken == none); // Go's own linker
  check_broken(arm(hard, attributes(10, 1)).build(), abi, "compiled for ARM v7", asked_for("armv6"));
  check_broken(arm(hard, attributes(14, 1)).build(), abi, "compiled for ARM v8-A", asked_for("armv7"));
  check_broken(arm(hard, attributes(99, 1)).build(), abi, "Tag_CPU_arch 99", asked_for("armv7"));
  check_broken(arm(0x05000200, {}).build(), abi, "soft-float", asked_for("armv7"));
  check_broken(arm(0x05000000, attributes(7, 0)).build(), abi, "soft-float", asked_for("armv6"));
  check_broken(arm(0x04000000, {}).build(), abi, "EABI", asked_for("armv6"));
}

TEST_CASE("rule abi: other machines") {
  ElfBuilder elf;
  elf.machine = 243;
  check_broken(elf.build(), {"abi"}, "lp64d", asked_for("riscv64"));
  elf.machine = 258;
  check_broken(elf.build(), {"abi"}, "lp64d", asked_for("loong64"));
  elf.machine = 21;
  elf.flags = 1;
  check_broken(elf.build(), {"abi"}, "ELFv2", asked_for("ppc64le"));
}

TEST_CASE("rule linkage") {
  Policy policy;
  policy.linkage = Linkage::static_pie;
  check_broken(ElfBuilder().build(), {"linkage"}, "it is static, asked for is static-pie", policy);
  CHECK(judged(static_pie().build(), policy).broken.empty());
  policy.linkage = Linkage::static_exec;
  check_broken(static_pie().build(), {"linkage"}, "it is static-pie, asked for is static", policy);
  CHECK(judged(ElfBuilder().build(), policy).broken.empty());
}

TEST_CASE("rule rpath") {
  ElfBuilder elf = static_pie();
  elf.rpath = "/home/build\nlib";
  check_broken(elf.build(), {"rpath"}, "DT_RPATH /home/build\\x0alib");
  elf.rpath.reset();
  elf.runpath = "$ORIGIN";
  check_broken(elf.build(), {"rpath"}, "DT_RUNPATH $ORIGIN");
}

TEST_CASE("rule undefined-symbols") {
  for (const auto hash : {ElfBuilder::Hash::sysv, ElfBuilder::Hash::gnu}) {
    ElfBuilder elf = static_pie();
    elf.hash = hash;
    elf.symbols = {{"defined", 1, 1}, {"weak", 0, 2}};
    CHECK(judged(elf.build()).broken.empty());
    elf.symbols.push_back({"pcap_open_live", 0, 1});
    check_broken(elf.build(), {"undefined-symbols"}, "1 symbol without a definition: pcap_open_live");
    elf.needed = {"libpcap.so.1"};
    const Judged result = judged(elf.build());
    CHECK(result.broken == Names{"needed"});
    CHECK(result.not_applicable.count("undefined-symbols") == 1);
  }
}

TEST_CASE("symbols that cannot be counted are not taken for defined") {
  ElfBuilder elf = static_pie();
  elf.hash = ElfBuilder::Hash::none;
  elf.symbols = {{"x", 0, 1}};
  check_broken(elf.build(), {"well-formed"}, "neither DT_HASH nor DT_GNU_HASH");
}

TEST_CASE("rule textrel") {
  ElfBuilder elf = static_pie();
  elf.tags.emplace_back(22, 0);
  check_broken(elf.build(), {"textrel"}, "DT_TEXTREL");
  elf = static_pie();
  elf.tags[0] = {30, 8 | 4};
  check_broken(elf.build(), {"textrel"}, "-fPIC");
}

TEST_CASE("rule wx-segment") {
  ElfBuilder elf;
  elf.code_flags = 7;
  check_broken(elf.build(), {"wx-segment"}, "PT_LOAD at 0x400000");
}

TEST_CASE("rule exec-stack") {
  ElfBuilder elf;
  elf.stack->flags = 7;
  check_broken(elf.build(), {"exec-stack"}, "executable stack");
  elf.stack.reset();
  check_broken(elf.build(), {"exec-stack"}, "no PT_GNU_STACK");
}

TEST_CASE("rule stack-size") {
  Policy policy;
  policy.min_stack = 0x200000;
  ElfBuilder elf;
  check_broken(elf.build(), {"stack-size"}, "-z,stack-size=0x200000", policy);
  elf.stack->size = 0x1fffff;
  check_broken(elf.build(), {"stack-size"}, "asks for 2097151 bytes of stack, asked for are 2097152", policy);
  elf.stack->size = 0x200000;
  CHECK(judged(elf.build(), policy).broken.empty());
}

TEST_CASE("rules relro and bind-now") {
  ElfBuilder elf = static_pie();
  elf.relro = false;
  check_broken(elf.build(), {"relro"}, "-z,relro");
  elf = static_pie();
  elf.tags = {{0x6ffffffb, 0x08000000}};
  check_broken(elf.build(), {"bind-now"}, "-z,now");
  for (const auto& tag : {std::pair<std::uint64_t, std::uint64_t>{24, 0}, {30, 8}, {0x6ffffffb, 1}}) {
    elf.tags = {{0x6ffffffb, 0x08000000}, tag};
    if (tag.first == 0x6ffffffb)
      elf.tags = {{0x6ffffffb, 0x08000001}};
    CHECK(judged(elf.build()).broken.empty());
  }
}

TEST_CASE("rule truncated") {
  ElfBuilder elf;
  elf.sections = {{".comment", 1, "x"}};
  std::string file = elf.build();
  file.pop_back();
  check_broken(file, {"truncated"}, "section headers at offset");
  file = ElfBuilder().build();
  file.pop_back();
  check_broken(file, {"truncated"}, "segment of type 0x1 at offset");
}

TEST_CASE("rule program") {
  ElfBuilder library = static_pie();
  library.relro = false;
  library.tags = {{14, 0}};
  check_broken(library.build(), {"program"}, "shared library");
  ElfBuilder core;
  core.type = 4;
  check_broken(core.build(), {"program"}, "core dump");
  ElfBuilder object;
  object.type = 1;
  check_broken(object.build(), {"program"}, "relocatable object");

  std::string file = ElfBuilder().build();
  poke(file, header64::entry, 0x400000 + file.size(), 8);
  check_broken(file, {"program"}, "entry point");
  file = ElfBuilder().build();
  const std::size_t load = find_segment64(file, 1);
  poke(file, load, 4, 4);
  poke(file, load + segment64::size, 4, 4);
  check_broken(file, {"program"}, "no PT_LOAD");
}

TEST_CASE("rule program: the entry point of the first PowerPC ABI is a descriptor in the data") {
  ElfBuilder elf;
  elf.machine = 21;
  std::string file = elf.build();
  const std::size_t data = find_segment64(file, 1) + segment64::size;
  poke(file, header64::entry, peek(file, data + segment64::address, 8), 8);
  CHECK(judged(file).broken.empty());
  poke(file, header64::flags, 2, 4);
  CHECK(judged(file).broken == Names{"program"});
}

TEST_CASE("rule packed: nothing is claimed about what is inside") {
  ElfBuilder elf;
  elf.after_segments = std::string("\0\0\0\0UPX!", 8);
  Policy policy;
  policy.linkage = Linkage::static_exec;
  const Judged result = judged(elf.build(), policy);
  CHECK(result.broken == Names{"packed"});
  CHECK(result.text.find("upx -d") != std::string::npos);
  for (const char* rule : {"linkage", "interp", "needed", "exec-stack"})
    CHECK(result.not_applicable.count(rule) == 1);
}

TEST_CASE("rule dynamic-offset: the section that the loader reads is the one that counts") {
  ElfBuilder elf = static_pie();
  elf.needed = {"libhidden.so"};
  std::string file = elf.build();
  const std::size_t dynamic = find_segment64(file, 2);
  // The decoy, behind everything that is loaded: FLAGS_1 and NULL.
  const std::size_t decoy = file.size();
  file.resize(decoy + 512, '\0');
  poke(file, decoy, 0x6ffffffb, 8);
  poke(file, decoy + 8, 0x08000001, 8);
  poke(file, dynamic + segment64::offset, decoy, 8);
  check_broken(file, {"dynamic-offset", "needed"}, "libhidden.so");
  check_broken(file, {"dynamic-offset", "needed"}, "by its p_offset");
}

TEST_CASE("rule dynamic-offset: an address that is not loaded") {
  std::string file = static_pie().build();
  poke(file, find_segment64(file, 2) + segment64::address, 0x7000000, 8);
  check_broken(file, {"dynamic-offset"}, "no PT_LOAD");
}

TEST_CASE("rule go") {
  Policy policy;
  policy.go = true;
  check_broken(ElfBuilder().build(), {"go"}, "no Go build information", policy);
}
