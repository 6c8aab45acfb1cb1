// Several articles side by side.

#include "zeitstrahl/compare.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/articles.h"
#include "cli/command.h"
#include "zeitstrahl/draw_comparison.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

namespace fs = std::filesystem;

struct compare_arguments {
  std::vector<std::string> places;  // articles and folders
  std::string output = "-";
  std::string format;
  std::string theme = "light";
  std::string title;
  comparison_options drawing;
  analysis_arguments analysis;
};

error usage(std::string message) { return {error_kind::bad_usage, "", std::move(message)}; }

bool is_article(const fs::path& path) {
  const std::string ending = path.extension().string();
  return ending == ".md" || ending == ".txt" || ending == ".tml";
}

// The articles of a folder, by name; those in folders under it too.
result<std::vector<std::string>> articles_in(const std::string& folder) {
  std::vector<std::string> out;
  std::error_code failed;
  for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end;
       at.increment(failed)) {
    if (at->is_regular_file(failed) && is_article(at->path())) out.push_back(at->path().string());
  }
  if (failed) {
    return error{error_kind::io, folder,
                 "cannot be read: " + failed.message() + "; check the path and its permissions"};
  }
  std::sort(out.begin(), out.end());
  if (out.empty()) {
    return error{error_kind::bad_input, folder,
                 "holds no article; their names end in .md, .txt "
                 "or .tml"};
  }
  return out;
}

result<std::vector<std::string>> all_articles(const std::vector<std::string>& places) {
  std::vector<std::string> out;
  for (const std::string& place : places) {
    std::error_code none_there;
    if (!fs::is_directory(place, none_there)) {
      out.push_back(place);
      continue;
    }
    const result<std::vector<std::string>> found = articles_in(place);
    if (!found) return found.error();
    out.insert(out.end(), found->begin(), found->end());
  }
  if (out.size() < 2) return usage("one article compares with nothing; name two or a folder");
  return out;
}

// By --format, else by the file's ending, else JSON; empty where that tells none.
std::string format_of(const compare_arguments& arguments) {
  if (!arguments.format.empty()) return arguments.format;
  if (arguments.output == "-") return "json";
  const std::string ending = fs::path(arguments.output).extension().string();
  if (picture_format_of(arguments.output)) return ending.substr(1);
  if (ending == ".md") return "markdown";
  return ending == ".json" || ending == ".csv" ? ending.substr(1) : "";
}

picture_theme theme_of(const std::string& name) {
  if (name == "dark") return picture_theme::dark;
  return name == "print" ? picture_theme::print : picture_theme::light;
}

result<std::string> write(const comparison& found, const compare_arguments& arguments,
                          const std::string& format) {
  if (format == "json") return to_json(found);
  if (format == "csv") return to_csv(found);
  if (format == "markdown") return to_markdown(found);
  comparison_options how = arguments.drawing;
  how.picture.format = *picture_format_of("picture." + format);
  how.picture.theme = theme_of(arguments.theme);
  if (!arguments.title.empty()) how.picture.title = arguments.title;
  return draw(found, how);
}

// Whether writing would destroy an article.
bool takes_an_articles_place(const std::string& output, const std::vector<std::string>& articles) {
  return std::any_of(articles.begin(), articles.end(), [&](const std::string& article) {
    std::error_code none_there;
    return fs::equivalent(output, article, none_there);
  });
}

int run(const compare_arguments& arguments) {
  const std::string format = format_of(arguments);
  if (format.empty()) {
    return report({error_kind::bad_usage, arguments.output,
                   "the ending tells no format; use .svg, .png, .pdf, .html, .json, .csv or .md, "
                   "or --format"});
  }
  const result<std::vector<std::string>> articles = all_articles(arguments.places);
  if (!articles) return report(articles.error());
  if (takes_an_articles_place(arguments.output, *articles)) {
    return report(usage(arguments.output + " would take the place of an article; choose another"));
  }
  const result<std::shared_ptr<const language>> tables = arguments.analysis.load_tables();
  if (!tables) return report(tables.error());
  const result<extractor> find = arguments.analysis.make_extractor();
  if (!find) return report(find.error());
  const result<comparer> side_by_side = comparer::open(*tables);
  if (!side_by_side) return report(side_by_side.error());

  int code = 0;
  scratch memory;
  std::vector<timeline> timelines;
  for (const std::string& path : *articles) {
    result<document> article = read_article_file(path, arguments.analysis.reading());
    if (!article) {
      const int its_code = report(article.error());
      if (code == 0) code = its_code;
      continue;
    }
    print_warnings(*article, path);
    timelines.push_back(find->analyze(*std::move(article), memory));
    warn_without_date(timelines.back(), path);
  }
  if (timelines.empty()) return code;
  const comparison found = side_by_side->compare(std::move(timelines));
  const result<std::string> bytes = write(found, arguments, format);
  if (!bytes) return report(bytes.error());
  if (const auto done = write_file(arguments.output, *bytes); !done) return report(done.error());
  return code;
}

}  // namespace

command add_compare(CLI::App& program) {
  CLI::App* compare =
      program.add_subcommand("compare", "Shows what several articles say about the same matter.");
  compare->footer(
      "Examples:\n"
      "  zeitstrahl compare monday.md tuesday.md -o both.svg\n"
      "  zeitstrahl compare articles/ --format json -o verdicts.json");
  const auto arguments = std::make_shared<compare_arguments>();
  compare
      ->add_option("ARTICLE", arguments->places,
                   "Text, Markdown or TimeML files in UTF-8, and folders of them")
      ->type_name("")
      ->required();
  compare->add_option("-o,--output", arguments->output, "File to write; standard output without")
      ->type_name("FILE");
  compare
      ->add_option("--format", arguments->format,
                   "svg, png, pdf, html, json, csv, markdown; else by --output")
      ->check(CLI::IsMember({"svg", "png", "pdf", "html", "json", "csv", "markdown"}));
  compare->add_flag("--merge", arguments->drawing.merge,
                    "Pictures: all articles on one timeline, with the number of sources");
  compare->add_option("--theme", arguments->theme, "Pictures: light, dark or print")
      ->check(CLI::IsMember({"light", "dark", "print"}))
      ->capture_default_str();
  compare
      ->add_option("--width", arguments->drawing.picture.width,
                   "Pictures: width in CSS pixels, 320 to 4000")
      ->capture_default_str();
  compare
      ->add_option("--scale", arguments->drawing.picture.scale,
                   "PNG: pixels for a CSS pixel, 1 to 4")
      ->capture_default_str();
  compare->add_option("--title", arguments->title, "Title of the picture");
  compare->add_flag("--embed-fonts", arguments->drawing.picture.embed_fonts,
                    "SVG and HTML: bring the letters along");
  arguments->analysis.add_to(*compare);
  return {compare, [arguments] { return run(*arguments); }};
}

}  // namespace zeitstrahl
