#include "dynamic.h"

#include "address_space.h"
#include "dynamic_names.h"
#include "text.h"

#include <algorithm>

namespace elf_check {
namespace {

// The loader goes by address and never looks at p_offset; most tools do the opposite. Where the two disagree,
// the loader is right, and somebody is hiding something.
std::optional<Range> locate(const Segment& segment, const Facts& facts, Dynamic& dynamic) {
  const auto loaded = loaded_range(facts, segment.address);
  if (!loaded) {
    dynamic.address_conflict =
        text("PT_DYNAMIC is at address ", Hex{segment.address}, ", where no PT_LOAD puts bytes of the file");
    if (segment.file_size == 0) // as in separate debug information: there is nothing to read
      return std::nullopt;
    return Range{segment.offset, segment.file_size};
  }
  if (loaded->offset != segment.offset)
    dynamic.address_conflict =
        text("PT_DYNAMIC is at offset ", Hex{segment.offset}, " by its p_offset, but its address ",
             Hex{segment.address}, " is loaded from offset ", Hex{loaded->offset});
  return loaded;
}

void note(const DynamicEntry& entry, Dynamic& dynamic) {
  const std::uint64_t value = entry.value;
  switch (entry.tag) {
  case dt::needed:
  case dt::rpath:
  case dt::runpath:
    dynamic.names.push_back(entry);
    break;
  case dt::strtab:
    dynamic.string_table = value;
    break;
  case dt::strsz:
    dynamic.string_table_size = value;
    break;
  case dt::symtab:
    dynamic.symbol_table = value;
    break;
  case dt::hash:
    dynamic.hash = value;
    break;
  case dt::gnu_hash:
    dynamic.gnu_hash = value;
    break;
  case dt::textrel:
    dynamic.textrel = true;
    break;
  case dt::bind_now:
    dynamic.bind_now = true;
    break;
  case dt::flags:
    dynamic.textrel |= (value & df::textrel) != 0;
    dynamic.bind_now |= (value & df::bind_now) != 0;
    break;
  case dt::flags_1:
    dynamic.bind_now |= (value & df::flags_1_now) != 0;
    dynamic.pie |= (value & df::flags_1_pie) != 0;
    break;
  default:
    break;
  }
}

void read_entries(const Image& image, Range range, const Segment& segment, bool keep, Facts& facts,
                  Dynamic& dynamic) {
  with_layout(facts.header.encoding, [&](auto layout) {
    using L = decltype(layout);
    using Raw = typename L::RawDynamicEntry;
    const Table table{range.offset, range.size / sizeof(Raw), sizeof(Raw)};
    bool ended = false;
    std::size_t read = 0;
    // The loader stops at DT_NULL and nowhere else: p_filesz only says how much to read at once.
    const auto in_segment = std::min<std::uint64_t>(table.count, segment.file_size / sizeof(Raw));
    const auto visit = [&](const unsigned char* bytes) {
      const DynamicEntry entry = L::template load<Raw>(bytes);
      ended = entry.tag == dt::null;
      if (ended)
        return false;
      if (keep)
        dynamic.entries.push_back(entry);
      note(entry, dynamic);
      return ++read < limit::dynamic_entries;
    };
    dynamic.names.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(in_segment, 16)));
    auto count = for_each_entry(image, {table.offset, in_segment, sizeof(Raw)}, "dynamic section", visit);
    if (count.ok() && !ended && in_segment < table.count && read < limit::dynamic_entries) {
      facts.add_problem(text("the dynamic section does not end within PT_DYNAMIC's ",
                             counted(segment.file_size, "byte"), ": the loader reads on"));
      const Table rest{table.offset + in_segment * sizeof(Raw), table.count - in_segment, sizeof(Raw)};
      count = for_each_entry(image, rest, "dynamic section", visit);
    }
    if (!count.ok())
      facts.add_problem(count.error().message);
    else if (!ended)
      facts.add_problem(text("the dynamic section has no DT_NULL within ", read, " entries"));
  });
}

} // namespace

void read_dynamic(const Image& image, const Segment& segment, bool keep_entries, Facts& facts) {
  Dynamic& dynamic = facts.dynamic.emplace();
  if (const auto range = locate(segment, facts, dynamic))
    read_entries(image, *range, segment, keep_entries, facts, dynamic);
  read_dynamic_names(image, facts, dynamic);
}

} // namespace elf_check
