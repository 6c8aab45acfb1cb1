#include "claim/clause.h"

#include <algorithm>

#include "claim/clause_verbs.h"

namespace zeitstrahl {
namespace {
// A stretch between two marks.
struct piece {
  span tokens;
  std::uint8_t mark = 0;  // before it
  bool closes = false;    // and a bracket ends there
};

bool cuts(std::uint8_t symbol) {
  switch (symbol) {
    case symbol_comma:
    case symbol_semicolon:
    case symbol_colon:
    case symbol_dash:
    case symbol_open:
    case symbol_close:
    case symbol_stop:
      return true;
    default:
      return false;
  }
}

class clause_parser {
 public:
  clause_parser(const analyzed_text& text, span tokens, const std::vector<span>& times,
                sentence_clauses& out)
      : text_(text), times_(times), out_(out), verbs_(text, tokens.begin) {
    out.tokens = tokens;
    out.clauses.clear();
    out.owner.assign(tokens.size(), no_index);
  }

  void run() {
    cut();
    for (std::size_t i = 0; i < pieces_.size(); ++i) take(i);
    finish();
  }

 private:
  // --- pieces ---

  bool inside_time(std::uint32_t token) {
    while (time_ < times_.size() && times_[time_].end <= token) ++time_;
    return time_ < times_.size() && times_[time_].begin < token;
  }

  // Behind "2019:", "Montag, 6. Mai -" at the begin of a sentence, which dates what follows;
  // the begin where a sentence starts with words.
  std::uint32_t behind_dated_heading() const {
    std::size_t time = 0;
    bool dated = false;
    for (std::uint32_t i = out_.tokens.begin; i + 1 < out_.tokens.end; ++i) {
      while (time < times_.size() && times_[time].end <= i) ++time;
      const bool inside = time < times_.size() && times_[time].begin <= i;
      dated |= inside;
      if (inside) continue;
      const std::uint8_t symbol = text_.symbol(i);
      const bool leads = symbol == symbol_colon ||
                         (symbol == symbol_dash && text_.is_word(i + 1) && text_.is_capital(i + 1));
      if (leads && dated) return i + 1;
      const bool time_next = time < times_.size() && times_[time].begin == i + 1;
      const bool joins = time_next && (text_.is(i, word_class::preposition) ||
                                       text_.is(i, word_class::contraction) ||
                                       text_.is(i, word_class::coordinator));
      if (!joins && (text_.is_word(i) || text_.at(i).is != token::mark)) break;
    }
    return out_.tokens.begin;
  }

  void cut() {
    const std::uint32_t heading_end = behind_dated_heading();
    std::uint32_t begin = out_.tokens.begin;
    std::uint8_t mark = 0;
    bool closes = false;
    for (std::uint32_t i = begin; i <= out_.tokens.end; ++i) {
      const bool last = i == out_.tokens.end;
      if (!last && (i < heading_end || !cuts(text_.symbol(i)) || inside_time(i))) continue;
      if (i > begin) {
        pieces_.push_back({{begin, i}, mark, closes});
        closes = false;
      }
      if (last) break;
      closes |= text_.symbol(i) == symbol_close;
      mark = i > begin || mark == 0 ? text_.symbol(i) : stronger(mark, text_.symbol(i));
      begin = i + 1;
    }
  }

  // Of two marks beside each other, the one that tells more.
  static std::uint8_t stronger(std::uint8_t first, std::uint8_t second) {
    if (first == symbol_close && second == symbol_comma) return second;
    return first == symbol_comma ? second : first;
  }

  // --- what a piece opens ---

  // The first word behind coordinators, quotation marks and adverbs.
  std::uint32_t first_word(span range, bool over_adverbs) const {
    std::uint32_t i = range.begin;
    while (i < range.end && (!text_.is_word(i) || text_.is(i, word_class::coordinator) ||
                             (over_adverbs && text_.is(i, word_class::focus) &&
                              !text_.is(i, word_class::subordinator)))) {
      ++i;
    }
    return i;
  }

