#ifndef ZEITSTRAHL_RENDER_TEXT_METRICS_H_
#define ZEITSTRAHL_RENDER_TEXT_METRICS_H_

// How wide text is, and where it may be broken into lines.
//
//     result<text_metrics> metrics = text_metrics::open();
//     if (!metrics) return metrics.error();           // no Noto Sans
//     paragraph label = metrics->measure("Neue Werft in Emden", {13, 600});
//     for (const text_line& l : label.lines(120)) ... // fewest lines, evenly long
//
// Widths are those of Noto Sans without hinting, as a browser lays text out.  An
// object may be used by one thread at a time; each thread opens its own.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "render/scene.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

struct text_line {
  std::string content;
  double width = 0;
};

// Text measured once, to be broken to any width.
class paragraph {
 public:
  // The fewest lines that are at most `max_width` wide; among these the ones with the
  // least sum of squared room at their ends and a price for ending within a compound
  // (Knuth and Plass 1981, without hyphenation).
  // A word wider than `max_width` is broken between characters, with a hyphen between
  // letters.  No lines for empty text.
  std::vector<text_line> lines(double max_width) const;

  // On one line.
  double width() const;

 private:
  friend class text_metrics;

  struct character {
    std::size_t begin = 0;  // byte in text_
    double width = 0;
    bool space = false;
    bool letter = false;
    bool hyphen = false;
    bool line_break = false;  // a line may begin here
    bool char_break = false;  // a line may begin here where a word is too wide
  };
  struct piece;  // characters that stay together on a line

  std::vector<piece> pieces(double max_width) const;

  std::string text_;
  std::vector<character> characters_;
  double hyphen_width_ = 0;
};

class text_metrics {
 public:
  // Bad input if there is no Noto Sans among the system's fonts.
  static result<text_metrics> open();
  ~text_metrics();
  text_metrics(text_metrics&&) noexcept;
  text_metrics& operator=(text_metrics&&) noexcept;

  // Of one line, in pixels.
  double width(std::string_view content, font_style style) const;

  // `content` must be tidy, see tidy.h.
  paragraph measure(std::string_view content, font_style style) const;

 private:
  struct state;
  explicit text_metrics(std::unique_ptr<state> s);
  std::unique_ptr<state> state_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_TEXT_METRICS_H_
