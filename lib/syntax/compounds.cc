// Words that the lexicon lacks: a particle and a verb, a compound by its head, an ending.

#include <array>

#include "syntax/lexicon.h"

namespace zeitstrahl {
namespace {

constexpr std::uint32_t pos_any_noun = pos_noun | pos_nominal_infinitive | pos_nominal_adjective;
constexpr std::uint32_t pos_any_adjective =
    pos_adjective | pos_predicative | pos_predicative_participle | pos_present_participle;
constexpr std::uint32_t pos_moods =
    pos_present | pos_preterite | pos_subjunctive1 | pos_subjunctive2;
// What a small head can be where what stands before it is a word, and where it is none.
constexpr std::uint32_t pos_small_head = pos_any_adjective | pos_adverb | pos_numeral | pos_verb |
                                         pos_moods | pos_main_clause | pos_subordinate_only;
constexpr std::uint32_t pos_small_ending = pos_any_adjective | pos_adverb | pos_participle;
constexpr std::uint32_t detail_geographic = detail_place | detail_country | detail_region;
constexpr std::size_t shortest_head = 3;   // bytes
constexpr std::size_t shortest_alike = 6;  // bytes of a word that is known by its ending
constexpr std::uint8_t most_first_parts = 3;

// Bytes of a word before the head; short ones are found within other words everywhere.
constexpr std::size_t shortest_part(std::size_t begin) { return begin == 0 ? 2 : 4; }

constexpr std::size_t shortest_noun = 3;

morphology only(morphology m, std::uint32_t pos) {
  m.pos &= pos;
  if (!m.is(pos_any_noun | pos_any_adjective | pos_name | pos_numeral)) m.nominal = 0;
  if (!m.is(pos_finite)) m.verbal = 0;
  m.detail &= detail_comparative | detail_superlative | detail_participial;
  if (m.pos == 0) return {};
  return m;
}

}  // namespace

// "wegkaufte", "wegzukaufen": the longest particle behind which a verb is left.
morphology lexicon::find_with_particle(std::string_view word) const {
  buffer small;
  small.append(word);
  small.fold_first();
  const std::string_view text = small.text();
  std::array<std::uint8_t, max_word> ends;
  std::size_t particles = 0;
  form_state at = forms_.root();
  for (std::size_t i = 0; i + shortest_head < text.size(); ++i) {
    at = forms_.step(at, text[i]);
    if (!at.alive()) break;
    if (at.is_word() && forms_.meaning_of(at.entry).is(pos_particle)) {
      ends[particles++] = static_cast<std::uint8_t>(i + 1);
    }
  }
  while (particles > 0) {
    const std::size_t end = ends[--particles];
    morphology verb = verb_behind_particle(text.substr(end));
    if (!verb.known()) continue;
    verb.by = found_by::particle;
    verb.head_at = static_cast<std::uint16_t>(end);
    return verb;
  }
  return {};
}

morphology lexicon::verb_behind_particle(std::string_view rest) const {
  std::string_view infix;
  for (auto all = forms_.list(forms_file::list_infixes); all.next(infix);) {
    if (!rest.starts_with(infix)) continue;
    morphology verb = find_form(rest.substr(infix.size()));
    if (!verb.is(pos_infinitive)) continue;
    verb = only(verb, pos_infinitive);
    verb.pos = pos_zu_infinitive;
    return verb;
  }
  morphology verb = find_form(rest);
  std::uint32_t kept = pos_infinitive | pos_participle;
  if (verb.is(pos_main_clause)) kept |= pos_finite | pos_moods;
  if ((verb.detail & detail_participial) != 0) kept |= pos_adjective;
  if (verb.is(pos_participle)) kept |= pos_predicative_participle;
  verb = only(verb, kept);
  if (verb.is(pos_finite)) verb.pos |= pos_subordinate_only;
  return verb;
}

// What the end of a word is that begins here, or nothing where it can be no head.
morphology lexicon::find_head(std::string_view word, std::size_t at) const {
  const std::string_view tail = word.substr(at);
  morphology out;
  if (at > 0 && word[at - 1] == '-') {
    out = only(find_form(tail), pos_any_noun | pos_name | pos_small_head);
  } else if (begins_with_capital(word)) {
    out = only(found(find_capitalized(tail), form_state::no_entry, found_by::form), pos_any_noun);
  } else {
    constexpr std::size_t shortest_small = 4;
    if (tail.size() < shortest_small) return {};
    out = only(find_form(tail), pos_small_head);
    if (out.is(pos_any_adjective)) out = only(out, pos_small_ending);
  }
  out.head_at = static_cast<std::uint16_t>(at);
  return out;
}

// Behind the fewest known words the longest known end; without such words, what the ending says,
// else the longest known end.
morphology lexicon::find_compound(std::string_view word) const {
  const std::size_t hyphen = word.rfind('-');
  const std::size_t begin = hyphen == word.npos ? 0 : hyphen + 1;
  if (begin > 0) {
    if (morphology head = find_head(word, begin); head.known()) {
      head.by = found_by::compound;
      return head;
    }
  }
  const std::string_view last = word.substr(begin);  // its parts are not those before the hyphen
  const auto at_end = [&](morphology head, found_by by) {
    head.by = by;
    head.head_at = static_cast<std::uint16_t>(head.head_at + begin);
    return head;
  };
  words_before reached{};
  for (std::uint8_t words = 1; words <= most_first_parts; ++words) {
    find_first_parts(last, words, reached);
    for (std::size_t at = 1; at + shortest_head <= last.size(); ++at) {
      if (reached[at] != words) continue;
      const morphology head = find_head(last, at);
      if (head.known()) return at_end(head, found_by::compound);
    }
  }
  const morphology like = find_alike(last, begins_with_capital(last));
  if (like.known()) return like;
  constexpr std::size_t shortest = 4;
  for (std::size_t at = shortest; at + shortest <= last.size(); ++at) {
    if (!begins_letter(last, at)) continue;
    morphology head = find_head(last, at);
    if (!begins_with_capital(last)) head = only(head, pos_small_ending);
    if (head.known()) return at_end(head, found_by::ending);
  }
  return {};
}

// As the form that words with this ending are like; the longest ending counts.
morphology lexicon::find_alike(std::string_view word, bool capital) const {
  constexpr std::size_t shortest_stem = 3;
  form_state at = forms_.root(capital ? forms_file::key_noun_ending : forms_file::key_small_ending);
  std::uint32_t entry = form_state::no_entry;
  for (std::size_t begin = word.size(); begin > shortest_stem; --begin) {
    at = forms_.step(at, word[begin - 1]);
    if (!at.alive()) break;
    if (at.is_word()) entry = at.entry;
  }
  return found(entry, form_state::no_entry, found_by::ending);
}

// Marks the bytes that are reached from the start by this many known words, each of which can
// stand before the head of a compound; those reached by fewer are marked already.
void lexicon::find_first_parts(std::string_view word, std::uint8_t words,
                               words_before& reached) const {
  for (std::size_t at = 0; at < word.size(); ++at) {
    const bool from_here = words == 1 ? at == 0 : at > 0 && reached[at] == words - 1;
    if (!from_here) continue;
    const auto reach = [&](std::size_t end) {
      if (end < word.size() && reached[end] == 0) reached[end] = words;
    };
    find_parts(word, at, reach);
    find_prefixes(word, at, reach);
    // "Bildung" in "Bildungsziel": by its ending
    for (std::size_t end = at + shortest_alike; end < word.size(); ++end) {
      if (!find_alike(word.substr(at, end - at), true).is(pos_noun)) continue;
      reach(end);
      reach_joined(word, end, reach);
    }
  }
}

// The ends of the nouns, adjectives and stems that begin here.
template <class Reach>
void lexicon::find_parts(std::string_view word, std::size_t begin, const Reach& reach) const {
  const std::size_t first = first_letter_size(word.substr(begin));
  const std::size_t shortest = shortest_part(begin);
  buffer letter;
  letter.append(word.substr(begin, first));
  letter.fold();
  form_state small = forms_.walk(forms_.root(), letter.text());
  letter.capitalize();
  form_state noun = forms_.walk(forms_.root(), letter.text());
  for (std::size_t end = begin + first;; ++end) {
    if (end - begin >= shortest) {
      const bool long_enough = end - begin >= shortest_noun;
      if ((long_enough && is_noun_part(noun)) || is_small_part(small)) {
        reach(end);
        if (end - begin > 2) reach_joined(word, end, reach);
      } else if (lacks_an_end(noun, small)) {
        reach(end);
      }
    }
    if (end >= word.size()) return;
    small = forms_.step(small, word[end]);
    noun = forms_.step(noun, word[end]);
    if (!small.alive() && !noun.alive()) break;
  }
}

// "anti": begins compounds, but is no word.
template <class Reach>
void lexicon::find_prefixes(std::string_view word, std::size_t begin, const Reach& reach) const {
  const std::size_t first = first_letter_size(word.substr(begin));
  buffer letter;
  letter.append(word.substr(begin, first));
  letter.fold();
  form_state at = forms_.walk(forms_.root(forms_file::key_prefix), letter.text());
  for (std::size_t end = begin + first; at.alive(); ++end) {
    if (at.is_word() && end - begin >= shortest_part(begin)) reach(end);
    if (end >= word.size()) return;
    at = forms_.step(at, word[end]);
  }
}

template <class Reach>
void lexicon::reach_joined(std::string_view word, std::size_t end, const Reach& reach) const {
  std::string_view joint;
  for (auto all = forms_.list(forms_file::list_joints); all.next(joint);) {
    if (begins_with(word.substr(end), joint)) reach(end + joint.size());
  }
}

bool lexicon::is_noun_part(const form_state& noun) const {
  if (!noun.is_word()) return false;
  const morphology m = forms_.meaning_of(noun.entry);
  return m.is(pos_any_noun) || (m.detail & detail_geographic) != 0;
}

bool lexicon::is_small_part(const form_state& small) const {
  return small.is_word() && forms_.meaning_of(small.entry)
                                .is(pos_predicative | pos_imperative | pos_adverb |
                                    pos_preposition | pos_numeral | pos_particle);
}

// "Schul", "Sprech": a noun or an infinitive without its end.
bool lexicon::lacks_an_end(const form_state& noun, const form_state& small) const {
  std::string_view end;
  for (auto all = forms_.list(forms_file::list_lacks); all.next(end);) {
    const form_state whole_noun = forms_.walk(noun, end);
    const form_state infinitive = forms_.walk(small, end);
    if (whole_noun.is_word() && forms_.meaning_of(whole_noun.entry).is(pos_noun)) return true;
    if (infinitive.is_word() && forms_.meaning_of(infinitive.entry).is(pos_infinitive)) {
      return true;
    }
  }
  return false;
}

}  // namespace zeitstrahl
