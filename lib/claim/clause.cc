#include "claim/clause.h"

#include <algorithm>

#include "claim/reading.h"

namespace zeitstrahl {
namespace {

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

// Takes the clauses of the analysis over, and parts from them what stands for one without a verb
// of its own.
class clause_reader {
 public:
  clause_reader(const analyzed_text& text, const sentence* parts, span tokens,
                const std::vector<span>& times, sentence_clauses& out)
      : text_(text), parts_(parts), times_(times), out_(out) {
    out.tokens = tokens;
    out.clauses.clear();
    out.owner.assign(tokens.size(), no_index);
  }

  void run() {
    if (parts_) take_over();
    if (out_.clauses.empty()) add(clause::kind::main);
    own_tokens();
    for (std::uint32_t i = out_.tokens.begin; i < out_.tokens.end; ++i) {
      if (inside_time(i)) continue;
      if (is_divider(i)) split_at_divider(i);
      if (text_.symbol(i) == symbol_open || text_.symbol(i) == symbol_dash) end_aside(i);
      if (text_.symbol(i) == symbol_comma) split_at_comma(i);
      if (text_.is(i, word_class::coordinator)) split_at_coordinator(i);
    }
    measure();
    sort();
  }

 private:
  // --- from the analysis ---

  static std::size_t index(std::int32_t i) { return static_cast<std::size_t>(i); }

  std::uint32_t token_of(token_index word) const {
    return word == no_token ? no_index : parts_->word_tokens[index(word)].end - 1;
  }

  bool is_within(token_index word) const {
    return word == no_token ||
           (out_.tokens.begin <= token_of(word) && token_of(word) < out_.tokens.end);
  }

  // Groups around an infinitive and participles before a noun belong to the clause around them,
  // except what says what for.
  static bool stands_alone(const syntax_clause& c) {
    if (c.kind == clause_kind::infinitive) return c.opener != no_token;
    return c.kind != clause_kind::participial;
  }

  static clause::kind kind_of(clause_kind is) {
    switch (is) {
      case clause_kind::subordinate:
        return clause::kind::subordinate;
      case clause_kind::relative:
        return clause::kind::relative;
      case clause_kind::infinitive:
        return clause::kind::infinitive;
      default:
        return clause::kind::main;
    }
  }

  std::uint32_t number_of(std::int32_t clause) const {
    constexpr int deepest = 8;
    for (int steps = 0; clause != no_clause && steps < deepest; ++steps) {
      if (numbers_[index(clause)] != no_index) return numbers_[index(clause)];
      clause = parts_->clauses[index(clause)].parent;
    }
    return no_index;
  }

  bool may_be_plural(token_index verb) const {
    constexpr std::uint8_t plural = verbal_bit(1, true) | verbal_bit(2, true) | verbal_bit(3, true);
    return verb != no_token && (parts_->words[index(verb)].word.form.verbal & plural) != 0;
  }

  void take_over() {
    numbers_.assign(parts_->clauses.size(), no_index);
    for (std::size_t k = 0; k < parts_->clauses.size(); ++k) {
      const syntax_clause& c = parts_->clauses[k];
      if (!stands_alone(c) || c.begin == c.end || !is_within(c.finite)) continue;
      numbers_[k] = add(kind_of(c.kind));
      clause& made = out_.clauses.back();
      made.head = token_of(c.finite);
      made.content = is_within(c.content) ? token_of(c.content) : made.head;
      made.particle = token_of(c.particle);
      made.mood = c.mood;
      made.plural = may_be_plural(c.finite);
      if (made.is != clause::kind::main && is_within(c.opener)) made.opener = token_of(c.opener);
    }
    const sentence_reading reading(text_, *parts_);
    for (std::size_t k = 0; k < parts_->clauses.size(); ++k) {
      if (numbers_[k] == no_index) continue;
      const syntax_clause& c = parts_->clauses[k];
      clause& made = out_.clauses[numbers_[k]];
      const std::uint32_t outer = number_of(reading.outer_of(static_cast<std::int32_t>(k)));
      if (made.is != clause::kind::main && !out_.hangs_on(outer, numbers_[k])) made.parent = outer;
      if (const std::int32_t before = before_joint(c); before != no_clause) {
        made.joined = number_of(before);
      }
    }
  }

