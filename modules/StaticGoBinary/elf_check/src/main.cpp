#include "checker.h"
#include "file.h"
#include "help.h"
#include "options.h"
#include "output.h"

#include <cstdlib>

namespace {

using namespace elf_check;

int print(const std::string& text) {
  Output output;
  output.buffer() = text;
  output.flush();
  return output.failed() ? 3 : 0;
}

bool wants_color(ColorMode mode) {
  if (mode != ColorMode::automatic)
    return mode == ColorMode::always;
  const char* no_color = std::getenv("NO_COLOR");
  return (no_color == nullptr || *no_color == '\0') && stdout_is_terminal();
}

int run(const Options& options) {
  switch (options.action) {
  case Action::help:
    return print(help_text());
  case Action::version:
    return print("elf_check " ELF_CHECK_VERSION "\n");
  case Action::list_rules:
    return print(rules_text());
  case Action::list_architectures:
    return print(architectures_text());
  case Action::check:
    break;
  }
  return Checker(options, wants_color(options.color)).run();
}

} // namespace

int main(int argc, char** argv) {
  const auto options = parse_options({argv + 1, argv + argc});
  if (options.ok())
    return run(options.value());
  complain(options.error().message);
  return 2;
}
