// Goes through the files that were named and hands each to the rules and to the report.
#pragma once

#include "image.h"
#include "options.h"
#include "output.h"
#include "report.h"

#include <string>
#include <variant>

namespace elf_check {

class Checker {
public:
  Checker(const Options& options, bool color);

  // Everything on the command line. The value is the exit code.
  int run();

private:
  enum class Origin { named, found }; // found: in a folder, where other files may lie too

  void check_list();
  void check(const std::string& path, Origin origin);
  void check_folder(const std::string& path);
  void check_elf(const std::string& path, const Image& image);
  void fail(const std::string& path, const std::string& message);

  const Options& options_;
  std::variant<TextReport, JsonReport> report_;
  Output output_;
  Judgement judgement_; // of the file in hand
  Summary summary_;
};

} // namespace elf_check
