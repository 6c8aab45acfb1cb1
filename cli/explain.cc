// For each time expression of a text, what was read and how its value came about.

#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/articles.h"
#include "cli/command.h"

namespace zeitstrahl {
namespace {

struct explain_arguments {
  std::string text;
  analysis_arguments analysis;
};

// One end of an interval: "begins between 2019-01-01 and 2019-12-31".
std::string end_in_words(const std::string& verb, const bound& earliest, const bound& latest) {
  if (earliest.given() && earliest == latest) return verb + " on " + format_day(earliest.date);
  if (earliest.given() && latest.given()) {
    return verb + " between " + format_day(earliest.date) + " and " + format_day(latest.date);
  }
  if (earliest.given()) {
    return verb + " on " + format_day(earliest.date) + " or later" +
           (latest.kind == bound::state::open ? ", or never" : "");
  }
  if (latest.given()) return verb + " by " + format_day(latest.date);
  return earliest.kind == bound::state::open || latest.kind == bound::state::open
             ? verb + " at no named time"
             : verb + " at an unknown time";
}

std::string in_words(const interval& when) {
  if (when.empty()) return "not resolved";
  const bool one_day = when.begin_earliest.given() && when.begin_earliest == when.end_latest;
  if (one_day) return "on " + format_day(when.begin_earliest.date);
  if (when.single_unit() && when.begin_earliest.given() && when.end_latest.given()) {
    return "within " + format_day(when.begin_earliest.date) + " to " +
           format_day(when.end_latest.date);
  }
  return end_in_words("begins", when.begin_earliest, when.begin_latest) + ", " +
         end_in_words("ends", when.end_earliest, when.end_latest);
}

std::string type_in_words(const time_expression& e) {
  std::string out(to_string(e.type));
  for (const std::string_view attribute :
       {to_string(e.mod), std::string_view(e.quant), std::string_view(e.freq)}) {
    if (!attribute.empty()) out += " " + std::string(attribute);
  }
  return out + (e.vague ? ", vague: no TIMEX3" : "");
}

std::string slots_in_words(const explanation& how) {
  std::string out;
  for (const auto& [name, words] : how.slots) {
    out += (out.empty() ? "" : ", ") + name + " = " + words;
  }
  return out;
}

void print_line(const char* name, const std::string& content) {
  if (!content.empty()) std::printf("  %-9s %s\n", name, content.c_str());
}

void print(const time_expression& e, const explanation& how, const std::string& text) {
  std::printf("%s\n", std::string(e.extent.in(text)).c_str());
  print_line("type", type_in_words(e));
  print_line("value", e.value);
  print_line("EDTF", to_edtf(e.when));
  print_line("when", in_words(e.when));
  print_line("relation", std::string(to_string(e.relates)));
  print_line("basis", "begin " + std::string(to_string(e.when.begin_basis)) + ", end " +
                          std::string(to_string(e.when.end_basis)));
  print_line("reading", std::string(to_string(e.reading)));
  print_line("rule", how.rule);
  print_line("slots", slots_in_words(how));
  print_line("meaning", how.meaning);
  print_line("anchor", how.anchor);
  print_line("policy", how.policy);
  print_line("frame", how.frame);
}

int run(const explain_arguments& arguments) {
  const analysis_arguments& analysis = arguments.analysis;
  const result<extractor> find = analysis.make_extractor();
  if (!find) return report(find.error());
  const result<document> article = analysis.dated(
      arguments.text == "-" ? read_article_file("-", analysis.reading())
                            : read_article(arguments.text, "text", analysis.reading()));
  if (!article) return report(article.error());

  scratch memory;
  const timeline found = find->tag(*article, memory);
  const std::vector<explanation> reasons = find->explain(*article, memory);
  for (const explanation& how : reasons) {
    if (&how != &reasons.front()) std::printf("\n");
    print(found.expressions[how.expression], how, found.article.text);
  }
  if (reasons.empty()) std::printf("no time expressions\n");
  return 0;
}

}  // namespace

command add_explain(CLI::App& program) {
  CLI::App* explain = program.add_subcommand(
      "explain", "Shows each time expression of a text and how its value came about.");
  explain->footer(
      "Example:\n"
      "  zeitstrahl explain \"Seit vergangenem Juni\" --published 2025-01-22");
  const auto arguments = std::make_shared<explain_arguments>();
  explain->add_option("TEXT", arguments->text, "The text; - is standard input")
      ->required()
      ->type_name("");
  arguments->analysis.add_published_to(*explain);
  arguments->analysis.add_to(*explain);
  return {explain, [arguments] { return run(*arguments); }};
}

}  // namespace zeitstrahl
