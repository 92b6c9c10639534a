// Short ways from the bytes of a file to what elf_check makes of them.
#pragma once

#include "collect.h"
#include "rules.h"

#include <set>
#include <string>

namespace elf_test {

inline elf_check::Result<elf_check::Facts> facts_of(const std::string& file, bool go = false) {
  const elf_check::Image image{std::string_view(file)};
  return elf_check::collect(image, {go, true});
}

// The message of the error, or nothing if there is none.
inline std::string error_of(const std::string& file) {
  const auto facts = facts_of(file);
  return facts.ok() ? std::string{} : facts.error().message;
}

struct Judged {
  std::set<std::string> broken, not_applicable;
  std::string text; // findings and advice of the broken ones
};

inline Judged judged(const std::string& file, const elf_check::Policy& policy = {}) {
  const auto facts = facts_of(file, policy.go);
  Judged result;
  if (!facts.ok()) {
    result.text = "error: " + facts.error().message;
    result.broken.insert("error");
    return result;
  }
  for (const auto& [rule, verdict] : judge(facts.value(), policy, elf_check::RuleSet().set()).findings) {
    if (verdict.outcome == elf_check::Outcome::not_applicable)
      result.not_applicable.emplace(rule->name);
    if (verdict.outcome != elf_check::Outcome::broken)
      continue;
    result.broken.emplace(rule->name);
    result.text += verdict.finding + "\n";
    append_advice(result.text, "", verdict);
    result.text += "\n";
  }
  return result;
}

} // namespace elf_test
