#ifndef ZEITSTRAHL_CLI_BATCH_LINES_H_
#define ZEITSTRAHL_CLI_BATCH_LINES_H_

// The lines of a run of `batch`, and how far an output answers them.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "cli/line_reader.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// One of `count` parts of the input: its lines are `number`, `number` + `count` and so on.
struct shard {
  std::size_t number = 1;  // 1 to count
  std::size_t count = 1;

  // "2/8"; none where it is no such thing.
  static std::optional<shard> parse(const std::string& text);
};

// The lines of a shard.
class article_lines {
 public:
  article_lines(int file, shard part) : reader_(file), part_(part) {}

  // See line_reader.
  bool take(std::string& line, bool& too_long);
  bool next(std::string& line, bool& too_long);
  line_reader& reader() { return reader_; }
  // Of the lines so far, which are no UTF-8.
  std::size_t replaced_bytes() const { return replaced_; }

 private:
  line_reader reader_;
  shard part_;
  std::size_t passed_ = 0;  // lines of the input
  std::size_t replaced_ = 0;
};

// How an output goes with its articles.
struct line_pair {
  std::size_t lines = 0;     // of the output that answer those of the input, in order
  std::size_t failed = 0;    // records among them
  std::uint64_t bytes = 0;   // that they take
  bool torn = false;         // the output's last line has no end
  std::string last_article;  // with a result that holds no error, and that; empty: none
  std::string last_result;
  std::optional<error> mismatch;  // a line that answers another one, or none
};

// Reads the output to its end, and as much of the input.  `name` is the output's, for errors.
line_pair pair_up(article_lines& articles, line_reader& results, const std::string& name);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_CLI_BATCH_LINES_H_
