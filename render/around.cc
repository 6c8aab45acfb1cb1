#include "render/around.h"

#include "render/claim_words.h"
#include "render/place.h"
#include "render/reading_words.h"
#include "render/tidy.h"
#include "render/words_de.h"

namespace zeitstrahl {
namespace {

constexpr font_style title_style{19, 700};
constexpr font_style about_style{11.5, 400};
constexpr font_style foot_style{11, 400};
constexpr font_style foot_head_style{11, 600};
constexpr font_style nothing_style{13, 400};

constexpr double title_line_height = 25;
constexpr double about_line_height = 16;
constexpr double foot_line_height = 15.5;
constexpr double legend_line_height = 20;

std::string_view heading_of(timing why) {
  if (why == timing::present) return words().at_present;
  return why == timing::recurring ? words().recurrences : words().undated;
}

}  // namespace

double add_lines(std::vector<node>& out, const std::vector<text_line>& lines, point top_left,
                 font_style style, rgb color, double line_height) {
  double y = top_left.y;
  for (const text_line& l : lines) {
    const double baseline = y + line_height / 2 + 0.36 * style.size;
    if (!l.content.empty()) {
      out.push_back(
          {text{{top_left.x, baseline}, text_anchor::start, style, color, l.content, l.width}});
    }
    y += line_height;
  }
  return y;
}

around_plot::around_plot(const timeline& data, const picture_rows& rows,
                         const layout_options& options, const theme& colors,
                         const text_metrics& metrics)
    : data_(data), rows_(rows), options_(options), colors_(colors), metrics_(metrics) {
  title_ = tidy(options.title ? *options.title : data.article.title);
  if (title_.empty()) title_ = words().timeline;
}

std::vector<text_line> around_plot::wrapped(std::string_view content, font_style style) const {
  return metrics_.measure(content, style).lines(rows_.inside.right - rows_.inside.left);
}

double around_plot::draw_header(scene& out, std::size_t page, std::size_t count) const {
  const double left = rows_.inside.left;
  if (!options_.headed) return left / 2;
  double y = add_lines(out.nodes, wrapped(title_, title_style), {left, left - 5}, title_style,
                       colors_.text, title_line_height);
  std::string about = about_words(data_.article);
  if (count > 1) {
    about += " (" + fill(words().page, {std::to_string(page + 1), std::to_string(count)}) + ")";
  }
  return add_lines(out.nodes, wrapped(about, about_style), {left, y + 1}, about_style,
                   colors_.muted, about_line_height) +
         8;
}

double around_plot::draw_listed(scene& out, double y, const foot_plan& page) const {
  if (!page.lists_any()) return y;
  const double left = rows_.inside.left;
  for (std::size_t i = page.listed_from; i < page.listed_to; ++i) {
    const listed& l = rows_.in_words[i];
    if (i == page.listed_from || l.why != rows_.in_words[i - 1].why) {
      if (i > page.listed_from) y += 6;
      y = add_lines(out.nodes, wrapped(heading_of(l.why), foot_head_style), {left, y},
                    foot_head_style, colors_.text, foot_line_height);
    }
    group claim;
    claim.kind = group_kind::claim;
    claim.id = "claim-" + std::to_string(rows_.dated.size() + i + 1);
    claim.label = undated_words(data_, *l.what);
    claim.claims = l.what->claims;
    y = add_lines(claim.children, wrapped(claim.label, foot_style), {left, y}, foot_style,
                  colors_.text, foot_line_height) +
        2;
    out.nodes.push_back({std::move(claim)});
  }
  return y + 8;
}

double around_plot::add_muted(scene& out, const std::string& content, double y) const {
  return add_lines(out.nodes, wrapped(content, foot_style), {rows_.inside.left, y}, foot_style,
                   colors_.muted, foot_line_height);
}

double around_plot::draw_foot(scene& out, double y, const foot_plan& page) const {
  const label_frame& inside = rows_.inside;
  if (rows_.dated.empty() && page.listed_from == 0) {
    const std::string_view nothing =
        rows_.in_words.empty() ? words().nothing_found : words().nothing_dated;
    y = add_lines(out.nodes, wrapped(nothing, nothing_style), {inside.left, y + 12}, nothing_style,
                  colors_.text, label_line_height + 2) +
        14;
  }
  const std::string left_out = left_out_words(data_);
  if (rows_.dated.empty() && rows_.in_words.empty() && left_out.empty()) return y;
  if (!page.lists_any() && !page.last) return y;
  y += 6;
  out.nodes.push_back({line{{inside.left, y}, {inside.right, y}, {colors_.grid, 1}}});
  y = draw_listed(out, y + 7, page);
  if (!page.last) return y;
  if (!left_out.empty()) y = add_muted(out, left_out, y);
  y = add_muted(out, source_words(data_.article), y);
  return draw_legend(out, y + 4);
}

double around_plot::foot_height(const foot_plan& page) const {
  scene unused;
  return draw_foot(unused, 0, page);
}

double around_plot::draw_legend(scene& out, double y) const {
  if (rows_.features.none()) return y;
  constexpr double words_gap = 7;
  constexpr double item_gap = 20;
  const label_frame& inside = rows_.inside;
  double x = inside.left;
  for (std::size_t i = 0; i < feature_count; ++i) {
    if (!rows_.features.test(i)) continue;
    const auto f = static_cast<feature>(i);
    const std::string content(legend_words(f, data_.article.published.has_value()));
    const double width = metrics_.width(content, foot_style);
    if (x > inside.left && x + sample_width + words_gap + width > inside.right) {
      x = inside.left;
      y += legend_line_height;
    }
    const double middle = y + legend_line_height / 2;
    out.nodes.push_back({draw_sample(f, {x, middle}, colors_.hue(0), colors_)});
    add_lines(out.nodes, {{content, width}}, {x + sample_width + words_gap, y}, foot_style,
              colors_.text, legend_line_height);
    x += sample_width + words_gap + width + item_gap;
  }
  return y + legend_line_height;
}

std::string around_plot::description() const {
  std::string out = about_words(data_.article) + ".";
  for (const entry& e : rows_.dated) {
    out += " " + std::to_string(e.number) + ". " + spoken_words(data_, *e.what) + ".";
  }
  for (const listed& l : rows_.in_words) {
    out += " " + std::string(heading_of(l.why)) + ": " + undated_words(data_, *l.what) + ".";
  }
  if (rows_.dated.empty() && rows_.in_words.empty()) {
    out += " " + std::string(words().nothing_found);
  }
  if (const std::string left_out = left_out_words(data_); !left_out.empty()) out += " " + left_out;
  return out;
}

}  // namespace zeitstrahl
