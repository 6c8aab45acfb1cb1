#include "syntax/lexicon.h"

#include <string>

#include "lang/embedded.h"

namespace zeitstrahl {

using forms_file::lemma_rule;

result<lexicon> lexicon::open(std::string_view bytes) {
  const auto forms = forms_reader::open(bytes);
  if (!forms) return forms.error();
  return lexicon(*forms);
}

result<lexicon> built_in_lexicon(std::string_view language) {
  const std::string_view bytes = embedded_language_data(language, "forms.bin");
  if (!bytes.empty()) return lexicon::open(bytes);
  return error{error_kind::bad_usage, "",
               "no lexicon is built in for the language \"" + std::string(language) + "\""};
}

morphology lexicon::found(std::uint32_t entry, std::uint32_t small_entry, found_by by) const {
  morphology out;
  if (entry != form_state::no_entry) out = forms_.meaning_of(entry);
  if (small_entry != form_state::no_entry) {
    const morphology small = forms_.meaning_of(small_entry);
    out.pos |= small.pos;
    out.detail |= small.detail;
    out.nominal |= small.nominal;
    out.verbal |= small.verbal;
    out.cls_small = small.cls;
    out.entry_small = small.entry;
  }
  if (out.entry != 0 || out.entry_small != 0) out.by = by;
  return out;
}

morphology lexicon::find_form(std::string_view form) const {
  return found(forms_.find(form), form_state::no_entry, found_by::form);
}

std::uint32_t lexicon::find_capitalized(std::string_view word) const {
  const std::size_t size = first_letter_size(word);
  buffer first;
  first.append(word.substr(0, size));
  first.capitalize();
  return forms_.walk(forms_.walk(forms_.root(), first.text()), word.substr(size)).entry;
}

morphology lexicon::find(std::string_view word, bool starts_sentence) const {
  if (word.empty() || word.size() > max_word) return {};
  const std::uint32_t entry = forms_.find(word);
  const bool capital = begins_with_capital(word);
  if (entry != form_state::no_entry && !(capital && starts_sentence)) {
    return found(entry, form_state::no_entry, found_by::form);
  }
  std::uint32_t small_entry = form_state::no_entry;
  if (capital) {
    buffer small;
    small.append(word);
    small.fold();
    small_entry = forms_.find(small.text());
  }
  morphology out = found(entry, small_entry, found_by::form);
  if (!out.known()) out = find_folded(word, starts_sentence);
  if (!out.known() && (!capital || starts_sentence)) out = find_with_particle(word);
  if (!out.known()) out = find_compound(word);
  return out;
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
// a word in capitals is also looked for with one; not short ones, which are abbreviations.
std::uint32_t lexicon::unfold(std::string_view word, bool small, buffer& space) const {
  constexpr std::size_t shortest_in_capitals = 4;
  const std::size_t size = first_letter_size(word);
  const bool capitals = !small && word.size() >= shortest_in_capitals &&
                        begins_with_capital(word) && begins_with_capital(word.substr(size));
  for (const bool one_capital : {false, true}) {
    if (one_capital && !capitals) break;
    buffer written;
    written.append(word);
    if (small || one_capital) written.fold();
    if (one_capital) written.capitalize();
    if (!one_capital && !may_fold(written.text())) continue;
    space.clear();
    const int changes = one_capital ? 1 : 0;
    if (fold(forms_.root(), written.text(), space, changes)) return forms_.find(space.text());
  }
  return form_state::no_entry;
}

bool lexicon::may_fold(std::string_view word) const {
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (!forms_.may_fold(word.substr(at))) continue;
    std::string_view written;
    std::string_view meant;
    for (auto all = forms_.list(forms_file::list_foldings); all.next(written) && all.next(meant);) {
      if (begins_with(word.substr(at), written)) return true;
    }
  }
  return false;
}

// Whether the rest leads to a word, something of it being put for something else.
bool lexicon::fold(const form_state& from, std::string_view rest, buffer& space,
                   int changes) const {
  if (!from.alive()) return false;
  if (rest.empty()) return changes > 0 && from.is_word();
  const std::size_t size = space.text().size();
  if (forms_.may_fold(rest)) {
    std::string_view written;
    std::string_view meant;
    for (auto all = forms_.list(forms_file::list_foldings); all.next(written) && all.next(meant);) {
      if (!begins_with(rest, written) || !space.append(meant)) continue;
      if (fold(forms_.walk(from, meant), rest.substr(written.size()), space, changes + 1)) {
        return true;
      }
      space.shorten_to(size);
    }
  }
  if (!space.append(rest.substr(0, 1))) return false;
  if (fold(forms_.step(from, rest[0]), rest.substr(1), space, changes)) return true;
  space.shorten_to(size);
  return false;
}

std::string_view lexicon::lemma(std::string_view word, const morphology& m, std::uint32_t pos,
                                buffer& space, std::uint32_t nth) const {
  space.clear();
  if (word.size() > max_word || m.head_at > word.size()) return {};
  // What stands behind a particle has the lemma of the verb that it is by itself.
  pos = m.by == found_by::particle ? pos_verb : pos & m.pos;
  lemma_rule rule;
  const bool small = m.entry == 0 || !forms_.find_lemma(m.entry - 1, pos, nth, rule);
  if (small && (m.entry_small == 0 || !forms_.find_lemma(m.entry_small - 1, pos, nth, rule))) {
    return {};
  }
  buffer form;
  const bool has_first_part = m.head_at > 0;
  const bool glued = has_first_part && word[m.head_at - 1] != '-';
  if (m.by == found_by::folding) {
    unfold(word, small, form);
  } else {
    form.append(word.substr(m.head_at));
    if (small) form.fold();
    if (glued && m.by != found_by::particle && begins_with_capital(word)) form.capitalize();
  }
  if (m.by == found_by::particle && m.is(pos_zu_infinitive)) {
    std::string_view infix;
    for (auto all = forms_.list(forms_file::list_infixes); all.next(infix);) {
      if (form.text().starts_with(infix)) form.erase(0, infix.size());
    }
  }
  form.erase(rule.infix_at, rule.infix_size);
  if (rule.cut > form.text().size()) return {};
  form.shorten_to(form.text().size() - rule.cut);
  if (rule.first == lemma_rule::small) form.fold_first();
  if (!form.append(forms_.text_of(rule))) return {};
  if (glued) form.fold_first();
  space.append(word.substr(0, m.head_at));
  if (m.by == found_by::particle) space.fold_first();
  space.append(form.text());
  return space.text();
}

bool lexicon::has_verb(std::string_view particle, std::string_view infinitive) const {
  const form_state at = forms_.walk(forms_.walk(forms_.root(), particle), infinitive);
  if (!at.is_word() || !forms_.meaning_of(at.entry).is(pos_infinitive)) return false;
  // The lemma of an infinitive is itself.
  lemma_rule rule;
  for (std::uint32_t nth = 0; forms_.find_lemma(at.entry, pos_infinitive, nth, rule); ++nth) {
    if (rule == lemma_rule{}) return true;
  }
  return false;
}

}  // namespace zeitstrahl
