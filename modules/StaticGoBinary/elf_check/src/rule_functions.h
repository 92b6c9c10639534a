// The functions behind the rows of the rule table. Private to the rules.
#pragma once

#include "rules.h"

namespace elf_check {

// Reasons that several rules share.
namespace reason {
constexpr std::string_view no_dynamic_section = "there is no dynamic section";
constexpr std::string_view no_arch = "no --arch was given";
constexpr std::string_view not_a_pie = "it is not a PIE";
constexpr std::string_view not_a_program = "it is not a program or library";
constexpr std::string_view packed = "it is packed: what is inside cannot be seen";
} // namespace reason

inline Verdict ok() { return {}; }
inline Verdict not_applicable(std::string_view reason) {
  return {Outcome::not_applicable, reason, {}, {}, {}};
}
// `advice` is text of the program; what is made for this file goes to `more_advice`.
inline Verdict broken(std::string finding, const char* advice, std::string more_advice = {}) {
  return {Outcome::broken, {}, std::move(finding), advice, std::move(more_advice)};
}

// As much of a name as a line of the report can bear.
inline std::string_view shortened(std::string_view name) { return name.substr(0, 256); }

// Appends "a, b and 3 more", escaped; `count` is how many there are, with those that are not in `names`.
void append_list(std::string& out, const std::vector<std::string_view>& names, std::uint64_t count);

// rules_file.cpp: is this file a whole, readable program?
Verdict judge_well_formed(const Facts& facts, const Policy& policy);
Verdict judge_truncated(const Facts& facts, const Policy& policy);
Verdict judge_program(const Facts& facts, const Policy& policy);
Verdict judge_packed(const Facts& facts, const Policy& policy);
Verdict judge_dynamic_offset(const Facts& facts, const Policy& policy);

// rules_machine.cpp: is it for that machine?
Verdict judge_machine(const Facts& facts, const Policy& policy);
Verdict judge_abi(const Facts& facts, const Policy& policy);

// rules_linkage.cpp: does it stand alone?
Verdict judge_linkage(const Facts& facts, const Policy& policy);
Verdict judge_interp(const Facts& facts, const Policy& policy);
Verdict judge_needed(const Facts& facts, const Policy& policy);
Verdict judge_rpath(const Facts& facts, const Policy& policy);
Verdict judge_undefined_symbols(const Facts& facts, const Policy& policy);

// rules_hardening.cpp: is its memory as safe as it can be?
Verdict judge_textrel(const Facts& facts, const Policy& policy);
Verdict judge_wx_segment(const Facts& facts, const Policy& policy);
Verdict judge_exec_stack(const Facts& facts, const Policy& policy);
Verdict judge_stack_size(const Facts& facts, const Policy& policy);
Verdict judge_relro(const Facts& facts, const Policy& policy);
Verdict judge_bind_now(const Facts& facts, const Policy& policy);

// rules_go.cpp
Verdict judge_go(const Facts& facts, const Policy& policy);

} // namespace elf_check
