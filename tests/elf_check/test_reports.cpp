// The reports, letter by letter.
#include "catch.h"
#include "elf_builder.h"
#include "judged.h"
#include "report.h"

using namespace elf_check;
using namespace elf_test;

namespace {

template <typename Report>
std::string report_on(const std::string& file, const Options& options, Report report) {
  const auto facts = facts_of(file, options.policy.go);
  REQUIRE(facts.ok());
  std::string out;
  report.file(out, "out/i386/tcapflow", facts.value(), judge(facts.value(), options.policy, options.rules));
  return out;
}

ElfBuilder dynamic_program() {
  ElfBuilder elf;
  elf.interpreter = "/lib/ld-musl-x86_64.so.1";
  elf.needed = {"libpcap.so.1"};
  return elf;
}

} // namespace

TEST_CASE("text: one line for a file that passes") {
  const Options options;
  CHECK(report_on(ElfBuilder().build(), options, TextReport(options, false)) ==
        "ok      ELF64 amd64   static              312 B  out/i386/tcapflow\n");
}

TEST_CASE("text: a line with its advice for every broken rule") {
  const Options options;
  CHECK(
      report_on(dynamic_program().build(), options, TextReport(options, false)) ==
      "broken  ELF64 amd64   dynamic             552 B  out/i386/tcapflow\n"
      "  out/i386/tcapflow: interp: it is started by the loader /lib/ld-musl-x86_64.so.1\n"
      "    -> The linker was not told to link statically: -extldflags \"-static\" does nothing without "
      "-linkmode "
      "external. Build with -ldflags '-linkmode external -extldflags \"-static\"'.\n"
      "  out/i386/tcapflow: needed: it needs 1 shared library: libpcap.so.1\n"
      "    -> A static link wants libpcap.a: on Alpine an archive is in the package NAME-dev, NAME-static or "
      "NAME-libs-static, which must be installed (APK_PACKAGES).\n");
}

TEST_CASE("text: colour only where it was asked for") {
  const Options options;
  CHECK(report_on(ElfBuilder().build(), options, TextReport(options, true))
            .find("\x1b[32mok    \x1b[0m  ELF64") == 0);
}

TEST_CASE("text: --verbose shows every rule, the program headers and the dynamic section") {
  Options options;
  options.verbose = true;
  const std::string out = report_on(static_pie().build(), options, TextReport(options, false));
  CHECK(out.find("  needed            ok\n") != std::string::npos);
  CHECK(out.find("  machine           not applicable: no --arch was given\n") != std::string::npos);
  CHECK(out.find("    LOAD              r-x  0x0         0x0 ") != std::string::npos);
  CHECK(out.find("    FLAGS_1           0x8000001\n") != std::string::npos);
  const std::string needed = report_on(dynamic_program().build(), options, TextReport(options, false));
  CHECK(needed.find("    NEEDED            libpcap.so.1\n") != std::string::npos);
}

TEST_CASE("text: the last line counts") {
  const Options options;
  std::string out;
  TextReport(options, false).end(out, {1, 0, 0, 0});
  TextReport(options, false).end(out, {2, 3, 4, 5});
  CHECK(out == "1 file checked: 1 passed, 0 broken\n"
               "5 files checked: 2 passed, 3 broken; 4 not readable or not ELF; 5 skipped (not ELF)\n");
}

TEST_CASE("exit codes") {
  CHECK(Summary{1, 0, 0, 9}.exit_code() == 0);
  CHECK(Summary{1, 1, 0, 0}.exit_code() == 1);
  CHECK(Summary{1, 1, 1, 0}.exit_code() == 3);
}

TEST_CASE("JSON: one document") {
  Options options;
  options.rules.reset();
  options.rules.set(*find_rule("needed"));
  options.rules.set(*find_rule("relro"));
  options.policy.allow_needed = {"x\"*"};
  options.policy.min_stack = 4096;
  JsonReport report(options);
  std::string out;
  report.begin(out);
  const auto facts = facts_of(dynamic_program().build());
  report.file(out, "a", facts.value(), judge(facts.value(), options.policy, options.rules));
  report.unreadable(out, "b\xff", "not an ELF file");
  report.end(out, {0, 1, 1, 0});
  CHECK(
      out ==
      R"({"schema":1,"program":"elf_check","version":")" ELF_CHECK_VERSION
      R"(","asked":{"arch":null,"linkage":null,"allow_needed":["x\"*"],"min_stack":4096,"go":false,)"
      R"("rules":["needed","relro"]},"files":[)"
      "\n"
      R"({"path":"a","verdict":"broken","facts":{"size":552,"class":64,"data":"lsb","machine":62,"type":2,)"
      R"("e_flags":0,"entry":"0x4001a8","architecture":"amd64","linkage":"dynamic",)"
      R"("interpreter":"/lib/ld-musl-x86_64.so.1","needed":["libpcap.so.1"],"needed_count":1,"rpath":null,)"
      R"("runpath":null,"dynamic_section":true,"textrel":false,"bind_now":false,"relro":false,"packed":false,)"
      R"("stack":{"size":0,"executable":false},"undefined_symbols":{"count":0,"names":[]},"arm":null,"go":null},"rules":[)"
      R"({"rule":"needed","outcome":"broken","finding":"it needs 1 shared library: libpcap.so.1",)"
      R"("advice":"A static link wants libpcap.a: on Alpine an archive is in the package NAME-dev, NAME-static or )"
      R"(NAME-libs-static, which must be installed (APK_PACKAGES)."},)"
      R"({"rule":"relro","outcome":"not applicable","reason":"it is not a PIE"}]},)"
      "\n"
      "{\"path\":\"b\xef\xbf\xbd\","
      R"("path_hex":"62ff","verdict":"error","error":"not an ELF file"})"
      "\n"
      R"(],"summary":{"checked":1,"passed":0,"broken":1,"unreadable":1,"skipped":0,"exit_code":3}})"
      "\n");
}

TEST_CASE("JSON: --verbose adds segments and dynamic section") {
  Options options;
  options.verbose = true;
  const std::string out = report_on(static_pie().build(), options, JsonReport(options));
  CHECK(out.find(R"("segments":[{"type":"LOAD","flags":5,"offset":"0x0","address":"0x0",)") !=
        std::string::npos);
  CHECK(out.find(R"({"tag":"FLAGS_1","value":"0x8000001"})") != std::string::npos);
}
