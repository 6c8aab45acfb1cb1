#include "claim/attribution.h"

#include <algorithm>

#include "base/utf8.h"
#include "claim/speaker.h"

namespace zeitstrahl {
namespace {

constexpr std::uint32_t longest_source = 12;  // tokens looked through for a name

// Which marks close a quotation: single ones ("'", U+2018 to U+201B, U+2039, U+203A) or others.
bool is_single(std::string_view mark) {
  const char32_t c = decode_at(mark, 0).value;
  return c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A;
}

// Tokens between two stretches.
std::uint32_t distance(span a, span b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

}  // namespace

attribution_finder::attribution_finder(const analyzed_text& text, const text_layout& layout,
                                       const article_names& names, text_sentences& sentences)
    : text_(text),
      layout_(layout),
      names_(names),
      sentences_(sentences),
      frames_(layout.sentences.size()),
      known_(layout.sentences.size(), false) {
  find_quotations();
}

// Marks of one kind open and close in turn; a line ends what is open.
void attribution_finder::find_quotations() {
  constexpr std::uint32_t shortest = 15;  // bytes; below that it is a word or a title
  std::uint32_t open = no_index;
  bool single = false;
  bool verb = false;
  const auto size = static_cast<std::uint32_t>(text_.words.size());
  for (std::uint32_t i = 0; i < size; ++i) {
    if (open != no_index && text_.at(i).flags & token::after_break) {
      // a paragraph that opens anew goes on with the one before
      const span inside{open + 1, i};
      if (text_.symbol(i) == symbol_quote && i > open + 1) {
        quotations_.push_back({inside, verb && text_.where(inside).size() >= shortest});
      }
      open = no_index;
    }
    if (open != no_index) verb |= text_.words[i].forms & finite;
    if (text_.symbol(i) != symbol_quote) continue;
    const bool is_single_mark = is_single(text_.in(i));
    if (open == no_index) {
      open = i;
      single = is_single_mark;
      verb = false;
    } else if (single == is_single_mark) {
      if (i > open + 1) {
        const span inside{open + 1, i};
        quotations_.push_back({inside, verb && text_.where(inside).size() >= shortest});
      }
      open = no_index;
    }
  }
}

const attribution_finder::quotation* attribution_finder::quotation_at(std::uint32_t token) const {
  const auto found =
      std::upper_bound(quotations_.begin(), quotations_.end(), token,
                       [](std::uint32_t t, const quotation& q) { return t < q.tokens.end; });
  if (found == quotations_.end() || found->tokens.begin > token || !found->speech) return nullptr;
  return &*found;
}

std::uint32_t attribution_finder::sentence_of(std::uint32_t token) const {
  const auto found = std::upper_bound(layout_.sentences.begin(), layout_.sentences.end(), token,
                                      [](std::uint32_t t, span s) { return t < s.end; });
  return static_cast<std::uint32_t>(
      std::min(found - layout_.sentences.begin(),
               static_cast<std::ptrdiff_t>(layout_.sentences.size()) - 1));
}

const std::vector<attribution_finder::frame>& attribution_finder::frames_of(
    std::uint32_t sentence) {
  if (!known_[sentence]) {
    known_[sentence] = true;
    parse_clauses(text_, layout_.sentences[sentence], layout_.times[sentence], other_);
    find_frames(other_, frames_[sentence]);
  }
  return frames_[sentence];
}

void attribution_finder::find_frames(const sentence_clauses& clauses, std::vector<frame>& out) {
  for (std::uint32_t i = 0; i < clauses.clauses.size(); ++i) {
    find_verb_frame(clauses, i, out);
    find_so_frame(clauses, i, out);
  }
  find_inline_frames(clauses, out);
}

word_classes attribution_finder::verb_classes(const sentence_clauses& clauses,
                                              std::uint32_t index) const {
  const main_verb verb = find_main_verb(text_, clauses, index);
  return text_.tables.classes_of_verb(verb.prefix, verb.base);
}

// Whether a clause behind a verb of speech is what it brings: it depends on the verb ("sagt,
// dass"), follows it in a mood of reported speech, or is a quotation.
bool attribution_finder::is_brought(const sentence_clauses& clauses, std::uint32_t index,
                                    std::uint32_t by) const {
  const clause& c = clauses.clauses[index];
  if (index == by || c.tokens.begin < clauses.clauses[by].tokens.begin) return false;
  if (quotation_at(c.tokens.begin) && !quotation_at(clauses.clauses[by].tokens.begin)) return true;
  if (is_told(clauses, index, by)) return true;
  for (std::uint32_t between = by + 1; between < index; ++between) {
    const clause::kind is = clauses.clauses[between].is;
    if (is == clause::kind::main || is == clause::kind::subordinate) return false;
  }
  std::uint32_t token;
  return has_mood(clauses, index, subjunctive | conditional, token);
}

// "sagte X, ohne zu zoegern, dass ..."
bool attribution_finder::is_told(const sentence_clauses& clauses, std::uint32_t index,
                                 std::uint32_t by) const {
  const clause& c = clauses.clauses[index];
  std::uint32_t parent = c.parent;
  while (parent != no_index && parent != by &&
         clauses.clauses[parent].is == clause::kind::infinitive) {
    parent = clauses.clauses[parent].parent;
  }
  if (c.is != clause::kind::subordinate || parent != by || c.opener == no_index) return false;
  if (c.opener > 1 && text_.is(c.opener - 2, word_class::so)) return false;
  return !text_.is(c.opener, word_class::comparison) &&
         text_.words[c.opener].is_any(bit(word_class::complementizer) | bit(word_class::question));
}

// "ich denke": inside a quotation it brings nobody's words.
bool attribution_finder::is_of_speaker(const clause& c) const {
  if (!quotation_at(c.head)) return false;
  return (c.head > 0 && text_.is(c.head - 1, word_class::first_person)) ||
         (c.head + 1 < text_.words.size() && text_.is(c.head + 1, word_class::first_person));
}

// "...", seufzte die Wirtin: right behind a quotation any verb first brings it.
bool attribution_finder::follows_quotation(const clause& c) const {
  const std::uint32_t head = c.head;
  if (head == no_index || c.tokens.begin != head || c.is != clause::kind::main || head < 3) {
    return false;
  }
  return text_.symbol(head - 1) == symbol_comma && text_.symbol(head - 2) == symbol_quote &&
         quotation_at(head - 3) != nullptr && !analyzed_subject(head).name.empty();
}

void attribution_finder::find_verb_frame(const sentence_clauses& clauses, std::uint32_t index,
                                         std::vector<frame>& out) {
  const clause& c = clauses.clauses[index];
  const std::uint32_t head = c.head;
  const word_classes classes = verb_classes(clauses, index);
  const bool speaks{classes & (bit(word_class::speech_verb) | bit(word_class::say_verb))};
  if (!speaks && !follows_quotation(c)) return;
  if (head == no_index || is_of_speaker(c)) return;

  frame f;
  f.clause = index;
  f.tokens = {head, head + 1};
  f.rule = text_.tables.row_name(word_class::speech_verb);
  const bool as_says = c.opener != no_index && text_.is(c.opener, word_class::how);
  const bool opened_by_verb = c.tokens.begin == head;
  const bool behind = c.tokens.begin > clauses.tokens.begin;
  const quotation* before = c.tokens.begin >= 2 ? quotation_at(c.tokens.begin - 2) : nullptr;
  const bool quote_before =
      before || (c.tokens.begin >= 3 && quotation_at(c.tokens.begin - 3) != nullptr);
  bool brings = false;
  for (std::uint32_t i = 0; i < clauses.clauses.size() && !brings; ++i) {
    brings = is_brought(clauses, i, index);
  }
  const bool says{classes & bit(word_class::say_verb)};
  const bool takes_up =
      !behind && head == c.tokens.begin + 1 && text_.is(c.tokens.begin, word_class::anaphor);
  if (as_says) {
    f.covers = reach::around;
    f.rule = text_.tables.row_name(word_class::how);
  } else if (c.is == clause::kind::main && opened_by_verb && behind && (says || quote_before)) {
    f.covers = brings ? reach::around : reach::before;
  } else if (brings) {
    f.covers = reach::after;
  } else if (quote_before) {
    f.covers = reach::before;
  } else if (says && takes_up) {
    f.covers = reach::sentence_before;
  } else {
    return;
  }
  source_words s = subject_of(clauses, index, head);
  if (f.covers == reach::sentence_before && !can_speak(s)) return;
  f.source = std::move(s.name);
  f.source_tokens = s.tokens;
  out.push_back(std::move(f));
}

// A name, or a noun for somebody who gives news: "Das meldet die Agentur".
bool attribution_finder::can_speak(const source_words& s) const {
  if (s.tokens.empty()) return false;
  const std::uint32_t noun = s.tokens.end - 1;
  if (names_.at(noun) || text_.is(noun, word_class::person_subject)) return true;
  constexpr word_classes speakers = bit(word_class::source_noun) | bit(word_class::title) |
                                    bit(word_class::body) | bit(word_class::company) |
                                    bit(word_class::club) | bit(word_class::person) |
                                    bit(word_class::person_ending) | bit(word_class::place_head);
  return text_.words[noun].is_any(speakers) ||
         static_cast<bool>(text_.tables.classes_of_ending(fold_case(text_.in(noun))) & speakers);
}

// ", so Depaoli"
void attribution_finder::find_so_frame(const sentence_clauses& clauses, std::uint32_t index,
                                       std::vector<frame>& out) {
  const clause& c = clauses.clauses[index];
  if (c.tokens.empty() || !text_.is(c.tokens.begin, word_class::so)) return;
  if (c.head != no_index || c.tokens.begin == clauses.tokens.begin) return;
  const std::uint32_t next = c.tokens.begin + 1;  // no ", so auch in Ulm"
  if (!text_.is_capital(next) && !text_.is(next, word_class::article)) return;
  const source_words s = source_in({next, c.tokens.end}, false);
  if (s.name.empty()) return;
  frame f;
  f.clause = index;
  f.covers = reach::before;
  f.tokens = {c.tokens.begin, c.tokens.begin + 1};
  f.rule = text_.tables.row_name(word_class::so);
  f.source = s.name;
  f.source_tokens = s.tokens;
  out.push_back(std::move(f));
}

// "laut X", "X zufolge", "nach Angaben von X"
void attribution_finder::find_inline_frames(const sentence_clauses& clauses,
                                            std::vector<frame>& out) {
  const span range = clauses.tokens;
  const auto add = [&](span tokens, word_class c, source_words s) {
    frame f;
    f.clause = clauses.clause_of(tokens.begin);
    f.covers = reach::inside;
    f.tokens = tokens;
    f.rule = text_.tables.row_name(c);
    f.source = std::move(s.name);
    f.source_tokens = s.tokens;
    out.push_back(std::move(f));
  };
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (!text_.is_word(i)) continue;
    if (text_.is(i, word_class::report_preposition)) {
      const bool capital = text_.is_capital(i) && i > range.begin && text_.is_word(i - 1);
      source_words s = source_in({i + 1, std::min(range.end, i + 1 + longest_source)}, false);
      if (!capital && !s.name.empty() && s.tokens.begin < i + 6) {
        add({i, i + 1}, word_class::report_preposition, std::move(s));
      }
    } else if (text_.is(i, word_class::report_postposition)) {
      const std::uint32_t begin = i > range.begin + 5 ? i - 5 : range.begin;
      source_words s = source_in({begin, i}, false);
      add({i, i + 1}, word_class::report_postposition, std::move(s));
    } else if (text_.is(i, word_class::report_after)) {
      const std::uint32_t noun = report_noun_behind(i, range.end);
      if (noun == no_index) continue;
      add({i, noun + 1}, word_class::report_noun, source_of_report(clauses, i, noun));
    }
  }
}

// The noun of "nach Angaben", "nach ersten Berichten", "nach Polizeiangaben".
std::uint32_t attribution_finder::report_noun_behind(std::uint32_t preposition,
                                                     std::uint32_t end) const {
  constexpr std::uint32_t widest = 4;
  for (std::uint32_t i = preposition + 1; i < end && i < preposition + widest; ++i) {
    if (text_.symbol(i) == symbol_inner_hyphen) continue;
    if (!text_.is_word(i) || text_.is(i, word_class::preposition)) return no_index;
    if (!text_.is_capital(i)) continue;
    const bool reports =
        text_.is(i, word_class::report_noun) || text_.words[i].ends_like(word_class::report_noun);
    if (reports) return i;
    if (i + 1 >= end || text_.symbol(i + 1) != symbol_inner_hyphen) return no_index;
  }
  return no_index;
}

// "nach Angaben der Polizei"; "nach eigenen Angaben": the subject; "nach Polizeiangaben": the
// noun itself.
attribution_finder::source_words attribution_finder::source_of_report(
    const sentence_clauses& clauses, std::uint32_t preposition, std::uint32_t noun) const {
  if (text_.is(noun - 1, word_class::own)) {
    const std::uint32_t index = clauses.clause_of(preposition);
    const std::uint32_t head = clauses.clauses[index].head;
    return head == no_index ? source_words{} : subject_of(clauses, index, head);
  }
  // "nach EU-Angaben"
  if (text_.symbol(noun - 1) == symbol_inner_hyphen) return spelled({noun - 2, noun - 1});
  if (!text_.is(noun, word_class::report_noun)) return spelled({noun, noun + 1});
  const std::uint32_t end = std::min(clauses.tokens.end, noun + 1 + longest_source);
  source_words s = source_in({noun + 1, end}, false);
  return s.name.empty() || s.tokens.begin > noun + 6 ? source_words{} : s;
}

// A name, or the noun of a noun phrase; stops at a verb or the end of the clause.  A name that
// is part of a noun ("RWE-Chef") or of a place speaks only where nobody else does.
// `free_only`: what a preposition governs ("in einem Interview") is none.
attribution_finder::source_words attribution_finder::source_in(span tokens, bool free_only) const {
  source_words noun;
  bool governed = false;
  bool closed = false;  // the phrase of the preposition has its noun
  const std::uint32_t end = std::min(tokens.end, tokens.begin + longest_source);
  for (std::uint32_t i = tokens.begin; i < end; ++i) {
    const std::uint8_t symbol = text_.symbol(i);
    if (symbol == symbol_stop || symbol == symbol_semicolon || symbol == symbol_colon) break;
    if (symbol == symbol_comma && i > tokens.begin) {
      if (const name_mention* m = apposition_at(i, noun, tokens.end)) return named(*m);
      break;
    }
    if (symbol == symbol_quote && noun.name.empty() && !governed) {
      source_words name = quoted_name(i, end);
      if (!name.name.empty()) return name;
    }
    if ((!text_.is_word(i) && !names_.at(i)) || is_time(i)) continue;
    const analyzed_word& word = text_.words[i];
    if (free_only && word.is_any(bit(word_class::preposition) | bit(word_class::contraction))) {
      governed = true;
      closed = false;
      continue;
    }
    const name_mention* m = names_.at(i);
    if (closed && (m || word.is(word_class::article))) governed = closed = false;
    if (m && !governed) {
      if (!m->describes && names_.names[m->name].is != known_name::kind::place) return named(*m);
      const std::uint32_t last = end_of_compound(m->tokens.end);
      if (noun.name.empty()) noun = m->describes ? spelled({m->tokens.begin, last}) : named(*m);
      i = last - 1;
      continue;
    }
    if (verb_forms(text_, i) & finite && !text_.is_capital(i)) break;
    constexpr word_classes small = bit(word_class::article) | bit(word_class::pronoun) |
                                   bit(word_class::preposition) | bit(word_class::contraction);
    if (text_.is_capital(i) && !word.is_any(small | bit(word_class::no_source))) {
      const std::uint32_t last = end_of_compound(i + 1);
      if (governed) {
        closed = true;
      } else if (noun.name.empty()) {
        noun = spelled({i, last});
      }
      i = last - 1;
    } else if (!noun.name.empty() && !text_.is_capital(i) && !word.is_any(small)) {
      break;
    }
  }
  return noun;
}

bool attribution_finder::is_time(std::uint32_t token) const {
  const std::vector<span>& times = layout_.times[sentence_of(token)];
  return std::any_of(times.begin(), times.end(), [&](span t) {
    return t.contains({token, token + 1});
  });
}

// "der 'Riesaer Post'": a name of a few words in quotation marks.
attribution_finder::source_words attribution_finder::quoted_name(std::uint32_t open,
                                                                 std::uint32_t end) const {
  constexpr std::uint32_t longest = 5;
  if (open + 1 >= end || !text_.is_capital(open + 1)) return {};
  for (std::uint32_t i = open + 1; i < end && i <= open + longest; ++i) {
    if (text_.words[i].forms & finite && !text_.is_capital(i)) return {};
    if (text_.symbol(i) == symbol_quote && i > open + 1) return spelled({open + 1, i});
  }
  return {};
}

// The subject by the analysis: a name in it, else its noun.
attribution_finder::source_words attribution_finder::analyzed_subject(std::uint32_t verb) const {
  const sentence* parts = sentences_.of_token(verb);
  if (!parts) return {};
  const auto found = speaker_by(sentence_reading(text_, *parts), verb);
  if (!found) return {};
  const span phrase = found->phrase;
  // not what is quoted: "Das Werk", sagte Roth
  const bool behind = phrase.begin > verb;
  if (has_quote(behind ? span{verb, phrase.begin} : span{phrase.end, std::max(phrase.end, verb)})) {
    return {};
  }
  const name_mention* best = nullptr;
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    const name_mention* m = names_.at(i);
    if (!m || m->tokens.begin != i || m->describes) continue;
    const known_name::kind is = names_.names[m->name].is;
    const bool heads = m->tokens.begin <= found->head && found->head < m->tokens.end;
    if (is == known_name::kind::person && (!best || i >= found->head)) {
      if (!best || names_.names[best->name].is != known_name::kind::person) best = m;
    } else if (heads && !best) {
      best = m;
    }
  }
  if (best) return named(*best);
  source_words noun = spelled({found->head, found->head + 1});
  while (noun.tokens.begin > phrase.begin &&
         text_.symbol(noun.tokens.begin - 1) == symbol_inner_hyphen) {
    noun = spelled({noun.tokens.begin - 2, noun.tokens.end});
  }
  if (phrase.end + 1 < text_.words.size() && text_.symbol(phrase.end) == symbol_comma) {
    const name_mention* m = names_.at(phrase.end + 1);
    const bool next = m && m->tokens.begin == phrase.end + 1 && !m->describes;
    if (next && names_.names[m->name].is != known_name::kind::place) return named(*m);
  }
  return noun;
}

