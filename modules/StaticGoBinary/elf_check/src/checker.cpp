#include "checker.h"

#include "collect.h"
#include "text.h"

#include <cstdio>

namespace elf_check {
namespace {

std::variant<TextReport, JsonReport> make_report(const Options& options, bool color) {
  if (options.format == Format::json)
    return JsonReport(options);
  return TextReport(options, color);
}

// Calls visit(name) for every name in the list on standard input, as it comes.
template <typename Visit> bool for_each_listed(char separator, Visit visit) {
  std::string name;
  char chunk[4096];
  std::size_t got = 0;
  while ((got = std::fread(chunk, 1, sizeof chunk, stdin)) > 0) {
    std::string_view rest(chunk, got);
    for (std::size_t end = rest.find(separator); end != std::string_view::npos; end = rest.find(separator)) {
      name += rest.substr(0, end);
      rest.remove_prefix(end + 1);
      if (!name.empty())
        visit(name);
      name.clear();
    }
    name += rest;
  }
  if (!name.empty())
    visit(name);
  return std::ferror(stdin) == 0;
}

} // namespace

Checker::Checker(const Options& options, bool color)
    : options_(options), report_(make_report(options, color)) {}

int Checker::run() {
  std::visit([&](auto& report) { report.begin(output_.buffer()); }, report_);
  for (const std::string& path : options_.files) {
    if (path == "-")
      check_list();
    else
      check(path, Origin::named);
  }
  // A gate that has looked at nothing must not open.
  if (summary_.checked() + summary_.unreadable == 0)
    fail("-", summary_.skipped > 0 ? "no ELF file was found" : "no file was found to check");
  std::visit([&](auto& report) { report.end(output_.buffer(), summary_); }, report_);
  output_.flush();
  if (!output_.failed())
    return summary_.exit_code();
  complain("the report could not be written to standard output");
  return 3;
}

void Checker::check_list() {
  const char separator = options_.null_separated ? '\0' : '\n';
  if (!for_each_listed(separator, [&](const std::string& name) { check(name, Origin::named); }))
    fail("-", "the list on standard input could not be read");
}

void Checker::check(const std::string& path, Origin origin) {
  const auto file = File::open(path);
  if (!file.ok())
    return fail(path, file.error().message);
  const Image image(file.value());
  if (is_elf(image))
    return check_elf(path, image);
  switch (file.value().kind()) {
  case FileKind::regular:
    if (origin == Origin::named)
      return fail(path, "is not an ELF file");
    ++summary_.skipped;
    return;
  case FileKind::directory:
    return options_.recursive ? check_folder(path) : fail(path, "is a folder (--recursive looks into it)");
  case FileKind::other:
    return fail(path, "is not a regular file");
  }
}

// Links are not followed: what they point to is met in its own place, or is none of this folder's business.
void Checker::check_folder(const std::string& path) {
  std::vector<std::string> folders{path};
  while (!folders.empty()) {
    const std::string folder = std::move(folders.back());
    folders.pop_back();
    const auto entries = list_folder(folder);
    if (!entries.ok()) {
      fail(folder, entries.error().message);
      continue;
    }
    const std::string prefix = folder.back() == '/' ? folder : folder + "/";
    for (const FolderEntry& entry : entries.value())
      if (entry.kind == FileKind::regular)
        check(prefix + entry.name, Origin::found);
    for (auto entry = entries.value().rbegin(); entry != entries.value().rend(); ++entry)
      if (entry->kind == FileKind::directory)
        folders.push_back(prefix + entry->name);
  }
}

void Checker::check_elf(const std::string& path, const Image& image) {
  const auto facts = collect(image, {options_.policy.go, options_.verbose});
  if (!facts.ok())
    return fail(path, facts.error().message);
  judge(facts.value(), options_.policy, options_.rules, judgement_);
  ++(judgement_.passed ? summary_.passed : summary_.broken);
  std::visit([&](auto& report) { report.file(output_.buffer(), path, facts.value(), judgement_); }, report_);
  output_.flush_if_large();
}

void Checker::fail(const std::string& path, const std::string& message) {
  ++summary_.unreadable;
  std::visit([&](auto& report) { report.unreadable(output_.buffer(), path, message); }, report_);
  output_.flush(); // so that both streams keep their order on a terminal
  complain(text(escaped(path), ": ", escaped(message)));
}

} // namespace elf_check