  struct opening {
    std::uint32_t word = no_index;
    clause::kind is = clause::kind::main;
  };

  opening open(const piece& p, bool first) const {
    const std::uint32_t begin = first_word(p.tokens, false);
    if (begin == p.tokens.end) return {};
    if (text_.is(begin, word_class::infinitive_opener) &&
        (verbs_.marked_infinitive(p.tokens) != no_index) &&
        verbs_.first_strong(p.tokens) == no_index) {
      return {begin, clause::kind::infinitive};
    }
    const std::uint32_t word = first_word(p.tokens, true);
    if (word == p.tokens.end) return {};
    const std::uint32_t verb = verbs_.last_verb(p.tokens);
    const bool last = verb != no_index && verbs_.stands_last(verb, p.tokens);
    if (text_.is(word, word_class::subordinator) || text_.is(word, word_class::question) ||
        text_.is(word, word_class::comparison)) {
      constexpr word_classes doubtful = bit(word_class::preposition) | bit(word_class::focus) |
                                        bit(word_class::question) | bit(word_class::comparison) |
                                        bit(word_class::article);
      const bool sure = !text_.words[word].is_any(doubtful);
      if (last || (sure && !starts_main(p, word))) return {word, clause::kind::subordinate};
      // "Wie der Sprecher, Jan Ortmann, mitteilte"
      const bool opens = first && text_.is(word, word_class::how) && verb == no_index;
      if (opens && verb_stands_behind(p)) return {word, clause::kind::subordinate};
    }
    if (first) return {};
    if (is_relative(p, begin)) return {relative_word(begin), clause::kind::relative};
    return {};
  }

  // "dabei" and its like stand before the verb of a main clause.
  bool starts_main(const piece& p, std::uint32_t word) const {
    return word + 1 < p.tokens.end && verbs_.is_strong(word + 1) &&
           verbs_.last_verb(p.tokens) == word + 1;
  }

  std::uint32_t relative_word(std::uint32_t begin) const {
    std::uint32_t word = begin;
    while (word < out_.tokens.end && word < begin + 3 && !text_.is(word, word_class::relative)) {
      ++word;
    }
    return word;
  }

  // A relative word, or one behind a preposition, and a verb that stands last or not yet.
  bool is_relative(const piece& p, std::uint32_t begin) const {
    if (p.mark != symbol_comma) return false;
    const std::uint32_t word = relative_word(begin);
    if (word >= p.tokens.end || !text_.is(word, word_class::relative)) return false;
    if (word > begin &&
        !text_.words[begin].is_any(bit(word_class::preposition) | bit(word_class::contraction))) {
      return false;
    }
    const std::uint32_t verb = verbs_.last_verb(p.tokens);
    if (verb == no_index) return verb_follows(p, word);
    if (!verbs_.stands_last(verb, p.tokens) || verb <= word) return false;
    // "dass Lena Ortmann, die Leiterin, die Halle schliesst": the verb that is waited for
    const bool noun = text_.is_capital(word + 1);
    return !noun || !waits_for_verb() || verb_stands_behind(p);
  }

  bool waits_for_verb() const {
    return top() != no_index && out_.clauses[top()].is != clause::kind::main &&
           out_.clauses[top()].head == no_index;
  }

  // ", bei dem A, B und C drei Plaetze belegten": the verb comes behind further marks.
  bool verb_follows(const piece& p, std::uint32_t word) const {
    if (word + 1 < p.tokens.end && text_.is_capital(word + 1)) return false;
    return verb_stands_behind(p);
  }

  bool verb_stands_behind(const piece& p) const {
    const std::size_t index = static_cast<std::size_t>(&p - pieces_.data());
    for (std::size_t i = index + 1; i < pieces_.size() && i < index + 4; ++i) {
      const std::uint32_t verb = verbs_.last_verb(pieces_[i].tokens);
      if (verb != no_index) return verbs_.stands_last(verb, pieces_[i].tokens);
    }
    return false;
  }