// "'...' - Kurt Adam, Landrat"
std::string attribution_finder::name_behind_dash(const quotation& q, std::vector<cue>& cues) const {
  std::uint32_t i = q.tokens.end;
  while (i < text_.words.size() && i < q.tokens.end + 3 && text_.symbol(i) != symbol_dash) ++i;
  if (i >= text_.words.size() || text_.symbol(i) != symbol_dash) return {};
  for (std::uint32_t k = i + 1; k < text_.words.size() && k < i + 4; ++k) {
    const name_mention* m = names_.at(k);
    if (!m || m->describes) continue;
    cues.push_back({text_.where(m->tokens), cue::field::source, "dash"});
    return names_.names[m->name].canonical;
  }
  return {};
}

// ", Lena Ortmann," behind the noun for a person.
const name_mention* attribution_finder::apposition_at(std::uint32_t comma, const source_words& noun,
                                                      std::uint32_t end) const {
  if (noun.name.empty() || comma + 1 >= end) return nullptr;
  const name_mention* m = names_.at(comma + 1);
  const bool person = m && names_.names[m->name].is == known_name::kind::person;
  return person && m->tokens.begin == comma + 1 ? m : nullptr;
}

// Behind the parts that hyphens tie to the word before.
std::uint32_t attribution_finder::end_of_compound(std::uint32_t end) const {
  while (end + 1 < text_.words.size() && text_.symbol(end) == symbol_inner_hyphen &&
         text_.is_word(end + 1)) {
    end += 2;
  }
  return end;
}

