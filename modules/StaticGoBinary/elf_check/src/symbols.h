// The dynamic symbol table: what is left undefined.
#pragma once

#include "facts.h"
#include "image.h"

namespace elf_check {

// Symbols that have no definition in a file that names no library to bring one. Weak ones are zero by design.
void read_undefined_symbols(const Image& image, Facts& facts);

} // namespace elf_check
