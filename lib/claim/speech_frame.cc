#include "claim/speech_frame.h"

#include <algorithm>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

// Which marks close a quotation: single ones ("'", U+2018 to U+201B, U+2039, U+203A) or others.
bool is_single(std::string_view mark) {
  const char32_t c = decode_at(mark, 0).value;
  return c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A;
}

}  // namespace

// Marks of one kind open and close in turn; a line ends what is open.
text_quotations::text_quotations(const analyzed_text& text) {
  constexpr std::uint32_t shortest = 15;  // bytes; below that it is a word or a title
  std::uint32_t open = no_index;
  bool single = false;
  bool verb = false;
  const auto size = static_cast<std::uint32_t>(text.words.size());
  for (std::uint32_t i = 0; i < size; ++i) {
    if (open != no_index && text.at(i).flags & token::after_break) {
      // a paragraph that opens anew goes on with the one before
      const span inside{open + 1, i};
      if (text.symbol(i) == symbol_quote && i > open + 1) {
        all_.push_back({inside, verb && text.where(inside).size() >= shortest});
      }
      open = no_index;
    }
    if (open != no_index) verb |= text.words[i].forms & finite;
    if (text.symbol(i) != symbol_quote) continue;
    const bool is_single_mark = is_single(text.in(i));
    if (open == no_index) {
      open = i;
      single = is_single_mark;
      verb = false;
    } else if (single == is_single_mark) {
      if (i > open + 1) {
        const span inside{open + 1, i};
        all_.push_back({inside, verb && text.where(inside).size() >= shortest});
      }
      open = no_index;
    }
  }
}

const quotation* text_quotations::around(std::uint32_t token) const {
  const auto found =
      std::upper_bound(all_.begin(), all_.end(), token,
                       [](std::uint32_t t, const quotation& q) { return t < q.tokens.end; });
  if (found == all_.end() || found->tokens.begin > token || !found->speech) return nullptr;
  return &*found;
}

void frame_finder::find(const sentence_clauses& clauses, std::vector<speech_frame>& out) const {
  for (std::uint32_t i = 0; i < clauses.clauses.size(); ++i) {
    find_verb_frame(clauses, i, out);
    find_so_frame(clauses, i, out);
    find_colon_frame(clauses, i, out);
  }
  find_inline_frames(clauses, out);
}

word_classes frame_finder::verb_classes(const sentence_clauses& clauses,
                                        std::uint32_t index) const {
  const main_verb verb = find_main_verb(text_, clauses, index);
  word_classes out = text_.tables.classes_of_verb(verb.prefix, verb.base);
  const std::uint32_t head = clauses.clauses[index].head;
  if (head != no_index && head > 0 && text_.tables.is_prefix(text_.words[head - 1].entry)) {
    // "wie bekannt wurde"
    out |= text_.tables.classes_of_verb(fold_case(text_.in(head - 1)), text_.words[head].verb);
  }
  return out;
}

// Whether a clause behind a verb of speech is what it brings: it depends on the verb ("sagt,
// dass"), follows it in a mood of reported speech, or is a quotation.
bool frame_finder::is_brought(const sentence_clauses& clauses, std::uint32_t index,
                              std::uint32_t by) const {
  const clause& c = clauses.clauses[index];
  if (index == by || c.tokens.begin < clauses.clauses[by].tokens.begin) return false;
  if (quotations_.around(c.tokens.begin) && !quotations_.around(clauses.clauses[by].tokens.begin))
    return true;
  if (is_told(clauses, index, by)) return true;
  for (std::uint32_t between = by + 1; between < index; ++between) {
    const clause::kind is = clauses.clauses[between].is;
    if (is == clause::kind::main || is == clause::kind::subordinate) return false;
  }
  return is_subjunctive(clauses.clauses[index]);
}

// "sagte X, ohne zu zoegern, dass ..."
bool frame_finder::is_told(const sentence_clauses& clauses, std::uint32_t index,
                           std::uint32_t by) const {
  const clause& c = clauses.clauses[index];
  std::uint32_t parent = c.parent;
  while (parent != no_index && parent != by &&
         clauses.clauses[parent].is == clause::kind::infinitive) {
    parent = clauses.clauses[parent].parent;
  }
  // "kam und ist der Meinung, dass": the tree may take the first verb
  const bool told = parent == by || (parent != no_index && clauses.clauses[by].joined == parent);
  if (c.is != clause::kind::subordinate || !told || c.opener == no_index) return false;
  if (c.opener > 1 && text_.is(c.opener - 2, word_class::so)) return false;
  return !text_.is(c.opener, word_class::comparison) &&
         text_.words[c.opener].is_any(bit(word_class::complementizer) | bit(word_class::question));
}

