#include "address_space.h"

#include "text.h"

namespace elf_check {
namespace {

constexpr std::uint64_t page = 4096; // the smallest page of any architecture

// Whole pages are mapped. Where two segments share a page, the later one also replaces the earlier one's
// bytes there; that is harmless only if both show the same bytes of the file.
bool replaces_part_of(const Segment& earlier, const Segment& later) {
  const std::uint64_t last = earlier.address + earlier.memory_size - 1;
  const bool same_bytes = later.address - later.offset == earlier.address - earlier.offset;
  return later.address <= last || (later.address / page == last / page && !same_bytes);
}

} // namespace

std::optional<Range> loaded_range(const Facts& facts, std::uint64_t address) {
  // From the last to the first: a later segment is mapped over an earlier one.
  for (auto segment = facts.segments.rbegin(); segment != facts.segments.rend(); ++segment) {
    if (segment->type != pt::load || address < segment->address)
      continue;
    const std::uint64_t inside = address - segment->address;
    if (inside < segment->file_size && inside < segment->memory_size)
      return Range{segment->offset + inside, segment->file_size - inside};
  }
  return std::nullopt;
}

void check_load_order(Facts& facts) {
  const Segment* previous = nullptr;
  for (const Segment& segment : facts.segments) {
    if (segment.type != pt::load || segment.memory_size == 0)
      continue;
    if (segment.memory_size - 1 > ~std::uint64_t{0} - segment.address) {
      facts.add_problem(text("PT_LOAD at ", Hex{segment.address}, " ends beyond the address space"));
      return;
    }
    if (segment.file_size > segment.memory_size)
      facts.add_problem(text("PT_LOAD at ", Hex{segment.address}, " has more bytes in the file (",
                             Hex{segment.file_size}, ") than in memory (", Hex{segment.memory_size}, ")"));
    if (previous != nullptr && segment.address < previous->address)
      facts.add_problem(text("PT_LOAD at ", Hex{segment.address}, " comes after the one at ",
                             Hex{previous->address}, ": they must ascend"));
    else if (previous != nullptr && replaces_part_of(*previous, segment))
      facts.add_problem(text("PT_LOAD at ", Hex{segment.address}, " replaces a part of the one at ",
                             Hex{previous->address}));
    previous = &segment;
  }
}

} // namespace elf_check
