#include "lang/starts.h"

namespace zeitstrahl {
namespace {

using bytes = pattern_starts::bytes;
using beginnings = pattern_starts::beginnings;

beginnings of_symbols(const symbol_set& symbols) {
  beginnings out;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    if (!symbols[i]) continue;
    const auto symbol = static_cast<symbol_code>(i);
    const std::uint8_t first = first_byte(symbol);
    out.first.set(first);
    if (is_wide(symbol)) {
      out.pairs[first].set(second_byte(symbol));
    } else {
      out.alone.set(first);
    }
  }
  return out;
}

// What is matched by one part and then the other.
void follow(beginnings& front, const beginnings& back) {
  for (std::size_t first = 0; first < front.pairs.size(); ++first) {
    if (front.alone[first]) front.pairs[first] |= back.first;
    if (front.empty) front.pairs[first] |= back.pairs[first];
  }
  if (!back.empty) front.alone.reset();
  if (front.empty) {
    front.alone |= back.alone;
    front.first |= back.first;
  }
  front.empty = front.empty && back.empty;
}

class start_finder {
 public:
  explicit start_finder(const symbols_function& symbols_of) : symbols_of_(symbols_of) {}

  beginnings find(const pattern_tree& tree) const {
    switch (tree->is) {
      case pattern_node::kind::word_class:
        return of_symbols(symbols_of_(tree->classes));
      case pattern_node::kind::choice:
        return choice(tree);
      case pattern_node::kind::repeat:
        return repeat(tree);
      case pattern_node::kind::sequence:
      case pattern_node::kind::slot:
      case pattern_node::kind::extent:
        break;
    }
    return sequence(tree);
  }

 private:
  beginnings sequence(const pattern_tree& tree) const {
    beginnings out;
    out.empty = true;
    for (const pattern_tree& part : tree->parts) {
      if (!out.empty && out.alone.none()) break;  // two bytes are there
      follow(out, find(part));
    }
    return out;
  }

  beginnings choice(const pattern_tree& tree) const {
    beginnings out;
    for (const pattern_tree& part : tree->parts) out.add(find(part));
    return out;
  }

  beginnings repeat(const pattern_tree& tree) const {
    beginnings out = find(tree->parts.front());
    if (tree->repeat != '?') {
      beginnings twice = out;
      follow(twice, out);
      out.add(twice);
    }
    out.empty = out.empty || tree->repeat != '+';
    return out;
  }

  const symbols_function& symbols_of_;
};

}  // namespace

void pattern_starts::beginnings::add(const beginnings& other) {
  empty = empty || other.empty;
  first |= other.first;
  alone |= other.alone;
  for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i] |= other.pairs[i];
}

pattern_starts::pattern_starts() : all_(std::make_shared<beginnings>()) {}

void pattern_starts::add(const pattern_tree& tree, const symbols_function& symbols_of) {
  all_->add(start_finder(symbols_of).find(tree));
}

}  // namespace zeitstrahl
