// A file as the rest of the program sees it: a number of bytes, of which any slice can be asked for. This is
// the one gate between the numbers that a file claims and the memory that is touched.
#pragma once

#include "file.h"
#include "result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace elf_check {

// A stretch of a file. It means nothing until Image::contains() has agreed.
struct Range {
  std::uint64_t offset;
  std::uint64_t size;
};

class Image {
public:
  static constexpr std::size_t chunk = 4096;

  // Reads the head. Should that fail, the first one who asks for a range is told why.
  // The file must outlive the image.
  explicit Image(const File& file);
  // For tests and for fuzzing. The bytes must outlive the image.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init)
  explicit Image(std::string_view bytes) : bytes_(bytes), size_(bytes.size()) {}
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;

  std::uint64_t size() const { return size_; }
  bool contains(Range range) const { return range.size <= size_ && range.offset <= size_ - range.size; }

  // Copies the range to `destination`. `what` is the range's name in the message if it is not inside the
  // file.
  Result<std::string_view> read(Range range, unsigned char* destination, std::string_view what) const;
  // The same for at most one chunk; ranges in the file's head are not copied but shown in place.
  Result<std::string_view> view(Range range, std::array<unsigned char, chunk>& buffer,
                                std::string_view what) const;

private:
  Result<std::size_t> fetch(Range range, unsigned char* destination) const;

  const File* file_ = nullptr; // null: the whole image is in bytes_
  std::string_view bytes_;
  std::uint64_t size_;
  // The first bytes hold the ELF header, nearly always the program headers, and in small files the
  // dynamic strings too:
  // one read for all of them. Not initialised: most of it is overwritten anyway.
  std::size_t head_size_ = 0;
  std::array<unsigned char, chunk> head_;
};

using Buffer = std::array<unsigned char, Image::chunk>;

// `count` entries of `entry_size` bytes each, one after the other.
struct Table {
  std::uint64_t offset;
  std::uint64_t count;
  std::uint64_t entry_size; // at most Image::chunk, not 0
};

// Calls visit(pointer to entry) for each entry of the table, a chunk at a time, until visit returns false.
// The value is the number of entries visited.
template <typename Visit>
Result<std::uint64_t> for_each_entry(const Image& image, const Table& table, std::string_view what,
                                     Visit visit) {
  Buffer buffer;
  const std::uint64_t entries_per_chunk = Image::chunk / table.entry_size;
  for (std::uint64_t first = 0; first < table.count; first += entries_per_chunk) {
    const std::uint64_t count =
        table.count - first < entries_per_chunk ? table.count - first : entries_per_chunk;
    const Range range{table.offset + first * table.entry_size, count * table.entry_size};
    const auto bytes = image.view(range, buffer, what);
    if (!bytes.ok())
      return bytes.error();
    const auto* entry = reinterpret_cast<const unsigned char*>(bytes.value().data());
    for (std::uint64_t i = 0; i < count; ++i, entry += table.entry_size)
      if (!visit(entry))
        return first + i + 1;
  }
  return table.count;
}

// Refuses a table that does not lie inside the file, whatever its numbers are.
Result<Table> checked_table(const Image& image, const Table& table, std::string_view what);

} // namespace elf_check