attribution_finder::source_words attribution_finder::named(const name_mention& m) const {
  return {names_.names[m.name].canonical, m.tokens};
}

attribution_finder::source_words attribution_finder::spelled(span tokens) const {
  return {std::string(text_.where(tokens).in(text_.text)), tokens};
}

std::uint32_t attribution_finder::last_person(std::uint32_t before) const {
  std::uint32_t i = names_.in({before, before}).first;
  constexpr std::uint32_t furthest = 12;  // mentions looked through
  for (std::uint32_t steps = 0; i-- > 0 && steps < furthest; ++steps) {
    if (names_.names[names_.mentions[i].name].is == known_name::kind::person) return i;
  }
  return no_index;
}

bool attribution_finder::has_quote(span tokens) const {
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (text_.symbol(i) == symbol_quote) return true;
  }
  return false;
}

// "er", "sie": the person named before; "es" names nobody.
attribution_finder::source_words attribution_finder::pronoun_of(const sentence_clauses& clauses,
                                                                std::uint32_t index) const {
  const clause& c = clauses.clauses[index];
  for (std::uint32_t i = c.tokens.begin; i < c.tokens.end; ++i) {
    if (!clauses.owns(index, i) || !text_.is(i, word_class::person_subject)) continue;
    const std::uint32_t m = last_person(c.tokens.begin);
    if (m == no_index) return {{}, {i, i + 1}};
    return {names_.names[names_.mentions[m].name].canonical, {i, i + 1}};
  }
  return {};
}

