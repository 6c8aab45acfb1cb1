#include "render/text_metrics.h"

#include <sys/mman.h>

#include <limits>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "render/pango_font.h"

namespace zeitstrahl {
namespace {

constexpr const char* family = "Noto Sans";
constexpr double hyphen_price = 3600;  // of a line that ends within a compound: 60 px of room

// What Pango, GLib and fontconfig take of the address space for fonts and for threads that look for
// them.  They end the process where they get none, so that it is asked for before.
constexpr std::size_t room_for_fonts = std::size_t{96} << 20;

bool is_room_for_fonts() {
  void* const room = ::mmap(nullptr, room_for_fonts, PROT_NONE,
                            MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return room != MAP_FAILED && ::munmap(room, room_for_fonts) == 0;
}

struct free_text {
  void operator()(char* text) const { g_free(text); }
};

// Whether the family itself is there, not what fontconfig would put in its place.
bool has_family(PangoContext* context) {
  const pango_font_ptr wanted = make_pango_font({12, 400});
  const std::unique_ptr<PangoFont, unref_object> font(
      pango_context_load_font(context, wanted.get()));
  if (!font) return false;
  const pango_font_ptr found(pango_font_describe(font.get()));
  const char* name = pango_font_description_get_family(found.get());
  return name != nullptr && std::string_view(name) == family;
}

bool is_hyphen(char32_t c) { return c == U'-' || c == 0x2010 || c == 0x2013; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_space(char32_t c) { return c == U' ' || c == 0xA0; }

std::size_t letters_before(const std::u32string& s, std::size_t at) {
  std::size_t n = 0;
  while (n < at && g_unichar_isalnum(s[at - n - 1])) ++n;
  return n;
}

std::size_t letters_from(const std::u32string& s, std::size_t at) {
  std::size_t n = 0;
  while (at + n < s.size() && g_unichar_isalnum(s[at + n])) ++n;
  return n;
}

// Breaks that Unicode allows and a reader stumbles over: behind the hyphen of
// "US-Dollar", and between a number and its unit.
bool reads_badly_broken(const std::u32string& s, std::size_t at) {
  if (is_hyphen(s[at - 1])) {
    return letters_before(s, at - 1) < 4 || letters_from(s, at) < 4;
  }
  if (s[at - 1] != U' ' || at < 2) return false;
  const char32_t before = s[at - 2];
  const bool number = is_digit(before) || (before == U'.' && at >= 3 && is_digit(s[at - 3]));
  const bool unit = g_unichar_isupper(s[at]) || letters_from(s, at) <= 3;
  return number && unit && g_unichar_isalpha(s[at]);
}

std::u32string decode(std::string_view s) {
  std::u32string out;
  for (std::size_t at = 0; at < s.size();) {
    const code_point c = decode_at(s, at);
    out.push_back(c.value);
    at += c.size;
  }
  return out;
}

}  // namespace

pango_context_ptr make_pango_context() {
  const std::unique_ptr<PangoFontMap, unref_object> map(pango_cairo_font_map_new());
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map.get()), 72);
  pango_context_ptr context(pango_font_map_create_context(map.get()));
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context.get(), options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  pango_context_set_language(context.get(), pango_language_from_string("de"));
  pango_context_set_base_dir(context.get(), PANGO_DIRECTION_LTR);
  return context;
}

pango_font_ptr make_pango_font(font_style style) {
  pango_font_ptr font(pango_font_description_new());
  pango_font_description_set_family_static(font.get(), family);
  pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
  pango_font_description_set_weight(font.get(), static_cast<PangoWeight>(style.weight));
  return font;
}

pango_layout_ptr make_pango_layout(PangoContext* context, std::string_view content,
                                   font_style style) {
  pango_layout_ptr layout(pango_layout_new(context));
  pango_layout_set_auto_dir(layout.get(), FALSE);
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  pango_layout_set_font_description(layout.get(), make_pango_font(style).get());
  pango_layout_set_text(layout.get(), content.data(), static_cast<int>(content.size()));
  return layout;
}

struct text_metrics::state {
  pango_context_ptr context = make_pango_context();
};

text_metrics::text_metrics(std::unique_ptr<state> s) : state_(std::move(s)) {}
text_metrics::~text_metrics() = default;
text_metrics::text_metrics(text_metrics&&) noexcept = default;
text_metrics& text_metrics::operator=(text_metrics&&) noexcept = default;

result<text_metrics> text_metrics::open() {
  if (!is_room_for_fonts()) {
    return error{error_kind::io, "", "not enough memory to draw; give it 96 MiB more"};
  }
  auto fresh = std::make_unique<state>();
  if (!has_family(fresh->context.get())) {
    return error{error_kind::bad_input, "fonts",
                 "the font Noto Sans is not installed; install it (Debian: fonts-noto-core)"};
  }
  return text_metrics(std::move(fresh));
}

double text_metrics::width(std::string_view content, font_style style) const {
  const pango_layout_ptr layout = make_pango_layout(state_->context.get(), content, style);
  PangoRectangle logical;
  pango_layout_get_extents(layout.get(), nullptr, &logical);
  return static_cast<double>(logical.width) / PANGO_SCALE;
}

paragraph text_metrics::measure(std::string_view content, font_style style) const {
  paragraph out;
  out.text_ = content;
  out.hyphen_width_ = width("-", style);
  const std::u32string letters = decode(out.text_);
  out.characters_.resize(letters.size());

  const pango_layout_ptr layout = make_pango_layout(state_->context.get(), out.text_, style);
  int count = 0;
  const PangoLogAttr* attributes = pango_layout_get_log_attrs_readonly(layout.get(), &count);
  std::size_t byte = 0;
  for (std::size_t i = 0; i < letters.size() && i < static_cast<std::size_t>(count); ++i) {
    paragraph::character& c = out.characters_[i];
    c.begin = byte;
    c.space = is_space(letters[i]);
    c.letter = g_unichar_isalpha(letters[i]);
    c.hyphen = is_hyphen(letters[i]);
    c.line_break = i > 0 && attributes[i].is_line_break && !reads_badly_broken(letters, i);
    c.char_break = i > 0 && attributes[i].is_cursor_position;
    byte += decode_at(out.text_, byte).size;
  }

  const PangoLayoutLine* first = pango_layout_get_line_readonly(layout.get(), 0);
  for (const GSList* at = first->runs; at != nullptr; at = at->next) {
    auto* run = static_cast<PangoGlyphItem*>(at->data);
    const auto chars = static_cast<std::size_t>(run->item->num_chars);
    std::vector<int> widths(chars);
    pango_glyph_item_get_logical_widths(run, out.text_.c_str(), widths.data());
    const std::size_t from = count_code_points(
        std::string_view(out.text_).substr(0, static_cast<std::size_t>(run->item->offset)));
    for (std::size_t i = 0; i < chars && from + i < out.characters_.size(); ++i) {
      out.characters_[from + i].width = static_cast<double>(widths[i]) / PANGO_SCALE;
    }
  }
  return out;
}

// Half-open range of characters.  `hyphen`: a line that ends with this piece gets one.
struct paragraph::piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  double width = 0;    // without spaces at the end
  double advance = 0;  // with them
  bool hyphen = false;
  bool hyphenated = false;  // ends with one of its own
};

