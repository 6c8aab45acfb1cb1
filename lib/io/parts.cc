#include "io/parts.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <vector>

#include "base/utf8.h"
#include "io/line_words.h"
#include "io/lines.h"
#include "io/signature.h"

namespace zeitstrahl {
namespace {

constexpr std::size_t longest_line = 200;     // bytes, of a credit, a stamp or a byline
constexpr std::size_t longest_dateline = 90;  // bytes, with its agency
constexpr std::size_t longest_opening = 48;   // bytes, of a day and a dash before the first words

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

int month_of(std::string_view word, const article_words& words) {
  if (word.ends_with('.')) word.remove_suffix(1);
  const auto found = words.months.find(fold_case(word));
  return found == words.months.end() ? 0 : found->second;
}

bool is_weekday(std::string_view word, const article_words& words) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return words.weekdays.contains(fold_case(word));
}

// Reads a number and what must stand behind it; the rest of `text` is left.
bool take_number(std::string_view& text, std::string_view behind, int& value) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
  if (!text.starts_with(behind)) return false;
  text.remove_prefix(behind.size());
  return true;
}

std::optional<day> valid(civil_date date) {
  if (date.year < 100) date.year += 2000;
  if (date.year < 1800 || date.year > 2199 || !is_valid(date)) return std::nullopt;
  return to_day(date);
}

// "22.01.2025"
std::optional<day> numeric_day(std::string_view word) {
  civil_date date;
  if (!take_number(word, ".", date.day_of_month) || !take_number(word, ".", date.month)) {
    return std::nullopt;
  }
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  if ((digits != 4 && digits != 2) || !take_number(word, "", date.year)) return std::nullopt;
  return valid(date);
}

bool is_time_word(std::string_view word, const article_words& words) {
  if (word.ends_with('.') && is_one_of(word.substr(0, word.size() - 1), words.of("stamp-rest")))
    return true;
  const bool number = std::all_of(word.begin(), word.end(),
                                  [](char c) { return is_digit(c) || c == '.' || c == '-'; });
  return number || month_of(word, words) != 0 || is_weekday(word, words) ||
         is_one_of(word, words.of("stamp-rest"));
}

// The row's word or words that the line begins with, at a border of words; empty for none.
std::string_view beginning(std::string_view line, const article_words::words& list) {
  std::string_view longest;
  for (const std::string_view opening : list) {
    if (opening.size() < longest.size() || !line.starts_with(opening)) continue;
    const std::string_view rest = line.substr(opening.size());
    const bool ends =
        rest.empty() || !(std::isalnum(static_cast<unsigned char>(rest[0])) != 0 ||
                          static_cast<unsigned char>(rest[0]) >= 0x80 || rest[0] == '-');
    if (ends || static_cast<unsigned char>(opening.back()) >= 0x80) longest = opening;
  }
  return longest;
}

// Names behind "Von", with a day in brackets at most.
bool is_byline(std::string_view line, const article_words& words) {
  const std::string_view opening = beginning(line, words.of("byline"));
  if (opening.empty() || line.ends_with('.')) return false;
  const std::vector<std::string_view> rest = words_of(line.substr(opening.size()));
  int names = 0;
  for (const std::string_view word : rest) {
    const bool name =
        starts_capital(word) && month_of(word, words) == 0 && !is_weekday(word, words);
    names += name ? 1 : 0;
    if (!name && !is_one_of(word, words.of("byline-rest")) &&
        !is_one_of(word, words.of("agency")) && !is_time_word(word, words)) {
      return false;
    }
  }
  return names >= 2 && rest.size() <= 12;
}

// The clock, the author or the time it takes to read, behind a bar.
bool stands_beside_stamp(std::string_view line, const article_words& words) {
  for (std::size_t bar = 0; !line.empty(); line = line.substr(std::min(bar, line.size()))) {
    bar = std::min(line.find('|'), line.size());
    const std::string_view piece = trim(line.substr(0, bar));
    const std::vector<std::string_view> all = words_of(piece);
    const bool times =
        std::all_of(all.begin(), all.end(), [&](auto w) { return is_time_word(w, words); });
    if (!times && !is_byline(piece, words)) return false;
    ++bar;
  }
  return true;
}

// Where a byline begins behind a stamp ("3. Mai 2024 von Jana Roth"), or the line's size.
std::size_t find_byline(std::string_view line, const article_words& words) {
  for (const std::string_view opening : words.of("byline-inside")) {
    const std::size_t at = line.find(opening);
    if (at == line.npos || at == 0 || line[at - 1] != ' ') continue;
    const std::vector<std::string_view> rest = words_of(line.substr(at + opening.size()));
    const bool names = rest.size() >= 2 && std::all_of(rest.begin(), rest.end(), [&](auto w) {
                         return starts_capital(w) || is_one_of(w, words.of("byline-rest"));
                       });
    if (names) return at;
  }
  return line.size();
}

