#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/articles.h"
#include "cli/command.h"
#include "cli/console.h"
#include "zeitstrahl/draw.h"
#include "zeitstrahl/exchange.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

struct extract_arguments {
  article_arguments articles;
  std::string format;
  bool with_text = false;
  bool vague = false;
};

struct data_format {
  std::string name;
  std::string ending;
  bool joined = false;
  std::optional<exchange_format> exchange = {};
};

const std::vector<data_format>& data_formats() {
  static const std::vector<data_format> all = {
      {"json", ".json"},
      {"ndjson", ".ndjson", true},
      {"csv", ".csv"},
      {"timeml", ".tml"},
      {"markdown", ".md", false, exchange_format::markdown},
      {"icalendar", ".ics", false, exchange_format::icalendar},
      {"json-ld", ".jsonld", false, exchange_format::json_ld},
      {"followthemoney", ".ftm.json", true, exchange_format::followthemoney},
      {"timelinejs", ".timelinejs.json", false, exchange_format::timelinejs},
      {"vis-timeline", ".vis.json", false, exchange_format::vis_timeline},
  };
  return all;
}

std::vector<std::string> names() {
  std::vector<std::string> out;
  for (const data_format& f : data_formats()) out.push_back(f.name);
  return out;
}

std::vector<std::pair<std::string, std::string>> endings() {
  std::vector<std::pair<std::string, std::string>> out;
  for (const data_format& f : data_formats()) out.emplace_back(f.ending, f.name);
  return out;
}

error unknown_ending(const std::string& output) {
  if (picture_format_of(output)) {
    return {error_kind::bad_usage, output, "is a picture by its ending; zeitstrahl draw makes it"};
  }
  std::string all;
  for (const data_format& f : data_formats()) all += (all.empty() ? "" : ", ") + f.ending;
  return {error_kind::bad_usage, output,
          "the ending tells no format; use one of " + all + ", or --format"};
}

byte_maker exchanged(const timeline& found, exchange_format format) {
  if (const std::size_t count = left_out(found, format); count > 0) {
    warn(found.article.id, std::to_string(count) + " of " + std::to_string(found.claims.size()) +
                               " claims are left out, which have no date" +
                               (format == exchange_format::icalendar ? " or are not planned" : ""));
  }
  return made(write_exchange(found, format));
}

// Long articles have long results: they are made as they are written.
byte_maker json_of(timeline found, const json_options& options) {
  const auto shared = std::make_shared<const timeline>(std::move(found));
  return [shared, options](const byte_sink& sink) {
    return write_json(*shared, options, sink) && (!options.one_line || sink("\n"));
  };
}

int run(const extract_arguments& arguments) {
  const std::string name =
      format_by_ending(arguments.format, arguments.articles.output, endings(), "json");
  if (name.empty()) return report(unknown_ending(arguments.articles.output));
  const data_format& format = *std::find_if(data_formats().begin(), data_formats().end(),
                                            [&](const data_format& f) { return f.name == name; });
  if (arguments.with_text && name != "json" && name != "ndjson") {
    return report({error_kind::bad_usage, "", "--with-text goes with --format json or ndjson"});
  }
  if (arguments.vague && name != "timeml") {
    return report({error_kind::bad_usage, "", "--vague goes with --format timeml only"});
  }
  const auto write = [&](timeline found) -> result<byte_maker> {
    if (format.exchange) return exchanged(found, *format.exchange);
    if (name == "timeml") return made(to_timeml(found, {.vague = arguments.vague}));
    if (name == "csv") return made(to_csv(found));
    return json_of(std::move(found),
                   {.with_text = arguments.with_text, .one_line = name == "ndjson"});
  };
  return write_each(arguments.articles,
                    {.ending = format.ending, .joined = format.joined, .write = write});
}

}  // namespace

command add_extract(CLI::App& program) {
  CLI::App* extract = program.add_subcommand(
      "extract", "Writes time expressions and claims as JSON, CSV or for other programs.");
  extract->footer(
      "Formats, by the ending of --output or by --format:\n"
      "  .json              json            all that was found; the schema is in the package\n"
      "  .ndjson            ndjson          the same on a line an article\n"
      "  .csv               csv             a row a claim, for spreadsheets\n"
      "  .tml               timeml          the text with TIMEX3\n"
      "  .md                markdown        a table for people, in German\n"
      "  .ics               icalendar       what is planned, for calendars\n"
      "  .jsonld            json-ld         schema.org's Claim, for web pages\n"
      "  .ftm.json          followthemoney  entities for OpenAleph and its kin\n"
      "  .timelinejs.json   timelinejs      for Knight Lab's TimelineJS\n"
      "  .vis.json          vis-timeline    groups and items for vis-timeline\n\n"
      "Examples:\n"
      "  zeitstrahl extract article.txt --published 2025-01-22 -o article.json\n"
      "  zeitstrahl extract articles/ -o claims.ndjson\n"
      "  zeitstrahl extract --format timeml --output-dir found articles/*.tml");
  const auto arguments = std::make_shared<extract_arguments>();
  arguments->articles.add_to(*extract);
  extract
      ->add_option("--format", arguments->format,
                   "Format of the output, see below; else by --output's ending, or json")
      ->check(one_of(names()));
  extract->add_flag("--with-text", arguments->with_text,
                    "JSON: add the text that the offsets count in");
  extract->add_flag("--vague", arguments->vague,
                    "TimeML: also expressions that are no TIMEX3 by the conventions");
  return {extract, [arguments] { return run(*arguments); }};
}

}  // namespace zeitstrahl
