// The least that any program can do to see what a file needs: open it, read its head, its dynamic table and
// the names in it. No rule, no message, no hostile file: this trusts every number, so it is no tool, only a
// measure. 64-bit little-endian and 32-bit little-endian files only; others count as opened.
#include <cstdint>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace {

template <typename Number> Number at(const unsigned char* bytes, std::size_t offset) {
  Number number;
  std::memcpy(&number, bytes + offset, sizeof number);
  return number;
}

// Where the fields of a class lie.
struct Layout64 {
  using Address = std::uint64_t;
  static constexpr std::size_t phoff = 32, phnum = 56, phdr = 56, p_offset = 8, p_vaddr = 16, p_filesz = 32,
                               dyn = 16;
};
struct Layout32 {
  using Address = std::uint32_t;
  static constexpr std::size_t phoff = 28, phnum = 44, phdr = 32, p_offset = 4, p_vaddr = 8, p_filesz = 16,
                               dyn = 8;
};

template <typename Layout>
std::size_t count_needed(int file, const unsigned char* head, std::size_t head_size) {
  using Address = typename Layout::Address;
  const auto phoff = at<Address>(head, Layout::phoff);
  const auto phnum = at<std::uint16_t>(head, Layout::phnum);
  if (phoff + phnum * Layout::phdr > head_size)
    return 0;
  const unsigned char* dynamic = nullptr;
  for (unsigned i = 0; i < phnum; ++i) {
    const unsigned char* segment = head + phoff + i * Layout::phdr;
    if (at<std::uint32_t>(segment, 0) == 2)
      dynamic = segment;
  }
  if (dynamic == nullptr)
    return 0;

  unsigned char entries[4096];
  const auto wanted = at<Address>(dynamic, Layout::p_filesz);
  const ssize_t got = pread(file, entries, wanted < sizeof entries ? wanted : sizeof entries,
                            static_cast<off_t>(at<Address>(dynamic, Layout::p_offset)));
  Address first = ~Address{0};
  Address last = 0;
  Address strtab = 0;
  std::size_t needed = 0;
  for (std::size_t i = 0; i + Layout::dyn <= static_cast<std::size_t>(got < 0 ? 0 : got); i += Layout::dyn) {
    const auto tag = at<Address>(entries, i);
    const auto value = at<Address>(entries, i + sizeof(Address));
    if (tag == 0)
      break;
    if (tag == 5)
      strtab = value;
    if (tag != 1)
      continue;
    ++needed;
    first = value < first ? value : first;
    last = value > last ? value : last;
  }
  if (needed == 0)
    return 0;

  for (unsigned i = 0; i < phnum; ++i) {
    const unsigned char* segment = head + phoff + i * Layout::phdr;
    const auto address = at<Address>(segment, Layout::p_vaddr);
    if (at<std::uint32_t>(segment, 0) != 1 || strtab < address ||
        strtab - address >= at<Address>(segment, Layout::p_filesz))
      continue;
    unsigned char names[4096];
    const std::size_t span = last - first + 256 < sizeof names ? last - first + 256 : sizeof names;
    (void)!pread(file, names, span,
                 static_cast<off_t>(at<Address>(segment, Layout::p_offset) + strtab - address + first));
    break;
  }
  return needed;
}

} // namespace

int main(int argc, char** argv) {
  std::size_t needed = 0;
  for (int i = 1; i < argc; ++i) {
    const int file = open(argv[i], O_RDONLY | O_CLOEXEC);
    if (file < 0)
      continue;
    unsigned char head[4096];
    const ssize_t got = pread(file, head, sizeof head, 0);
    if (got > 64 && head[5] == 1)
      needed += head[4] == 2 ? count_needed<Layout64>(file, head, static_cast<std::size_t>(got))
                             : count_needed<Layout32>(file, head, static_cast<std::size_t>(got));
    close(file);
  }
  char text[32];
  const int length = std::snprintf(text, sizeof text, "%zu\n", needed);
  return write(1, text, static_cast<std::size_t>(length)) == length ? 0 : 1;
}
