#include "c/formats.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "c/options.h"
#include "zeitstrahl/draw.h"
#include "zeitstrahl/draw_comparison.h"
#include "zeitstrahl/edit.h"
#include "zeitstrahl/exchange.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

constexpr std::pair<std::string_view, exchange_format> exchange_formats[] = {
    {"markdown", exchange_format::markdown},
    {"icalendar", exchange_format::icalendar},
    {"json-ld", exchange_format::json_ld},
    {"followthemoney", exchange_format::followthemoney},
    {"timelinejs", exchange_format::timelinejs},
    {"vis-timeline", exchange_format::vis_timeline},
};

// What every picture takes.
option_setters picture_setters(draw_options& into) {
  return {{"theme", choice(into.theme, {{"light", picture_theme::light},
                                        {"dark", picture_theme::dark},
                                        {"print", picture_theme::print}})},
          {"width", whole_number(into.width)},
          {"scale", number(into.scale)},
          {"embed-fonts", flag(into.embed_fonts)},
          {"title", [&into](const std::string& value) {
             into.title = value;
             return std::string();
           }}};
}

void add_choosing(option_setters& setters, selection& into, int& most) {
  setters.insert(setters.end(), {{"thread", texts(into.threads)},
                                 {"without", parted_texts(into.without)},
                                 {"since", day_of(into.since)},
                                 {"until", day_of(into.until)},
                                 {"max-claims", whole_number(most)},
                                 {"hide-vague", flag(into.hide_vague)}});
}

// `format` is a picture's, or none: then the picture's words.
result<std::string> write_picture(const timeline& found, std::optional<picture_format> format,
                                  const zs_option* given) {
  draw_options how;
  how.format = format.value_or(picture_format::svg);
  selection chosen;
  int most = 0;
  option_setters setters = picture_setters(how);
  setters.insert(setters.end(), {{"page", choice(how.page, {{"fit", page_format::fit},
                                                            {"a4", page_format::a4},
                                                            {"a5", page_format::a5}})},
                                 {"links", flag(how.links)},
                                 {"all", flag(how.all)}});
  add_choosing(setters, chosen, most);
  if (auto wrong = take_options(given, setters)) return *std::move(wrong);
  chosen.most = static_cast<std::size_t>(most);
  how.all = how.all || most > 0;
  timeline shown = found;
  if (auto misfit = select(shown, chosen)) return *std::move(misfit);
  return format ? draw(shown, how) : caption(shown, how);
}

result<std::string> write_json(const timeline& found, bool one_line, const zs_option* given) {
  json_options how;
  how.one_line = one_line;
  if (auto wrong = take_options(given, {{"with-text", flag(how.with_text)}})) {
    return *std::move(wrong);
  }
  return to_json(found, how) + (one_line ? "\n" : "");
}

result<std::string> write_timeml(const timeline& found, const zs_option* given) {
  timeml_options how;
  if (auto wrong = take_options(given, {{"vague", flag(how.vague)}})) return *std::move(wrong);
  return to_timeml(found, how);
}

error unknown_format(std::string_view format, std::string_view known) {
  return {error_kind::bad_usage, std::string(format),
          "no such format; there are " + std::string(known)};
}

// By name, not by a path's ending.
std::optional<picture_format> picture_format_called(std::string_view name) {
  return picture_format_of("picture." + std::string(name));
}

}  // namespace

result<std::string> write_as(const timeline& found, std::string_view format,
                             const zs_option* given) {
  if (format == "json" || format == "ndjson") return write_json(found, format == "ndjson", given);
  if (format == "timeml") return write_timeml(found, given);
  const auto picture = picture_format_called(format);
  if (picture || format == "caption") return write_picture(found, picture, given);
  const auto exchange = std::find_if(std::begin(exchange_formats), std::end(exchange_formats),
                                     [&](const auto& f) { return f.first == format; });
  if (format != "csv" && exchange == std::end(exchange_formats)) {
    return unknown_format(format,
                          "json, ndjson, csv, timeml, markdown, icalendar, json-ld, "
                          "followthemoney, timelinejs, vis-timeline, svg, png, pdf, html, caption");
  }
  if (auto wrong = take_options(given, {})) return *std::move(wrong);
  return format == "csv" ? to_csv(found) : write_exchange(found, exchange->second);
}

result<std::string> write_as(const comparison& compared, std::string_view format,
                             const zs_option* given) {
  if (const auto picture = picture_format_called(format)) {
    comparison_options how;
    how.picture.format = *picture;
    option_setters setters = picture_setters(how.picture);
    setters.emplace_back("merge", flag(how.merge));
    if (auto wrong = take_options(given, setters)) return *std::move(wrong);
    return draw(compared, how);
  }
  if (auto wrong = take_options(given, {})) return *std::move(wrong);
  if (format == "json") return to_json(compared);
  if (format == "csv") return to_csv(compared);
  if (format == "markdown") return to_markdown(compared);
  return unknown_format(format, "json, csv, markdown, svg, png, pdf, html");
}

}  // namespace zeitstrahl
