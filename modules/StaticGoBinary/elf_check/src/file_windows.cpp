#include "file.h"

#include <algorithm>
#include <memory>

#define WIN32_LEAN_AND_MEAN
#define NOMINMAX
#include <windows.h>

namespace elf_check {
namespace {

const auto closed = reinterpret_cast<std::intptr_t>(INVALID_HANDLE_VALUE);

HANDLE native(std::intptr_t handle) { return reinterpret_cast<HANDLE>(handle); }

Error system_error(DWORD code) {
  char message[256];
  DWORD length = FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, nullptr, code, 0,
                                message, sizeof message, nullptr);
  while (length > 0 &&
         (message[length - 1] == '\n' || message[length - 1] == '\r' || message[length - 1] == '.'))
    --length;
  return Error{length > 0 ? std::string(message, length) : "Windows error " + std::to_string(code)};
}

FileKind kind_of(DWORD attributes) {
  if ((attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0)
    return FileKind::other;
  return (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0 ? FileKind::directory : FileKind::regular;
}

} // namespace

Result<File> File::open(const std::string& path) {
  // FILE_FLAG_BACKUP_SEMANTICS lets a folder be opened, so that the caller can say that it is one.
  const HANDLE handle =
      CreateFileA(path.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                  OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr);
  if (handle == INVALID_HANDLE_VALUE)
    return system_error(GetLastError());
  LARGE_INTEGER size{}; // stays 0 for what has no size, such as a pipe or a folder
  if (GetFileSizeEx(handle, &size) == 0)
    size.QuadPart = 0;
  return File(reinterpret_cast<std::intptr_t>(handle), static_cast<std::uint64_t>(size.QuadPart));
}

FileKind File::kind() const {
  BY_HANDLE_FILE_INFORMATION information{};
  if (GetFileType(native(handle_)) != FILE_TYPE_DISK ||
      GetFileInformationByHandle(native(handle_), &information) == 0)
    return FileKind::other;
  // The handle is that of a link's target, so a reparse point here is only a file stored in an unusual way.
  return kind_of(information.dwFileAttributes & ~static_cast<DWORD>(FILE_ATTRIBUTE_REPARSE_POINT));
}

File::File(File&& other) noexcept : handle_(other.handle_), size_(other.size_) { other.handle_ = closed; }

File& File::operator=(File&& other) noexcept {
  std::swap(handle_, other.handle_);
  std::swap(size_, other.size_);
  return *this;
}

File::~File() {
  if (handle_ != closed)
    CloseHandle(native(handle_));
}

Result<std::size_t> File::read_at(std::uint64_t offset, void* destination, std::size_t count) const {
  auto* to = static_cast<unsigned char*>(destination);
  std::size_t done = 0;
  while (done < count) {
    const std::uint64_t position = offset + done;
    OVERLAPPED at{};
    at.Offset = static_cast<DWORD>(position & 0xffffffffU);
    at.OffsetHigh = static_cast<DWORD>(position >> 32U);
    const auto wanted = static_cast<DWORD>(std::min<std::size_t>(count - done, 1U << 20U));
    DWORD got = 0;
    if (ReadFile(native(handle_), to + done, wanted, &got, &at) == 0 && GetLastError() != ERROR_HANDLE_EOF)
      return system_error(GetLastError());
    if (got == 0)
      break;
    done += got;
  }
  return done;
}

Result<std::vector<FolderEntry>> list_folder(const std::string& path) {
  WIN32_FIND_DATAA found{};
  const std::unique_ptr<void, BOOL(WINAPI*)(HANDLE)> search(FindFirstFileA((path + "\\*").c_str(), &found),
                                                            FindClose);
  if (search.get() == INVALID_HANDLE_VALUE)
    return system_error(GetLastError());
  std::vector<FolderEntry> entries;
  do {
    const std::string name = found.cFileName;
    if (name != "." && name != "..")
      entries.push_back({name, kind_of(found.dwFileAttributes)});
  } while (FindNextFileA(search.get(), &found) != 0);
  if (GetLastError() != ERROR_NO_MORE_FILES)
    return system_error(GetLastError());
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return entries;
}

bool stdout_is_terminal() {
  DWORD mode = 0;
  return GetConsoleMode(GetStdHandle(STD_OUTPUT_HANDLE), &mode) != 0;
}

} // namespace elf_check
