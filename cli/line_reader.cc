#include "cli/line_reader.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace zeitstrahl {

bool line_reader::next(std::string& line, bool& too_long) {
  while (!take(line, too_long)) {
    if (ended_) return false;
    fill();
  }
  return true;
}

bool line_reader::take(std::string& line, bool& too_long) {
  const char* begin = buffer_ + at_;
  const char* end = static_cast<const char*>(std::memchr(begin, '\n', size_ - at_));
  const std::size_t count = end ? end - begin : size_ - at_;
  too_long_ = too_long_ || count > longest_ - line_.size();
  if (!too_long_) line_.append(begin, count);
  begun_ = begun_ || end || count > 0;
  at_ += count + (end ? 1 : 0);
  whole_ = end != nullptr;
  if (!end && !(ended_ && begun_)) return false;
  line.swap(line_);
  line_.clear();
  begun_ = false;
  too_long = std::exchange(too_long_, false);
  if (too_long) line.clear();
  return true;
}

// Takes what is there, so that whoever writes line by line is answered line by line.
void line_reader::fill() {
  ssize_t count = 0;
  do {
    count = ::read(file_, buffer_, sizeof buffer_);
  } while (count < 0 && errno == EINTR);
  if (count < 0) failed_ = errno;
  at_ = 0;
  size_ = count > 0 ? static_cast<std::size_t>(count) : 0;
  ended_ = size_ == 0;
}

}  // namespace zeitstrahl
