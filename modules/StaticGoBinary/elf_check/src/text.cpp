#include "text.h"

#include <charconv>
#include <cstring>

namespace elf_check {
namespace {

template <typename Number> void append_number(std::string& out, Number number, int base) {
  char digits[20];
  const auto result = std::to_chars(digits, digits + sizeof digits, number, base);
  out.append(digits, result.ptr);
}

struct Sequence {
  std::uint32_t code_point = 0;
  std::size_t length = 0; // 0: not UTF-8
};

Sequence continued(std::string_view bytes, std::size_t length, std::uint32_t first_bits,
                   std::uint32_t smallest) {
  if (bytes.size() < length)
    return {};
  std::uint32_t code_point = first_bits;
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if ((byte & 0xc0U) != 0x80U)
      return {};
    code_point = (code_point << 6U) | (byte & 0x3fU);
  }
  const bool surrogate = code_point >= 0xd800 && code_point <= 0xdfff;
  if (code_point < smallest || code_point > 0x10ffff || surrogate)
    return {};
  return {code_point, length};
}

Sequence decode_utf8(std::string_view bytes) {
  const auto first = static_cast<unsigned char>(bytes.front());
  if (first < 0x80U)
    return {first, 1};
  if ((first & 0xe0U) == 0xc0U)
    return continued(bytes, 2, first & 0x1fU, 0x80);
  if ((first & 0xf0U) == 0xe0U)
    return continued(bytes, 3, first & 0x0fU, 0x800);
  if ((first & 0xf8U) == 0xf0U)
    return continued(bytes, 4, first & 0x07U, 0x10000);
  return {};
}

// Whether eight bytes are all ordinary ASCII: none has the top bit, is below 0x20 or is 0x7f.
bool all_plain(std::uint64_t bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  constexpr std::uint64_t tops = 0x80 * ones;
  return ((bytes | (bytes + ones) | (bytes - 0x20 * ones)) & tops) == 0;
}

// How many characters at the start are ordinary ASCII, as nearly all are.
std::size_t plain_length(std::string_view bytes) {
  std::size_t length = 0;
  for (std::uint64_t eight = 0; bytes.size() - length >= sizeof eight; length += sizeof eight) {
    std::memcpy(&eight, bytes.data() + length, sizeof eight);
    if (!all_plain(eight))
      break;
  }
  while (length < bytes.size() && bytes[length] >= 0x20 && bytes[length] < 0x7f)
    ++length;
  return length;
}

bool harmful(std::uint32_t code_point) {
  const bool control = code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0);
  const bool line_break = code_point == 0x2028 || code_point == 0x2029;
  const bool reorders =
      (code_point >= 0x202a && code_point <= 0x202e) || (code_point >= 0x2066 && code_point <= 0x2069);
  return control || line_break || reorders;
}

} // namespace

void append(std::string& out, Hex number) {
  out += "0x";
  append_number(out, number.value, 16);
}

void append_decimal(std::string& out, std::uint64_t number) { append_number(out, number, 10); }

std::string counted(std::uint64_t count, std::string_view noun) {
  return text(count, " ", noun, count == 1 ? "" : "s");
}

void append_size(std::string& out, std::uint64_t bytes) {
  static constexpr std::string_view units[] = {" KiB", " MiB", " GiB", " TiB", " PiB", " EiB"};
  if (bytes < 1024) {
    append(out, bytes);
    out += " B";
    return;
  }
  std::size_t unit = 0;
  while (bytes >= std::uint64_t{1024} * 1024) {
    bytes /= 1024;
    ++unit;
  }
  append(out, bytes / 1024);
  out += '.';
  append(out, bytes % 1024 * 10 / 1024);
  out += units[unit];
}

std::size_t utf8_length(std::string_view bytes) { return decode_utf8(bytes).length; }

void append_escaped(std::string& out, std::string_view untrusted) {
  static constexpr char digits[] = "0123456789abcdef";
  for (;;) {
    const std::size_t plain = plain_length(untrusted);
    out.append(untrusted.substr(0, plain));
    untrusted.remove_prefix(plain);
    if (untrusted.empty())
      return;
    const Sequence sequence = decode_utf8(untrusted);
    if (sequence.length != 0 && !harmful(sequence.code_point)) {
      out.append(untrusted.substr(0, sequence.length));
      untrusted.remove_prefix(sequence.length);
      continue;
    }
    const auto byte = static_cast<unsigned char>(untrusted.front());
    out += "\\x";
    out += digits[byte >> 4U];
    out += digits[byte & 0xfU];
    untrusted.remove_prefix(1);
  }
}

void append(std::string& out, Escaped text) { append_escaped(out, text.untrusted); }

std::string escaped(std::string_view untrusted) {
  std::string out;
  append_escaped(out, untrusted);
  return out;
}

} // namespace elf_check
