#include "report.h"

#include "text.h"

namespace elf_check {
namespace {

template <typename Number> struct NumberName {
  Number number;
  std::string_view name;
};

constexpr NumberName<std::uint32_t> segment_types[] = {
    {pt::null, "NULL"},
    {pt::load, "LOAD"},
    {pt::dynamic, "DYNAMIC"},
    {pt::interp, "INTERP"},
    {pt::note, "NOTE"},
    {5, "SHLIB"},
    {pt::phdr, "PHDR"},
    {pt::tls, "TLS"},
    {pt::gnu_eh_frame, "GNU_EH_FRAME"},
    {pt::gnu_stack, "GNU_STACK"},
    {pt::gnu_relro, "GNU_RELRO"},
    {pt::gnu_property, "GNU_PROPERTY"},
    {0x70000001, "ARM_EXIDX"},
    {0x70000003, "RISCV_ATTRIBUTES"},
};

constexpr NumberName<std::uint64_t> dynamic_tags[] = {
    {dt::needed, "NEEDED"},
    {2, "PLTRELSZ"},
    {3, "PLTGOT"},
    {dt::hash, "HASH"},
    {dt::strtab, "STRTAB"},
    {dt::symtab, "SYMTAB"},
    {7, "RELA"},
    {8, "RELASZ"},
    {9, "RELAENT"},
    {dt::strsz, "STRSZ"},
    {dt::syment, "SYMENT"},
    {12, "INIT"},
    {13, "FINI"},
    {dt::soname, "SONAME"},
    {dt::rpath, "RPATH"},
    {16, "SYMBOLIC"},
    {17, "REL"},
    {18, "RELSZ"},
    {19, "RELENT"},
    {20, "PLTREL"},
    {21, "DEBUG"},
    {dt::textrel, "TEXTREL"},
    {23, "JMPREL"},
    {dt::bind_now, "BIND_NOW"},
    {25, "INIT_ARRAY"},
    {26, "FINI_ARRAY"},
    {27, "INIT_ARRAYSZ"},
    {28, "FINI_ARRAYSZ"},
    {dt::runpath, "RUNPATH"},
    {dt::flags, "FLAGS"},
    {32, "PREINIT_ARRAY"},
    {33, "PREINIT_ARRAYSZ"},
    {35, "RELRSZ"},
    {36, "RELR"},
    {37, "RELRENT"},
    {dt::gnu_hash, "GNU_HASH"},
    {dt::flags_1, "FLAGS_1"},
    {0x6ffffff0, "VERSYM"},
    {0x6ffffff9, "RELACOUNT"},
    {0x6ffffffa, "RELCOUNT"},
    {0x6ffffffc, "VERDEF"},
    {0x6ffffffd, "VERDEFNUM"},
    {0x6ffffffe, "VERNEED"},
    {0x6fffffff, "VERNEEDNUM"},
    {0x7ffffffd, "AUXILIARY"},
    {0x7fffffff, "FILTER"},
};

template <typename Number, std::size_t size>
std::string name_of(const NumberName<Number> (&names)[size], Number number) {
  for (const auto& row : names)
    if (row.number == number)
      return std::string(row.name);
  return text(Hex{number});
}

void append_column(std::string& out, const std::string& value, std::size_t width) {
  out += value;
  out.append(value.size() < width ? width - value.size() : 1, ' ');
}

std::string flag_letters(std::uint32_t flags) {
  std::string letters = "---";
  letters[0] = (flags & pf::read) != 0 ? 'r' : '-';
  letters[1] = (flags & pf::write) != 0 ? 'w' : '-';
  letters[2] = (flags & pf::execute) != 0 ? 'x' : '-';
  return letters;
}

void append_segments(std::string& out, const Facts& facts) {
  out += "  program headers: type, flags, offset, address, size in the file, size in memory\n";
  for (const Segment& segment : facts.segments) {
    out += "    ";
    append_column(out, segment_type_name(segment.type), 18);
    append_column(out, flag_letters(segment.flags), 5);
    append_column(out, text(Hex{segment.offset}), 12);
    append_column(out, text(Hex{segment.address}), 20);
    append_column(out, text(Hex{segment.file_size}), 12);
    append(out, Hex{segment.memory_size});
    out += '\n';
  }
  if (facts.segments.size() < facts.header.phnum)
    append(out, text("    and ", facts.header.phnum - facts.segments.size(), " more\n"));
}

void append_dynamic(std::string& out, const Dynamic& dynamic) {
  constexpr std::size_t shown_length = 256;
  out += "  dynamic section:\n";
  std::size_t needed = 0;
  for (const DynamicEntry& entry : dynamic.entries) {
    out += "    ";
    append_column(out, dynamic_tag_name(entry.tag), 18);
    if (entry.tag == dt::needed && needed < dynamic.needed.size())
      append_escaped(out, std::string_view(dynamic.needed[needed++]).substr(0, shown_length));
    else
      append(out, Hex{entry.value});
    out += '\n';
  }
}

} // namespace

std::string segment_type_name(std::uint32_t type) { return name_of(segment_types, type); }
std::string dynamic_tag_name(std::uint64_t tag) { return name_of(dynamic_tags, tag); }

void append_details(std::string& out, const Facts& facts) {
  append_segments(out, facts);
  if (facts.dynamic)
    append_dynamic(out, *facts.dynamic);
}

} // namespace elf_check
