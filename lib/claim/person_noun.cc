#include "claim/person_noun.h"

#include <string>

#include "base/utf8.h"

namespace zeitstrahl {

bool has_other_gender(const claim_words& tables, const lexicon& forms, std::string_view noun,
                      const morphology& form) {
  const std::string_view ending = tables.ending(word_class::woman, "woman");
  if (ending.empty() || form.head_at >= noun.size()) return false;
  std::string other(noun.substr(form.head_at));  // the head of a compound
  capitalize(other);
  if (other.ends_with(ending)) {
    other.resize(other.size() - ending.size());
  } else {
    other += ending;
  }
  return forms.find_form(other).is(pos_noun);
}

}  // namespace zeitstrahl
