#include <cstdio>
#include <memory>
#include <vector>

#include "cli/articles.h"
#include "cli/command.h"

namespace zeitstrahl {
namespace {

int run(const analysis_arguments& arguments) {
  const result<std::shared_ptr<const language>> tables = arguments.load_tables();
  if (!tables) return report(tables.error());
  const std::vector<failed_example> failures = check_examples(*tables);
  const std::size_t count = example_count(**tables);
  if (failures.empty()) {
    std::printf("%zu examples, all hold\n", count);
    return 0;
  }
  for (const failed_example& f : failures) report({error_kind::bad_input, f.where, f.message});
  return report({error_kind::bad_input, "",
                 std::to_string(failures.size()) + " of " + std::to_string(count) +
                     " examples fail; mend the rows or their examples"});
}

}  // namespace

command add_check(CLI::App& program) {
  CLI::App* check = program.add_subcommand(
      "check", "Loads the language tables and runs the example of every row.");
  check->footer(
      "Example:\n"
      "  zeitstrahl check --lang-dir lib/lang/de");
  const auto arguments = std::make_shared<analysis_arguments>();
  check
      ->add_option("--lang-dir", arguments->language_folder,
                   "Tables from this folder instead of the built-in ones")
      ->type_name("DIR");
  return {check, [arguments] { return run(*arguments); }};
}

}  // namespace zeitstrahl
