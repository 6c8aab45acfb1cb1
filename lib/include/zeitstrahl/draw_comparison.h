#ifndef ZEITSTRAHL_DRAW_COMPARISON_H_
#define ZEITSTRAHL_DRAW_COMPARISON_H_

// Articles compared, as a picture, a page or a text.
//
//     comparison_options options;
//     options.picture.format = picture_format::svg;
//     result<std::string> svg = draw(compared, options);
//     if (svg) write_file("vergleich.svg", *svg);
//
// Up to four articles of a story are rows of matters with a line an article; more are a
// panel an article on one axis.  A matter whose date moved through three or more articles
// has a picture of its drift.  As for draw.h, Noto Sans is needed and the same input gives
// the same bytes.

#include <string>
#include <vector>

#include "zeitstrahl/compare.h"
#include "zeitstrahl/draw.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

struct comparison_options {
  draw_options picture;  // PDF has one page, as high as it must be
  bool merge = false;    // all articles as one: a bar a time, with its number of sources
  // Of pictures: rows with these verdicts; empty: all but what one article alone says.
  std::vector<verdict> verdicts;
  bool all = false;  // all rows, however high the picture gets; else 1,600 pixels at most where
                     // leaving rows out can do it
};

// Options out of range are bad usage; a picture larger than its format can hold is bad input.
result<std::string> draw(const comparison& all, const comparison_options& options = {});

// Markdown in German: a table of verdicts a story, each with both sentences, then what
// only one article says.
std::string to_markdown(const comparison& all);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_DRAW_COMPARISON_H_
