#include "claim/antecedents.h"

#include <algorithm>

#include "claim/person_noun.h"
#include "claim/reading.h"

namespace zeitstrahl {
namespace {

constexpr int most_pronouns = 4;         // of a chain
constexpr std::uint32_t most_back = 64;  // mentions
constexpr std::string_view feminine_row = "feminine";
constexpr std::uint8_t any_case = 0xF;
constexpr std::uint8_t nominative = 1;
constexpr std::uint16_t plural_nominative =
    nominal_bit(grammatical_case::nominative, gender::plural);
constexpr std::uint8_t masculine = 1u << static_cast<unsigned>(gender::masculine);
constexpr std::uint8_t feminine = 1u << static_cast<unsigned>(gender::feminine);
constexpr std::uint8_t neuter = 1u << static_cast<unsigned>(gender::neuter);

bool is_subject(const sentence_reading& s, const noun_phrase& p) {
  return s.phrase(s.clause_at(s.owner(p.head)).subject) == &p;
}

std::uint8_t genders_of(const morphology& m, std::uint8_t cases) {
  unsigned found = 0;
  for (unsigned c = 0; c < 4; ++c) {
    if (cases & (1u << c)) found |= (m.nominal >> (4 * c)) & (masculine | feminine | neuter);
  }
  // the lexicon gives the plural's genders to "sie", which is feminine where it is one
  const bool any_plural = (m.nominal & plural_nominative) != 0;
  if (m.is(pos_personal) && any_plural && found == (masculine | feminine | neuter)) {
    found = feminine;
  }
  return static_cast<std::uint8_t>(found);
}

// "sie" is many, too, but not as the subject of a verb in the singular.
bool is_singular(const sentence_reading& s, const noun_phrase& p) {
  if (!p.plural) return p.singular;
  constexpr auto plural = verbal_bit(3, true);
  const syntax_clause& c = s.clause_at(s.owner(p.head));
  return c.subject == &p - s.parts().phrases.data() && c.finite != no_token &&
         !(s.word(c.finite).word.form.verbal & plural);
}

// "die IG Stahl" is feminine, "der FC Ulm" masculine, where they do something.
std::uint8_t of_article(const sentence_reading& s, const noun_phrase& p) {
  const morphology& first = s.word(p.begin).word.form;
  const bool article = p.begin < p.head && first.is(pos_article) && is_singular(s, p);
  return article && is_subject(s, p) ? genders_of(first, nominative) : std::uint8_t{0};
}

}  // namespace

const name_mention* antecedent_finder::mention_in(const sentence_reading& s,
                                                  const noun_phrase& p) const {
  const std::uint32_t end = s.last_token(p.end - 1) + 1;
  for (std::uint32_t i = s.first_token(p.head); i < end; ++i) {
    const name_mention* m = names_.at(i);
    if (m && !m->describes) return m;
  }
  // the name behind its noun: "RWE-Chef Kuhnt"
  const name_mention* behind = names_.at(end);
  return behind && behind->tokens.begin == end ? behind : nullptr;
}

// Nobody's name has an article: "der Zoologische Garten".
bool antecedent_finder::may_be_person(const name_mention& m) const {
  const known_name::kind is = names_.kind_of(m);
  if (is == known_name::kind::person) return true;
  const bool article = m.tokens.begin > 0 && text_.is(m.tokens.begin - 1, word_class::article);
  return is == known_name::kind::unknown && !article;
}

bool antecedent_finder::may_speak(const sentence_reading& s, token_index noun) const {
  const std::uint32_t token = s.last_token(noun);
  return text_.is_like(token, word_class::woman) || is_person(s, noun);
}

// By the tables, or since there is a noun for a woman of it: "Hacker", "Hackerin".
bool antecedent_finder::is_person(const sentence_reading& s, token_index word) const {
  const std::uint32_t noun = s.last_token(word);
  const morphology& form = s.word(word).word.form;
  constexpr word_classes persons =
      bit(word_class::title) | bit(word_class::person) | bit(word_class::human);
  return text_.words[noun].is_any(persons) || form.is(pos_nominal_adjective) ||
         text_.ends_like(noun, word_class::person_ending) ||
         (forms_ && has_other_gender(text_.tables, *forms_, s.word(word).word.text, form));
}

// "'...', sagte sie"
bool antecedent_finder::is_speaker(const sentence_reading& s, token_index pronoun) const {
  const syntax_clause& c = s.clause_at(s.owner(pronoun));
  const noun_phrase* subject = s.phrase(c.subject);
  constexpr word_classes speech = bit(word_class::speech_verb) | bit(word_class::say_verb);
  return subject && subject->head == pronoun && !c.quoted && s.verb_classes(c) & speech;
}

// "[Wie die Stadt mitteilte], zieht sie um": that clause tells of nobody.
bool antecedent_finder::names_source(const sentence_reading& s, const syntax_clause& c) const {
  constexpr word_classes speech = bit(word_class::speech_verb) | bit(word_class::say_verb);
  return s.is(c.begin, word_class::how) && s.verb_classes(c) & speech;
}

// "der Tanker Aurora", in the singular: the name is of the noun's gender.
bool antecedent_finder::is_named_thing(const sentence_reading& s, const noun_phrase& p,
                                       const name_mention& m) const {
  const span head = s.tokens({p.head, p.head + 1});
  const known_name& name = names_.names[m.name];
  const std::size_t short_form = name.canonical.find(" (");
  const bool known = name.is != known_name::kind::person && !name.canonical.empty();
  return known && p.singular && !p.pronoun && head.end <= m.tokens.begin &&
         head.end + 1 >= m.tokens.begin && s.word(p.head).is.any(tag_role::noun) &&
         text_.where(m.tokens).in(text_.text).size() >= name.canonical.substr(0, short_form).size();
}

// By the first name, else by the noun before it: "Buergermeisterin Krohn".
antecedent_finder::genders antecedent_finder::of_name(const name_mention& m) const {
  const known_name& name = names_.names[m.name];
  const std::size_t space = name.canonical.find(' ');
  if (forms_ && space != std::string::npos) {
    const morphology first = forms_->find_form(std::string_view(name.canonical).substr(0, space));
    const genders found = genders_of(first, nominative) & (masculine | feminine);
    // surnames are of both
    if (first.detail & detail_first_name && found != (masculine | feminine) && found) return found;
  }
  if (forms_ && m.tokens.begin > 0 && text_.is_capital_word(m.tokens.begin - 1)) {
    const morphology title = forms_->find(text_.in(m.tokens.begin - 1), false);
    const genders found = genders_of(title, any_case) & (masculine | feminine);
    if (title.is(pos_noun | pos_nominal_adjective) && found) return found;
  }
  return masculine | feminine;
}

antecedent_finder::verdict antecedent_finder::look_at(const sentence_reading& s,
                                                      const noun_phrase& p, const wanted& w,
                                                      std::uint32_t& name) const {
  if (w.many && p.plural && !p.singular) return verdict::something;
  if (const name_mention* m = mention_in(s, p)) {
    const bool person = names_.is_person(*m);
    if ((w.person && !person) || beside_.is_dateline(*m)) return verdict::no;
    const genders of_it = is_named_thing(s, p, *m) ? genders_of(s.word(p.head).word.form, p.cases)
                          : may_be_person(*m)      ? of_name(*m)
                                                   : of_article(s, p);
    if (!(of_it & w.agree)) return verdict::no;
    name = m->name;
    return verdict::somebody;
  }
  if (p.pronoun) {
    const morphology& form = s.word(p.head).word.form;
    const bool same = is_singular(s, p) && genders_of(form, p.cases) & w.agree;
    if (!same || !form.is(pos_personal) || w.depth >= most_pronouns) return verdict::no;
    name = of_pronoun(s.first_token(p.head), w.depth + 1);
    return name == no_index ? verdict::something : verdict::somebody;
  }
  const bool agrees = p.singular && genders_of(s.word(p.head).word.form, p.cases) & w.agree &&
                      (!w.speaks || may_speak(s, p.head)) && (!w.person || is_person(s, p.head));
  return agrees ? verdict::something : verdict::no;
}

// The subjects before `end`, of main clauses first; of two persons neither is sure.
antecedent_finder::verdict antecedent_finder::look_in(const sentence_reading& s, token_index end,
                                                      const wanted& w, std::uint32_t& name) const {
  if (w.person) return only_in(s, end, w, name);
  for (const bool main : {true, false}) {
    verdict all = verdict::no;
    for (const syntax_clause& c : s.parts().clauses) {
      if ((c.kind == clause_kind::main) != main || c.kind == clause_kind::relative) continue;
      if (c.subject == no_phrase || (w.speaks && c.quoted) || names_source(s, c)) continue;
      const noun_phrase& p = *s.phrase(c.subject);
      if (p.end > end || s.owner(p.head) == w.but) continue;
      std::uint32_t one = no_index;
      const verdict found = look_at(s, p, w, one);
      if (found == verdict::no) continue;
      if (all == verdict::no) {
        all = found;
        name = one;
      } else if (found == verdict::somebody && all == found && one != name) {
        return verdict::something;
      }
    }
    if (all != verdict::no) return all;
  }
  return only_in(s, end, w, name);
}

// Where no subject agrees: the only name that does, where no noun does.
antecedent_finder::verdict antecedent_finder::only_in(const sentence_reading& s, token_index end,
                                                      const wanted& w, std::uint32_t& name) const {
  verdict all = verdict::no;
  for (const noun_phrase& p : s.parts().phrases) {
    if (p.end > end || p.pronoun || s.owner(p.head) == w.but) continue;
    const std::int32_t owner = s.owner(p.head);
    const syntax_clause& c = s.clause_at(owner);
    if ((w.speaks && c.quoted) || names_source(s, c)) continue;
    std::uint32_t one = no_index;
    const verdict found = look_at(s, p, w, one);
    if (found == verdict::no) continue;
    if (found == verdict::something || (all == verdict::somebody && one != name)) {
      return verdict::something;
    }
    all = found;
    name = one;
  }
  return all;
}

antecedent_finder::verdict antecedent_finder::last_in(const sentence_reading& s, const wanted& w,
                                                      std::uint32_t& name) const {
  for (auto p = s.parts().phrases.rbegin(); p != s.parts().phrases.rend(); ++p) {
    if (p->pronoun) continue;
    const verdict found = look_at(s, *p, w, name);
    if (found != verdict::no) return found;
  }
  return verdict::no;
}

antecedent_finder::place antecedent_finder::place_of(std::uint32_t token) const {
  const sentence* s = sentences_.of_token(token);
  if (!s) return {};
  const sentence_reading in(text_, *s);
  const token_index word = in.word_of(token);
  return {in, word, in.phrase_at(word)};
}

bool antecedent_finder::stands_alone(std::uint32_t token) const {
  const place at = place_of(token);
  return at.phrase && at.phrase->head == at.word && at.phrase->pronoun;
}

std::uint32_t antecedent_finder::of_pronoun(std::uint32_t token, int depth) const {
  const place at = place_of(token);
  if (!at.phrase) return no_index;
  const noun_phrase& p = *at.phrase;
  const morphology& form = at.in->word(at.word).word.form;
  const bool of_woman =
      text_.tables.row_name(fold_case(text_.in(token)), word_class::person_pronoun) == feminine_row;
  wanted w;
  w.depth = depth;
  if (p.head != at.word) {
    if (!(form.detail & detail_possessive)) return no_index;
    w.many = of_woman;
    w.agree = w.many ? feminine : masculine | neuter;  // "sein Haus": whose it is
  } else {
    if (!of_woman && !is_singular(*at.in, p)) return no_index;
    w.agree = of_woman ? feminine : genders_of(form, p.cases ? p.cases : any_case);
    w.last = (form.detail & detail_demonstrative) != 0;
    w.speaks = is_speaker(*at.in, at.word);
    if (!is_subject(*at.in, p)) w.but = at.in->owner(at.word);
  }
  return search(at, w);
}

std::uint32_t antecedent_finder::of_person(std::uint32_t noun) const {
  const place at = place_of(noun);
  if (!is_singular_noun(at) || !is_person(*at.in, at.word)) return no_index;
  wanted w;
  w.agree = genders_of_noun(at) & (masculine | feminine);
  w.person = true;
  const std::uint32_t name = search(at, w);
  return name != no_index && has_other_office(name, noun) ? no_index : name;
}

// "Anwalt Jan Kern": "der Angeklagte" is somebody else, and "der 34-Jaehrige" may be.
bool antecedent_finder::has_other_office(std::uint32_t name, std::uint32_t noun) const {
  constexpr word_classes offices =
      bit(word_class::title) | bit(word_class::source_noun) | bit(word_class::person);
  const bool age = noun > 1 && text_.symbol(noun - 1) == symbol_inner_hyphen &&
                   text_.at(noun - 2).is == token::number;
  for (std::uint32_t i = names_.in({noun, noun}).first; i-- > 0;) {
    const name_mention& m = names_.mentions[i];
    const std::uint32_t office = m.name == name ? noun_before(m) : no_index;
    if (office != no_index && (!age || text_.words[office].is_any(offices))) return true;
  }
  return false;
}

bool antecedent_finder::is_singular_noun(const place& at) {
  return at.phrase && at.phrase->head == at.word && is_singular(*at.in, *at.phrase);
}

// By the article, where it agrees.
antecedent_finder::genders antecedent_finder::genders_of_noun(const place& noun) {
  morphology form = noun.in->word(noun.word).word.form;
  const std::uint16_t article = noun.in->word(noun.phrase->begin).word.form.nominal;
  if (form.nominal & article) form.nominal &= article;
  return genders_of(form, noun.phrase->cases ? noun.phrase->cases : any_case);
}

std::uint32_t antecedent_finder::of_thing(std::uint32_t noun, bool by_article) const {
  constexpr int furthest = 2;  // sentences
  const place at = place_of(noun);
  if (!is_singular_noun(at)) return no_index;
  const genders agree = genders_of_noun(at);
  std::optional<sentence_reading> s = at.in;
  token_index end = at.phrase->begin;
  for (int i = 0; s && i <= furthest; ++i) {
    if (const name_mention* m = thing_in(*s, end, agree, by_article)) return m->name;
    s = sentence_before(*s);
    if (s) end = s->size();
  }
  return no_index;
}

// The subject of a main clause that is no person and no place, and of no other gender.
const name_mention* antecedent_finder::thing_in(const sentence_reading& s, token_index end,
                                                genders agree, bool by_article) const {
  for (const syntax_clause& c : s.parts().clauses) {
    if (c.kind != clause_kind::main || c.subject == no_phrase || names_source(s, c)) continue;
    const noun_phrase& p = *s.phrase(c.subject);
    const name_mention* m = p.end > end ? nullptr : mention_in(s, p);
    if (!m || beside_.is_dateline(*m)) continue;
    const known_name::kind is = names_.kind_of(*m);
    const genders told = of_article(s, p);
    const bool thing = is == known_name::kind::company || is == known_name::kind::unknown;
    if (thing && (told == 0 ? !by_article : (told & agree) != 0)) return m;
  }
  return nullptr;
}

// In the sentence itself, then in those before; at last of all who are named before.
std::uint32_t antecedent_finder::search(const place& from, wanted w) const {
  constexpr int furthest = 2;  // sentences
  std::uint32_t name = no_index;
  std::optional<sentence_reading> s = from.in;
  verdict found = w.last ? verdict::no : look_in(*s, from.phrase->begin, w, name);
  w.but = no_clause;
  for (int i = 0; i < furthest && found == verdict::no; ++i) {
    s = sentence_before(*s);
    if (!s) break;
    const auto end = s->size();
    found = w.last ? last_in(*s, w, name) : look_in(*s, end, w, name);
  }
  const bool owner = from.phrase->head != from.word;
  if (found == verdict::no && !w.last && !owner) return only_before(from.in->first_token(0), w);
  return found == verdict::somebody ? name : no_index;
}

// Of the same paragraph, or null.
std::optional<sentence_reading> antecedent_finder::sentence_before(
    const sentence_reading& s) const {
  const std::uint32_t begin = s.size() == 0 ? 0 : s.first_token(0);
  std::uint32_t before = begin;  // before the full stop, and a mark that opens a quotation
  while (before > 0 && !(text_.at(before).flags & token::after_break) &&
         (before == begin || !text_.is_word(before))) {
    --before;
  }
  if (begin < 2 || !text_.is_word(before) || text_.at(begin).flags & token::after_break) {
    return std::nullopt;
  }
  const sentence* found = sentences_.of_token(before);
  if (!found || found->word_tokens.empty()) return std::nullopt;
  return sentence_reading(text_, *found);
}

std::uint32_t antecedent_finder::only_before(std::uint32_t token, const wanted& w) const {
  std::uint32_t name = no_index;
  for (std::uint32_t i = names_.in({token, token}).first; i-- > 0;) {
    const name_mention& m = names_.mentions[i];
    const bool person = names_.is_person(m);
    if (!person || m.describes || m.name == name || !(of_name(m) & w.agree)) continue;
    if (name != no_index) return no_index;
    name = m.name;
  }
  return name;
}

std::uint32_t antecedent_finder::of_described(std::uint32_t noun) const {
  std::uint32_t name = no_index;
  const auto before = names_.in({noun, noun}).first;
  for (std::uint32_t i = before; i-- > 0 && before - i <= most_back;) {
    const name_mention& m = names_.mentions[i];
    if (m.name == name || m.describes || !tells(noun, m)) continue;
    if (name != no_index) return no_index;
    name = m.name;
  }
  return name;
}

namespace {

// The same noun, perhaps in the genitive, or a compound of the other: "Konzern", "Chemiekonzerns".
bool are_alike(const analyzed_text& text, std::uint32_t a, std::uint32_t b) {
  constexpr std::size_t shortest = 4;  // bytes, of the head of a compound
  if (text.words[a].number == text.words[b].number) return true;
  const std::string first = fold_case(text.in(a));
  const std::string second = fold_case(text.in(b));
  const auto ends_with = [](std::string_view word, std::string_view head) {
    return head.size() >= shortest && word.ends_with(head);
  };
  const auto bare = [](const std::string& word) {
    const std::string_view base = without_genitive(word);
    return base.empty() ? std::string_view(word) : base;
  };
  return ends_with(first, second) || ends_with(second, first) ||
         ends_with(bare(first), bare(second)) || ends_with(bare(second), bare(first));
}

}  // namespace

bool antecedent_finder::tells(std::uint32_t noun, const name_mention& m) const {
  for (const std::uint32_t other : {noun_before(m), noun_behind(m)}) {
    if (other != no_index && other < noun && are_alike(text_, noun, other)) return true;
  }
  return is_word_of(noun, m);
}

// Of no person's name, and of no single word without an article: that may be a surname.
bool antecedent_finder::is_word_of(std::uint32_t noun, const name_mention& m) const {
  const known_name::kind is = names_.kind_of(m);
  if (is == known_name::kind::person || is == known_name::kind::place) return false;
  if (text_.words[noun].is_any(bit(word_class::title) | bit(word_class::person))) return false;
  const bool article = m.tokens.begin > 0 && text_.is(m.tokens.begin - 1, word_class::definite);
  return any_token(m.tokens, [&](std::uint32_t i) {
    const bool word = text_.is_capital_word(i) && (article || m.tokens.size() > 1);
    return word && are_alike(text_, noun, i);
  });
}

std::uint32_t antecedent_finder::noun_before(const name_mention& m) const {
  std::uint32_t i = m.tokens.begin;
  if (i > 1 && text_.symbol(i - 1) == symbol_quote) --i;
  if (i == 0 || !text_.is_capital_word(i - 1) || names_.at(i - 1)) {
    return no_index;
  }
  return i - 1;
}

// "Aurora, ein kleiner Tanker"
std::uint32_t antecedent_finder::noun_behind(const name_mention& m) const {
  constexpr std::uint32_t longest = 5;  // tokens
  const std::uint32_t begin = m.tokens.end + 1;
  const auto size = static_cast<std::uint32_t>(text_.words.size());
  if (begin >= size || text_.symbol(begin - 1) != symbol_comma) return no_index;
  if (!text_.is(begin, word_class::article)) return no_index;
  for (std::uint32_t i = begin + 1; i < std::min(size, begin + longest); ++i) {
    if (!text_.is_word(i)) return no_index;
    if (text_.is_capital(i)) return names_.at(i) ? no_index : i;
    if (verb_forms(text_, i) & finite) return no_index;
  }
  return no_index;
}

}  // namespace zeitstrahl
