#include "advice.h"

#include "text.h"

#include <algorithm>
#include <iterator>

namespace elf_check {
namespace {

// The C library comes with the compiler; every other one has to be installed as an archive.
bool is_c_library(std::string_view name) {
  static constexpr std::string_view stems[] = {"libc", "ld",    "libpthread", "libdl",
                                               "libm", "librt", "libresolv"};
  if (name.substr(0, 3) == "ld-")
    return true;
  const std::size_t dot = name.find('.');
  const std::string_view stem = name.substr(0, dot);
  return dot != std::string_view::npos &&
         std::find(std::begin(stems), std::end(stems), stem) != std::end(stems);
}

bool is_glibc(const Facts& facts) {
  if (facts.interpreter && facts.interpreter->find("ld-musl") != std::string::npos)
    return false;
  if (facts.interpreter && facts.interpreter->find("/ld-linux") != std::string::npos)
    return true;
  if (facts.dynamic)
    for (const std::string_view name : facts.dynamic->needed)
      if (name == "libc.so.6")
        return true;
  return false;
}

// "libpcap.so.1" -> "libpcap"
std::string_view stem(std::string_view name) { return name.substr(0, name.find(".so")); }

} // namespace

const char* dynamic_link_cause(const Facts& facts) {
  const bool needs = facts.dynamic && facts.dynamic->needed_count > 0;
  if (!needs)
    return "Go's own linker wrote a loader into it, as -buildmode=pie does with CGO_ENABLED=0: drop "
           "-buildmode=pie, or "
           "link with -linkmode external -extldflags \"-static-pie\".";
  if (is_glibc(facts))
    return "It was linked against glibc, which is not Alpine's C library: build in the Alpine container, "
           "with "
           "-ldflags '-linkmode external -extldflags \"-static\"'.";
  if (!facts.interpreter)
    return "The linker was told to leave out the loader, not to link statically: -extldflags needs "
           "\"-static\" (or "
           "\"-static-pie\").";
  return "The linker was not told to link statically: -extldflags \"-static\" does nothing without -linkmode "
         "external. "
         "Build with -ldflags '-linkmode external -extldflags \"-static\"'.";
}

void append_missing_archives_advice(std::string& out, const Facts& facts) {
  constexpr std::size_t most = 4;
  std::size_t shown = 0;
  for (const std::string& name : facts.dynamic->needed) {
    if (is_c_library(name))
      continue;
    append_all(out, shown == 0 ? "A static link wants " : ", ", Escaped{stem(name).substr(0, 64)}, ".a");
    if (++shown == most)
      break;
  }
  if (shown > 0)
    append(out, ": on Alpine an archive is in the package NAME-dev, NAME-static or NAME-libs-static, which "
                "must be installed (APK_PACKAGES).");
}

} // namespace elf_check
