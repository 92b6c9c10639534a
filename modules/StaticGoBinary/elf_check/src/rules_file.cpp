#include "rule_functions.h"

#include "text.h"

namespace elf_check {
namespace {

std::string sentences(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    out += out.empty() ? "" : "; ";
    append_escaped(out, part);
  }
  return out;
}

std::string_view kind(Linkage linkage) {
  switch (linkage) {
  case Linkage::relocatable:
    return "a relocatable object (ET_REL)";
  case Linkage::core:
    return "a core dump (ET_CORE)";
  case Linkage::shared_library:
    return "a shared library (ET_DYN without DF_1_PIE and without PT_INTERP)";
  default:
    return "neither ET_EXEC nor ET_DYN";
  }
}

bool is_loaded(const Segment& segment) { return segment.type == pt::load && segment.memory_size != 0; }

// In the first ABI of 64-bit PowerPC the entry point is a descriptor, which is data.
bool entry_is_data(const Header& header) {
  return header.machine == em::ppc64 && (header.flags & ef::ppc64_abi_mask) != 2;
}

bool entry_is_code(const Facts& facts) {
  const std::uint32_t needed = entry_is_data(facts.header) ? pf::read : pf::execute;
  for (const Segment& segment : facts.segments)
    if (is_loaded(segment) && (segment.flags & needed) != 0 && facts.header.entry >= segment.address &&
        facts.header.entry - segment.address < segment.file_size)
      return true;
  return false;
}

} // namespace

void judge_well_formed(const Facts& facts, const Policy&, Verdict& verdict) {
  if (facts.problems.empty())
    return verdict.ok();
  return verdict.broken("No linker writes this: the file is damaged or was altered. Build it again.",
                        sentences(facts.problems));
}

void judge_truncated(const Facts& facts, const Policy&, Verdict& verdict) {
  if (facts.truncation.empty())
    return verdict.ok();
  return verdict.broken(
      "The file was cut off: a full disk, an interrupted copy or download. Build or copy it again.",
      "the file has ", counted(facts.file_size, "byte"),
      ", beyond its end lie: ", sentences(facts.truncation));
}

void judge_program(const Facts& facts, const Policy&, Verdict& verdict) {
  if (!facts.is_program_file() || facts.linkage == Linkage::shared_library)
    return verdict.broken(
        "Only programs can be static. For Go: build a main package without -buildmode=c-archive, c-shared, "
        "shared or plugin.",
        "it is ", kind(facts.linkage));
  bool loads = false;
  for (const Segment& segment : facts.segments)
    loads |= is_loaded(segment);
  if (!loads)
    return verdict.broken(
        "This is not what the linker wrote: take the program itself, not a file made from it.",
        "there is no PT_LOAD segment, so nothing would be loaded");
  if (!entry_is_code(facts))
    return verdict.broken(
        "This looks like separate debug information (objcopy --only-keep-debug): take the program itself.",
        "the entry point ", Hex{facts.header.entry},
        " is not inside an executable segment that has bytes in the file");
  return verdict.ok();
}

void judge_packed(const Facts& facts, const Policy&, Verdict& verdict) {
  if (!facts.packed)
    return verdict.ok();
  return verdict.broken(
      "Check the program before it is packed, or unpack it with: upx -d",
      "packed by UPX: the program inside may need a loader and libraries, and cannot be seen");
}

void judge_dynamic_offset(const Facts& facts, const Policy&, Verdict& verdict) {
  if (!facts.dynamic)
    return verdict.not_applicable(reason::no_dynamic_section);
  if (!facts.dynamic->address_conflict)
    return verdict.ok();
  return verdict.broken(
      "No linker writes this: tools that go by the offset are shown another dynamic section than the one "
      "that counts. Build the file again.",
      *facts.dynamic->address_conflict);
}

} // namespace elf_check
