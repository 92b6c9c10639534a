#include "facts.h"

#include "architectures.h"

namespace elf_check {
namespace {

// Tag_CPU_arch of Alpine's armhf is at most v6KZ or v6K, that of its armv7 is v7.
constexpr std::uint64_t cpu_arch_v6 = 6, cpu_arch_v6k = 9, cpu_arch_v7 = 10;

} // namespace

std::string_view linkage_name(Linkage linkage) {
  switch (linkage) {
  case Linkage::static_exec:
    return "static";
  case Linkage::static_pie:
    return "static-pie";
  case Linkage::dynamic:
    return "dynamic";
  case Linkage::dynamic_pie:
    return "dynamic-pie";
  case Linkage::shared_library:
    return "shared-library";
  case Linkage::packed:
    return "packed";
  case Linkage::relocatable:
    return "relocatable";
  case Linkage::core:
    return "core";
  case Linkage::other:
    break;
  }
  return "other";
}

std::string describe_architecture(const Facts& facts) {
  if (facts.header.machine == em::arm && facts.arm.cpu_arch) {
    if (*facts.arm.cpu_arch >= cpu_arch_v6 && *facts.arm.cpu_arch <= cpu_arch_v6k)
      return "armv6";
    if (*facts.arm.cpu_arch == cpu_arch_v7)
      return "armv7";
  }
  return describe_machine(facts.header);
}

} // namespace elf_check
