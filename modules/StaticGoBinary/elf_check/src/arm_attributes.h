// .ARM.attributes: the architecture version and the float ABI that a 32-bit ARM file was compiled for.
#pragma once

#include "facts.h"
#include "image.h"

namespace elf_check {

void read_arm_attributes(const Image& image, Facts& facts);

// The attributes of the whole file out of the section's bytes.
ArmAttributes parse_arm_attributes(std::string_view section, ByteOrder order);

} // namespace elf_check
