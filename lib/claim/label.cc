#include "claim/label.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "claim/label_words.h"

namespace zeitstrahl {
namespace {

struct piece_range {
  std::size_t begin = 0;  // half-open
  std::size_t end = 0;
};

// What a label that is too long can do without: a group that says what for, an apposition, or a
// phrase that hangs on a noun before it: the first of these that there is; of several phrases the
// shortest that has `too_many` code points, else the longest.  Nothing goes that denies or that
// other words hang on.
class spare_finder {
 public:
  spare_finder(const sentence_reading& s, const label_words& chosen) : s_(s), chosen_(chosen) {}

  word_range find(std::size_t too_many) const {
    if (const word_range group = purpose(); !group.empty()) return group;
    if (const word_range aside = apposition(); !aside.empty()) return aside;
    const word_range best = shortest(too_many, false);
    return best.empty() ? shortest(too_many, true) : best;
  }

 private:
  // Of the phrases that hold a number, or of the others.
  word_range shortest(std::size_t too_many, bool counts) const {
    word_range best;
    for (const token_index i : chosen_.words) {
      const word_range found = phrase(i);
      if (found.empty() || holds_number(found) != counts) continue;
      const bool enough = length(found) >= too_many;
      const bool was_enough = length(best) >= too_many;
      const bool better = length(found) < length(best) ? enough : !was_enough;
      if (best.empty() || better) best = found;
    }
    return best;
  }

  // "von 870 Millionen Euro"
  bool holds_number(word_range r) const {
    return any_word(r, [&](token_index i) { return s_.is(i, tag_roles(tag_role::number)); });
  }

  bool kept(token_index i) const {
    return std::binary_search(chosen_.words.begin(), chosen_.words.end(), i);
  }

  std::size_t length(word_range r) const {
    std::size_t out = 0;
    for (token_index i = r.begin; i < r.end; ++i) {
      if (kept(i)) out += count_code_points(s_.word(i).word.text) + 1;
    }
    return out;
  }

  // ", um die Debatte zu beenden"
  word_range purpose() const {
    const auto count = static_cast<std::int32_t>(s_.parts().clauses.size());
    for (std::int32_t i = count; i-- > 0;) {
      const syntax_clause& c = s_.clause_at(i);
      if (i == chosen_.clause || c.kind != clause_kind::infinitive) continue;
      if (c.opener == no_token || !kept(c.opener) || is_in_front(c.begin)) continue;
      word_range r{c.begin, c.end};
      if (s_.mark(r.begin - 1) == mark_kind::comma) --r.begin;
      return r;
    }
    return {};
  }

  // It would leave the verb without what stands before it.
  bool is_in_front(token_index i) const {
    return chosen_.clause != no_clause && i < s_.clause_at(chosen_.clause).finite;
  }

  // "Roth[, die Chefin der Werft,] ...": without a verb, of the noun before it.
  word_range apposition() const {
    for (const token_index open : chosen_.words) {
      if (s_.mark(open) != mark_kind::comma || !s_.is(open + 1, tag_role::determiner)) continue;
      if (!s_.is(open - 1, tag_role::noun | tag_role::name)) continue;
      token_index close = open + 1;
      while (close < s_.size() && s_.mark(close) == mark_kind::none &&
             !s_.is(close, tag_role::verb)) {
        ++close;
      }
      const noun_phrase* inner = s_.phrase_around(open + 1);
      const bool hangs = inner && s_.is_under(s_.word(inner->head).head, open - 1);
      const bool closed = s_.mark(close) == mark_kind::comma || s_.mark(close) == mark_kind::stop;
      if (hangs && closed && !lists(close)) return {open, close + 1};
    }
    return {};
  }

  // "A, der B[, der C] und der D"
  bool lists(token_index close) const {
    return s_.mark(close) == mark_kind::comma &&
           s_.is(close + 1, tag_role::determiner | tag_role::coordinator);
  }

