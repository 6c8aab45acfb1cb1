#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <new>
#include <string>
#include <string_view>

#include "cli/articles.h"
#include "cli/command.h"
#include "zeitstrahl/write.h"

namespace {

// "zeitstrahl draw --help", where a command was read before the mistake.
std::string help_for(const CLI::App& program) {
  std::string line = program.get_name();
  for (const CLI::App* command : program.get_subcommands()) line += " " + command->get_name();
  return line + " --help";
}

int run(int argc, char** argv) {
  CLI::App program("Finds what German news articles claim and when, and draws the timeline.",
                   "zeitstrahl");
  program.set_version_flag("--version", std::string(zeitstrahl::program_version()),
                           "Print name and version");
  program.require_subcommand(1);
  program.footer(
      "Examples:\n"
      "  zeitstrahl draw article.txt --published 2025-01-22 -o timeline.svg\n"
      "  zeitstrahl extract article.md > article.json\n"
      "  zeitstrahl explain \"seit vergangenem Juni\" --published 2025-01-22\n\n"
      "Each command has its own --help. Exit codes: 0 fine, 1 bad input, 2 bad usage,\n"
      "3 reading or writing failed.");
  const zeitstrahl::command commands[] = {
      zeitstrahl::add_draw(program),    zeitstrahl::add_extract(program),
      zeitstrahl::add_explain(program), zeitstrahl::add_check(program),
      zeitstrahl::add_batch(program),   zeitstrahl::add_compare(program)};

  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    if (problem.get_exit_code() == 0) return program.exit(problem);  // --help, --version
    std::string message = problem.what();
    while (message.ends_with('\n') || message.ends_with('.')) message.pop_back();
    return zeitstrahl::report(
        {zeitstrahl::error_kind::bad_usage, "", message + "; see " + help_for(program)});
  }
  for (const zeitstrahl::command& c : commands) {
    if (c.arguments->parsed()) return c.run();
  }
  return 0;
}

// What a command has printed is written; gives its exit code, or that of a failure.
int written(int code) {
  const bool printed = static_cast<bool>(std::cout.flush());
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && printed) return code;
  return zeitstrahl::report({zeitstrahl::error_kind::io, "standard output",
                             "cannot be written; check the disk, or what reads it"});
}

// Called where memory ends, however deep: nothing can be unwound without more of it.
[[noreturn]] void end_without_memory() {
  constexpr std::string_view message =
      "zeitstrahl: not enough memory; give it more, or shorter texts\n";
  [[maybe_unused]] const auto count = ::write(STDERR_FILENO, message.data(), message.size());
  std::_Exit(3);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has gone is an error of writing
  std::signal(SIGXFSZ, SIG_IGN);  // and so is a file that may not grow
  std::set_new_handler(end_without_memory);
  try {
    return written(run(argc, argv));
  } catch (const std::exception& problem) {
    return zeitstrahl::report({zeitstrahl::error_kind::io, "", problem.what()});
  }
}
