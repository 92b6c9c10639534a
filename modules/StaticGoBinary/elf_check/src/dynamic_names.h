// The strings to which the dynamic section points: DT_NEEDED, DT_RPATH, DT_RUNPATH.
#pragma once

#include "facts.h"
#include "image.h"

namespace elf_check {

void read_dynamic_names(const Image& image, Facts& facts, Dynamic& dynamic);

} // namespace elf_check
