#include "claim/source.h"

#include <algorithm>

#include "base/utf8.h"
#include "claim/nominative.h"

namespace zeitstrahl {
namespace {

// Behind the last word that hangs on the phrase's noun and stands next to it.
token_index end_of(const sentence_reading& s, const noun_phrase& p) {
  token_index end = p.end;
  while (end < s.size() && !s.is(end, tag_role::verb) && s.owner(end) == s.owner(p.head) &&
         s.is_under(end, p.head)) {
    ++end;
  }
  while (end > p.end && s.mark(end - 1) != mark_kind::none) --end;
  return end;
}

// "'Das Werk', sagte Roth": what is quoted is no subject of the verb.
bool is_parted(const sentence_reading& s, const noun_phrase& p, token_index verb) {
  bool quoted = false;
  bool mark = false;
  for (token_index i = std::min(p.end, verb); i < std::max(p.begin, verb); ++i) {
    quoted |= s.mark(i) == mark_kind::quotation || s.mark(i) == mark_kind::opening;
    mark |= s.mark(i) == mark_kind::comma || s.mark(i) == mark_kind::divider;
  }
  return quoted && mark;
}

}  // namespace

std::uint32_t text_layout::sentence_of(std::uint32_t token) const {
  return std::min(first_behind(sentences, token), static_cast<std::uint32_t>(sentences.size()) - 1);
}

source_reader::place source_reader::place_of(std::uint32_t token) const {
  if (token >= text_.words.size()) return {};
  const sentence* in = sentences_.of_token(token);
  return {in, in ? text_sentences::word_of(*in, token) : no_token};
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
  const place p = place_of(token);
  return p.word == no_token ||
         p.in->words[static_cast<std::size_t>(p.word)].is.any(tag_role::finite);
}

// --- reports ---

// The noun of "nach Angaben", "nach ersten Berichten", "nach Polizeiangaben", "aus Sicht"; but
// not of "aus dem Bericht".
std::uint32_t source_reader::report_noun_behind(std::uint32_t preposition,
                                                std::uint32_t end) const {
  constexpr std::uint32_t widest = 4;
  for (std::uint32_t i = preposition + 1; i < end && i < preposition + widest; ++i) {
    if (text_.symbol(i) == symbol_inner_hyphen) continue;
    if (!text_.is_word(i) || text_.is(i, word_class::preposition)) return no_index;
    if (!text_.is_capital(i)) continue;
    if (text_.is(preposition, word_class::out_of) && i > preposition + 1) return no_index;
    const bool reports = text_.is_like(i, word_class::report_noun);
    if (reports) return i;
    if (i + 1 >= end || text_.symbol(i + 1) != symbol_inner_hyphen) return no_index;
  }
  return no_index;
}

// "nach Angaben der Polizei"; "nach eigenen Angaben": the subject; "nach Polizeiangaben": the
// noun itself.
source_words source_reader::source_of_report(std::uint32_t noun) const {
  if (text_.is(noun - 1, word_class::own)) {
    const place p = place_of(noun);
    if (p.word == no_token) return {};
    const sentence_reading s(text_, *p.in);
    const token_index verb = s.clause_at(s.owner(p.word)).finite;
    return verb == no_token ? source_words{} : subject_of(s.first_token(verb));
  }
  // "nach EU-Angaben"
  if (text_.symbol(noun - 1) == symbol_inner_hyphen) return spelled({noun - 2, noun - 1});
  if (!text_.is(noun, word_class::report_noun)) return spelled({noun, noun + 1});
  const std::uint32_t next = noun + 1;
  if (next >= text_.words.size()) return {};
  const bool of = text_.is(next, word_class::of) || text_.is(next, word_class::out_of);
  const bool other =
      text_.words[next].is_any(bit(word_class::preposition) | bit(word_class::contraction));
  if (other && !of) return {};
  return behind(of ? next : noun);
}

// --- noun phrases ---

source_words source_reader::behind(std::uint32_t token) const {
  constexpr token_index furthest = 4;  // words
  const place p = place_of(token);
  if (p.word == no_token) return {};
  const sentence_reading s(text_, *p.in);
  const noun_phrase* best = nullptr;
  for (const noun_phrase& n : p.in->phrases) {
    if (n.begin <= p.word || n.begin > p.word + furthest || n.pronoun) continue;
    if (!best || n.begin < best->begin || (n.begin == best->begin && n.end > best->end)) best = &n;
  }
  if (!best) return {};
  for (token_index i = p.word + 1; i < best->begin; ++i) {
    if (s.is(i, tag_role::verb) || s.mark(i) == mark_kind::comma) return {};
  }
  return resolved(of_phrase(s, *best));
}

source_words source_reader::before(std::uint32_t token) const {
  const place p = place_of(token);
  if (p.word == no_token) return {};
  const sentence_reading s(text_, *p.in);
  // "Angaben [der Polizei] zufolge", but "[dem Sprecher] der Polizei zufolge"
  const noun_phrase* best = nullptr;
  for (const noun_phrase& n : p.in->phrases) {
    if (n.pronoun || n.end > p.word || (n.end < p.word && end_of(s, n) < p.word)) continue;
    const bool report = best && s.is(best->head, word_class::report_noun);
    if (!best || report) best = &n;
  }
  return best ? resolved(of_phrase(s, *best)) : source_words{};
}

// A name that heads the phrase, or its noun.
source_words source_reader::of_phrase(const sentence_reading& s, const noun_phrase& p) const {
  const span phrase = s.tokens({p.begin, end_of(s, p)});
  const span head = last_noun(s.tokens({p.head, p.head + 1}));
  if (is_time(head.begin)) return {};
  if (source_words name = quoted_name(phrase); !name.name.empty()) return name;
  const name_mention* m = name_at_head(phrase, head);
  if (m && m->tokens.end <= head.begin) return spelled({m->tokens.begin, head.end});
  if (m && is_owner(*m)) return spelled({m->tokens.begin, m->tokens.end + 1});
  if (m && (head.begin >= m->tokens.begin || !names_.is_place(*m))) {
    return named(*m);
  }
  if (m) return spelled({head.begin, m->tokens.end});  // "Stadt Ulm"
  if (text_.is(head.end - 1, word_class::no_source)) return {{}, head};
  if (const name_mention* other = apposed(phrase.end)) return named(*other);
  // "die Zeitung [Kurier]": by the analysis alone
  token_index behind = p.head + 1;
  while (s.is(behind, tag_role::name) && s.is_under(behind, p.head)) ++behind;
  if (behind > p.head + 1) return spelled(s.tokens({p.head + 1, behind}));
  source_words noun = spelled(head);
  noun.name = in_nominative(s, p, noun.name);
  return owner_of_paper(noun);
}

// "laut [Forschern]" are "Forscher".
std::string source_reader::in_nominative(const sentence_reading& s, const noun_phrase& p,
                                         const std::string& noun) const {
  if (!forms_ || noun != s.word(p.head).word.text) return noun;
  const nominative found = nominative_of(s, *forms_, {p.head, p.head + 1}, p.head);
  return found.words.empty() ? noun : found.words.front().form;
}

// "Bau- und [Verkehrsdirektor]": the noun that a word cut at its hyphen stands for; "Ulmer [Rat]".
span source_reader::last_noun(span noun) const {
  constexpr std::uint32_t furthest = 4;  // tokens
  const auto is_noun = [&](std::uint32_t i) {
    return i < text_.words.size() && text_.is_capital_word(i);
  };
  for (std::uint32_t i = noun.end; i < text_.words.size() && i < noun.end + furthest; ++i) {
    const span written = text_.where(noun);
    const bool cut =
        written.in(text_.text).ends_with('-') || text_.text.substr(written.end).starts_with('-');
    if (!cut) break;
    if (is_noun(i)) noun = {i, i + 1};
  }
  const name_mention* m = is_noun(noun.end) ? names_.at(noun.end) : nullptr;
  const bool goes_on = is_noun(noun.end) && (!m || m->tokens.begin < noun.end);
  if (goes_on && text_.ends_like(noun.end - 1, word_class::origin_ending)) {
    return last_noun({noun.end, noun.end + 1});
  }
  return noun;
}

// "[Roths] Ministerium": not who speaks, but whose it is.
bool source_reader::is_owner(const name_mention& m) const {
  const std::uint32_t noun = m.tokens.end;
  if (noun >= text_.words.size() || !text_.is_capital(noun) || names_.at(noun)) return false;
  return can_speak({{}, {noun, noun + 1}}) &&
         text_.ends_like(noun - 1, word_class::genitive_ending);
}

// The name that is the head, stands right behind it ("Sprecherin [Lena Ortmann]"), or tells whose
// it is ("[Roths] Ministerium").
const name_mention* source_reader::name_at_head(span phrase, span head) const {
  constexpr std::uint32_t furthest = 8;  // tokens behind the head
  const std::uint32_t sentence_end = layout_.sentence_at(head.begin).end;
  const std::uint32_t end = std::min(sentence_end, std::max(phrase.end, head.end + furthest));
  const name_mention* best = nullptr;
  for (std::uint32_t i = phrase.begin; i < end; ++i) {
    const name_mention* m = names_.at(i);
    if (!m || m->tokens.begin != i || m->describes) continue;
    if (text_.symbol(m->tokens.end) == symbol_inner_hyphen) continue;  // "[UN]-Hilfswerk"
    const bool genitive = text_.ends_like(m->tokens.end - 1, word_class::genitive_ending);
    if (m->tokens.end == head.begin && genitive) return m;
    const bool covers = m->tokens.begin < head.end && head.begin < m->tokens.end;
    if (!covers && !follows_closely(head.end - 1, *m)) continue;
    const bool person = names_.is_person(*m);
    if (!best || person) best = m;
    if (person) break;
  }
  return best;
}

bool source_reader::may_be_person(const name_mention& m) const {
  const known_name::kind kind = names_.kind_of(m);
  return kind == known_name::kind::person ||
         (kind == known_name::kind::unknown && m.tokens.size() > 1);
}

// Nothing but titles stands between, or what office it is: "Chef der Nordwerk AG [Jan Behrens]",
// "der Leiter des Amts fuer Bildung, [Jan Behrens], ..."
bool source_reader::follows_closely(std::uint32_t head, const name_mention& m) const {
  if (m.tokens.begin <= head) return false;
  constexpr word_classes bodies =
      bit(word_class::body) | bit(word_class::company) | bit(word_class::club);
  const bool person = may_be_person(m);
  if (person && is_apposed(m) && tells_office({head + 1, m.tokens.begin - 1})) return true;
  bool office = false;
  for (std::uint32_t i = head + 1; i < m.tokens.begin; ++i) {
    const name_mention* other = names_.at(i);
    const bool noun = text_.is_capital_word(i) && !office;
    const bool owner = other && !names_.is_person(*other);
    const bool opens = person && text_.is(i, word_class::genitive_article);
    office |= opens;
    const bool fits =
        opens || noun || text_.in(i) == "." || (office && (owner || text_.words[i].is_any(bodies)));
    if (!fits) return false;
  }
  return true;
}

// "des Amts fuer Bildung": nobody else, no time and no verb.
bool source_reader::tells_office(span tokens) const {
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const name_mention* other = names_.at(i);
    const bool somebody = other && names_.is_person(*other);
    const bool second =
        text_.is(i, word_class::coordinator) && text_.is(i + 1, word_class::article);
    if (somebody || second || text_.symbol(i) == symbol_comma || is_time(i)) return false;
    if (!text_.is_capital(i) && is_verb(i)) return false;
  }
  return true;
}

