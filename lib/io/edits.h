#ifndef ZEITSTRAHL_LIB_IO_EDITS_H_
#define ZEITSTRAHL_LIB_IO_EDITS_H_

// A text that was changed in places, and which places these were.
//
//     edited_text marks("Am **3. Juni**");
//     marks.copy_until(3);
//     marks.replace(5, "");            // "**" goes
//     marks.copy_until(12);
//     marks.replace(14, "");
//     marks.text()                     // "Am 3. Juni"
//
// Several changes of one text, each made on the result of the one before, become one with
// `then`.

#include <string>
#include <string_view>
#include <vector>

#include "zeitstrahl/document.h"
#include "zeitstrahl/span.h"

namespace zeitstrahl {

// `from` of a text became `to` of another; both may be empty.
struct edit {
  span from;
  span to;
};

class edited_text {
 public:
  // Nothing is copied yet; `source` must outlive the calls that follow.
  explicit edited_text(std::string_view source) : source_(source) {}

  // Takes over what stands before `end`, or puts `with` in its place.  Positions in the
  // source only grow; smaller ones do nothing.
  void copy_until(std::size_t end);
  void replace(std::size_t end, std::string_view with);
  void copy_rest() { copy_until(source_.size()); }

  std::size_t at() const { return at_; }  // in the source
  std::string_view source() const { return source_; }
  std::string& text() { return text_; }
  const std::string& text() const { return text_; }
  std::vector<edit>& edits() { return edits_; }  // in order, disjoint

 private:
  std::string_view source_;
  std::size_t at_ = 0;
  std::string text_;
  std::vector<edit> edits_;
};

// The edits that lead from the first source to the last text in one step.  Where two
// touch, they become one.
std::vector<edit> then(const std::vector<edit>& first, const std::vector<edit>& second);

// Where a stretch of the source is found in the text, as wide as its edits ask.
span carry(span where, const std::vector<edit>& edits);

// With what stood in `source`, for document::changes.
std::vector<change> with_originals(const std::vector<edit>& edits, std::string_view source);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_EDITS_H_
