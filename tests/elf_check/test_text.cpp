#include "catch.h"
#include "glob.h"
#include "json.h"
#include "options.h"
#include "text.h"

using namespace elf_check;

namespace {

Result<Options> parse(std::vector<std::string> arguments) { return parse_options(std::move(arguments)); }

std::string error(std::vector<std::string> arguments) {
  const auto options = parse_options(std::move(arguments));
  return options.ok() ? std::string{} : options.error().message;
}

std::string json_string(std::string_view value) {
  std::string out;
  JsonArray(out).string(value);
  return out;
}

std::string size_text(std::uint64_t bytes) {
  std::string out;
  append_size(out, bytes);
  return out;
}

} // namespace

TEST_CASE("numbers and sizes") {
  CHECK(text("a ", 7U, " ", Hex{255}, " ", ~std::uint64_t{0}) == "a 7 0xff 18446744073709551615");
  CHECK(counted(1, "file") == "1 file");
  CHECK(counted(0, "file") == "0 files");
  CHECK(size_text(0) == "0 B");
  CHECK(size_text(1023) == "1023 B");
  CHECK(size_text(1024) == "1.0 KiB");
  CHECK(size_text(1024 * 1024 - 1) == "1023.9 KiB");
  CHECK(size_text(5452595) == "5.1 MiB");
  CHECK(size_text(std::uint64_t{2} << 30U) == "2.0 GiB");
  CHECK(size_text(~std::uint64_t{0}) == "15.9 EiB");
}

TEST_CASE("escaping leaves readable text alone") {
  CHECK(escaped("libpcap.so.1 über 図") == "libpcap.so.1 über 図");
  CHECK(escaped("a\tb\x7f") == "a\\x09b\\x7f");
  CHECK(escaped(std::string_view("\0", 1)) == "\\x00");
  CHECK(escaped("\xc2\x9b") == "\\xc2\\x9b");                   // a control character of two bytes
  CHECK(escaped("\xed\xa0\x80") == "\\xed\\xa0\\x80");          // a surrogate
  CHECK(escaped("\xc0\xaf") == "\\xc0\\xaf");                   // longer than it need be
  CHECK(escaped("\xf4\x90\x80\x80") == "\\xf4\\x90\\x80\\x80"); // beyond Unicode
  CHECK(escaped("\xe2\x82") == "\\xe2\\x82");                   // cut off
  CHECK(escaped("\xe2\x81\xa6") == "\\xe2\\x81\\xa6");          // reorders the line
}

TEST_CASE("JSON strings") {
  CHECK(json_string("a\"b\\c\n\x01\x7f") == "[\"a\\\"b\\\\c\\u000a\\u0001\\u007f\"]");
  CHECK(json_string("ü\xff") == "[\"ü\xef\xbf\xbd\"]");
  CHECK(is_utf8("ü"));
  CHECK_FALSE(is_utf8("a\xff"));
}

TEST_CASE("globs") {
  CHECK(matches_glob("libc.so", "libc.so"));
  CHECK_FALSE(matches_glob("libc.so", "libc.so.6"));
  CHECK(matches_glob("libc.*", "libc.so.6"));
  CHECK(matches_glob("*", ""));
  CHECK(matches_glob("lib?.so*", "libm.so"));
  CHECK_FALSE(matches_glob("lib?.so", "lib.so"));
  CHECK(matches_glob("*a*b*c", "xxaxxbxbxc"));
  CHECK_FALSE(matches_glob("", "x"));
  CHECK_FALSE(matches_glob("[a]", "a"));
  CHECK_FALSE(matches_glob(std::string(40, '*') + "b", std::string(100000, 'a')));
}

TEST_CASE("options") {
  const auto options = parse({"--arch", "i386", "--linkage=static-pie", "--allow-needed", "a*",
                              "--allow-needed=b", "--min-stack=0x200000", "--go", "--format", "json", "-v",
                              "-r", "-0", "--color=never", "x", "--", "-y", "--go"});
  REQUIRE(options.ok());
  const Options& given = options.value();
  CHECK(given.policy.architecture->name == "i386");
  CHECK(given.policy.linkage == Linkage::static_pie);
  CHECK(given.policy.allow_needed == std::vector<std::string>{"a*", "b"});
  CHECK(given.policy.min_stack == 0x200000U);
  CHECK(given.policy.go);
  CHECK(given.format == Format::json);
  CHECK(given.color == ColorMode::never);
  CHECK(given.verbose);
  CHECK(given.recursive);
  CHECK(given.null_separated);
  CHECK(given.rules.all());
  CHECK(given.files == std::vector<std::string>{"x", "-y", "--go"});
}

TEST_CASE("switching rules: the last word counts") {
  const auto rules = [](std::vector<std::string> arguments) {
    arguments.emplace_back("x");
    return parse_options(std::move(arguments)).value().rules;
  };
  CHECK(rules({"--disable", "needed"}).count() == rule_count - 1);
  CHECK_FALSE(rules({"--disable", "needed"})[*find_rule("needed")]);
  CHECK(rules({"--disable", "needed", "--static"}).all());
  CHECK(rules({"--disable", "all", "--enable", "needed"}).count() == 1);
  CHECK(rules({"--enable", "needed", "--disable", "all"}).none());
}

TEST_CASE("the stack size is taken in several ways") {
  const auto size = [](const char* value) {
    return parse_options({"--min-stack", value, "x"}).value().policy.min_stack;
  };
  CHECK(size("2097152") == 2097152U);
  CHECK(size("2048K") == 2097152U);
  CHECK(size("2M") == 2097152U);
  for (const char* wrong :
       {"", "0", "x", "-1", "1.5", "0x", "2G", "99999999999999999999", "18014398509481984K", "2 "})
    CHECK(error({"--min-stack", wrong, "x"}) ==
          text("--min-stack: '", wrong, "' is not a number of bytes (2097152, 0x200000, 2048K, 2M)"));
}

TEST_CASE("usage errors name the option, the value and what is allowed") {
  CHECK(error({}) == "no file was given");
  CHECK(error({"--nope", "x"}) == "unknown option '--nope', --help shows the known ones");
  CHECK(error({"-x"}) == "unknown option '-x', --help shows the known ones");
  CHECK(error({"--arch"}) == "--arch: the value (ARCHITECTURE) is missing");
  CHECK(error({"--arch", "x86", "x"}) ==
        "--arch: unknown value 'x86', known are i386, amd64, armv6, armv7, arm64, "
        "ppc64le, s390x, riscv64, loong64");
  CHECK(error({"--linkage=dynamic", "x"}) ==
        "--linkage: unknown value 'dynamic', known are static, static-pie");
  CHECK(error({"--format=xml", "x"}) == "--format: unknown value 'xml', known are text, json");
  CHECK(error({"--color=red", "x"}) == "--color: unknown value 'red', known are auto, always, never");
  CHECK(error({"--go=yes", "x"}) == "--go: takes no value, '--go=yes' gives one");
  CHECK(error({"--disable", "nedeed", "x"}) ==
        "--disable: unknown rule 'nedeed', --list-rules shows the known ones");
  CHECK(error({"--enable", "", "x"}) == "--enable: unknown rule '', --list-rules shows the known ones");
  CHECK(error({"--allow-needed", "", "x"}) == "--allow-needed: the pattern is empty");
}
