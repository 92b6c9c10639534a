// Writes JSON into a string as it is built; brackets close themselves at the end of a scope.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace elf_check {

class JsonArray;

class JsonObject {
public:
  enum class Braces { own, none }; // none: the members go into an object that is already open

  explicit JsonObject(std::string& out, Braces braces = Braces::own);
  JsonObject(const JsonObject&) = delete;
  JsonObject& operator=(const JsonObject&) = delete;
  ~JsonObject();

  void string(std::string_view key, std::string_view value);
  void optional_string(std::string_view key, const std::optional<std::string>& value);
  void strings(std::string_view key, const std::vector<std::string>& values);
  void number(std::string_view key, std::uint64_t value);
  void optional_number(std::string_view key, const std::optional<std::uint64_t>& value);
  void boolean(std::string_view key, bool value);
  void null(std::string_view key);
  JsonObject object(std::string_view key);
  JsonArray array(std::string_view key);

private:
  void add_key(std::string_view key);

  std::string& out_;
  Braces braces_;
  bool first_ = true;
};

class JsonArray {
public:
  explicit JsonArray(std::string& out);
  JsonArray(const JsonArray&) = delete;
  JsonArray& operator=(const JsonArray&) = delete;
  ~JsonArray();

  void string(std::string_view value);
  JsonObject object();

private:
  void separate();

  std::string& out_;
  bool first_ = true;
};

// Whether the text can stand in JSON as it is. What cannot is replaced by U+FFFD, byte by byte.
bool is_utf8(std::string_view text);

} // namespace elf_check
