#include "zeitstrahl/dictionary.h"

#include "base/utf8.h"
#include "syntax/lexicon.h"

namespace zeitstrahl {
namespace {

class lexicon_dictionary final : public dictionary {
 public:
  explicit lexicon_dictionary(const lexicon& words) : words_(words) {}

  noun_kind look_up(std::string_view word) const override {
    if (word.empty() || word.size() > max_word) return noun_kind::unknown;
    word_buffer small_word;
    small_word.append(word);
    small_word.fold();
    const morphology small = words_.find_form(small_word.text());
    const morphology exact = words_.find_form(word);
    const bool abbreviation = is_upper(word);
    // A noun that is an adjective as well ("Deutsche") is one here, too.
    if (exact.is(pos_noun) && !exact.is(pos_nominal_adjective) && !abbreviation) {
      return is_thing(exact) ? noun_kind::unknown : noun_kind::common;
    }
    if (is_adjective(small)) return noun_kind::adjective;
    if (is_noun(exact) && !abbreviation) return noun_kind::common;
    const bool name = exact.is(pos_name) || (exact.known() && abbreviation);
    if (word.size() == first_letter_size(word) && begins_with_capital(word))
      return noun_kind::small;
    if (small.known()) return name ? noun_kind::name_or_small : noun_kind::small;
    if (name) return is_place(exact) ? noun_kind::place : noun_kind::name;
    return of_unknown(words_.find(word, false));
  }

 private:
  static constexpr std::uint32_t of_persons = detail_first_name | detail_last_name;
  static constexpr std::uint32_t of_places = detail_place | detail_country | detail_region;

  static bool is_noun(const morphology& m) {
    return m.is(pos_noun | pos_nominal_infinitive | pos_nominal_adjective);
  }
  static bool is_adjective(const morphology& m) {
    return m.is(pos_adjective) || (m.is(pos_present_participle) && m.nominal != 0);
  }
  // "Airbus", "Copilot": of names that can be nouns those of no person and no place.  The text
  // has to tell which they are.
  static bool is_thing(const morphology& m) {
    return m.is(pos_name) && (m.detail & (of_persons | of_places)) == 0;
  }
  static bool is_place(const morphology& m) {
    return (m.detail & of_places) != 0 && (m.detail & of_persons) == 0;
  }

  // "USA", "TV": written as names are, whether they are one or not.
  static bool is_upper(std::string_view word) {
    for (std::size_t at = 0; at < word.size(); at += first_letter_size(word.substr(at))) {
      if (!begins_with_capital(word.substr(at))) return false;
    }
    return true;
  }
  static noun_kind of_unknown(const morphology& m) {
    const bool sure = m.by == found_by::folding || m.by == found_by::compound ||
                      (m.by == found_by::ending && m.head_at == 0);
    if (!sure) return noun_kind::unknown;
    if (is_noun(m)) return noun_kind::common;
    if (is_adjective(m)) return noun_kind::adjective;
    return m.is(pos_name) ? noun_kind::name : noun_kind::small;
  }

  lexicon words_;
};

}  // namespace

result<std::shared_ptr<const dictionary>> built_in_dictionary(std::string_view language) {
  const auto words = built_in_lexicon(language);
  if (!words) return words.error();
  return std::shared_ptr<const dictionary>(std::make_shared<lexicon_dictionary>(*words));
}

}  // namespace zeitstrahl