  // "kam und blieb", "kam, sah sich um": the clause before, which has the subject.
  std::int32_t before_joint(const syntax_clause& c) const {
    if (c.kind == clause_kind::heading || c.finite == no_token) return no_clause;
    const auto is_comma = [&](token_index i) {
      return i >= 0 && parts_->words[index(i)].word.mark == mark_kind::comma;
    };
    const bool coordinated = parts_->words[index(c.begin)].is.any(tag_role::coordinator);
    const bool shares = coordinated && c.kind == clause_kind::main && c.subject == no_phrase;
    const std::int32_t before = c.joined == no_clause && shares ? c.parent : c.joined;
    if (before == no_clause || parts_->clauses[index(before)].begin > c.begin) return no_clause;
    const bool alone = is_comma(c.begin) ? c.finite == c.begin + 1 && c.subject == no_phrase
                                         : !is_comma(c.begin - 1);
    return alone ? before : no_clause;
  }

  void own_tokens() {
    std::uint32_t last = no_index;
    for (std::uint32_t i = out_.tokens.begin; i < out_.tokens.end; ++i) {
      const token_index word = parts_ ? text_sentences::word_of(*parts_, i) : no_token;
      const bool keeps = word == no_token || inside_time(i) || cuts(text_.symbol(i));
      const std::uint32_t own = keeps ? no_index : number_of(parts_->owner[index(word)]);
      if (own != no_index) last = own;
      out_.owner[i - out_.tokens.begin] = last;
    }
    for (std::uint32_t& owner : out_.owner) {
      if (owner != no_index) break;
      owner = first_owner();
    }
  }

  std::uint32_t first_owner() const {
    const auto found = std::find_if(out_.owner.begin(), out_.owner.end(),
                                    [](std::uint32_t o) { return o != no_index; });
    return found == out_.owner.end() ? 0 : *found;
  }

  // --- what has no verb of its own ---

  std::uint32_t add(clause::kind is) {
    clause c;
    c.is = is;
    out_.clauses.push_back(c);
    return static_cast<std::uint32_t>(out_.clauses.size() - 1);
  }

  // Gives the tokens of a clause in the range to another one.
  void give(std::uint32_t from, span range, std::uint32_t to) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      std::uint32_t& owner = out_.owner[i - out_.tokens.begin];
      if (owner == from) owner = to;
    }
  }

  // So, to a new one.
  clause& split(std::uint32_t from, span range) {
    const std::uint32_t made = add(clause::kind::main);
    give(from, range, made);
    return out_.clauses[made];
  }

  // The verb of `from` holds for the new clause, too.
  void split_shared(std::uint32_t from, span range) {
    const clause before = out_.clauses[from];
    clause& made = split(from, range);
    made = before;
    made.joined = from;
  }

  bool has_words(std::uint32_t clause, span range) const {
    return any_token(range,
                     [&](std::uint32_t i) { return out_.owns(clause, i) && text_.is_word(i); });
  }

  bool is_divider(std::uint32_t i) const {
    const std::uint8_t symbol = text_.symbol(i);
    return symbol == symbol_colon || symbol == symbol_semicolon;
  }

  // "Landrat Jan Roth: Der Hafen bleibt": a clause lies on one side only; but "2019: Der Hafen
  // schliesst".
  void split_at_divider(std::uint32_t i) {
    const span before{out_.tokens.begin, i};
    const span behind{i + 1, out_.tokens.end};
    if (is_only_time(before) || is_only_time(behind)) return;
    for (std::uint32_t k = static_cast<std::uint32_t>(out_.clauses.size()); k-- > 0;) {
      if (!has_words(k, before) || !has_words(k, behind)) continue;
      const std::uint32_t head = out_.clauses[k].head;
      if (head != no_index && head > i) {
        split(k, before);
      } else if (const std::uint32_t next = first_behind(i); next != no_index) {
        give(k, {i + 1, out_.clauses[next].head}, next);
      } else {
        split(k, behind);
      }
    }
  }

  // The main clause behind a token whose verb comes first.
  std::uint32_t first_behind(std::uint32_t i) const {
    std::uint32_t best = no_index;
    for (std::uint32_t k = 0; k < out_.clauses.size(); ++k) {
      const clause& c = out_.clauses[k];
      if (c.is != clause::kind::main || c.head == no_index || c.head <= i) continue;
      if (best == no_index || c.head < out_.clauses[best].head) best = k;
    }
    return best;
  }

