#include "output.h"

#include "text.h"

#include <cstdio>

namespace elf_check {
namespace {

constexpr std::size_t large = std::size_t{32} * 1024;

} // namespace

void Output::flush_if_large() {
  if (buffer_.size() >= large)
    flush();
}

void Output::flush() {
  const std::size_t written = std::fwrite(buffer_.data(), 1, buffer_.size(), stdout);
  failed_ |= written != buffer_.size() || std::fflush(stdout) != 0;
  buffer_.clear();
}

void complain(std::string_view message) {
  const std::string line = text("elf_check: ", message, "\n");
  (void)std::fwrite(line.data(), 1, line.size(), stderr);
}

} // namespace elf_check
