#include "cli/articles.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

#include "lib/base/utf8.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

namespace fs = std::filesystem;

error usage(std::string message) { return {error_kind::bad_usage, "", std::move(message)}; }

std::string shown_name(const std::string& path) { return path == "-" ? "stdin" : path; }

// Where each article's result goes, or why that would destroy something.
result<std::vector<std::string>> plan_outputs(const article_arguments& arguments,
                                              std::string_view ending) {
  std::vector<std::string> outputs;
  std::map<std::string, std::string> taken;  // output, article
  for (const std::string& article : arguments.articles) {
    std::string output = arguments.output;
    if (!arguments.output_folder.empty()) {
      const fs::path name = fs::path(shown_name(article)).stem().string() + std::string(ending);
      output = (fs::path(arguments.output_folder) / name).string();
    }
    const auto [before, fresh] = taken.emplace(output, article);
    if (!fresh) {
      return usage(before->second + " and " + article + " would both be written to " + output +
                   "; rename one or run them apart");
    }
    outputs.push_back(output);
  }
  for (const std::string& output : outputs) {
    for (const std::string& article : arguments.articles) {
      std::error_code none_there;
      if (fs::equivalent(output, article, none_there)) {
        return usage(output + " would take the place of the article " + article +
                     "; choose another place");
      }
    }
  }
  return outputs;
}

std::optional<error> find_misuse(const article_arguments& arguments) {
  if (arguments.output != "-" && !arguments.output_folder.empty()) {
    return usage("--output and --output-dir exclude each other; leave one out");
  }
  if (arguments.articles.size() < 2) return std::nullopt;
  if (!arguments.analysis.published.empty()) {
    return usage(
        "--published is for a single article; several carry their dates in front matter, as "
        "published: 2025-01-22");
  }
  if (arguments.output_folder.empty()) return usage("several articles need --output-dir");
  return std::nullopt;
}

std::optional<error> make_folder(const std::string& folder) {
  std::error_code failed;
  if (!folder.empty()) fs::create_directories(folder, failed);
  if (!failed) return std::nullopt;
  return error{error_kind::io, folder,
               "cannot be made: " + failed.message() + "; name a folder that can be written"};
}

}  // namespace

int report(const error& problem) {
  std::fprintf(stderr, "zeitstrahl: %s\n", visible(problem.to_string()).c_str());
  return exit_code(problem.kind);
}

void print_warnings(const document& article, const std::string& path) {
  for (const std::string& warning : article.warnings) {
    std::fprintf(stderr, "zeitstrahl: %s: warning: %s\n", shown_name(path).c_str(),
                 warning.c_str());
  }
}

void warn_without_date(const timeline& result, const std::string& path) {
  if (result.article.published) return;
  const auto waiting =
      std::count_if(result.expressions.begin(), result.expressions.end(),
                    [](const time_expression& e) { return e.reading == resolution::unresolved; });
  if (waiting == 0) return;
  std::fprintf(stderr,
               "zeitstrahl: %s: warning: %d time expression%s unresolved without a publication "
               "date; give it with --published YYYY-MM-DD or as \"published:\" in front matter\n",
               visible(shown_name(path)).c_str(), static_cast<int>(waiting),
               waiting == 1 ? "" : "s");
}

void analysis_arguments::add_to(CLI::App& command) {
  command.add_option("--style", style, "How the text counts its times: news, narrative or auto")
      ->check(CLI::IsMember({"news", "narrative", "auto"}))
      ->capture_default_str();
  command
      .add_option("--lang-dir", language_folder,
                  "Language tables from this folder instead of the built-in ones")
      ->type_name("DIR");
  command
      .add_option("--input-format", input,
                  "What the articles are; auto tells it from what they hold")
      ->check(CLI::IsMember({"auto", "text", "markdown", "html", "timeml", "ndjson"}))
      ->capture_default_str();
  command
      .add_option("--time-zone", time_zone,
                  "Whose day a time of publication in UTC falls on, such as Europe/Vienna")
      ->check([](const std::string& name) {
        return is_time_zone(name) ? std::string()
                                  : name + " is no time zone; name one such as Europe/Berlin";
      })
      ->type_name("ZONE")
      ->capture_default_str();
  command.add_flag("--no-repair", no_repair, "Leave words as they are that were decoded wrongly");
}

