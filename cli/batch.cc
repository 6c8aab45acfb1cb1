// NDJSON through a pipe: one line in, one line out, in the same order.

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "cli/articles.h"
#include "cli/command.h"
#include "cli/console.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

constexpr std::size_t longest_line = std::size_t{64} << 20;

struct batch_arguments {
  std::string file = "-";
  bool with_text = false;
  analysis_arguments analysis;
};

// Lines of any length in bounded memory.
class line_reader {
 public:
  explicit line_reader(int file) : file_(file) {}

  // The number of the error that ended reading, or 0.
  int failed() const { return failed_; }

  // The next line without its end; false at the end of the file or when reading fails.  Of
  // a line that is too long the rest is passed over.
  bool next(std::string& line, bool& too_long) {
    line.clear();
    too_long = false;
    bool found = false;
    while (at_ < size_ || fill()) {
      found = true;
      const char* begin = buffer_ + at_;
      const char* end = static_cast<const char*>(std::memchr(begin, '\n', size_ - at_));
      const std::size_t count = end ? end - begin : size_ - at_;
      too_long = too_long || line.size() + count > longest_line;
      if (!too_long) line.append(begin, count);
      at_ += count + (end ? 1 : 0);
      if (end) return true;
    }
    return found;
  }

 private:
  // Takes what is there, so that whoever writes line by line is answered line by line.
  bool fill() {
    ssize_t count = 0;
    do {
      count = ::read(file_, buffer_, sizeof buffer_);
    } while (count < 0 && errno == EINTR);
    if (count < 0) failed_ = errno;
    at_ = 0;
    size_ = count > 0 ? static_cast<std::size_t>(count) : 0;
    return size_ > 0;
  }

  int file_;
  int failed_ = 0;
  char buffer_[1 << 16];
  std::size_t at_ = 0;
  std::size_t size_ = 0;
};

error cannot_read(const std::string& file, int number) {
  return {error_kind::io, file == "-" ? "stdin" : file,
          std::string("cannot be read: ") + std::strerror(number) +
              "; check the path and its permissions"};
}

class batch_run {
 public:
  batch_run(const extractor& find, const batch_arguments& arguments)
      : find_(find), arguments_(arguments) {}

  // The exit code.  Only reading and writing can fail; the last line on standard error
  // counts in any case.
  int run(int input) {
    const auto reader = std::make_unique<line_reader>(input);
    std::string line;
    int code = 0;
    for (bool too_long = false; code == 0 && reader->next(line, too_long);) {
      ++in_;
      const auto written = write_output("-", (too_long ? refusal() : answer(line)) + "\n");
      if (written) ++out_;
      if (!written) code = stopped_by(written.error());
    }
    if (code == 0 && reader->failed())
      code = report(cannot_read(arguments_.file, reader->failed()));
    std::fprintf(stderr, "{\"in\":%zu,\"out\":%zu,\"errors\":%zu}\n", in_, out_, errors_);
    return code;
  }

 private:
  // A reader who has gone has seen enough: only the exit code tells.
  static int stopped_by(const error& problem) {
    return reader_has_gone() ? exit_code(problem.kind) : report(problem);
  }

  std::string answer(const std::string& line) {
    std::variant<document, record_error> record = read_record(line, arguments_.analysis.reading());
    if (const auto* problem = std::get_if<record_error>(&record)) {
      ++errors_;
      return to_json(*problem);
    }
    return to_json(find_.analyze(std::move(std::get<document>(record)), memory_),
                   {.with_text = arguments_.with_text, .one_line = true});
  }

  std::string refusal() {
    ++errors_;
    return to_json(
        record_error{"", "too-long", "read", "the line is longer than 64 MiB; split it"});
  }

  const extractor& find_;
  const batch_arguments& arguments_;
  scratch memory_;
  std::size_t in_ = 0;
  std::size_t out_ = 0;
  std::size_t errors_ = 0;
};

int run(const batch_arguments& arguments) {
  const result<extractor> find = arguments.analysis.make_extractor();
  if (!find) return report(find.error());
  const bool standard_input = arguments.file == "-";
  const int input =
      standard_input ? STDIN_FILENO : ::open(arguments.file.c_str(), O_RDONLY | O_CLOEXEC);
  if (input < 0) return report(cannot_read(arguments.file, errno));
  std::signal(SIGPIPE, SIG_IGN);  // the last line counts even where the reader has gone
  const int code = batch_run(*find, arguments).run(input);
  if (!standard_input) ::close(input);
  return code;
}

}  // namespace

command add_batch(CLI::App& program) {
  CLI::App* batch =
      program.add_subcommand("batch", "Reads NDJSON, writes the JSON of each article on one line.");
  batch->footer(
      "Each line is {\"id\": ..., \"text\": ..., \"published\": \"2025-01-22\"}; published, "
      "title,\n"
      "source, author and url may be left out. Each gives one line, in the same order. A line\n"
      "that cannot be read gives {\"id\", \"error\"} and the run goes on; the last line on\n"
      "standard error counts lines in, lines out and errors among them.\n\n"
      "Example:\n"
      "  zeitstrahl batch < articles.ndjson > timelines.ndjson");
  const auto arguments = std::make_shared<batch_arguments>();
  batch->add_option("FILE", arguments->file, "NDJSON in UTF-8; - is standard input")
      ->type_name("")
      ->capture_default_str();
  batch->add_flag("--with-text", arguments->with_text, "Add the text that the offsets count in");
  arguments->analysis.add_to(*batch);
  return {batch, [arguments] { return run(*arguments); }};
}

}  // namespace zeitstrahl
