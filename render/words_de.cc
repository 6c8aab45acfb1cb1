#include "render/words_de.h"

#include <algorithm>
#include <array>

#include "render/compare_words.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view nbsp = "\u00A0";

bool contains_word(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

std::string join(std::string_view number, std::string_view unit) {
  return std::string(number).append(nbsp).append(unit);
}

std::string ordinal(int number, std::string_view unit) {
  return join(std::to_string(number) + ".", unit);
}

// Both ends in the same era: the era is named once.
std::string years_words(int first, int last) {
  if (first == last) return year_words(first);
  if (first > 0) return std::to_string(first) + "–" + std::to_string(last);
  if (last <= 0)
    return join(std::to_string(1 - first) + "–" + std::to_string(1 - last), "v.\u00A0Chr.");
  return year_words(first) + " bis " + era_year_words(last);
}

std::string months_words(civil_date first, civil_date last) {
  if (first.year != last.year) {
    return month_words(first.month) + " " + year_words(first.year) + " bis " +
           month_words(last.month) + " " + year_words(last.year);
  }
  const std::string year = " " + year_words(first.year);
  if (first.month == last.month) return month_words(first.month) + year;
  return month_words(first.month) + " bis " + month_words(last.month) + year;
}

std::string days_words(day first, day last) {
  const civil_date a = to_civil(first);
  const civil_date b = to_civil(last);
  if (first == last) return day_words(first);
  if (a.year != b.year) return day_words(first) + " bis " + day_words(last);
  if (a.month != b.month) return day_month_words(first) + " bis " + day_words(last);
  return std::to_string(a.day_of_month) + ".–" + day_words(last);
}

bool is_unit(day_range range, grain unit) { return unit_of(range.first, unit) == range; }

std::string clock_words(int minute) {
  const std::string hour = std::to_string(minute / 60);
  const std::string rest = std::to_string(minute % 60);
  if (minute % 60 == 0) return join(hour, "Uhr");
  return join(hour + (rest.size() == 1 ? ".0" : ".") + rest, "Uhr");
}

std::string with_clock(std::string date, bound b) {
  return b.minute == bound::no_minute ? date : date + ", " + clock_words(b.minute);
}

// "Mitte 2026", "Ende der 2020er-Jahre": a third of a month, year, decade or century; else empty.
std::string part_words(day_range range, grain unit) {
  if (unit != grain::month && unit != grain::year && unit != grain::decade &&
      unit != grain::century) {
    return {};
  }
  const day_range whole = unit_of(range.first, unit);
  const int third = (whole.last - whole.first + 1) / 3;
  std::string part;
  if (range == day_range{whole.first, whole.first + (third - 1)}) part = "Anfang ";
  if (range == day_range{whole.first + third, whole.last - third}) part = "Mitte ";
  if (range == day_range{whole.last - (third - 1), whole.last}) part = "Ende ";
  if (part.empty()) return {};
  if (unit == grain::century) return part + "des " + range_words(whole, unit) + "s";
  return part + (unit == grain::decade ? "der " : "") + range_words(whole, unit);
}

// One end of an interval that is bounded on both sides.
std::string end_words(bound earliest, bound latest, grain precision) {
  if (earliest == latest) return with_clock(day_words(earliest.date), earliest);
  const day_range range{earliest.date, latest.date};
  if (is_unit(range, precision)) return range_words(range, precision);
  if (std::string part = part_words(range, precision); !part.empty()) return part;
  return "zwischen " + day_words(range.first) + " und " + day_words(range.last);
}

bool plain(grain unit) { return unit == grain::day || unit == grain::month || unit == grain::year; }

std::string bounded_words(const interval& w) {
  const bool event = w.begin_earliest == w.end_earliest && w.begin_latest == w.end_latest;
  if (event) {
    if (w.begin_earliest == w.begin_latest) {
      return with_clock(day_words(w.begin_earliest.date), w.begin_earliest);
    }
    const day_range days{w.begin_earliest.date, w.end_latest.date};
    const std::string part = part_words(days, w.begin_grain);
    return part.empty() ? range_words(days, w.begin_grain) : part;
  }
  const day_range begin{w.begin_earliest.date, w.begin_latest.date};
  const day_range end{w.end_earliest.date, w.end_latest.date};
  const bool clocks =
      w.begin_earliest.minute != bound::no_minute || w.end_latest.minute != bound::no_minute;
  if (!clocks && w.begin_grain == w.end_grain && plain(w.begin_grain) &&
      is_unit(begin, w.begin_grain) && is_unit(end, w.end_grain)) {
    return range_words({begin.first, end.last}, w.begin_grain);
  }
  return end_words(w.begin_earliest, w.begin_latest, w.begin_grain) + " bis " +
         end_words(w.end_earliest, w.end_latest, w.end_grain);
}

std::string begin_words(const interval& w, std::optional<day> published) {
  const bound known = w.begin_earliest.given() ? w.begin_earliest : w.begin_latest;
  const bound latest = w.begin_latest.given() ? w.begin_latest : known;
  const std::string when = end_words(known, latest, w.begin_grain);
  if (!w.begin_earliest.given()) return "spätestens seit " + when;
  // What is over at some time holds no longer "since".
  const bool over = w.end_earliest == bound::unknown() && w.end_latest == bound::unknown();
  const bool since = published && known.date < *published && !over;
  return (since ? "seit " : "ab ") + when;
}

std::string until_words(const interval& w) {
  const bound known = w.end_latest.given() ? w.end_latest : w.end_earliest;
  const bound earliest = w.end_earliest.given() ? w.end_earliest : known;
  return "bis " + end_words(earliest, known, w.end_grain);
}

// "vor 2019" and "nach 2019": the bound is the day next to the unit that is named.
std::string beside_words(std::string_view preposition, day next, grain precision) {
  const std::string unit = range_words(unit_of(next, precision), precision);
  const std::size_t digits = unit.find_first_not_of("0123456789");
  const bool ordinal = digits > 0 && digits != std::string::npos && unit[digits] == '.';
  if (precision == grain::decade) return std::string(preposition) + " den " + unit + "n";
  return std::string(preposition) + (ordinal ? " dem " : " ") + unit;
}

// The publication is all that bounds it: "derzeit", "weiterhin".
bool at_present(const interval& w, std::optional<day> published) {
  const auto is_now = [&](bound b) { return !b.given() || (published && b.date == *published); };
  return !w.begin_earliest.given() && is_now(w.begin_latest) && is_now(w.end_earliest) &&
         !w.end_latest.given() && !w.empty();
}

std::string unqualified_words(const interval& w, relation relates, std::optional<day> published) {
  const bool begin = w.begin_earliest.given() || w.begin_latest.given();
  const bool end = w.end_latest.given();
  if (w.begin_earliest.given() && w.begin_latest.given() && w.end_earliest.given() && end) {
    return bounded_words(w);
  }
  if (at_present(w, published)) return "gegenwärtig";
  if (relates == relation::before && end) {
    return beside_words("vor", w.end_latest.date + 1, w.end_grain);
  }
  if (relates == relation::after && w.begin_earliest.given() && !end) {
    return beside_words("nach", w.begin_earliest.date - 1, w.begin_grain);
  }
  if (begin && end) return begin_words(w, published) + " " + until_words(w);
  if (begin) return begin_words(w, published);
  return end || w.end_earliest.given() ? until_words(w) : std::string();
}

// "etwa 2024", "seit etwa 2019"; "Mitte 2024" says it itself.
std::string approximately(std::string date) {
  for (const std::string_view part : {"Anfang ", "Mitte ", "Ende "}) {
    if (contains_word(date, part)) return date;
  }
  for (const std::string_view preposition : {"seit ", "ab ", "bis ", "vor ", "nach "}) {
    if (date.starts_with(preposition)) return date.insert(preposition.size(), "etwa ");
  }
  return "etwa " + date;
}

// Right-to-left letters (Hebrew to Thaana), by their first bytes.
bool turns_left(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0xD6 && static_cast<unsigned char>(c) <= 0xDE;
  });
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

