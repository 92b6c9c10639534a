#include "dynamic_names.h"

#include "string_table.h"
#include "text.h"

#include <algorithm>

namespace elf_check {
namespace {

// Where the names begin and end, so that one read can serve all of them.
void prefetch(StringTable& strings, const Dynamic& dynamic) {
  std::uint64_t first = ~std::uint64_t{0};
  std::uint64_t last = 0;
  for (const DynamicEntry& entry : dynamic.names) {
    first = std::min(first, entry.value);
    last = std::max(last, entry.value);
  }
  strings.prefetch(first, last);
}

void store(const DynamicEntry& entry, std::string_view name, Dynamic& dynamic) {
  if (entry.tag == dt::rpath)
    dynamic.rpath = name;
  else if (entry.tag == dt::runpath)
    dynamic.runpath = name;
  else
    dynamic.needed.emplace_back(name);
}

std::string_view tag_name(const DynamicEntry& entry) {
  if (entry.tag == dt::rpath)
    return "DT_RPATH";
  return entry.tag == dt::runpath ? "DT_RUNPATH" : "DT_NEEDED";
}

void read_name(const DynamicEntry& entry, StringTable& strings, Facts& facts, Dynamic& dynamic) {
  const auto name = strings.at(entry.value);
  if (!name.ok()) {
    facts.add_problem(text("the name of ", tag_name(entry), ": ", name.error().message));
    store(entry, "?", dynamic);
    return;
  }
  store(entry, name.value(), dynamic);
}

} // namespace

void read_dynamic_names(const Image& image, Facts& facts, Dynamic& dynamic) {
  if (dynamic.names.empty())
    return;
  dynamic.needed.reserve(std::min(dynamic.names.size(), limit::needed_names));
  StringTable strings(image, facts, dynamic);
  prefetch(strings, dynamic);
  for (const DynamicEntry& entry : dynamic.names)
    if (entry.tag != dt::needed || ++dynamic.needed_count <= limit::needed_names)
      read_name(entry, strings, facts, dynamic);
}

} // namespace elf_check
