#include "arm_attributes.h"

#include "sections.h"
#include "text.h"

namespace elf_check {
namespace {

constexpr std::uint64_t tag_file = 1, tag_cpu_raw_name = 4, tag_cpu_name = 5, tag_cpu_arch = 6,
                        tag_abi_vfp_args = 28, tag_compatibility = 32;

// Reads forward through the section; past its end everything reads as empty or zero.
class Cursor {
public:
  explicit Cursor(std::string_view bytes) : bytes_(bytes) {}

  bool at_end() const { return bytes_.empty(); }

  std::string_view take(std::size_t count) {
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(taken.size());
    return taken;
  }

  std::uint32_t word(ByteOrder order) {
    std::uint32_t number = 0;
    const std::string_view taken = take(4);
    for (std::size_t i = 0; i < taken.size(); ++i)
      number |= std::uint32_t{static_cast<unsigned char>(taken[i])}
                << 8 * (order == ByteOrder::big ? 3 - i : i);
    return number;
  }

  std::uint64_t uleb128() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; !bytes_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(take(1).front());
      if (shift < 64)
        number |= std::uint64_t{byte & 0x7fU} << shift;
      if (byte < 0x80U)
        break;
    }
    return number;
  }

  void skip_string() {
    const std::size_t end = bytes_.find('\0');
    take(end == std::string_view::npos ? bytes_.size() : end + 1);
  }

private:
  std::string_view bytes_;
};

// Tags below 32 have a number, but for the two names; above, odd ones have a string.
bool has_string(std::uint64_t tag) {
  return tag == tag_cpu_raw_name || tag == tag_cpu_name || (tag > tag_compatibility && tag % 2 == 1);
}

void parse_file_attributes(Cursor cursor, ArmAttributes& attributes) {
  while (!cursor.at_end()) {
    const std::uint64_t tag = cursor.uleb128();
    if (has_string(tag)) {
      cursor.skip_string();
      continue;
    }
    const std::uint64_t value = cursor.uleb128();
    if (tag == tag_compatibility)
      cursor.skip_string();
    else if (tag == tag_cpu_arch)
      attributes.cpu_arch = value;
    else if (tag == tag_abi_vfp_args)
      attributes.vfp_args = value;
  }
}

// A vendor's part: its name, then blocks of (tag, length with both, content).
void parse_vendor(std::string_view bytes, ByteOrder order, ArmAttributes& attributes) {
  constexpr std::string_view vendor{"aeabi\0", 6};
  if (bytes.substr(0, vendor.size()) != vendor)
    return;
  bytes.remove_prefix(vendor.size());
  while (bytes.size() > 5) {
    Cursor head(bytes);
    const std::uint64_t tag = head.uleb128();
    const std::uint32_t length = head.word(order);
    if (length <= 5)
      return;
    const std::string_view content = bytes.substr(0, length);
    if (tag == tag_file && content.size() > 5)
      parse_file_attributes(Cursor(content.substr(5)), attributes);
    bytes.remove_prefix(content.size());
  }
}

} // namespace

ArmAttributes parse_arm_attributes(std::string_view section, ByteOrder order) {
  ArmAttributes attributes;
  if (section.empty() || section.front() != 'A')
    return attributes;
  section.remove_prefix(1);
  while (section.size() > 4) {
    const std::uint32_t length = Cursor(section).word(order);
    if (length <= 4)
      break;
    const std::string_view part = section.substr(0, length);
    parse_vendor(part.substr(4), order, attributes);
    section.remove_prefix(part.size());
  }
  return attributes;
}

void read_arm_attributes(const Image& image, Facts& facts) {
  const auto section = find_section(image, facts.header, sht::arm_attributes);
  if (!section)
    return;
  Buffer buffer;
  const auto bytes = image.view({section->offset, section->size}, buffer, ".ARM.attributes");
  if (!bytes.ok())
    facts.add_problem(bytes.error().message);
  else
    facts.arm = parse_arm_attributes(bytes.value(), facts.header.encoding.order);
}

} // namespace elf_check
