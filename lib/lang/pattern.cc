#include "lang/pattern.h"

#include <algorithm>

namespace zeitstrahl {
namespace {

bool is_name_char(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// Recursive descent; the first error stops it.
class pattern_parser {
 public:
  pattern_parser(std::string_view text, const pattern_names& names) : rest_(text), names_(names) {}

  result<pattern_tree> run() {
    pattern_tree tree = choice();
    skip_space();
    if (error_.empty() && !rest_.empty()) fail("unexpected \"" + std::string(rest_) + "\"");
    if (!error_.empty()) return zeitstrahl::error{error_kind::bad_input, "", error_};
    return tree;
  }

 private:
  using node = pattern_node;

  void fail(std::string message) {
    if (error_.empty()) error_ = std::move(message);
    rest_ = {};
  }

  void skip_space() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
  }

  bool take(char c) {
    skip_space();
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  pattern_tree choice() {
    auto out = std::make_shared<node>();
    out->is = node::kind::choice;
    do {
      out->parts.push_back(sequence());
    } while (take('|'));
    if (out->parts.size() == 1) return out->parts.front();
    return merged(out);
  }

  // Alternatives that are single classes become one node.
  static pattern_tree merged(const std::shared_ptr<node>& choice) {
    auto out = std::make_shared<node>();
    out->is = node::kind::word_class;
    for (const pattern_tree& part : choice->parts) {
      if (part->is != node::kind::word_class) return choice;
      out->classes.insert(out->classes.end(), part->classes.begin(), part->classes.end());
    }
    std::sort(out->classes.begin(), out->classes.end());
    out->classes.erase(std::unique(out->classes.begin(), out->classes.end()), out->classes.end());
    return out;
  }

  pattern_tree sequence() {
    auto out = std::make_shared<node>();
    while (true) {
      skip_space();
      if (rest_.empty() || rest_.front() == '|' || rest_.front() == ')' || rest_.front() == ']') {
        break;
      }
      out->parts.push_back(item());
    }
    if (out->parts.empty()) fail("an empty pattern or alternative");
    return out->parts.size() == 1 ? out->parts.front() : pattern_tree(out);
  }

  pattern_tree item() {
    pattern_tree out = atom();
    if (!rest_.empty() && (rest_.front() == '?' || rest_.front() == '*' || rest_.front() == '+')) {
      auto repeat = std::make_shared<node>();
      repeat->is = node::kind::repeat;
      repeat->repeat = rest_.front();
      repeat->parts.push_back(std::move(out));
      rest_.remove_prefix(1);
      return repeat;
    }
    return out;
  }

  pattern_tree closed(pattern_tree inner, char close) {
    if (!take(close)) fail(std::string("a missing \"") + close + "\"");
    return inner;
  }

  pattern_tree atom() {
    if (take('(')) return closed(choice(), ')');
    if (take('[')) {
      auto extent = std::make_shared<node>();
      extent->is = node::kind::extent;
      extent->parts.push_back(closed(choice(), ']'));
      return extent;
    }
    if (take('"')) return quoted();
    std::size_t size = 0;
    while (size < rest_.size() && is_name_char(rest_[size])) ++size;
    const std::string name(rest_.substr(0, size));
    if (name.empty()) {
      fail("unexpected \"" + std::string(rest_) + "\"");
      return std::make_shared<node>();
    }
    rest_.remove_prefix(size);
    if (!rest_.empty() && rest_.front() == ':') {
      rest_.remove_prefix(1);
      auto slot = std::make_shared<node>();
      slot->is = node::kind::slot;
      slot->name = name;
      slot->parts.push_back(atom());
      return slot;
    }
    return named(name);
  }

  pattern_tree quoted() {
    const auto end = rest_.find('"');
    if (end == rest_.npos) {
      fail("a missing quotation mark");
      return std::make_shared<node>();
    }
    const std::string_view word = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return class_node(names_.literal(word));
  }

  pattern_tree named(const std::string& name) {
    if (const auto found = names_.defined.find(name); found != names_.defined.end()) {
      names_.used.insert(name);
      return found->second;
    }
    if (const std::size_t* found = names_.find_class(name)) return class_node(*found);
    fail("unknown class \"" + name + "\"; add it to the lexicon or define it in an earlier row");
    return std::make_shared<node>();
  }

  std::string_view rest_;
  const pattern_names& names_;
  std::string error_;
};

// "[\\x41-\\x43\\x50]" of the bytes.
void append_bytes(std::string& out, const std::bitset<256>& bytes) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto code = [&](std::size_t byte) {
    out += "\\x";
    out += digits[byte / 16];
    out += digits[byte % 16];
  };
  out += '[';
  for (std::size_t byte = 0; byte < bytes.size(); ++byte) {
    if (!bytes[byte]) continue;
    std::size_t last = byte;
    while (last + 1 < bytes.size() && bytes[last + 1]) ++last;
    code(byte);
    if (last > byte) {
      out += '-';
      code(last);
    }
    byte = last;
  }
  out += ']';
}

// Any of the symbols: those of one byte, or a first byte and one of its second ones.
void append_set(std::string& out, const symbol_set& symbols) {
  if (symbols.none()) {  // a class without words matches nothing
    out += "[^\\x00-\\xFF]";
    return;
  }
  const auto [single, pairs] = bytes_of(symbols);
  std::string alternatives;
  const auto begin = [&] { alternatives += alternatives.empty() ? "(?:" : "|"; };
  if (single.any()) {
    begin();
    append_bytes(alternatives, single);
  }
  for (const auto& [first, seconds] : pairs) {
    begin();
    append_bytes(alternatives, symbol_bytes::set().set(first));
    append_bytes(alternatives, seconds);
  }
  out += alternatives + ')';
}

class pattern_writer {
 public:
  pattern_writer(const symbols_function& symbols_of, compiled_pattern& out)
      : symbols_of_(symbols_of), out_(out) {}

