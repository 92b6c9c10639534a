// The only door to the operating system's files: positioned reads and folder listings. One implementation per
// system (file_posix.cpp, file_windows.cpp); nothing else includes a system header.
#pragma once

#include "result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace elf_check {

enum class FileKind { regular, directory, other };

// An open file, closed by its destructor. Reads give a position, so that there is no state to get wrong, and
// nothing is mapped: a file that shrinks while it is read gives a short read instead of a signal.
class File {
public:
  static Result<File> open(const std::string& path);
  File(File&& other) noexcept;
  File& operator=(File&& other) noexcept;
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File();

  std::uint64_t size() const { return size_; }
  // Costs a question to the system: worth asking only when the content is not what was expected.
  FileKind kind() const;
  // Reads `count` bytes, fewer only where the file ends.
  Result<std::size_t> read_at(std::uint64_t offset, void* destination, std::size_t count) const;

private:
  File(std::intptr_t handle, std::uint64_t size) : handle_(handle), size_(size) {}

  std::intptr_t handle_;
  std::uint64_t size_;
};

struct FolderEntry {
  std::string name;
  FileKind kind; // of the entry itself: a link is `other`
};

// The entries of a folder without "." and "..", sorted by name.
Result<std::vector<FolderEntry>> list_folder(const std::string& path);

bool stdout_is_terminal();

} // namespace elf_check
