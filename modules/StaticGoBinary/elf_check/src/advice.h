// Why a Go program with cgo came out dynamic, and what to do about it.
#pragma once

#include "facts.h"

#include <string>

namespace elf_check {

// What the build did wrong.
const char* dynamic_link_cause(const Facts& facts);
// What it will lack next: archives of the libraries that are still missing. Appends nothing if there is
// nothing.
void append_missing_archives_advice(std::string& out, const Facts& facts);

} // namespace elf_check
