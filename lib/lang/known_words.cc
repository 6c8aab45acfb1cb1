#include "lang/known_words.h"

#include <algorithm>

#include "base/utf8.h"

namespace zeitstrahl {

std::size_t known_words::class_of(std::string_view name) {
  if (const std::size_t* found = find_class(name)) return *found;
  class_names_.emplace_back(name);
  classes_.emplace(name, class_names_.size() - 1);
  return class_names_.size() - 1;
}

const std::size_t* known_words::find_class(std::string_view name) const {
  const auto found = classes_.find(name);
  return found == classes_.end() ? nullptr : &found->second;
}

vocabulary::index known_words::add(std::string_view folded) {
  const vocabulary::index index = words_.add(folded);
  if (memberships_.size() < words_.size()) memberships_.resize(words_.size());
  return index;
}

void known_words::add(std::size_t word_class, std::string_view form, double value) {
  const bool ends = form.starts_with('~');
  if (ends) form.remove_prefix(1);
  const bool starts = form.ends_with('~');
  if (starts) form.remove_suffix(1);
  const bool number = form.ends_with('#');
  if (number) form.remove_suffix(1);
  const std::string folded = fold_case(form);
  const vocabulary::index index = add(folded);
  word_entry& e = words_[index];
  e.ends_compound |= ends;
  e.starts_compound |= starts;
  if (number) e.number_part = static_cast<std::int16_t>(value);
  auto& memberships = memberships_[index];
  const auto same = std::find_if(memberships.begin(), memberships.end(),
                                 [&](const membership& m) { return m.word_class == word_class; });
  if (same == memberships.end()) {
    memberships.push_back({static_cast<std::uint32_t>(word_class), value, folded != form});
  } else {
    same->capital_only &= folded != form;
  }
}

std::size_t known_words::literal(std::string_view word) {
  const std::string name = "\"" + std::string(word) + "\"";
  const bool known = classes_.contains(name);
  const std::size_t id = class_of(name);
  if (!known) add(id, word, 0);
  return id;
}

double known_words::value(vocabulary::maybe_index word, std::size_t word_class,
                          bool capital) const {
  const auto known = word.get();
  if (!known) return absent;
  for (const membership& m : memberships_[*known]) {
    if (m.word_class == word_class) return capital || !m.capital_only ? m.value : absent;
  }
  return absent;
}

double known_words::phrase_value(std::string_view folded) const {
  const auto found = phrases_.find(folded);
  return found == phrases_.end() ? absent : found->second;
}

std::vector<known_words::spelled> known_words::words_in(std::size_t word_class) const {
  std::vector<spelled> out;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    for (const membership& m : memberships_[vocabulary::index(i)]) {
      if (m.word_class == word_class) {
        out.push_back({words_.text(vocabulary::index(i)), m.capital_only});
      }
    }
  }
  return out;
}

std::vector<std::vector<double>> known_words::ranges_of_classes() const {
  std::vector<std::vector<double>> out(class_count());
  for (const auto& of_word : memberships_) {
    for (const membership& m : of_word) {
      if (!is_given(m.value)) continue;
      std::vector<double>& range = out[m.word_class];
      if (range.empty()) range = {m.value, m.value};
      range[0] = std::min(range[0], m.value);
      range[1] = std::max(range[1], m.value);
    }
  }
  return out;
}

}  // namespace zeitstrahl
