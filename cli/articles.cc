#include "cli/articles.h"

#include <glob.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

#include "cli/console.h"
#include "cli/edit_files.h"
#include "cli/suggest.h"
#include "zeitstrahl/edit.h"

namespace zeitstrahl {
namespace {

namespace fs = std::filesystem;

error usage(std::string message) { return {error_kind::bad_usage, "", std::move(message)}; }

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// "a.html.gz" is one, "a.tar.gz" is none.
bool is_article(const fs::path& path) {
  constexpr std::string_view endings[] = {".md",   ".markdown", ".mdown", ".txt",  ".tml",
                                          ".html", ".htm",      ".xhtml", ".shtml"};
  std::string ending = lower(path.extension().string());
  if (ending == ".gz") ending = lower(path.stem().extension().string());
  return std::find(std::begin(endings), std::end(endings), ending) != std::end(endings);
}

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
  if (out.empty()) {
    return error{
        error_kind::bad_input, folder,
        "holds no article; their names end in .md, .txt, .html or .tml, and .gz behind it"};
  }
  std::sort(out.begin(), out.end());
  return out;
}

result<std::vector<std::string>> articles_like(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> out;
  if (::glob(pattern.c_str(), 0, nullptr, &found) == 0) {
    out.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  }
  ::globfree(&found);
  if (!out.empty()) return out;
  return error{error_kind::bad_input, pattern, "fits no file; check the pattern and the folder"};
}

// Where each article's result goes, or why that would destroy something.
result<std::vector<std::string>> plan_outputs(const article_arguments& arguments,
                                              const std::vector<std::string>& articles,
                                              const output_form& form) {
  std::vector<std::string> outputs;
  std::map<std::string, std::string> taken;  // output, article
  for (const std::string& article : articles) {
    std::string output = arguments.output;
    if (!arguments.output_folder.empty()) {
      const fs::path name = fs::path(shown_name(article)).stem().string() + form.ending;
      output = (fs::path(arguments.output_folder) / name).string();
    }
    const auto [before, fresh] = taken.emplace(output, article);
    if (!fresh && !form.joined) {
      return usage(before->second + " and " + article + " would both be written to " + output +
                   "; rename one or run them apart");
    }
    outputs.push_back(output);
  }
  for (const std::string& output : outputs) {
    for (const std::string& article : articles) {
      std::error_code none_there;
      if (fs::equivalent(output, article, none_there)) {
        return usage(output + " would take the place of the article " + article +
                     "; choose another place");
      }
    }
  }
  return outputs;
}

std::optional<error> find_misuse(const article_arguments& arguments, std::size_t articles,
                                 const output_form& form) {
  if (arguments.output != "-" && !arguments.output_folder.empty()) {
    return usage("--output and --output-dir exclude each other; leave one out");
  }
  if (arguments.output.empty()) return usage("--output is empty; name a file");
  if (articles < 2) return std::nullopt;
  if (!arguments.article.empty()) return usage("--article is for a single table");
  if (arguments.output_folder.empty() && !form.joined) {
    return usage("several articles need --output-dir");
  }
  return std::nullopt;
}

std::optional<error> make_folder(const std::string& folder) {
  std::error_code failed;
  if (!folder.empty()) fs::create_directories(folder, failed);
  if (!failed) return std::nullopt;
  return error{error_kind::io, folder,
               "cannot be made: " + failed.message() + "; name a folder that can be written"};
}

std::string count_of(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

void print_warnings(const document& article, const std::string& path) {
  for (const std::string& warning : article.warnings) warn(shown_name(path), warning);
}

void warn_without_date(const timeline& result, const std::string& path) {
  if (result.article.published) return;
  const auto waiting = static_cast<std::size_t>(
      std::count_if(result.expressions.begin(), result.expressions.end(),
                    [](const time_expression& e) { return e.reading == resolution::unresolved; }));
  if (waiting == 0) return;
  warn(shown_name(path), count_of(waiting, "time expression") +
                             " unresolved without a publication date; give it with --published "
                             "YYYY-MM-DD or as \"published:\" in front matter");
}

result<std::vector<std::string>> find_articles(const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (const std::string& name : names) {
    std::error_code none_there;
    const bool folder = fs::is_directory(name, none_there);
    const bool pattern =
        !fs::exists(name, none_there) && name.find_first_of("*?[") != std::string::npos;
    if (!folder && !pattern) {
      out.push_back(name);
      continue;
    }
    const result<std::vector<std::string>> found = folder ? articles_in(name) : articles_like(name);
    if (!found) return found.error();
    out.insert(out.end(), found->begin(), found->end());
  }
  return out;
}

std::string format_by_ending(const std::string& format, const std::string& path,
                             const std::vector<std::pair<std::string, std::string>>& endings,
                             const std::string& by_default) {
  if (!format.empty()) return format;
  if (path == "-" || !fs::path(path).has_extension()) return by_default;
  const std::string name = lower(path);
  std::string_view longest;
  std::string found;
  for (const auto& [ending, its_format] : endings) {
    if (!name.ends_with(ending) || ending.size() <= longest.size()) continue;
    longest = ending;
    found = its_format;
  }
  return found;
}

CLI::Validator one_of(std::vector<std::string> names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  const auto check = [names, all](const std::string& value) {
    if (std::find(names.begin(), names.end(), value) != names.end()) return std::string();
    const std::string meant = nearest(value, names);
    return "there is no " + value +
           (meant.empty() ? ", use " + all : " (did you mean " + meant + "?)");
  };
  return {check, "{" + all + "}", all};
}

void analysis_arguments::add_to(CLI::App& command) {
  command.add_option("--style", style, "How the text counts its times: news, narrative or auto")
      ->check(one_of({"news", "narrative", "auto"}))
      ->capture_default_str();
  command
      .add_option("--lang-dir", language_folder,
                  "Language tables from this folder instead of the built-in ones")
      ->type_name("DIR");
  command
      .add_option("--input-format", input, "What articles are; auto tells it from what they hold")
      ->check(one_of({"auto", "text", "markdown", "html", "timeml", "ndjson"}))
      ->capture_default_str();
  command.add_option("--time-zone", time_zone, "Whose day a publication time in UTC becomes")
      ->check([](const std::string& name) {
        if (is_time_zone(name)) return std::string();
        return name + (is_time_zone("UTC") ? " is no time zone; name one such as Europe/Berlin"
                                           : " is not known here; install tzdata");
      })
      ->type_name("ZONE")
      ->capture_default_str();
  command.add_flag("--no-repair", no_repair, "Leave words as they are that were decoded wrongly");
}

CLI::Option* add_day_option(CLI::App& command, const std::string& name, std::string& into,
                            const std::string& about) {
  return command.add_option(name, into, about)
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

void analysis_arguments::add_published_to(CLI::App& command) {
  add_day_option(command, "--published", published,
                 "Day of publication, YYYY-MM-DD; of several articles, for those without");
}

result<std::shared_ptr<const language>> analysis_arguments::load_tables() const {
  if (language_folder.empty()) return built_in_language("de");
  result<std::shared_ptr<const language>> own = load_language(language_folder);
  if (!own) return own;
  if (const std::optional<error> fault = find_fault(**own)) return *fault;
  return own;
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
  if (several && article->published) return article;
  article->published = parse_day(published);
  article->published_from = published_source::option;
  return article;
}

void article_arguments::add_to(CLI::App& command) {
  command
      .add_option("ARTICLE", articles,
                  "Text, Markdown, web pages, TimeML, or gzip of it; folders; - is stdin")
      ->type_name("")
      ->required();
  analysis.add_published_to(command);
  command.add_option("-o,--output", output, "File to write; standard output without")
      ->type_name("FILE");
  command
      .add_option("--output-dir", output_folder,
                  "Folder for one file an article, each named after it")
      ->type_name("DIR");
  command
      .add_option("--edits", edits,
                  "Take over what was changed by hand in this JSON or CSV, or folder")
      ->type_name("FILE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command.add_option("--article", article, "The article of a CSV that is given as ARTICLE")
      ->type_name("FILE");
  analysis.add_to(command);
}

result<timeline> timeline_of(const std::string& path, const analysis_arguments& how,
                             const extractor& find, scratch& memory) {
  result<std::string> bytes = read_file(path);
  if (!bytes) return bytes.error();
  if (is_timeline(*bytes) && !how.published.empty() && !how.several) {
    return error{error_kind::bad_usage, shown_name(path),
                 "is a timeline, whose times are resolved; --published is for articles"};
  }
  if (is_timeline(*bytes)) return read_timeline(*bytes, shown_name(path));
  result<document> article = how.dated(read_article(*bytes, shown_name(path), how.reading()));
  std::string().swap(*bytes);  // of a long article they are many
  if (!article) return article.error();
  print_warnings(*article, path);
  timeline found = find.analyze(*std::move(article), memory);
  warn_without_date(found, path);
  return found;
}

namespace {

result<timeline> result_of(const std::string& path, const article_arguments& arguments,
                           const extractor& find, edit_files& edits, scratch& memory) {
  const bool table = lower(path).ends_with(".csv");
  if (table && arguments.article.empty()) {
    return error{error_kind::bad_usage, path,
                 "is a table, which does not hold its article; name that with --article"};
  }
  if (!table && !arguments.article.empty()) {
    return error{error_kind::bad_usage, path, "is no table; --article names the article of one"};
  }
  const std::string& article = table ? arguments.article : path;
  result<timeline> fresh = timeline_of(article, arguments.analysis, find, memory);
  return fresh ? edits.applied(*std::move(fresh), article) : fresh;
}

}  // namespace

byte_maker made(std::string bytes) {
  return [bytes = std::move(bytes)](const byte_sink& sink) { return sink(bytes); };
}

int write_each(article_arguments arguments, const output_form& form) {
  const result<std::vector<std::string>> articles = find_articles(arguments.articles);
  if (!articles) return report(articles.error());
  if (const auto misuse = find_misuse(arguments, articles->size(), form)) return report(*misuse);
  arguments.analysis.several = articles->size() > 1;
  const result<std::vector<std::string>> outputs = plan_outputs(arguments, *articles, form);
  if (!outputs) return report(outputs.error());
  std::vector<std::string> edited = arguments.edits;
  if (!arguments.article.empty()) edited.push_back(articles->front());
  result<edit_files> edits = edit_files::read(edited, articles->size());
  if (!edits) return report(edits.error());
  const result<extractor> find = arguments.analysis.make_extractor();
  if (!find) return report(find.error());
  if (const std::optional<error> failed = make_folder(arguments.output_folder)) {
    return report(*failed);
  }

  int code = 0;
  progress come(articles->size());
  const auto failed = [&](const error& problem) {
    come.clear();
    const int its_code = report(problem);
    if (code == 0) code = its_code;
  };
  scratch memory;
  std::string together;  // of joined results
  for (std::size_t i = 0; i < articles->size(); ++i) {
    const std::string& path = (*articles)[i];
    come.show(i, path);
    result<timeline> found = result_of(path, arguments, *find, *edits, memory);
    if (!found) {
      failed(found.error());
      continue;
    }
    note(shown_name(path), count_of(found->expressions.size(), "time expression") + ", " +
                               count_of(found->claims.size(), "claim"));
    const result<byte_maker> make = form.write(*std::move(found));
    if (!make) {
      failed(make.error());
      continue;
    }
    if (articles->size() > 1 && form.joined && arguments.output_folder.empty()) {
      (*make)([&](std::string_view piece) {
        together += piece;
        return true;
      });
      continue;
    }
    come.clear();
    if (const auto done = write_output((*outputs)[i], *make); !done) failed(done.error());
  }
  edits->warn_of_unused();
  if (!together.empty()) {
    if (const auto done = write_output(arguments.output, together); !done) failed(done.error());
  }
  return code;
}

}  // namespace zeitstrahl
