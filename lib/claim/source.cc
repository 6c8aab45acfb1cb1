#include "claim/source.h"

#include <algorithm>

#include "base/utf8.h"
#include "claim/speaker.h"

namespace zeitstrahl {

std::uint32_t text_layout::sentence_of(std::uint32_t token) const {
  const auto found = std::upper_bound(sentences.begin(), sentences.end(), token,
                                      [](std::uint32_t t, span s) { return t < s.end; });
  return static_cast<std::uint32_t>(
      std::min(found - sentences.begin(), static_cast<std::ptrdiff_t>(sentences.size()) - 1));
}

bool source_reader::can_speak(const source_words& s) const {
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

bool source_reader::is_verb(std::uint32_t token) const {
  const sentence* parts = sentences_.of_token(token);
  const token_index word = parts ? text_sentences::word_of(*parts, token) : no_token;
  if (word == no_token) return true;
  return parts->words[static_cast<std::size_t>(word)].is.any(tag_role::finite);
}

// The noun of "nach Angaben", "nach ersten Berichten", "nach Polizeiangaben".
std::uint32_t source_reader::report_noun_behind(std::uint32_t preposition,
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
source_words source_reader::source_of_report(const sentence_clauses& clauses,
                                             std::uint32_t preposition, std::uint32_t noun) const {
  if (text_.is(noun - 1, word_class::own)) {
    const std::uint32_t index = clauses.clause_of(preposition);
    const std::uint32_t head = clauses.clauses[index].head;
    return head == no_index ? source_words{} : subject_of(clauses, index, head);
  }
  // "nach EU-Angaben"
  if (text_.symbol(noun - 1) == symbol_inner_hyphen) return spelled({noun - 2, noun - 1});
  if (!text_.is(noun, word_class::report_noun)) return spelled({noun, noun + 1});
  const std::uint32_t end = std::min(clauses.tokens.end, noun + 1 + longest);
  source_words s = in({noun + 1, end}, false);
  return s.name.empty() || s.tokens.begin > noun + 6 ? source_words{} : s;
}

// A name that is part of a noun ("RWE-Chef") or of a place speaks only where nobody else does.
source_words source_reader::in(span tokens, bool free_only) const {
  source_words noun;
  bool governed = false;
  bool closed = false;  // the phrase of the preposition has its noun
  const std::uint32_t end = std::min(tokens.end, tokens.begin + longest);
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
      if (is_owner(*m, end)) return spelled({m->tokens.begin, end_of_compound(m->tokens.end + 1)});
      if (!m->describes && names_.names[m->name].is != known_name::kind::place) return named(*m);
      const std::uint32_t last = end_of_compound(m->tokens.end);
      if (noun.name.empty()) noun = m->describes ? spelled({m->tokens.begin, last}) : named(*m);
      i = last - 1;
      continue;
    }
    if (verb_forms(text_, i) & finite && !text_.is_capital(i)) break;
    constexpr word_classes small = bit(word_class::article) | bit(word_class::pronoun) |
                                   bit(word_class::preposition) | bit(word_class::contraction) |
                                   bit(word_class::pronominal_adverb);
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

// "[Roths] Ministerium": not who speaks, but whose it is.
bool source_reader::is_owner(const name_mention& m, std::uint32_t end) const {
  const std::uint32_t noun = m.tokens.end;
  if (noun >= end || !text_.is_capital(noun) || names_.at(noun)) return false;
  return can_speak({"", {noun, noun + 1}}) &&
         text_.words[m.tokens.end - 1].ends_like(word_class::genitive_ending);
}

bool source_reader::is_time(std::uint32_t token) const {
  const std::vector<span>& times = layout_.times[layout_.sentence_of(token)];
  return std::any_of(times.begin(), times.end(), [&](span t) {
    return t.contains({token, token + 1});
  });
}

// "der 'Riesaer Post'": a name of a few words in quotation marks.
source_words source_reader::quoted_name(std::uint32_t open, std::uint32_t end) const {
  constexpr std::uint32_t longest = 5;
  if (open + 1 >= end || !text_.is_capital(open + 1)) return {};
  for (std::uint32_t i = open + 1; i < end && i <= open + longest; ++i) {
    if (text_.words[i].forms & finite && !text_.is_capital(i)) return {};
    if (text_.symbol(i) == symbol_quote && i > open + 1) return spelled({open + 1, i});
  }
  return {};
}

// The subject by the analysis: a name in it, else its noun.
source_words source_reader::analyzed_subject(std::uint32_t verb) const {
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
    if (i > found->head && text_.words[i - 1].is_any(bit(word_class::of))) break;  // whose he is
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
  return owner_of_paper(noun);
}

// ", Lena Ortmann," behind the noun for a person.
const name_mention* source_reader::apposition_at(std::uint32_t comma, const source_words& noun,
                                                 std::uint32_t end) const {
  if (noun.name.empty() || comma + 1 >= end) return nullptr;
  const name_mention* m = names_.at(comma + 1);
  const bool person = m && names_.names[m->name].is == known_name::kind::person;
  return person && m->tokens.begin == comma + 1 ? m : nullptr;
}

// Behind the parts that hyphens tie to the word before.
std::uint32_t source_reader::end_of_compound(std::uint32_t end) const {
  while (end + 1 < text_.words.size() && text_.symbol(end) == symbol_inner_hyphen &&
         text_.is_word(end + 1)) {
    end += 2;
  }
  return end;
}

source_words source_reader::named(const name_mention& m) const {
  return {names_.names[m.name].canonical, m.tokens};
}

source_words source_reader::spelled(span tokens) const {
  return {std::string(text_.where(tokens).in(text_.text)), tokens};
}

bool source_reader::has_quote(span tokens) const {
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (text_.symbol(i) == symbol_quote) return true;
  }
  return false;
}

source_words source_reader::pronoun_of(const sentence_clauses& clauses, std::uint32_t index) const {
  const clause& c = clauses.clauses[index];
  for (std::uint32_t i = c.tokens.begin; i < c.tokens.end; ++i) {
    if (!clauses.owns(index, i) || !text_.is(i, word_class::person_subject)) continue;
    const std::uint32_t name = actors_.of_pronoun(i);
    if (name == no_index) return {{}, {i, i + 1}};
    return {names_.names[name].canonical, {i, i + 1}};
  }
  return {};
}

// A pronoun beside the verb, or first in a clause whose verb stands last.
bool source_reader::is_pronoun_subject(const clause& c) const {
  const std::uint32_t first = c.opener != no_index ? c.opener + 1 : c.tokens.begin;
  return text_.is(c.is == clause::kind::main ? c.head + 1 : first, word_class::person_subject) ||
         (c.head > 0 && c.head > first && text_.is(first, word_class::person_subject));
}

source_words source_reader::subject_of(const sentence_clauses& clauses, std::uint32_t index,
                                       std::uint32_t head) const {
  return resolved(plain_subject_of(clauses, index, head));
}

source_words source_reader::plain_subject_of(const sentence_clauses& clauses, std::uint32_t index,
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
    return plain_subject_of(clauses, c.parent, clauses.clauses[c.parent].head);
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
      quotations_.around(before.begin) != nullptr || has_quote(before);
  source_words s;
  if (!object_first || last) s = in(before, true);
  if (s.name.empty() && !last) s = in(behind, true);
  if (s.name.empty() && object_first && !last && !has_quote(before)) s = in(before, true);
  if (!s.tokens.empty() && names_.at(s.tokens.begin) != nullptr) return s;
  source_words by_pronoun = pronoun_of(clauses, index);
  if (!by_pronoun.tokens.empty()) return by_pronoun;
  if (!s.name.empty()) return s;
  if (c.joined != no_index && clauses.clauses[c.joined].head != no_index) {
    return plain_subject_of(clauses, c.joined, clauses.clauses[c.joined].head);
  }
  // "heisst es in dem Brief", "aus dem Papier geht hervor"
  s = in(last || before.size() > 1 ? before : behind, false);
  return s.name.empty() && !last ? in(behind, false) : s;
}

// "wurde ... gefragt"
bool source_reader::is_passive(const sentence_clauses& clauses, std::uint32_t index) const {
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
source_words source_reader::agent_of(const sentence_clauses& clauses, std::uint32_t index) const {
  const clause& c = clauses.clauses[index];
  for (std::uint32_t i = c.tokens.begin; i < c.tokens.end; ++i) {
    if (clauses.owns(index, i) && text_.is(i, word_class::of)) {
      return in({i + 1, c.tokens.end}, false);
    }
  }
  return {};
}

bool source_reader::is_paper(const source_words& s) const {
  if (s.tokens.empty()) return false;
  for (const std::uint32_t i : {s.tokens.begin, s.tokens.end - 1}) {
    if (text_.is(i, word_class::paper_noun) || text_.words[i].ends_like(word_class::paper_noun)) {
      return true;
    }
  }
  // "die Zahlen [der Bank] zeigen"
  const std::uint32_t begin = s.tokens.begin;
  for (std::uint32_t i = begin; i-- > 0 && i + 4 > begin && text_.is_word(i);) {
    if (text_.is(i, word_class::paper_noun)) return true;
  }
  return false;
}

// "die Daten [des Amtes]", "die Studie [der Universitaet Ulm]": whose they are, where it is named.
source_words source_reader::owner_of_paper(const source_words& noun) const {
  const std::uint32_t at = noun.tokens.end;
  const bool paper = text_.is(at - 1, word_class::paper_noun);
  if (!paper || at + 1 >= text_.words.size() || !text_.is_word(at)) return noun;
  if (!text_.is(at, word_class::genitive_article) && !text_.is(at, word_class::of)) return noun;
  source_words owner = in({at + 1, std::min(at + 6, layout_.sentence_at(at).end)}, false);
  const bool named = !owner.tokens.empty() && names_.at(owner.tokens.begin) != nullptr;
  return named ? owner : noun;
}

// "eine Dame", but not "eine Sprecherin", "eine Dame des Hauses"
bool source_reader::is_somebody(const source_words& s) const {
  if (can_speak(s) || is_paper(s) || s.tokens.begin == 0) return false;
  if (s.tokens.end < text_.words.size() && text_.is(s.tokens.end, word_class::genitive_article)) {
    return false;
  }
  const sentence* parts = sentences_.of_token(s.tokens.begin);
  const token_index noun = parts ? text_sentences::word_of(*parts, s.tokens.begin) : no_token;
  for (token_index i = noun - 1; i >= 0; --i) {
    const syntax_token& word = parts->words[static_cast<std::size_t>(i)];
    if (word.is.any(tag_role::adjective)) continue;
    return word.is.any(tag_role::determiner) && word.word.form.detail & detail_indefinite;
  }
  return false;
}

// "das Unternehmen", "der Minister": the name that the article gave it.  "eine Dame" is nobody.
source_words source_reader::resolved(source_words s) const {
  if (s.tokens.empty() || s.name.empty() || names_.at(s.tokens.begin)) return s;
  if (is_somebody(s)) s.name.clear();
  const std::uint32_t name = actors_.of_noun(s.tokens.end - 1, layout_.sentence_at(s.tokens.begin));
  if (name != no_index) s.name = names_.names[name].canonical;
  return s;
}

source_words source_reader::main_subject(span tokens) const {
  const sentence* parts = sentences_.of_token(tokens.begin);
  if (!parts) return {};
  for (const syntax_clause& c : parts->clauses) {
    if (c.kind != clause_kind::main || c.subject == no_phrase || c.quoted) continue;
    const std::uint32_t verb = parts->word_tokens[static_cast<std::size_t>(c.finite)].begin;
    const auto subject = parts->phrases[static_cast<std::size_t>(c.subject)];
    if (subject.pronoun) {
      const span pronoun = parts->word_tokens[static_cast<std::size_t>(subject.head)];
      const std::uint32_t name = actors_.of_pronoun(pronoun.begin);
      return name == no_index ? source_words{}
                              : source_words{names_.names[name].canonical, pronoun};
    }
    source_words s = analyzed_subject(verb);
    const name_mention* m = s.tokens.empty() ? nullptr : names_.at(s.tokens.begin);
    if (!m || names_.names[m->name].is != known_name::kind::person) return {};
    return s;
  }
  return {};
}

source_words source_reader::person_in(span tokens) const {
  source_words s = in(tokens, true);
  const name_mention* m = s.tokens.empty() ? nullptr : names_.at(s.tokens.begin);
  if (!m || names_.names[m->name].is != known_name::kind::person) return {};
  return s;
}

}  // namespace zeitstrahl