// A newspaper's name, day and page: "Kurier vom 3. Mai 2024, Seite 7".
bool names_issue(std::string_view line, const article_words& words) {
  const std::vector<std::string_view> all = words_of(line);
  bool names = true;
  bool page = false;
  for (const std::string_view word : all) {
    const bool of_page = is_one_of(word, words.of("issue-page"));
    const bool time = is_time_word(word, words);
    page = page || of_page;
    if (names && !starts_capital(word) && !time) return false;
    if (!names && !time && !of_page) return false;
    names = names && !time;
  }
  return page && !names && starts_capital(all[0]) && find_day(line, words);
}

bool is_stamp(std::string_view line, const article_words& words) {
  if (names_issue(line, words)) return true;
  line = trim(line.substr(0, find_byline(line, words)));
  // "Do 25.04.24 | 14:07 Uhr | Von Jana Roth"
  if (const std::size_t bar = line.find_first_of("|"); bar != line.npos) {
    const std::string_view rest = trim(line.substr(bar + 1));
    return is_stamp(trim(line.substr(0, bar)), words) && stands_beside_stamp(rest, words);
  }
  const std::string_view opening = beginning(line, words.of("stamp"));
  const std::vector<std::string_view> rest = words_of(line.substr(opening.size()));
  const bool dated = std::any_of(rest.begin(), rest.end(), [](auto w) { return is_digit(w[0]); });
  const bool only_times =
      std::all_of(rest.begin(), rest.end(), [&](auto w) { return is_time_word(w, words); });
  if (!dated || !only_times) return false;
  return !opening.empty() || find_day(line, words).has_value();
}

bool is_credit(std::string_view line, const article_words& words) {
  const std::string_view opening = beginning(line, words.of("credit"));
  if (opening.empty()) return false;
  if (static_cast<unsigned char>(opening[0]) >= 0x80 || opening[0] == '(') return true;
  const std::string_view rest = trim(line.substr(opening.size()));
  return rest.starts_with(':') || rest.starts_with('/') || rest.starts_with("\u00A9") ||
         rest.starts_with("(c)");
}

// "dpa", "dpa/lby", "AFP, dpa"
bool names_agency(std::string_view bracket, const article_words& words) {
  bool agency = false;
  while (!bracket.empty()) {
    const std::size_t end = std::min(bracket.find_first_of("/,"), bracket.size());
    const std::string_view word = trim(bracket.substr(0, end));
    const bool known = is_one_of(word, words.of("agency"));
    if (!known && !(agency && is_one_of(word, words.of("agency-region")))) return false;
    agency = true;
    bracket.remove_prefix(std::min(end + 1, bracket.size()));
  }
  return agency;
}

bool names_place(std::string_view place, const article_words& words) {
  const std::vector<std::string_view> all = words_of(place);
  return !all.empty() && (starts_capital(all[0])) &&
         std::all_of(all.begin(), all.end(), [&](std::string_view w) {
           return starts_capital(w) || is_time_word(w, words) ||
                  is_one_of(w, words.of("place-rest"));
         });
}

// As names_place(), without a time among the words.
bool names_only_places(std::string_view place, const article_words& words) {
  const std::vector<std::string_view> all = words_of(place);
  const bool preposition = !all.empty() && is_one_of(fold_case(all[0]), words.of("place-rest"));
  return names_place(place, words) && !preposition && all.size() <= 4 &&
         std::none_of(all.begin(), all.end(), [&](auto w) { return is_time_word(w, words); });
}

// Behind a dash, full stop or colon and the blanks around it; 0 where there is none.
std::size_t skip_separator(std::string_view line, std::size_t at) {
  at = std::min(line.find_first_not_of(" \t", at), line.size());
  for (const std::string_view mark : {"\u2013", "\u2014", "--", "-", ":", ".", "+++"}) {
    if (!line.substr(at).starts_with(mark)) continue;
    return std::min(line.find_first_not_of(" \t", at + mark.size()), line.size());
  }
  return 0;
}

// The size of "Berlin (dpa) - " or "BERLIN taz | " at the begin of a line, or 0.
std::size_t dateline_size(std::string_view line, const article_words& words) {
  const std::string_view head = line.substr(0, longest_dateline);
  if (const std::size_t bar = head.find('|'); bar != head.npos && bar > 0) {
    const std::string_view before = trim(head.substr(0, bar));
    const std::size_t space = before.rfind(' ');
    if (space != before.npos && names_agency(before.substr(space + 1), words) &&
        names_place(before.substr(0, space), words)) {
      return std::min(line.find_first_not_of(" \t", bar + 1), line.size());
    }
  }
  const std::size_t open = head.find('(');
  const std::size_t close = head.find(')', open == head.npos ? 0 : open);
  if (open == head.npos || open == 0 || close == head.npos) return 0;
  if (!names_agency(head.substr(open + 1, close - open - 1), words)) return 0;
  return names_place(head.substr(0, open), words) ? skip_separator(line, close + 1) : 0;
}

