// Sentence by sentence: what was read, how each value came about, and what each claim
// rests on.

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/articles.h"
#include "cli/command.h"
#include "cli/console.h"
#include "lib/base/utf8.h"

namespace zeitstrahl {
namespace {

struct explain_arguments {
  std::string article;  // a file, "-", or a text of more than one word
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

std::string on_one_line(std::string_view words) { return visible(with_single_spaces(words)); }

void print_line(const char* name, const std::string& content) {
  if (!content.empty()) std::printf("  %-9s %s\n", name, visible(content).c_str());
}

void print(const time_expression& e, const explanation& how, const std::string& text) {
  std::printf("\n%s\n", on_one_line(e.extent.in(text)).c_str());
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
  for (const std::string& reading : how.lost) print_line("not", reading);
  print_line("frame", how.frame);
}

// "\"heisst es\" (rule so-says), ..." of the cues of one field.
std::string cues_in_words(const claim& c, cue::field field, const std::string& text) {
  std::string out;
  for (const cue& settled : c.cues) {
    if (settled.settles != field) continue;
    out += out.empty() ? "" : ", ";
    out += '"' + on_one_line(settled.where.in(text)) + "\" (" + std::string(settled.rule) + ")";
  }
  return out.empty() ? out : ", by " + out;
}

void print(const timeline& found, std::size_t index) {
  const claim& c = found.claims[index];
  const std::string& text = found.article.text;
  const auto with_cues = [&](std::string_view value, cue::field field) {
    return std::string(value) + cues_in_words(c, field, text);
  };
  std::printf("\nclaim %s: %s\n", c.id.c_str(), on_one_line(c.clause.in(text)).c_str());
  print_line("label", c.label);
  print_line("EDTF", to_edtf(c.when));
  print_line("when", in_words(c.when));
  print_line("relation", with_cues(to_string(c.relates), cue::field::relation));
  print_line("modality", with_cues(to_string(c.mode), cue::field::modality));
  print_line("reported", with_cues(c.reported ? "yes" : "no", cue::field::reported));
  if (c.reported) {
    print_line("source", with_cues(c.source.empty() ? "unnamed" : c.source, cue::field::source));
  }
  std::string actors;
  for (const std::string& actor : c.actors) actors += (actors.empty() ? "" : ", ") + actor;
  print_line("actors", actors);
  print_line("thread", "t" + std::to_string(c.thread + 1) + " " + found.threads[c.thread].label);
}

bool has_several_words(const std::string& text) {
  return text.find_first_of(" \t\n") != std::string::npos;
}

// A name of one word that is no file is more likely mistyped than a text.
bool names_file(const std::string& article) {
  std::error_code none;
  return article == "-" || std::filesystem::exists(article, none) || !has_several_words(article);
}

// What messages call it.
std::string name_of(const explain_arguments& arguments) {
  const bool file = arguments.text.empty() && names_file(arguments.article);
  return file ? arguments.article : "text";
}

result<document> read_text_or_article(const explain_arguments& arguments) {
  const read_options how = arguments.analysis.reading();
  if (!arguments.text.empty()) return read_article(arguments.text, "text", how);
  const std::string& article = arguments.article;
  if (article.empty()) {
    return error{error_kind::bad_usage, "", "name an article, or give a text with --text"};
  }
  return names_file(article) ? read_article_file(article, how) : read_article(article, "text", how);
}

int run(const explain_arguments& arguments) {
  const analysis_arguments& analysis = arguments.analysis;
  const result<extractor> find = analysis.make_extractor();
  if (!find) return report(find.error());
  const result<document> article = analysis.dated(read_text_or_article(arguments));
  if (!article) return report(article.error());

  scratch memory;
  const std::vector<explanation> reasons = find->explain(*article, memory);
  const timeline found = find->analyze(*article, memory);
  const std::string name = name_of(arguments);
  print_warnings(*article, name);
  warn_without_date(found, name);
  const std::vector<std::vector<std::string>> clauses = find->describe_sentences(*article, memory);
  if (reasons.empty()) std::printf("no time expressions\n");
  std::size_t reason = 0;
  std::size_t c = 0;
  for (std::uint32_t s = 0; s < found.sentences.size(); ++s) {
    const bool dated =
        reason < reasons.size() && found.expressions[reasons[reason].expression].sentence == s;
    if (!dated) continue;
    const std::uint32_t number = sentence_number(found, s);
    std::printf("%s%s: %s\n", reason > 0 ? "\n" : "",
                number == 0 ? "title" : ("sentence " + std::to_string(number)).c_str(),
                on_one_line(found.sentences[s].in(found.article.text)).c_str());
    for (const std::string& line : clauses[s]) std::printf("%s\n", visible(line).c_str());
    for (; reason < reasons.size(); ++reason) {
      const time_expression& e = found.expressions[reasons[reason].expression];
      if (e.sentence != s) break;
      print(e, reasons[reason], found.article.text);
    }
    for (; c < found.claims.size() && found.claims[c].sentence == s; ++c) print(found, c);
  }
  return 0;
}

}  // namespace

command add_explain(CLI::App& program) {
  CLI::App* explain = program.add_subcommand(
      "explain", "Shows, sentence by sentence, how each time and each claim came about.");
  explain->footer(
      "Example:\n"
      "  zeitstrahl explain --text \"Seit vergangenem Juni\" --published 2025-01-22\n"
      "  zeitstrahl explain artikel.md");
  const auto arguments = std::make_shared<explain_arguments>();
  CLI::Option* article =
      explain
          ->add_option("ARTICLE", arguments->article,
                       "An article's file, or a text of several words; - is standard input")
          ->type_name("");
  explain->add_option("--text", arguments->text, "The text itself")
      ->type_name("TEXT")
      ->excludes(article);
  arguments->analysis.add_published_to(*explain);
  arguments->analysis.add_to(*explain);
  return {explain, [arguments] { return run(*arguments); }};
}

}  // namespace zeitstrahl
