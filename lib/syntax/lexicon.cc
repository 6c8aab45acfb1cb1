#include "syntax/lexicon.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "base/utf8.h"
#include "lang/embedded.h"

namespace zeitstrahl {
namespace {

constexpr std::uint32_t pos_any_noun = pos_noun | pos_nominal_infinitive | pos_nominal_adjective;
// What can be the head of a compound.
constexpr std::uint32_t pos_open = pos_any_noun | pos_name | pos_adjective | pos_predicative |
                                   pos_predicative_participle | pos_present_participle | pos_verb |
                                   pos_modal | pos_auxiliary | pos_adverb | pos_numeral |
                                   pos_subordinate_only | pos_main_clause | pos_present |
                                   pos_preterite | pos_subjunctive1 | pos_subjunctive2;
constexpr std::uint32_t detail_geographic = detail_place | detail_country | detail_region;

std::size_t first_letter_size(std::string_view word) {
  if (word.empty()) return 0;
  return static_cast<unsigned char>(word[0]) < 0x80 || word.size() == 1 ? 1 : 2;
}

bool begins_letter(std::string_view word, std::size_t at) {
  return (static_cast<unsigned char>(word[at]) & 0xC0) != 0x80;
}

bool begins_with_capital(std::string_view word) {
  char first[2] = {};
  const std::size_t size = first_letter_size(word);
  std::memcpy(first, word.data(), size);
  fold_case(first, size);
  return std::memcmp(first, word.data(), size) != 0;
}

void add(morphology& to, const morphology& from) {
  to.pos |= from.pos;
  to.detail |= from.detail;
  to.nominal |= from.nominal;
  to.verbal |= from.verbal;
}

}  // namespace

bool lexicon::buffer::append(std::string_view text) {
  if (text.size() > room - size_) return false;
  std::memcpy(bytes_.data() + size_, text.data(), text.size());
  size_ += text.size();
  return true;
}

void lexicon::buffer::fold() { fold_case(bytes_.data(), size_); }

void lexicon::buffer::fold_first() { fold_case(bytes_.data(), first_letter_size(text())); }

void lexicon::buffer::capitalize() {
  if (size_ == 0) return;
  auto* const first = reinterpret_cast<unsigned char*>(bytes_.data());
  if (first[0] >= 'a' && first[0] <= 'z') first[0] -= 0x20;
  if (first[0] == 0xC3 && size_ > 1 && first[1] >= 0xA0 && first[1] != 0xB7 && first[1] != 0xBF) {
    first[1] -= 0x20;
  }
}

void lexicon::buffer::erase(std::size_t at, std::size_t count) {
  if (at > size_ || count > size_ - at) return;
  std::memmove(bytes_.data() + at, bytes_.data() + at + count, size_ - at - count);
  size_ -= count;
}

result<lexicon> lexicon::open(std::string_view bytes) {
  const auto forms = forms_reader::open(bytes);
  if (!forms) return forms.error();
  return lexicon(*forms);
}

morphology lexicon::found(std::uint32_t entry, std::uint32_t small_entry, found_by by) const {
  morphology out;
  if (entry != form_state::no_entry) out = forms_.meaning_of(entry);
  if (small_entry != form_state::no_entry) {
    const morphology small = forms_.meaning_of(small_entry);
    add(out, small);
    out.cls_small = small.cls;
    out.entry_small = small.entry;
  }
  if (out.entry != 0 || out.entry_small != 0) out.by = by;
  return out;
}

morphology lexicon::find_form(std::string_view form) const {
  return found(forms_.find(form), form_state::no_entry, found_by::form);
}

morphology lexicon::find(std::string_view word, bool starts_sentence) const {
  if (word.empty() || word.size() > max_word) return {};
  const bool capital = begins_with_capital(word);
  const std::uint32_t entry = forms_.find(word);
  if (!capital && entry != form_state::no_entry) {
    return found(entry, form_state::no_entry, found_by::form);
  }
  std::uint32_t small_entry = form_state::no_entry;
  buffer space;
  if (capital && (starts_sentence || entry == form_state::no_entry)) {
    space.append(word);
    space.fold();
    small_entry = forms_.find(space.text());
  }
  if (const morphology out = found(entry, small_entry, found_by::form); out.known()) return out;
  if (const morphology out = find_folded(word, starts_sentence); out.known()) return out;
  if (const morphology out = find_with_particle(word); out.known()) return out;
  return find_compound(word);
}

// In another writing, as the spelling of the word itself or with small letters.
morphology lexicon::find_folded(std::string_view word, bool starts_sentence) const {
  buffer space;
  const std::uint32_t entry = unfold(word, false, space);
  std::uint32_t small_entry = form_state::no_entry;
  if (begins_with_capital(word) && (starts_sentence || entry == form_state::no_entry)) {
    small_entry = unfold(word, true, space);
  }
  return found(entry, small_entry, found_by::folding);
}

// The entry of the word in another writing, which then stands in `space`.  Not in small letters,
// a word in capitals is also looked for with one.
std::uint32_t lexicon::unfold(std::string_view word, bool small, buffer& space) const {
  for (const bool one_capital : {false, true}) {
    buffer written;
    written.append(word);
    if (small || one_capital) written.fold();
    if (one_capital) written.capitalize();
    space.clear();
    const int changes = one_capital && written.text() != word ? 1 : 0;
    if (fold(forms_.root(), written.text(), space, changes)) return forms_.find(space.text());
    if (small || !begins_with_capital(word)) break;
  }
  return form_state::no_entry;
}

// Whether the rest leads to a word, some of it being put for something else.
bool lexicon::fold(const form_state& from, std::string_view rest, buffer& space,
                   int changes) const {
  if (!from.alive()) return false;
  if (rest.empty()) return changes > 0 && from.is_word();
  const std::size_t size = space.text().size();
  forms_reader::word_list foldings = forms_.foldings();
  for (;;) {
    const std::string_view written = foldings.next();
    const std::string_view meant = foldings.next();
    if (written.empty()) break;
    if (!rest.starts_with(written) || !space.append(meant)) continue;
    if (fold(forms_.walk(from, meant), rest.substr(written.size()), space, changes + 1)) {
      return true;
    }
    space.resize(size);
  }
  if (!space.append(rest.substr(0, 1))) return false;
  if (fold(forms_.step(from, rest[0]), rest.substr(1), space, changes)) return true;
  space.resize(size);
  return false;
}

// "wegkaufte", "wegzukaufen": the longest particle behind which a verb is left.
morphology lexicon::find_with_particle(std::string_view word) const {
  buffer small;
  small.append(word);
  small.fold_first();
  const std::string_view text = small.text();
  constexpr std::size_t shortest = 3;  // bytes of a verb
  std::array<std::uint8_t, max_word> ends{};
  std::size_t particles = 0;
  form_state at = forms_.root();
  for (std::size_t i = 0; i + shortest < text.size(); ++i) {
    at = forms_.step(at, text[i]);
    if (!at.alive()) break;
    if (at.is_word() && forms_.meaning_of(at.entry).is(pos_particle)) {
      ends[particles++] = static_cast<std::uint8_t>(i + 1);
    }
  }
  while (particles > 0) {
    const std::size_t end = ends[--particles];
    std::string_view rest = text.substr(end);
    constexpr std::uint32_t kept = pos_infinitive | pos_participle;
    std::uint32_t entry = forms_.find(rest);
    morphology verb = found(entry, form_state::no_entry, found_by::particle);
    const bool finite = verb.is(pos_main_clause);
    const bool with_zu = !verb.is(pos_main_clause | kept);
    for (auto infixes = forms_.infixes(); with_zu;) {
      const std::string_view infix = infixes.next();
      if (infix.empty()) break;
      if (!rest.starts_with(infix)) continue;
      entry = forms_.find(rest.substr(infix.size()));
      verb = found(entry, form_state::no_entry, found_by::particle);
      if (verb.is(pos_infinitive)) {
        verb.pos = pos_zu_infinitive;
        verb.nominal = verb.verbal = 0;
        verb.head_at = static_cast<std::uint16_t>(end);
        return verb;
      }
    }
    if (with_zu) continue;
    constexpr std::uint32_t moods =
        pos_present | pos_preterite | pos_subjunctive1 | pos_subjunctive2;
    verb.pos &= kept | (finite ? pos_finite | moods : 0);
    if (finite) verb.pos |= pos_subordinate_only;
    if (!finite) verb.verbal = 0;
    verb.nominal = 0;
    verb.detail = 0;
    verb.head_at = static_cast<std::uint16_t>(end);
    return verb;
  }
  return {};
}

// What the end of a word is that begins here, or nothing where it can be no head.
morphology lexicon::find_head(std::string_view word, std::size_t at, buffer& space) const {
  const std::string_view tail = word.substr(at);
  const bool behind_hyphen = at > 0 && word[at - 1] == '-';
  space.clear();
  space.append(tail);
  const bool noun = !behind_hyphen && begins_with_capital(word);
  if (noun) space.capitalize();
  constexpr std::size_t shortest_small = 4;
  if (!noun && !behind_hyphen && tail.size() < shortest_small) return {};
  morphology out = found(forms_.find(space.text()), form_state::no_entry, found_by::ending);
  if (!out.is(noun ? pos_any_noun : pos_open)) return {};
  out.pos &= noun ? pos_any_noun : pos_open;
  out.detail = 0;
  out.head_at = static_cast<std::uint16_t>(at);
  return out;
}

// The longest known end behind a known word, else the longest known end.
morphology lexicon::find_compound(std::string_view word) const {
  constexpr std::size_t shortest_part = 2;
  constexpr std::size_t shortest_head = 3;
  const std::size_t hyphen = word.rfind('-');
  morphology longest;
  buffer space;
  const std::size_t begin = hyphen == word.npos ? shortest_part : hyphen + 1;
  for (std::size_t at = begin; at + shortest_head <= word.size(); ++at) {
    if (!begins_letter(word, at)) continue;
    morphology head = find_head(word, at, space);
    if (!head.known()) continue;
    if (at == hyphen + 1 || is_first_part(word.substr(0, at), 0)) {
      head.by = found_by::compound;
      return head;
    }
    if (!longest.known()) longest = head;
  }
  return longest;
}

// A noun, an adjective or a stem that a compound can begin with.
bool lexicon::is_part(std::string_view part) const {
  buffer space;
  space.append(part);
  space.capitalize();
  const morphology noun = find_form(space.text());
  if (noun.is(pos_any_noun) || (noun.detail & detail_geographic) != 0) return true;
  space.fold_first();
  const morphology small = find_form(space.text());
  return small.is(pos_predicative | pos_imperative | pos_adverb | pos_preposition | pos_numeral |
                  pos_particle);
}

bool lexicon::is_first_part(std::string_view part, int depth) const {
  constexpr std::size_t shortest = 3;
  constexpr int deepest = 2;
  if (part.ends_with('-')) part.remove_suffix(1);
  if (part.size() < 2) return false;
  if (is_part(part)) return true;
  std::string_view joint;
  for (auto joints = forms_.joints(); !(joint = joints.next()).empty();) {
    if (part.size() >= joint.size() + shortest && part.ends_with(joint) &&
        is_part(part.substr(0, part.size() - joint.size()))) {
      return true;
    }
  }
  if (depth == deepest) return false;
  buffer space;
  for (std::size_t at = shortest; at + shortest <= part.size(); ++at) {
    if (begins_letter(part, at) && is_part(part.substr(at)) &&
        is_first_part(part.substr(0, at), depth + 1)) {
      return true;
    }
  }
  return false;
}

std::string_view lexicon::lemma(std::string_view word, const morphology& m, std::uint32_t pos,
                                buffer& space, std::uint32_t nth) const {
  space.clear();
  if (word.size() > max_word || m.head_at > word.size()) return {};
  forms_file::lemma_rule rule;
  // A zu-infinitive made of a particle and an infinitive has the infinitive's lemma.
  if (m.by == found_by::particle) pos |= pos_infinitive | pos_finite | pos_participle;
  const bool small = m.entry == 0 || !forms_.find_lemma(m.entry - 1, pos, nth, rule);
  if (small && (m.entry_small == 0 || !forms_.find_lemma(m.entry_small - 1, pos, nth, rule))) {
    return {};
  }
  buffer form;
  if (m.by == found_by::folding) {
    unfold(word, small, form);
  } else {
    form.append(word.substr(m.head_at));
    if (small) form.fold();
    if (m.by == found_by::compound || m.by == found_by::ending) {
      if (begins_with_capital(word) && word[m.head_at - 1] != '-') form.capitalize();
    }
    if (m.by == found_by::particle && (m.pos & pos_zu_infinitive) != 0) {
      auto infixes = forms_.infixes();
      for (std::string_view infix = infixes.next(); !infix.empty(); infix = infixes.next()) {
        if (form.text().starts_with(infix)) form.erase(0, infix.size());
      }
    }
  }
  form.erase(rule.infix_at, rule.infix_size);
  if (rule.cut > form.text().size()) return {};
  form.resize(form.text().size() - rule.cut);
  if (rule.first == forms_file::lemma_rule::small) form.fold_first();
  if (!form.append(forms_.text_of(rule))) return {};
  if (m.head_at == 0) {
    space.append(form.text());
    return space.text();
  }
  space.append(word.substr(0, m.head_at));
  const bool glued = space.text().back() != '-';
  if (glued) form.fold_first();
  if (m.by == found_by::particle) space.fold_first();
  space.append(form.text());
  return space.text();
}

bool lexicon::has_verb(std::string_view particle, std::string_view infinitive) const {
  const form_state at = forms_.walk(forms_.walk(forms_.root(), particle), infinitive);
  if (!at.is_word() || !forms_.meaning_of(at.entry).is(pos_infinitive)) return false;
  // The lemma of an infinitive is itself.
  forms_file::lemma_rule rule;
  for (std::uint32_t nth = 0; forms_.find_lemma(at.entry, pos_infinitive, nth, rule); ++nth) {
    if (rule.cut == 0 && rule.text_size == 0 && rule.infix_size == 0 && rule.first == 0) {
      return true;
    }
  }
  return false;
}

result<lexicon> built_in_lexicon(std::string_view language) {
  const std::string_view bytes = embedded_language_data(language, "forms.bin");
  if (!bytes.empty()) return lexicon::open(bytes);
  return error{error_kind::bad_usage, "",
               "no lexicon is built in for the language \"" + std::string(language) + "\""};
}

}  // namespace zeitstrahl
