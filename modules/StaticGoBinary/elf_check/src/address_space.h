// Where in the file the bytes are that a running program sees at an address.
#pragma once

#include "facts.h"
#include "image.h"

#include <optional>

namespace elf_check {

// The file's bytes from `address` to the end of the PT_LOAD that holds it. The part of a segment that has no
// bytes in the file is not found.
std::optional<Range> loaded_range(const Facts& facts, std::uint64_t address);

// Notes PT_LOAD segments that do not ascend, or of which one replaces a part of another.
void check_load_order(Facts& facts);

} // namespace elf_check
