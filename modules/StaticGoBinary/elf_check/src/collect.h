// One pass over a file: bytes to facts.
#pragma once

#include "facts.h"
#include "image.h"

namespace elf_check {

// What costs more than the rules need.
struct CollectOptions {
  bool go = false;      // look for Go's build information
  bool entries = false; // keep all entries of the dynamic section
};

bool is_elf(const Image& image);

// An error means that the file is not ELF, or that its headers cannot be read. Everything else that is wrong
// with it is in the facts.
Result<Facts> collect(const Image& image, CollectOptions options);

} // namespace elf_check
