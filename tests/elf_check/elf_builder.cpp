#include "elf_builder.h"

#include <stdexcept>

namespace elf_test {
namespace {

constexpr std::uint64_t data_shift =
    0x10000; // the writable segment's address is that much further than its offset

// Appends numbers in the byte order and the class of the file.
class Writer {
public:
  Writer(ElfClass elf_class, ByteOrder order) : is64_(elf_class == ElfClass::elf64), order_(order) {}

  void half(std::uint64_t value) { number(value, 2); }
  void word(std::uint64_t value) { number(value, 4); }
  void address(std::uint64_t value) { number(value, is64_ ? 8 : 4); }
  void bytes(const std::string& content) { out_ += content; }
  void align(std::size_t to) { out_.resize((out_.size() + to - 1) / to * to, '\0'); }
  std::size_t size() const { return out_.size(); }
  std::string& out() { return out_; }

private:
  void number(std::uint64_t value, std::size_t width) {
    const std::size_t at = out_.size();
    out_.resize(at + width);
    poke(out_, at, value, width, order_);
  }

  bool is64_;
  ByteOrder order_;
  std::string out_;
};

struct Sizes {
  explicit Sizes(ElfClass elf_class) {
    if (elf_class == ElfClass::elf32)
      header = 52, segment = 32, section = 40;
  }
  std::size_t header = 64, segment = 56, section = 64;
};

std::size_t add_string(std::string& table, const std::string& name) {
  const std::size_t at = table.size();
  table += name;
  table += '\0';
  return at;
}

void put_segment(Writer& writer, bool is64, const Segment& segment) {
  writer.word(segment.type);
  if (is64)
    writer.word(segment.flags);
  writer.address(segment.offset);
  writer.address(segment.address);
  writer.address(segment.address);
  writer.address(segment.file_size);
  writer.address(segment.memory_size);
  if (!is64)
    writer.word(segment.flags);
  writer.address(segment.alignment);
}

void put_symbol(Writer& writer, bool is64, std::uint64_t name, const BuiltSymbol& symbol) {
  const std::string info_and_other{static_cast<char>(symbol.binding << 4U), '\0'};
  writer.word(name);
  if (is64) {
    writer.bytes(info_and_other);
    writer.half(symbol.section);
    writer.address(0);
    writer.address(0);
  } else {
    writer.address(0);
    writer.address(0);
    writer.bytes(info_and_other);
    writer.half(symbol.section);
  }
}

// Where the parts came to lie in the file.
struct Parts {
  std::size_t interpreter = 0, strings = 0, symbols = 0, hash = 0, code_end = 0, data = 0, dynamic = 0,
              end = 0;
};

class Assembly {
public:
  explicit Assembly(const ElfBuilder& spec)
      : spec_(spec), is64_(spec.elf_class == ElfClass::elf64), sizes_(spec.elf_class),
        has_dynamic_(spec.with_dynamic || !spec.needed.empty() || spec.rpath || spec.runpath ||
                     !spec.tags.empty() || !spec.symbols.empty()) {}

  std::string build() {
    const std::size_t segments = segment_count();
    body_at_ = sizes_.header + segments * sizes_.segment;
    put_body();
    Writer head(spec_.elf_class, spec_.order);
    put_sections();
    put_header(head, segments);
    put_segments(head);
    return head.out() + body_.out();
  }

private:
  std::size_t here() const { return body_at_ + body_.size(); }

  std::size_t segment_count() const {
    return 2 + (spec_.interpreter ? 1 : 0) + (has_dynamic_ ? 1 : 0) + (spec_.stack ? 1 : 0) +
           (spec_.relro ? 1 : 0) + spec_.more_segments.size();
  }

