// Standard output behind a buffer of bounded size. A full disk is noticed.
#pragma once

#include <string>
#include <string_view>

namespace elf_check {

class Output {
public:
  // The pieces of a report are appended here directly.
  std::string& buffer() { return buffer_; }
  // To be called between two files.
  void flush_if_large();
  void flush();
  bool failed() const { return failed_; }

private:
  std::string buffer_;
  bool failed_ = false;
};

// "elf_check: message" on standard error.
void complain(std::string_view message);

} // namespace elf_check
