// Whole files or none: the content goes to a file beside the target, which is then renamed.

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>
#include <system_error>

#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

namespace fs = std::filesystem;

error cannot_write(const std::string& path, int number) {
  return {error_kind::io, path,
          std::string("cannot be written: ") + std::strerror(number) +
              "; check the folder, its permissions and its space"};
}

// 0 or the number of the error.
int write_all(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t count = ::write(file, content.data(), content.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    content.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

result<std::monostate> write_directly(const std::string& path, std::string_view content) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) return cannot_write(path, errno);
  const int failed = write_all(file, content);
  const int closed = ::close(file) == 0 ? 0 : errno;
  if (failed || closed) return cannot_write(path, failed ? failed : closed);
  return std::monostate();
}

// A file beside its target, which is removed again unless it takes its place.
class file_aside {
 public:
  explicit file_aside(const fs::path& target) : target_(target) {
    static std::atomic<unsigned> next{0};
    do {
      path_ = target.string() + "." + std::to_string(::getpid()) + "-" + std::to_string(next++) +
              ".tmp";
      file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while (file_ < 0 && errno == EEXIST);
  }
  ~file_aside() {
    if (file_ < 0) return;
    ::close(file_);
    if (!in_place_) ::unlink(path_.c_str());
  }
  file_aside(const file_aside&) = delete;
  file_aside& operator=(const file_aside&) = delete;

  // 0 or the number of the error.
  int fill_and_rename(std::string_view content) {
    if (file_ < 0) return errno;
    if (const int failed = write_all(file_, content)) return failed;
    struct stat old {};
    const bool replaces = ::stat(target_.c_str(), &old) == 0;
    if (replaces && ::fchmod(file_, old.st_mode & 07777) != 0) return errno;
    if (::fsync(file_) != 0) return errno;
    if (::rename(path_.c_str(), target_.c_str()) != 0) return errno;
    in_place_ = true;
    return 0;
  }

 private:
  fs::path target_;
  std::string path_;
  int file_ = -1;
  bool in_place_ = false;
};

// The rename itself is on disk once its folder is; some file systems cannot, and need not.
void sync_folder(const fs::path& folder) {
  const int file =
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  ::fsync(file);
  ::close(file);
}

}  // namespace

result<std::monostate> write_file(const std::string& path, std::string_view content) {
  if (path == "-") {
    if (const int failed = write_all(STDOUT_FILENO, content)) {
      return cannot_write("standard output", failed);
    }
    return std::monostate();
  }
  std::error_code ignored;
  const fs::file_status there = fs::status(path, ignored);
  if (fs::exists(there) && !fs::is_regular_file(there)) return write_directly(path, content);

  const fs::path resolved = fs::weakly_canonical(path, ignored);
  const fs::path target = resolved.empty() ? fs::path(path) : resolved;
  if (const int failed = file_aside(target).fill_and_rename(content)) {
    return cannot_write(path, failed);
  }
  sync_folder(target.parent_path());
  return std::monostate();
}

}  // namespace zeitstrahl
