// What the reports have in common. A report is a value with four functions; main holds a variant of them.
#pragma once

#include "options.h"
#include "rules.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace elf_check {

struct Summary {
  std::uint64_t passed = 0;
  std::uint64_t broken = 0;
  std::uint64_t unreadable = 0; // or not ELF
  std::uint64_t skipped = 0;    // not ELF, met in a folder

  std::uint64_t checked() const { return passed + broken; }
  int exit_code() const { return unreadable > 0 ? 3 : broken > 0 ? 1 : 0; }
};

class TextReport {
public:
  TextReport(const Options& options, bool color) : options_(options), color_(color) {}
  void begin(std::string&) const {}
  void file(std::string& out, std::string_view path, const Facts& facts, const Judgement& judgement) const;
  void unreadable(std::string&, std::string_view, std::string_view) const {} // said on standard error
  void end(std::string& out, const Summary& summary) const;

private:
  void append_broken(std::string& out, const Finding& finding) const;

  const Options& options_;
  bool color_;
};

class JsonReport {
public:
  explicit JsonReport(const Options& options) : options_(options) {}
  void begin(std::string& out);
  void file(std::string& out, std::string_view path, const Facts& facts, const Judgement& judgement);
  void unreadable(std::string& out, std::string_view path, std::string_view message);
  void end(std::string& out, const Summary& summary);

private:
  void separate(std::string& out);

  const Options& options_;
  bool first_ = true;
};

// Program headers and dynamic section, as `objdump -p` lists them. The names are shared with the JSON report.
void append_details(std::string& out, const Facts& facts);
std::string segment_type_name(std::uint32_t type);
std::string dynamic_tag_name(std::uint64_t tag);

} // namespace elf_check
