// JSON of TimelineJS 3, https://timeline.knightlab.com/docs/json-format.html.

#include "io/json_parts.h"
#include "render/claim_words.h"
#include "render/exchange/claims.h"
#include "render/markup.h"
#include "render/tidy.h"
#include "render/words_de.h"

namespace zeitstrahl {
namespace {

json date_to_json(const plain_date& date) {
  json out = {{"year", date.year}};
  if (date.month > 0) out["month"] = date.month;
  if (date.day_of_month > 0) out["day"] = date.day_of_month;
  if (date.minute == bound::no_minute) return out;
  out["hour"] = date.minute / 60;
  out["minute"] = date.minute % 60;
  return out;
}

json event_to_json(const timeline& data, std::size_t index) {
  const claim& c = data.claims[index];
  const bar b = bar_of(c, static_cast<std::uint32_t>(index));
  const plain_date begin = begin_date(c.when);
  const plain_date end = end_date(c.when);
  json out = {{"unique_id", c.id}, {"start_date", date_to_json(begin)}};
  if (end != plain_date() && end != begin) out["end_date"] = date_to_json(end);
  out["display_date"] = escaped(when_words(data, b));
  out["text"] = {{"headline", escaped(tidy(c.label))},
                 {"text", "<p>" + escaped(spoken_claim(data, index)) + "</p><blockquote>" +
                              escaped(clause_words(data, c)) + "</blockquote>"}};
  if (c.thread < data.threads.size()) {
    out["group"] = band_words(data, data.threads[c.thread]);
  }
  return out;
}

}  // namespace

std::string to_timelinejs(const timeline& data) {
  const document& article = data.article;
  const std::string title =
      article.title.empty() ? std::string(words().timeline) : tidy(article.title);
  json out = {{"title",
               {{"text", {{"headline", escaped(title)}, {"text", escaped(about_words(article))}}}}},
              {"events", json::array()}};
  for (const std::size_t i : claims_for(data, exchange_format::timelinejs)) {
    out["events"].push_back(event_to_json(data, i));
  }
  return dump(out, false) + "\n";
}

}  // namespace zeitstrahl
