#include "claim/actors.h"

#include <algorithm>

#include "claim/phrase.h"

namespace zeitstrahl {
namespace {

constexpr std::uint32_t furthest = 6;     // sentences looked back
constexpr std::uint32_t most_names = 64;  // of a sentence or a clause

}  // namespace

void actor_finder::add(std::uint32_t name, std::vector<std::uint32_t>& found) const {
  if (std::find(found.begin(), found.end(), name) == found.end()) found.push_back(name);
}

// By the marks, or by the analysis, which sees a clause go on behind an aside, with its groups
// around infinitives.
bool actor_finder::is_of_clause(const claim_scope& of, std::uint32_t token) const {
  if (of.source.begin <= token && token < of.source.end) return false;
  if (of.clauses.owns(of.index, token)) return true;
  const std::uint32_t head = of.clauses.clauses[of.index].head;
  const span whole = of.clauses.tokens;
  if (head == no_index || token < whole.begin || token >= whole.end) return false;
  const sentence* s = analyzed_.of_token(head);
  if (!s) return false;
  const syntax_clause* own = text_sentences::clause_of(*s, head);
  const syntax_clause* c = text_sentences::clause_of(*s, token);
  while (c && c != own && c->kind == clause_kind::infinitive) {
    c = c->parent == no_clause ? nullptr : &s->clauses[static_cast<std::size_t>(c->parent)];
  }
  return own && own == c;
}

// The names of the noun phrase before a relative clause, or what it stands for.
void actor_finder::add_antecedent(const claim_scope& of, std::vector<std::uint32_t>& found) const {
  const clause& c = of.clauses.clauses[of.index];
  const bool where = c.opener != no_index && text_.is(c.opener, word_class::relative);
  if (c.is != clause::kind::relative && !where) return;
  const sentence* parts = analyzed_.of_token(c.tokens.begin);
  if (!parts) return;
  const sentence_reading s(text_, *parts);
  const token_index first = s.word_of(c.opener != no_index ? c.opener : c.tokens.begin);
  if (first == no_token) return;
  const token_index noun = described_noun(s, first);
  if (noun == no_token) return;
  const noun_phrase* p = s.phrase_around(noun);
  const token_index begin = p ? std::min(p->begin, noun) : noun;
  const token_index end = std::min(p ? std::max(p->end, noun + 1) : noun + 1, first);
  const name_mention* named = names_.at(s.last_token(noun));
  const auto [from, to] = names_.in(s.tokens({noun, std::max(end, noun + 1)}));
  if (!named && from < to) named = &names_.mentions[from];
  if (!named) named = names_.at(s.last_token(std::max(end, noun + 1) - 1) + 1);
  if (named) {
    add(named->name, found);
    return;
  }
  const std::size_t count = found.size();
  resolve_noun(s.first_token(begin), {of.clauses.tokens.begin, s.last_token(noun) + 1}, found);
  if (found.size() > count) return;
  const auto [first_name, last_name] = names_.in({s.first_token(begin), s.first_token(noun)});
  if (first_name == last_name) return;
  const name_mention& before = names_.mentions[last_name - 1];
  if (!beside_.is_only_a_place(before)) add(before.name, found);
}

namespace {

bool may_be_company(known_name::kind is) {
  return is == known_name::kind::company || is == known_name::kind::unknown;
}

}  // namespace

std::uint32_t actor_finder::company_before(std::uint32_t token,
                                           const std::vector<std::uint32_t>& but,
                                           std::uint32_t most) const {
  std::uint32_t sentence = first_behind(sentences_, token);
  span range{sentences_[sentence].begin, token};
  for (std::uint32_t steps = 0; steps < most; ++steps) {
    const auto [first, last] = names_.in(range);
    std::uint32_t second_best = no_index;
    for (std::uint32_t i = first; i < std::min(last, first + most_names); ++i) {
      const name_mention& m = names_.mentions[i];
      const known_name::kind is = names_.kind_of(m);
      const bool excluded = std::find(but.begin(), but.end(), m.name) != but.end();
      if (!may_be_company(is) || excluded || m.describes || beside_.is_only_a_place(m)) continue;
      if (is == known_name::kind::company) return m.name;
      const bool part = text_.symbol(m.tokens.end) == symbol_inner_hyphen;
      if (second_best == no_index && !part) second_best = m.name;
    }
    if (second_best != no_index) return second_best;
    if (sentence == 0) break;
    range = sentences_[--sentence];
  }
  return no_index;
}

// "beide Unternehmen"
void actor_finder::add_last_two(std::uint32_t token, std::vector<std::uint32_t>& found) const {
  const std::uint32_t sentence = first_behind(sentences_, token);
  const std::uint32_t lowest = sentences_[sentence > furthest ? sentence - furthest : 0].begin;
  std::vector<std::uint32_t> two;
  for (std::uint32_t i = names_.in({token, token}).first; i-- > 0 && two.size() < 2;) {
    const name_mention& m = names_.mentions[i];
    if (m.tokens.begin < lowest) break;
    if (may_be_company(names_.kind_of(m))) add(m.name, two);
  }
  if (two.size() < 2) return;
  add(two[1], found);
  add(two[0], found);
}

// "das war": what the sentence before was about.
void actor_finder::add_sentence_before(std::uint32_t token,
                                       std::vector<std::uint32_t>& found) const {
  const std::uint32_t sentence = first_behind(sentences_, token);
  if (sentence == 0 || text_.at(sentences_[sentence].begin).flags & token::after_break) return;
  const auto [first, last] = names_.in(sentences_[sentence - 1]);
  for (std::uint32_t i = first; i < std::min(last, first + most_names); ++i) {
    const name_mention& m = names_.mentions[i];
    if (!m.describes && !beside_.is_only_a_place(m)) add(m.name, found);
  }
}

// "der Softwareriese", "des Vereins", "beider Unternehmen"
bool actor_finder::resolve_noun(std::uint32_t token, span sentence,
                                std::vector<std::uint32_t>& found) const {
  if (!text_.words[token].is_any(bit(word_class::definite) | bit(word_class::both))) return false;
  const std::uint32_t noun = noun_behind(token, sentence);
  if (noun == no_index || names_.at(noun)) return false;
  const auto is = [&](word_class c) { return text_.is(noun, c) || text_.ends_like(noun, c); };
  const bool company = is(word_class::company);
  const bool thing = company || is(word_class::club);
  const bool role =
      thing || is(word_class::title) || is(word_class::person) || is(word_class::person_ending);
  if (text_.is(token, word_class::both)) {
    if (thing) add_last_two(token, found);
    return role;
  }
  // "das US-Magazin": another, but "der 58-Jaehrige"
  const bool compound = text_.symbol(noun - 1) == symbol_inner_hyphen && text_.is_word(noun - 2);
  if (is_told_more(noun, sentence)) return role;
  const bool where = token > sentence.begin && text_.is(token - 1, word_class::place_preposition);
  const bool own = compound && names_.at(noun - 2);  // "der RWE-Konzern"
  if (thing && (where || own)) return role;          // "in dem Werk"
  std::uint32_t name = compound ? no_index : antecedents_.of_described(noun);
  if (name == no_index && company) name = company_before(token, found, 1);
  if (name == no_index && thing) name = antecedents_.of_thing(noun, !company);
  if (name == no_index && company && !compound) name = company_before(token, found, furthest);
  if (name == no_index && !thing) name = antecedents_.of_person(noun);
  if (name != no_index) add(name, found);
  return role || name != no_index;
}

// "der Tanker [Aurora]", "die Bank [des Landes]", "die Firma [von Roth]": it is told which.
bool actor_finder::is_told_more(std::uint32_t noun, span sentence) const {
  const std::uint32_t next = noun + 1;
  if (next >= sentence.end) return false;
  const bool mark = text_.symbol(next) == symbol_quote || text_.symbol(next) == symbol_comma;
  const std::uint32_t name = mark && next + 1 < sentence.end ? next + 1 : next;
  return names_.at(name) || text_.is(next, word_class::genitive_article) ||
         text_.is(next, word_class::of);
}

std::uint32_t actor_finder::of_noun(std::uint32_t noun, span sentence) const {
  std::uint32_t article = noun;
  while (article > sentence.begin && is_attribute(article - 1)) --article;
  if (article == sentence.begin || noun_behind(article - 1, sentence) != noun) return no_index;
  std::vector<std::uint32_t> found;
  resolve_noun(article - 1, sentence, found);
  if (found.size() != 1) return no_index;
  // "die Flughafengesellschaft" is not whatever was named before
  const bool plain = text_.is(noun, word_class::company);
  const bool company = names_.names[found.front()].is == known_name::kind::company;
  const bool compound = text_.ends_like(noun, word_class::company);
  return compound && !plain && !company ? no_index : found.front();
}

// The noun right behind an article, or behind adjectives: "das grosse Unternehmen".
std::uint32_t actor_finder::noun_behind(std::uint32_t article, span sentence) const {
  constexpr std::uint32_t most_adjectives = 2;
  std::uint32_t i = article + 1;
  while (i < sentence.end && i <= article + most_adjectives && is_attribute(i)) ++i;
  const bool number = i + 2 < sentence.end && text_.at(i).is == token::number;
  if (number && text_.symbol(i + 1) == symbol_inner_hyphen) i += 2;  // "der 58-[Jaehrige]"
  if (i >= sentence.end || !text_.is_capital_word(i)) return no_index;
  while (i + 2 < sentence.end && text_.symbol(i + 1) == symbol_inner_hyphen) {
    i += 2;  // "das US-[Magazin]"
  }
  return i;
}

bool actor_finder::is_attribute(std::uint32_t token) const {
  if (!text_.is_word(token) || text_.is_capital(token)) return false;
  const bool plain = !text_.words[token].classes || text_.is(token, word_class::no_verb);
  return plain && text_.ends_like_adjective(token);
}

// "er", "ihm"; "sein" before a noun only: alone it is a verb.  "Dieser" opens its sentence.
bool actor_finder::is_person_pronoun(std::uint32_t token, span sentence) const {
  if (!text_.is(token, word_class::person_pronoun)) return false;
  if (!text_.is(token, word_class::article) || antecedents_.stands_alone(token)) return true;
  const std::uint32_t next = token + 1;
  if (next >= sentence.end || !text_.is_word(next)) return false;
  if (token == sentence.begin && verb_forms(text_, next) & finite) return true;
  return text_.is_capital(next) || is_attribute(next);
}

void actor_finder::resolve(std::uint32_t token, span sentence,
                           std::vector<std::uint32_t>& found) const {
  if (!text_.is_word(token) || resolve_noun(token, sentence, found)) return;
  if (is_person_pronoun(token, sentence)) {
    // of what somebody has the owner is most often in the clause itself
    const bool owner = text_.is(token, word_class::article) && !antecedents_.stands_alone(token);
    if (!found.empty() && owner) return;
    const std::uint32_t name = antecedents_.of_pronoun(token);
    if (name != no_index) add(name, found);
    return;
  }
  if (!text_.is(token, word_class::anaphor)) return;
  const std::uint32_t next = token + 1;
  const bool plain = next >= sentence.end || !text_.is_word(next);
  const bool alone =
      plain || (!text_.is_capital(next) && (text_.words[next].classes || text_.words[next].forms));
  const bool beside_verb = (token > sentence.begin && verb_forms(text_, token - 1) & finite) ||
                           (!plain && verb_forms(text_, next) & finite);
  if (alone && beside_verb) add_sentence_before(token, found);
}

// "In Frankreich steigt der Preis": where no name acts, the place that a clause begins with.
void actor_finder::add_first_place(const claim_scope& of, std::vector<std::uint32_t>& found) const {
  const span tokens = of.tokens;
  if (!text_.is(tokens.begin, word_class::place_preposition)) return;
  const auto [first, last] = names_.in(tokens);
  if (first == last) return;
  const std::uint32_t begin = names_.mentions[first].tokens.begin;
  std::uint32_t i = tokens.begin + 1;
  while (i < begin && (text_.is(i, word_class::place_head) || is_attribute(i))) ++i;
  if (i == begin && of.clauses.clause_of(begin) == of.clauses.clause_of(tokens.begin)) {
    add(names_.mentions[first].name, found);
  }
}

// A part of a noun for somebody names nobody where a person is named: "RWE-Chef Kuhnt".
void actor_finder::add_names(const claim_scope& of, std::vector<std::uint32_t>& found) const {
  const auto [first, last] = names_.in(of.tokens);
  const auto belongs = [&](const name_mention& m) {
    return is_of_clause(of, m.tokens.begin) && !beside_.is_any(m);
  };
  const auto begin = names_.mentions.begin();
  const bool person = std::any_of(begin + first, begin + last, [&](const name_mention& m) {
    return !m.describes && names_.is_person(m) && belongs(m);
  });
  for (std::uint32_t i = first; i < last && found.size() < most_names; ++i) {
    const name_mention& m = names_.mentions[i];
    if (!(m.describes && person) && belongs(m)) add(m.name, found);
  }
}

// "Ich komme wieder", sagte X.
bool actor_finder::speaks_of_self(const claim_scope& of) const {
  const span tokens = of.clauses.clauses[of.index].tokens;
  return any_token(tokens, [&](std::uint32_t i) {
    return of.clauses.owns(of.index, i) && text_.is(i, word_class::first_person);
  });
}

bool actor_finder::any_person(const std::vector<std::uint32_t>& names) const {
  return std::any_of(names.begin(), names.end(), [&](std::uint32_t name) {
    return names_.names[name].is == known_name::kind::person;
  });
}

std::vector<std::uint32_t> actor_finder::names_in(const claim_scope& of) const {
  std::vector<std::uint32_t> named;
  add_names(of, named);
  const std::size_t own = named.size();
  std::vector<std::uint32_t> found;
  add_antecedent(of, found);
  for (std::uint32_t i = of.tokens.begin; i < of.tokens.end; ++i) {
    if (!is_of_clause(of, i)) continue;
    resolve(i, of.clauses.tokens, named);
    for (std::size_t r = own; r < named.size(); ++r) add(named[r], found);
    named.resize(own);
    const name_mention* m = names_.at(i);
    if (m && m->describes && any_person(found)) continue;  // "der [CDU]-Politiker"
    if (m && std::find(named.begin(), named.end(), m->name) != named.end()) add(m->name, found);
  }
  return found;
}

// "Kelmara, der groesste Reeder, schloss ein Werk": the analysis sees whose verb it is.
void actor_finder::add_subject(const claim_scope& of, std::vector<std::uint32_t>& found) const {
  const std::uint32_t head = of.clauses.clauses[of.index].head;
  const sentence* s = head == no_index ? nullptr : analyzed_.of_token(head);
  const syntax_clause* own = s ? text_sentences::clause_of(*s, head) : nullptr;
  if (!own || own->subject == no_phrase) return;
  const sentence_reading reading(text_, *s);
  const noun_phrase& p = *reading.phrase(own->subject);
  for (token_index i = p.begin; i < reading.size(); ++i) {
    if (!reading.is_under(i, p.head) && i >= p.end) continue;
    const name_mention* m = names_.at(reading.first_token(i));
    if (m && !m->describes && !beside_.is_any(*m)) add(m->name, found);
  }
  if (found.empty()) resolve(reading.first_token(p.begin), of.clauses.tokens, found);
}

// "Seit Mai ist klar, [dass Kelmara schliesst]": whom a clause concerns that names nobody.
void actor_finder::add_complement(const claim_scope& of, std::vector<std::uint32_t>& found) const {
  for (std::uint32_t i = 0; i < of.clauses.clauses.size() && found.empty(); ++i) {
    const clause& c = of.clauses.clauses[i];
    const bool inside = c.parent == of.index && of.tokens.contains(c.tokens);
    const bool said = c.opener != no_index && text_.is(c.opener, word_class::complementizer);
    if (inside && said) found = names_in(of.with(i, c.tokens));
  }
}

std::vector<std::string> actor_finder::find(const claim_scope& of,
                                            const std::string& speaker) const {
  std::vector<std::uint32_t> found = names_in(of);
  const std::vector<clause>& clauses = of.clauses.clauses;
  const clause& c = clauses[of.index];
  if (c.is == clause::kind::infinitive && c.parent != no_index) {
    if (found.empty()) return find(of.with(c.parent, clauses[c.parent].tokens), speaker);
    std::vector<std::uint32_t> whose;
    add_subject(of.with(c.parent, clauses[c.parent].tokens), whose);
    for (const std::uint32_t name : found) add(name, whose);
    found = std::move(whose);
  }
  if (c.joined != no_index && (c.head == no_index || found.empty())) {
    const std::vector<std::uint32_t> before = names_in(of.with(c.joined, clauses[c.joined].tokens));
    if (!before.empty()) {
      std::erase(found, before.front());
      found.insert(found.begin(), before.front());
    }
  }
  if (found.empty()) add_subject(of, found);
  if (found.empty()) add_complement(of, found);
  if (found.empty()) add_first_place(of, found);
  std::vector<std::string> out;
  const auto known = known_.find(speaker);
  if (known != known_.end() && speaks_of_self(of)) out.emplace_back(known->second);
  for (const std::uint32_t name : found) {
    const std::string& canonical = names_.names[name].canonical;
    if (std::find(out.begin(), out.end(), canonical) == out.end()) out.push_back(canonical);
  }
  return out;
}

}  // namespace zeitstrahl
