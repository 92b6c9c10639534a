// Everything that one pass over a file has found. Rules and reports read it; nothing else opens the file
// again.
#pragma once

#include "elf_layout.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace elf_check {

// Limits of what is kept and printed. They bound memory and time, whatever numbers a file contains.
namespace limit {
constexpr std::size_t segments = 1170; // Linux starts no file with more than 64 KiB of program headers
constexpr std::size_t dynamic_entries = 4096;
constexpr std::size_t needed_names = 256;
constexpr std::size_t name_length = 4096; // PATH_MAX
constexpr std::size_t undefined_names = 8;
constexpr std::size_t findings = 8; // problems of one kind in one file
constexpr std::uint64_t symbols = 1U << 20U;
constexpr std::uint64_t sections = 65536;
constexpr std::size_t attributes_size = 4096;
constexpr std::size_t go_info_size = std::size_t{64} * 1024;
constexpr std::size_t go_search = std::size_t{512} * 1024;
} // namespace limit

enum class Linkage {
  static_exec,
  static_pie,
  dynamic,
  dynamic_pie,
  shared_library,
  packed,
  relocatable,
  core,
  other
};

std::string_view linkage_name(Linkage linkage);

// The dynamic section as the loader reads it: found by address, up to DT_NULL.
struct Dynamic {
  std::vector<DynamicEntry> entries; // the first limit::dynamic_entries, if they were asked for
  std::vector<DynamicEntry> names;   // those that name something
  std::vector<std::string> needed;   // the first limit::needed_names
  std::uint64_t needed_count = 0;
  // Addresses and sizes. Where a tag is repeated, the loaders of musl and glibc keep the last one.
  std::optional<std::uint64_t> string_table, string_table_size, symbol_table, hash, gnu_hash;
  std::optional<std::string> rpath, runpath;
  bool textrel = false, bind_now = false, pie = false;
  std::optional<std::string> address_conflict; // p_offset and p_vaddr lead to different places, or to none
};

struct UndefinedSymbols {
  std::uint64_t count = 0;
  std::vector<std::string> names; // the first limit::undefined_names
};

struct ArmAttributes {
  std::optional<std::uint64_t> cpu_arch; // Tag_CPU_arch
  std::optional<std::uint64_t> vfp_args; // Tag_ABI_VFP_args
};

struct GoInfo {
  std::string version; // "go1.25.5"
  std::string package; // the main package
  std::string module;  // empty in GOPATH mode
  std::string goarm;   // the build setting GOARM, empty if there is none
};

struct Facts {
  std::uint64_t file_size = 0;
  Header header;
  Linkage linkage = Linkage::other;
  std::vector<Segment> segments; // the first limit::segments
  std::optional<std::string> interpreter;
  std::optional<Segment> stack, relro;
  std::optional<Dynamic> dynamic;
  UndefinedSymbols undefined_symbols;
  ArmAttributes arm;
  bool packed = false;
  bool go_searched = false;
  std::optional<GoInfo> go;
  std::vector<std::string> problems;   // what could not be read, or can be read in two ways
  std::vector<std::string> truncation; // what lies beyond the end of the file

  bool is_pie() const { return linkage == Linkage::static_pie || linkage == Linkage::dynamic_pie; }
  void add_problem(std::string problem) { add(problems, std::move(problem)); }
  void add_truncation(std::string place) { add(truncation, std::move(place)); }
  bool is_program_file() const { return header.type == et::exec || header.type == et::dyn; }

private:
  static void add(std::vector<std::string>& findings, std::string finding);
};

inline void Facts::add(std::vector<std::string>& findings, std::string finding) {
  if (findings.size() < limit::findings)
    findings.push_back(std::move(finding));
}

// "i386"; for ARM the version where the attributes tell it.
std::string describe_architecture(const Facts& facts);

} // namespace elf_check
