// Several articles side by side.

#include "zeitstrahl/compare.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/articles.h"
#include "cli/command.h"
#include "cli/console.h"
#include "zeitstrahl/draw_comparison.h"
#include "zeitstrahl/reject.h"
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
  std::string rejected;  // "ID:ID,ID:ID"
  comparison_options drawing;
  std::vector<std::string> verdicts;
  analysis_arguments analysis;
};

error usage(std::string message) { return {error_kind::bad_usage, "", std::move(message)}; }

const std::vector<std::pair<std::string, std::string>> endings = {
    {".svg", "svg"},   {".png", "png"}, {".pdf", "pdf"},     {".html", "html"},
    {".json", "json"}, {".csv", "csv"}, {".md", "markdown"},
};

constexpr std::array all_verdicts = {
    verdict::conflict,       verdict::moved,      verdict::cancelled, verdict::fulfilled,
    verdict::status_changed, verdict::compatible, verdict::equal,     verdict::only};

std::vector<std::string> verdict_names() {
  std::vector<std::string> out;
  for (const verdict v : all_verdicts) out.emplace_back(to_string(v));
  return out;
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
  for (const verdict v : all_verdicts) {
    const auto& names = arguments.verdicts;
    if (std::find(names.begin(), names.end(), to_string(v)) != names.end()) {
      how.verdicts.push_back(v);
    }
  }
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

int run(compare_arguments arguments) {
  const std::string format = format_by_ending(arguments.format, arguments.output, endings, "json");
  if (format.empty()) {
    return report({error_kind::bad_usage, arguments.output,
                   "the ending tells no format; use .svg, .png, .pdf, .html, .json, .csv or .md, "
                   "or --format"});
  }
  const result<std::vector<std::string>> articles = find_articles(arguments.places);
  if (!articles) return report(articles.error());
  if (articles->size() < 2) {
    return report(usage("one article compares with nothing; name two or a folder"));
  }
  if (takes_an_articles_place(arguments.output, *articles)) {
    return report(usage(arguments.output + " would take the place of an article; choose another"));
  }
  const result<std::shared_ptr<const language>> tables = arguments.analysis.load_tables();
  if (!tables) return report(tables.error());
  const result<extractor> find = arguments.analysis.make_extractor();
  if (!find) return report(find.error());
  const result<comparer> side_by_side = comparer::open(*tables);
  if (!side_by_side) return report(side_by_side.error());

  arguments.analysis.several = true;
  int code = 0;
  scratch memory;
  std::vector<timeline> timelines;
  progress come(articles->size());
  for (const std::string& path : *articles) {
    come.show(timelines.size(), path);
    result<timeline> found = timeline_of(path, arguments.analysis, *find, memory);
    if (!found) {
      come.clear();
      const int its_code = report(found.error());
      if (code == 0) code = its_code;
      continue;
    }
    timelines.push_back(*std::move(found));
  }
  come.clear();
  if (timelines.empty()) return code;
  comparison found = side_by_side->compare(std::move(timelines));
  for (const rejection& r : reject(found, read_rejections(arguments.rejected))) {
    warn("--reject", "no verdict rests on " + r.first + " and " + r.second);
  }
  const result<std::string> bytes = write(found, arguments, format);
  if (!bytes) return report(bytes.error());
  if (const auto done = write_output(arguments.output, *bytes); !done) return report(done.error());
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
                   "Articles, folders of them, and timelines that extract wrote")
      ->type_name("")
      ->required();
  compare->add_option("-o,--output", arguments->output, "File to write; standard output without")
      ->type_name("FILE");
  compare
      ->add_option("--format", arguments->format,
                   "svg, png, pdf, html, json, csv, markdown; else by --output")
      ->check(one_of({"svg", "png", "pdf", "html", "json", "csv", "markdown"}));
  compare->add_flag("--merge", arguments->drawing.merge,
                    "Pictures: all articles on one timeline, with the number of sources");
  compare
      ->add_option("--verdicts", arguments->verdicts,
                   "Pictures: only rows of these verdicts, joined by commas")
      ->delimiter(',')
      ->check(one_of(verdict_names()));
  compare->add_flag("--all", arguments->drawing.all,
                    "Pictures: also what one article alone says, and all rows, however many");
  compare->add_option("--theme", arguments->theme, "Pictures: light, dark or print")
      ->check(one_of({"light", "dark", "print"}))
      ->capture_default_str();
  compare
      ->add_option("--width", arguments->drawing.picture.width,
                   "Pictures: width in CSS pixels, 320 to 4000")
      ->capture_default_str();
  compare
      ->add_option("--scale", arguments->drawing.picture.scale,
                   "PNG: pixels for a CSS pixel, 1 to 4")
      ->capture_default_str();
  compare
      ->add_option("--reject", arguments->rejected,
                   "Leave out verdicts, each by the ids of a claim of both its statements")
      ->type_name("ID:ID,...");
  compare->add_option("--title", arguments->title, "Title of the picture");
  compare->add_flag("--embed-fonts", arguments->drawing.picture.embed_fonts,
                    "SVG and HTML: bring the letters along");
  arguments->analysis.add_published_to(*compare);
  arguments->analysis.add_to(*compare);
  return {compare, [arguments] { return run(*arguments); }};
}

}  // namespace zeitstrahl
