#include "sections.h"

#include "architectures.h"
#include "text.h"

#include <algorithm>

namespace elf_check {
namespace {

constexpr std::uint32_t shn_xindex = 0xffff;

// Calls visit(section) for `count` sections from `first` on, until it returns false.
template <typename Visit>
Result<std::uint64_t> for_each_section(const Image& image, const Header& header, std::uint64_t first,
                                       std::uint64_t count, Visit visit) {
  if (header.shoff == 0)
    return Error{"there are no section headers"};
  return with_layout(header.encoding, [&](auto layout) -> Result<std::uint64_t> {
    using L = decltype(layout);
    using Raw = typename L::RawSection;
    if (header.shentsize != sizeof(Raw))
      return Error{text("section headers have ", header.shentsize, " bytes each, ",
                        class_name(header.encoding.elf_class), " has ", sizeof(Raw))};
    const auto table = checked_table(image, {header.shoff, first + count, sizeof(Raw)}, "section headers");
    if (!table.ok())
      return table.error();
    const Table wanted{header.shoff + first * sizeof(Raw), count, sizeof(Raw)};
    return for_each_entry(image, wanted, "section headers",
                          [&](const unsigned char* entry) { return visit(L::template load<Raw>(entry)); });
  });
}

std::optional<Section> section_at(const Image& image, const Header& header, std::uint64_t index) {
  std::optional<Section> found;
  const auto count = for_each_section(image, header, index, 1, [&](const Section& section) {
    found = section;
    return true;
  });
  return count.ok() ? found : std::nullopt;
}

bool has_name(const Image& image, const Section& names, const Section& section, std::string_view name) {
  // With its NUL, so that a longer name does not match.
  const Range range{names.offset + section.name, name.size() + 1};
  Buffer buffer;
  if (section.name > names.size || range.size > names.size - section.name || !image.contains(range))
    return false;
  const auto bytes = image.view(range, buffer, "section name");
  return bytes.ok() && bytes.value().substr(0, name.size()) == name && bytes.value().back() == '\0';
}

} // namespace

std::optional<Error> resolve_extended_numbering(const Image& image, Header& header) {
  const bool many_segments = header.phnum == pn::xnum;
  const bool many_sections = header.shnum == 0 && header.shoff != 0;
  if (!many_segments && !many_sections && header.shstrndx != shn_xindex)
    return std::nullopt;
  const auto first = section_at(image, header, 0);
  if (!first) {
    // Sections are of no account to a program; program headers are.
    if (many_segments)
      return Error{
          "the number of program headers is in section header 0 (PN_XNUM), which is not inside the file"};
    return std::nullopt;
  }
  if (many_segments)
    header.phnum = first->info;
  if (many_sections)
    header.shnum = first->size;
  if (header.shstrndx == shn_xindex)
    header.shstrndx = first->link;
  return std::nullopt;
}

std::optional<Section> find_section(const Image& image, const Header& header, std::uint32_t type,
                                    std::string_view name) {
  std::optional<Section> names;
  if (!name.empty()) {
    names = section_at(image, header, header.shstrndx);
    if (!names)
      return std::nullopt;
  }
  std::optional<Section> found;
  const std::uint64_t count = std::min<std::uint64_t>(header.shnum, limit::sections);
  (void)for_each_section(image, header, 0, count, [&](const Section& section) {
    if (section.type == type && (!names || has_name(image, *names, section, name)))
      found = section;
    return !found;
  }).ok();
  return found;
}

} // namespace elf_check
