// The rules: each judges the facts of one file and says what is wrong and what to do about it.
#pragma once

#include "architectures.h"
#include "facts.h"
#include "text.h"

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace elf_check {

// What was asked for, beside the rules themselves.
struct Policy {
  const Architecture* architecture = nullptr;
  std::optional<Linkage> linkage;         // static_exec or static_pie
  std::vector<std::string> allow_needed;  // globs
  std::optional<std::uint64_t> min_stack; // bytes
  bool go = false;
};

enum class Outcome { ok, broken, not_applicable };

std::string_view outcome_name(Outcome outcome);

// What a rule says of a file. It is used again for the next one, with the memory of its texts.
struct Verdict {
  Outcome outcome = Outcome::ok;
  std::string_view reason; // of not_applicable
  std::string finding;     // of broken: the values
  std::string_view advice; // of broken: the likely cause and the way out
  std::string more_advice; // what of it depends on the file

  void ok() { reset(Outcome::ok); }
  void not_applicable(std::string_view why) {
    reset(Outcome::not_applicable);
    reason = why;
  }
  // `way_out` is text of the program; what is made for this file is appended to `more_advice`.
  template <typename... Pieces> void broken(std::string_view way_out, const Pieces&... pieces) {
    reset(Outcome::broken);
    advice = way_out;
    append_all(finding, pieces...);
  }

private:
  void reset(Outcome now) {
    outcome = now;
    reason = advice = {};
    finding.clear();
    more_advice.clear();
  }
};

// Appends the advice with a mark before it, or nothing if there is none.
void append_advice(std::string& out, std::string_view mark, const Verdict& verdict);

struct Rule {
  std::string_view name;
  std::string_view summary;
  void (*judge)(const Facts&, const Policy&, Verdict&);
};

constexpr std::size_t rule_count = 19;
const Rule& rule_at(std::size_t index);
std::optional<std::size_t> find_rule(std::string_view name);

using RuleSet = std::bitset<rule_count>;

struct Finding {
  const Rule* rule = nullptr;
  Verdict verdict;
};

struct Judgement {
  std::vector<Finding> findings; // one per rule of the set, in the order of the table
  bool passed = true;
};

Judgement judge(const Facts& facts, const Policy& policy, const RuleSet& rules);
// The same into a judgement of which the memory is used again.
void judge(const Facts& facts, const Policy& policy, const RuleSet& rules, Judgement& judgement);

} // namespace elf_check
