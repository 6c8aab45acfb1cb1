#include "lang/word_symbols.h"

#include <algorithm>
#include <utility>

#include "lang/shapes.h"
#include "text/vocabulary.h"

namespace zeitstrahl {

word_symbols::word_symbols(known_words& words, std::span<const pattern_tree> trees,
                           std::size_t number_class) {
  std::set<std::vector<std::size_t>> sets = {{number_class}};
  for (const pattern_tree& tree : trees) collect_class_sets(tree, sets);
  class_sets_.assign(sets.begin(), sets.end());
  sets_of_class_.resize(words.class_count());
  for (std::size_t i = 0; i < class_sets_.size(); ++i) {
    for (const std::size_t word_class : class_sets_[i]) sets_of_class_[word_class].push_back(i);
  }
  const class_key number_key = key_of({{static_cast<std::uint32_t>(number_class), 0, false}}, true);
  number_them(words, number_key);
  number_word_ = find(number_key);
  for (std::size_t i = 0; i < words.all().size(); ++i) {
    const vocabulary::index index(i);
    word_entry& e = words.all()[index];
    const symbol_code lower = find(key_of(words.classes_of(index), false));
    const symbol_code capital = find(key_of(words.classes_of(index), true));
    if (lower != 0) e.lower = lower;
    if (capital != 0) e.capital = capital;
  }
  collect(words);
}

// Numbers the sets of classes that words have.  Short words are frequent (Zipf, "The
// Psycho-Biology of Language", 1935): their symbols come first, and are one byte.
void word_symbols::number_them(const known_words& words, const class_key& number_key) {
  std::map<class_key, std::size_t> shortest;
  const auto note = [&](const class_key& key, std::size_t size) {
    if (key.empty()) return;
    const auto [found, is_new] = shortest.try_emplace(key, size);
    if (!is_new) found->second = std::min(found->second, size);
  };
  note(number_key, 1);
  for (std::size_t i = 0; i < words.all().size(); ++i) {
    const vocabulary::index index(i);
    for (const bool capital : {false, true}) {
      note(key_of(words.classes_of(index), capital), words.all().text(index).size());
    }
  }
  std::vector<std::pair<std::size_t, class_key>> ordered;
  for (const auto& [key, size] : shortest) ordered.emplace_back(size, key);
  std::sort(ordered.begin(), ordered.end());
  for (const auto& [size, key] : ordered) {
    symbols_[key] = static_cast<symbol_code>(first_word_symbol + symbols_.size());
  }
}

// The symbol of words of these sets, or 0 where no pattern names any of their classes.
symbol_code word_symbols::find(const class_key& key) const {
  const auto found = symbols_.find(key);
  return found == symbols_.end() ? symbol_code{0} : found->second;
}

// The sets that patterns tell apart in which words with these classes are.
word_symbols::class_key word_symbols::key_of(
    const std::vector<known_words::membership>& memberships, bool capital) const {
  class_key key;
  for (const known_words::membership& m : memberships) {
    if (!capital && m.capital_only) continue;
    key.insert(sets_of_class_[m.word_class].begin(), sets_of_class_[m.word_class].end());
  }
  return key;
}

void word_symbols::collect(const known_words& words) {
  symbols_of_sets_.resize(class_sets_.size());
  for (const auto& [key, symbol] : symbols_) {
    // Beyond the last symbol the language is refused.
    if (symbol >= symbol_limit) continue;
    for (const std::size_t set : key) symbols_of_sets_[set].set(symbol);
  }
  for (const shape_class& shape : shape_classes()) {
    for (const std::size_t set : sets_of_class_[*words.find_class(shape.name)]) {
      for (const std::uint8_t symbol : shape.symbols) symbols_of_sets_[set].set(symbol);
    }
  }
}

symbol_set word_symbols::of_node(const std::vector<std::size_t>& classes) const {
  const auto set = std::lower_bound(class_sets_.begin(), class_sets_.end(), classes);
  return symbols_of_sets_[static_cast<std::size_t>(set - class_sets_.begin())];
}

}  // namespace zeitstrahl
