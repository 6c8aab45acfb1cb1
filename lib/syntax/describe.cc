#include "syntax/describe.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace zeitstrahl {
namespace {

constexpr std::array<std::string_view, 6> kinds = {"main",       "subordinate", "relative",
                                                   "infinitive", "participial", "heading"};
constexpr std::array<std::string_view, 4> forces = {"", ", question", ", condition", ", command"};
constexpr std::array<std::string_view, 5> moods = {"indicative", "subjunctive I", "subjunctive II",
                                                   "imperative", ""};
constexpr std::array<std::string_view, 7> tenses = {
    "", "present", "preterite", "perfect", "pluperfect", "future", "future perfect"};

template <class Names, class Value>
std::string_view name_of(const Names& names, Value value) {
  return names[static_cast<std::size_t>(value)];
}

class describer {
 public:
  explicit describer(const sentence& s) : s_(s) {}

  std::vector<std::string> run() {
    for (std::size_t k = 0; k < s_.clauses.size(); ++k) add(k);
    return std::move(out_);
  }

 private:
  std::string word(token_index i) const {
    return std::string(s_.words[static_cast<std::size_t>(i)].word.text);
  }

  bool is_mark(token_index i) const {
    return s_.words[static_cast<std::size_t>(i)].word.mark != mark_kind::none;
  }

  // Without marks at either end.
  std::string words(token_index begin, token_index end, std::int32_t owner) const {
    const auto is_left_out = [&](token_index i) {
      return is_mark(i) || (owner != no_clause && s_.owner[static_cast<std::size_t>(i)] != owner);
    };
    while (begin < end && is_left_out(begin)) ++begin;
    while (begin < end && is_left_out(end - 1)) --end;
    std::string out;
    for (token_index i = begin; i < end; ++i) {
      if (owner != no_clause && s_.owner[static_cast<std::size_t>(i)] != owner) continue;
      out += (out.empty() ? "" : " ") + word(i);
    }
    return out;
  }

  std::string phrase(std::int32_t number) const {
    const noun_phrase& p = s_.phrases[static_cast<std::size_t>(number)];
    return words(p.begin, p.end, no_clause) + (p.name ? " (name)" : "");
  }

  void line(std::string_view name, const std::string& value) {
    if (value.empty()) return;
    std::string out = "  " + std::string(name);
    out.resize(std::max<std::size_t>(out.size() + 1, 13), ' ');
    out_.push_back(out + value);
  }

  // Finite verb, the rest of the complex in the text's order, particle.
  std::string verbs(std::int32_t number, const syntax_clause& c) const {
    std::string out;
    for (token_index i = c.begin; i < c.end; ++i) {
      if (s_.owner[static_cast<std::size_t>(i)] != number) continue;
      const syntax_token& t = s_.words[static_cast<std::size_t>(i)];
      const bool bound = t.bound_to != no_token && t.bound_to == c.content;
      const bool part = i == c.finite || i == c.content || i == c.particle || bound;
      if (part) out += (out.empty() ? "" : " ") + word(i);
    }
    if (out.empty()) return out;
    std::string forms;
    const auto form = [&](std::string_view text) {
      if (!text.empty()) forms += (forms.empty() ? ": " : ", ") + std::string(text);
    };
    form(name_of(tenses, c.tense));
    form(name_of(moods, c.mood));
    if (c.passive) form("passive");
    if (c.perfect_infinitive) form("with a perfect infinitive");
    if (c.unreal) form("unreal");
    return out + forms + (c.verb_is_sure || c.kind >= clause_kind::infinitive ? "" : " ?");
  }

  void add(std::size_t k) {
    const auto number = static_cast<std::int32_t>(k);
    const syntax_clause& c = s_.clauses[k];
    if (c.begin == c.end) return;
    std::string head = "clause " + std::to_string(k + 1) + ", ";
    head += name_of(kinds, c.kind);
    head += name_of(forces, c.force);
    if (c.quoted) head += ", quoted";
    out_.push_back(head + ": " + words(c.begin, c.end, number));
    line("verbs", verbs(number, c));
    if (c.subject != no_phrase)
      line("subject", phrase(c.subject) + (c.subject_is_sure ? "" : " ?"));
    for (std::int32_t object : c.objects) line("object", phrase(object) + " ?");
    if (c.negation != no_token) {
      line("negation", word(c.negation) + (c.negative ? "" : ", of a part only"));
    }
    if (c.opener != no_token) line("opened by", word(c.opener));
    if (c.joined != no_clause) line("joins", "clause " + std::to_string(c.joined + 1));
    if (c.parent != no_clause) {
      const std::string by = c.governor == no_token ? "" : " by \"" + word(c.governor) + "\"";
      line("depends on", "clause " + std::to_string(c.parent + 1) + by);
    }
  }

  const sentence& s_;
  std::vector<std::string> out_;
};

}  // namespace

std::vector<std::string> describe(const sentence& s) { return describer(s).run(); }

}  // namespace zeitstrahl