// A pronoun beside the verb, or first in a clause whose verb stands last.
bool attribution_finder::is_pronoun_subject(const clause& c) const {
  const std::uint32_t first = c.opener != no_index ? c.opener + 1 : c.tokens.begin;
  return text_.is(c.is == clause::kind::main ? c.head + 1 : first, word_class::person_subject) ||
         (c.head > 0 && c.head > first && text_.is(first, word_class::person_subject));
}

attribution_finder::source_words attribution_finder::subject_of(const sentence_clauses& clauses,
                                                                std::uint32_t index,
                                                                std::uint32_t head) const {
  const clause& c = clauses.clauses[index];
  if (c.is == clause::kind::relative && c.opener != no_index) {
    const std::uint32_t begin = c.opener > 8 ? c.opener - 8 : 0;
    for (std::uint32_t i = c.opener; i-- > begin;) {  // the noun before the comma
      if (const name_mention* m = names_.at(i)) return named(*m);
    }
  }
  if (c.is == clause::kind::infinitive && c.parent != no_index &&
      clauses.clauses[c.parent].head != no_index) {
    return subject_of(clauses, c.parent, clauses.clauses[c.parent].head);
  }
  if (is_passive(clauses, index)) return agent_of(clauses, index);
  if (source_words sure = analyzed_subject(head); !sure.name.empty()) return sure;
  if (head + 1 < text_.words.size() && is_pronoun_subject(c)) return pronoun_of(clauses, index);
  const std::uint32_t begin = c.opener != no_index ? c.opener + 1 : c.tokens.begin;
  const span before{begin, std::max(begin, head)};
  const span behind{head + 1, std::max(head + 1, c.tokens.end)};
  const bool last = c.is != clause::kind::main;
  const bool object_first =
      before.empty() ||
      text_.words[before.begin].is_any(bit(word_class::preposition) | bit(word_class::contraction) |
                                       bit(word_class::focus)) ||
      quotation_at(before.begin) != nullptr || has_quote(before);
  source_words s;
  if (!object_first || last) s = source_in(before, true);
  if (s.name.empty() && !last) s = source_in(behind, true);
  if (s.name.empty() && object_first && !last && !has_quote(before)) s = source_in(before, true);
  if (!s.tokens.empty() && names_.at(s.tokens.begin) != nullptr) return s;
  source_words by_pronoun = pronoun_of(clauses, index);
  if (!by_pronoun.tokens.empty()) return by_pronoun;
  if (!s.name.empty()) return s;
  if (c.joined != no_index && clauses.clauses[c.joined].head != no_index) {
    return subject_of(clauses, c.joined, clauses.clauses[c.joined].head);
  }
  // "heisst es in dem Brief", "aus dem Papier geht hervor"
  s = source_in(last || before.size() > 1 ? before : behind, false);
  return s.name.empty() && !last ? source_in(behind, false) : s;
}

