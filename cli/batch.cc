// NDJSON through a pipe: one line in, one line out, in the same order.

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "cli/articles.h"
#include "cli/batch_lines.h"
#include "cli/batch_output.h"
#include "cli/command.h"
#include "cli/console.h"
#include "cli/worker_pool.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

struct batch_arguments {
  std::string file = "-";
  std::string output = "-";
  bool with_text = false;
  std::string only = "all";
  std::size_t jobs = 1;
  std::string part = "1/1";
  bool resume = false;
  std::string check;
  bool strict = false;
  double seconds = 60;
  std::size_t mebibytes = 1024;
  analysis_arguments analysis;
};

struct line_counts {
  std::size_t in = 0;
  std::size_t out = 0;
  std::size_t failed = 0;
};

error cannot_read(const std::string& file, int number) {
  return {error_kind::io, file == "-" ? "stdin" : file,
          std::string("cannot be read: ") + std::strerror(number) +
              "; check the path and its permissions"};
}

error unreadable(const std::string& file, const line_reader& reader) {
  return {error_kind::io, shown_name(file), reader.problem()};
}

worker_answer failed_record(record_error problem) { return {to_json(problem), true}; }

worker_answer too_long_record() {
  return failed_record({"", "too-long", "read", "the line is longer than 64 MiB; split it"});
}

worker_answer lost_record(const batch_arguments& arguments, const std::string& line,
                          worker_end why) {
  record_error out{record_id(line), "crashed", "analyze",
                   "the program came to a bad end at it; please report it"};
  if (why == worker_end::out_of_memory) {
    out.code = "out-of-memory";
    out.message = "it needs more than " + std::to_string(arguments.mebibytes) +
                  " MiB of memory; split it, or give more by --memory-limit";
  }
  if (why == worker_end::out_of_time) {
    char seconds[32];
    std::snprintf(seconds, sizeof seconds, "%g", arguments.seconds);
    out.code = "out-of-time";
    out.message = "it needs more than " + std::string(seconds) +
                  " s of processor time; split it, or give more by --time-limit";
  }
  return failed_record(std::move(out));
}

worker_calls calls_for(const extractor& find, const batch_arguments& arguments) {
  const auto memory = std::make_shared<scratch>();
  json_options form{.with_text = arguments.with_text, .one_line = true};
  form.expressions_only = arguments.only == "expressions";
  const auto work = [&, memory, form](const std::string& line) -> worker_answer {
    std::variant<document, record_error> record = read_record(line, arguments.analysis.reading());
    if (auto* problem = std::get_if<record_error>(&record)) return failed_record(*problem);
    document& article = std::get<document>(record);
    return {to_json(form.expressions_only ? find.tag(std::move(article), *memory)
                                          : find.analyze(std::move(article), *memory),
                    form)};
  };
  const auto lost = [&](const std::string& line, worker_end why) {
    return lost_record(arguments, line, why);
  };
  return {work, lost};
}

class batch_run {
 public:
  batch_run(const extractor& find, const batch_arguments& arguments, article_lines& articles,
            batch_output& output)
      : arguments_(arguments),
        articles_(articles),
        output_(output),
        pool_(calls_for(find, arguments), {arguments.mebibytes << 20, arguments.seconds},
              arguments.jobs) {}

  const line_counts& counts() const { return counts_; }

  // Goes on where another run has come to.  Its last result that is no error is made once more:
  // another program, other tables or other options would give another one.
  void resume(const line_pair& done) {
    counts_ = {done.lines, done.lines, done.failed};
    if (done.last_result.empty()) return;
    expected_ = done.last_result;
    pool_.ask(done.last_article);
  }

  // The exit code.  Only reading and writing can fail.
  int run() {
    progress come(0);
    line_reader& reader = articles_.reader();
    while (true) {
      take_lines();
      if (const int code = write_answers(come)) return code;
      if (reader.ended() && pool_.empty()) break;
      if (pool_.has_room() && !reader.needs_more() && !reader.ended()) continue;
      const auto news = pool_.wait(pool_.has_room() && !reader.ended() ? reader.file() : -1,
                                   output_.is_standard_output() ? STDOUT_FILENO : -1);
      if (!news) return report(news.error());
      if (news->output_gone) return exit_code(error_kind::io);
      if (news->input) reader.fill();
    }
    come.clear();
    if (!reader.problem().empty()) return report(unreadable(arguments_.file, reader));
    if (const auto done = output_.finish(); !done) return report(done.error());
    return 0;
  }

