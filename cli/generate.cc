// For the build, which installs what this writes; not listed in --help.

#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/console.h"
#include "cli/manual.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

namespace fs = std::filesystem;

int run(const CLI::App& program, const std::string& folder) {
  std::vector<std::pair<std::string, std::string>> files = {
      {"man/man1/zeitstrahl.1", man_page(program, program)},
      {"bash-completion/completions/zeitstrahl", bash_completion(program)},
      {"zsh/site-functions/_zeitstrahl", zsh_completion(program)},
      {"fish/vendor_completions.d/zeitstrahl.fish", fish_completion(program)}};
  for (const std::string& name : command_names(program)) {
    files.emplace_back("man/man1/zeitstrahl-" + name + ".1",
                       man_page(program, *program.get_subcommand(name)));
  }
  for (const auto& [name, content] : files) {
    const fs::path path = fs::path(folder) / name;
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    if (const auto done = write_file(path.string(), content); !done) return report(done.error());
  }
  return 0;
}

}  // namespace

command add_generate(CLI::App& program) {
  CLI::App* generate = program.add_subcommand(
      "generate", "Writes man pages and completions as they are installed under share.");
  generate->group("");
  const auto folder = std::make_shared<std::string>();
  generate->add_option("FOLDER", *folder, "Folder to write to")->required();
  return {generate, [&program, folder] { return run(program, *folder); }};
}

}  // namespace zeitstrahl
