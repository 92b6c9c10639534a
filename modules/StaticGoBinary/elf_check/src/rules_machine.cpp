#include "rule_functions.h"

#include "text.h"

namespace elf_check {
namespace {

std::string machine_text(ElfClass elf_class, ByteOrder order, std::uint16_t machine) {
  return text(class_name(elf_class), ", ", order_name(order), ", machine ", machine);
}

bool is_x32(const Header& header) {
  return header.machine == em::x86_64 && header.encoding.elf_class == ElfClass::elf32;
}

// What the ABI part of a file is compared with. The rows of the table differ in kind, so each machine has a
// function.
using AbiJudge = void (*)(const Facts&, const Architecture&, Verdict&);

struct CpuArch {
  std::uint64_t tag;
  std::string_view name;
  bool armv6, armv7; // runs on every machine of that name
};
constexpr CpuArch cpu_archs[] = {
    {0, "before v4", true, true}, {1, "v4", true, true},       {2, "v4T", true, true},
    {3, "v5T", true, true},       {4, "v5TE", true, true},     {5, "v5TEJ", true, true},
    {6, "v6", true, true},        {7, "v6KZ", true, true},     {8, "v6T2", false, true},
    {9, "v6K", true, true},       {10, "v7", false, true},     {11, "v6-M", false, false},
    {12, "v6S-M", false, false},  {13, "v7E-M", false, false}, {14, "v8-A", false, false},
};

void judge_arm_version(const Facts& facts, const Architecture& wanted, Verdict& verdict) {
  const bool armv6 = wanted.name == "armv6";
  const char* const advice =
      "Something was compiled for a newer ARM: check -march in CGO_CFLAGS, GOARM, and that "
      "the image is that of the architecture (apk --print-arch: armhf is v6, armv7 is v7).";
  if (facts.arm.cpu_arch) {
    std::string_view name = "unknown";
    bool runs = false;
    for (const CpuArch& row : cpu_archs) {
      if (row.tag != *facts.arm.cpu_arch)
        continue;
      name = row.name;
      runs = armv6 ? row.armv6 : row.armv7;
    }
    if (!runs)
      return verdict.broken(advice, ".ARM.attributes: compiled for ARM ", name, " (Tag_CPU_arch ",
                            *facts.arm.cpu_arch, "), asked for is ", wanted.name);
  }
  if (armv6 && facts.go && facts.go->goarm.substr(0, 1) == "7")
    return verdict.broken(advice, "Go's build information: GOARM=7, asked for is armv6");
  return verdict.ok();
}

enum class FloatAbi { unknown, soft, hard };

FloatAbi float_abi(const Facts& facts) {
  if ((facts.header.flags & ef::arm_hard_float) != 0)
    return FloatAbi::hard;
  if ((facts.header.flags & ef::arm_soft_float) != 0)
    return FloatAbi::soft;
  // 0: arguments in core registers, 1: in VFP registers; the rest says that there are none.
  if (facts.arm.vfp_args && *facts.arm.vfp_args <= 1)
    return *facts.arm.vfp_args == 1 ? FloatAbi::hard : FloatAbi::soft;
  return FloatAbi::unknown; // Go's own linker says nothing: its code has no C calls with float arguments
}

void judge_arm(const Facts& facts, const Architecture& wanted, Verdict& verdict) {
  if ((facts.header.flags & ef::arm_eabi_mask) != ef::arm_eabi5)
    return verdict.broken("This compiler is too old, or not one for Linux: use that of the Alpine image.",
                          "e_flags ", Hex{facts.header.flags}, " is not EABI version 5");
  if (float_abi(facts) == FloatAbi::soft)
    return verdict.broken(
        "An object was compiled with -mfloat-abi=soft or softfp, or by the compiler of an armel system: "
        "compile everything with the compiler of the Alpine image.",
        "e_flags ", Hex{facts.header.flags}, ": soft-float calls, Alpine's ARM is hard-float");
  return judge_arm_version(facts, wanted, verdict);
}

void judge_ppc64(const Facts& facts, const Architecture&, Verdict& verdict) {
  const std::uint32_t version = facts.header.flags & ef::ppc64_abi_mask;
  if (version == 0 || version == 2)
    return verdict.ok();
  return verdict.broken("Compile without -mabi=elfv1.", "e_flags ", Hex{facts.header.flags}, ": ABI version ",
                        version, ", ppc64le has 2 (ELFv2)");
}

void judge_riscv(const Facts& facts, const Architecture&, Verdict& verdict) {
  if ((facts.header.flags & ef::riscv_float_mask) == ef::riscv_float_double)
    return verdict.ok();
  return verdict.broken("Compile without -mabi, or with -mabi=lp64d.", "e_flags ", Hex{facts.header.flags},
                        ": the float ABI is not double (lp64d)");
}

void judge_loongarch(const Facts& facts, const Architecture&, Verdict& verdict) {
  if ((facts.header.flags & ef::loongarch_float_mask) == ef::loongarch_float_double)
    return verdict.ok();
  return verdict.broken("Compile without -mabi, or with -mabi=lp64d.", "e_flags ", Hex{facts.header.flags},
                        ": the ABI is not lp64d");
}

struct AbiRow {
  std::uint16_t machine;
  AbiJudge judge;
};
constexpr AbiRow abi_rows[] = {{em::arm, judge_arm},
                               {em::ppc64, judge_ppc64},
                               {em::riscv, judge_riscv},
                               {em::loongarch, judge_loongarch}};

bool matches(const Header& header, const Architecture& wanted) {
  return header.encoding.elf_class == wanted.elf_class && header.encoding.order == wanted.order &&
         header.machine == wanted.machine;
}

} // namespace

void judge_machine(const Facts& facts, const Policy& policy, Verdict& verdict) {
  if (policy.architecture == nullptr)
    return verdict.not_applicable(reason::no_arch);
  const Architecture& wanted = *policy.architecture;
  const Header& header = facts.header;
  if (matches(header, wanted))
    return verdict.ok();
  const char* advice =
      "The build ran for another architecture: check GOARCH and, in a container, that its image is "
      "the one asked for (apk --print-arch says so; uname -m does not).";
  if (is_x32(header))
    advice = "This is x32 (gcc -mx32), which most systems cannot run: compile without -mx32.";
  return verdict.broken(advice, "it is ", describe_machine(header), " (",
                        machine_text(header.encoding.elf_class, header.encoding.order, header.machine),
                        "), asked for is ", wanted.name, " (",
                        machine_text(wanted.elf_class, wanted.order, wanted.machine), ")");
}

void judge_abi(const Facts& facts, const Policy& policy, Verdict& verdict) {
  if (policy.architecture == nullptr)
    return verdict.not_applicable(reason::no_arch);
  if (!matches(facts.header, *policy.architecture))
    return verdict.not_applicable("it is for another machine");
  for (const AbiRow& row : abi_rows)
    if (row.machine == policy.architecture->machine)
      return row.judge(facts, *policy.architecture, verdict);
  return verdict.not_applicable("this architecture has one ABI");
}

} // namespace elf_check
