#ifndef ZEITSTRAHL_LIB_IO_CLEAN_H_
#define ZEITSTRAHL_LIB_IO_CLEAN_H_

// One way of writing for what can be written in several: composed letters (Unicode's NFC),
// ligatures of print as their letters, no soft hyphens and other characters without width in
// words, and words in one piece that were parted at the end of a line.

#include <string_view>
#include <vector>

#include "io/edits.h"

namespace zeitstrahl {

// `text` must be well-formed UTF-8, and so is the result.  A word parted by a hyphen keeps it
// where a capital follows ("Baden-/Wuerttemberg"), or one of the words in `keep_hyphen`
// ("An-/und Abreise").  Linear in the text; sound text costs one pass.
edited_text clean(std::string_view text, const std::vector<std::string_view>& keep_hyphen);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_CLEAN_H_
