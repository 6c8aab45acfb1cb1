#include "render/exchange/claims.h"

#include <algorithm>
#include <cstdio>

#include "render/claim_words.h"
#include "render/tidy.h"

namespace zeitstrahl {
namespace {

plain_date date_of(const plain_end& end, bool latest) {
  if (!end.given()) return {};
  const bound& first = end.earliest.given() ? end.earliest : end.latest;
  const bound& last = end.latest.given() ? end.latest : end.earliest;
  const civil_date a = to_civil(first.date);
  const civil_date b = to_civil(last.date);
  // Where one side is not known, the words' precision tells how much of the other is said.
  const bool one_side = !end.earliest.given() || !end.latest.given();
  plain_date out;
  out.year = latest ? b.year : a.year;
  if (a.year != b.year || (one_side && end.precision >= grain::year)) return out;
  if (a.month != b.month || (one_side && end.precision >= grain::quarter)) return out;
  out.month = a.month;
  if (a != b || (one_side && end.precision >= grain::month)) return out;
  out.day_of_month = a.day_of_month;
  const bool midnight = first.minute == 24 * 60;  // has no clock of its day
  if (first.minute == last.minute && !midnight) out.minute = first.minute;
  return out;
}

bool holds(const claim& c, exchange_format format) {
  if (c.hidden) return false;
  switch (format) {
    case exchange_format::timelinejs:
    case exchange_format::vis_timeline:
      return !c.when.empty();
    case exchange_format::icalendar:
      // RFC 5545 writes years with four digits
      return c.mode == modality::planned && begin_date(c.when).year > 0;
    default:
      return true;
  }
}

}  // namespace

plain_end begin_of(const interval& when) {
  const plain_end begin{when.begin_earliest, when.begin_latest, when.begin_grain};
  return begin.given() ? begin : plain_end{when.end_earliest, when.end_latest, when.end_grain};
}

plain_end end_of(const interval& when) {
  if (!when.end_latest.given()) return {};
  return {when.end_earliest, when.end_latest, when.end_grain};
}

plain_date begin_date(const interval& when) { return date_of(begin_of(when), false); }
plain_date end_date(const interval& when) { return date_of(end_of(when), true); }

std::string iso_text(const plain_date& date) {
  if (date.year < 1) return {};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day_of_month);
  std::string out = text;
  if (date.month == 0) return out.substr(0, 4);
  if (date.day_of_month == 0) return out.substr(0, 7);
  if (date.minute == bound::no_minute) return out;
  std::snprintf(text, sizeof text, "T%02d:%02d", date.minute / 60, date.minute % 60);
  return out + text;
}

std::vector<std::size_t> claims_for(const timeline& data, exchange_format format) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < data.claims.size(); ++i) {
    if (holds(data.claims[i], format)) out.push_back(i);
  }
  return out;
}

std::string spoken_claim(const timeline& data, std::size_t index) {
  return spoken_words(data, bar_of(data.claims[index], static_cast<std::uint32_t>(index)));
}

std::string clause_words(const timeline& data, const claim& c) {
  return tidy(c.clause.in(data.article.text));
}

std::string write_exchange(const timeline& result, exchange_format format) {
  switch (format) {
    case exchange_format::timelinejs:
      return to_timelinejs(result);
    case exchange_format::vis_timeline:
      return to_vis_timeline(result);
    case exchange_format::icalendar:
      return to_icalendar(result);
    case exchange_format::json_ld:
      return to_json_ld(result);
    case exchange_format::followthemoney:
      return to_followthemoney(result);
    case exchange_format::markdown:
      break;
  }
  return to_markdown_table(result);
}

std::size_t left_out(const timeline& result, exchange_format format) {
  const auto shown = static_cast<std::size_t>(std::count_if(
      result.claims.begin(), result.claims.end(), [](const claim& c) { return !c.hidden; }));
  return shown - claims_for(result, format).size();
}

}  // namespace zeitstrahl