// With plain spaces and short months.
std::string plain_words(std::string_view content) {
  static constexpr std::array<std::string_view, 9> long_months = {
      "Januar",  "Februar",  "April",    "August", "September",
      "Oktober", "November", "Dezember", "Jänner"};
  static constexpr std::array<std::string_view, 9> short_months = {
      "Jan.", "Feb.", "Apr.", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.", "Jan."};
  std::string out(content);
  replace_all(out, nbsp, " ");
  replace_all(out, "er-Jahre", "er Jahre");
  for (std::size_t i = 0; i < long_months.size(); ++i) {
    replace_all(out, long_months.at(i), short_months.at(i));
  }
  return out;
}

// What does not hold is said once: by the label, where it does.
bool says_no(std::string label) {
  constexpr std::string_view denials[] = {
      "nicht",      "nichts",     "nie",      "niemals",    "niemand",     "niemanden",
      "weder",      "kein",       "keine",    "keinen",     "keinem",      "keiner",
      "keines",     "keinerlei",  "abgesagt", "dementiert", "dementierte", "bestritt",
      "bestreitet", "bestreiten", "entfällt", "gestrichen"};
  const bool capital = !label.empty() && label[0] >= 'A' && label[0] <= 'Z';
  if (capital) label[0] += 'a' - 'A';  // "Keine Halle wurde gebaut"
  return std::any_of(std::begin(denials), std::end(denials),
                     [&](std::string_view word) { return contains_word(label, word); });
}

}  // namespace

std::string fill(std::string_view pattern, const std::vector<std::string>& values) {
  std::string out;
  std::size_t next = 0;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern.substr(at, 2) == "{}" && next < values.size()) {
      out += values[next++];
      ++at;
    } else {
      out += pattern[at];
    }
  }
  return out;
}

std::string year_words(int year) {
  return year > 0 ? std::to_string(year) : join(std::to_string(1 - year), "v.\u00A0Chr.");
}

std::string era_year_words(int year) {
  if (year <= 0 || year >= 1000) return year_words(year);
  return join(std::to_string(year), "n.\u00A0Chr.");
}

