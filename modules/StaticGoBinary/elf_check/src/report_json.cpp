#include "report.h"

#include "json.h"
#include "text.h"

namespace elf_check {
namespace {

void add_arm(JsonObject& facts, const ArmAttributes& attributes) {
  if (!attributes.cpu_arch && !attributes.vfp_args)
    return facts.null("arm");
  JsonObject json = facts.object("arm");
  json.optional_number("cpu_arch", attributes.cpu_arch);
  json.optional_number("vfp_args", attributes.vfp_args);
}

void add_facts(JsonObject& object, const Facts& facts) {
  const Header& header = facts.header;
  JsonObject json = object.object("facts");
  json.number("size", facts.file_size);
  json.number("class", class_bits(header.encoding.elf_class));
  json.string("data", order_short_name(header.encoding.order));
  json.number("machine", header.machine);
  json.number("type", header.type);
  json.number("e_flags", header.flags);
  json.string("entry", text(Hex{header.entry}));
  json.string("architecture", describe_architecture(facts));
  json.string("linkage", linkage_name(facts.linkage));
  json.optional_string("interpreter", facts.interpreter);
  const Dynamic none;
  const Dynamic& dynamic = facts.dynamic ? *facts.dynamic : none;
  json.strings("needed", dynamic.needed);
  json.number("needed_count", dynamic.needed_count);
  json.optional_string("rpath", dynamic.rpath);
  json.optional_string("runpath", dynamic.runpath);
  json.boolean("dynamic_section", facts.dynamic.has_value());
  json.boolean("textrel", dynamic.textrel);
  json.boolean("bind_now", dynamic.bind_now);
  json.boolean("relro", facts.relro.has_value());
  json.boolean("packed", facts.packed);
  if (facts.stack) {
    JsonObject stack = json.object("stack");
    stack.number("size", facts.stack->memory_size);
    stack.boolean("executable", (facts.stack->flags & pf::execute) != 0);
  } else {
    json.null("stack");
  }
  {
    JsonObject undefined = json.object("undefined_symbols");
    undefined.number("count", facts.undefined_symbols.count);
    undefined.strings("names", facts.undefined_symbols.names);
  }
  add_arm(json, facts.arm);
  if (facts.go) {
    JsonObject go = json.object("go");
    go.string("version", facts.go->version);
    go.string("package", facts.go->package);
    go.string("module", facts.go->module);
  } else {
    json.null("go");
  }
}

void add_details(JsonObject& object, const Facts& facts) {
  {
    JsonArray segments = object.array("segments");
    for (const Segment& segment : facts.segments) {
      JsonObject json = segments.object();
      json.string("type", segment_type_name(segment.type));
      json.number("flags", segment.flags);
      json.string("offset", text(Hex{segment.offset}));
      json.string("address", text(Hex{segment.address}));
      json.string("file_size", text(Hex{segment.file_size}));
      json.string("memory_size", text(Hex{segment.memory_size}));
    }
  }
  JsonArray dynamic = object.array("dynamic");
  if (!facts.dynamic)
    return;
  for (const DynamicEntry& entry : facts.dynamic->entries) {
    JsonObject json = dynamic.object();
    json.string("tag", dynamic_tag_name(entry.tag));
    json.string("value", text(Hex{entry.value}));
  }
}

void add_findings(JsonObject& object, const Judgement& judgement) {
  JsonArray rules = object.array("rules");
  for (const Finding& finding : judgement.findings) {
    JsonObject json = rules.object();
    json.string("rule", finding.rule->name);
    json.string("outcome", outcome_name(finding.verdict.outcome));
    if (finding.verdict.outcome == Outcome::not_applicable)
      json.string("reason", finding.verdict.reason);
    if (finding.verdict.outcome != Outcome::broken)
      continue;
    json.string("finding", finding.verdict.finding);
    std::string advice;
    append_advice(advice, "", finding.verdict);
    json.string("advice", advice);
  }
}

void add_asked(JsonObject& object, const Options& options) {
  const Policy& policy = options.policy;
  JsonObject asked = object.object("asked");
  if (policy.architecture != nullptr)
    asked.string("arch", policy.architecture->name);
  else
    asked.null("arch");
  if (policy.linkage)
    asked.string("linkage", linkage_name(*policy.linkage));
  else
    asked.null("linkage");
  asked.strings("allow_needed", policy.allow_needed);
  asked.optional_number("min_stack", policy.min_stack);
  asked.boolean("go", policy.go);
  JsonArray rules = asked.array("rules");
  for (std::size_t i = 0; i < rule_count; ++i)
    if (options.rules[i])
      rules.string(rule_at(i).name);
}

// A path need not be UTF-8. Where it is not, its exact bytes are added.
void add_path(JsonObject& object, std::string_view path) {
  object.string("path", path);
  if (is_utf8(path))
    return;
  static constexpr char digits[] = "0123456789abcdef";
  std::string hex;
  for (const char c : path) {
    hex += digits[static_cast<unsigned char>(c) >> 4U];
    hex += digits[static_cast<unsigned char>(c) & 0xfU];
  }
  object.string("path_hex", hex);
}

} // namespace

void JsonReport::begin(std::string& out) {
  out += "{\"schema\":1,\"program\":\"elf_check\",\"version\":\"" ELF_CHECK_VERSION "\",";
  {
    JsonObject head(out, JsonObject::Braces::none);
    add_asked(head, options_);
  }
  out += ",\"files\":[";
}

void JsonReport::separate(std::string& out) {
  out += first_ ? "\n" : ",\n";
  first_ = false;
}

void JsonReport::file(std::string& out, std::string_view path, const Facts& facts,
                      const Judgement& judgement) {
  separate(out);
  JsonObject json(out);
  add_path(json, path);
  json.string("verdict", judgement.passed ? "pass" : "broken");
  add_facts(json, facts);
  add_findings(json, judgement);
  if (options_.verbose)
    add_details(json, facts);
}

void JsonReport::unreadable(std::string& out, std::string_view path, std::string_view message) {
  separate(out);
  JsonObject json(out);
  add_path(json, path);
  json.string("verdict", "error");
  json.string("error", message);
}

void JsonReport::end(std::string& out, const Summary& summary) {
  out += "\n],";
  {
    JsonObject tail(out, JsonObject::Braces::none);
    JsonObject json = tail.object("summary");
    json.number("checked", summary.checked());
    json.number("passed", summary.passed);
    json.number("broken", summary.broken);
    json.number("unreadable", summary.unreadable);
    json.number("skipped", summary.skipped);
    json.number("exit_code", static_cast<unsigned>(summary.exit_code()));
  }
  out += "}\n";
}

} // namespace elf_check