  void write(const pattern_tree& tree) {
    switch (tree->is) {
      case pattern_node::kind::word_class:
        set_.clear();
        append_set(set_, symbols_of_(tree->classes));
        both(set_);
        return;
      case pattern_node::kind::sequence:
        for (const pattern_tree& part : tree->parts) write(part);
        return;
      case pattern_node::kind::choice:
        both("(?:");
        for (std::size_t i = 0; i < tree->parts.size(); ++i) {
          if (i > 0) both("|");
          write(tree->parts[i]);
        }
        both(")");
        return;
      case pattern_node::kind::repeat:
        both("(?:");
        write(tree->parts.front());
        both(")");
        both(std::string(1, tree->repeat));
        return;
      case pattern_node::kind::slot:
      case pattern_node::kind::extent:
        write_group(tree);
        return;
    }
  }

 private:
  void both(const std::string& text) {
    out_.captures += text;
    out_.plain += text;
  }

  // A slot may stand in several alternatives.
  compiled_pattern::slot& slot_named(const std::string& name) {
    for (compiled_pattern::slot& slot : out_.slots) {
      if (slot.name == name) return slot;
    }
    return out_.slots.emplace_back(compiled_pattern::slot{name, {}, {}, {}});
  }

  void write_group(const pattern_tree& tree) {
    const int group = ++out_.groups;
    if (tree->is == pattern_node::kind::extent) {
      out_.extents.push_back(group);
    } else {
      compiled_pattern::slot& slot = slot_named(tree->name);
      slot.groups.push_back(group);
      collect_classes(tree, slot.classes);
      collect_symbols(tree, slot.symbols);
    }
    out_.captures += '(';
    out_.plain += "(?:";
    for (const pattern_tree& part : tree->parts) write(part);
    both(")");
  }

  void collect_symbols(const pattern_tree& tree, symbol_set& symbols) const {
    if (tree->is == pattern_node::kind::word_class) symbols |= symbols_of_(tree->classes);
    for (const pattern_tree& part : tree->parts) collect_symbols(part, symbols);
  }

  std::string set_;  // the last one written
  const symbols_function& symbols_of_;
  compiled_pattern& out_;
};

}  // namespace

symbol_bytes bytes_of(const symbol_set& symbols) {
  symbol_bytes out;
  std::size_t left = symbols.count();
  for (std::size_t i = 0; left > 0; ++i) {
    if (!symbols[i]) continue;
    --left;
    const auto symbol = static_cast<symbol_code>(i);
    if (is_wide(symbol)) {
      out.pairs[first_byte(symbol)].set(second_byte(symbol));
    } else {
      out.single.set(i);
    }
  }
  return out;
}

pattern_tree class_node(std::size_t word_class) {
  auto out = std::make_shared<pattern_node>();
  out->is = pattern_node::kind::word_class;
  out->classes = {word_class};
  return out;
}

result<pattern_tree> parse_pattern(std::string_view text, const pattern_names& names) {
  return pattern_parser(text, names).run();
}

compiled_pattern compile_pattern(const pattern_tree& tree, const symbols_function& symbols_of) {
  compiled_pattern out;
  pattern_writer(symbols_of, out).write(tree);
  return out;
}

void collect_classes(const pattern_tree& tree, std::vector<std::size_t>& classes) {
  for (const std::size_t word_class : tree->classes) {
    if (std::find(classes.begin(), classes.end(), word_class) == classes.end()) {
      classes.push_back(word_class);
    }
  }
  for (const pattern_tree& part : tree->parts) collect_classes(part, classes);
}

void collect_class_sets(const pattern_tree& tree, std::set<std::vector<std::size_t>>& sets) {
  if (tree->is == pattern_node::kind::word_class) sets.insert(tree->classes);
  for (const pattern_tree& part : tree->parts) collect_class_sets(part, sets);
}

}  // namespace zeitstrahl
