#ifndef ZEITSTRAHL_LIB_SYNTAX_MAKER_FORMS_H_
#define ZEITSTRAHL_LIB_SYNTAX_MAKER_FORMS_H_

// Collects what is said of forms and writes it as a file of forms (forms_file.h).  What is made
// depends on what was added, not on the order.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/maker/tags.h"

namespace zeitstrahl {

class forms_builder {
 public:
  explicit forms_builder(const tag_table& tags) : tags_(tags) {}

  // Says nothing where the table gives the tag no meaning or the form is no word.
  void add(std::string_view form, std::string_view lemma, std::string_view tag);

  std::size_t size() const { return forms_.size(); }

  // The file, or an error where something does not fit into its numbers.
  result<std::string> build() const;

 private:
  struct form {
    tag_meaning meaning;
    std::map<std::string, std::uint32_t> lemmas;  // and the parts of speech they are of
  };

  void add(std::string_view text, std::string_view lemma, const tag_meaning& meaning);
  void add_particle(std::string_view form, std::string_view lemma);

  const tag_table& tags_;
  std::map<std::string, form> forms_;
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_MAKER_FORMS_H_
