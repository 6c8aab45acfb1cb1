#ifndef ZEITSTRAHL_CLI_LINE_READER_H_
#define ZEITSTRAHL_CLI_LINE_READER_H_

// Lines of any length, of a file or a pipe, in bounded memory; gzip is unpacked on the way.

#include <cstddef>
#include <memory>
#include <string>

#include "lib/io/unpack.h"

namespace zeitstrahl {

class line_reader {
 public:
  static constexpr std::size_t longest_article = std::size_t{64} << 20;  // bytes

  // An open file's number, which stays the caller's.  Lines longer than `longest` bytes are
  // passed over.
  explicit line_reader(int file, std::size_t longest = longest_article)
      : file_(file), longest_(longest) {}

  int file() const { return file_; }

  // The next line without its end; false at the end of the file or when reading fails.  Of
  // a line that is too long `too_long` is set and the rest passed over.
  bool next(std::string& line, bool& too_long);

  // As next(), but only of what fill() has read; false where that is no whole line.
  bool take(std::string& line, bool& too_long);
  // Reads more, where all that was read is taken; waits where nothing has come yet.
  void fill();
  // Whether take() needs more to be read.
  bool needs_more() const { return at_ == size_ && !ended_; }
  // Whether there is no more to read.
  bool ended() const { return ended_; }
  // Whether the last line had its end.
  bool whole() const { return whole_; }

  // What ended reading, and what to do: "cannot be read: ..."; empty where nothing went wrong.
  const std::string& problem() const { return problem_; }

 private:
  bool take_from_buffer(std::string& line, bool& too_long);
  bool unpack();
  void end();

  int file_;
  std::size_t longest_;
  std::string problem_;
  bool seen_ = false;                    // the first bytes, which tell gzip
  std::unique_ptr<gzip_stream> packed_;  // of gzip
  std::string input_;                    // of gzip, not yet unpacked
  bool ended_ = false;
  bool whole_ = true;
  std::string line_;  // what is there of the next one
  bool begun_ = false;
  bool too_long_ = false;
  char buffer_[1 << 16];
  std::size_t at_ = 0;
  std::size_t size_ = 0;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_CLI_LINE_READER_H_
