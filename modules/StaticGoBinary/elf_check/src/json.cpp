#include "json.h"

#include "text.h"

namespace elf_check {
namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";

void append_control(std::string& out, unsigned char byte) {
  static constexpr char digits[] = "0123456789abcdef";
  out += "\\u00";
  out += digits[byte >> 4U];
  out += digits[byte & 0xfU];
}

void append_json_string(std::string& out, std::string_view value) {
  out += '"';
  while (!value.empty()) {
    const char first = value.front();
    const auto byte = static_cast<unsigned char>(first);
    std::size_t length = 1;
    if (first == '"' || first == '\\') {
      out += '\\';
      out += first;
    } else if (byte < 0x20 || byte == 0x7f) {
      append_control(out, byte);
    } else if (byte < 0x80) {
      out += first;
    } else {
      length = utf8_length(value);
      out += length == 0 ? replacement : value.substr(0, length);
      length += length == 0 ? 1 : 0;
    }
    value.remove_prefix(length);
  }
  out += '"';
}

} // namespace

JsonObject::JsonObject(std::string& out, Braces braces) : out_(out), braces_(braces) {
  if (braces_ == Braces::own)
    out_ += '{';
}

JsonObject::~JsonObject() {
  if (braces_ == Braces::own)
    out_ += '}';
}

void JsonObject::add_key(std::string_view key) {
  out_ += first_ ? "" : ",";
  first_ = false;
  append_json_string(out_, key);
  out_ += ':';
}

void JsonObject::string(std::string_view key, std::string_view value) {
  add_key(key);
  append_json_string(out_, value);
}

void JsonObject::optional_string(std::string_view key, const std::optional<std::string>& value) {
  if (value)
    string(key, *value);
  else
    null(key);
}

void JsonObject::strings(std::string_view key, const std::vector<std::string>& values) {
  JsonArray list = array(key);
  for (const std::string& value : values)
    list.string(value);
}

void JsonObject::number(std::string_view key, std::uint64_t value) {
  add_key(key);
  append_decimal(out_, value);
}

void JsonObject::optional_number(std::string_view key, const std::optional<std::uint64_t>& value) {
  if (value)
    number(key, *value);
  else
    null(key);
}

void JsonObject::boolean(std::string_view key, bool value) {
  add_key(key);
  out_ += value ? "true" : "false";
}

void JsonObject::null(std::string_view key) {
  add_key(key);
  out_ += "null";
}

JsonObject JsonObject::object(std::string_view key) {
  add_key(key);
  return JsonObject(out_);
}

JsonArray JsonObject::array(std::string_view key) {
  add_key(key);
  return JsonArray(out_);
}

JsonArray::JsonArray(std::string& out) : out_(out) { out_ += '['; }

JsonArray::~JsonArray() { out_ += ']'; }

void JsonArray::separate() {
  out_ += first_ ? "" : ",";
  first_ = false;
}

void JsonArray::string(std::string_view value) {
  separate();
  append_json_string(out_, value);
}

JsonObject JsonArray::object() {
  separate();
  return JsonObject(out_);
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    if (length == 0)
      return false;
    text.remove_prefix(length);
  }
  return true;
}

} // namespace elf_check
