// What --help, --list-rules and --list-architectures print.
#pragma once

#include <string>

namespace elf_check {

std::string help_text();
std::string rules_text();
std::string architectures_text();

} // namespace elf_check
