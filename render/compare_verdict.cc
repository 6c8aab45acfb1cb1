#include "render/compare_verdict.h"

#include <utility>

#include "render/verdict_sign.h"

namespace zeitstrahl {
namespace {

constexpr font_style verdict_style{11.5, 400};
constexpr double verdict_line_height = 15.5;

}  // namespace

double verdict_text::height() const {
  return verdict_line_height * static_cast<double>(verdict.size()) +
         small_line_height * static_cast<double>(evidence.size());
}

verdict_text set_verdict(const comparison_sheet& sheet, const story_names& names,
                         const comparison_row& r, const std::string& words, double width) {
  std::vector<statement> said;
  for (const std::uint32_t i : r.current) said.push_back(r.statements[i]);
  return {sheet.wrapped(words, verdict_style, width - sign_room),
          sheet.wrapped(evidence_words(sheet.all, names, said), small_style, width - sign_room)};
}

void put_verdict(const comparison_sheet& sheet, group& out, const comparison_row& r,
                 const verdict_text& said, point top_left) {
  const bool judged = !sheet.options.merged;
  const rgb color = judged && r.is == verdict::conflict ? sheet.colors.marker : sheet.colors.text;
  if (judged) {
    group sign;
    sign.kind = group_kind::mark;
    const point middle{top_left.x + sign_width / 2, top_left.y + verdict_line_height / 2};
    sign.children.push_back({draw_sign(r.is, middle, color)});
    out.children.push_back({std::move(sign)});
  }
  const double left = top_left.x + sign_room;
  const double under = sheet.put_lines(out, said.verdict, {left, top_left.y}, verdict_style, color,
                                       verdict_line_height);
  sheet.put_lines(out, said.evidence, {left, under}, small_style, sheet.colors.muted,
                  small_line_height);
}

void put_verdict_plates(const comparison_sheet& sheet, group& out, const verdict_text& said,
                        point top_left) {
  const double left = top_left.x + sign_room;
  sheet.put_plates(out, said.verdict, {left, top_left.y}, verdict_line_height);
  const double under = top_left.y + verdict_line_height * static_cast<double>(said.verdict.size());
  sheet.put_plates(out, said.evidence, {left, under}, small_line_height);
}

}  // namespace zeitstrahl