bool is_day_only(std::string_view text, const article_words& words) {
  const std::vector<std::string_view> all = words_of(text);
  return find_day(text, words) &&
         std::all_of(all.begin(), all.end(), [&](auto w) { return is_time_word(w, words); });
}

// "12. Mai 2025 - ..." or "Riesa, 12. Mai 2025. ..." at the begin of a line: the size of what
// stands before the first word, or 0.
std::size_t dated_opening_size(std::string_view line, const article_words& words) {
  const std::string_view head = line.substr(0, longest_dateline);
  const std::size_t comma = head.find(", ");
  const bool place =
      comma != head.npos && comma > 0 && names_only_places(head.substr(0, comma), words);
  const std::string_view times = place ? head.substr(comma + 2) : head;
  for (const std::string_view mark : {" \u2013 ", " \u2014 ", " - ", ". ", ": "}) {
    if (!place && mark.size() == 2) continue;  // a chronicle's entry
    for (std::size_t at = times.find(mark); at < longest_opening; at = times.find(mark, at + 1)) {
      if (!is_day_only(times.substr(0, at), words)) continue;
      return static_cast<std::size_t>(times.data() - line.data()) + at + mark.size();
    }
  }
  return 0;
}

class part_finder {
 public:
  part_finder(document& article, const article_words& words) : article_(article), words_(words) {}

  void run() {
    known_ = std::move(article_.parts);
    article_.parts.clear();
    const std::string_view text = article_.text;
    for (std::size_t at = 0; at < text.size();) {
      const source_line line = line_at(text, at);
      const std::string_view words = trim(line.text);
      if (!words.empty()) read_line(static_cast<std::size_t>(words.data() - text.data()), words);
      at = line.next;
    }
    article_.parts.insert(article_.parts.end(),
                          known_.begin() + static_cast<std::ptrdiff_t>(next_known_), known_.end());
    take_day();
  }

 private:
  void read_line(std::size_t begin, std::string_view line) {
    const span where{static_cast<std::uint32_t>(begin),
                     static_cast<std::uint32_t>(begin + line.size())};
    while (next_known_ < known_.size() && known_[next_known_].where.begin < where.end) {
      article_.parts.push_back(known_[next_known_++]);
    }
    if (!article_.parts.empty() && article_.parts.back().where.end > where.begin) return;
    if (const std::optional<part_kind> kind = kind_of_line(line, words_)) {
      note_day(*kind, line);
      return add(where, *kind);
    }
    if (const std::size_t size = dateline_size(line, words_); size > 0) {
      note_day(part_kind::dateline, line.substr(0, size));
      return add({where.begin, static_cast<std::uint32_t>(where.begin + size)},
                 part_kind::dateline);
    }
    const std::size_t opening = dated_opening_size(line, words_);
    dated_openings_ += opening > 0 ? 1 : 0;
    if (opening > 0 && lines_of_text_ == 0) {
      opening_ = {where.begin, static_cast<std::uint32_t>(where.begin + opening)};
    }
    if (const span sign = find_signature(line, words_); !sign.empty()) {
      note_day(part_kind::byline, sign.in(line));
      add({where.begin + sign.begin, where.begin + sign.end}, part_kind::byline);
    }
    const bool title = lines_of_text_ == 0 && !title_seen_ && article_.title_in_text;
    title_seen_ = true;
    lines_of_text_ += title ? 0 : 1;
  }

  void add(span where, part_kind kind) { article_.parts.push_back({where, kind}); }

  void note_day(part_kind kind, std::string_view line) {
    const std::optional<day> found = find_day(line, words_);
    if (!found) return;
    const bool change = kind == part_kind::stamp && tells_change(line, words_);
    std::optional<day>& taken = change ? modified_ : published_;
    const bool named = kind == part_kind::byline || !beginning(line, words_.of("stamp")).empty();
    const bool on_top =
        lines_of_text_ == 0 && (kind == part_kind::stamp || kind == part_kind::dateline);
    if ((named || on_top) && !taken) taken = found;
  }

