#include "time/match.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

#include "base/utf8.h"
#include "time/compose.h"

namespace zeitstrahl {
namespace {

class slot_reader {
 public:
  slot_reader(const language& tables, const scanned_text& scanned, std::string_view text)
      : tables_(tables), scanned_(scanned), text_(text) {}

  // The value of the words of a slot: a number, a word's value under the slot's classes,
  // or that of a phrase.
  double read(const compiled_pattern::slot& slot, span tokens) const {
    const token& first = scanned_.tokens[tokens.begin];
    if (tokens.size() == 1) return word_value(slot, first);
    if (tokens.size() == 0) return absent;
    if (const double phrase = tables_.phrase_value(folded(tokens)); phrase != absent) {
      return phrase;
    }
    if (const double number = number_value(slot, tokens); number != absent) return number;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const double value = word_value(slot, scanned_.tokens[i]);
      if (value != absent) return value;
    }
    return absent;
  }

 private:
  double word_value(const compiled_pattern::slot& slot, const token& t) const {
    return tables_.value_in(t, slot.classes);
  }

  // "2,5", "25.000", "12 050", "3 Millionen", "zwei einhalb": numbers beside each other.
  double number_value(const compiled_pattern::slot& slot, span tokens) const {
    double value = absent;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const token& t = scanned_.tokens[i];
      if (t.is == token::mark) continue;
      const double next = word_value(slot, t);
      if (next == absent) return absent;
      if (value == absent) {
        value = next;
      } else if (scanned_.symbols[i - 1] == symbol_inner_comma) {
        double fraction = next;
        for (std::uint32_t digit = 0; digit < t.where.size(); ++digit) fraction /= 10;
        value += fraction;
      } else if (t.is == token::number && t.where.size() == 3) {
        value = value * 1000 + next;
      } else {
        value = next < 1 ? value + next : value * next;
      }
    }
    return value;
  }

  std::string folded(span tokens) const {
    std::string out;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (i > tokens.begin) out += ' ';
      out += fold_case(scanned_.tokens[i].where.in(text_));
    }
    return out;
  }

  const language& tables_;
  const scanned_text& scanned_;
  std::string_view text_;
};

// The tokens of a slot, of whichever alternative took part; empty for none.
span words_of(const compiled_pattern::slot& slot,
              const std::array<matcher::range, matcher::max_groups>& groups) {
  for (const int group : slot.groups) {
    const matcher::range words = groups[group];
    if (words.matched() && words.begin < words.end) return {words.begin, words.end};
  }
  return {};
}

// "im 13. Jahrhundert ... 1226": later centuries do not make a small number a year.
constexpr double last_early_century = 14;

// The year that the words state, of whatever era; absent for none.
double stated_year(const said_text& all, const said_expression& said) {
  switch (said.what) {
    case meaning::date:
    case meaning::early_year:
    case meaning::double_year:
    case meaning::part_of_day:
      if (is_given(said[argument_name::year])) return said[argument_name::year];
      break;
    case meaning::century: {
      const double century = said[argument_name::century];
      return century <= last_early_century ? 100 * century - 50 : absent;
    }
    default:
      break;
  }
  if (said.within < 0) return absent;
  return stated_year(all, all.containers[static_cast<std::size_t>(said.within)]);
}

// "451 ..." is a year where the text has come to such years, or comes to one at once.
void drop_unfounded_years(said_text& all) {
  constexpr std::size_t at_once = 3;  // expressions
  std::vector<said_expression>& said = all.parts;
  const auto is_doubtful = [](const said_expression& s) { return s.what == meaning::early_year; };
  const auto leads_on = [&](std::size_t i) {
    const std::size_t behind = std::min(said.size() - (i + 1), at_once);
    const auto next = std::span(said).subspan(i + 1, behind);
    return std::any_of(next.begin(), next.end(), [&](const said_expression& s) {
      const double years = stated_year(all, s) - stated_year(all, said[i]);
      return !is_doubtful(s) && years >= 0 && years <= early_year_reach;
    });
  };
  double last = absent;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < said.size(); ++i) {
    const double year = stated_year(all, said[i]);
    const bool goes_on = std::abs(year - last) <= early_year_reach;
    if (is_doubtful(said[i]) && !goes_on && !leads_on(i)) continue;
    if (year != absent) last = year;
    if (kept != i) said[kept] = said[i];
    ++kept;
  }
  said.resize(kept);
}

// Finds the next row from `at` on, and puts `at` behind what it takes.
bool find_next(const language& tables, const std::string& symbols, std::size_t& at,
               matcher::memory& seen, matcher::match& found) {
  if (at >= symbols.size() || !tables.rule_matcher().find(symbols, at, seen, found)) return false;
  const compiled_pattern& pattern = tables.rules()[found.pattern].pattern;
  at = pattern.extents.empty() ? found.where.end : found.groups[pattern.extents.back()].end;
  return true;
}

}  // namespace

void count_matches(const language& tables, const scanned_text& scanned,
                   std::vector<std::size_t>& counts) {
  matcher::memory seen;
  matcher::match found;
  std::size_t at = 0;
  while (find_next(tables, scanned.symbols, at, seen, found)) ++counts[found.pattern];
}

void match_expressions(const language& tables, const scanned_text& scanned, std::string_view text,
                       match_memory& memory, said_text& out) {
  std::vector<said_expression>& parts = memory.found;
  parts.clear();
  const slot_reader slots(tables, scanned, text);
  matcher::match found;
  const auto& groups = found.groups;
  std::size_t at = 0;
  while (find_next(tables, scanned.symbols, at, memory.seen, found)) {
    const rule& r = tables.rules()[found.pattern];
    const compiled_pattern& pattern = r.pattern;
    if (r.calls.front().what == meaning::nothing) continue;
    for (std::uint32_t call = 0; call < r.calls.size(); ++call) {
      const matcher::range where =
          pattern.extents.empty() ? found.where : groups[pattern.extents[call]];
      said_expression& said = parts.emplace_back();
      said.tokens = {where.begin, where.end};
      said.extent = {scanned.tokens[where.begin].where.begin,
                     scanned.tokens[where.end - 1].where.end};
      said.rule = found.pattern;
      said.call = call;
      said.what = r.calls[call].what;
      said.arguments.fill(absent);
      for (const bound_argument& a : r.calls[call].arguments) {
        double& value = said[a.name];
        value = a.value;
        if (a.slot < 0) continue;
        const compiled_pattern::slot& slot = pattern.slots[static_cast<std::size_t>(a.slot)];
        const span words = words_of(slot, groups);
        const bool foreign = a.name == argument_name::mod && !said.tokens.contains(words);
        if (words.empty() || foreign) continue;
        said.slot_tokens[static_cast<std::size_t>(a.name)] = words;
        value = slots.read(slot, words);
        if (a.negated && value != absent) value = -value;
      }
      const bool no_feast = said.what == meaning::holiday && !is_given(said[argument_name::feast]);
      if (no_feast) parts.pop_back();
    }
  }
  compose(tables, scanned, parts, out);
  drop_unfounded_years(out);
}

}  // namespace zeitstrahl
