#ifndef ZEITSTRAHL_CLI_ARTICLES_H_
#define ZEITSTRAHL_CLI_ARTICLES_H_

// What the commands share: reading articles, analyzing them and writing a file for each.

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "zeitstrahl/extractor.h"
#include "zeitstrahl/language.h"
#include "zeitstrahl/read.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// Prints "zeitstrahl: WHERE: MESSAGE" to standard error and gives the exit code.
int report(const error& problem);

// Expressions that wait for a publication date are no error, but nobody should miss it.
void warn_without_date(const timeline& result, const std::string& path);

// What reading an article left to be known.
void print_warnings(const document& article, const std::string& path);

// How texts are read and understood.
struct analysis_arguments {
  std::string published;
  std::string language_folder;
  std::string style = "auto";
  bool no_repair = false;
  std::string input = "auto";
  std::string time_zone = "Europe/Berlin";

  void add_to(CLI::App& command);
  void add_published_to(CLI::App& command);

  read_options reading() const;
  result<std::shared_ptr<const language>> load_tables() const;
  result<extractor> make_extractor() const;
  // Sets the date of --published, if it was given.
  result<document> dated(result<document> article) const;
};

// Which articles, and where their results go.
struct article_arguments {
  std::vector<std::string> articles;
  std::string output = "-";
  std::string output_folder;
  analysis_arguments analysis;

  void add_to(CLI::App& command);
};

// For each article: read, analyze, `format`, write.  Bad articles are reported and the rest
// goes on; gives the first error's exit code.  Arguments that do not fit together, and
// results that would take each other's or an article's place, end it before anything is
// written.  `ending` is that of files in an output folder: ".json".
int write_each(const article_arguments& arguments, std::string_view ending,
               const std::function<result<std::string>(const timeline&)>& format);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_CLI_ARTICLES_H_
