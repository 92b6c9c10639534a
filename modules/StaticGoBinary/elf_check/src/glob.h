// Shell patterns for names: `*` any characters, `?` one, everything else itself.
#pragma once

#include <string_view>

namespace elf_check {

bool matches_glob(std::string_view pattern, std::string_view name);

} // namespace elf_check
