// Section headers. Nothing that decides about linking is looked up by them: a running program does not need
// them, and they can say anything. They serve for numbers too large for the header, and to find
// .ARM.attributes and .go.buildinfo.
#pragma once

#include "facts.h"
#include "image.h"

#include <optional>
#include <string_view>

namespace elf_check {

// More than 65,534 program or section headers: the real numbers are in section header 0.
std::optional<Error> resolve_extended_numbering(const Image& image, Header& header);

// The first section of that type, and of that name unless it is empty.
std::optional<Section> find_section(const Image& image, const Header& header, std::uint32_t type,
                                    std::string_view name = {});

} // namespace elf_check
