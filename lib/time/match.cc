#include "time/match.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

#include "base/utf8.h"
#include "time/compose.h"
#include "zeitstrahl/calendar.h"

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
      } else if (scanned_.symbols.first[i - 1] == symbol_inner_comma) {
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

// "des Jahres drei Kunden": a small number word behind the noun is no year.
void cut_small_number(const scanned_text& scanned, said_expression& said) {
  using enum argument_name;
  constexpr double least_year = 1000;
  const span number_said = said.slot_tokens[static_cast<std::size_t>(argument_name::year)];
  const bool small = said.what == meaning::date && number_said.size() == 1 &&
                     scanned.tokens[number_said.begin].is == token::word && !is_given(said[era]) &&
                     said[argument_name::year] < least_year;
  if (!small || number_said.begin <= said.tokens.begin) return;
  said.what = meaning::enclosing;
  said[unit] = static_cast<double>(grain::year);
  said[argument_name::year] = absent;
  said.slot_tokens = {};
  said.tokens.end = number_said.begin;
  said.extent.end = scanned.tokens[number_said.begin - 1].where.end;
}

// "Neunzehnhundertneunundachtzig fiel die Mauer": a number word alone is a year where it is none
// of those that people count in.
bool is_bare_count(const language& tables, const scanned_text& scanned,
                   const said_expression& said) {
  const token& t = scanned.tokens[said.tokens.begin];
  const double number = said[argument_name::year];
  if (said.what != meaning::date || said.tokens.size() != 1 || t.is != token::word) return false;
  const bool number_word = !t.entry || tables.is(t.entry, tables.class_of(engine_class::cardinal));
  return number_word && is_given(number) &&
         (number < 1400 || number > 2199 || std::fmod(number, 100) == 0);
}

// Whether the calendar and the clock have what the words say: no 31 June, no fifth quarter.
bool is_possible(const said_text& all, const said_expression& said) {
  using enum argument_name;
  const auto is_at_most = [&](argument_name name, double most) {
    return !is_given(said[name]) || (said[name] >= 0 && said[name] <= most);
  };
  const bool tens = said.what != meaning::decade || said[argument_name::decade] >= 100 ||
                    std::fmod(said[argument_name::decade], 10) == 0;
  if (!tens || !is_at_most(quarter, 4) || !is_at_most(half, 2) || !is_at_most(hour, 24) ||
      !is_at_most(week, 53)) {
    return false;
  }
  if (!is_given(said[argument_name::month]) || !is_given(said[argument_name::day])) return true;
  constexpr int leap_year = 2000;
  const double stated = stated_year(all, said);
  const int of = is_given(stated) && stated >= 100 ? whole(stated) : leap_year;
  return is_valid({of, whole(said[argument_name::month]), whole(said[argument_name::day])});
}

// Finds rows one behind the other; places are tokens.
class row_finder {
 public:
  row_finder(const language& tables, const scanned_text& scanned, match_memory& memory)
      : tables_(tables), memory_(memory) {
    memory.coded.assign(scanned.symbols, 0, static_cast<std::uint32_t>(scanned.symbols.size()));
  }

  // The next row, and goes on behind what it takes.
  bool next(matcher::match& found) {
    const std::string_view code = memory_.coded.code();
    if (at_ >= code.size() || !tables_.rule_matcher().find(code, at_, memory_.seen, found)) {
      return false;
    }
    const compiled_pattern& pattern = tables_.rules()[found.pattern].pattern;
    at_ = pattern.extents.empty() ? found.where.end : found.groups[pattern.extents.back()].end;
    if (memory_.coded.has_pairs()) to_tokens(found, pattern.groups);
    return true;
  }

 private:
  void to_tokens(matcher::match& found, int groups) const {
    const auto move = [&](matcher::range& r) {
      if (!r.matched()) return;
      r = {memory_.coded.symbol_at(r.begin), memory_.coded.symbol_at(r.end)};
    };
    move(found.where);
    for (int i = 0; i <= groups; ++i) move(found.groups[static_cast<std::size_t>(i)]);
  }

  const language& tables_;
  match_memory& memory_;
  std::size_t at_ = 0;  // byte of the code
};

}  // namespace

void count_matches(const language& tables, const scanned_text& scanned,
                   std::vector<std::size_t>& counts) {
  match_memory memory;
  matcher::match found;
  row_finder rows(tables, scanned, memory);
  while (rows.next(found)) ++counts[found.pattern];
}

void match_expressions(const language& tables, const scanned_text& scanned, std::string_view text,
                       match_memory& memory, said_text& out) {
  std::vector<said_expression>& parts = memory.found;
  parts.clear();
  const slot_reader slots(tables, scanned, text);
  matcher::match found;
  const auto& groups = found.groups;
  row_finder rows(tables, scanned, memory);
  while (rows.next(found)) {
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
      cut_small_number(scanned, said);
      const bool no_feast = said.what == meaning::holiday && !is_given(said[argument_name::feast]);
      if (no_feast || is_bare_count(tables, scanned, said)) parts.pop_back();
    }
  }
  compose(tables, scanned, parts, out);
  if (parts.capacity() > most_kept_expressions) parts = {};
  std::erase_if(out.parts, [&](const said_expression& said) { return !is_possible(out, said); });
  drop_unfounded_years(out);
}

}  // namespace zeitstrahl