std::vector<paragraph::piece> paragraph::pieces(double max_width) const {
  std::vector<piece> out;
  const auto trimmed = [&](piece& p) {
    p.width = p.advance;
    for (std::size_t i = p.end; i > p.begin && characters_[i - 1].space; --i) {
      p.width -= characters_[i - 1].width;
    }
  };
  const auto split = [&](std::size_t begin, std::size_t end) {
    piece part{begin, begin};
    for (std::size_t i = begin; i < end; ++i) {
      const character& c = characters_[i];
      const bool full = part.advance + c.width + hyphen_width_ > max_width && !c.space;
      if (full && c.char_break && part.end > part.begin) {
        part.hyphen = c.letter && characters_[i - 1].letter;
        trimmed(part);
        out.push_back(part);
        part = {i, i};
      }
      part.end = i + 1;
      part.advance += c.width;
    }
    trimmed(part);
    out.push_back(part);
  };
  for (std::size_t i = 0; i < characters_.size();) {
    piece word{i, i};
    do {
      word.advance += characters_[word.end++].width;
    } while (word.end < characters_.size() && !characters_[word.end].line_break);
    trimmed(word);
    word.hyphenated = characters_[word.end - 1].hyphen;
    i = word.end;
    if (word.width > max_width) {
      split(word.begin, word.end);
    } else {
      out.push_back(word);
    }
  }
  return out;
}

double paragraph::width() const {
  double sum = 0;
  for (const character& c : characters_) sum += c.width;
  return sum;
}

std::vector<text_line> paragraph::lines(double max_width) const {
  const std::vector<piece> words = pieces(max_width);
  const std::size_t n = words.size();
  constexpr double never = std::numeric_limits<double>::infinity();

  // best[j]: fewest lines for the first j pieces, then least squared room.
  struct choice {
    std::size_t lines = std::numeric_limits<std::size_t>::max();
    double room = never;
    std::size_t from = 0;
    double width = 0;
  };
  std::vector<choice> best(n + 1);
  best[0] = {0, 0, 0, 0};
  for (std::size_t j = 1; j <= n; ++j) {
    const piece& last = words[j - 1];
    double width = last.width + (last.hyphen ? hyphen_width_ : 0);
    for (std::size_t i = j; i-- > 0;) {
      if (i + 1 < j) width += words[i].advance;
      const double room = max_width - width;
      if (room < -0.005 && i + 1 < j) break;
      const double price = room * room + (last.hyphenated && j < n ? hyphen_price : 0);
      const choice option{best[i].lines + 1, best[i].room + price, i, width};
      if (option.lines < best[j].lines ||
          (option.lines == best[j].lines && option.room < best[j].room)) {
        best[j] = option;
      }
    }
  }

  std::vector<text_line> out(n == 0 ? 0 : best[n].lines);
  for (std::size_t j = n, k = out.size(); k > 0; j = best[j].from) {
    const std::size_t begin = characters_[words[best[j].from].begin].begin;
    std::size_t last = words[j - 1].end;
    while (last > words[j - 1].begin && characters_[last - 1].space) --last;
    const std::size_t end = last < characters_.size() ? characters_[last].begin : text_.size();
    out[--k] = {text_.substr(begin, end - begin) + (words[j - 1].hyphen ? "-" : ""), best[j].width};
  }
  return out;
}

}  // namespace zeitstrahl
