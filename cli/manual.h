#ifndef ZEITSTRAHL_CLI_MANUAL_H_
#define ZEITSTRAHL_CLI_MANUAL_H_

// Man pages and completions, made from what --help is made from.

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

namespace zeitstrahl {

// How --help looks.
std::shared_ptr<CLI::Formatter> help_formatter();

// What can be typed: "--format", "-o"; "draw".  Hidden ones are left out.
std::vector<std::string> option_names(const CLI::App& command);
std::vector<std::string> command_names(const CLI::App& program);

// roff (man(7)) of zeitstrahl(1), or of zeitstrahl-draw(1) for a command.
std::string man_page(const CLI::App& program, const CLI::App& command);

std::string bash_completion(const CLI::App& program);
std::string zsh_completion(const CLI::App& program);
std::string fish_completion(const CLI::App& program);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_CLI_MANUAL_H_