// "wurde ... gefragt"
bool attribution_finder::is_passive(const sentence_clauses& clauses, std::uint32_t index) const {
  const clause& c = clauses.clauses[index];
  const word_classes head = text_.tables.classes_of_verb({}, text_.words[c.head].verb);
  if (!(head & bit(word_class::auxiliary_become))) return false;
  for (std::uint32_t i = c.tokens.begin; i < c.tokens.end; ++i) {
    if (i == c.head || !clauses.owns(index, i)) continue;
    const std::uint8_t forms = verb_forms(text_, i);
    if (forms & participle && !(forms & infinitive)) return true;
  }
  return false;
}

// "von X" of a passive.
attribution_finder::source_words attribution_finder::agent_of(const sentence_clauses& clauses,
                                                              std::uint32_t index) const {
  const clause& c = clauses.clauses[index];
  for (std::uint32_t i = c.tokens.begin; i < c.tokens.end; ++i) {
    if (clauses.owns(index, i) && text_.is(i, word_class::of)) {
      return source_in({i + 1, c.tokens.end}, false);
    }
  }
  return {};
}

bool attribution_finder::depends_on(const sentence_clauses& clauses, std::uint32_t index,
                                    std::uint32_t on) {
  while (index != no_index && index != on) index = clauses.clauses[index].parent;
  return index == on;
}

