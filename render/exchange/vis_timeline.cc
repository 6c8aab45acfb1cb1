// Groups and items of vis-timeline, https://visjs.github.io/vis-timeline/docs/timeline/.

#include <cstdio>

#include "io/json_parts.h"
#include "render/claim_words.h"
#include "render/exchange/claims.h"
#include "render/markup.h"
#include "render/tidy.h"

namespace zeitstrahl {
namespace {

// Local time as JavaScript reads it, years before 1 with their sign and six digits.
std::string moment(day date, int minute) {
  const civil_date civil = to_civil(date);
  char text[48];
  const char* shape =
      civil.year < 0 ? "%07d-%02d-%02dT%02d:%02d:00" : "%04d-%02d-%02dT%02d:%02d:00";
  std::snprintf(text, sizeof text, shape, civil.year, civil.month, civil.day_of_month, minute / 60,
                minute % 60);
  return text;
}

std::string begin_moment(const bound& b) {
  return moment(b.date, b.minute == bound::no_minute ? 0 : b.minute);
}

// The first moment after it: days are inclusive.
std::string end_moment(const bound& b) {
  if (b.minute != bound::no_minute && b.minute < 24 * 60) return moment(b.date, b.minute);
  return moment(b.date + 1, 0);
}

// For the page's style sheet: what a bar's look tells in our own pictures.
std::string class_names(const claim& c) {
  std::string out = "zeitstrahl " + std::string(to_string(c.mode));
  if (c.reported) out += " reported";
  const interval& w = c.when;
  if (!w.begin_earliest.given() && !w.begin_latest.given()) out += " begin-unknown";
  if (w.end_latest.kind == bound::state::open) out += " end-open";
  if (w.end_latest.kind == bound::state::unknown && !w.end_earliest.given()) out += " end-unknown";
  return out;
}

json item_to_json(const timeline& data, std::size_t index) {
  const claim& c = data.claims[index];
  const plain_end begin = begin_of(c.when);
  const plain_end end = end_of(c.when);
  const bound& first = begin.earliest.given() ? begin.earliest : begin.latest;
  json out = {{"id", c.id},
              {"content", escaped(tidy(c.label))},
              {"title", escaped(spoken_claim(data, index))},
              {"start", begin_moment(first)}};
  const bool moment_only = end.given() && end.latest == first;
  if (end.given() && !moment_only) out["end"] = end_moment(end.latest);
  out["type"] = out.contains("end") ? "range" : "box";
  out["className"] = class_names(c);
  if (c.thread < data.threads.size()) out["group"] = c.thread;
  return out;
}

}  // namespace

std::string to_vis_timeline(const timeline& data) {
  json out = {{"groups", json::array()}, {"items", json::array()}};
  for (std::size_t t = 0; t < data.threads.size(); ++t) {
    out["groups"].push_back({{"id", t}, {"content", escaped(band_words(data, data.threads[t]))}});
  }
  for (const std::size_t i : claims_for(data, exchange_format::vis_timeline)) {
    out["items"].push_back(item_to_json(data, i));
  }
  return dump(out, false) + "\n";
}

}  // namespace zeitstrahl
