// Why a Go program with cgo came out dynamic, and what to do about it.
#pragma once

#include "facts.h"

#include <string>

namespace elf_check {

// What the build did wrong.
const char* dynamic_link_cause(const Facts& facts);
// What it will lack next: archives of the libraries that are still missing. Empty if there is nothing.
std::string missing_archives_advice(const Facts& facts);

} // namespace elf_check