bool attribution_finder::covers(const frame& f, const sentence_clauses& clauses,
                                std::uint32_t clause_index) const {
  const clause& c = clauses.clauses[clause_index];
  const clause& by = clauses.clauses[f.clause];
  if (f.clause == clause_index) return f.covers == reach::inside;
  const bool later = c.tokens.begin > by.tokens.begin;
  switch (f.covers) {
    case reach::around:
      return true;
    case reach::before:
      return !later && by.parent != clause_index;
    case reach::after:
      return later && c.joined != f.clause &&
             (depends_on(clauses, clause_index, f.clause) || !explains(clauses, clause_index));
    case reach::inside:
      if (by.is != clause::kind::main) return depends_on(clauses, clause_index, f.clause);
      return later || c.is != clause::kind::main;
    case reach::sentence_before:
      return false;
  }
  return false;
}

// ", denn bisher gibt es nichts": the article itself says why.
bool attribution_finder::explains(const sentence_clauses& clauses, std::uint32_t index) const {
  while (clauses.clauses[index].parent != no_index) index = clauses.clauses[index].parent;
  const clause& c = clauses.clauses[index];
  std::uint32_t token;
  return c.is == clause::kind::main && text_.is(c.tokens.begin, word_class::coordinator) &&
         !quotation_at(c.tokens.begin) &&
         !has_mood(clauses, index, subjunctive | conditional, token);
}

bool attribution_finder::has_mood(const sentence_clauses& clauses, std::uint32_t clause_index,
                                  int forms, std::uint32_t& at) const {
  const clause& c = clauses.clauses[clause_index];
  at = c.head;
  if (c.head == no_index || !(verb_forms(text_, c.head) & forms)) return false;
  // "es sei denn", and the first person, whose present looks the same
  for (std::uint32_t i = c.tokens.begin; i < c.tokens.end; ++i) {
    if (clauses.owns(clause_index, i) && text_.is(i, word_class::first_person)) return false;
  }
  if (c.head == c.tokens.begin && c.tokens.begin == clauses.tokens.begin) return false;
  return !(c.head + 1 < text_.words.size() && text_.is(c.head + 1, word_class::unless));
}

