#include "report.h"

#include "text.h"

namespace elf_check {
namespace {

constexpr std::string_view reset = "\x1b[0m";

std::string_view verdict_color(bool passed) { return passed ? "\x1b[32m" : "\x1b[1;31m"; }

void append_colored(std::string& out, std::string_view color, std::string_view value) {
  append(out, color);
  append(out, value);
  append(out, reset);
}

void append_padded(std::string& out, std::string_view value, std::size_t width) {
  out += value;
  out.append(value.size() < width ? width - value.size() : 0, ' ');
}

void append_size_column(std::string& out, std::uint64_t size) {
  constexpr std::size_t width = 11;
  std::string number;
  append_size(number, size);
  out.append(number.size() < width ? width - number.size() : 0, ' ');
  out += number;
}

void append_go(std::string& out, const Facts& facts) {
  if (!facts.go)
    return;
  out += "  ";
  append_escaped(out, facts.go->version);
  out += ' ';
  append_escaped(out, facts.go->module.empty() ? facts.go->package : facts.go->module);
}

void append_outcome(std::string& out, const Finding& finding) {
  append(out, "  ");
  append_padded(out, finding.rule->name, 18);
  append(out, outcome_name(finding.verdict.outcome));
  append(out, finding.verdict.reason.empty() ? "" : ": ");
  append(out, finding.verdict.reason);
  append(out, "\n");
}

} // namespace

void TextReport::file(std::string& out, std::string_view path, const Facts& facts,
                      const Judgement& judgement) const {
  const std::string_view verdict = judgement.passed ? "ok    " : "broken";
  if (color_)
    append_colored(out, verdict_color(judgement.passed), verdict);
  else
    append(out, verdict);
  append(out, "  ");
  append_padded(out, class_name(facts.header.encoding.elf_class), 6);
  append_padded(out, describe_architecture(facts), 8);
  append_padded(out, linkage_name(facts.linkage), 14);
  append_size_column(out, facts.file_size);
  const std::size_t begin = out.size();
  append_all(out, "  ", Escaped{path});
  const std::size_t length = out.size() - begin; // this stands before each finding, too
  append_go(out, facts);
  out += '\n';
  for (const Finding& finding : judgement.findings)
    if (finding.verdict.outcome == Outcome::broken) {
      out.append(out, begin, length);
      append(out, ": ");
      append_broken(out, finding);
    } else if (options_.verbose)
      append_outcome(out, finding);
  if (options_.verbose)
    append_details(out, facts);
}

void TextReport::append_broken(std::string& out, const Finding& finding) const {
  if (color_)
    append_colored(out, verdict_color(false), finding.rule->name);
  else
    append(out, finding.rule->name);
  append(out, ": ");
  append(out, finding.verdict.finding);
  append_advice(out, "\n    -> ", finding.verdict);
  append(out, "\n");
}

void TextReport::end(std::string& out, const Summary& summary) const {
  append(out, text(counted(summary.checked(), "file"), " checked: ", summary.passed, " passed, ",
                   summary.broken, " broken"));
  if (summary.unreadable > 0)
    append(out, text("; ", summary.unreadable, " not readable or not ELF"));
  if (summary.skipped > 0)
    append(out, text("; ", summary.skipped, " skipped (not ELF)"));
  out += '\n';
}

} // namespace elf_check
