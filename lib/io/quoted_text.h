#ifndef ZEITSTRAHL_LIB_IO_QUOTED_TEXT_H_
#define ZEITSTRAHL_LIB_IO_QUOTED_TEXT_H_

// The article's text as a timeline's JSON holds it: whole in "text", or put together from all
// that quotes it ({"begin", "end", "text"}), with spaces for what nothing quotes.
//
//     quoted_text quoted(json);
//     quoted.bytes(12, 18).in(quoted.text());  // code points 12 to 17
//
// Words under "repairs" are mended.

#include <cstdint>
#include <string>
#include <vector>

#include "io/json_parts.h"
#include "zeitstrahl/document.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

class quoted_text {
 public:
  quoted_text() = default;
  explicit quoted_text(const json& timeline);

  const std::string& text() const { return text_; }
  const std::vector<change>& changes() const { return changes_; }

  // Where code points of the original stand in the text; what lies past its end is cut.
  span bytes(std::size_t begin, std::size_t end) const;

 private:
  void gather(const json& value);
  void lay(std::size_t begin, const std::string& words);
  void write_out(const json& timeline);

  std::u32string points_;             // the original
  std::vector<std::uint32_t> bytes_;  // of the text, by code point of the original, and its end
  std::string text_;
  std::vector<change> changes_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_QUOTED_TEXT_H_
