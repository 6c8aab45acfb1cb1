#include <memory>
#include <string>

#include "cli/articles.h"
#include "cli/command.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

struct extract_arguments {
  article_arguments articles;
  std::string format = "json";
  bool with_text = false;
  bool vague = false;
};

int run(const extract_arguments& arguments) {
  const std::string& format = arguments.format;
  if (arguments.with_text && format != "json") {
    return report({error_kind::bad_usage, "", "--with-text goes with --format json only"});
  }
  if (arguments.vague && format != "timeml") {
    return report({error_kind::bad_usage, "", "--vague goes with --format timeml only"});
  }
  const std::string ending = format == "timeml" ? ".tml" : "." + format;
  return write_each(arguments.articles, ending, [&](const timeline& found) -> result<std::string> {
    if (format == "timeml") return to_timeml(found, {.vague = arguments.vague});
    if (format == "csv") return to_csv(found);
    return to_json(found, {.with_text = arguments.with_text});
  });
}

}  // namespace

command add_extract(CLI::App& program) {
  CLI::App* extract = program.add_subcommand(
      "extract", "Writes time expressions and claims as JSON, TimeML or CSV.");
  extract->footer(
      "Examples:\n"
      "  zeitstrahl extract article.txt --published 2025-01-22 -o article.json\n"
      "  zeitstrahl extract --format timeml --output-dir found articles/*.tml");
  const auto arguments = std::make_shared<extract_arguments>();
  arguments->articles.add_to(*extract);
  extract->add_option("--format", arguments->format, "json, timeml, or csv with a row a claim")
      ->check(CLI::IsMember({"json", "timeml", "csv"}))
      ->capture_default_str();
  extract->add_flag("--with-text", arguments->with_text,
                    "JSON: add the text that the offsets count in");
  extract->add_flag("--vague", arguments->vague,
                    "TimeML: also expressions that are no TIMEX3 by the conventions");
  return {extract, [arguments] { return run(*arguments); }};
}

}  // namespace zeitstrahl
