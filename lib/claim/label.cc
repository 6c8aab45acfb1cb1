#include "claim/label.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "claim/label_order.h"
#include "claim/label_spare.h"

namespace zeitstrahl {
namespace {

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
    const word_range spare = spare_part(s, chosen, count_code_points(out) - longest_label);
    if (spare.empty()) break;
    std::erase_if(chosen.words, [&](token_index i) { return spare.holds(i); });
    const bool from_front = !chosen.words.empty() && chosen.words.front() > spare.begin;
    if (from_front) chosen.front = movable_subject(s, chosen.clause);
    out = of.write(order_label(s, chosen));
  }
  if (count_code_points(out) > longest_label) {
    const std::vector<label_piece> pieces = order_label(s, chosen);
    const std::size_t too_many = count_code_points(out) - longest_label + 2;
    const piece_range hidden = hidden_part(s, pieces, too_many);
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
