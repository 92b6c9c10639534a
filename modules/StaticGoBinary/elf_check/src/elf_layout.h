// How ELF lies in a file, once for both classes and both byte orders, and the canonical 64-bit form into
// which it is turned at once, so that everything after this file knows neither.
#pragma once

#include "elf_constants.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace elf_check {

struct Encoding {
  ElfClass elf_class = ElfClass::none;
  ByteOrder order = ByteOrder::none;
};

struct Header {
  Encoding encoding;
  std::uint8_t os_abi = 0;
  std::uint16_t type = 0, machine = 0;
  std::uint32_t flags = 0;
  std::uint64_t entry = 0;
  std::uint64_t phoff = 0, shoff = 0;
  std::uint16_t phentsize = 0, shentsize = 0;
  std::uint64_t phnum = 0, shnum = 0; // as in the header until the extended numbering has been resolved
  std::uint32_t shstrndx = 0;
};

struct Segment {
  std::uint32_t type = 0, flags = 0;
  std::uint64_t offset = 0, address = 0, file_size = 0, memory_size = 0, alignment = 0;
};

struct Section {
  std::uint32_t name = 0, type = 0, link = 0, info = 0;
  std::uint64_t flags = 0, address = 0, offset = 0, size = 0;
};

struct DynamicEntry {
  std::uint64_t tag = 0, value = 0;
};

struct Symbol {
  std::uint32_t name = 0;
  std::uint16_t section = 0;
  std::uint8_t binding = 0;
};

// An unsigned number as it lies in the file: no alignment, and a byte order of its own.
template <typename Number, ByteOrder order> class Field {
public:
  operator Number() const {
    Number number = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
      const std::size_t shift = order == ByteOrder::little ? i : sizeof(Number) - 1 - i;
      number =
          static_cast<Number>(number | static_cast<Number>(static_cast<Number>(bytes_[i]) << (8 * shift)));
    }
    return number;
  }

private:
  unsigned char bytes_[sizeof(Number)];
};

template <typename Number, ByteOrder order> Number load_field(const unsigned char* bytes) {
  Field<Number, order> field{};
  std::memcpy(&field, bytes, sizeof field);
  return field;
}

template <ElfClass elf_class, ByteOrder order> struct Layout {
  static constexpr bool is64 = elf_class == ElfClass::elf64;

  using Byte = Field<std::uint8_t, order>;
  using Half = Field<std::uint16_t, order>;
  using Word = Field<std::uint32_t, order>;
  using Address = Field<std::conditional_t<is64, std::uint64_t, std::uint32_t>, order>;

  struct RawHeader {
    unsigned char ident[16];
    Half type, machine;
    Word version;
    Address entry, phoff, shoff;
    Word flags;
    Half ehsize, phentsize, phnum, shentsize, shnum, shstrndx;
  };

  struct RawSegment32 {
    Word type;
    Address offset, address, physical, file_size, memory_size;
    Word flags;
    Address alignment;
  };
  struct RawSegment64 {
    Word type, flags;
    Address offset, address, physical, file_size, memory_size, alignment;
  };
  using RawSegment = std::conditional_t<is64, RawSegment64, RawSegment32>;

  struct RawSection {
    Word name, type;
    Address flags, address, offset, size;
    Word link, info;
    Address alignment, entry_size;
  };

  struct RawDynamicEntry {
    Address tag, value;
  };

  struct RawSymbol32 {
    Word name;
    Address value, size;
    Byte info, other;
    Half section;
  };
  struct RawSymbol64 {
    Word name;
    Byte info, other;
    Half section;
    Address value, size;
  };
  using RawSymbol = std::conditional_t<is64, RawSymbol64, RawSymbol32>;

  static_assert(sizeof(RawHeader) == (is64 ? 64 : 52));
  static_assert(sizeof(RawSegment) == (is64 ? 56 : 32));
  static_assert(sizeof(RawSection) == (is64 ? 64 : 40));
  static_assert(sizeof(RawDynamicEntry) == (is64 ? 16 : 8));
  static_assert(sizeof(RawSymbol) == (is64 ? 24 : 16));

  static Header canonical(const RawHeader& raw) {
    Header header;
    header.encoding = {elf_class, order};
    header.os_abi = raw.ident[7];
    header.type = raw.type;
    header.machine = raw.machine;
    header.flags = raw.flags;
    header.entry = raw.entry;
    header.phoff = raw.phoff;
    header.shoff = raw.shoff;
    header.phentsize = raw.phentsize;
    header.shentsize = raw.shentsize;
    header.phnum = raw.phnum;
    header.shnum = raw.shnum;
    header.shstrndx = raw.shstrndx;
    return header;
  }

  static Segment canonical(const RawSegment& raw) {
    return {raw.type, raw.flags, raw.offset, raw.address, raw.file_size, raw.memory_size, raw.alignment};
  }

  static Section canonical(const RawSection& raw) {
    return {raw.name, raw.type, raw.link, raw.info, raw.flags, raw.address, raw.offset, raw.size};
  }

  // Tags are signed in the specification. Sign-extended, both classes have the same numbers.
  static DynamicEntry canonical(const RawDynamicEntry& raw) {
    const auto tag = static_cast<typename std::conditional_t<is64, std::int64_t, std::int32_t>>(
        static_cast<std::conditional_t<is64, std::uint64_t, std::uint32_t>>(raw.tag));
    return {static_cast<std::uint64_t>(static_cast<std::int64_t>(tag)), raw.value};
  }

  static Symbol canonical(const RawSymbol& raw) {
    return {raw.name, raw.section, static_cast<std::uint8_t>(raw.info >> 4U)};
  }

  // Reads one structure of the file into its canonical form. The caller guarantees sizeof(Raw) bytes.
  template <typename Raw> static auto load(const unsigned char* bytes) {
    Raw raw{};
    std::memcpy(&raw, bytes, sizeof raw);
    return canonical(raw);
  }
};

// Calls visit(Layout{}) with the layout that the encoding names.
template <typename Visit> auto with_layout(Encoding encoding, Visit visit) {
  const bool big = encoding.order == ByteOrder::big;
  if (encoding.elf_class == ElfClass::elf64)
    return big ? visit(Layout<ElfClass::elf64, ByteOrder::big>{})
               : visit(Layout<ElfClass::elf64, ByteOrder::little>{});
  return big ? visit(Layout<ElfClass::elf32, ByteOrder::big>{})
             : visit(Layout<ElfClass::elf32, ByteOrder::little>{});
}

} // namespace elf_check
