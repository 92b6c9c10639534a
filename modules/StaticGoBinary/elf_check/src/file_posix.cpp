#include "file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace elf_check {
namespace {

constexpr std::intptr_t closed = -1;

Error system_error(int code) { return Error{std::strerror(code)}; }

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode))
    return FileKind::regular;
  return S_ISDIR(mode) ? FileKind::directory : FileKind::other;
}

// Some file systems do not say what an entry is; then the entry itself has to be asked.
FileKind kind_of_entry(const dirent& entry, const std::string& folder) {
  switch (entry.d_type) {
  case DT_REG:
    return FileKind::regular;
  case DT_DIR:
    return FileKind::directory;
  case DT_UNKNOWN:
    break;
  default:
    return FileKind::other;
  }
  struct stat status {};
  const std::string path = folder + "/" + entry.d_name;
  return lstat(path.c_str(), &status) == 0 ? kind_of(status.st_mode) : FileKind::other;
}

} // namespace

Result<File> File::open(const std::string& path) {
  // O_NONBLOCK: opening a named pipe must not wait for a writer.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0)
    return system_error(errno);
  // Cheaper than fstat, and nobody uses the position. What has no end, such as a pipe, counts as empty.
  const off_t end = lseek(descriptor, 0, SEEK_END);
  return File(descriptor, end < 0 ? 0 : static_cast<std::uint64_t>(end));
}

FileKind File::kind() const {
  struct stat status {};
  return fstat(static_cast<int>(handle_), &status) == 0 ? kind_of(status.st_mode) : FileKind::other;
}

File::File(File&& other) noexcept : handle_(other.handle_), size_(other.size_) { other.handle_ = closed; }

File& File::operator=(File&& other) noexcept {
  std::swap(handle_, other.handle_);
  std::swap(size_, other.size_);
  return *this;
}

File::~File() {
  if (handle_ != closed)
    ::close(static_cast<int>(handle_));
}

Result<std::size_t> File::read_at(std::uint64_t offset, void* destination, std::size_t count) const {
  auto* to = static_cast<unsigned char*>(destination);
  std::size_t done = 0;
  while (done < count) {
    const ssize_t got =
        pread(static_cast<int>(handle_), to + done, count - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return system_error(errno);
    if (got == 0)
      break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

Result<std::vector<FolderEntry>> list_folder(const std::string& path) {
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(opendir(path.c_str()), closedir);
  if (!folder)
    return system_error(errno);
  std::vector<FolderEntry> entries;
  errno = 0;
  while (const dirent* entry = readdir(folder.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..")
      entries.push_back({entry->d_name, kind_of_entry(*entry, path)});
    errno = 0;
  }
  if (errno != 0)
    return system_error(errno);
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return entries;
}

bool stdout_is_terminal() { return isatty(STDOUT_FILENO) == 1; }

} // namespace elf_check
