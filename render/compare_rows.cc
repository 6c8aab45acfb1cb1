#include "render/compare_rows.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

#include "render/place.h"
#include "render/words_de.h"

namespace zeitstrahl {
namespace {

// A line an article; those that say nothing share one where only one speaks.
std::vector<mark_line> lines_of_sources(const comparison_sheet& sheet, const story& s,
                                        const story_names& names, const comparison_row& r) {
  std::vector<mark_line> out;
  for (const std::uint32_t a : s.articles) {
    mark_line l;
    l.badge = names.letter(a);
    l.hue = sheet.hue_of(names, a);
    for (const statement& said : r.statements) {
      if (said.article == a) l.said.push_back(&said);
    }
    if (l.said.empty()) l.instead = compare_words().not_mentioned;
    if (r.current.size() > 1 || !l.said.empty()) out.push_back(std::move(l));
  }
  if (r.current.size() == 1) {
    out.push_back({"",
                   sheet.colors.muted,
                   {},
                   fill(compare_words().not_mentioned_in, {names.letters(r.silent)})});
  }
  return out;
}

// How long the begin of a statement's time may have been; of a bar's, not a single date's,
// where both are told.
std::tuple<bool, std::int32_t> vagueness(const statement& s) {
  const interval& w = s.when;
  return {w.single_unit(),
          w.begin_latest.date - w.begin_earliest.date +
              (w.end_latest.given() ? w.end_latest.date - w.end_earliest.date : 0)};
}

// Articles whose times can all be true share one line, that of who knows it best; else those
// that state the same share a line.
std::vector<mark_line> lines_of_times(const comparison_sheet& sheet, const comparison_row& r) {
  std::vector<mark_line> out;
  const bool one_time = r.is == verdict::equal || r.is == verdict::compatible;
  for (const std::uint32_t i : r.current) {
    const statement& s = r.statements[i];
    const auto same = std::find_if(out.begin(), out.end(), [&](const mark_line& l) {
      const statement& other = *l.said.front();
      return one_time || (to_edtf(other.when) == to_edtf(s.when) && other.mode == s.mode);
    });
    if (same == out.end()) {
      out.push_back({"", sheet.colors.hue(0), {&s}, ""});
    } else {
      same->said.push_back(&s);
    }
  }
  for (mark_line& l : out) {
    l.badge = std::to_string(l.said.size());
    std::stable_sort(l.said.begin(), l.said.end(), [](const statement* a, const statement* b) {
      return vagueness(*a) < vagueness(*b);
    });
  }
  return out;
}

// How many sources state a time, and which.
std::string source_words(const story_names& names, const std::vector<mark_line>& lines) {
  std::vector<std::uint32_t> articles;
  for (const mark_line& l : lines) {
    for (const statement* s : l.said) articles.push_back(s->article);
  }
  std::sort(articles.begin(), articles.end());
  if (articles.size() == 1) return fill(compare_words().one_source, {names.letters(articles)});
  return fill(compare_words().sources, {std::to_string(articles.size()), names.letters(articles)});
}

}  // namespace

table_columns::table_columns(const comparison_sheet& sheet) : stacked(sheet.is_narrow()) {
  if (stacked) {
    label_width = sheet.room();
    badge_left = sheet_margin;
    plot_left = sheet_margin + badge_room + 4;
    plot_right = sheet.right();
    verdict_left = sheet_margin;
    verdict_width = sheet.room();
    return;
  }
  const double width = sheet.options.width;
  label_width = std::clamp(0.25 * width, 160.0, 320.0);
  verdict_width = std::clamp(0.2 * width, 145.0, 260.0);
  verdict_left = sheet.right() - verdict_width;
  badge_left = sheet_margin + label_width + 12;
  plot_left = badge_left + badge_room;
  plot_right = verdict_left - column_gap;
}

double matter_row::label_height() const {
  return label_line_height * static_cast<double>(label.size());
}

double matter_row::lines_height() const {
  return line_of_marks * static_cast<double>(lines.size());
}

double matter_row::height(const table_columns& columns) const {
  if (columns.stacked) return label_height() + lines_height() + judged.height() + 8 + row_gap;
  return std::max({label_height(), lines_height(), judged.height()}) + row_gap;
}

matter_row make_matter_row(const comparison_sheet& sheet, const story& s, const story_names& names,
                           const comparison_row& r, const table_columns& columns) {
  const bool merged = sheet.options.merged;
  matter_row row;
  row.what = &r;
  row.lines = merged ? lines_of_times(sheet, r) : lines_of_sources(sheet, s, names, r);
  row.label = sheet.wrapped(r.label, label_style, columns.label_width);
  const std::string words =
      merged ? source_words(names, row.lines) : verdict_words(sheet.all, names, r);
  row.judged = set_verdict(sheet, names, r, words, columns.verdict_width);
  return row;
}

}  // namespace zeitstrahl
