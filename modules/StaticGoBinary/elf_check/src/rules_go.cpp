#include "rule_functions.h"

namespace elf_check {

Verdict judge_go(const Facts& facts, const Policy& policy) {
  if (!policy.go)
    return not_applicable("no --go was given");
  if (!facts.is_program_file())
    return not_applicable(reason::not_a_program);
  if (facts.go)
    return ok();
  return broken("there is no Go build information", "This is not a Go program, it was stripped of more than "
                                                    "symbols, or Go is older than 1.13 (Alpine before "
                                                    "3.11), which wrote none: then use --disable go.");
}

} // namespace elf_check
