// Go's build information: what `go version -m` shows.
#pragma once

#include "facts.h"
#include "image.h"

namespace elf_check {

void read_go_info(const Image& image, Facts& facts);

} // namespace elf_check
