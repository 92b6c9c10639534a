// Builds messages out of pieces, without <iostream> and without format strings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace elf_check {

struct Hex {
  std::uint64_t value;
};

// Text that came from a file or a file name: see append_escaped().
struct Escaped {
  std::string_view untrusted;
};

inline void append(std::string& out, std::string_view piece) { out.append(piece); }
void append(std::string& out, Hex number);
void append(std::string& out, Escaped text);
void append_decimal(std::string& out, std::uint64_t number);

template <typename Number, std::enable_if_t<std::is_unsigned_v<Number>, int> = 0>
void append(std::string& out, Number number) {
  append_decimal(out, number);
}

template <typename... Pieces> void append_all(std::string& out, const Pieces&... pieces) {
  (append(out, pieces), ...);
}

template <typename... Pieces> std::string text(const Pieces&... pieces) {
  std::string out;
  out.reserve(160); // most messages; growing step by step would copy them several times
  append_all(out, pieces...);
  return out;
}

// "1 file", "2 files".
std::string counted(std::uint64_t count, std::string_view noun);

// "5.2 MiB".
void append_size(std::string& out, std::uint64_t bytes);

// Appends text that came from a file or a file name. Control characters, broken UTF-8 and characters that
// reorder a line become \xNN, so that no file can write to the terminal or forge a line of the report.
void append_escaped(std::string& out, std::string_view untrusted);
std::string escaped(std::string_view untrusted);

// The length of the UTF-8 sequence at the start of `bytes`, which are not empty; 0 if there is none.
std::size_t utf8_length(std::string_view bytes);

} // namespace elf_check
