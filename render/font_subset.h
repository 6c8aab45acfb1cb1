#ifndef ZEITSTRAHL_RENDER_FONT_SUBSET_H_
#define ZEITSTRAHL_RENDER_FONT_SUBSET_H_

// Noto Sans brought along: the glyphs that a picture uses, as data URIs in CSS.
//
//     font_letters letters;
//     letters.add("Seit 2019", 400);
//     result<std::string> css = font_faces(letters);  // "@font-face{font-family:'Noto Sans';..."
//
// The same letters give the same bytes.  Letters that Noto Sans does not have are left to the
// fonts of the reader.

#include <set>
#include <string>
#include <string_view>

#include "render/scene.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// Letters by the two weights of Noto Sans that pictures use.
struct font_letters {
  std::set<char32_t> regular;
  std::set<char32_t> bold;  // 600 and more

  void add(std::string_view content, int weight);  // UTF-8
  void add(const scene& picture);
};

result<std::string> font_faces(const font_letters& letters);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_FONT_SUBSET_H_
