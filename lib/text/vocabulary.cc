#include "text/vocabulary.h"

#include <algorithm>

namespace zeitstrahl {

vocabulary::vocabulary() : slots_(1 << 12), filter_(slots_.size() / 8) {}

// The word may have capital ASCII letters, the entry has none.
bool vocabulary::same_rest(std::string_view word, std::string_view folded) {
  if (word.size() != folded.size()) return false;
  for (std::size_t i = 8; i < word.size(); ++i) {
    const char c = word[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c) != folded[i]) return false;
  }
  return true;
}

vocabulary::index vocabulary::add(std::string_view folded) {
  const word_key key = key_of(folded);
  if (const auto known = find(folded, key).get()) return *known;
  if (entries_.size() * 2 >= slots_.size()) grow();
  const index made = entries_.add({});
  texts_.add(std::string(folded));
  put(folded, key, made);
  return made;
}

void vocabulary::put(std::string_view folded, word_key key, index i) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key.hash & mask;
  while (slots_[at].entry != free_slot) at = (at + 1) & mask;
  slots_[at] = {key.first, key.hash, i.number() | (folded.size() > 8 ? long_word : 0)};
  filter_[key.hash >> 6 & (filter_.size() - 1)] |= std::uint64_t{1} << (key.hash & 63);
}

void vocabulary::grow() {
  const std::size_t size = slots_.size() * 2;
  slots_.assign(size, {});
  filter_.assign(size / 8, 0);
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    const std::string& text = texts_[index(i)];
    put(text, key_of(text), index(i));
  }
}

void vocabulary::finish() {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const word_entry& e = entries_[index(i)];
    if (!e.starts_compound && e.number_part == 0) continue;
    const std::string& text = texts_[index(i)];
    if (text.size() < shortest_part) continue;
    std::uint16_t& sizes = part_sizes_[start_of(key_of(text))];
    sizes = static_cast<std::uint16_t>(sizes | size_bit(text.size()));
    longest_part_ = std::max(longest_part_, static_cast<std::uint32_t>(text.size()));
  }
}

template <class F>
void vocabulary::for_each_part(std::string_view folded, std::size_t longest, F&& use) const {
  const std::uint32_t sizes = sizes_of_parts(key_of(folded));
  if (sizes == 0) return;
  for (std::size_t size = std::min<std::size_t>(longest, longest_part_); size >= shortest_part;
       --size) {
    if (!(sizes & size_bit(size))) continue;
    const auto part = find(folded.substr(0, size)).get();
    if (part && use(*part, static_cast<std::uint32_t>(size))) return;
  }
}

// The longest number part at the front.
vocabulary::number_prefix vocabulary::read_number_part(std::string_view folded) const {
  number_prefix found;
  for_each_part(folded, folded.size(), [&](index part, std::uint32_t size) {
    if (entries_[part].number_part == 0) return false;
    found = {size, entries_[part].number_part};
    return true;
  });
  return found;
}

// "drei", "dreizehn", "dreiundzwanzig", "zwanzig".
vocabulary::number_prefix vocabulary::read_number_below_hundred(std::string_view folded) const {
  const number_prefix first = read_number_part(folded);
  if (first.size == 0 || first.value >= 100) return {};
  if (first.value >= 10) return first;
  std::string_view rest = folded.substr(first.size);
  if (!joiner_.empty() && rest.starts_with(joiner_)) {
    const number_prefix tens = read_number_part(rest.substr(joiner_.size()));
    if (tens.value >= 20 && tens.value < 100) {
      return {first.size + static_cast<std::uint32_t>(joiner_.size()) + tens.size,
              first.value + tens.value};
    }
  }
  return first;
}

// [below hundred] "hundert" [below hundred], and the same before and after "tausend".
vocabulary::number_prefix vocabulary::read_number(std::string_view folded) const {
  number_prefix whole;
  std::int64_t group = 0;
  bool open = true;  // a factor may follow
  while (whole.size < folded.size()) {
    std::string_view rest = folded.substr(whole.size);
    if (whole.size > 0 && !joiner_.empty() && rest.starts_with(joiner_)) {
      const number_prefix next = read_number_part(rest.substr(joiner_.size()));
      if (next.size == 0 || next.value >= 100 || !open || group % 100 != 0) break;
      whole.size += static_cast<std::uint32_t>(joiner_.size());
      continue;
    }
    const number_prefix part = read_number_part(rest);
    if (part.size == 0) break;
    if (part.value == 100) {
      if (group >= 100) break;
      group = std::max<std::int64_t>(group, 1) * 100;
      whole.size += part.size;
      open = true;
      continue;
    }
    if (part.value == 1000) {
      if (whole.value != 0) break;
      whole.value = std::max<std::int64_t>(group, 1) * 1000;
      group = 0;
      whole.size += part.size;
      open = true;
      continue;
    }
    const number_prefix small = read_number_below_hundred(rest);
    if (small.size == 0 || !open || group % 100 != 0) break;
    group += small.value;
    whole.size += small.size;
    open = false;
  }
  whole.value += group;
  return whole;
}

vocabulary::split_word vocabulary::split(std::string_view folded) const {
  if (const number_prefix number = read_number(folded); number.size > 0) {
    if (number.size == folded.size()) return {number.size, number.value, {}, {}};
    const maybe_index rest = find(folded.substr(number.size));
    if (entries_.get(rest).ends_compound) return {number.size, number.value, {}, rest};
  }
  split_word found;
  for_each_part(folded, folded.size() - 1, [&](index first, std::uint32_t size) {
    if (!entries_[first].starts_compound) return false;
    const maybe_index second = find(folded.substr(size));
    if (!entries_.get(second).ends_compound) return false;
    found = {size, 0, first, second};
    return true;
  });
  return found;
}

}  // namespace zeitstrahl
