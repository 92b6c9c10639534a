#include "symbols.h"

#include "address_space.h"
#include "architectures.h"
#include "string_table.h"
#include "text.h"

#include <algorithm>

namespace elf_check {
namespace {

// Both hash tables are made of 32-bit words, in both classes.
constexpr std::size_t word_size = 4;

std::uint32_t word_at(const unsigned char* bytes, ByteOrder order) {
  if (order == ByteOrder::big)
    return load_field<std::uint32_t, ByteOrder::big>(bytes);
  return load_field<std::uint32_t, ByteOrder::little>(bytes);
}

// A hash table as far as the file has bytes for it.
struct HashTable {
  const Image& image;
  Range range;
  ByteOrder order;
  std::string_view name;

  std::uint64_t words() const { return range.size / word_size; }

  Result<std::uint32_t> word(std::uint64_t index) const {
    if (index >= words())
      return Error{text(name, " ends before its word ", index)};
    Buffer buffer;
    const auto bytes = image.view({range.offset + index * word_size, word_size}, buffer, name);
    if (!bytes.ok())
      return bytes.error();
    return word_at(reinterpret_cast<const unsigned char*>(bytes.value().data()), order);
  }

  // Calls visit(word) for the words from `first` on, until it returns false.
  template <typename Visit>
  Result<std::uint64_t> visit_words(std::uint64_t first, std::uint64_t count, Visit visit) const {
    return for_each_entry(image, {range.offset + first * word_size, count, word_size}, name,
                          [&](const unsigned char* bytes) { return visit(word_at(bytes, order)); });
  }
};

// DT_GNU_HASH does not say how many symbols there are: the chain of the highest bucket ends at the last one.
Result<std::uint64_t> count_by_gnu_hash(const HashTable& table, ElfClass elf_class) {
  std::uint64_t header[3] = {}; // buckets, first hashed symbol, Bloom filter addresses
  for (std::uint64_t i = 0; i < 3; ++i) {
    const auto word = table.word(i);
    if (!word.ok())
      return word.error();
    header[i] = word.value();
  }
  const auto [bucket_count, first_hashed, bloom_count] = header;
  const std::uint64_t buckets = 4 + bloom_count * (class_bits(elf_class) / 32);
  const std::uint64_t chains = buckets + bucket_count;
  if (chains > table.words())
    return Error{
        text("DT_GNU_HASH has ", bucket_count, " buckets, more than the loaded part of the file holds")};

  std::uint64_t last = 0;
  const auto visited = table.visit_words(buckets, bucket_count, [&](std::uint64_t bucket) {
    last = std::max(last, bucket);
    return true;
  });
  if (!visited.ok())
    return visited.error();
  if (last < first_hashed)
    return first_hashed; // nothing is hashed: nothing is defined

  const std::uint64_t skipped = last - first_hashed;
  if (skipped > table.words() - chains)
    return Error{text("DT_GNU_HASH names symbol ", last, ", more than the loaded part of the file holds")};
  bool ended = false;
  const auto length =
      table.visit_words(chains + skipped, table.words() - chains - skipped, [&](std::uint64_t hash) {
        ended = (hash & 1U) != 0;
        return !ended;
      });
  if (!length.ok())
    return length.error();
  if (!ended)
    return Error{"DT_GNU_HASH has a chain without an end"};
  return last + length.value();
}

Result<std::uint64_t> count_symbols(const Image& image, const Facts& facts) {
  const Dynamic& dynamic = *facts.dynamic;
  const Encoding encoding = facts.header.encoding;
  const auto& hash = dynamic.hash;
  const auto& gnu_hash = dynamic.gnu_hash;
  if (!hash && !gnu_hash)
    return Error{"there is neither DT_HASH nor DT_GNU_HASH to tell the number of dynamic symbols"};
  const std::string_view name = hash ? "DT_HASH" : "DT_GNU_HASH";
  const auto range = loaded_range(facts, hash ? *hash : *gnu_hash);
  if (!range)
    return Error{
        text(name, " ", Hex{hash ? *hash : *gnu_hash}, " is not in a part of the file that is loaded")};
  const HashTable table{image, *range, encoding.order, name};
  if (!hash)
    return count_by_gnu_hash(table, encoding.elf_class);
  // The second number of DT_HASH is that of the symbols. Contrary to everybody else, 64-bit s390 has 64-bit
  // numbers.
  const bool wide = facts.header.machine == em::s390 && encoding.elf_class == ElfClass::elf64;
  const auto count = table.word(wide ? 3 : 1);
  if (!count.ok())
    return count.error();
  return std::uint64_t{count.value()};
}

std::optional<Error> scan(const Image& image, Facts& facts, Range symbols) {
  const auto symbol_count = count_symbols(image, facts);
  if (!symbol_count.ok())
    return symbol_count.error();
  const std::uint64_t count = symbol_count.value();
  if (count > limit::symbols)
    return Error{text("there are ", count, " dynamic symbols, more than ", limit::symbols)};

  StringTable strings(image, facts, *facts.dynamic);
  UndefinedSymbols& undefined = facts.undefined_symbols;
  const auto note = [&](const Symbol& symbol) {
    if (symbol.section != shn_undef || symbol.binding == stb::weak || symbol.name == 0)
      return;
    if (++undefined.count > limit::undefined_names)
      return;
    const auto name = strings.at(symbol.name);
    undefined.names.emplace_back(name.ok() ? name.value() : "?");
  };
  return with_layout(facts.header.encoding, [&](auto layout) -> std::optional<Error> {
    using L = decltype(layout);
    using Raw = typename L::RawSymbol;
    if (count > symbols.size / sizeof(Raw))
      return Error{
          text("there are ", count, " dynamic symbols, more than the loaded part of the file holds")};
    bool first = true; // entry 0 stands for no symbol
    const Table table{symbols.offset, count, sizeof(Raw)};
    const auto visited = for_each_entry(image, table, "dynamic symbols", [&](const unsigned char* bytes) {
      if (!first)
        note(L::template load<Raw>(bytes));
      first = false;
      return true;
    });
    return visited.ok() ? std::nullopt : std::optional<Error>(visited.error());
  });
}

} // namespace

void read_undefined_symbols(const Image& image, Facts& facts) {
  const auto address = facts.dynamic->symbol_table;
  if (!address)
    return;
  const auto symbols = loaded_range(facts, *address);
  std::optional<Error> error =
      Error{text("DT_SYMTAB ", Hex{*address}, " is not in a part of the file that is loaded")};
  if (symbols)
    error = scan(image, facts, *symbols);
  if (error)
    facts.add_problem(error->message);
}

} // namespace elf_check
