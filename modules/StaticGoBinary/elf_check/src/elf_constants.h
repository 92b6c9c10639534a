// The numbers of the ELF specification that this program knows.
#pragma once

#include <cstdint>

namespace elf_check {

enum class ElfClass : std::uint8_t { none = 0, elf32 = 1, elf64 = 2 };
enum class ByteOrder : std::uint8_t { none = 0, little = 1, big = 2 };

namespace et { // e_type
constexpr std::uint16_t rel = 1, exec = 2, dyn = 3, core = 4;
}

namespace em { // e_machine
constexpr std::uint16_t i386 = 3, mips = 8, ppc = 20, ppc64 = 21, s390 = 22, arm = 40, x86_64 = 62,
                        aarch64 = 183, riscv = 243, loongarch = 258;
}

namespace ef { // e_flags
constexpr std::uint32_t arm_eabi_mask = 0xff000000, arm_eabi5 = 0x05000000, arm_soft_float = 0x200,
                        arm_hard_float = 0x400, ppc64_abi_mask = 3, riscv_float_mask = 6,
                        riscv_float_double = 4, loongarch_float_mask = 7, loongarch_float_double = 3;
}

namespace pn {
constexpr std::uint16_t xnum = 0xffff; // e_phnum: the number is in section header 0
}

namespace pt { // p_type
constexpr std::uint32_t null = 0, load = 1, dynamic = 2, interp = 3, note = 4, phdr = 6, tls = 7,
                        gnu_eh_frame = 0x6474e550, gnu_stack = 0x6474e551, gnu_relro = 0x6474e552,
                        gnu_property = 0x6474e553;
}

namespace pf { // p_flags
constexpr std::uint32_t execute = 1, write = 2, read = 4;
}

namespace dt { // d_tag
constexpr std::uint64_t null = 0, needed = 1, hash = 4, strtab = 5, symtab = 6, strsz = 10, syment = 11,
                        soname = 14, rpath = 15, textrel = 22, bind_now = 24, runpath = 29, flags = 30,
                        gnu_hash = 0x6ffffef5, flags_1 = 0x6ffffffb;
}

namespace df { // DT_FLAGS and DT_FLAGS_1
constexpr std::uint64_t textrel = 4, bind_now = 8;
constexpr std::uint64_t flags_1_now = 1, flags_1_pie = 0x08000000;
} // namespace df

namespace sht { // sh_type
constexpr std::uint32_t progbits = 1, nobits = 8, arm_attributes = 0x70000003;
}

namespace stb { // symbol binding
constexpr std::uint8_t weak = 2;
}

constexpr std::uint16_t shn_undef = 0;

} // namespace elf_check
