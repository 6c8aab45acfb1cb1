#include "claim/label.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "claim/label_order.h"

namespace zeitstrahl {
namespace {

class writer {
 public:
  writer(const sentence_reading& s, const label_source& source) : s_(s), source_(source) {}

  std::string write(std::vector<label_piece> pieces) const {
    drop_quotes(pieces);
    std::string out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
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
};

// At a word, with dots; `predicate`, its end, stays.
void shorten(std::string& label, const std::string& predicate = {}) {
  if (count_code_points(label) <= longest_label) return;
  const std::size_t room = longest_label - 3 - count_code_points(predicate);
  std::size_t end = 0;
  std::size_t points = 0;
  std::size_t last_space = 0;
  while (end < label.size() && points < room) {
    if (label[end] == ' ') last_space = end;
    end += decode_at(label, end).size;
    ++points;
  }
  label.resize(last_space > 0 ? last_space : end);
  while (!label.empty() && (label.back() == ' ' || label.back() == ',')) label.pop_back();
  label += ' ';
  append_utf8(label, U'\u2026');
  if (!predicate.empty()) label += ' ' + predicate;
}

bool is_under(const sentence_reading& s, token_index i, token_index head) {
  constexpr int deepest = 12;
  for (int steps = 0; i != no_token && steps < deepest; ++steps, i = s.word(i).head) {
    if (i == head) return true;
  }
  return false;
}

// "fuer Roth, [den Chef], ...", "in Bonn [und Ulm]", "auf Ulms [beste Partner]": what follows would
// hang on another noun.
bool goes_on_behind(const sentence_reading& s, token_index end) {
  if (end >= s.size()) return false;
  constexpr tag_roles of_phrase = tag_role::adjective | tag_role::noun | tag_roles(tag_role::name);
  if (s.mark(end) != mark_kind::comma) return s.is(end, of_phrase | tag_role::coordinator);
  return end + 1 < s.size() && !s.is(end + 1, tag_role::finite | tag_role::subordinator |
                                                  tag_roles(tag_role::coordinator));
}

// "die Klage [gegen den Bau der Bruecke]": the longest phrase with a preposition that hangs on a
// noun before it and denies or measures nothing; empty where there is none.
word_range spare_phrase(const sentence_reading& s, const std::vector<token_index>& words) {
  word_range best;
  for (std::size_t k = 1; k < words.size(); ++k) {
    const token_index begin = words[k];
    const token_index head = s.word(begin).head;
    if (!s.is(begin, tag_role::adposition) || head <= begin) continue;
    const token_index governor = s.word(head).head;
    if (governor == no_token || governor >= begin || !s.is_common_noun(governor)) continue;
    std::size_t last = k;
    while (last < words.size() && words[last] == begin + static_cast<token_index>(last - k) &&
           (words[last] <= head || is_under(s, words[last], head) ||
            (s.is(words[last], tag_role::name) && s.is(words[last] - 1, tag_role::noun))) &&
           !s.is(words[last], tag_role::verb | tag_role::relative) &&
           s.mark(words[last]) != mark_kind::comma && !s.has(words[last], word_role::negation)) {
      ++last;
    }
    const word_range found{begin, words[last - 1] + 1};
    if (words[last - 1] < head || s.is(begin - 1, word_class::keeps_time)) continue;
    if (goes_on_behind(s, found.end)) continue;
    if (found.end - found.begin > best.end - best.begin) best = found;
  }
  return best;
}

// The verbs that the label ends with: "[wurde geschlossen]".
std::string predicate_of(const sentence_reading& s, const std::vector<label_piece>& pieces,
                         const std::string& label) {
  std::string out;
  for (std::size_t i = pieces.size(); i-- > 0;) {
    if (!s.is(pieces[i].word, tag_role::verb | tag_role::particle)) break;
    const std::string_view word = pieces[i].bytes.in(s.word(pieces[i].word).word.text);
    out = out.empty() ? std::string(word) : std::string(word) + ' ' + out;
  }
  return label.ends_with(out) && out.size() < longest_label / 3 ? out : std::string();
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
  std::vector<label_piece> pieces = order_label(s, chosen);
  std::string out = writer(s, source).write(pieces);
  while (count_code_points(out) > longest_label) {
    const word_range spare = spare_phrase(s, chosen.words);
    if (spare.empty()) break;
    std::erase_if(chosen.words, [&](token_index i) { return spare.holds(i); });
    pieces = order_label(s, chosen);
    out = writer(s, source).write(pieces);
  }
  shorten(out, predicate_of(s, pieces, out));
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
