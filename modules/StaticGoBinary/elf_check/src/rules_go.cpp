#include "rule_functions.h"

namespace elf_check {

void judge_go(const Facts& facts, const Policy& policy, Verdict& verdict) {
  if (!policy.go)
    return verdict.not_applicable("no --go was given");
  if (!facts.is_program_file())
    return verdict.not_applicable(reason::not_a_program);
  if (facts.go)
    return verdict.ok();
  return verdict.broken("This is not a Go program, it was stripped of more than "
                        "symbols, or Go is older than 1.13 (Alpine before "
                        "3.11), which wrote none: then use --disable go.",
                        "there is no Go build information");
}

} // namespace elf_check