  // What is seen is less sure than what is said, so it comes last.
  void take_day() {
    if (!opening_.empty() && dated_openings_ == 1) {
      if (!published_) published_ = find_day(opening_.in(article_.text), words_);
      add(opening_, part_kind::dateline);
      std::sort(article_.parts.begin(), article_.parts.end(),
                [](const part& a, const part& b) { return a.where < b.where; });
    }
    if (!article_.modified) article_.modified = modified_;
    if (article_.published) return;
    article_.published = published_ ? published_ : modified_;
    if (article_.published) article_.published_from = published_source::dateline;
  }

  document& article_;
  const article_words& words_;
  std::vector<part> known_;
  std::size_t next_known_ = 0;
  std::optional<day> published_;
  std::optional<day> modified_;
  bool title_seen_ = false;
  int lines_of_text_ = 0;
  int dated_openings_ = 0;
  span opening_;
};

}  // namespace

std::optional<part_kind> kind_of_line(std::string_view line, const article_words& words) {
  line = trim(line);
  if (line.empty() || line.size() > longest_line) return std::nullopt;
  if (is_stamp(line, words)) return part_kind::stamp;
  if (is_byline(line, words)) return part_kind::byline;
  if (is_credit(line, words)) return part_kind::credit;
  const std::string_view caption = beginning(line, words.of("caption"));
  if (!caption.empty() && line.substr(caption.size()).starts_with(':')) return part_kind::caption;
  const std::string_view related = beginning(line, words.of("related"));
  if (related.empty()) return std::nullopt;
  const std::string_view rest = line.substr(related.size());
  const bool leads_on = rest.empty() || std::string_view(":.!").find(rest[0]) != rest.npos ||
                        related.find(' ') != related.npos;
  return leads_on ? std::optional(part_kind::related) : std::nullopt;
}

std::string names_in_byline(std::string_view line, const article_words& words) {
  line = trim(line);
  const std::string_view opening = beginning(line, words.of("byline"));
  if (opening.empty()) {
    const std::size_t at = find_byline(line, words);
    if (at == line.size()) return {};
    line.remove_prefix(std::min(line.find(' ', at), line.size()));
  } else {
    line.remove_prefix(opening.size());
  }
  line = line.substr(0, line.find_first_of("(|"));
  std::string out;
  std::string name;
  const auto end_name = [&] {
    if (name.find(' ') != name.npos) out += (out.empty() ? "" : ", ") + name;
    name.clear();
  };
  for (const std::string_view word : words_of(line)) {
    const bool joins = is_one_of(word, words.of("byline-joint"));
    if (joins) end_name();
    if (joins || is_one_of(word, words.of("agency"))) continue;
    if (is_time_word(word, words)) break;
    name += (name.empty() ? "" : " ") + std::string(word);
    const char behind =
        word.data() + word.size() < line.data() + line.size() ? word.data()[word.size()] : ' ';
    if (behind == ',') end_name();
  }
  end_name();
  return out;
}

bool tells_change(std::string_view line, const article_words& words) {
  if (!beginning(line, words.of("stamp-modified")).empty()) return true;
  const std::vector<std::string_view> all = words_of(line);
  return std::any_of(all.begin(), all.end(), [&](std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    return is_one_of(word, words.of("stamp-change"));
  });
}

bool begins_with_dateline(std::string_view line, const article_words& words) {
  return dateline_size(line, words) > 0;
}

bool names_time_only(std::string_view text, const article_words& words) {
  const std::vector<std::string_view> all = words_of(text);
  return text.find_first_of("0123456789") != text.npos &&
         std::all_of(all.begin(), all.end(), [&](auto w) { return is_time_word(w, words); });
}

bool is_entry(std::string_view line, const article_words& words) {
  const std::string_view head = line.substr(0, longest_opening);
  for (const std::string_view mark : {": ", " \u2013 ", " \u2014 ", " - "}) {
    const std::size_t at = head.find(mark);
    if (at != head.npos && names_time_only(head.substr(0, at), words)) return true;
  }
  return false;
}

std::optional<day> find_day(std::string_view line, const article_words& words) {
  const std::vector<std::string_view> all = words_of(line);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_digit(all[i][0])) continue;
    if (const std::optional<day> iso = parse_day(all[i].substr(0, 10)); iso && all[i].size() <= 10)
      return iso;
    if (const std::optional<day> numeric = numeric_day(all[i])) return numeric;
    if (i + 2 >= all.size() || !all[i].ends_with('.')) continue;
    std::string_view number = all[i];
    std::string_view year = all[i + 2];
    civil_date date;
    date.month = month_of(all[i + 1], words);
    if (date.month == 0 || !take_number(number, ".", date.day_of_month)) continue;
    if (year.size() < 4 || !take_number(year, "", date.year)) continue;
    if (const std::optional<day> found = valid(date)) return found;
  }
  return std::nullopt;
}

void find_parts(document& article, const article_words& words) {
  part_finder(article, words).run();
}

}  // namespace zeitstrahl