 private:
  void take_lines() {
    std::string line;
    for (bool too_long = false; pool_.has_room() && articles_.take(line, too_long);) {
      ++counts_.in;
      if (too_long) {
        pool_.add(too_long_record());
      } else {
        pool_.ask(std::move(line));
      }
    }
  }

  int write_answers(progress& come) {
    std::string lines;
    line_counts after = counts_;
    while (std::optional<worker_answer> answer = pool_.take()) {
      if (expected_) {
        if (const auto problem = compare_with_expected(*answer)) return report(*problem);
        continue;
      }
      ++after.out;
      after.failed += answer->failed;
      lines += answer->text;
      lines += '\n';
    }
    if (lines.empty()) return 0;
    come.show(after.out, "articles");
    if (const auto written = output_.write(lines); !written) return stopped_by(written.error());
    counts_ = after;
    return 0;
  }

  std::optional<error> compare_with_expected(const worker_answer& answer) {
    const std::string expected = *std::exchange(expected_, std::nullopt);
    if (answer.failed || answer.text == expected) return std::nullopt;
    return error{error_kind::bad_input, output_.part_path(),
                 "was written by another version, with other tables or other options; start anew "
                 "without this file"};
  }

  // A reader who has gone has seen enough: only the exit code tells.
  int stopped_by(const error& problem) const {
    const bool gone = output_.is_standard_output() && reader_has_gone();
    return gone ? exit_code(problem.kind) : report(problem);
  }

  const batch_arguments& arguments_;
  article_lines& articles_;
  batch_output& output_;
  worker_pool pool_;
  line_counts counts_;
  std::optional<std::string> expected_;
};

// `replaced` bytes of the articles were no UTF-8.
void print(const line_counts& counts, std::size_t replaced) {
  const std::string too =
      replaced > 0 ? ",\"replaced\":" + std::to_string(replaced) : std::string();
  std::fprintf(stderr, "{\"in\":%zu,\"out\":%zu,\"errors\":%zu%s}\n", counts.in, counts.out,
               counts.failed, too.c_str());
}

int with_strictness(const batch_arguments& arguments, const line_counts& counts, int code) {
  return code == 0 && arguments.strict && counts.failed > 0 ? 1 : code;
}

// Whether the file holds a line for each article.
int check(const batch_arguments& arguments, article_lines& articles, const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return report(cannot_read(path, errno));
  const auto results = std::make_unique<line_reader>(file, SIZE_MAX);
  const line_pair found = pair_up(articles, *results, path);
  ::close(file);
  if (!results->problem().empty()) return report(unreadable(path, *results));
  line_counts counts{found.lines, found.lines, found.failed};
  std::string line;
  for (bool too_long = false; articles.next(line, too_long);) ++counts.in;
  if (!articles.reader().problem().empty()) {
    return report(unreadable(arguments.file, articles.reader()));
  }
  int code = 0;
  if (found.mismatch) {
    code = report(*found.mismatch);
  } else if (found.torn) {
    code = report({error_kind::bad_input, path + ":" + std::to_string(found.lines + 1),
                   "is cut off; run it again with --resume"});
  } else if (counts.in != counts.out) {
    code = report({error_kind::bad_input, path,
                   "answers " + std::to_string(counts.out) + " of " + std::to_string(counts.in) +
                       " articles; run it again with --resume"});
  }
  print(counts, articles.replaced_bytes());
  return with_strictness(arguments, counts, code);
}

// What another run has left, made ready to be gone on with.
result<line_pair> pick_up(article_lines& articles, batch_output& output) {
  if (const auto opened = output.reopen(); !opened) return opened.error();
  const auto results = std::make_unique<line_reader>(output.file(), SIZE_MAX);
  line_pair done = pair_up(articles, *results, output.part_path());
  if (done.mismatch) return *done.mismatch;
  if (!results->problem().empty()) return unreadable(output.part_path(), *results);
  if (const auto ready = output.go_on(done.bytes); !ready) return ready.error();
  return done;
}

int analyze(const batch_arguments& arguments, article_lines& articles) {
  batch_output output(arguments.output);
  const bool left = arguments.resume && output.has_part();
  if (arguments.resume && !left && output.is_finished()) {
    return check(arguments, articles, output.path());
  }
  const result<extractor> find = arguments.analysis.make_extractor();
  if (!find) return report(find.error());
  line_pair done;
  if (left) {
    result<line_pair> found = pick_up(articles, output);
    if (!found) return report(found.error());
    done = *std::move(found);
  } else if (const auto begun = output.begin(); !begun) {
    return report(begun.error());
  }
  batch_run work(*find, arguments, articles, output);
  work.resume(done);
  const int code = work.run();
  print(work.counts(), articles.replaced_bytes());
  return with_strictness(arguments, work.counts(), code);
}

