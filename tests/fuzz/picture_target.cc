// Pictures of made timelines: well-formed, and nothing in them runs or fetches anything.

#include <pugixml.hpp>

#include "tests/fuzz/choices.h"
#include "tests/fuzz/targets.h"
#include "tests/fuzz/text_maker.h"
#include "tests/render/timelines.h"
#include "zeitstrahl/draw.h"
#include "zeitstrahl/edit.h"

namespace zeitstrahl {
namespace {

constexpr grain grains[] = {grain::minute, grain::day,     grain::weekend, grain::week,
                            grain::month,  grain::quarter, grain::season,  grain::half_year,
                            grain::year,   grain::decade,  grain::century, grain::millennium};

interval made_interval(choices& choose) {
  static constexpr int years[] = {-9999, -44, 0, 1, 1400, 1899, 1990, 2019, 2024, 2025, 2026, 9999};
  const auto unit = [&](interval& when) {
    const grain precision = grains[choose(std::size(grains))];
    const int year = years[choose(std::size(years))];
    const day some =
        to_day({year, static_cast<int>(choose(12)) + 1, static_cast<int>(choose(31)) + 1});
    when = in_unit(unit_of(some, precision), precision, static_cast<basis>(choose(3)));
  };
  interval when;
  unit(when);
  interval end = when;
  switch (choose(6)) {
    case 0:
      when.end_earliest = when.end_latest = bound::open();
      break;
    case 1:
      when.begin_earliest = when.begin_latest = bound::unknown();
      break;
    case 2:
      unit(end);
      if (end.end_latest < when.begin_earliest) std::swap(when, end);
      when.end_earliest = std::max(end.end_earliest, when.end_earliest);
      when.end_latest = std::max(end.end_latest, when.end_latest);
      when.end_grain = end.end_grain;
      break;
    case 3:
      when = interval();
      break;
    default:
      break;
  }
  when.approximate = choose.one_in(4);
  return when;
}

std::string made_label(choices& choose) {
  static constexpr std::string_view odd[] = {"</text><script>alert(1)</script>",
                                             "\" onload=\"x",
                                             "&lt;",
                                             "]]>",
                                             "\x01\x02",
                                             "\uFDD0",
                                             "\u202e",
                                             "\u0e01\u0e33\u0e01\u0e33",
                                             "javascript:x",
                                             "<!--",
                                             "https://example.org/<>",
                                             "\U0001F469\u200d\U0001F680"};
  if (choose.one_in(3)) return std::string(odd[choose(std::size(odd))]);
  text_maker make([&](std::size_t limit) { return choose(limit); });
  std::string label = make.article(choose.one_in(8) ? 60 : 9);
  return label;
}

timeline made_timeline(choices& choose) {
  timeline_builder b(made_label(choose), choose.one_in(4) ? "" : "2025-01-22");
  if (choose.one_in(2)) b.source(made_label(choose));
  for (std::size_t claims = 1 + choose(12); claims > 0 && !choose.done(); --claims) {
    if (choose.one_in(3)) b.band(made_label(choose));
    const interval when = made_interval(choose);
    timeline_builder::traits how;
    how.mode = static_cast<modality>(choose(4));
    how.relates = static_cast<relation>(choose(9));
    how.reported = choose.one_in(3);
    if (how.reported) how.source = made_label(choose);
    b.add(made_label(choose), when, choose.one_in(4) ? "" : "2024", how);
  }
  return b.take();
}

// Of an element and all below.
std::string fault_of(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  for (const std::string_view never :
       {"script", "foreignObject", "iframe", "image", "animate", "set"}) {
    if (name == never) return "an element " + std::string(name);
  }
  for (const pugi::xml_attribute& a : node.attributes()) {
    const std::string_view key = a.name();
    const std::string_view value = a.value();
    if (key.starts_with("on")) return "an attribute " + std::string(key);
    const bool leads = key == "href" || key == "xlink:href" || key == "src";
    if (leads && !value.starts_with('#')) return "a link to " + std::string(value);
  }
  for (const pugi::xml_node& child : node.children()) {
    if (std::string fault = fault_of(child); !fault.empty()) return fault;
  }
  return "";
}

}  // namespace

std::string fuzz_picture(std::string_view bytes) {
  choices choose(bytes);
  draw_options options;
  options.theme = static_cast<picture_theme>(choose(3));
  options.width = 320 + static_cast<int>(choose(1200));
  options.links = choose.one_in(2);
  timeline data = made_timeline(choose);
  if (choose.one_in(2)) make_bars(data);
  const result<std::string> svg = draw(data, options);
  if (!svg) return "no picture: " + svg.error().to_string();
  pugi::xml_document read;
  const auto parsed = read.load_buffer(svg->data(), svg->size());
  if (!parsed) return std::string("no XML: ") + parsed.description();
  if (std::string fault = fault_of(read); !fault.empty()) return fault;
  if (bytes.size() % 8 == 0) {
    options.format = bytes.size() % 16 == 0 ? picture_format::pdf : picture_format::png;
    if (const auto picture = draw(data, options); !picture && picture.error().message.empty()) {
      return "no picture, and no reason";
    }
  }
  return "";
}

}  // namespace zeitstrahl