  // --- putting together ---

  std::uint32_t add(clause::kind is, std::uint32_t parent) {
    clause c;
    c.is = is;
    c.parent = parent;
    out_.clauses.push_back(c);
    return static_cast<std::uint32_t>(out_.clauses.size() - 1);
  }

  clause& at(std::uint32_t index) { return out_.clauses[index]; }

  void give(span tokens, std::uint32_t owner) {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      out_.owner[i - out_.tokens.begin] = owner;
    }
  }

  std::uint32_t top() const { return stack_.empty() ? no_index : stack_.back(); }

  void take(std::size_t index) {
    const piece& p = pieces_[index];
    if (p.mark == symbol_open) saved_ = stack_;
    if (p.closes && !saved_.empty()) stack_ = std::move(saved_);
    if (p.mark == symbol_dash) toggle_insertion();
    if (p.mark == symbol_semicolon || p.mark == symbol_colon) stack_.clear();

    const opening o = open(p, index == 0);
    std::uint32_t owner;
    if (o.is != clause::kind::main) {
      owner = add(o.is, top());
      at(owner).opener = o.word;
      at(owner).head = o.is == clause::kind::infinitive ? verbs_.marked_infinitive(p.tokens)
                                                        : verbs_.last_verb(p.tokens);
      if (at(owner).head == no_index && !verb_stands_behind(p))
        at(owner).head = verbs_.new_verb(p.tokens);
      stack_.push_back(owner);
    } else {
      owner = go_on(p);
    }
    at(owner).colon_before |= p.mark == symbol_colon && at(owner).tokens.empty();
    give(p.tokens, owner);
    split_at_coordinators(p, owner);
  }

  // "- das liegt nahe -": behind the second dash the clause before the first goes on.
  void toggle_insertion() {
    if (before_dash_.empty()) {
      before_dash_ = stack_;
    } else {
      stack_ = std::move(before_dash_);
      before_dash_.clear();
    }
  }

  // ", Hallen zu bauen": it goes on with the clause right before.
  bool is_group(const piece& p) const {
    const std::uint32_t verb = verbs_.marked_infinitive(p.tokens);
    return p.mark == symbol_comma && verb != no_index && verb + 1 == p.tokens.end &&
           verbs_.second_verb(p.tokens) == no_index;
  }

  // The clause that a piece without an opening belongs to.
  std::uint32_t go_on(const piece& p) {
    if (is_group(p) && top() != no_index && at(top()).head != no_index) return top();
    while (top() != no_index && at(top()).is != clause::kind::main && at(top()).head != no_index) {
      stack_.pop_back();
    }
    const std::uint32_t verb = verbs_.second_verb(p.tokens);
    if (top() == no_index || says_so(p)) {
      const std::uint32_t made = add(clause::kind::main, no_index);
      at(made).head = verb;
      if (stack_.empty()) stack_.push_back(made);
      return made;
    }
    clause& current = at(top());
    if (current.head == no_index) {
      const bool last = current.is != clause::kind::main;
      current.head = last ? verbs_.last_verb(p.tokens) : verb;
      return top();
    }
    if (is_gap(p)) return add_gap();
    const bool own_verb =
        verb != no_index && (verbs_.is_strong(verb) || !verbs_.stands_last(verb, p.tokens));
    if (!own_verb || p.mark == symbol_open) return top();
    // ", ist aber teuer": the subject of the part before holds for it
    const std::uint32_t before = top();
    const bool goes_on = p.mark == symbol_comma && verb == p.tokens.begin &&
                         at(before).head > out_.tokens.begin && !has_subject_behind(verb);
    stack_.back() = add(clause::kind::main, no_index);
    at(top()).head = verb;
    if (goes_on) at(top()).joined = before;
    return top();
  }