  // "die Klage [gegen den Bau der Bruecke]": from its preposition.
  word_range phrase(token_index begin) const {
    const token_index head = s_.word(begin).head;
    if (!s_.is(begin, tag_role::adposition) || head <= begin) return {};
    const token_index governor = s_.word(head).head;
    if (governor == no_token || governor >= begin || !s_.is_common_noun(governor)) return {};
    if (s_.is(begin - 1, word_class::keeps_time) || s_.is(begin - 1, word_class::negation)) {
      return {};
    }
    // "ueber Chinas ... Wirtschaft": the noun is still to come
    if (head == begin + 1 && s_.is(head, tag_role::name) &&
        s_.word(head).word.text.ends_with('s')) {
      return {};
    }
    token_index end = begin;
    while (kept(end) && belongs(end, head)) ++end;
    constexpr tag_roles nouns = tag_role::noun | tag_role::name;
    while (end > head + 1 && !(s_.is(end - 1, nouns) && s_.word(end - 1).word.capital)) --end;
    const word_range found{begin, end};
    return end <= head || goes_on_behind(end) ? word_range{} : found;
  }

  bool belongs(token_index i, token_index head) const {
    const bool small_name = s_.is(i, tag_role::name) && !s_.word(i).word.capital;
    if (small_name) return false;
    const bool hangs = i <= head || s_.is_under(i, head) ||
                       (s_.is(i, tag_role::name) && s_.is(i - 1, tag_role::noun));
    return hangs && !s_.is(i, tag_role::verb | tag_role::relative) &&
           s_.mark(i) != mark_kind::comma && !s_.is(i, word_class::negation);
  }

  // "fuer Roth, [den Chef], ...", "in Bonn [und Ulm]", "nicht in Bonn[, sondern] in Ulm": what
  // follows would hang on another noun.
  bool goes_on_behind(token_index end) const {
    if (end >= s_.size()) return false;
    constexpr tag_roles of_phrase =
        tag_role::adjective | tag_role::noun | tag_roles(tag_role::name);
    if (s_.mark(end) != mark_kind::comma) return s_.is(end, of_phrase | tag_role::coordinator);
    return end + 1 < s_.size() && !s_.is(end + 1, tag_role::finite | tag_role::subordinator);
  }

  const sentence_reading& s_;
  const label_words& chosen_;
};

// The pieces, at least `too_many` code points, for which an ellipsis may stand: neither verbs nor
// what denies, nor subjects, nor objects, nor the first piece.
class hidden_finder {
 public:
  hidden_finder(const sentence_reading& s, const std::vector<label_piece>& pieces)
      : s_(s), pieces_(pieces) {}

  // Whole phrases that tell how, where or why, where they suffice; else the end of any.
  piece_range find(std::size_t too_many) const {
    const piece_range whole = shortest(too_many, true);
    return whole.begin < whole.end ? whole : shortest(too_many, false);
  }

 private:
  piece_range shortest(std::size_t too_many, bool whole) const {
    piece_range best;
    std::size_t best_size = 0;
    for (std::size_t begin = 1; begin < pieces_.size(); ++begin) {
      if (!opens_phrase(begin) || (whole && !opens_constituent(begin))) continue;
      std::size_t size = 0;
      for (std::size_t end = begin; end < pieces_.size() && !stays(pieces_[end].word);) {
        size += pieces_[end].bytes.size() + 1;
        ++end;
        if (!opens_constituent(end)) continue;
        if (size < too_many) {
          if (end < pieces_.size() && opens_phrase(end)) continue;
          break;
        }
        if (best_size == 0 || size <= best_size) best = {begin, end}, best_size = size;
        break;
      }
    }
    return best;
  }

  bool stays(token_index i) const {
    // a name with a small letter may be a verb that the lexicon lacks
    if (s_.is(i, tag_role::name) && !s_.word(i).word.capital) return true;
    return s_.is(i, tag_role::verb | tag_role::particle) || s_.is(i, tag_role::subordinator) ||
           s_.is(i, tag_role::infinitive_mark | tag_role::reflexive) ||
           s_.is(i, tag_role::relative) || s_.is(i, word_class::negation) ||
           s_.is(i, word_class::keeps_time) || is_asked_for(i);
  }

