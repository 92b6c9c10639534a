// The dynamic section, read as the loader reads it.
#pragma once

#include "facts.h"
#include "image.h"

namespace elf_check {

// Fills facts.dynamic.
void read_dynamic(const Image& image, const Segment& segment, Facts& facts);

} // namespace elf_check