int run(const batch_arguments& arguments) {
  const bool standard_input = arguments.file == "-";
  if (arguments.resume && arguments.output == "-") {
    return report({error_kind::bad_usage, "", "--resume goes with --output FILE"});
  }
  const int input =
      standard_input ? STDIN_FILENO : ::open(arguments.file.c_str(), O_RDONLY | O_CLOEXEC);
  if (input < 0) return report(cannot_read(arguments.file, errno));
  std::signal(SIGPIPE, SIG_IGN);  // the last line counts even where the reader has gone
  const auto articles = std::make_unique<article_lines>(input, *shard::parse(arguments.part));
  const int code = arguments.check.empty() ? analyze(arguments, *articles)
                                           : check(arguments, *articles, arguments.check);
  if (!standard_input) ::close(input);
  return code;
}

void add_running(CLI::App& batch, batch_arguments& into) {
  batch.add_option("--jobs", into.jobs, "Processes that work at once")
      ->check(CLI::Range(1, 256))
      ->type_name("N")
      ->capture_default_str();
  batch.add_option("--shard", into.part, "Only line I of each N, where N machines share the work")
      ->check([](const std::string& text) {
        return shard::parse(text) ? std::string() : text + " is no shard; write it as 2/8";
      })
      ->type_name("I/N")
      ->capture_default_str();
  batch.add_flag("--resume", into.resume, "Go on where a run that was ended has come to");
  batch
      .add_option("--check", into.check,
                  "Only tell whether this output holds a line for each article")
      ->type_name("FILE")
      ->excludes("--resume", "--output");
  batch.add_flag("--strict", into.strict, "Exit code 1 where an article gave an error");
  batch
      .add_option("--time-limit", into.seconds,
                  "Seconds of processor time that an article may take")
      ->check([](const std::string& text) {  // CLI::Range lets "nan" in
        const double seconds = std::strtod(text.c_str(), nullptr);
        return seconds >= 0.001 && seconds <= 1e6 ? std::string()
                                                  : text + " is not from 0.001 to 1000000";
      })
      ->type_name("S")
      ->capture_default_str();
  batch.add_option("--memory-limit", into.mebibytes, "MiB of memory that an article may take")
      ->check(CLI::Range(1, 1 << 20))
      ->type_name("MIB")
      ->capture_default_str();
}

}  // namespace

command add_batch(CLI::App& program) {
  CLI::App* batch =
      program.add_subcommand("batch", "Reads NDJSON, writes the JSON of each article on one line.");
  batch->footer(
      "Each line is {\"id\": ..., \"text\": ..., \"published\": \"2025-01-22\"}; published, "
      "title,\n"
      "source, author and url may be left out. Each gives one line, in the same order. A line\n"
      "that cannot be read, or needs more time or memory than it may, gives {\"id\", \"error\"}\n"
      "and the run goes on; the last line on standard error counts lines in, lines out and\n"
      "errors among them, and bytes that were no UTF-8 and were replaced. Gzip is unpacked. A\n"
      "file is called FILE.part until it is whole.\n\n"
      "Examples:\n"
      "  zeitstrahl batch < articles.ndjson > timelines.ndjson\n"
      "  zeitstrahl batch articles.ndjson -o timelines.ndjson --jobs 4 --resume\n"
      "  zeitstrahl batch articles.ndjson --check timelines.ndjson");
  const auto arguments = std::make_shared<batch_arguments>();
  batch->add_option("FILE", arguments->file, "NDJSON in UTF-8, or gzip of it; - is standard input")
      ->type_name("")
      ->capture_default_str();
  batch->add_option("-o,--output", arguments->output, "File to write; standard output without")
      ->type_name("FILE");
  batch->add_flag("--with-text", arguments->with_text, "Add the text that the offsets count in");
  batch
      ->add_option("--output-only", arguments->only,
                   "Leave out what is not asked for, which is quicker")
      ->check(one_of({"all", "expressions"}))
      ->capture_default_str();
  add_running(*batch, *arguments);
  arguments->analysis.add_to(*batch);
  return {batch, [arguments] { return run(*arguments); }};
}

}  // namespace zeitstrahl
