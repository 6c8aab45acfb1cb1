// A timeline that was written and somebody changed: its JSON a value here and there, or all of
// its bytes; and the table of it.

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "io/json_parts.h"
#include "tests/fuzz/choices.h"
#include "tests/fuzz/exercise.h"
#include "tests/fuzz/targets.h"
#include "zeitstrahl/draw.h"
#include "zeitstrahl/edit.h"
#include "zeitstrahl/exchange.h"
#include "zeitstrahl/read.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

const timeline& sample() {
  static const timeline out = [] {
    scratch memory;
    const auto article = read_article(
        "---\npublished: 2025-01-22\n---\nDie Werft gehört seit 2019 der Stadt. Am 3. Mai 2026 "
        "öffnet dort laut Bürgermeister Peter Ott ein Museum. Es soll bis 2030 bleiben.\n",
        "werft.md");
    return german_extractor().analyze(*article, memory);
  }();
  return out;
}

json odd_value(choices& choose) {
  static const json values[] = {nullptr,
                                true,
                                false,
                                0,
                                1,
                                2,
                                -1,
                                4294967295u,
                                4294967296u,
                                18446744073709551615u,
                                1e300,
                                "",
                                "x",
                                "2024-06",
                                "2024-06/..",
                                "../2030",
                                "2030/2019",
                                "-0043",
                                "19XX",
                                "9999-12-31",
                                "planned",
                                "since",
                                "c4k7tq2",
                                "<b>&",
                                "a\nb",
                                std::string(300, 'a'),
                                "\u202e",
                                json::array(),
                                json::object(),
                                json::array({1, "a"}),
                                json{{"edtf", "2024"}}};
  return values[choose(std::size(values))];
}

// Changes a value somewhere below.
void alter(json& where, choices& choose) {
  json* at = &where;
  while (at->is_structured() && !at->empty() && !choose.one_in(6)) {
    auto member = at->begin();
    std::advance(member, choose(std::min<std::size_t>(at->size(), 200)));
    at = &*member;
  }
  if (at->is_array() && !at->empty()) {
    const std::size_t i = choose(std::min<std::size_t>(at->size(), 200));
    switch (choose(4)) {
      case 0:
        at->erase(i);
        return;
      case 1:
        at->push_back(json((*at)[i]));
        return;
      case 2:
        std::swap((*at)[i], at->back());
        return;
      default:
        break;
    }
  }
  if (at->is_object() && !at->empty() && choose(2) == 0) {
    at->erase(
        std::next(at->begin(), static_cast<long>(choose(std::min<std::size_t>(at->size(), 200)))));
    return;
  }
  *at = odd_value(choose);
}

std::string fault_of(const error& problem) {
  const std::string text = problem.to_string();
  if (problem.message.empty()) return "an error without a message";
  return text == visible(text) ? "" : "an error of several lines: " + visible(text);
}

// What may be done with a timeline that somebody gave.
std::string use(timeline edited, bool with_picture) {
  timeline fresh = sample();
  apply_edits(fresh, edited);
  make_bars(edited);
  const json_options whole{.with_text = true};
  const std::string json = to_json(edited, whole);
  const result<timeline> again = read_timeline(json, "again.json");
  if (!again) return "what was written is not read: " + again.error().to_string();
  timeline bars = *again;
  make_bars(bars);
  if (to_json(bars, whole) != json) return "read again it is another one";
  for (timeline* data : {&edited, &fresh}) {
    to_csv(*data);
    to_timeml(*data);
    for (const auto format : {exchange_format::timelinejs, exchange_format::icalendar,
                              exchange_format::followthemoney, exchange_format::markdown}) {
      write_exchange(*data, format);
    }
    if (!with_picture) continue;
    draw_options report;
    report.format = picture_format::html;
    const auto picture = draw(*data, report);
    if (!picture) return fault_of(picture.error());
  }
  select(fresh, {.since = parse_day("2025-01-01"), .most = 2});
  return "";
}

}  // namespace

std::string fuzz_edited(std::string_view bytes) {
  if (bytes.starts_with("article") || bytes.starts_with("claim")) {
    const auto table = read_edited_table(bytes, "table.csv", sample());
    return table ? use(*table, false) : fault_of(table.error());
  }
  std::string text(bytes);
  if (!bytes.starts_with('{')) {
    static const json written = json::parse(to_json(sample(), {.with_text = true}));
    json changed = written;
    choices choose(bytes);
    for (std::size_t count = 1 + choose(4); count > 0; --count) alter(changed, choose);
    text = dump(changed, true);
  }
  const auto read = read_timeline(text, "edited.json");
  return read ? use(*read, bytes.size() % 8 == 0) : fault_of(read.error());
}

}  // namespace zeitstrahl