// ", Lena Ortmann,": between marks.
bool source_reader::is_apposed(const name_mention& m) const {
  if (m.tokens.begin == 0 || text_.symbol(m.tokens.begin - 1) != symbol_comma) return false;
  if (m.tokens.end >= text_.words.size()) return true;
  const std::uint8_t symbol = text_.symbol(m.tokens.end);
  return symbol == symbol_comma || symbol == symbol_stop || symbol == symbol_colon;
}

// ", Lena Ortmann," behind the noun for a person or a body.
const name_mention* source_reader::apposed(std::uint32_t comma) const {
  if (comma + 1 >= text_.words.size()) return nullptr;
  const name_mention* m = names_.at(comma + 1);
  const bool next = m && m->tokens.begin == comma + 1 && !m->describes && is_apposed(*m);
  return next && !names_.is_place(*m) ? m : nullptr;
}

// "der 'Riesaer Post'": a name of a few words in quotation marks.
source_words source_reader::quoted_name(span phrase) const {
  constexpr std::uint32_t longest = 5;
  std::uint32_t open = phrase.begin > 0 ? phrase.begin - 1 : 0;
  while (open < phrase.end && text_.symbol(open) != symbol_quote) ++open;
  if (open + 1 >= phrase.end || !text_.is_capital(open + 1)) return {};
  for (std::uint32_t i = open + 2; i < text_.words.size() && i <= open + longest; ++i) {
    if (text_.symbol(i) == symbol_quote) return spelled({open + 1, i});
  }
  return {};
}

