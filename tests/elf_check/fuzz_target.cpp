// libFuzzer's door to everything that elf_check does with a file.
#include "collect.h"
#include "options.h"
#include "report.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace elf_check;

// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Image image(std::string_view(reinterpret_cast<const char*>(data), size));
  const auto facts = collect(image, {true, true});
  if (!facts.ok())
    return 0;
  Options options;
  options.verbose = true;
  options.policy.go = true;
  options.policy.architecture = find_architecture("armv7");
  options.policy.allow_needed = {"*c*.so*"};
  const Judgement judgement = judge(facts.value(), options.policy, options.rules);
  std::string out;
  TextReport(options, false).file(out, "file", facts.value(), judgement);
  JsonReport(options).file(out, "file", facts.value(), judgement);
  // What is printed is bounded, whatever the file says.
  if (out.size() > std::size_t{8} << 20U || out.find('\x1b') != std::string::npos)
    std::abort();
  return 0;
}