std::string month_words(int month) {
  static constexpr std::array<std::string_view, 12> names = {"Jan.",  "Feb.", "März", "Apr.",
                                                             "Mai",   "Juni", "Juli", "Aug.",
                                                             "Sept.", "Okt.", "Nov.", "Dez."};
  return std::string(names.at(static_cast<std::size_t>(month - 1)));
}

std::string quarter_words(int month) { return ordinal((month + 2) / 3, "Quartal"); }

std::string month_year_words(day value) {
  const civil_date date = to_civil(value);
  return month_words(date.month) + " " + year_words(date.year);
}

std::string day_month_words(day value) {
  const civil_date date = to_civil(value);
  return ordinal(date.day_of_month, month_words(date.month));
}

std::string day_words(day value) {
  return day_month_words(value) + std::string(nbsp) + year_words(to_civil(value).year);
}

std::string hour_words(int hour) { return clock_words(hour * 60); }

std::string range_words(day_range range, grain precision) {
  const civil_date first = to_civil(range.first);
  const civil_date last = to_civil(range.last);
  if (is_unit(range, precision)) {
    const int half = first.month < 7 ? 1 : 2;
    switch (precision) {
      case grain::quarter:
        return quarter_words(first.month) + " " + year_words(first.year);
      case grain::half_year:
        return ordinal(half, "Halbjahr") + " " + year_words(first.year);
      case grain::season: {
        static constexpr std::array<std::string_view, 4> names = {"Winter", "Frühjahr", "Sommer",
                                                                  "Herbst"};
        const std::string name(names.at(static_cast<std::size_t>(first.month % 12 / 3)));
        if (first.year == last.year || first.year <= 0) return name + " " + year_words(last.year);
        const std::string tail = std::to_string(100 + last.year % 100).substr(1);
        return name + " " + year_words(first.year) + "/" + tail;
      }
      case grain::decade:
        if (first.year > 0) return std::to_string(first.year) + "er-Jahre";
        break;
      case grain::century:
        if (first.year > 0) return ordinal((last.year + 99) / 100, "Jahrhundert");
        break;
      case grain::millennium:
        if (first.year > 0) return ordinal((last.year + 999) / 1000, "Jahrtausend");
        break;
      default:
        break;
    }
  }
  if (unit_of(range.first, grain::year).first == range.first &&
      unit_of(range.last, grain::year).last == range.last) {
    return years_words(first.year, last.year);
  }
  if (unit_of(range.first, grain::month).first == range.first &&
      unit_of(range.last, grain::month).last == range.last) {
    return months_words(first, last);
  }
  return days_words(range.first, range.last);
}

time_phrase time_words(const interval& when, relation relates, std::optional<day> published) {
  time_phrase out;
  out.date = unqualified_words(when, relates, published);
  if (out.date.empty()) return out;
  if (when.approximate) out.date = approximately(out.date);
  const bool begin = when.begin_earliest.given() || when.begin_latest.given();
  const bool end = when.end_latest.given();
  const bool beside = relates == relation::before || relates == relation::after;
  if (when.begin_earliest.kind == bound::state::open) {
    out.ends = join("Beginn", "offen");
  } else if (!when.begin_earliest.given() && !beside) {
    out.ends = join("Beginn", "unbekannt");
  }
  const std::string comma = out.ends.empty() ? "" : ", ";
  if (when.end_latest.kind == bound::state::open) {
    out.ends += comma + join("Ende", "offen");
  } else if (begin && !end && !beside) {
    out.ends += comma + join("Ende", "unbekannt");
  }
  return out;
}

std::string quoted(std::string_view content) {
  std::string inner;
  for (std::size_t at = 0; at < content.size();) {
    const std::string_view three = content.substr(at, 3);
    if (content[at] == '"') {
      inner += '\'';
      ++at;
    } else if (three == "„" || three == "“" || three == "”") {
      inner += three == "„" ? "‚" : "‘";
      at += 3;
    } else {
      inner += content[at++];
    }
  }
  // What follows is to stand to the right again.
  return "„" + inner + "“" + (turns_left(inner) ? "\u200E" : "");
}

bool repeats(std::string_view said, std::string_view time_text) {
  return contains_word(plain_words(said), plain_words(time_text));
}

std::string status_words(modality mode, bool reported, std::string_view label) {
  switch (mode) {
    case modality::planned:
      return std::string(words().planned);
    case modality::possible:
      return std::string(words().possible);
    case modality::negated:
      if (says_no(std::string(label))) return {};
      return std::string(reported ? words().denied : words().negated);
    case modality::actual:
      break;
  }
  return {};
}

std::string count_words(std::size_t count) {
  static constexpr std::array<std::string_view, 11> names = {
      "Zwei", "Drei", "Vier", "Fünf", "Sechs", "Sieben", "Acht", "Neun", "Zehn", "Elf", "Zwölf"};
  if (count < 2 || count > 12) return std::to_string(count);
  return std::string(names.at(count - 2));
}

}  // namespace zeitstrahl
