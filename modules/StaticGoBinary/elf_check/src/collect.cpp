#include "collect.h"

#include "address_space.h"
#include "architectures.h"
#include "arm_attributes.h"
#include "dynamic.h"
#include "go_info.h"
#include "sections.h"
#include "symbols.h"
#include "text.h"

#include <algorithm>

namespace elf_check {
namespace {

constexpr std::string_view elf_magic =
    "\x7f\x45LF"; // "E" in hexadecimal, as it would extend the escape before it
constexpr std::size_t ident_size = 16;

Result<Encoding> read_encoding(const Image& image) {
  Buffer buffer;
  const auto start =
      image.view({0, std::min(image.size(), std::uint64_t{elf_magic.size()})}, buffer, "ELF magic number");
  if (!start.ok())
    return start.error();
  if (start.value() != elf_magic)
    return Error{image.size() == 0 ? "not an ELF file: it is empty" : "not an ELF file"};
  const auto bytes = image.view({0, ident_size}, buffer, "ELF identification");
  if (!bytes.ok())
    return bytes.error();
  const std::string_view ident = bytes.value();
  const auto elf_class = static_cast<std::uint8_t>(ident[4]);
  const auto order = static_cast<std::uint8_t>(ident[5]);
  const auto version = static_cast<std::uint8_t>(ident[6]);
  if (elf_class != 1 && elf_class != 2)
    return Error{text("ELF class is ", elf_class, ", not 1 (32 bit) or 2 (64 bit)")};
  if (order != 1 && order != 2)
    return Error{text("ELF data encoding is ", order, ", not 1 (little-endian) or 2 (big-endian)")};
  if (version != 1)
    return Error{text("ELF version is ", version, ", not 1")};
  return Encoding{static_cast<ElfClass>(elf_class), static_cast<ByteOrder>(order)};
}

template <typename L> Result<Header> read_header(const Image& image) {
  Buffer buffer;
  const auto bytes = image.view({0, sizeof(typename L::RawHeader)}, buffer, "ELF header");
  if (!bytes.ok())
    return bytes.error();
  return L::template load<typename L::RawHeader>(
      reinterpret_cast<const unsigned char*>(bytes.value().data()));
}

std::optional<Error> read_segments(const Image& image, Facts& facts) {
  const Header& header = facts.header;
  if (header.phnum == 0)
    return std::nullopt;
  return with_layout(header.encoding, [&](auto layout) -> std::optional<Error> {
    using L = decltype(layout);
    using Raw = typename L::RawSegment;
    if (header.phentsize != sizeof(Raw))
      return Error{text("program headers have ", header.phentsize, " bytes each, ",
                        class_name(header.encoding.elf_class), " has ", sizeof(Raw))};
    const auto table = checked_table(image, {header.phoff, header.phnum, sizeof(Raw)}, "program headers");
    if (!table.ok())
      return table.error();
    facts.segments.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(header.phnum, 16)));
    const auto count =
        for_each_entry(image, table.value(), "program headers", [&](const unsigned char* entry) {
          facts.segments.push_back(L::template load<Raw>(entry));
          return facts.segments.size() < limit::segments;
        });
    if (!count.ok())
      return count.error();
    if (count.value() < header.phnum)
      facts.add_problem(
          text(header.phnum, " program headers: Linux starts no file with more than 64 KiB of them"));
    return std::nullopt;
  });
}

// The kernel reads the loader's name by file offset, and demands that it ends with NUL.
void read_interpreter(const Image& image, const Segment& segment, Facts& facts) {
  facts.interpreter.emplace();
  if (segment.file_size == 0 || segment.file_size > limit::name_length) {
    facts.add_problem(text("the loader's name in PT_INTERP has ", counted(segment.file_size, "byte"),
                           ", allowed are 2 to ", limit::name_length));
    return;
  }
  Buffer buffer;
  const auto bytes =
      image.view({segment.offset, segment.file_size}, buffer, "the loader's name in PT_INTERP");
  if (!bytes.ok()) {
    facts.add_problem(bytes.error().message);
    return;
  }
  const std::size_t end = bytes.value().find('\0');
  if (end == std::string_view::npos)
    facts.add_problem("the loader's name in PT_INTERP does not end with NUL");
  *facts.interpreter = bytes.value().substr(0, end);
}

