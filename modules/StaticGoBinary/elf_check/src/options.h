// The command line.
#pragma once

#include "result.h"
#include "rules.h"

#include <string>
#include <vector>

namespace elf_check {

enum class Format { text, json };
enum class ColorMode { automatic, always, never };
enum class Action { check, help, version, list_rules, list_architectures };

struct Options {
  Action action = Action::check;
  Policy policy;
  RuleSet rules = RuleSet().set();
  Format format = Format::text;
  ColorMode color = ColorMode::automatic;
  bool verbose = false;
  bool recursive = false;
  bool null_separated = false; // of the list on standard input
  std::vector<std::string> files;
};

// An error is one sentence that names the option, the value and what is allowed.
Result<Options> parse_options(std::vector<std::string> arguments);

} // namespace elf_check
