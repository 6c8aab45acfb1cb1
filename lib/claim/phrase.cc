#include "claim/phrase.h"

#include <algorithm>

namespace zeitstrahl {
namespace {

bool in_brackets(const sentence_reading& s, token_index i) {
  constexpr token_index widest = 6;
  for (token_index k = i + 1; k < i + widest; ++k) {
    if (s.mark(k) == mark_kind::opening) return false;
    if (s.mark(k) == mark_kind::bracket) return true;
  }
  return false;
}

// A gender, or the plural, that both may have; of an unknown name any, but a place is neuter:
// "eine Spedition bei Wels, die ...".
bool agree(const sentence_reading& s, token_index noun, token_index pronoun) {
  const auto genders = [&](token_index i) {
    const std::uint16_t all = s.word(i).word.form.nominal;
    return (all | all >> 4 | all >> 8 | all >> 12) & 15;
  };
  constexpr int neuter = 4;
  int wanted = genders(noun);
  const bool name = s.is(noun, tag_role::name);
  const bool place =
      name && !s.is(noun, word_class::title) &&
      (s.is(noun - 1, word_class::place_preposition) || s.is(noun - 1, word_class::near));
  if (place) wanted = neuter;
  if (wanted == 0) return name;
  const noun_phrase* p = s.phrase_around(noun);
  constexpr int plural = 8;
  if (p && p->head == noun && p->singular != p->plural) wanted &= p->plural ? plural : ~plural;
  const int nominative = s.word(pronoun).word.form.nominal & 15;
  return (wanted & (nominative ? nominative : genders(pronoun))) != 0;
}

}  // namespace

token_index described_noun(const sentence_reading& s, token_index pronoun) {
  constexpr tag_roles nouns = tag_role::noun | tag_role::name;
  constexpr token_index furthest = 14;
  const auto may_be = [&](token_index i) { return s.is(i, nouns) && !in_brackets(s, i); };
  const syntax_clause& c = s.clause_at(s.owner(pronoun));
  const bool known = c.kind == clause_kind::relative && c.governor != no_token &&
                     c.governor < pronoun && may_be(c.governor);
  if (known && agree(s, c.governor, pronoun)) return c.governor;
  token_index any = no_token;
  for (token_index i = pronoun; i-- > std::max(pronoun - furthest, 0);) {
    if (!may_be(i)) continue;
    if (any == no_token) any = i;
    if (agree(s, i, pronoun)) return i;
  }
  return any;
}

phrase_extent::phrase_extent(const sentence_reading& s, word_range base, token_index noun)
    : s_(s), c_(s.clause_at(s.owner(noun))), number_(s.owner(noun)), noun_(noun), r_(base) {
  while (own(r_.end) && take_dependent()) {
  }
}

bool phrase_extent::own(token_index i) const { return i < c_.end && s_.owner(i) == number_; }

bool phrase_extent::is_nominal(token_index i) const {
  return s_.is(i, tag_role::name | tag_role::noun | tag_roles(tag_role::number));
}

// Takes what stands right behind it and belongs to it; false where nothing does.
bool phrase_extent::take_dependent() {
  const token_index i = r_.end;
  if (s_.has(i, word_role::time_noun)) return false;
  if (s_.mark(i) == mark_kind::quotation) return take(i + 1);
  if (s_.word(i).word.text == "&") return take(i + 2);
  if (s_.is(i, word_class::organisation_form)) return take(i + 1);
  if (s_.mark(i) == mark_kind::comma) return take_aside();
  if (s_.mark(i) != mark_kind::none) return take_decimals();
  if (s_.is(i, tag_role::coordinator)) return take_phrase(i + 1);
  if (goes_on_name(i)) return take(i + 1);
  if (is_nominal(i)) return s_.is_under(i, noun_) && !is_other_noun(i) && take(i + 1);
  if (s_.is(i, word_class::of) && s_.is(i, tag_role::adposition)) return take_phrase(i + 1);
  return is_genitive(i) && take_genitive(i);
}

// "die Direktorin Elisabeth [Stadler]": behind a name what is no word of the lexicon, and behind
// a first name any noun; "Sprecherin [Anna Hoyer]": an office without an article is no subject.
bool phrase_extent::goes_on_name(token_index i) const {
  constexpr word_classes offices = bit(word_class::title) | bit(word_class::person);
  const bool office = s_.text().words[s_.last_token(noun_)].is_any(offices) ||
                      s_.ends_like(noun_, word_class::person_ending);
  if (office && i - 1 == noun_ && s_.is(i, tag_role::name) &&
      !s_.is(r_.begin, tag_role::determiner)) {
    return true;
  }
  const bool first_name =
      s_.is(i - 1, tag_role::name) && (s_.word(i - 1).word.form.detail & detail_first_name) != 0;
  constexpr word_classes auxiliaries = bit(word_class::auxiliary_be) |
                                       bit(word_class::auxiliary_have) |
                                       bit(word_class::auxiliary_become);
  const bool copular = static_cast<bool>(s_.verb_classes(c_) & auxiliaries);
  if (first_name && !copular && s_.is(i, tag_role::name) && s_.is_under(i, noun_)) return true;
  const bool bare = r_.begin + 1 == i;  // "2019 wurde Anna [Mutter]"
  if (bare || !s_.word(i).word.capital || !s_.is(i - 1, tag_role::name)) return false;
  if (first_name) return is_nominal(i);
  return s_.is(i, tag_role::name) && s_.word(i).word.form.by != found_by::form;
}

// "des" is one whatever the tree says, "der" may be a dative.
bool phrase_extent::take_genitive(token_index begin) {
  const noun_phrase* next = s_.phrase_around(begin);
  const bool sure = next && next->begin == begin && s_.is(begin, word_class::genitive_article) &&
                    !s_.is(begin, word_class::dative);
  return sure ? take(next->end) : take_phrase(begin);
}

bool phrase_extent::take(token_index end) {
  r_.end = end;
  return true;
}

// "Profil 1.1"
bool phrase_extent::take_decimals() {
  const token_index next = r_.end + 1;
  return s_.is(next, tag_roles(tag_role::number)) && s_.is_under(next, noun_) && take(next + 1);
}

// To the noun of the phrase that begins at a word, where the noun belongs to the subject.
bool phrase_extent::take_phrase(token_index begin) {
  token_index i = begin;
  while (own(i) && s_.mark(i) == mark_kind::none && !is_nominal(i) && !s_.is(i, tag_role::verb)) {
    ++i;
  }
  const bool found = own(i) && is_nominal(i) && s_.is_under(i, noun_);
  return found && take(i + 1);
}

// "[des Rates]", "[neuer Busse]"
bool phrase_extent::is_genitive(token_index i) const {
  const bool name = s_.is(noun_, tag_role::name) || s_.word(noun_).word.form.is(pos_name);
  const bool bare_name = name && r_.begin == noun_;
  if (bare_name && i == noun_ + 1) return false;  // "Seit 2019 ist Roth [der Chef]"
  if (s_.is(i, word_class::genitive_article)) return true;
  return s_.is(i, tag_role::adjective) && s_.ends_like(i, word_class::bare_genitive) &&
         is_nominal(i + 1);
}

// ", eine Richterin,"
bool phrase_extent::take_aside() {
  for (token_index i = r_.end + 1; own(i) && !s_.is(i, tag_role::verb); ++i) {
    if (s_.mark(i) == mark_kind::comma) return take(i + 1);
  }
  closed_ = !own(r_.end + 1);
  return false;
}

// "die Universitaet Leipzig [Gaeste]", "das Stueck [Premiere]": a common noun, where the one
// before it announces no name.
bool phrase_extent::is_other_noun(token_index i) const {
  constexpr word_classes heads = bit(word_class::place_head) | bit(word_class::title) |
                                 bit(word_class::company) | bit(word_class::club) |
                                 bit(word_class::person) | bit(word_class::body);
  if (s_.word(i - 1).word.text == "&" || !s_.is_common_noun(i)) return false;
  if (s_.is(i - 1, tag_roles(tag_role::number)) || is_quoted()) return false;
  return !s_.text().words[s_.last_token(i - 1)].is_any(heads) || s_.is(i, tag_role::noun);
}

// "die 'Alte": within a quotation that goes on.
bool phrase_extent::is_quoted() const {
  bool open = false;
  for (token_index i = r_.begin; i < r_.end; ++i) {
    open |= s_.mark(i) == mark_kind::opening;
    open &= s_.mark(i) != mark_kind::quotation;
  }
  return open;
}

// It ends with a noun, and what follows begins something else.
bool phrase_extent::is_sure() const {
  const token_index last = r_.end - 1;
  if (last != noun_ && s_.mark(last) == mark_kind::none && !is_nominal(last)) return false;
  const token_index next = r_.end;
  if (!own(next)) return true;
  if (s_.mark(next) == mark_kind::comma) return closed_;
  const bool parted = s_.mark(next) == mark_kind::dash || s_.mark(next) == mark_kind::divider;
  if (parted) return s_.is(noun_, tag_role::pronoun);
  if (s_.is(next, tag_role::coordinator)) return s_.is(next + 1, tag_role::verb);
  if (is_genitive(next)) return false;
  if (is_nominal(next)) {
    // "Narendra [Modi]": of a name that no lexicon has a noun may be a part
    const bool foreign = last > r_.begin && !s_.is(last - 1, tag_role::coordinator) &&
                         s_.word(last).word.form.by != found_by::form;
    if (foreign && s_.is(last, tag_role::name) && s_.is(next, tag_role::name)) return false;
    // "der Roth [Bau]", "das Magazin [Kelmara]": its own noun or its name
    const bool common = s_.is_common_noun(next);
    const bool own =
        common ? next == noun_ + 1 && s_.is(noun_, tag_role::name) : s_.is(next, tag_role::name);
    if (own && s_.is(r_.begin, tag_role::determiner)) return false;
    return !s_.is_under(next, noun_) || is_other_noun(next);
  }
  return !s_.is(next, tag_role::adjective) || !s_.is_under(next, noun_);
}

}  // namespace zeitstrahl
