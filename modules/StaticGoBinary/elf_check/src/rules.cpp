#include "rules.h"

#include "rule_functions.h"
#include "text.h"

#include <iterator>

namespace elf_check {
namespace {

// A new rule is a row here and a function.
constexpr Rule rule_table[] = {
    {"well-formed", "headers, segments and dynamic section can be read, and in one way only",
     judge_well_formed},
    {"truncated", "every segment and the section headers lie inside the file", judge_truncated},
    {"program", "a program that Linux can start, not a library, an object, a core or debug file",
     judge_program},
    {"packed", "not packed by UPX, which hides what is inside", judge_packed},
    {"machine", "class, byte order and machine are those of --arch", judge_machine},
    {"abi", "float ABI, ABI version and (ARM) architecture version suit --arch", judge_abi},
    {"linkage", "linked as --linkage asks: static or static-pie", judge_linkage},
    {"interp", "no PT_INTERP: the kernel starts it without a loader", judge_interp},
    {"needed", "no DT_NEEDED: no shared library, but for --allow-needed", judge_needed},
    {"dynamic-offset", "PT_DYNAMIC lies at the offset from which its address is loaded",
     judge_dynamic_offset},
    {"rpath", "no DT_RPATH, no DT_RUNPATH", judge_rpath},
    {"undefined-symbols", "no dynamic symbol without a definition", judge_undefined_symbols},
    {"textrel", "no relocations that write into code", judge_textrel},
    {"wx-segment", "no segment both writable and executable", judge_wx_segment},
    {"exec-stack", "PT_GNU_STACK is there and asks for a stack that is not executable", judge_exec_stack},
    {"stack-size", "PT_GNU_STACK asks for the stack size of --min-stack, or more", judge_stack_size},
    {"relro", "a PIE has PT_GNU_RELRO", judge_relro},
    {"bind-now", "a PIE binds its symbols at the start", judge_bind_now},
    {"go", "Go build information is there (with --go)", judge_go},
};
static_assert(std::size(rule_table) == rule_count);

} // namespace

std::string_view outcome_name(Outcome outcome) {
  static constexpr std::string_view names[] = {"ok", "broken", "not applicable"};
  return names[static_cast<std::size_t>(outcome)];
}

const Rule& rule_at(std::size_t index) { return rule_table[index]; }

std::optional<std::size_t> find_rule(std::string_view name) {
  for (std::size_t i = 0; i < rule_count; ++i)
    if (rule_table[i].name == name)
      return i;
  return std::nullopt;
}

void append_advice(std::string& out, std::string_view mark, const Verdict& verdict) {
  if (verdict.advice.empty() && verdict.more_advice.empty())
    return;
  append(out, mark);
  append(out, verdict.advice);
  if (verdict.more_advice.empty())
    return;
  append(out, verdict.advice.empty() ? "" : " ");
  append(out, verdict.more_advice);
}

Judgement judge(const Facts& facts, const Policy& policy, const RuleSet& rules) {
  Judgement judgement;
  judge(facts, policy, rules, judgement);
  return judgement;
}

void judge(const Facts& facts, const Policy& policy, const RuleSet& rules, Judgement& judgement) {
  judgement.passed = true;
  judgement.findings.resize(rules.count());
  auto finding = judgement.findings.begin();
  for (std::size_t i = 0; i < rule_count; ++i) {
    if (!rules[i])
      continue;
    finding->rule = &rule_table[i];
    finding->rule->judge(facts, policy, finding->verdict);
    judgement.passed &= finding->verdict.outcome != Outcome::broken;
    ++finding;
  }
}

void NameList::add(std::string_view name) {
  constexpr std::uint64_t most = 32;
  if (shown_ == most)
    return;
  append_all(out_, shown_ == 0 ? "" : ", ", Escaped{shortened(name)});
  ++shown_;
}

NameList::~NameList() {
  if (count_ > shown_)
    append_all(out_, " and ", count_ - shown_, " more");
}

} // namespace elf_check
