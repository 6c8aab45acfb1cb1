#include <cstdio>
#include <memory>
#include <vector>

#include "cli/articles.h"
#include "cli/command.h"
#include "cli/console.h"
#include "lib/base/utf8.h"
#include "zeitstrahl/compare.h"
#include "zeitstrahl/read.h"

namespace zeitstrahl {
namespace {

struct check_arguments {
  analysis_arguments analysis;
  bool unsupported = false;
  std::vector<std::string> articles;
};

// Lists the rows that win nowhere but in their own examples.
int list_unsupported(const std::shared_ptr<const language>& tables,
                     const check_arguments& arguments) {
  std::vector<document> articles;
  for (const std::string& path : arguments.articles) {
    result<document> article = read_article_file(path, arguments.analysis.reading());
    if (!article) return report(article.error());
    articles.push_back(std::move(*article));
  }
  for (const row_support& row : count_support(tables, articles)) {
    if (row.elsewhere > 0) continue;
    std::printf("%s %s: %zu example%s of its own, none elsewhere\n", visible(row.where).c_str(),
                visible(row.name).c_str(), row.own_examples, row.own_examples == 1 ? "" : "s");
  }
  return 0;
}

int run(const check_arguments& arguments) {
  const result<std::shared_ptr<const language>> tables = arguments.analysis.load_tables();
  if (!tables) return report(tables.error());
  if (!arguments.articles.empty() && !arguments.unsupported) {
    return report({error_kind::bad_usage, "", "articles go with --unsupported only"});
  }
  const result<comparer> words = comparer::open(*tables);
  if (!words) return report(words.error());
  if (arguments.unsupported) return list_unsupported(*tables, arguments);
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
      "Examples:\n"
      "  zeitstrahl check --lang-dir lib/lang/de\n"
      "  zeitstrahl check --unsupported articles/*.txt");
  const auto arguments = std::make_shared<check_arguments>();
  check->add_flag("--unsupported", arguments->unsupported,
                  "List the rows that win in no example but their own, and in no ARTICLE");
  check->add_option("ARTICLE", arguments->articles, "Texts whose expressions support rows, too")
      ->type_name("");
  check
      ->add_option("--lang-dir", arguments->analysis.language_folder,
                   "Tables from this folder instead of the built-in ones")
      ->type_name("DIR");
  return {check, [arguments] { return run(*arguments); }};
}

}  // namespace zeitstrahl
