#ifndef ZEITSTRAHL_LIB_IO_FRONT_MATTER_H_
#define ZEITSTRAHL_LIB_IO_FRONT_MATTER_H_

// Front matter: "key: value" lines between two lines of three hyphens on top of a text.
//
//     ---
//     title: "Rathaus: wieder offen"
//     published: 2025-01-22
//     tags:
//       - Verkehr
//     ---
//
// A small part of YAML: values are text, bare or quoted; indented lines and "- " lines
// continue the value above; "#" starts a comment line.

#include <cstddef>
#include <string>
#include <string_view>

#include "zeitstrahl/document.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// Whether the text begins so: "---" and then a key, a comment or "---".  (A lone "---" is
// a rule of Markdown.)
bool has_front_matter(std::string_view text);

// Fills the article's fields and returns where the text below begins.  Lines that are
// neither key nor continuation, a key given twice, a date that is none and a block that
// nothing closes are errors with `name` and their line.
result<std::size_t> read_front_matter(std::string_view text, std::string_view name,
                                      document& article);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_FRONT_MATTER_H_
