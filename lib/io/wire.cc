#include "io/wire.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "base/civil.h"
#include "base/utf8.h"
#include "io/lines.h"
#include "io/parts.h"

namespace zeitstrahl {
namespace {

constexpr int most_head_lines = 12;

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool is_small(char c) { return std::islower(static_cast<unsigned char>(c)) != 0; }

std::vector<std::string_view> pieces_of(std::string_view line) {
  std::vector<std::string_view> out;
  for (std::size_t at = line.find_first_not_of(' '); at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    out.push_back(line.substr(at, end - at));
    at = line.find_first_not_of(' ', end);
  }
  return out;
}

bool is_one_of(std::string_view word, const article_words::words& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// "bdt0123 4 wi 189  dpa 0456": the report's key and priority, and who sends it.
bool begins_wire(std::string_view line, const article_words& words) {
  const std::vector<std::string_view> all = pieces_of(line);
  if (all.size() < 4 || all.size() > 8) return false;
  const std::string_view key = all[0];
  const bool keyed = key.size() >= 6 && key.size() <= 8 &&
                     std::all_of(key.begin(), key.begin() + 3, is_small) &&
                     std::all_of(key.begin() + 3, key.end(), is_digit);
  const bool ranked = all[1].size() == 1 && is_digit(all[1][0]);
  return keyed && ranked && std::any_of(all.begin() + 2, all.end(), [&](std::string_view word) {
           return is_one_of(word, words.of("agency"));
         });
}

// "181430 Feb 25"
std::optional<day> sent_on(std::string_view line, const article_words& words) {
  const std::vector<std::string_view> all = pieces_of(line);
  if (all.size() != 3 || all[0].size() != 6 || all[2].size() != 2) return std::nullopt;
  for (const std::string_view number : {all[0], all[2]}) {
    if (!std::all_of(number.begin(), number.end(), is_digit)) return std::nullopt;
  }
  const auto month = words.months.find(fold_case(all[1]));
  if (month == words.months.end()) return std::nullopt;
  const auto two_digits = [](std::string_view s) { return (s[0] - '0') * 10 + (s[1] - '0'); };
  const civil_date date{2000 + two_digits(all[2]), month->second, two_digits(all[0])};
  return is_valid(date) ? std::optional(to_day(date)) : std::nullopt;
}

class wire_reader {
 public:
  wire_reader(document& article, const article_words& words)
      : article_(article), words_(words), text_(article.text) {}

  void run() {
    const std::size_t begin = std::min(text_.find_first_not_of(" \t\r\n"), text_.size());
    if (!begins_wire(trim(line_at(text_, begin).text), words_)) return;
    if (!find_title(line_at(text_, begin).next)) return;
    find_tail();
    const auto covered = [&](const part& p) {
      return p.where.begin < body_ || p.where.begin >= tail_;
    };
    std::erase_if(article_.parts, covered);
    std::vector<part> around = {{{0, title_.begin}, part_kind::note}, {title_, part_kind::heading}};
    article_.parts.insert(article_.parts.begin(), around.begin(), around.end());
    if (tail_ < text_.size()) {
      article_.parts.push_back({{tail_, narrow(text_.size())}, part_kind::note});
    }
  }

 private:
  static std::uint32_t narrow(std::size_t at) { return static_cast<std::uint32_t>(at); }

  // The last line above the text's dateline.
  bool find_title(std::size_t at) {
    std::string_view last;
    for (int i = 0; i < most_head_lines && at < text_.size(); ++i) {
      const source_line line = line_at(text_, at);
      const std::string_view words = trim(line.text);
      if (begins_with_dateline(words, words_)) {
        body_ = narrow(at);
        return take_title(last);
      }
      if (!words.empty()) last = words;
      at = line.next;
    }
    return false;
  }

  bool take_title(std::string_view line) {
    if (line.empty()) return false;
    const std::size_t begin = static_cast<std::size_t>(line.data() - text_.data());
    title_ = {narrow(begin), narrow(begin + line.size())};
    if (line.ends_with('=')) line = trim(line.substr(0, line.size() - 1));
    if (article_.title.empty()) article_.title = line;
    return true;
  }

  void find_tail() {
    tail_ = narrow(text_.size());
    for (std::size_t at = body_; at < text_.size();) {
      const source_line line = line_at(text_, at);
      std::string_view words = trim(line.text);
      words.remove_prefix(std::min(words.find_first_not_of("#* "), words.size()));
      const auto begins = [&](std::string_view end) { return words.starts_with(end); };
      const article_words::words& ends = words_.of("wire-end");
      if (tail_ == text_.size() && std::any_of(ends.begin(), ends.end(), begins)) {
        tail_ = narrow(at);
      }
      const std::optional<day> sent = sent_on(words, words_);
      if (sent) tail_ = std::min(tail_, narrow(at));
      if (sent && !article_.published) {
        article_.published = sent;
        article_.published_from = published_source::dateline;
      }
      at = line.next;
    }
  }

  document& article_;
  const article_words& words_;
  std::string_view text_;
  std::uint32_t body_ = 0;
  std::uint32_t tail_ = 0;
  span title_;
};

}  // namespace

void read_wire(document& article, const article_words& words) { wire_reader(article, words).run(); }

}  // namespace zeitstrahl