  // "2019 baute X eine Halle, 2021 ein Lager": the verb before holds for the second part, too.
  bool is_gap(const piece& p) const {
    const clause& current = out_.clauses[top()];
    if (p.mark != symbol_comma || current.is != clause::kind::main) return false;
    if (!at_time(p.tokens.begin) || ends_time(p.tokens.begin - 1)) return false;
    if (verbs_.last_verb(p.tokens) != no_index || verbs_.marked_infinitive(p.tokens) != no_index)
      return false;
    if (!names_more_than_time(p.tokens) || is_inserted(p)) return false;
    return has_time({out_.tokens.begin, p.tokens.begin}, top());
  }

  // "Am Dienstag stellte Brandl, seit Montag im Amt, das Vorhaben vor": the clause goes on.
  bool is_inserted(const piece& p) const {
    const std::size_t next = static_cast<std::size_t>(&p - pieces_.data()) + 1;
    if (next == pieces_.size() || pieces_[next].mark != symbol_comma) return false;
    const span behind = pieces_[next].tokens;
    return !at_time(behind.begin) && verbs_.last_verb(behind) == no_index;
  }

  bool names_more_than_time(span range) const {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const bool in_time = std::any_of(times_.begin(), times_.end(),
                                       [&](span t) { return t.begin <= i && i < t.end; });
      if (!in_time && text_.is_word(i) && text_.is_capital(i)) return true;
    }
    return false;
  }

  std::uint32_t add_gap() {
    const std::uint32_t before = top();
    const std::uint32_t made = add(clause::kind::main, no_index);
    at(made).joined = before;
    at(made).head = at(before).head;
    stack_.back() = made;
    return made;
  }

  // "geht sie", "heisst es", "sagte Ortmann", "erklaerten die Bahnen"
  bool has_subject_behind(std::uint32_t verb) const {
    const std::uint32_t next = verb + 1;
    if (next >= out_.tokens.end) return false;
    return text_.is(next, word_class::it) || text_.is_capital(next) ||
           text_.is(next, word_class::article) ||
           (text_.is(next, word_class::pronoun) && !text_.is(next, word_class::object_pronoun));
  }

  // ", so Depaoli"
  bool says_so(const piece& p) const {
    constexpr std::uint32_t longest = 8;
    if (p.mark == 0 || p.tokens.size() > longest || p.tokens.size() < 2) return false;
    if (!text_.is(p.tokens.begin, word_class::so)) return false;
    return verbs_.second_verb(p.tokens) == no_index;
  }

  // Where both sides of a coordinator have a finite verb, the right one is a clause.
  void split_at_coordinators(const piece& p, std::uint32_t owner) {
    for (std::uint32_t i = p.tokens.begin + 1; i + 1 < p.tokens.end; ++i) {
      if (!text_.is(i, word_class::coordinator)) continue;
      if (at(owner).head == no_index) continue;
      if (at(owner).head > i && !ends_with_verb({p.tokens.begin, i}, owner)) continue;
      const span right{i + 1, p.tokens.end};
      std::uint32_t head = right_verb(right, at(owner).is);
      if (head == no_index) {
        if (!goes_on_without_verb(i, p.tokens, owner)) continue;
        head = at(owner).head;
      }
      const std::uint32_t made = add(at(owner).is, at(owner).parent);
      at(made).joined = owner;
      at(made).head = head;
      at(made).opener = at(owner).opener;
      give({i, p.tokens.end}, made);
      if (top() == owner) stack_.back() = made;
      owner = made;
    }
  }

  static bool has_verb_last(clause::kind is) {
    return is == clause::kind::subordinate || is == clause::kind::relative;
  }

  // "die eine Karte haben und umsteigen": the verb of the left side stands last, too.
  bool ends_with_verb(span left, std::uint32_t owner) {
    const std::uint32_t verb = verbs_.last_strong(left);
    if (!has_verb_last(at(owner).is) || verb == no_index || verb + 1 != left.end) return false;
    at(owner).head = verb;
    return true;
  }

