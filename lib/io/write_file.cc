// Whole files or none: the content goes to a file beside the target, which is then renamed.

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <string>
#include <system_error>

#include "io/links.h"
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

// The same for content as it is made.
int write_made(int file, const byte_maker& make) {
  int failed = 0;
  const bool all = make([&](std::string_view piece) {
    failed = failed ? failed : write_all(file, piece);
    return failed == 0;
  });
  return all || failed ? failed : ECANCELED;
}

result<std::monostate> write_directly(const std::string& path, const byte_maker& make) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) return cannot_write(path, errno);
  const int failed = write_made(file, make);
  const int closed = ::close(file) == 0 ? 0 : errno;
  if (failed || closed) return cannot_write(path, failed ? failed : closed);
  return std::monostate();
}

// Signals that end the process wait while a file is half written, and a file that would grow too
// large is an error of writing.
class signals_held {
 public:
  signals_held() {
    sigset_t held;
    sigemptyset(&held);
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGXFSZ}) sigaddset(&held, number);
    ::pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  ~signals_held() {
    const int error = errno;
    if (!sigismember(&before_, SIGXFSZ)) forget_too_large();
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    errno = error;
  }
  signals_held(const signals_held&) = delete;
  signals_held& operator=(const signals_held&) = delete;

 private:
  static void forget_too_large() {
    sigset_t too_large;
    sigemptyset(&too_large);
    sigaddset(&too_large, SIGXFSZ);
    const timespec at_once{};
    ::sigtimedwait(&too_large, nullptr, &at_once);
  }

  sigset_t before_;
};

// A file beside its target that takes its place when it is whole.  Where the file system can, it
// has no name until then, so that a process that is killed leaves nothing.
class file_aside {
 public:
  explicit file_aside(const fs::path& target)
      : target_(target), folder_(target.has_parent_path() ? target.parent_path() : ".") {
    constexpr const char* own_files = "/proc/self/fd";  // by which a file gets its name
    if (::access(own_files, X_OK) == 0) {
      file_ = ::open(folder_.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    }
    if (file_ >= 0) return;
    give_name([&] {
      file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      return file_ >= 0;
    });
  }
  ~file_aside() {
    if (file_ >= 0) ::close(file_);
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  file_aside(const file_aside&) = delete;
  file_aside& operator=(const file_aside&) = delete;

  // 0 or the number of the error.
  int fill_and_rename(const byte_maker& make) {
    if (file_ < 0) return errno;
    if (const int failed = write_made(file_, make)) return failed;
    struct stat old {};
    const bool replaces = ::stat(target_.c_str(), &old) == 0;
    if (replaces && ::fchmod(file_, old.st_mode & 07777) != 0) return errno;
    if (::fsync(file_) != 0) return errno;
    const std::string own = "/proc/self/fd/" + std::to_string(file_);
    const bool named = !path_.empty() || give_name([&] {
      return ::linkat(AT_FDCWD, own.c_str(), AT_FDCWD, path_.c_str(), AT_SYMLINK_FOLLOW) == 0;
    });
    if (!named || ::rename(path_.c_str(), target_.c_str()) != 0) return errno;
    path_.clear();
    return 0;
  }

 private:
  // Tries names that are short whatever the target's is, until one is free; whether one was.
  template <class F>
  bool give_name(F&& make) {
    static std::atomic<unsigned> next{0};
    do {
      const std::string name =
          "zeitstrahl-" + std::to_string(::getpid()) + "-" + std::to_string(next++) + ".tmp";
      path_ = (folder_ / name).string();
      if (make()) return true;
    } while (errno == EEXIST);
    path_.clear();
    return false;
  }

  fs::path target_;
  fs::path folder_;
  std::string path_;  // empty: it has no name
  int file_ = -1;
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

fs::path behind_links(fs::path path) {
  constexpr int most = 40;
  std::error_code failed;
  for (int links = 0; links < most && fs::is_symlink(fs::symlink_status(path, failed)); ++links) {
    const fs::path next = fs::read_symlink(path, failed);
    if (failed) break;
    path = path.parent_path() / next;  // `next` alone where it is absolute
  }
  return path;
}

result<std::monostate> write_file(const std::string& path, std::string_view content) {
  return write_file(path, [&](const byte_sink& sink) { return sink(content); });
}

result<std::monostate> write_file(const std::string& path, const byte_maker& make) {
  if (path == "-") {
    if (const int failed = write_made(STDOUT_FILENO, make)) {
      return cannot_write("standard output", failed);
    }
    return std::monostate();
  }
  std::error_code ignored;
  const fs::file_status there = fs::status(path, ignored);
  if (fs::exists(there) && !fs::is_regular_file(there)) return write_directly(path, make);

  const signals_held held;
  const fs::path target = behind_links(path);
  if (fs::is_symlink(fs::symlink_status(target, ignored))) return cannot_write(path, ELOOP);
  if (const int failed = file_aside(target).fill_and_rename(make)) {
    return cannot_write(path, failed);
  }
  sync_folder(target.parent_path());
  return std::monostate();
}

}  // namespace zeitstrahl
