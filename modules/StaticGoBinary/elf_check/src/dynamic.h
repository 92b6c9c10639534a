// The dynamic section, read as the loader reads it.
#pragma once

#include "facts.h"
#include "image.h"

namespace elf_check {

// Fills facts.dynamic; its entries are kept only if `keep_entries`.
void read_dynamic(const Image& image, const Segment& segment, bool keep_entries, Facts& facts);

} // namespace elf_check
