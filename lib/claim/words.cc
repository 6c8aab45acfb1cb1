#include "claim/words.h"

#include <algorithm>
#include <utility>

namespace zeitstrahl {

analyzed_word claim_words::analyze(std::string_view folded, bool capital, bool first) const {
  analyzed_word out;
  out.entry = words_.find(folded);
  const auto entry = out.entry.get();
  if (!entry) return capital && !first ? out : analyze_prefixed(folded);
  const facts& f = facts_[*entry];
  out.classes = f.classes;
  if (capital) out.classes |= f.capital_classes;
  out.opens_phrase = f.opens_phrase;
  if (!capital || first) {
    out.forms = f.forms;
    out.verb = f.verb;
    if (f.forms == 0 && !out.is(word_class::no_verb)) {
      const analyzed_word longer = analyze_prefixed(folded);
      out.forms = longer.forms;
      out.verb = longer.verb;
      out.prefix = longer.prefix;
    }
  }
  return out;
}

// "mitgeteilt", "mitteilte", "mitzuteilen": a separable prefix and a form.
analyzed_word claim_words::analyze_prefixed(std::string_view folded) const {
  analyzed_word out;
  if (folded.size() < 3) return out;
  const std::uint32_t sizes = prefix_sizes_[start_of(folded)];
  if (sizes == 0) return out;
  for (std::size_t size = std::min(folded.size() - 1, longest_prefix); size >= 2; --size) {
    if (!(sizes >> size & 1)) continue;
    if (!is_prefix(words_.find(folded.substr(0, size)))) continue;
    std::string_view rest = folded.substr(size);
    if (const facts whole = facts_.get(words_.find(rest)); whole.forms != 0) {
      out.forms = whole.forms;
      out.verb = whole.verb;
      out.prefix = static_cast<std::uint8_t>(size);
      return out;
    }
    if (mark_.empty() || !rest.starts_with(mark_)) continue;
    const facts base = facts_.get(words_.find(rest.substr(mark_.size())));
    if (base.forms & infinitive) {
      out.forms = infinitive | with_mark;
      out.verb = base.verb;
      out.prefix = static_cast<std::uint8_t>(size);
      return out;
    }
  }
  return out;
}

word_classes claim_words::classes_of_phrase(vocabulary::maybe_index first,
                                            vocabulary::maybe_index second) const {
  word_classes out;
  for (const phrase& p : phrases_) {
    if (first.get() == p.first && second.get() == p.second) out |= p.classes;
  }
  return out;
}

word_classes claim_words::classes_of_verb(std::string_view prefix,
                                          vocabulary::maybe_index verb) const {
  const auto known = verb.get();
  if (!known) return {};
  if (prefix.empty()) return facts_[*known].classes;
  const std::string& base = words_.text(*known);
  char buffer[64];
  if (prefix.size() + base.size() > sizeof buffer) return {};
  std::copy(prefix.begin(), prefix.end(), buffer);
  std::copy(base.begin(), base.end(), buffer + prefix.size());
  return facts_.get(words_.find({buffer, prefix.size() + base.size()})).classes;
}

const claim_words::word_ending* claim_words::ending_of(std::string_view folded,
                                                       word_class c) const {
  const word_ending* longest = nullptr;
  for (const word_ending& ending : endings_[static_cast<std::size_t>(c)]) {
    if (folded.empty() || ending.text.back() != folded.back()) continue;
    const bool longer = !longest || ending.text.size() > longest->text.size();
    if (longer && folded.size() > ending.text.size() && folded.ends_with(ending.text)) {
      longest = &ending;
    }
  }
  return longest;
}

std::string_view claim_words::without_ending(std::string_view folded, word_class c) const {
  const word_ending* ending = ending_of(folded, c);
  return ending ? folded.substr(0, folded.size() - ending->text.size()) : std::string_view();
}

word_classes claim_words::classes_of_ending(std::string_view folded) const {
  word_classes out;
  if (folded.empty()) return out;
  for (const std::string_view last : {folded.substr(folded.size() - 1), folded}) {
    for (const class_ending& ending : by_end_[end_of(last)]) {
      const std::string& text = ending.text;
      if (folded.size() > text.size() && folded.ends_with(text)) out |= ending.classes;
    }
  }
  return out;
}

std::string_view claim_words::ending(word_class c, std::string_view row) const {
  for (const word_ending& e : endings_[static_cast<std::size_t>(c)]) {
    if (row_names_[e.row] == row) return e.text;
  }
  return {};
}

std::string_view claim_words::row_name(std::string_view folded, word_class c) const {
  const std::string_view name = row_name(words_.find(folded), c);
  if (!name.empty()) return name;
  const word_ending* ending = ending_of(folded, c);
  return ending ? std::string_view(row_names_[ending->row]) : std::string_view();
}

std::string_view claim_words::row_name(vocabulary::maybe_index entry, word_class c) const {
  const auto known = entry.get();
  if (!known) return {};
  const facts& f = facts_[*known];
  if (!((f.classes | f.capital_classes) & bit(c))) return {};
  const auto found = std::lower_bound(
      memberships_.begin(), memberships_.end(), std::make_pair(*known, c),
      [](const membership& m, const auto& key) { return std::make_pair(m.entry, m.of) < key; });
  if (found == memberships_.end() || found->entry != *known || found->of != c) return {};
  return row_names_[found->row];
}

std::string_view claim_words::row_name(word_class c) const {
  const std::uint32_t row = first_row_[static_cast<std::size_t>(c)];
  return row < row_names_.size() ? std::string_view(row_names_[row]) : std::string_view();
}

}  // namespace zeitstrahl
