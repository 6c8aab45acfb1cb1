#ifndef ZEITSTRAHL_LIB_IO_FRONT_MATTER_H_
#define ZEITSTRAHL_LIB_IO_FRONT_MATTER_H_

// What is known about an article, above its text, as YAML (read by libyaml):
//
//     ---
//     title: "Was: jetzt?"
//     date: 2025-01-22
//     author: [Anna Muster, Jan Roth]
//     ---
//     Text
//
// Known keys are those of fields.h, in any case.  Values that hold a colon and a space need
// no quotation marks, as people write it.

#include <cstddef>
#include <string>
#include <string_view>

#include "zeitstrahl/document.h"
#include "zeitstrahl/read.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// Whether the text begins so: "---" and then a key, a comment or "---".  (A lone "---" is
// a rule of Markdown.)
bool has_front_matter(std::string_view text);

// Fills the article's fields and returns where the text below begins.  Lines that are
// neither key nor continuation, a key given twice, a date that is none and a block that
// nothing closes are errors with `name` and their line.
result<std::size_t> read_front_matter(std::string_view text, std::string_view name,
                                      const read_options& options, document& article);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_FRONT_MATTER_H_