bool source_reader::is_time(std::uint32_t token) const {
  const std::vector<span>& times = layout_.times[layout_.sentence_of(token)];
  return std::any_of(times.begin(), times.end(), [&](span t) {
    return t.contains({token, token + 1});
  });
}

source_words source_reader::named(const name_mention& m) const {
  return {names_.names[m.name].heading, m.tokens};
}

source_words source_reader::spelled(span tokens) const {
  return {std::string(text_.where(tokens).in(text_.text)), tokens};
}

// --- subjects ---

source_words source_reader::subject_of(std::uint32_t verb) const {
  const place p = place_of(verb);
  if (p.word == no_token) return {};
  const sentence_reading s(text_, *p.in);
  return resolved(plain_subject_of(s, s.owner(p.word), 0));
}

source_words source_reader::plain_subject_of(const sentence_reading& s, std::int32_t clause,
                                             int depth) const {
  constexpr int deepest = 4;
  const syntax_clause& c = s.clause_at(clause);
  const auto of_other = [&](std::int32_t other) {
    return other == no_clause || depth == deepest ? source_words{}
                                                  : plain_subject_of(s, other, depth + 1);
  };
  if (c.kind == clause_kind::infinitive) return of_other(c.parent);
  if (c.passive) return agent_of(s, clause);
  const noun_phrase* subject = s.phrase(c.subject);
  if (c.kind == clause_kind::relative && (!subject || subject->pronoun)) {
    const noun_phrase* noun = s.phrase_of(c.governor);
    return noun ? of_phrase(s, *noun) : source_words{};
  }
  if (subject && subject->pronoun) {
    const std::uint32_t token = s.last_token(subject->head);
    if (text_.is(token, word_class::person_subject)) return of_pronoun(token);
    return text_.is(token, word_class::it) ? paper_in(s, clause) : nominative_in(s, clause);
  }
  if (subject && is_parted(s, *subject, c.finite)) subject = nullptr;
  source_words found = subject ? of_phrase(s, *subject) : source_words{};
  const bool may_be = subject && (!subject->cases || subject->cases & 1) && can_speak(found);
  if (subject && (c.subject_is_sure || may_be)) return found;
  if (source_words other = nominative_in(s, clause); !other.name.empty()) return other;
  if (subject) return found;
  const bool goes_on = c.joined == no_clause && c.begin > 0 && s.is(c.begin, tag_role::coordinator);
  source_words joined = of_other(goes_on ? s.owner(c.begin - 1) : c.joined);
  if (!joined.tokens.empty()) return joined;
  return paper_in(s, clause);
}

