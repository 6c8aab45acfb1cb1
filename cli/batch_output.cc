#include "cli/batch_output.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "cli/console.h"
#include "lib/io/links.h"

namespace zeitstrahl {
namespace {

namespace fs = std::filesystem;

int sync_folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  const int file =
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return errno;
  ::fsync(file);
  ::close(file);
  return 0;
}

}  // namespace

batch_output::batch_output(const std::string& path) : path_(path) {
  if (path == "-") return;
  path_ = behind_links(path).string();
  part_ = path_ + ".part";
  std::error_code ignored;
  const fs::file_status there = fs::status(path_, ignored);
  direct_ = fs::exists(there) && !fs::is_regular_file(there);
}

batch_output::~batch_output() {
  if (file_ >= 0) ::close(file_);
}

bool batch_output::is_finished() const { return ::access(path_.c_str(), F_OK) == 0; }
bool batch_output::has_part() const { return ::access(part_.c_str(), F_OK) == 0; }

error batch_output::failed(const std::string& path, int number) const {
  return {error_kind::io, path,
          std::string("cannot be written: ") + std::strerror(number) +
              "; check the folder, its permissions and its space"};
}

result<std::monostate> batch_output::begin() {
  if (is_standard_output()) return std::monostate();
  std::error_code ignored;
  if (fs::is_symlink(fs::symlink_status(path_, ignored))) return failed(path_, ELOOP);
  if (direct_) {
    file_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    if (file_ < 0) return failed(path_, errno);
    return std::monostate();
  }
  file_ = ::open(part_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file_ < 0 && errno == EEXIST) {
    return error{error_kind::bad_usage, part_,
                 "is left from another run; go on with --resume, or remove it"};
  }
  if (file_ < 0) return failed(part_, errno);
  return lock();
}

result<std::monostate> batch_output::reopen() {
  file_ = ::open(part_.c_str(), O_RDWR | O_CLOEXEC);
  if (file_ < 0) return failed(part_, errno);
  return lock();
}

result<std::monostate> batch_output::lock() {
  if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return std::monostate();
  return error{error_kind::bad_usage, part_, "is being written by another run; wait for it"};
}

result<std::monostate> batch_output::go_on(std::uint64_t bytes) {
  const off_t end = static_cast<off_t>(bytes);
  if (::ftruncate(file_, end) != 0 || ::lseek(file_, end, SEEK_SET) != end) {
    return failed(part_, errno);
  }
  return std::monostate();
}

result<std::monostate> batch_output::write(std::string_view lines) {
  if (is_standard_output()) return write_output("-", lines);
  while (!lines.empty()) {
    const ssize_t count = ::write(file_, lines.data(), lines.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failed(direct_ ? path_ : part_, errno);
    lines.remove_prefix(static_cast<std::size_t>(count));
  }
  return std::monostate();
}

result<std::monostate> batch_output::finish() {
  if (is_standard_output() || direct_) return std::monostate();
  if (::fsync(file_) != 0) return failed(part_, errno);
  if (::rename(part_.c_str(), path_.c_str()) != 0) return failed(path_, errno);
  if (const int problem = sync_folder_of(path_)) return failed(path_, problem);
  return std::monostate();
}

}  // namespace zeitstrahl