  // In the subject or an object of its clause, up to the noun.
  bool is_asked_for(token_index i) const {
    const syntax_clause& c = s_.clause_at(s_.owner(i));
    const auto holds = [&](std::int32_t number) {
      const noun_phrase* p = s_.phrase(number);
      return p && p->preposition == no_token && p->begin <= i && i <= p->head;
    };
    return holds(c.subject) || std::any_of(c.objects.begin(), c.objects.end(), holds);
  }

  // What hangs on a verb begins with the piece, or a clause does.
  bool opens_constituent(std::size_t piece) const {
    if (piece == pieces_.size()) return true;
    const token_index i = pieces_[piece].word;
    const token_index before = pieces_[piece - 1].word;
    if (is_nominal(i) && is_nominal(before) && before + 1 == i) return false;  // "Platz 3"
    if (stays(i)) return true;
    if (s_.mark(i) == mark_kind::comma) {
      return piece + 1 < pieces_.size() && stays(pieces_[piece + 1].word);
    }
    return s_.mark(i) == mark_kind::none && top(i) != top(before);
  }

  bool is_nominal(token_index i) const {
    return s_.is(i, tag_role::noun | tag_role::name | tag_roles(tag_role::number));
  }

  bool opens_phrase(std::size_t piece) const {
    const token_index i = pieces_[piece].word;
    if (s_.word(pieces_[piece - 1].word).word.text.ends_with('-')) return false;
    return s_.is(i, tag_role::adposition | tag_role::coordinator) ||
           (s_.is(i, word_class::genitive_article) && is_nominal(pieces_[piece - 1].word));
  }

  // The word under a verb that the word stands under.
  token_index top(token_index i) const {
    constexpr int deepest = 16;
    for (int steps = 0; steps < deepest; ++steps) {
      const token_index head = s_.word(i).head;
      if (head == no_token || s_.is(head, tag_role::verb)) return i;
      i = head;
    }
    return i;
  }

  const sentence_reading& s_;
  const std::vector<label_piece>& pieces_;
};

class writer {
 public:
  writer(const sentence_reading& s, const label_source& source,
         const std::vector<other_form>& forms)
      : s_(s), source_(source), forms_(forms) {}

  // With an ellipsis for the pieces of a range.
  std::string write(std::vector<label_piece> pieces, piece_range hidden = {}) const {
    if (hidden.begin == hidden.end) drop_quotes(pieces);
    std::string out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (i >= hidden.begin && i < hidden.end) {
        if (i == hidden.begin) append_utf8(out += ' ', U'\u2026');
        const bool closes = i + 1 == hidden.end && i + 2 < pieces.size() &&
                            s_.mark(pieces[i + 1].word) == mark_kind::comma &&
                            !s_.is(pieces[i + 2].word, tag_role::subordinator | tag_role::relative);
        if (closes) ++i;
        continue;
      }
      if (i > 0 && needs_space(pieces[i - 1], pieces[i])) out += ' ';
      out += text_of(pieces[i], i == 0);
    }
    tidy(out);
    return out;
  }

 private:
  std::string_view text_of(const label_piece& p, bool first) const {
    const std::string_view written = s_.word(p.word).word.text;
    if (first && source_.actors && is_subject_pronoun(p.word)) {
      const std::string_view name = source_.actors->named_by_pronoun(s_.first_token(p.word));
      if (!name.empty()) return name;
    }
    for (const other_form& f : forms_) {
      if (f.word == p.word) return f.form;
    }
    return p.bytes.in(written);
  }

  bool is_subject_pronoun(token_index i) const {
    if (!s_.is(i, word_class::person_subject)) return false;
    const syntax_clause& c = s_.clause_at(s_.owner(i));
    const noun_phrase* subject = s_.phrase(c.subject);
    if (!subject || subject->head != i || c.finite == no_token) return false;
    constexpr std::uint8_t plural = verbal_bit(3, true);  // "sie" may be several
    return (s_.word(c.finite).word.form.verbal & plural) == 0;
  }

  bool is_quote(const label_piece& p) const {
    const std::string_view written = s_.word(p.word).word.text;
    return s_.mark(p.word) == mark_kind::quotation ||
           (s_.mark(p.word) == mark_kind::opening && written != "(" && written != "[");
  }

