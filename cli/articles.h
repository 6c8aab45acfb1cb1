#ifndef ZEITSTRAHL_CLI_ARTICLES_H_
#define ZEITSTRAHL_CLI_ARTICLES_H_

// What the commands share: reading articles, analyzing them and writing a file for each.

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "zeitstrahl/extractor.h"
#include "zeitstrahl/language.h"
#include "zeitstrahl/read.h"
#include "zeitstrahl/result.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {

// Expressions that wait for a publication date are no error, but nobody should miss it.
void warn_without_date(const timeline& result, const std::string& path);

// What reading an article left to be known.
void print_warnings(const document& article, const std::string& path);

// How texts are read and understood.
struct analysis_arguments {
  std::string published;
  bool several = false;  // articles, of which `published` is for those that have no day
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
  // Sets the date of --published, if it was given and the article is not one of several that
  // has its own.
  result<document> dated(result<document> article) const;
};

// What an article claims: found in it, or read where the file is a timeline that `extract`
// wrote and somebody may have edited.  Warns of what is missing.
result<timeline> timeline_of(const std::string& path, const analysis_arguments& how,
                             const extractor& find, scratch& memory);

// Which articles, and where their results go.
struct article_arguments {
  std::vector<std::string> articles;
  std::string output = "-";
  std::string output_folder;
  std::vector<std::string> edits;  // timelines and tables that were edited, and folders of them
  std::string article;             // that of a table among `articles`
  analysis_arguments analysis;

  void add_to(CLI::App& command);
};

// The articles that names mean: files, "-", those of folders (by name, and of folders under
// them too) and of patterns that the shell has left ("*.md").  A folder or a pattern without
// articles is bad input.
result<std::vector<std::string>> find_articles(const std::vector<std::string>& names);

// Takes --format where it is given, else looks for the longest of `endings` ({".csv", "csv"})
// that the path ends in, upper case or lower; "-" and paths without any ending are `by_default`,
// and other endings give "".
std::string format_by_ending(const std::string& format, const std::string& path,
                             const std::vector<std::pair<std::string, std::string>>& endings,
                             const std::string& by_default);

// How the results are written: `ending` is that of files in an output folder (".json");
// `joined` ones may stand behind each other in one file.
struct output_form {
  std::string ending;
  bool joined = false;
  std::function<result<byte_maker>(timeline)> write;
};

// What is already made.
byte_maker made(std::string bytes);

// For each article: read, analyze, write.  Bad articles are reported and the rest goes on;
// gives the first error's exit code.  Arguments that do not fit together, and results that
// would take each other's or an article's place, end it before anything is written.
int write_each(article_arguments arguments, const output_form& form);

// An option whose value is a day.
CLI::Option* add_day_option(CLI::App& command, const std::string& name, std::string& into,
                            const std::string& about);

// Takes one of `names` only, and tells which may have been meant.
CLI::Validator one_of(std::vector<std::string> names);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_CLI_ARTICLES_H_
