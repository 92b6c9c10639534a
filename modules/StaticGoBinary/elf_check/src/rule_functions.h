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

// As much of a name as a line of the report can bear.
inline std::string_view shortened(std::string_view name) { return name.substr(0, 256); }

// Appends "a, b and 3 more", escaped, name by name; `count` is how many there are, with those that are never
// added.
class NameList {
public:
  NameList(std::string& out, std::uint64_t count) : out_(out), count_(count) {}
  ~NameList();
  NameList(const NameList&) = delete;
  NameList& operator=(const NameList&) = delete;

  void add(std::string_view name);

private:
  std::string& out_;
  std::uint64_t count_;
  std::uint64_t shown_ = 0;
};

// rules_file.cpp: is this file a whole, readable program?
void judge_well_formed(const Facts& facts, const Policy& policy, Verdict& verdict);
void judge_truncated(const Facts& facts, const Policy& policy, Verdict& verdict);
void judge_program(const Facts& facts, const Policy& policy, Verdict& verdict);
void judge_packed(const Facts& facts, const Policy& policy, Verdict& verdict);
void judge_dynamic_offset(const Facts& facts, const Policy& policy, Verdict& verdict);

// rules_machine.cpp: is it for that machine?
void judge_machine(const Facts& facts, const Policy& policy, Verdict& verdict);
void judge_abi(const Facts& facts, const Policy& policy, Verdict& verdict);

// rules_linkage.cpp: does it stand alone?
void judge_linkage(const Facts& facts, const Policy& policy, Verdict& verdict);
void judge_interp(const Facts& facts, const Policy& policy, Verdict& verdict);
void judge_needed(const Facts& facts, const Policy& policy, Verdict& verdict);
void judge_rpath(const Facts& facts, const Policy& policy, Verdict& verdict);
void judge_undefined_symbols(const Facts& facts, const Policy& policy, Verdict& verdict);

// rules_hardening.cpp: is its memory as safe as it can be?
void judge_textrel(const Facts& facts, const Policy& policy, Verdict& verdict);
void judge_wx_segment(const Facts& facts, const Policy& policy, Verdict& verdict);
void judge_exec_stack(const Facts& facts, const Policy& policy, Verdict& verdict);
void judge_stack_size(const Facts& facts, const Policy& policy, Verdict& verdict);
void judge_relro(const Facts& facts, const Policy& policy, Verdict& verdict);
void judge_bind_now(const Facts& facts, const Policy& policy, Verdict& verdict);

// rules_go.cpp
void judge_go(const Facts& facts, const Policy& policy, Verdict& verdict);

} // namespace elf_check
