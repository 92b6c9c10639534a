#include "options.h"

#include "text.h"

#include <charconv>
#include <iterator>

namespace elf_check {
namespace {

using Failure = std::optional<Error>;

struct OptionRow {
  std::string_view name;
  std::string_view value; // what its value is called; empty: it has none
  Failure (*apply)(Options&, std::string_view value);
};

template <typename Value> struct Choice {
  std::string_view name;
  Value value;
};

template <typename Value, std::size_t size>
Failure choose(Value& target, const Choice<Value> (&choices)[size], std::string_view option,
               std::string_view given) {
  std::string names;
  for (const auto& choice : choices) {
    if (choice.name == given) {
      target = choice.value;
      return std::nullopt;
    }
    append(names, text(names.empty() ? "" : ", ", choice.name));
  }
  return Error{text(option, ": unknown value '", escaped(given), "', known are ", names)};
}

template <Action action> Failure act(Options& options, std::string_view) {
  options.action = action;
  return std::nullopt;
}

template <bool Options::*flag> Failure raise(Options& options, std::string_view) {
  options.*flag = true;
  return std::nullopt;
}

Failure set_architecture(Options& options, std::string_view given) {
  options.policy.architecture = find_architecture(given);
  if (options.policy.architecture != nullptr)
    return std::nullopt;
  std::string names;
  for (const Architecture& row : architectures())
    append(names, text(names.empty() ? "" : ", ", row.name));
  return Error{text("--arch: unknown value '", escaped(given), "', known are ", names)};
}

Failure set_linkage(Options& options, std::string_view given) {
  static constexpr Choice<Linkage> choices[] = {{"static", Linkage::static_exec},
                                                {"static-pie", Linkage::static_pie}};
  return choose(options.policy.linkage.emplace(), choices, "--linkage", given);
}

Failure set_format(Options& options, std::string_view given) {
  static constexpr Choice<Format> choices[] = {{"text", Format::text}, {"json", Format::json}};
  return choose(options.format, choices, "--format", given);
}

Failure set_color(Options& options, std::string_view given) {
  static constexpr Choice<ColorMode> choices[] = {
      {"auto", ColorMode::automatic}, {"always", ColorMode::always}, {"never", ColorMode::never}};
  return choose(options.color, choices, "--color", given);
}

Failure add_allowed(Options& options, std::string_view given) {
  if (given.empty())
    return Error{"--allow-needed: the pattern is empty"};
  options.policy.allow_needed.emplace_back(given);
  return std::nullopt;
}

// Decimal or 0x…, as the linker's -z stack-size= takes it; K and M are for people.
Failure set_min_stack(Options& options, std::string_view given) {
  std::string_view digits = given;
  unsigned shift = 0;
  if (!digits.empty() && (digits.back() == 'K' || digits.back() == 'M')) {
    shift = digits.back() == 'K' ? 10 : 20;
    digits.remove_suffix(1);
  }
  const bool hex = digits.substr(0, 2) == "0x";
  if (hex)
    digits.remove_prefix(2);
  std::uint64_t number = 0;
  const char* end = digits.data() + digits.size();
  const auto result = std::from_chars(digits.data(), end, number, hex ? 16 : 10);
  const bool whole = result.ec == std::errc{} && result.ptr == end;
  if (!whole || number == 0 || number > ~std::uint64_t{0} >> shift)
    return Error{
        text("--min-stack: '", escaped(given), "' is not a number of bytes (2097152, 0x200000, 2048K, 2M)")};
  options.policy.min_stack = number << shift;
  return std::nullopt;
}

Failure switch_rule(Options& options, std::string_view option, std::string_view name, bool on) {
  if (name == "all") {
    options.rules = on ? RuleSet().set() : RuleSet();
    return std::nullopt;
  }
  const auto index = find_rule(name);
  if (!index)
    return Error{text(option, ": unknown rule '", escaped(name), "', --list-rules shows the known ones")};
  options.rules.set(*index, on);
  return std::nullopt;
}

Failure enable(Options& options, std::string_view name) {
  return switch_rule(options, "--enable", name, true);
}
Failure disable(Options& options, std::string_view name) {
  return switch_rule(options, "--disable", name, false);
}
Failure enable_all(Options& options, std::string_view) {
  return switch_rule(options, "--static", "all", true);
}

Failure look_for_go(Options& options, std::string_view) {
  options.policy.go = true;
  return std::nullopt;
}

constexpr OptionRow rows[] = {
    {"--arch", "ARCHITECTURE", set_architecture},
    {"--linkage", "static|static-pie", set_linkage},
    {"--allow-needed", "GLOB", add_allowed},
    {"--min-stack", "BYTES", set_min_stack},
    {"--go", "", look_for_go},
    {"--static", "", enable_all},
    {"--enable", "RULE", enable},
    {"--disable", "RULE", disable},
    {"--format", "text|json", set_format},
    {"--color", "auto|always|never", set_color},
    {"--verbose", "", raise<&Options::verbose>},
    {"-v", "", raise<&Options::verbose>},
    {"--recursive", "", raise<&Options::recursive>},
    {"-r", "", raise<&Options::recursive>},
    {"--null", "", raise<&Options::null_separated>},
    {"-0", "", raise<&Options::null_separated>},
    {"--list-rules", "", act<Action::list_rules>},
    {"--list-architectures", "", act<Action::list_architectures>},
    {"--version", "", act<Action::version>},
    {"--help", "", act<Action::help>},
    {"-h", "", act<Action::help>},
};

const OptionRow* find_option(std::string_view name) {
  for (const OptionRow& row : rows)
    if (row.name == name)
      return &row;
  return nullptr;
}

// Applies the option at `index` and moves the index past a value of its own.
Failure apply_option(Options& options, const std::vector<std::string>& arguments, std::size_t& index) {
  const std::string_view argument = arguments[index];
  const std::size_t equals = argument.substr(0, 2) == "--" ? argument.find('=') : std::string_view::npos;
  const std::string_view name = argument.substr(0, equals);
  const OptionRow* row = find_option(name);
  if (row == nullptr)
    return Error{text("unknown option '", escaped(name), "', --help shows the known ones")};
  if (row->value.empty())
    return equals == std::string_view::npos
               ? row->apply(options, {})
               : Error{text(name, ": takes no value, '", escaped(argument), "' gives one")};
  if (equals != std::string_view::npos)
    return row->apply(options, argument.substr(equals + 1));
  if (index + 1 == arguments.size())
    return Error{text(name, ": the value (", row->value, ") is missing")};
  return row->apply(options, arguments[++index]);
}

} // namespace

Result<Options> parse_options(std::vector<std::string> arguments) {
  Options options;
  options.files.reserve(arguments.size());
  bool only_files = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string& argument = arguments[i];
    if (only_files || argument.empty() || argument.front() != '-' || argument == "-")
      options.files.push_back(std::move(argument));
    else if (argument == "--")
      only_files = true;
    else if (const auto failure = apply_option(options, arguments, i))
      return *failure;
  }
  if (options.action == Action::check && options.files.empty())
    return Error{"no file was given"};
  return options;
}

} // namespace elf_check
