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

Verdict judge_linkage(const Facts& facts, const Policy& policy) {
  if (!policy.linkage)
    return not_applicable("no --linkage was given");
  if (!facts.is_program_file())
    return not_applicable(reason::not_a_program);
  if (facts.packed)
    return not_applicable(reason::packed);
  if (facts.linkage == *policy.linkage)
    return ok();
  return broken(text("it is ", linkage_name(facts.linkage), ", asked for is ", linkage_name(*policy.linkage)),
                linkage_advice(*policy.linkage, facts.linkage));
}

Verdict judge_interp(const Facts& facts, const Policy&) {
  if (!facts.is_program_file())
    return not_applicable(reason::not_a_program);
  if (facts.packed)
    return not_applicable(reason::packed);
  if (!facts.interpreter)
    return ok();
  return broken(text("it is started by the loader ", escaped(*facts.interpreter)), dynamic_link_cause(facts));
}

Verdict judge_needed(const Facts& facts, const Policy& policy) {
  if (!facts.is_program_file())
    return not_applicable(reason::not_a_program);
  if (facts.packed)
    return not_applicable(reason::packed);
  if (!facts.dynamic)
    return ok();
  std::vector<std::string_view> names;
  names.reserve(facts.dynamic->needed.size());
  for (const std::string& name : facts.dynamic->needed)
    if (!is_allowed(name, policy))
      names.push_back(name);
  // Names that were too many to be kept cannot have been allowed.
  const std::uint64_t count = names.size() + (facts.dynamic->needed_count - facts.dynamic->needed.size());
  if (count == 0)
    return ok();
  std::string finding = text("it needs ", count, count == 1 ? " shared library: " : " shared libraries: ");
  append_list(finding, names, count);
  // With a loader, `interp` tells the cause.
  return broken(std::move(finding), facts.interpreter ? "" : dynamic_link_cause(facts),
                missing_archives_advice(facts));
}

Verdict judge_rpath(const Facts& facts, const Policy&) {
  if (!facts.dynamic)
    return not_applicable(reason::no_dynamic_section);
  const Dynamic& dynamic = *facts.dynamic;
  if (!dynamic.rpath && !dynamic.runpath)
    return ok();
  std::string finding;
  if (dynamic.rpath)
    append(finding, text("DT_RPATH ", escaped(shortened(*dynamic.rpath))));
  if (dynamic.runpath)
    append(finding, text(finding.empty() ? "" : ", ", "DT_RUNPATH ", escaped(shortened(*dynamic.runpath))));
  return broken(std::move(finding), "A folder for libraries was recorded, perhaps one of the build machine: "
                                    "remove -Wl,-rpath from LDFLAGS, "
                                    "CGO_LDFLAGS and the .pc files in use.");
}

Verdict judge_undefined_symbols(const Facts& facts, const Policy&) {
  if (!facts.dynamic)
    return not_applicable(reason::no_dynamic_section);
  if (facts.dynamic->needed_count > 0)
    return not_applicable("it names libraries that may define them");
  const UndefinedSymbols& undefined = facts.undefined_symbols;
  if (undefined.count == 0)
    return ok();
  std::string finding = text(counted(undefined.count, "symbol"), " without a definition: ");
  append_list(finding, {undefined.names.begin(), undefined.names.end()}, undefined.count);
  return broken(std::move(finding),
                "Nothing will ever define them: remove -Wl,--unresolved-symbols, -Wl,-z,undefs and "
                "--warn-unresolved-symbols, and link the archive that has them.");
}

} // namespace elf_check