  std::uint32_t right_verb(span right, clause::kind is) const {
    std::uint32_t end = right.begin;  // up to the next coordinator
    while (end < right.end && !text_.is(end, word_class::coordinator)) ++end;
    const bool last = has_verb_last(is);
    const std::uint32_t verb =
        last ? verbs_.last_strong(right) : verbs_.second_verb({right.begin, end});
    if (verb == no_index) return no_index;
    return verbs_.is_strong(verb) || !verbs_.stands_last(verb, right) ? verb : no_index;
  }

  // The finite verb of the left side holds for the right one too: "wurde A gebaut und B
  // verkauft", "hiess ab 2005 A und seit 2010 B".
  bool goes_on_without_verb(std::uint32_t coordinator, span range, std::uint32_t owner) const {
    const bool left = has_time({out_.tokens.begin, coordinator}, owner);
    if (left && at_time(coordinator + 1) && !ends_time(coordinator)) return true;
    // "sollte 2025 umgebaut werden und 2026 neun Zimmer anbieten"
    if (left && verbs_.is_nonfinite(coordinator - 1) && verbs_.is_nonfinite(range.end - 1) &&
        has_time({coordinator, range.end}, owner)) {
      return true;
    }
    const std::uint32_t head = out_.clauses[owner].head;
    const std::uint32_t last = range.end - 1;
    const bool passive{text_.tables.classes_of_verb({}, text_.words[head].verb) &
                       (bit(word_class::auxiliary_become) | bit(word_class::auxiliary_be))};
    return passive && verbs_.forms(coordinator - 1) & participle &&
           verbs_.forms(last) & participle &&
           (text_.is_capital(coordinator + 1) || text_.is(coordinator + 1, word_class::article));
  }

  // A time begins here, or behind a preposition here.
  bool at_time(std::uint32_t token) const {
    return std::any_of(times_.begin(), times_.end(), [&](span t) {
      return t.begin == token ||
             (t.begin == token + 1 && text_.words[token].is_any(bit(word_class::preposition) |
                                                                bit(word_class::contraction)));
    });
  }
  bool ends_time(std::uint32_t token) const {
    return std::any_of(times_.begin(), times_.end(), [&](span t) { return t.end == token; });
  }
  bool has_time(span range, std::uint32_t owner) const {
    return std::any_of(times_.begin(), times_.end(), [&](span t) {
      return range.contains(t) && out_.clause_of(t.begin) == owner;
    });
  }

  // Marks belong to the clause around them; hulls are measured.
  void finish() {
    std::vector<std::uint32_t>& owner = out_.owner;
    for (std::size_t i = 1; i < owner.size(); ++i) {
      if (owner[i] == no_index) owner[i] = owner[i - 1];
    }
    for (std::size_t i = owner.size(); i-- > 1;) {
      if (owner[i - 1] == no_index) owner[i - 1] = owner[i];
    }
    if (out_.clauses.empty()) {
      add(clause::kind::main, no_index);
      std::fill(owner.begin(), owner.end(), 0);
    }
    for (std::uint32_t i = 0; i < owner.size(); ++i) {
      const std::uint32_t token = out_.tokens.begin + i;
      if (text_.at(token).is == token::mark || text_.at(token).is == token::stop) {
        if (cuts(text_.symbol(token)) || text_.symbol(token) == symbol_quote) continue;
      }
      clause& c = at(owner[i]);
      if (c.tokens.empty()) c.tokens = {token, token};
      c.tokens.end = token + 1;
    }
  }

  const analyzed_text& text_;
  const std::vector<span>& times_;
  sentence_clauses& out_;
  stretch_verbs verbs_;
  std::vector<piece> pieces_;
  std::vector<std::uint32_t> stack_;
  std::vector<std::uint32_t> saved_;
  std::vector<std::uint32_t> before_dash_;
  std::size_t time_ = 0;
};

}  // namespace

void parse_clauses(const analyzed_text& text, span tokens, const std::vector<span>& times,
                   sentence_clauses& out) {
  clause_parser(text, tokens, times, out).run();
}

}  // namespace zeitstrahl
