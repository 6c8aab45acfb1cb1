#ifndef ZEITSTRAHL_CLI_COMMAND_H_
#define ZEITSTRAHL_CLI_COMMAND_H_

// The commands of the program, one file each.

#include <CLI/CLI.hpp>
#include <functional>

namespace zeitstrahl {

struct command {
  CLI::App* arguments = nullptr;  // owned by the program's CLI::App
  std::function<int()> run;       // after parsing; gives the exit code
};

command add_draw(CLI::App& program);
command add_extract(CLI::App& program);
command add_explain(CLI::App& program);
command add_check(CLI::App& program);
command add_batch(CLI::App& program);
command add_compare(CLI::App& program);
command add_generate(CLI::App& program);
command add_serve(CLI::App& program);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_CLI_COMMAND_H_