// Somebody in the clause who may be its subject.
source_words source_reader::nominative_in(const sentence_reading& s, std::int32_t clause) const {
  for (const noun_phrase& p : s.parts().phrases) {
    if (s.owner(p.head) != clause || p.pronoun || p.preposition != no_token) continue;
    if (!(p.cases & 1) || is_parted(s, p, s.clause_at(clause).finite)) continue;
    source_words found = of_phrase(s, p);
    if (can_speak(found)) return found;
  }
  return {};
}

// "heisst es in [dem Brief]", "aus [dem Rathaus]", "aus [dem Papier] geht hervor"
source_words source_reader::paper_in(const sentence_reading& s, std::int32_t clause) const {
  for (const noun_phrase& p : s.parts().phrases) {
    if (s.owner(p.head) != clause || p.preposition == no_token) continue;
    source_words found = of_phrase(s, p);
    const bool from = s.is(p.preposition, word_class::out_of) && !found.name.empty();
    if (from || can_speak(found) || is_paper(found)) return owner_of(found);
  }
  return {};
}

// "von X" of a passive.
source_words source_reader::agent_of(const sentence_reading& s, std::int32_t clause) const {
  for (const noun_phrase& p : s.parts().phrases) {
    if (s.owner(p.head) == clause && s.is(p.preposition, word_class::of)) return of_phrase(s, p);
  }
  return {};
}

