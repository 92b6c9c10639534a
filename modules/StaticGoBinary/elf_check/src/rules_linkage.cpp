#include "rule_functions.h"

#include "advice.h"
#include "glob.h"
#include "text.h"

namespace elf_check {
namespace {

bool is_allowed(const std::string& name, const Policy& policy) {
  for (const std::string& pattern : policy.allow_needed)
    if (matches_glob(pattern, name))
      return true;
  return false;
}

const char* linkage_advice(Linkage wanted, Linkage found) {
  if (found == Linkage::static_exec)
    return "A static PIE needs -buildmode=pie and -extldflags \"-static-pie\" (\"-static -pie\" for Alpine's "
           "gcc), and "
           "-linkmode external.";
  if (found == Linkage::static_pie)
    return "The compiler makes PIE by default, as Go does on Alpine before 3.12: use -buildmode=exe and "
           "-extldflags \"-static -no-pie\".";
  if (wanted == Linkage::static_pie)
    return "It is not static at all. Build with -buildmode=pie -ldflags '-linkmode external -extldflags "
           "\"-static-pie\"'.";
  return "It is not static at all. Build with -ldflags '-linkmode external -extldflags \"-static\"'.";
}

} // namespace

void judge_linkage(const Facts& facts, const Policy& policy, Verdict& verdict) {
  if (!policy.linkage)
    return verdict.not_applicable("no --linkage was given");
  if (!facts.is_program_file())
    return verdict.not_applicable(reason::not_a_program);
  if (facts.packed)
    return verdict.not_applicable(reason::packed);
  if (facts.linkage == *policy.linkage)
    return verdict.ok();
  return verdict.broken(linkage_advice(*policy.linkage, facts.linkage), "it is ", linkage_name(facts.linkage),
                        ", asked for is ", linkage_name(*policy.linkage));
}

void judge_interp(const Facts& facts, const Policy&, Verdict& verdict) {
  if (!facts.is_program_file())
    return verdict.not_applicable(reason::not_a_program);
  if (facts.packed)
    return verdict.not_applicable(reason::packed);
  if (!facts.interpreter)
    return verdict.ok();
  return verdict.broken(dynamic_link_cause(facts), "it is started by the loader ",
                        Escaped{*facts.interpreter});
}

void judge_needed(const Facts& facts, const Policy& policy, Verdict& verdict) {
  if (!facts.is_program_file())
    return verdict.not_applicable(reason::not_a_program);
  if (facts.packed)
    return verdict.not_applicable(reason::packed);
  if (!facts.dynamic)
    return verdict.ok();
  const Dynamic& dynamic = *facts.dynamic;
  std::uint64_t count = dynamic.needed_count; // names that were too many to be kept cannot have been allowed
  for (const std::string& name : dynamic.needed)
    count -= is_allowed(name, policy) ? 1 : 0;
  if (count == 0)
    return verdict.ok();
  // With a loader, `interp` tells the cause.
  verdict.broken(facts.interpreter ? "" : dynamic_link_cause(facts), "it needs ", count,
                 count == 1 ? " shared library: " : " shared libraries: ");
  NameList list(verdict.finding, count);
  for (const std::string& name : dynamic.needed)
    if (!is_allowed(name, policy))
      list.add(name);
  append_missing_archives_advice(verdict.more_advice, facts);
}

void judge_rpath(const Facts& facts, const Policy&, Verdict& verdict) {
  if (!facts.dynamic)
    return verdict.not_applicable(reason::no_dynamic_section);
  const Dynamic& dynamic = *facts.dynamic;
  if (!dynamic.rpath && !dynamic.runpath)
    return verdict.ok();
  verdict.broken(
      "A folder for libraries was recorded, perhaps one of the build machine: remove -Wl,-rpath from "
      "LDFLAGS, CGO_LDFLAGS and the .pc files in use.");
  if (dynamic.rpath)
    append_all(verdict.finding, "DT_RPATH ", Escaped{shortened(*dynamic.rpath)});
  if (dynamic.runpath)
    append_all(verdict.finding, dynamic.rpath ? ", " : "", "DT_RUNPATH ",
               Escaped{shortened(*dynamic.runpath)});
}

void judge_undefined_symbols(const Facts& facts, const Policy&, Verdict& verdict) {
  if (!facts.dynamic)
    return verdict.not_applicable(reason::no_dynamic_section);
  if (facts.dynamic->needed_count > 0)
    return verdict.not_applicable("it names libraries that may define them");
  const UndefinedSymbols& undefined = facts.undefined_symbols;
  if (undefined.count == 0)
    return verdict.ok();
  verdict.broken("Nothing will ever define them: remove -Wl,--unresolved-symbols, -Wl,-z,undefs and "
                 "--warn-unresolved-symbols, and link the archive that has them.",
                 counted(undefined.count, "symbol"), " without a definition: ");
  NameList list(verdict.finding, undefined.count);
  for (const std::string& name : undefined.names)
    list.add(name);
}

} // namespace elf_check
