#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/console.h"
#include "cli/manual.h"
#include "cli/suggest.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

struct spoken_arguments {
  bool quiet = false;
  bool verbose = false;
};

// "zeitstrahl draw --help", where a command was read before the mistake.
std::string help_for(const CLI::App& program) {
  std::string line = program.get_name();
  for (const CLI::App* command : program.get_subcommands()) line += " " + command->get_name();
  return line + " --help";
}

// What the mistyped word may have been.
std::string meant(const std::string& word, const CLI::App& program) {
  const std::vector<CLI::App*> parsed = program.get_subcommands();
  const CLI::App& command = parsed.empty() ? program : *parsed.front();
  const bool option = word.starts_with("-");
  const std::string found = nearest(word, option ? option_names(command) : command_names(command));
  return found.empty() ? std::string() : " (did you mean " + found + "?)";
}

std::string what_is_wrong(const CLI::App& program, const CLI::ParseError& problem) {
  const std::vector<std::string> unknown = program.remaining(true);
  if (!unknown.empty()) {
    const std::string word = unknown.front().substr(0, unknown.front().find('='));
    const bool option = word.starts_with("-");
    const bool command = !option && program.get_subcommands().empty();
    const std::string kind = option ? "option " : command ? "command " : "argument ";
    return "unknown " + kind + word + meant(word, program);
  }
  if (program.get_subcommands().empty()) return "no command is named";
  std::string message = problem.what();
  while (message.ends_with('\n') || message.ends_with('.')) message.pop_back();
  return message;
}

const CLI::App* find_command(const CLI::App& program, const std::string& name) {
  const std::vector<std::string> all = command_names(program);
  const bool known = std::find(all.begin(), all.end(), name) != all.end();
  return known ? program.get_subcommand(name) : nullptr;
}

command add_help(CLI::App& program) {
  CLI::App* help = program.add_subcommand("help", "Shows what a command does and its options.");
  help->footer("Example:\n  zeitstrahl help draw");
  const auto name = std::make_shared<std::string>();
  help->add_option("COMMAND", *name, "One of the commands")->type_name("");
  return {help, [&program, name] {
            if (name->empty()) {  // program.help() would be that of this command
              const std::string text = program.get_formatter()->make_help(
                  &program, program.get_name(), CLI::AppFormatMode::Normal);
              std::printf("%s", text.c_str());
              return 0;
            }
            if (const CLI::App* of = find_command(program, *name)) {
              std::printf("%s", of->help(program.get_name()).c_str());
              return 0;
            }
            const std::string guess = nearest(*name, command_names(program));
            return report({error_kind::bad_usage, "",
                           "unknown command " + *name +
                               (guess.empty() ? "" : " (did you mean " + guess + "?)") +
                               "; see zeitstrahl --help"});
          }};
}

// A heap for each thread reserves 64 MiB of the address space, and Pango starts threads to look for
// fonts, which need none of their own.
void keep_one_heap() {
#ifdef __GLIBC__
  ::mallopt(M_ARENA_MAX, 1);
#endif
}

int run(int argc, char** argv) {
  CLI::App program("Finds what German news articles claim and when, and draws the timeline.",
                   "zeitstrahl");
  program.set_version_flag("-V,--version", std::string(program_version()),
                           "Print name and version");
  program.set_help_flag("-h,--help", "Print this help");
  program.formatter(help_formatter());
  program.require_subcommand(1);
  program.footer(
      "Examples:\n"
      "  zeitstrahl draw article.txt --published 2025-01-22 -o timeline.svg\n"
      "  zeitstrahl extract article.md > article.json\n"
      "  zeitstrahl explain --text \"seit vergangenem Juni\" --published 2025-01-22\n\n"
      "Each command has its own --help. Exit codes: 0 fine, 1 bad input, 2 bad usage,\n"
      "3 reading or writing failed. Colour is left out where NO_COLOR is set.");
  const command commands[] = {add_draw(program),  add_extract(program), add_compare(program),
                              add_batch(program), add_explain(program), add_check(program),
                              add_serve(program), add_help(program),    add_generate(program)};
  spoken_arguments spoken;
  for (const command& c : commands) {
    if (!c.arguments->get_group().empty()) c.arguments->group("Commands");
    CLI::Option* quiet = c.arguments->add_flag("-q,--quiet", spoken.quiet, "Say errors only");
    c.arguments->add_flag("-v,--verbose", spoken.verbose, "Say what was done")->excludes(quiet);
  }

  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    if (problem.get_exit_code() == 0) return program.exit(problem);  // --help, --version
    return report({error_kind::bad_usage, "",
                   what_is_wrong(program, problem) + "; see " + help_for(program)});
  }
  if (spoken.quiet) set_verbosity(verbosity::quiet);
  if (spoken.verbose) set_verbosity(verbosity::verbose);
  if (!program.got_subcommand("serve")) keep_one_heap();
  for (const command& c : commands) {
    if (c.arguments->parsed()) return c.run();
  }
  return 0;
}

// What a command has printed is written; gives its exit code, or that of a failure.
int written(int code) {
  const bool printed = static_cast<bool>(std::cout.flush());
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && printed) return code;
  return report(
      {error_kind::io, "standard output", "cannot be written; check the disk, or what reads it"});
}

// Called where memory ends, however deep: nothing can be unwound without more of it.
[[noreturn]] void end_without_memory() {
  constexpr std::string_view message =
      "zeitstrahl: not enough memory; give it more, or shorter texts\n";
  [[maybe_unused]] const auto count = ::write(STDERR_FILENO, message.data(), message.size());
  std::_Exit(3);
}

}  // namespace
}  // namespace zeitstrahl

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error of writing
  std::set_new_handler(zeitstrahl::end_without_memory);
  try {
    return zeitstrahl::written(zeitstrahl::run(argc, argv));
  } catch (const std::exception& problem) {
    return zeitstrahl::report({zeitstrahl::error_kind::io, "", problem.what()});
  }
}
