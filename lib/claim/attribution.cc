#include "claim/attribution.h"

#include <algorithm>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

constexpr std::uint32_t longest_source = 12;  // tokens looked through for a name

// Which marks close a quotation: single ones ("'", U+2018 to U+201B, U+2039, U+203A) or others.
bool is_single(std::string_view mark) {
  const char32_t c = decode_at(mark, 0).value;
  return c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A;
}

}  // namespace

attribution_finder::attribution_finder(const analyzed_text& text, const text_layout& layout,
                                       const article_names& names)
    : text_(text),
      layout_(layout),
      names_(names),
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
    if (open != no_index && text_.at(i).flags & token::after_break) open = no_index;
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
  const word_classes joined = text_.tables.classes_of_verb(verb.prefix, verb.base);
  return joined ? joined : text_.tables.classes_of_verb({}, verb.base);
}

void attribution_finder::find_verb_frame(const sentence_clauses& clauses, std::uint32_t index,
                                         std::vector<frame>& out) {
  const clause& c = clauses.clauses[index];
  const std::uint32_t head = c.head;
  const word_classes classes = verb_classes(clauses, index);
  if (!(classes & (bit(word_class::speech_verb) | bit(word_class::say_verb)))) return;

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
  bool brings = false;  // a clause that depends on it, or a quotation behind it
  for (std::uint32_t i = 0; i < clauses.clauses.size(); ++i) {
    const clause& other = clauses.clauses[i];
    if (i == index || other.tokens.begin < c.tokens.begin) continue;
    const bool told = other.is == clause::kind::subordinate && other.parent == index &&
                      other.opener != no_index &&
                      !(other.opener > 1 && text_.is(other.opener - 2, word_class::so)) &&
                      !text_.is(other.opener, word_class::comparison) &&
                      text_.words[other.opener].is_any(bit(word_class::complementizer) |
                                                       bit(word_class::question));
    std::uint32_t subjunctive_token;
    brings |= told || has_subjunctive(clauses, i, subjunctive_token);
    brings |= quotation_at(other.tokens.begin) != nullptr && !quotation_at(c.tokens.begin);
  }
  const bool says{classes & bit(word_class::say_verb)};
  if (as_says) {
    f.covers = reach::around;
    f.rule = text_.tables.row_name(word_class::how);
  } else if (c.is == clause::kind::main && opened_by_verb && behind && (says || quote_before)) {
    f.covers = reach::before;
    if (brings) f.covers = reach::around;
  } else if (brings) {
    f.covers = reach::after;
  } else if (quote_before) {
    f.covers = reach::before;
  } else {
    return;
  }
  const source_words s = subject_of(clauses, index, head);
  f.source = s.name;
  f.source_tokens = s.tokens;
  out.push_back(std::move(f));
}

// ", so Depaoli"
void attribution_finder::find_so_frame(const sentence_clauses& clauses, std::uint32_t index,
                                       std::vector<frame>& out) {
  const clause& c = clauses.clauses[index];
  if (c.tokens.empty() || !text_.is(c.tokens.begin, word_class::so)) return;
  if (c.head != no_index || c.tokens.begin == clauses.tokens.begin) return;
  const source_words s = source_in({c.tokens.begin + 1, c.tokens.end});
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
    f.clause = no_index;
    f.tokens = tokens;
    f.rule = text_.tables.row_name(c);
    f.source = std::move(s.name);
    f.source_tokens = s.tokens;
    out.push_back(std::move(f));
  };
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (!text_.is_word(i)) continue;
    const span behind{i + 1, std::min(range.end, i + 1 + longest_source)};
    if (text_.is(i, word_class::report_preposition)) {
      const bool capital = text_.is_capital(i) && i > range.begin && text_.is_word(i - 1);
      source_words s = source_in(behind);
      if (!capital && !s.name.empty() && s.tokens.begin < i + 6) {
        add({i, i + 1}, word_class::report_preposition, std::move(s));
      }
    } else if (text_.is(i, word_class::report_postposition)) {
      const std::uint32_t begin = i > range.begin + 5 ? i - 5 : range.begin;
      source_words s = source_in({begin, i});
      add({i, i + 1}, word_class::report_postposition, std::move(s));
    } else if (text_.is(i, word_class::report_after)) {
      std::uint32_t noun = i + 1;
      while (noun < range.end && noun < i + 4 && !text_.is(noun, word_class::report_noun)) ++noun;
      if (noun >= range.end || !text_.is(noun, word_class::report_noun)) continue;
      if (noun > i + 1 && text_.is(noun - 1, word_class::preposition)) continue;
      source_words s = source_in({noun + 1, std::min(range.end, noun + 1 + longest_source)});
      if (!s.name.empty() && s.tokens.begin > noun + 6) s = {};
      add({i, noun + 1}, word_class::report_noun, std::move(s));
    }
  }
}