void analysis_arguments::add_published_to(CLI::App& command) {
  command
      .add_option("--published", published,
                  "Day of publication, YYYY-MM-DD; goes before the article's own")
      ->type_name("DAY")

      ->check([](const std::string& text) {
        return parse_day(text) ? std::string() : text + " is no day; write it as YYYY-MM-DD";
      });
}

read_options analysis_arguments::reading() const {
  static const std::map<std::string, input_format> formats = {
      {"auto", input_format::automatic},    {"text", input_format::text},
      {"markdown", input_format::markdown}, {"html", input_format::html},
      {"timeml", input_format::timeml},     {"ndjson", input_format::ndjson}};
  return {.repair = !no_repair, .format = formats.at(input), .time_zone = time_zone};
}

result<std::shared_ptr<const language>> analysis_arguments::load_tables() const {
  return language_folder.empty() ? built_in_language("de") : load_language(language_folder);
}

result<extractor> analysis_arguments::make_extractor() const {
  result<std::shared_ptr<const language>> tables = load_tables();
  if (!tables) return tables.error();
  analysis_options options;
  if (style == "news") options.style = text_style::news;
  if (style == "narrative") options.style = text_style::narrative;
  if (auto names = built_in_dictionary("de")) {
    options.names = *std::move(names);
  } else {
    report(names.error());
  }
  return extractor(*tables, std::move(options));
}

result<document> analysis_arguments::dated(result<document> article) const {
  if (published.empty() || !article) return article;
  article->published = parse_day(published);
  article->published_from = published_source::option;
  return article;
}

void article_arguments::add_to(CLI::App& command) {
  command
      .add_option("ARTICLE", articles,
                  "Text, Markdown, web pages or TimeML, also gzip; - is standard input")
      ->type_name("")
      ->required();
  analysis.add_published_to(command);
  command.add_option("-o,--output", output, "File to write; standard output without")
      ->type_name("FILE");
  command
      .add_option("--output-dir", output_folder,
                  "Folder for one file an article, each named after it")
      ->type_name("DIR");
  analysis.add_to(command);
}

int write_each(const article_arguments& arguments, std::string_view ending,
               const std::function<result<std::string>(const timeline&)>& format) {
  if (const std::optional<error> misuse = find_misuse(arguments)) return report(*misuse);
  const result<std::vector<std::string>> outputs = plan_outputs(arguments, ending);
  if (!outputs) return report(outputs.error());
  const result<extractor> find = arguments.analysis.make_extractor();
  if (!find) return report(find.error());
  if (const std::optional<error> failed = make_folder(arguments.output_folder)) {
    return report(*failed);
  }

  int code = 0;
  const auto failed = [&](const error& problem) {
    const int its_code = report(problem);
    if (code == 0) code = its_code;
  };
  scratch memory;
  for (std::size_t i = 0; i < arguments.articles.size(); ++i) {
    const std::string& path = arguments.articles[i];
    result<document> article =
        arguments.analysis.dated(read_article_file(path, arguments.analysis.reading()));
    if (!article) {
      failed(article.error());
      continue;
    }
    print_warnings(*article, path);
    const timeline found = find->analyze(std::move(*article), memory);
    warn_without_date(found, path);
    const result<std::string> bytes = format(found);
    if (!bytes) {
      failed(bytes.error());
      continue;
    }
    if (const auto done = write_file((*outputs)[i], *bytes); !done) failed(done.error());
  }
  return code;
}

}  // namespace zeitstrahl
