#include "render/compare_layout.h"

#include <algorithm>
#include <utility>

#include "render/compare_choice.h"
#include "render/compare_drift.h"
#include "render/compare_panels.h"
#include "render/compare_sheet.h"
#include "render/compare_table.h"
#include "render/compare_words.h"
#include "render/place.h"
#include "render/tidy.h"
#include "render/words_de.h"

namespace zeitstrahl {
namespace {

constexpr font_style title_style{19, 700};
constexpr font_style about_style{11.5, 400};
constexpr double title_line_height = 25;
constexpr double about_line_height = 16;
constexpr double source_gap = 4;
constexpr double section_gap = 26;
constexpr std::size_t most_lines = 4;          // articles in a table
constexpr double longest_picture = 1600;       // where leaving rows out can do it
constexpr std::size_t most_name_bytes = 1200;  // of articles that stand apart

// What a picture shows at most.
struct limits {
  std::size_t rows = SIZE_MAX;  // of a story
  std::size_t stories = SIZE_MAX;
};

class comparison_picture {
 public:
  comparison_picture(const comparison& all, const comparison_layout& options, const limits& most,
                     const theme& colors, const text_metrics& metrics)
      : all_(all),
        options_(options),
        most_(most),
        colors_(colors),
        sheet_(all, options, colors, metrics) {}

  scene draw() {
    std::vector<const story*> shown;
    std::vector<std::uint32_t> apart;
    for (const story& s : all_.stories) {
      if (s.articles.size() > 1) {
        shown.push_back(&s);
      } else {
        apart.push_back(s.articles.front());
      }
    }
    const bool several = shown.size() > 1;
    const std::size_t left_out = shown.size() - std::min(shown.size(), most_.stories);
    shown.resize(shown.size() - left_out);
    add_head(shown.empty());
    for (const story* s : shown) add_story(*s, several);
    sheet_.add_count(compare_words().hidden_stories, left_out);
    add_apart(apart);
    add_notes();
    return sheet_.take();
  }

 private:
  void add_head(bool nothing_shared) {
    if (options_.headed) {
      sheet_.add_paragraph(sheet_.title(), title_style, colors_.text, title_line_height);
    }
    if (!nothing_shared) return;
    sheet_.y += 12;
    sheet_.add_paragraph(compare_words().nothing_shared, label_style, colors_.text,
                         label_line_height);
  }

  void add_story(const story& s, bool headed) {
    const story_names names(s);
    if (headed) {
      sheet_.y += 8;
      sheet_.add_paragraph(topic_words(all_, s), label_style, colors_.text, label_line_height);
    }
    add_sources(s, names);
    const row_choice chosen =
        choose_rows(s, {options_.verdicts, options_.all, options_.merged, most_.rows});
    if (chosen.rows.empty() && !options_.verdicts.empty()) {
      sheet_.add_paragraph(compare_words().none_wanted, label_style, colors_.text,
                           label_line_height);
    } else if (options_.merged || s.articles.size() <= most_lines) {
      add_table(sheet_, s, names, chosen.rows);
    } else {
      add_panels(sheet_, s, names, chosen.rows);
    }
    sheet_.add_count(compare_words().only_once, chosen.only);
    sheet_.add_count(compare_words().hidden, chosen.hidden);
    for (const comparison_row* r : chosen.rows) {
      if (!options_.merged && has_drift(*r)) add_drift(sheet_, names, *r);
    }
    for (const comparison_row& r : s.rows) {
      sheet_.description += tidy(r.label) + ": " + verdict_words(all_, names, r) + ". ";
    }
    sheet_.y += section_gap - row_gap;
  }

  // "[A] Netzkurier, "Titel", veroeffentlicht ..."
  void add_sources(const story& s, const story_names& names) {
    constexpr double words_left = sheet_margin + badge_room + 4;
    sheet_.y += 4;
    for (const std::uint32_t a : s.articles) {
      const std::string words = article_words(all_.articles[a].article);
      group g;
      sheet_.put_badge(g, names.letter(a), {sheet_margin, sheet_.y + about_line_height / 2},
                       sheet_.hue_of(names, a));
      sheet_.y =
          sheet_.put_lines(g, sheet_.wrapped(words, about_style, sheet_.right() - words_left),
                           {words_left, sheet_.y}, about_style, colors_.muted, about_line_height) +
          source_gap;
      sheet_.add(std::move(g));
      sheet_.description += names.letter(a) + ": " + words + ". ";
    }
    sheet_.y += 10;
  }

  // Articles that share nothing with others.
  void add_apart(const std::vector<std::uint32_t>& apart) {
    if (apart.empty()) return;
    std::string names;
    for (const std::uint32_t a : apart) {
      names += (names.empty() ? "" : "; ") + article_words(all_.articles[a].article);
    }
    if (names.size() > most_name_bytes) names = std::to_string(apart.size());
    const std::string words = fill(compare_words().apart, {names});
    sheet_.y += 6;
    sheet_.add_paragraph(words, small_style, colors_.muted, small_line_height);
    sheet_.description += words + ". ";
  }

  // What the marks mean, of those that the picture has.
  std::string note_words() const {
    const auto has = [&](feature f) { return sheet_.features.test(static_cast<std::size_t>(f)); };
    std::string out;
    const auto note = [&](bool needed, std::string_view words) {
      if (needed) out += (out.empty() ? "" : " ") + std::string(words);
    };
    note(has(feature::until_published), compare_words().note_solid);
    note(has(feature::after_published) || has(feature::planned), compare_words().note_hatched);
    note(has(feature::bound), compare_words().note_tint);
    note(has(feature::negated), compare_words().note_hollow);
    note(sheet_.features.any(), compare_words().note_published);
    note(sheet_.shows_conflict, compare_words().note_conflict);
    note(sheet_.shows_drift, compare_words().note_drift);
    return out;
  }

  void add_notes() {
    const std::string notes = note_words();
    if (notes.empty()) return;
    sheet_.y += 4;
    sheet_.add_rule(sheet_.y, group_kind::plain);
    sheet_.y += 6;
    sheet_.add_paragraph(notes, small_style, colors_.muted, small_line_height);
  }

  const comparison& all_;
  const comparison_layout& options_;
  const limits most_;
  const theme& colors_;
  comparison_sheet sheet_;
};

}  // namespace

scene lay_out(const comparison& all, const comparison_layout& options, const theme& colors,
              const text_metrics& metrics) {
  const auto drawn = [&](const limits& most) {
    return comparison_picture(all, options, most, colors, metrics).draw();
  };
  limits most;
  scene out = drawn(most);
  if (options.all || out.height <= longest_picture) return out;
  // As many rows as fit, one at least, then as many stories.
  std::size_t rows = 1;
  for (const story& s : all.stories) rows = std::max(rows, s.rows.size());
  for (std::size_t* limit : {&most.rows, &most.stories}) {
    std::size_t low = 1;
    std::size_t high = limit == &most.rows ? rows : all.stories.size();
    while (low < high) {
      *limit = (low + high + 1) / 2;
      if (drawn(most).height <= longest_picture) {
        low = *limit;
      } else {
        high = *limit - 1;
      }
    }
    *limit = low;
    out = drawn(most);
    if (out.height <= longest_picture) return out;
  }
  return out;
}

}  // namespace zeitstrahl