// A name, or the noun of a noun phrase; stops at a verb or the end of the clause.
attribution_finder::source_words attribution_finder::source_in(span tokens) const {
  std::uint32_t noun = no_index;
  for (std::uint32_t i = tokens.begin; i < tokens.end && i < tokens.begin + longest_source; ++i) {
    const std::uint8_t symbol = text_.symbol(i);
    if (symbol == symbol_comma && noun == no_index && i == tokens.begin) continue;
    if (symbol == symbol_stop || symbol == symbol_semicolon || symbol == symbol_colon) break;
    if (const name_mention* m = names_.at(i)) {
      return {names_.names[m->name].canonical, m->tokens};
    }
    if (!text_.is_word(i)) {
      if (symbol == symbol_comma) break;
      continue;
    }
    if (verb_forms(text_, i) & finite && !text_.is_capital(i)) break;
    const bool nominal =
        text_.is_capital(i) &&
        !text_.words[i].is_any(bit(word_class::article) | bit(word_class::pronoun) |
                               bit(word_class::preposition) | bit(word_class::contraction) |
                               bit(word_class::no_source));
    if (nominal && noun == no_index) noun = i;
    if (noun != no_index && i > noun && !text_.is_capital(i) &&
        !text_.words[i].is_any(bit(word_class::article) | bit(word_class::preposition) |
                               bit(word_class::contraction))) {
      break;
    }
  }
  if (noun == no_index) return {};
  return {std::string(text_.in(noun)), {noun, noun + 1}};
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

attribution_finder::source_words attribution_finder::subject_of(const sentence_clauses& clauses,
                                                                std::uint32_t index,
                                                                std::uint32_t head) const {
  const clause& c = clauses.clauses[index];
  if (c.is == clause::kind::relative && c.opener != no_index) {
    const std::uint32_t begin = c.opener > 8 ? c.opener - 8 : 0;
    for (std::uint32_t i = c.opener; i-- > begin;) {  // the noun before the comma
      if (const name_mention* m = names_.at(i)) {
        return {names_.names[m->name].canonical, m->tokens};
      }
    }
  }
  const std::uint32_t begin = c.opener != no_index ? c.opener + 1 : c.tokens.begin;
  const span before{begin, std::max(begin, head)};
  const bool last = c.is != clause::kind::main;
  const bool object_first =
      before.empty() ||
      text_.words[before.begin].is_any(bit(word_class::preposition) | bit(word_class::contraction) |
                                       bit(word_class::focus)) ||
      quotation_at(before.begin) != nullptr || has_quote(before);
  source_words s;
  if (!object_first || last) s = source_in(before);
  if (s.name.empty() && !last) s = source_in({head + 1, c.tokens.end});
  const bool has_name = !s.tokens.empty() && names_.at(s.tokens.begin) != nullptr;
  if (has_name) return s;
  source_words by_pronoun = pronoun_of(clauses, index);
  return by_pronoun.tokens.empty() ? s : by_pronoun;
}

bool attribution_finder::covers(const frame& f, const sentence_clauses& clauses,
                                std::uint32_t clause_index) const {
  if (f.clause == no_index) return true;
  if (f.clause == clause_index) return false;
  const clause& c = clauses.clauses[clause_index];
  const clause& by = clauses.clauses[f.clause];
  switch (f.covers) {
    case reach::around:
      return true;
    case reach::before:
      return c.tokens.begin < by.tokens.begin && by.parent != clause_index;
    case reach::after:
      return c.tokens.begin > by.tokens.begin && c.joined != f.clause;
  }
  return false;
}

bool attribution_finder::has_subjunctive(const sentence_clauses& clauses,
                                         std::uint32_t clause_index, std::uint32_t& at) const {
  const clause& c = clauses.clauses[clause_index];
  at = c.head;
  if (c.head == no_index || !(verb_forms(text_, c.head) & subjunctive)) return false;
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
  for (const std::uint32_t sentence : {last, first, first > 0 ? first - 1 : first}) {
    if (sentence + 1 < first) break;
    for (const frame& f : frames_of(sentence)) {
      const bool near = sentence + 1 > first || text_.symbol(q.tokens.begin - 1) == symbol_quote;
      if (!near || f.source.empty()) continue;
      if (sentence + 1 == first &&
          text_.symbol(layout_.sentences[sentence].end - 1) != symbol_colon) {
        continue;
      }
      note(f, cue::field::source, cues);
      return f.source;
    }
  }
  return carried(first, cues);
}

// The speaker of the sentences before, in the same paragraph.
std::string attribution_finder::carried(std::uint32_t sentence, std::vector<cue>& cues) {
  constexpr int furthest = 8;  // sentences
  int plain = 0;
  for (int steps = 0; sentence > 0 && steps < furthest; ++steps) {
    if (text_.at(layout_.sentences[sentence].begin).flags & token::after_break) return {};
    --sentence;
    const std::vector<frame>& frames = frames_of(sentence);
    for (auto f = frames.rbegin(); f != frames.rend(); ++f) {
      if (f->source.empty()) continue;
      note(*f, cue::field::source, cues);
      return f->source;
    }
    const span tokens = layout_.sentences[sentence];
    if (!has_subjunctive(tokens) && quotation_at(tokens.begin) == nullptr && ++plain > 1) {
      return {};
    }
  }
  return {};
}

// "Laut Polizei [wird ...]": before the verb in second place stands one phrase only.
span attribution_finder::opening_of(const frame& f, const clause& c, std::uint32_t when) {
  if (f.clause != no_index || c.is != clause::kind::main || c.head == no_index) return {};
  const bool opens = c.tokens.begin <= f.tokens.begin && f.tokens.end <= c.head;
  const bool dated = c.tokens.begin <= when && when < c.head;
  return opens && !dated ? span{c.tokens.begin, c.head} : span{};
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
  for (const frame& f : frames_[sentence]) {
    if (!covers(f, clauses, clause_index)) continue;
    out.reported = true;
    note(f, cue::field::reported, cues);
    if (out.opening.empty()) out.opening = opening_of(f, clauses.clauses[clause_index], when);
    if (out.source.empty() && !f.source.empty()) {
      out.source = f.source;
      note(f, cue::field::source, cues);
    }
  }
  if (quote) {
    out.reported = true;
    cues.push_back({text_.where(quote->tokens), cue::field::reported, "quotation"});
    if (out.source.empty()) out.source = speaker_of(*quote, cues);
    return out;
  }
  std::uint32_t index = clause_index;
  while (clauses.clauses[index].is == clause::kind::infinitive &&
         clauses.clauses[index].parent != no_index) {
    index = clauses.clauses[index].parent;
  }
  std::uint32_t verb = no_index;
  if (has_subjunctive(clauses, index, verb)) {
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
  if (out.source.empty()) {
    // "Hoyer lehnt ab. Sie habe ...": who speaks says it of herself
    source_words s = pronoun_of(clauses, index);
    if (!s.name.empty()) {
      cues.push_back({text_.where(s.tokens), cue::field::source,
                      text_.tables.row_name(word_class::person_subject)});
      out.source = std::move(s.name);
    }
  }
  return out;
}

}  // namespace zeitstrahl