bool attribution_finder::has_subjunctive(span tokens) const {
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (verb_forms(text_, i) & subjunctive && !(verb_forms(text_, i) & (present | infinitive))) {
      return true;
    }
  }
  return false;
}

// The second subjunctive stands for the first where a sentence nearby in the paragraph has
// that one.
bool attribution_finder::is_among_reported(std::uint32_t sentence) {
  constexpr int furthest = 2;
  const std::uint32_t next = sentence + 1;
  if (next < layout_.sentences.size() && !opens_paragraph(next) &&
      has_subjunctive(layout_.sentences[next])) {
    return true;
  }
  for (int steps = 0; steps < furthest && sentence > 0 && !opens_paragraph(sentence); ++steps) {
    if (has_subjunctive(layout_.sentences[--sentence])) return true;
    if (!frames_of(sentence).empty()) return true;
  }
  return false;
}

void attribution_finder::note(const frame& f, cue::field settles, std::vector<cue>& cues) const {
  const span tokens = settles == cue::field::source ? f.source_tokens : f.tokens;
  if (tokens.empty()) return;
  cues.push_back({text_.where(tokens), settles, f.rule});
}

// The frame behind the quotation, before it, or the speaker before.
std::string attribution_finder::speaker_of(const quotation& q, std::vector<cue>& cues) {
  const std::uint32_t last = sentence_of(
      std::min<std::uint32_t>(q.tokens.end, static_cast<std::uint32_t>(text_.words.size()) - 1));
  const std::uint32_t first = sentence_of(q.tokens.begin);
  if (std::string name = name_behind_dash(q, cues); !name.empty()) return name;
  for (const std::uint32_t sentence : {last, first, first > 0 ? first - 1 : first}) {
    if (sentence + 1 < first) break;
    for (const frame& f : frames_of(sentence)) {
      if (f.source.empty() || q.tokens.contains(f.tokens)) continue;
      if (f.covers == reach::inside && sentence != first) continue;
      if (sentence + 1 == first &&
          text_.symbol(layout_.sentences[sentence].end - 1) != symbol_colon) {
        continue;
      }
      note(f, cue::field::source, cues);
      return f.source;
    }
  }
  // "X blieb gelassen: "
  if (q.tokens.begin >= 2 && text_.symbol(q.tokens.begin - 2) == symbol_colon) {
    const std::uint32_t colon = q.tokens.begin - 2;
    std::string subject = person_in({layout_.sentences[sentence_of(colon)].begin, colon}, cues);
    if (!subject.empty()) return subject;
  }
  return carried(first, cues);
}

// The person who is the subject of words that report nothing themselves.
std::string attribution_finder::person_in(span tokens, std::vector<cue>& cues) const {
  const source_words s = source_in(tokens, true);
  const name_mention* m = s.tokens.empty() ? nullptr : names_.at(s.tokens.begin);
  if (!m) return {};
  const known_name::kind is = names_.names[m->name].is;
  if (is != known_name::kind::person) return {};
  cues.push_back({text_.where(m->tokens), cue::field::source, "subject"});
  return s.name;
}

// The speaker of the sentences before, in the same paragraph.
std::string attribution_finder::carried(std::uint32_t sentence, std::vector<cue>& cues) {
  constexpr int furthest = 8;  // sentences
  int plain = 0;
  for (int steps = 0; sentence > 0 && steps < furthest; ++steps) {
    if (opens_paragraph(sentence) && !has_subjunctive(layout_.sentences[sentence])) return {};
    --sentence;
    const frame* last = nullptr;  // who speaks comes before who is spoken of: "laut X"
    for (const frame& f : frames_of(sentence)) {
      if (f.source.empty() || quotation_at(f.tokens.begin)) continue;
      if (!last || f.covers != reach::inside || last->covers == reach::inside) last = &f;
    }
    if (last) {
      note(*last, cue::field::source, cues);
      return last->source;
    }
    const span tokens = layout_.sentences[sentence];
    if (!has_subjunctive(tokens) && quotation_at(tokens.begin) == nullptr && ++plain > 1) {
      return {};
    }
  }
  return {};
}

bool attribution_finder::opens_paragraph(std::uint32_t sentence) const {
  return (text_.at(layout_.sentences[sentence].begin).flags & token::after_break) != 0;
}

