// A value, or the reason why there is none. C++17 has no std::expected.
#pragma once

#include <optional>
#include <string>
#include <utility>

namespace elf_check {

struct Error {
  std::string message;
};

template <typename T> class [[nodiscard]] Result {
public:
  Result(T value) : value_(std::move(value)) {}
  Result(Error error) : error_(std::move(error)) {}

  bool ok() const { return value_.has_value(); }
  T& value() { return value_.value(); }
  const T& value() const { return value_.value(); }
  const Error& error() const { return error_; } // empty if there is a value

private:
  std::optional<T> value_;
  Error error_;
};

} // namespace elf_check