// "Seit der Plan bekannt ist, [melden sich] Gaeste": a clause that says nothing of its own takes
// the first place, so that the verb stands behind it.
bool frame_finder::leads_with_clause(const sentence_clauses& clauses, std::uint32_t index) const {
  const auto leads = [&](const clause& c) {
    return c.is == clause::kind::subordinate && c.parent == index && c.opener != no_index &&
           c.tokens.end <= clauses.clauses[index].tokens.begin &&
           !text_.words[c.opener].is_any(bit(word_class::complementizer) |
                                         bit(word_class::question) | bit(word_class::how));
  };
  return std::any_of(clauses.clauses.begin(), clauses.clauses.end(), leads);
}

// "Ob es schliesst, [wollte Roth nicht bestaetigen], ...": what stands before it was not said.
bool frame_finder::is_denied(const sentence_clauses& clauses, std::uint32_t index) const {
  const span tokens = clauses.clauses[index].tokens;
  return any_token(tokens, [&](std::uint32_t i) {
    const bool denies =
        text_.is(i, word_class::negation) && !text_.is(i + 1, word_class::negation_escape);
    return denies && clauses.owns(index, i);
  });
}

// "Kern ist der Meinung, dass ...": the noun stands before what it brings.
bool frame_finder::holds_opinion(const sentence_clauses& clauses, std::uint32_t index) const {
  const span tokens = clauses.clauses[index].tokens;
  for (std::uint32_t i = tokens.begin + 1; i < tokens.end; ++i) {
    if (!clauses.owns(index, i) || !text_.is(i, word_class::report_noun)) continue;
    if (i + 2 >= clauses.tokens.end || text_.symbol(i + 1) != symbol_comma) continue;
    const std::uint32_t next = clauses.clause_of(i + 2);
    if (next != index && is_told(clauses, next, index)) return true;
  }
  return false;
}

// "ich denke": inside a quotation it brings nobody's words.
bool frame_finder::is_of_speaker(const clause& c) const {
  if (!quotations_.around(c.head)) return false;
  return (c.head > 0 && text_.is(c.head - 1, word_class::first_person)) ||
         (c.head + 1 < text_.words.size() && text_.is(c.head + 1, word_class::first_person));
}

// "...", seufzte die Wirtin: right behind a quotation any verb first brings it.
bool frame_finder::follows_quotation(const clause& c) const {
  const std::uint32_t head = c.head;
  if (head == no_index || c.tokens.begin != head || c.is != clause::kind::main || head < 3) {
    return false;
  }
  return text_.symbol(head - 1) == symbol_comma && text_.symbol(head - 2) == symbol_quote &&
         quotations_.around(head - 3) != nullptr && !sources_.subject_of(head).name.empty();
}

void frame_finder::find_verb_frame(const sentence_clauses& clauses, std::uint32_t index,
                                   std::vector<speech_frame>& out) const {
  const clause& c = clauses.clauses[index];
  const std::uint32_t head = c.head;
  const word_classes classes = verb_classes(clauses, index);
  // "'...', zeigte sich Roth sicher" brings words whatever the verb
  const bool follows = follows_quotation(c);
  const bool shows = !follows && classes & bit(word_class::show_verb);
  const bool speaks{classes & (bit(word_class::speech_verb) | bit(word_class::say_verb))};
  const bool opines = !speaks && !shows && holds_opinion(clauses, index);
  if (!speaks && !shows && !opines && !follows) return;
  if (head == no_index || is_of_speaker(c)) return;

  speech_frame f;
  f.clause = index;
  f.tokens = {head, head + 1};
  f.rule = text_.tables.row_name(word_class::speech_verb);
  const bool as_says = c.opener != no_index && text_.is(c.opener, word_class::how);
  const bool opened_by_verb =
      c.tokens.begin == head && !leads_with_clause(clauses, index) && !is_denied(clauses, index);
  const bool behind = c.tokens.begin > clauses.tokens.begin;
  const quotation* before = c.tokens.begin >= 2 ? quotations_.around(c.tokens.begin - 2) : nullptr;
  const bool quote_before =
      before || (c.tokens.begin >= 3 && quotations_.around(c.tokens.begin - 3) != nullptr);
  const auto count = static_cast<std::uint32_t>(clauses.clauses.size());
  bool brings =
      any_token({0, count}, [&](std::uint32_t i) { return is_brought(clauses, i, index); });
  const std::uint32_t next = index + 1;
  const bool by_colon =
      !brings && next < clauses.clauses.size() && clauses.clauses[next].colon_before;
  brings |= by_colon;
  const bool says{classes & bit(word_class::say_verb)};
  const bool takes_up = !brings && head == c.tokens.begin + 1 &&
                        ((says && text_.is(c.tokens.begin, word_class::anaphor)) ||
                         (speaks && text_.is(c.tokens.begin, word_class::thought_of)));
  if (shows && !speaks) {
    // "Die Daten zeigen, dass ...": papers say something, pictures and faces do not
    if (!brings) return;
    f.covers = reach::after;
  } else if (takes_up) {
    f.covers = behind ? reach::before : reach::sentence_before;
  } else if (as_says) {
    f.covers = reach::around;
    f.rule = text_.tables.row_name(word_class::how);
  } else if (c.is == clause::kind::main && opened_by_verb && behind && (says || quote_before)) {
    f.covers = brings ? reach::around : reach::before;
  } else if (brings) {
    f.covers = reach::after;
  } else if (quote_before) {
    f.covers = reach::before;
  } else {
    return;
  }
  source_words s = sources_.subject_of(head);
  // "Die Gaeste kaemen, [verlautete aus Kreisen]": who comes does not say so
  const bool told_of = f.covers == reach::before && !s.tokens.empty() &&
                       clauses.tokens.contains(s.tokens) && !clauses.owns(index, s.tokens.begin);
  if (told_of) s = {};
  if (opines && s.name.empty()) return;
  // "Der Rat hat, wie erwartet, zugestimmt", "Wie berichtet, ...": nobody speaks in it
  const bool bare = as_says && head == c.opener + 1 && verb_forms(text_, head) & participle;
  if (bare || (as_says && !s.tokens.empty() && s.tokens.begin < c.opener)) return;
  if (shows && !speaks) {
    if (!sources_.is_paper(s)) return;
  } else if ((f.covers == reach::sentence_before || by_colon) && !sources_.can_speak(s)) {
    return;
  }
  f.source = std::move(s.name);
  f.source_tokens = s.tokens;
  out.push_back(std::move(f));
}

