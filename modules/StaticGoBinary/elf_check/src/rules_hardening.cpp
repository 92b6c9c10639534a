#include "rule_functions.h"

#include "text.h"

namespace elf_check {
void judge_textrel(const Facts& facts, const Policy&, Verdict& verdict) {
  if (!facts.dynamic)
    return verdict.not_applicable(reason::no_dynamic_section);
  if (!facts.dynamic->textrel)
    return verdict.ok();
  return verdict.broken(
      "An object in it is not position-independent: compile all C and assembler with -fPIC (or -fPIE); "
      "-Wl,-z,text names the object.",
      "DT_TEXTREL: code is written to at the start");
}

void judge_wx_segment(const Facts& facts, const Policy&, Verdict& verdict) {
  if (!facts.is_program_file())
    return verdict.not_applicable(reason::not_a_program);
  constexpr std::uint32_t both = pf::write | pf::execute;
  for (const Segment& segment : facts.segments)
    if (segment.type == pt::load && (segment.flags & both) == both)
      return verdict.broken("Remove -Wl,-N (--omagic), -Wl,-z,rwx-segments and linker scripts of your own.",
                            "PT_LOAD at ", Hex{segment.address}, " is writable and executable");
  return verdict.ok();
}

void judge_exec_stack(const Facts& facts, const Policy&, Verdict& verdict) {
  if (!facts.is_program_file())
    return verdict.not_applicable(reason::not_a_program);
  if (facts.packed)
    return verdict.not_applicable(reason::packed);
  const char* const advice =
      "An assembler file lacks '.section .note.GNU-stack,\"\",%progbits', or -z execstack "
      "is in the flags: the linker's warning names the object; -Wl,-z,noexecstack overrides.";
  if (!facts.stack)
    return verdict.broken(
        advice, "there is no PT_GNU_STACK: the kernel then takes its default, on some an executable stack");
  if ((facts.stack->flags & pf::execute) != 0)
    return verdict.broken(advice, "PT_GNU_STACK asks for an executable stack");
  return verdict.ok();
}

void judge_stack_size(const Facts& facts, const Policy& policy, Verdict& verdict) {
  if (!policy.min_stack)
    return verdict.not_applicable("no --min-stack was given");
  if (!facts.is_program_file())
    return verdict.not_applicable(reason::not_a_program);
  const std::uint64_t size = facts.stack ? facts.stack->memory_size : 0;
  if (size >= *policy.min_stack)
    return verdict.ok();
  verdict.broken("", "PT_GNU_STACK asks for ", counted(size, "byte"), " of stack, asked for are ",
                 *policy.min_stack, size == 0 ? " (without a size, musl gives threads 128 KiB)" : "");
  append_all(verdict.more_advice,
             "Link with -extldflags \"-static -Wl,-z,stack-size=", Hex{*policy.min_stack},
             "\" and -linkmode external.");
}

void judge_relro(const Facts& facts, const Policy&, Verdict& verdict) {
  if (!facts.is_pie())
    return verdict.not_applicable(reason::not_a_pie);
  if (facts.relro)
    return verdict.ok();
  return verdict.broken("Link with -Wl,-z,relro.",
                        "there is no PT_GNU_RELRO: addresses stay writable after the start");
}

void judge_bind_now(const Facts& facts, const Policy&, Verdict& verdict) {
  if (!facts.is_pie())
    return verdict.not_applicable(reason::not_a_pie);
  if (facts.dynamic && facts.dynamic->bind_now)
    return verdict.ok();
  return verdict.broken("Link with -Wl,-z,now.",
                        "neither DT_BIND_NOW, DF_BIND_NOW nor DF_1_NOW: function addresses stay writable");
}

} // namespace elf_check
