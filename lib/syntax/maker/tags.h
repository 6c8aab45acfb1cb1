#ifndef ZEITSTRAHL_LIB_SYNTAX_MAKER_TAGS_H_
#define ZEITSTRAHL_LIB_SYNTAX_MAKER_TAGS_H_

// What the tags of a dictionary mean: a table of a language (lib/lang/de/tags.txt), which also
// holds what else the file of forms says of the language.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

  // "ss" and what may stand for it, in the order of the table.
  const std::vector<std::pair<std::string, std::string>>& foldings() const { return foldings_; }
  const std::vector<std::string>& infixes() const { return infixes_; }          // "zu"
  const std::vector<std::string>& participles() const { return participles_; }  // "ge"
  const std::vector<std::string>& joints() const { return joints_; }            // "s", "en"

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
  std::string add_meaning(const std::vector<std::string>& fields);

  std::vector<row> rows_;
  std::vector<std::pair<std::string, std::string>> foldings_;
  std::vector<std::string> infixes_;
  std::vector<std::string> participles_;
  std::vector<std::string> joints_;
  std::vector<extra_form> extra_forms_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_MAKER_TAGS_H_