  void put_body() {
    body_.bytes(spec_.after_segments);
    body_.align(8);
    parts_.interpreter = here();
    if (spec_.interpreter)
      body_.bytes(*spec_.interpreter + '\0');
    std::string strings(1, '\0');
    std::vector<std::size_t> needed;
    for (const std::string& name : spec_.needed)
      needed.push_back(add_string(strings, name));
    const std::size_t rpath = spec_.rpath ? add_string(strings, *spec_.rpath) : 0;
    const std::size_t runpath = spec_.runpath ? add_string(strings, *spec_.runpath) : 0;
    std::vector<std::size_t> names;
    for (const BuiltSymbol& symbol : spec_.symbols)
      names.push_back(add_string(strings, symbol.name));
    parts_.strings = here();
    body_.bytes(strings);
    put_symbols(names);
    body_.bytes(std::string(16, '\x90')); // the code
    parts_.code_end = here();
    while (here() % 16 != 0)
      body_.bytes(std::string(1, '\0'));
    parts_.data = here();
    body_.bytes(spec_.data);
    body_.align(8);
    parts_.dynamic = here();
    if (has_dynamic_)
      put_dynamic(needed, rpath, runpath, strings.size());
    body_.bytes(std::string(8, '\0')); // so that the segment is never empty
    parts_.end = here();
  }

  void put_symbols(const std::vector<std::size_t>& names) {
    body_.align(8);
    parts_.symbols = here();
    put_symbol(body_, is64_, 0, {"", 0, 0});
    for (std::size_t i = 0; i < names.size(); ++i)
      put_symbol(body_, is64_, names[i], spec_.symbols[i]);
    body_.align(8);
    parts_.hash = here();
    if (spec_.hash == ElfBuilder::Hash::gnu)
      put_gnu_hash(names.size());
    else
      put_hash(names.size() + 1);
    body_.align(8);
  }

  void put_hash(std::size_t symbols) {
    const bool wide = spec_.machine == 22 && is64_; // s390x
    for (const std::size_t number : {std::size_t{1}, symbols, std::size_t{0}})
      wide ? body_.address(number) : body_.word(number);
    body_.bytes(std::string(symbols * (wide ? 8 : 4), '\0'));
  }

  // All symbols in one bucket, one chain.
  void put_gnu_hash(std::size_t symbols) {
    for (const std::uint64_t number : {1, 1, 1, 0}) // buckets, first hashed symbol, Bloom words, shift
      body_.word(number);
    body_.address(0);
    body_.word(symbols == 0 ? 0 : 1);
    for (std::size_t i = 0; i < symbols; ++i)
      body_.word(i + 1 == symbols ? 1 : 2);
  }

  void put_tag(std::uint64_t tag, std::uint64_t value) {
    body_.address(tag);
    body_.address(value);
  }

  void put_dynamic(const std::vector<std::size_t>& needed, std::size_t rpath, std::size_t runpath,
                   std::size_t strings_size) {
    for (const std::size_t name : needed)
      put_tag(1, name);
    if (spec_.rpath)
      put_tag(15, rpath);
    if (spec_.runpath)
      put_tag(29, runpath);
    put_tag(5, spec_.base + parts_.strings);
    put_tag(10, strings_size);
    put_tag(6, spec_.base + parts_.symbols);
    if (spec_.hash == ElfBuilder::Hash::sysv)
      put_tag(4, spec_.base + parts_.hash);
    if (spec_.hash == ElfBuilder::Hash::gnu)
      put_tag(0x6ffffef5, spec_.base + parts_.hash);
    for (const auto& [tag, value] : spec_.tags)
      put_tag(tag, value);
    put_tag(0, 0);
  }

  void put_sections() {
    if (spec_.sections.empty())
      return;
    std::string names(1, '\0');
    std::vector<Header> headers;
    for (const BuiltSection& section : spec_.sections) {
      headers.push_back({add_string(names, section.name), section.type, here(), section.content.size()});
      body_.bytes(section.content);
    }
    const std::size_t name_of_names = add_string(names, ".shstrtab");
    headers.push_back({name_of_names, 3, here(), names.size()});
    body_.bytes(names);
    while (here() % 8 != 0)
      body_.bytes(std::string(1, '\0'));
    section_headers_ = here();
    section_count_ = headers.size() + 1;
    body_.bytes(std::string(sizes_.section, '\0'));
    for (const Header& header : headers)
      put_section(header);
  }

