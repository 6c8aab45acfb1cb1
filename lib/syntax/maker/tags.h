#ifndef ZEITSTRAHL_LIB_SYNTAX_MAKER_TAGS_H_
#define ZEITSTRAHL_LIB_SYNTAX_MAKER_TAGS_H_

// What the tags of a dictionary mean: a table of a language (lib/lang/de/tags.txt), which also
// holds what else the file of forms says of the language.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/forms_file.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

struct tag_meaning {
  std::uint32_t pos = 0;  // none: the form is left out
  std::uint32_t detail = 0;
  std::uint16_t nominal = 0;
  std::uint8_t verbal = 0;
};

class tag_table {
 public:
  // `name` stands in errors.
  static result<tag_table> read(std::string_view text, const std::string& name);

  // What "SUB:NOM:SIN:MAS" says of this form.
  tag_meaning meaning_of(std::string_view form, std::string_view tag) const;

  // The words of a list of the file, pairs one after the other.
  const std::vector<std::string>& list(forms_file::word_list which) const { return lists_[which]; }
  // What stands in the middle of participles: "ge".
  const std::vector<std::string>& participles() const { return participles_; }
  // What begins compounds but is no word.
  const std::vector<std::string>& prefixes() const { return prefixes_; }
  // Endings, each before the form that unknown words with it are like.
  const std::vector<std::string>& alikes() const { return alikes_; }

  struct extra_form {
    std::string form, lemma, tag;
  };
  const std::vector<extra_form>& extra_forms() const { return extra_forms_; }

 private:
  struct row {
    std::vector<std::string> parts;
    std::vector<std::string> absent;
    bool small = false;    // of forms that begin with a small letter only
    bool capital = false;  // ... with a capital only
    std::uint32_t pos = 0;
    std::uint32_t detail = 0;
    std::uint8_t verbal = 0;
    std::uint8_t cases = 0;
    std::uint8_t genders = 0;
    bool inflected = false;
  };

  std::string add(const std::vector<std::string>& fields);
  std::vector<std::string>* list_of(std::string_view kind);
  std::string add_meaning(const std::vector<std::string>& fields);

  std::vector<row> rows_;
  std::array<std::vector<std::string>, forms_file::list_count> lists_;
  std::vector<std::string> participles_;
  std::vector<std::string> prefixes_;
  std::vector<std::string> alikes_;
  std::vector<extra_form> extra_forms_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_MAKER_TAGS_H_
