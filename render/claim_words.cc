#include "render/claim_words.h"

#include <algorithm>
#include <set>
#include <vector>

#include "render/tidy.h"
#include "render/timing.h"
#include "render/words_de.h"

namespace zeitstrahl {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

// Short words of time stay on one line.
std::string unbroken(std::string content) {
  constexpr std::size_t short_size = 24;
  if (content.size() > short_size) return content;
  std::string out;
  for (const char c : content) {
    if (c == ' ') {
      out += "\u00A0";
    } else {
      out += c;
    }
  }
  return out;
}

// The text's time words of a bar, each once, but for those that `said` repeats.
std::vector<std::string> time_quotes(const timeline& data, const bar& b, std::string_view said) {
  std::vector<std::string> out;
  for (const std::uint32_t c : b.claims) {
    if (c >= data.claims.size()) continue;
    for (const std::uint32_t e : data.claims[c].expressions) {
      if (e >= data.expressions.size()) continue;
      const std::string_view found = data.expressions[e].extent.in(data.article.text);
      const std::string_view phrase = data.expressions[e].phrase.in(data.article.text);
      const std::string quote = unbroken(quoted(tidy(phrase)));
      const bool known =
          repeats(said, found) || std::find(out.begin(), out.end(), quote) != out.end();
      if (!known) out.push_back(quote);
    }
  }
  return out;
}

std::string with_quotes(std::string date, const std::vector<std::string>& quotes) {
  if (quotes.empty()) return date;
  return date + (date.empty() ? "" : " ") + "(" + joined(quotes, ", ") + ")";
}

// All but the place; `room` is kept before the source.
std::string said_words(const timeline& data, const bar& b, std::string_view room) {
  std::string source = according_words(b);
  if (!source.empty()) source.insert(0, room);
  const std::string_view again = recurs(data, b) ? words().recurring : std::string_view();
  return joined(
      {when_words(data, b), std::string(again), status_words(b.mode, b.reported, b.label), source},
      ", ");
}

}  // namespace

std::string when_words(const timeline& data, const bar& b) {
  time_phrase time = time_words(b.when, b.relates, data.article.published);
  if (is_indefinite(data, b)) time = {};
  if (time.date.empty()) return joined(time_quotes(data, b, ""), ", ");
  return joined({with_quotes(time.date, time_quotes(data, b, time.date)), time.ends}, ", ");
}

std::string according_words(const bar& b) {
  if (!b.reported) return {};
  return b.source.empty() ? std::string(words().unnamed_source)
                          : fill(words().according_to, {tidy(b.source)});
}

std::string place_words(const timeline& data, const bar& b) {
  std::set<std::uint32_t> numbers;
  std::vector<std::string> parts;
  for (const std::uint32_t c : b.claims) {
    if (c >= data.claims.size()) continue;
    const claim& evidence = data.claims[c];
    if (!evidence.added) numbers.insert(sentence_number(data, evidence.sentence));
    if (evidence.added && parts.empty()) parts.emplace_back(words().added);
  }
  std::string lead = std::string(words().sentence) + "\u00A0";
  for (const std::uint32_t n : numbers) {
    if (n == 0) {
      parts.emplace_back(words().headline);
      continue;
    }
    parts.push_back(lead + std::to_string(n));
    lead.clear();
  }
  return joined(parts, ",\u00A0");
}

std::string detail_words(const timeline& data, const bar& b) {
  const std::string place = place_words(data, b);
  return said_words(data, b, quote_room) + " [1" + (place.empty() ? "" : ",\u00A0") + place + "]";
}

std::string spoken_words(const timeline& data, const bar& b) {
  const std::string place = place_words(data, b);
  return tidy(b.label) + ": " + said_words(data, b, "") + (place.empty() ? "" : " (" + place + ")");
}

std::string undated_words(const timeline& data, const bar& b) {
  const std::string place = place_words(data, b);
  return joined({with_quotes(tidy(b.label), time_quotes(data, b, b.label)),
                 status_words(b.mode, b.reported, b.label), according_words(b)},
                ", ") +
         " [1" + (place.empty() ? "" : ",\u00A0") + place + "]";
}

bar bar_of(const claim& c, std::uint32_t index) {
  return {tidy(c.label), c.when, c.relates, c.mode, c.reported, c.source, {index}};
}

std::string standing_words(const claim& c) {
  const std::string status = status_words(c.mode, c.reported, "");
  return status.empty() ? std::string(words().report_as_fact) : status;
}

std::vector<std::string> edit_words(const timeline& data, const claim& c) {
  std::vector<std::string> out;
  if (c.found) {
    const found_claim& f = *c.found;
    const bar before{tidy(f.label), f.when, f.relates, f.mode, f.reported, f.source, {}};
    const time_phrase time = time_words(f.when, f.relates, data.article.published);
    out.push_back(fill(words().edited,
                       {joined({quoted(before.label), time.date,
                                status_words(f.mode, f.reported, ""), according_words(before)},
                               ", ")}));
  }
  if (c.added) out.emplace_back(words().added_by_hand);
  if (c.hidden) out.emplace_back(words().hidden);
  if (!c.note.empty()) out.push_back(fill(words().note, {tidy(c.note)}));
  return out;
}

std::string band_words(const timeline& data, const thread& t) {
  if (!t.label.empty()) return tidy(t.label);
  return data.threads.size() > 1 ? std::string(words().unnamed_band) : std::string();
}

std::string about_words(const document& article) {
  if (!article.published) return std::string(words().about_no_day);
  const std::string date = day_words(*article.published);
  if (article.source.empty()) return fill(words().about_day, {date});
  return fill(words().about_source, {date, tidy(article.source)});
}

std::string source_words(const document& article) {
  const std::string title =
      article.title.empty() ? std::string(words().article) : quoted(tidy(article.title));
  return "[1] " + joined({tidy(article.source), title,
                          article.published ? day_words(*article.published) : std::string()},
                         ", ");
}

}  // namespace zeitstrahl
