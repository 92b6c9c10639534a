#include "go_info.h"

#include "address_space.h"
#include "sections.h"
#include "text.h"

#include <algorithm>

namespace elf_check {
namespace {

constexpr std::string_view go_magic = "\xff Go buildinf:";
constexpr std::size_t go_head_size = 32;
constexpr std::size_t alignment = 16;
constexpr unsigned flag_inline_strings = 2;

std::string read_up_to(const Image& image, std::uint64_t offset, std::uint64_t wanted) {
  if (offset >= image.size())
    return {};
  const std::uint64_t size = std::min(wanted, image.size() - offset);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  const auto read =
      image.read({offset, size}, reinterpret_cast<unsigned char*>(bytes.data()), "Go build information");
  return read.ok() ? bytes : std::string{};
}

bool is_head(const Image& image, std::uint64_t offset) {
  Buffer buffer;
  const Range range{offset, go_head_size};
  if (!image.contains(range))
    return false;
  const auto bytes = image.view(range, buffer, "Go build information");
  return bytes.ok() && bytes.value().substr(0, go_magic.size()) == go_magic;
}

// Without section headers the head is somewhere in the writable data, on a multiple of 16.
std::optional<std::uint64_t> search_segment(const Image& image, const Segment& segment) {
  const std::uint64_t size = std::min<std::uint64_t>(segment.file_size, limit::go_search);
  for (std::uint64_t at = 0; at < size; at += Image::chunk) {
    const std::string bytes = read_up_to(image, segment.offset + at, Image::chunk);
    for (std::size_t i = 0; i + go_magic.size() <= bytes.size(); i += alignment)
      if (bytes.compare(i, go_magic.size(), go_magic) == 0)
        return segment.offset + at + i;
  }
  return std::nullopt;
}

std::optional<std::uint64_t> find_head(const Image& image, const Facts& facts) {
  // Only a hint: what it points to must have the go_magic bytes.
  const auto section = find_section(image, facts.header, sht::progbits, ".go.buildinfo");
  if (section && is_head(image, section->offset))
    return section->offset;
  for (const Segment& segment : facts.segments)
    if (segment.type == pt::load && (segment.flags & pf::write) != 0)
      if (const auto head = search_segment(image, segment))
        return head;
  return std::nullopt;
}

// Since Go 1.18: after the head, each string with its length before it.
std::optional<std::string> take_inline(std::string_view& bytes) {
  std::uint64_t length = 0;
  for (unsigned shift = 0; shift < 63; shift += 7) {
    if (bytes.empty())
      return std::nullopt;
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    length |= std::uint64_t{byte & 0x7fU} << shift;
    if (byte < 0x80U)
      break;
  }
  if (length > bytes.size())
    return std::nullopt;
  std::string taken(bytes.substr(0, static_cast<std::size_t>(length)));
  bytes.remove_prefix(taken.size());
  return taken;
}

std::uint64_t number(std::string_view bytes, ByteOrder order) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::size_t at = order == ByteOrder::big ? i : bytes.size() - 1 - i;
    value = (value << 8U) | static_cast<unsigned char>(bytes[at]);
  }
  return value;
}

// Go 1.13 to 1.17: the head holds the addresses of two string headers (address, length) of the running
// program.
std::string string_at(const Image& image, const Facts& facts, std::uint64_t address,
                      std::size_t pointer_size) {
  const ByteOrder order = facts.header.encoding.order;
  const auto header = loaded_range(facts, address);
  if (!header || header->size < 2 * pointer_size)
    return {};
  const std::string words = read_up_to(image, header->offset, 2 * pointer_size);
  if (words.size() != 2 * pointer_size)
    return {};
  const auto content = loaded_range(facts, number(std::string_view(words).substr(0, pointer_size), order));
  const std::uint64_t length = number(std::string_view(words).substr(pointer_size), order);
  if (!content || length > content->size || length > limit::go_info_size)
    return {};
  return read_up_to(image, content->offset, length);
}

struct Strings {
  std::string version, module_info;
};

std::optional<Strings> read_strings(const Image& image, const Facts& facts, std::uint64_t offset) {
  const std::string bytes = read_up_to(image, offset, limit::go_info_size);
  if (bytes.size() < go_head_size)
    return std::nullopt;
  const auto pointer_size = static_cast<std::size_t>(static_cast<unsigned char>(bytes[14]));
  if ((static_cast<unsigned char>(bytes[15]) & flag_inline_strings) != 0) {
    std::string_view rest = std::string_view(bytes).substr(go_head_size);
    auto version = take_inline(rest);
    auto module_info = version ? take_inline(rest) : std::nullopt;
    if (!version)
      return std::nullopt;
    return Strings{std::move(*version), module_info.value_or(std::string{})};
  }
  if (pointer_size != 4 && pointer_size != 8)
    return std::nullopt;
  const ByteOrder order = facts.header.encoding.order;
  const std::string_view pointers = std::string_view(bytes).substr(16);
  return Strings{
      string_at(image, facts, number(pointers.substr(0, pointer_size), order), pointer_size),
      string_at(image, facts, number(pointers.substr(pointer_size, pointer_size), order), pointer_size)};
}

// Lines of tab-separated fields between two marks of 16 bytes.
void parse_module_info(std::string_view info, GoInfo& go) {
  constexpr std::size_t mark = 16;
  if (info.size() < 2 * mark + 1)
    return;
  info = info.substr(mark, info.size() - 2 * mark);
  while (!info.empty()) {
    const std::size_t end = std::min(info.find('\n'), info.size());
    const std::string_view line = info.substr(0, end);
    info.remove_prefix(std::min(end + 1, info.size()));
    const std::size_t tab = std::min(line.find('\t'), line.size());
    const std::string_view key = line.substr(0, tab);
    const std::string_view value = line.substr(std::min(tab + 1, line.size()));
    constexpr std::string_view goarm = "GOARM=";
    if (key == "path")
      go.package = value;
    else if (key == "mod")
      go.module = value.substr(0, value.find('\t'));
    else if (key == "build" && value.substr(0, goarm.size()) == goarm)
      go.goarm = value.substr(goarm.size());
  }
}

} // namespace

void read_go_info(const Image& image, Facts& facts) {
  facts.go_searched = true;
  const auto head = find_head(image, facts);
  if (!head)
    return;
  const auto strings = read_strings(image, facts, *head);
  if (!strings || strings->version.empty())
    return;
  GoInfo go;
  go.version = strings->version;
  parse_module_info(strings->module_info, go);
  facts.go = std::move(go);
}

} // namespace elf_check
