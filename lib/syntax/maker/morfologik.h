#ifndef ZEITSTRAHL_LIB_SYNTAX_MAKER_MORFOLOGIK_H_
#define ZEITSTRAHL_LIB_SYNTAX_MAKER_MORFOLOGIK_H_

// Reads a dictionary of morfologik: an automaton in its format CFSA2 whose words are
// "form_lemma_tag", the lemma coded by what to cut off the form and what to append.  The format
// is described in CFSA2.java of https://github.com/morfologik/morfologik-stemming.

#include <functional>
#include <string>
#include <string_view>

#include "zeitstrahl/result.h"

namespace zeitstrahl {

struct dictionary_entry {
  std::string_view form;
  std::string_view lemma;
  std::string_view tag;
};

// Calls `each` for every entry, in the order of the file; all entries of a form come together.
// The number of entries, or an error if the bytes are no such dictionary.
result<std::size_t> read_morfologik(std::string_view bytes,
                                    const std::function<void(const dictionary_entry&)>& each);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_MAKER_MORFOLOGIK_H_
