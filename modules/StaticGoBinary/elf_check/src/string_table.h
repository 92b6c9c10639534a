// The dynamic string table. A name is read when it is asked for; a window over the table keeps that to one
// read for neighbouring names.
#pragma once

#include "facts.h"
#include "image.h"

#include <optional>
#include <string_view>

namespace elf_check {

class StringTable {
public:
  StringTable(const Image& image, const Facts& facts, const Dynamic& dynamic);
  StringTable(const StringTable&) = delete;
  StringTable& operator=(const StringTable&) = delete;

  // Hints that names from the offset `first` to the offset `last` will be asked for.
  void prefetch(std::uint64_t first, std::uint64_t last);
  // The name is shown in the window: it is valid until the next call.
  Result<std::string_view> at(std::uint64_t offset);

private:
  std::string_view window_from(std::uint64_t offset) const;
  std::optional<Error> load(std::uint64_t offset, std::uint64_t size);

  const Image& image_;
  std::optional<Range> table_; // as far as the loader could read
  std::uint64_t address_;
  std::optional<std::uint64_t> declared_size_; // DT_STRSZ
  std::uint64_t window_offset_ = 0;
  std::string_view window_;
  Buffer buffer_; // behind window_, unless that shows the image's head
};

} // namespace elf_check
