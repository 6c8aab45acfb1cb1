#include "cli/line_reader.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace zeitstrahl {

namespace {

std::string cannot_be_read(int number) {
  return std::string("cannot be read: ") + std::strerror(number) +
         "; check the path and its permissions";
}

}  // namespace

bool line_reader::next(std::string& line, bool& too_long) {
  while (!take(line, too_long)) {
    if (ended_) return false;
    fill();
  }
  return true;
}

bool line_reader::take(std::string& line, bool& too_long) {
  do {
    if (take_from_buffer(line, too_long)) return true;
  } while (unpack());
  return false;
}

bool line_reader::take_from_buffer(std::string& line, bool& too_long) {
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
  if (count < 0) problem_ = cannot_be_read(errno);
  at_ = 0;
  size_ = count > 0 ? static_cast<std::size_t>(count) : 0;
  if (size_ == 0) return end();
  // No line of JSON begins with the first byte of gzip.
  if (!std::exchange(seen_, true) && buffer_[0] == '\x1F')
    packed_ = std::make_unique<gzip_stream>();
  if (!packed_) return;
  input_.append(buffer_, size_);
  size_ = 0;
}

void line_reader::end() {
  ended_ = true;
  if (packed_ && problem_.empty() && !packed_->is_between_members()) {
    problem_ = "is gzip that is cut off; fetch it again";
  }
}

// Where the buffer is used up, fills it with what has come and is still packed.
bool line_reader::unpack() {
  if (!packed_ || input_.empty() || ended_) return false;
  std::string_view rest = input_;
  at_ = 0;
  size_ = packed_->unpack(rest, buffer_, sizeof buffer_);
  input_.erase(0, input_.size() - rest.size());
  if (packed_->is_past_end()) input_.clear();
  if (packed_->is_damaged() && size_ == 0) {
    problem_ = "is damaged gzip; fetch or pack it again";
    ended_ = true;
    begun_ = false;
  }
  return size_ > 0;
}

}  // namespace zeitstrahl
