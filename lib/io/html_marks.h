#ifndef ZEITSTRAHL_LIB_IO_HTML_MARKS_H_
#define ZEITSTRAHL_LIB_IO_HTML_MARKS_H_

// Tags within another text, as Markdown may hold them: taken out, with offsets that lead back.
//
//     <div class="box">           goes
//     Seit 2019 gilt das.         stays
//     <!-- 2018 --></div>         goes, as does what script and style hold

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/article_words.h"
#include "io/edits.h"
#include "zeitstrahl/document.h"

namespace zeitstrahl {

class html_marks {
 public:
  explicit html_marks(const article_words& words) : words_(words) {}

  // Takes what stands between out.at() and `end`, the next piece of the HTML.
  void take(edited_text& out, std::size_t end);

  // The piece was the last one of its block: what is still open is taken to end.
  void end_block();

  // Within an element of which nothing is kept.
  bool hides() const { return !hidden_.empty(); }

  // Captions and headings, as spans of the text that came out.
  std::vector<part>& parts() { return parts_; }

 private:
  void take_tag(edited_text& out, std::size_t end);
  void note_tag(std::string_view tag, const edited_text& out);

  const article_words& words_;
  std::string_view closing_;  // what ends the comment or the tag that is open
  std::string hidden_;        // the element whose content goes
  bool parts_lines_ = false;
  bool opens_cell_ = false;                // the tag that is open
  std::uint32_t part_begin_ = UINT32_MAX;  // of a caption or heading that is open
  std::vector<part> parts_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_HTML_MARKS_H_