  // Marks around the whole label, and those that lost their other half.
  void drop_quotes(std::vector<label_piece>& pieces) const {
    const auto quote = [&](const label_piece& p) { return is_quote(p); };
    // "... gehen." [Sie hoffe auf ,,viele ..."]": the first one closes what stands before
    while (!pieces.empty() && s_.mark(pieces.front().word) == mark_kind::quotation) {
      const auto next = std::find_if(pieces.begin() + 1, pieces.end(), quote);
      if (next == pieces.end() || s_.mark(next->word) == mark_kind::quotation) break;
      pieces.erase(pieces.begin());
    }
    const auto count = std::count_if(pieces.begin(), pieces.end(), quote);
    const bool around = count == 2 && quote(pieces.front()) && quote(pieces.back());
    if (around || count % 2 != 0) std::erase_if(pieces, quote);
  }

  bool needs_space(const label_piece& a, const label_piece& b) const {
    if (b.word == a.word + 1) {
      return !(s_.text().at(s_.first_token(b.word)).flags & token::glued);
    }
    const mark_kind next = s_.mark(b.word);
    if (next == mark_kind::comma || next == mark_kind::bracket || next == mark_kind::divider) {
      return false;
    }
    if (next == mark_kind::quotation && s_.word(b.word).word.text != "\"") return false;
    return s_.mark(a.word) != mark_kind::opening;
  }

  // Marks that lost what they belong to.
  static void tidy(std::string& out) {
    while (!out.empty() && (out.back() == ',' || out.back() == ' ' || out.back() == ':' ||
                            out.back() == ';' || out.back() == '.' || out.back() == '-')) {
      out.pop_back();
    }
  }

  const sentence_reading& s_;
  const label_source& source_;
  const std::vector<other_form>& forms_;
};

// At a word, with dots.
void shorten(std::string& label) {
  if (count_code_points(label) <= longest_label) return;
  std::size_t end = 0;
  std::size_t last_space = 0;
  for (std::size_t points = 0; points + 3 < longest_label; ++points) {
    if (label[end] == ' ') last_space = end;
    end += decode_at(label, end).size;
  }
  label.resize(last_space > 0 ? last_space : end);
  while (!label.empty() && (label.back() == ' ' || label.back() == ',')) label.pop_back();
  append_utf8(label += ' ', U'\u2026');
}

// A name keeps its small letter: "iPhone".
void capitalize_sentence(std::string& label) {
  const std::string_view first = std::string_view(label).substr(0, label.find(' '));
  const bool inner =
      std::any_of(first.begin(), first.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!label.empty() && !inner) capitalize(label);
}

}  // namespace

std::string make_label(const sentence_reading& s, const label_source& source) {
  label_words chosen = choose_label_words(s, source);
  const writer of(s, source, chosen.forms);
  std::string out = of.write(order_label(s, chosen));
  while (count_code_points(out) > longest_label) {
    const word_range spare = spare_finder(s, chosen).find(count_code_points(out) - longest_label);
    if (spare.empty()) break;
    std::erase_if(chosen.words, [&](token_index i) { return spare.holds(i); });
    const bool from_front = !chosen.words.empty() && chosen.words.front() > spare.begin;
    if (from_front) chosen.front = movable_subject(s, chosen.clause);
    out = of.write(order_label(s, chosen));
  }
  if (count_code_points(out) > longest_label) {
    const std::vector<label_piece> pieces = order_label(s, chosen);
    const std::size_t too_many = count_code_points(out) - longest_label + 2;
    const piece_range hidden = hidden_finder(s, pieces).find(too_many);
    if (hidden.begin < hidden.end) out = of.write(pieces, hidden);
  }
  shorten(out);
  capitalize_sentence(out);
  return out;
}

std::string make_plain_label(const analyzed_text& text, span tokens) {
  std::string out(text.where(tokens).in(text.text));
  shorten(out);
  capitalize_sentence(out);
  return out;
}

}  // namespace zeitstrahl