  // "hoert - wie berichtet - im Mai auf", "(wir helfen) darauf hin": what begins in an aside ends
  // with it.
  void end_aside(std::uint32_t open) {
    if (open == out_.tokens.begin || open + 1 == out_.tokens.end) return;
    const std::uint32_t inside = out_.clause_of(open + 1);
    const std::uint32_t around = out_.clause_of(open - 1);
    const std::uint8_t mark = text_.symbol(open) == symbol_open ? symbol_close : symbol_dash;
    std::uint32_t end = open + 1;
    while (end < out_.tokens.end && text_.symbol(end) != mark) ++end;
    const std::uint32_t head = out_.clauses[inside].head;
    if (head == no_index || head < open || head >= end) return;
    if (inside == around) {  // "Der Wirt (wir kennen ihn) ging"
      const std::uint32_t next = first_behind(end);
      if (next != no_index) give(inside, {out_.tokens.begin, open}, next);
    } else if (!has_words(inside, {out_.tokens.begin, open})) {
      give(inside, {end, out_.tokens.end}, around);
    }
  }

  bool is_only_time(span range) const {
    bool dated = false;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      dated |= in_time(i);
      const bool leads =
          text_.words[i].is_any(bit(word_class::preposition) | bit(word_class::contraction) |
                                bit(word_class::coordinator));
      if (!in_time(i) && !leads && text_.is_word(i)) return false;
    }
    return dated;
  }

  std::uint32_t next_cut(std::uint32_t i) const {
    while (i < out_.tokens.end && (!cuts(text_.symbol(i)) || in_time(i))) ++i;
    return i;
  }

  bool has_verb(span range) const {
    return any_token(range, [&](std::uint32_t i) { return is(i, tag_role::verb); });
  }

  // ", so Depaoli"; "2019 baute X eine Halle, 2021 ein Lager"
  void split_at_comma(std::uint32_t comma) {
    constexpr std::uint32_t longest = 8;
    const span piece{comma + 1, next_cut(comma + 1)};
    if (piece.size() < 2 || has_verb(piece)) return;
    const std::uint32_t owner = out_.clause_of(piece.begin);
    if (text_.is(piece.begin, word_class::so) && piece.size() <= longest) {
      split(owner, piece);
    } else if (is_gap(piece, owner)) {
      split_shared(owner, {piece.begin, out_.tokens.end});
    }
  }

  bool is_gap(span piece, std::uint32_t owner) const {
    const clause& current = out_.clauses[owner];
    if (current.is != clause::kind::main || current.head > piece.begin) return false;
    return at_time(piece.begin) && !ends_time(piece.begin - 1) && names_more_than_time(piece) &&
           !is_inserted(piece) && has_time({out_.tokens.begin, piece.begin}, owner);
  }

  // "Am Dienstag stellte Brandl, seit Montag im Amt, das Vorhaben vor": the clause goes on.
  bool is_inserted(span piece) const {
    if (piece.end >= out_.tokens.end || text_.symbol(piece.end) != symbol_comma) return false;
    const span behind{piece.end + 1, next_cut(piece.end + 1)};
    return !at_time(behind.begin) && !has_verb(behind);
  }

  bool names_more_than_time(span range) const {
    constexpr tag_roles names = tag_role::noun | tag_role::name | tag_role::adjective |
                                tag_role::pronoun | tag_roles(tag_role::number);
    return any_token(range, [&](std::uint32_t i) { return !in_time(i) && is(i, names); });
  }

  // The finite verb of the left side holds for the right one too: "wurde A gebaut und B
  // verkauft", "hiess ab 2005 A und seit 2010 B", "sollte 2025 umgebaut werden und 2026 neun
  // Zimmer anbieten".
  void split_at_coordinator(std::uint32_t i) {
    if (i == out_.tokens.begin || i + 1 == out_.tokens.end) return;
    const std::uint32_t owner = out_.clause_of(i);
    const std::uint32_t head = out_.clauses[owner].head;
    if (head == no_index || head >= i || out_.clause_of(i - 1) != owner) return;
    // "duerfte aber bald kommen": joins nothing
    if (text_.is(i, word_class::tie) && text_.symbol(i - 1) != symbol_comma) return;
    const span right{i, next_cut(i)};
    const bool left = has_time({out_.tokens.begin, i}, owner);
    const bool dated = left && at_time(i + 1) && !ends_time(begin_of_glued(i));
    const bool verbs = left && is(i - 1, tag_role::infinitive | tag_role::participle) &&
                       is(right.end - 1, tag_role::infinitive | tag_role::participle) &&
                       has_time(right, owner);
    const bool participles = is_auxiliary(head) && is_participle(i - 1) &&
                             is_participle(right.end - 1) &&
                             (text_.is_capital(i + 1) || text_.is(i + 1, word_class::article));
    if (dated || verbs || participles) split_shared(owner, {i, out_.tokens.end});
  }

  // "in den 1970er- und", "1950-er und": behind the time itself.
  std::uint32_t begin_of_glued(std::uint32_t i) const {
    while (i > out_.tokens.begin && !ends_time(i) && text_.at(i - 1).flags & token::glued) --i;
    return i;
  }

  bool is_auxiliary(std::uint32_t head) const {
    return static_cast<bool>(text_.tables.classes_of_verb({}, text_.words[head].verb) &
                             (bit(word_class::auxiliary_become) | bit(word_class::auxiliary_be)));
  }
  bool is_participle(std::uint32_t i) const { return is(i, tag_roles(tag_role::participle)); }
  bool is(std::uint32_t i, tag_roles roles) const {
    const token_index word = parts_ ? text_sentences::word_of(*parts_, i) : no_token;
    return word != no_token && parts_->words[index(word)].is.any(roles);
  }

  // --- times ---

  bool in_time(std::uint32_t token) const {
    return std::any_of(times_.begin(), times_.end(),
                       [&](span t) { return t.begin <= token && token < t.end; });
  }
  // Behind the first token of a time.
  bool inside_time(std::uint32_t token) const {
    return std::any_of(times_.begin(), times_.end(),
                       [&](span t) { return t.begin < token && token < t.end; });
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

  // --- the end ---

  // From the first to the last word of each.
  void measure() {
    for (std::uint32_t i = out_.tokens.begin; i < out_.tokens.end; ++i) {
      const std::uint8_t symbol = text_.symbol(i);
      const bool mark = text_.at(i).is == token::mark || text_.at(i).is == token::stop;
      if (mark && (cuts(symbol) || symbol == symbol_quote)) continue;
      clause& c = out_.clauses[out_.clause_of(i)];
      if (c.tokens.empty()) {
        c.tokens = {i, i};
        std::uint32_t before = i;
        while (before > out_.tokens.begin && text_.symbol(before - 1) == symbol_quote) --before;
        c.colon_before = before > out_.tokens.begin && text_.symbol(before - 1) == symbol_colon;
      }
      c.tokens.end = i + 1;
    }
  }

  // By their first token; those that own nothing go.
  void sort() {
    std::vector<std::uint32_t> order;
    for (std::uint32_t k = 0; k < out_.clauses.size(); ++k) {
      if (!out_.clauses[k].tokens.empty()) order.push_back(k);
    }
    if (order.empty()) order.push_back(0);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return out_.clauses[a].tokens.begin < out_.clauses[b].tokens.begin;
    });
    std::vector<std::uint32_t> place(out_.clauses.size(), no_index);
    std::vector<clause> sorted;
    for (const std::uint32_t k : order) {
      place[k] = static_cast<std::uint32_t>(sorted.size());
      sorted.push_back(out_.clauses[k]);
    }
    const auto moved = [&](std::uint32_t k) { return k == no_index ? k : place[k]; };
    for (clause& c : sorted) {
      c.parent = moved(c.parent);
      c.joined = moved(c.joined);
    }
    for (std::uint32_t& owner : out_.owner) {
      owner = place[owner] == no_index ? 0 : place[owner];
    }
    out_.clauses = std::move(sorted);
  }

  const analyzed_text& text_;
  const sentence* parts_;
  const std::vector<span>& times_;
  sentence_clauses& out_;
  std::vector<std::uint32_t> numbers_;  // by clause of the analysis: index in out_.clauses
};

}  // namespace

void read_clauses(const analyzed_text& text, text_sentences& sentences, span tokens,
                  const std::vector<span>& times, sentence_clauses& out) {
  clause_reader(text, sentences.of_token(tokens.begin), tokens, times, out).run();
}

}  // namespace zeitstrahl
