#include "image.h"

#include "text.h"

#include <cstring>

namespace elf_check {
namespace {

std::string_view as_text(const unsigned char* bytes, std::uint64_t size) {
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

Error outside(std::string_view what, Range range, std::uint64_t file_size) {
  return Error{text(what, " at offset ", Hex{range.offset}, ", ", counted(range.size, "byte"),
                    ", is not inside the file of ", counted(file_size, "byte"))};
}

} // namespace

// The head stays uninitialised but for what the read gives: clearing it would cost as much as parsing it.
// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init)
Image::Image(const File& file) : file_(&file), size_(file.size()) {
  const auto got = file.read_at(0, head_.data(), head_.size());
  head_size_ = got.ok() ? got.value() : 0;
}

Result<std::size_t> Image::fetch(Range range, unsigned char* destination) const {
  const auto count = static_cast<std::size_t>(range.size);
  if (file_ != nullptr)
    return file_->read_at(range.offset, destination, count);
  std::memcpy(destination, bytes_.data() + range.offset, count);
  return count;
}

Result<std::string_view> Image::read(Range range, unsigned char* destination, std::string_view what) const {
  if (!contains(range))
    return outside(what, range, size_);
  const auto got = fetch(range, destination);
  if (!got.ok())
    return Error{text(what, " at offset ", Hex{range.offset}, ": ", got.error().message)};
  if (got.value() != range.size)
    return Error{text(what, " at offset ", Hex{range.offset}, ": the file became shorter while it was read")};
  return as_text(destination, range.size);
}

Result<std::string_view> Image::view(Range range, Buffer& buffer, std::string_view what) const {
  if (range.size <= head_size_ && range.offset <= head_size_ - range.size)
    return as_text(head_.data() + range.offset, range.size);
  if (range.size > buffer.size())
    return Error{
        text(what, " at offset ", Hex{range.offset}, ": ", counted(range.size, "byte"), " are too many")};
  return read(range, buffer.data(), what);
}

Result<Table> checked_table(const Image& image, const Table& table, std::string_view what) {
  const bool fits =
      table.offset <= image.size() && table.count <= (image.size() - table.offset) / table.entry_size;
  if (fits)
    return table;
  return Error{text(what, " are longer than the file of ", counted(image.size(), "byte"), ": offset ",
                    Hex{table.offset}, ", ", table.count, " entries of ", counted(table.entry_size, "byte"))};
}

} // namespace elf_check