  struct Header {
    std::size_t name;
    std::uint32_t type;
    std::size_t offset, size;
  };

  void put_section(const Header& header) {
    body_.word(header.name);
    body_.word(header.type);
    body_.address(0);
    body_.address(0);
    body_.address(header.offset);
    body_.address(header.size);
    body_.word(0);
    body_.word(0);
    body_.address(1);
    body_.address(0);
  }

  void put_header(Writer& head, std::size_t segments) {
    head.bytes(std::string("\x7f") + "ELF");
    head.bytes({static_cast<char>(spec_.elf_class), static_cast<char>(spec_.order), '\1'});
    head.bytes(std::string(9, '\0'));
    head.half(spec_.type);
    head.half(spec_.machine);
    head.word(1);
    head.address(spec_.base + parts_.code_end - 16);
    head.address(sizes_.header);
    head.address(section_headers_);
    head.word(spec_.flags);
    head.half(sizes_.header);
    head.half(sizes_.segment);
    head.half(segments);
    head.half(sizes_.section);
    head.half(section_count_);
    head.half(section_count_ == 0 ? 0 : section_count_ - 1);
  }

  void put_segments(Writer& head) {
    const std::uint64_t data_base = spec_.base + data_shift;
    const auto put = [&](std::uint32_t type, std::uint32_t flags, std::uint64_t base, std::size_t from,
                         std::size_t to) {
      put_segment(head, is64_, {type, flags, from, base + from, to - from, to - from, 8});
    };
    if (spec_.interpreter)
      put(3, 4, spec_.base, parts_.interpreter, parts_.interpreter + spec_.interpreter->size() + 1);
    put(1, spec_.code_flags, spec_.base, 0, parts_.code_end);
    put(1, spec_.data_flags, data_base, parts_.data, parts_.end);
    if (has_dynamic_)
      put(2, 6, data_base, parts_.dynamic, parts_.end - 8);
    if (spec_.stack)
      put_segment(head, is64_, {0x6474e551, spec_.stack->flags, 0, 0, 0, spec_.stack->size, 16});
    if (spec_.relro)
      put(0x6474e552, 4, data_base, parts_.data, parts_.end);
    for (const Segment& segment : spec_.more_segments)
      put_segment(head, is64_, segment);
  }

  const ElfBuilder& spec_;
  bool is64_;
  Sizes sizes_;
  bool has_dynamic_;
  std::size_t body_at_ = 0;
  Writer body_{spec_.elf_class, spec_.order};
  Parts parts_;
  std::size_t section_headers_ = 0, section_count_ = 0;
};

} // namespace

std::string ElfBuilder::build() const { return Assembly(*this).build(); }

ElfBuilder static_pie() {
  ElfBuilder elf;
  elf.type = 3;
  elf.base = 0;
  elf.relro = true;
  elf.tags = {{30, 8}, {0x6ffffffb, 0x08000001}}; // BIND_NOW; NOW and PIE
  return elf;
}

void poke(std::string& file, std::size_t offset, std::uint64_t value, std::size_t width, ByteOrder order) {
  for (std::size_t i = 0; i < width; ++i) {
    const std::size_t shift = order == ByteOrder::little ? i : width - 1 - i;
    file.at(offset + i) = static_cast<char>((value >> (8 * shift)) & 0xffU);
  }
}

std::uint64_t peek(const std::string& file, std::size_t offset, std::size_t width) {
  std::uint64_t value = 0;
  for (std::size_t i = width; i-- > 0;)
    value = (value << 8U) | static_cast<unsigned char>(file.at(offset + i));
  return value;
}

std::size_t find_segment64(const std::string& file, std::uint32_t type) {
  const std::uint64_t count = peek(file, header64::phnum, 2);
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::size_t at = header64::size + i * segment64::size;
    if (peek(file, at, 4) == type)
      return at;
  }
  throw std::runtime_error("the built file has no such segment");
}

} // namespace elf_test
