#include "claim/nominative.h"

#include <array>
#include <optional>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

// By gender: the rows of bare_adjective.
constexpr std::array<std::string_view, 4> rows{"masculine", "feminine", "neuter", "plural"};

class inflector {
 public:
  inflector(const sentence_reading& s, const lexicon& forms, word_range phrase, token_index noun)
      : s_(s), forms_(forms), phrase_(phrase), noun_(noun) {}

  nominative find() const {
    nominative out;
    token_index begin = phrase_.begin;
    const bool governed = s_.is(begin, tag_role::adposition) && s_.word(begin).head == noun_;
    if (governed) ++begin;
    token_index behind = begin;
    while (behind < noun_ && is_article(behind)) ++behind;
    const bool oblique =
        governed || s_.is(phrase_.begin - 1, tag_role::adposition) || !may_be_one();
    if (!oblique && behind < noun_) return out;
    out.lead = {phrase_.begin, behind};
    const std::optional<gender> g = oblique ? gender_of() : std::nullopt;
    if (g) inflect(*g, behind, out.words);
    return out;
  }

 private:
  bool is_article(token_index i) const {
    return s_.is(i, tag_role::determiner) || s_.is(i, word_class::article);
  }

  // What article and noun can be together; by the noun alone where it has none.
  std::uint16_t agreed() const {
    const std::uint16_t all = s_.word(noun_).word.form.nominal;
    if (!is_article(phrase_.begin)) return all;
    const std::uint16_t article = s_.word(phrase_.begin).word.form.nominal;
    if (all == 0) return article;  // of an unknown name
    return (all & article) != 0 ? all & article : all;
  }

  bool may_be_one() const {
    const noun_phrase* p = s_.phrase_of(noun_);
    const bool by_phrase = !p || p->cases == 0 || (p->cases & 1) != 0;
    const bool by_article =
        agreed() == 0 || (agreed() & nominal_case(grammatical_case::nominative)) != 0;
    return by_phrase && by_article;
  }

  // Of the noun in the cases that its phrase may have, where it can be only one.
  std::optional<gender> gender_of() const {
    const noun_phrase* p = s_.phrase_of(noun_);
    const std::uint16_t all = agreed();
    unsigned found = 0;
    for (unsigned c = 0; c < 4; ++c) {
      const bool asked = !p || p->cases == 0 || (p->cases >> c & 1) != 0;
      if (asked && c > 0) found |= all >> (4 * c) & 15;
    }
    if (p && p->singular && !p->plural) found &= 7;
    if (p && p->plural && !p->singular) found &= 8;
    const bool unknown = s_.word(noun_).word.form.nominal == 0;  // a name: the first that fits
    for (unsigned g = 0; g < 4; ++g) {
      if (found == 1u << g || (unknown && found >> g & 1)) return static_cast<gender>(g);
    }
    return {};
  }

  void inflect(gender g, token_index begin, std::vector<other_form>& out) const {
    for (token_index i = begin; i < noun_; ++i) {
      if (!describes(i)) continue;
      if (std::string form = adjective(i, g); !form.empty()) out.push_back({i, std::move(form)});
    }
    if (std::string form = noun_form(g); !form.empty()) out.push_back({noun_, std::move(form)});
  }

  // An adjective of the noun itself, or joined to one.
  bool describes(token_index i) const {
    const token_index head = s_.word(i).head;
    if (i + 1 == noun_ && s_.word(i).word.form.is(pos_adjective)) return true;
    if (!s_.is(i, tag_role::adjective)) return false;
    if (head == noun_) return true;
    const bool joined = s_.is(i - 1, tag_role::coordinator) || s_.mark(i - 1) == mark_kind::comma;
    return joined && head != no_token && head < i && head >= phrase_.begin && describes(head);
  }

  std::string adjective(token_index i, gender g) const {
    const std::string_view written = s_.word(i).word.text;
    const std::string folded = fold_case(written);
    const std::string_view stem =
        s_.text().tables.without_ending(folded, word_class::adjective_ending);
    if (stem.empty() || folded.size() != written.size()) return {};
    const std::string_view ending =
        s_.text().tables.ending(word_class::bare_adjective, rows[static_cast<std::size_t>(g)]);
    return std::string(written.substr(0, stem.size())).append(ending);
  }

  // Empty where the word stays as it is.
  std::string noun_form(gender g) const {
    const std::string_view written = s_.word(noun_).word.text;
    const morphology& m = s_.word(noun_).word.form;
    if (m.is(pos_nominal_adjective)) return adjective(noun_, g);
    if (m.nominal & nominal_bit(grammatical_case::nominative, g)) return {};
    if (g == gender::plural) {  // "Kindern"
      const std::string_view shorter = written.substr(0, written.size() - 1);
      const morphology other = forms_.find(shorter, false);
      const bool fits = other.nominal & nominal_bit(grammatical_case::nominative, g);
      return fits ? std::string(shorter) : std::string();
    }
    lexicon::buffer space;
    const std::string_view lemma = forms_.lemma(written, m, pos_noun, space);
    const bool close = lemma.size() + 3 > written.size() && lemma.size() <= written.size();
    return close && written.starts_with(lemma) ? std::string(lemma) : std::string();
  }

  const sentence_reading& s_;
  const lexicon& forms_;
  word_range phrase_;
  token_index noun_;
};

}  // namespace

nominative nominative_of(const sentence_reading& s, const lexicon& forms, word_range phrase,
                         token_index noun) {
  return inflector(s, forms, phrase, noun).find();
}

std::string nominative_of(const lexicon& forms, std::string_view noun) {
  constexpr auto plural = nominal_bit(grammatical_case::nominative, gender::plural);
  const morphology m = forms.find(noun, false);
  const bool fits = (m.nominal & nominal_case(grammatical_case::nominative)) != 0;
  if (noun.empty() || !m.is(pos_noun | pos_nominal_infinitive)) return std::string(noun);
  // "Zelten" is an infinitive, too, but more often "Zelte"
  const std::string_view shorter = noun.substr(0, noun.size() - 1);
  const bool tents = !fits || !m.is(pos_noun);
  if (tents && forms.find(shorter, false).nominal & plural) return std::string(shorter);
  if (fits) return std::string(noun);
  lexicon::buffer memory;
  const std::string_view lemma = forms.lemma(noun, m, pos_noun, memory);
  return std::string(lemma.empty() ? noun : lemma);
}

}  // namespace zeitstrahl