source_words source_reader::of_pronoun(std::uint32_t token) const {
  const std::uint32_t name = actors_.of_pronoun(token);
  return {name == no_index ? std::string() : names_.names[name].heading, {token, token + 1}};
}

source_words source_reader::person_of(std::uint32_t token) const {
  source_words s = subject_of(token);
  if (s.tokens.empty() || s.name.empty()) return {};
  const name_mention* m = names_.at(s.tokens.begin);
  const bool person = m && may_be_person(*m);
  return person || text_.is(s.tokens.begin, word_class::person_subject) ? s : source_words{};
}

source_words source_reader::person_in(span tokens) const {
  if (tokens.empty()) return {};
  const place first = place_of(tokens.begin);
  if (!first.in) return {};
  for (const syntax_clause& c : first.in->clauses) {
    if (c.kind != clause_kind::main || c.subject == no_phrase || c.quoted) continue;
    const std::uint32_t verb = first.in->word_tokens[static_cast<std::size_t>(c.finite)].begin;
    if (verb < tokens.begin || verb >= tokens.end) continue;
    return person_of(verb);
  }
  return {};
}

source_words source_reader::person_led_by(span tokens) const {
  std::uint32_t i = tokens.begin;
  while (i < tokens.end && !names_.at(i) && text_.is_capital_word(i)) ++i;
  const name_mention* m = i < tokens.end ? names_.at(i) : nullptr;
  const bool person = m && names_.is_person(*m);
  return person && m->tokens.begin >= tokens.begin ? named(*m) : source_words{};
}

// --- what a noun stands for ---

bool source_reader::is_paper(const source_words& s) const {
  if (s.tokens.empty()) return false;
  for (const std::uint32_t i : {s.tokens.begin, s.tokens.end - 1}) {
    if (text_.is_like(i, word_class::paper_noun)) {
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

source_words source_reader::owner_of_paper(const source_words& noun) const {
  const std::uint32_t last = noun.tokens.end - 1;
  const bool paper =
      text_.words[last].is_any(bit(word_class::paper_noun) | bit(word_class::report_noun));
  return paper ? owner_of(noun) : noun;
}

// "die Daten [des Amtes]", "die Studie [der Universitaet Ulm]": whose they are, where it is named.
source_words source_reader::owner_of(const source_words& noun) const {
  const std::uint32_t at = noun.tokens.end;
  if (names_.at(at - 1) || at + 1 >= text_.words.size() || !text_.is_word(at)) return noun;
  const bool of = text_.is(at, word_class::of);
  if (!of && !text_.is(at, word_class::genitive_article)) return noun;
  source_words owner = behind(of ? at : at - 1);
  return can_speak(owner) ? owner : noun;
}

// "eine Dame", but not "eine Sprecherin", "eine Dame des Hauses"
bool source_reader::is_somebody(const source_words& s) const {
  if (can_speak(s) || is_paper(s) || s.tokens.begin == 0) return false;
  if (s.tokens.end < text_.words.size() && text_.is(s.tokens.end, word_class::genitive_article)) {
    return false;
  }
  const place p = place_of(s.tokens.begin);
  for (token_index i = p.word - 1; i >= 0; --i) {
    const syntax_token& word = p.in->words[static_cast<std::size_t>(i)];
    if (word.is.any(tag_role::adjective)) continue;
    return word.is.any(tag_role::determiner) && word.word.form.detail & detail_indefinite;
  }
  return false;
}

// "das Unternehmen", "der Minister": the name that the article gave it.  "eine Dame" is nobody.
source_words source_reader::resolved(source_words s) const {
  if (s.tokens.empty() || s.name.empty() || names_.at(s.tokens.begin)) return s;
  if (is_somebody(s)) s.name.clear();
  const place p = place_of(s.tokens.end - 1);
  if (p.word != no_token) {  // "die Konzerne" are none that is named
    const sentence_reading reading(text_, *p.in);
    const noun_phrase* phrase = reading.phrase_around(p.word);
    if (phrase && phrase->head == p.word && phrase->plural && !phrase->singular) return s;
  }
  const std::uint32_t name = actors_.of_noun(s.tokens.end - 1, layout_.sentence_at(s.tokens.begin));
  if (name != no_index) s.name = names_.names[name].heading;
  return s;
}

}  // namespace zeitstrahl