// ", so Depaoli"
void frame_finder::find_so_frame(const sentence_clauses& clauses, std::uint32_t index,
                                 std::vector<speech_frame>& out) const {
  const clause& c = clauses.clauses[index];
  if (c.tokens.empty() || !text_.is(c.tokens.begin, word_class::so)) return;
  if (c.head != no_index || c.tokens.begin == clauses.tokens.begin) return;
  const std::uint32_t next = c.tokens.begin + 1;  // no ", so auch in Ulm"
  if (!text_.is_capital(next) && !text_.is(next, word_class::article)) return;
  const source_words s = sources_.behind(c.tokens.begin);
  if (s.name.empty()) return;
  const span so{c.tokens.begin, c.tokens.begin + 1};
  out.push_back(
      {index, reach::before, so, text_.tables.row_name(word_class::so), s.name, s.tokens});
}

// "Landrat Jan Roth: Der Hafen bleibt": somebody before the colon, and no verb.
void frame_finder::find_colon_frame(const sentence_clauses& clauses, std::uint32_t index,
                                    std::vector<speech_frame>& out) const {
  constexpr std::uint32_t longest = 8;  // tokens
  const span tokens = clauses.clauses[index].tokens;
  if (index + 1 >= clauses.clauses.size() || !clauses.clauses[index + 1].colon_before) return;
  if (clauses.clauses[index].head != no_index || tokens.empty() || tokens.size() > longest) return;
  source_words s = sources_.person_led_by(tokens);
  if (s.name.empty()) return;
  out.push_back({index, reach::after, tokens, "colon", std::move(s.name), s.tokens});
}

// "laut X", "X zufolge", "nach Angaben von X"
void frame_finder::find_inline_frames(const sentence_clauses& clauses,
                                      std::vector<speech_frame>& out) const {
  const span range = clauses.tokens;
  const auto add = [&](span tokens, word_class c, source_words s) {
    out.push_back({clauses.clause_of(tokens.begin), reach::inside, tokens, text_.tables.row_name(c),
                   std::move(s.name), s.tokens});
  };
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (!text_.is_word(i)) continue;
    if (text_.is(i, word_class::report_preposition)) {
      const bool capital = text_.is_capital(i) && i > range.begin && text_.is_word(i - 1);
      const std::uint32_t report = sources_.report_noun_behind(i, range.end);
      source_words s = report == no_index ? source_words{} : sources_.source_of_report(report);
      if (s.name.empty()) s = sources_.behind(i);
      if (!capital && !s.name.empty()) {
        add({i, i + 1}, word_class::report_preposition, std::move(s));
      }
    } else if (text_.is(i, word_class::report_postposition)) {
      add({i, i + 1}, word_class::report_postposition, sources_.before(i));
    } else if (text_.is(i, word_class::report_after)) {
      const std::uint32_t noun = sources_.report_noun_behind(i, range.end);
      if (noun == no_index) continue;
      add({i, noun + 1}, word_class::report_noun, sources_.source_of_report(noun));
    }
  }
}

bool is_subjunctive(const clause& c) {
  return c.mood == verb_mood::subjunctive1 || c.mood == verb_mood::subjunctive2;
}

}  // namespace zeitstrahl