void visit_segments(const Image& image, CollectOptions options, Facts& facts) {
  const auto only = [&](bool first, std::string_view name) {
    if (!first)
      facts.add_problem(text("there is more than one ", name, " segment"));
    return first;
  };
  for (const Segment& segment : facts.segments) {
    switch (segment.type) {
    case pt::interp:
      if (only(!facts.interpreter, "PT_INTERP"))
        read_interpreter(image, segment, facts);
      break;
    case pt::dynamic:
      if (only(!facts.dynamic, "PT_DYNAMIC"))
        read_dynamic(image, segment, options.entries, facts);
      break;
    case pt::gnu_stack:
      if (only(!facts.stack, "PT_GNU_STACK"))
        facts.stack = segment;
      break;
    case pt::gnu_relro:
      facts.relro = segment;
      break;
    default:
      break;
    }
  }
}

void find_truncation(const Image& image, Facts& facts) {
  for (const Segment& segment : facts.segments)
    if (segment.type != pt::null && segment.file_size != 0 &&
        !image.contains({segment.offset, segment.file_size}))
      facts.add_truncation(text("segment of type ", Hex{segment.type}, " at offset ", Hex{segment.offset},
                                ", ", counted(segment.file_size, "byte")));
  const Header& header = facts.header;
  if (header.shoff == 0)
    return;
  const std::uint64_t count = header.shnum == 0 ? 1 : header.shnum;
  if (header.shoff > image.size() || count * header.shentsize > image.size() - header.shoff)
    facts.add_truncation(text("section headers at offset ", Hex{header.shoff}, ", ", count, " of ",
                              counted(header.shentsize, "byte")));
}

// A packed program has neither PT_INTERP nor PT_DYNAMIC: what it unpacks cannot be seen. UPX leaves its mark
// behind the program headers.
bool is_packed(const Image& image, const Facts& facts) {
  const Header& header = facts.header;
  const Range mark{header.phoff + header.phnum * header.phentsize + 4, 4};
  Buffer buffer;
  if (header.phnum == 0 || !image.contains(mark))
    return false;
  const auto bytes = image.view(mark, buffer, "UPX mark");
  return bytes.ok() && bytes.value() == "UPX!";
}

Linkage classify(const Facts& facts) {
  if (facts.header.type == et::rel)
    return Linkage::relocatable;
  if (facts.header.type == et::core)
    return Linkage::core;
  if (!facts.is_program_file())
    return Linkage::other;
  if (facts.packed)
    return Linkage::packed;
  const bool pie = facts.dynamic && facts.dynamic->pie;
  const bool needs = facts.dynamic && facts.dynamic->needed_count > 0;
  if (facts.header.type == et::exec)
    return facts.interpreter || needs ? Linkage::dynamic : Linkage::static_exec;
  if (facts.interpreter || (pie && needs))
    return Linkage::dynamic_pie;
  return pie ? Linkage::static_pie : Linkage::shared_library;
}

std::optional<Error> fill(const Image& image, CollectOptions options, Facts& facts) {
  const auto encoding = read_encoding(image);
  if (!encoding.ok())
    return encoding.error();
  const auto header =
      with_layout(encoding.value(), [&](auto layout) { return read_header<decltype(layout)>(image); });
  if (!header.ok())
    return header.error();

  facts.file_size = image.size();
  facts.header = header.value();
  if (auto error = resolve_extended_numbering(image, facts.header))
    return error;
  if (auto error = read_segments(image, facts))
    return error;
  find_truncation(image, facts);
  if (facts.is_program_file()) {
    check_load_order(facts);
    visit_segments(image, options, facts);
    facts.packed = is_packed(image, facts);
    if (facts.dynamic && facts.dynamic->needed_count == 0)
      read_undefined_symbols(image, facts);
    if (facts.header.machine == em::arm)
      read_arm_attributes(image, facts);
    if (options.go)
      read_go_info(image, facts);
  }
  facts.linkage = classify(facts);
  return std::nullopt;
}

} // namespace

bool is_elf(const Image& image) {
  Buffer buffer;
  const auto start = image.view({0, elf_magic.size()}, buffer, "ELF magic number");
  return start.ok() && start.value() == elf_magic;
}

Result<Facts> collect(const Image& image, CollectOptions options) {
  Result<Facts> result{Facts{}}; // filled in place: Facts are too large to be moved for every file
  if (auto error = fill(image, options, result.value()))
    result = std::move(*error);
  return result;
}

} // namespace elf_check