// "Hoyer lehnt ab. Es sei zu teuer.", "Er habe ...": who did something before says why.
std::string attribution_finder::person_before(std::uint32_t sentence,
                                              const sentence_clauses& clauses, std::uint32_t index,
                                              std::vector<cue>& cues) const {
  const source_words s = pronoun_of(clauses, index);
  if (!s.name.empty()) {
    cues.push_back({text_.where(s.tokens), cue::field::source,
                    text_.tables.row_name(word_class::person_subject)});
    return s.name;
  }
  std::string person = person_in({clauses.tokens.begin, clauses.clauses[index].tokens.begin}, cues);
  constexpr int furthest = 2;
  for (int steps = 0; person.empty() && steps < furthest; ++steps) {
    if (sentence == 0 || opens_paragraph(sentence)) break;
    person = person_in(layout_.sentences[--sentence], cues);
  }
  return person;
}

// "Laut Polizei [wird ...]": before the verb in second place stands one phrase only.
span attribution_finder::opening_of(const frame& f, const clause& c, std::uint32_t when) {
  if (f.covers != reach::inside || c.is != clause::kind::main || c.head == no_index) return {};
  const bool opens = c.tokens.begin <= f.tokens.begin && f.tokens.end <= c.head;
  const bool dated = c.tokens.begin <= when && when < c.head;
  return opens && !dated ? span{c.tokens.begin, c.head} : span{};
}

// "Das meldet die Agentur" behind the sentence.
const attribution_finder::frame* attribution_finder::frame_behind(std::uint32_t sentence) {
  const std::uint32_t next = sentence + 1;
  if (next >= layout_.sentences.size()) return nullptr;
  const std::uint32_t first = layout_.sentences[next].begin;
  if (layout_.sentences[next].empty() || text_.at(first).flags & token::after_break) return nullptr;
  if (!text_.is(first, word_class::anaphor)) return nullptr;
  for (const frame& f : frames_of(next)) {
    if (f.covers == reach::sentence_before) return &f;
  }
  return nullptr;
}

attribution attribution_finder::find(std::uint32_t sentence, const sentence_clauses& clauses,
                                     std::uint32_t clause_index, std::uint32_t when,
                                     std::vector<cue>& cues) {
  attribution out;
  if (!known_[sentence]) {
    known_[sentence] = true;
    find_frames(clauses, frames_[sentence]);
  }
  const quotation* quote = quotation_at(when);
  const frame* nearest = nullptr;
  for (const frame& f : frames_[sentence]) {
    if (!covers(f, clauses, clause_index)) continue;
    out.reported = true;
    note(f, cue::field::reported, cues);
    const bool nearer =
        !nearest || distance(f.tokens, clauses.clauses[clause_index].tokens) <
                        distance(nearest->tokens, clauses.clauses[clause_index].tokens);
    if (!f.source.empty() && nearer) nearest = &f;
    if (out.opening.empty()) out.opening = opening_of(f, clauses.clauses[clause_index], when);
  }
  if (nearest) {
    out.source = nearest->source;
    note(*nearest, cue::field::source, cues);
  }
  if (quote) {
    out.reported = true;
    cues.push_back({text_.where(quote->tokens), cue::field::reported, "quotation"});
    if (out.source.empty()) {
      if (const frame* f = frame_behind(sentence)) {
        out.source = f->source;
        note(*f, cue::field::source, cues);
      }
    }
    if (out.source.empty()) out.source = speaker_of(*quote, cues);
    return out;
  }
  if (!out.reported) {
    if (const frame* f = frame_behind(sentence)) {
      out.reported = true;
      out.source = f->source;
      note(*f, cue::field::reported, cues);
      note(*f, cue::field::source, cues);
    }
  }
  std::uint32_t index = clause_index;
  while (clauses.clauses[index].is == clause::kind::infinitive &&
         clauses.clauses[index].parent != no_index) {
    index = clauses.clauses[index].parent;
  }
  std::uint32_t verb = no_index;
  const bool in_mood = has_mood(clauses, index, subjunctive, verb) ||
                       (has_mood(clauses, index, conditional, verb) && is_among_reported(sentence));
  if (in_mood) {
    out.reported = true;
    cues.push_back({text_.where({verb, verb + 1}), cue::field::reported, "subjunctive"});
  }
  const clause& c = clauses.clauses[clause_index];
  for (std::uint32_t i = c.tokens.begin; i < c.tokens.end; ++i) {
    if (!clauses.owns(clause_index, i) || !text_.is(i, word_class::report_adverb)) continue;
    out.reported = true;
    cues.push_back({text_.where({i, i + 1}), cue::field::reported,
                    text_.tables.row_name(word_class::report_adverb)});
    return out;
  }
  if (!out.reported || !out.source.empty() || verb == no_index) return out;
  out.source = carried(sentence, cues);
  if (out.source.empty()) out.source = person_before(sentence, clauses, index, cues);
  return out;
}

}  // namespace zeitstrahl
