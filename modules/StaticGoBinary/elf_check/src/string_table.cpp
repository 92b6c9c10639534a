#include "string_table.h"

#include "address_space.h"
#include "text.h"

#include <algorithm>

namespace elf_check {
namespace {

constexpr std::uint64_t usual_length = 64;
static_assert(limit::name_length <= Image::chunk);

} // namespace

// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init)
StringTable::StringTable(const Image& image, const Facts& facts, const Dynamic& dynamic)
    : image_(image), address_(dynamic.string_table.value_or(0)), declared_size_(dynamic.string_table_size) {
  if (dynamic.string_table)
    table_ = loaded_range(facts, address_);
}

std::string_view StringTable::window_from(std::uint64_t offset) const {
  if (offset < window_offset_ || offset - window_offset_ >= window_.size())
    return {};
  return window_.substr(static_cast<std::size_t>(offset - window_offset_));
}

std::optional<Error> StringTable::load(std::uint64_t offset, std::uint64_t size) {
  const std::uint64_t count = std::min({size, table_->size - offset, std::uint64_t{Image::chunk}});
  const auto bytes = image_.view({table_->offset + offset, count}, buffer_, "dynamic string table");
  if (!bytes.ok())
    return bytes.error();
  window_offset_ = offset;
  window_ = bytes.value();
  return std::nullopt;
}

void StringTable::prefetch(std::uint64_t first, std::uint64_t last) {
  // A failure shows again, with its message, when a name is asked for.
  if (table_ && first < table_->size && last - first < Image::chunk - usual_length)
    (void)load(first, last - first + usual_length);
}

Result<std::string_view> StringTable::at(std::uint64_t offset) {
  if (!table_)
    return Error{text("DT_STRTAB ", Hex{address_}, " is not in a part of the file that is loaded")};
  if (offset >= table_->size || (declared_size_ && offset >= *declared_size_))
    return Error{text("offset ", Hex{offset}, " is outside the string table of ",
                      counted(declared_size_.value_or(table_->size), "byte"))};
  std::string_view tail = window_from(offset);
  std::size_t end = tail.find('\0');
  if (end == std::string_view::npos) {
    if (const auto error = load(offset, limit::name_length))
      return *error;
    tail = window_;
    end = tail.find('\0');
  }
  if (end == std::string_view::npos)
    return Error{
        text("the string at offset ", Hex{offset}, " does not end within ", counted(tail.size(), "byte"))};
  return tail.substr(0, end);
}

} // namespace elf_check
