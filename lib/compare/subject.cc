#include "compare/subject.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "compare/clause_dates.h"

namespace zeitstrahl {
namespace {

constexpr float name_weight = 2;
constexpr float row_weight = 2.5;
constexpr float noun_weight = 2;
constexpr float verb_weight = 1.5;
constexpr float other_weight = 1;
constexpr float light_weight = 0.25;
constexpr std::string_view begin_key = "=begin";
constexpr std::string_view end_key = "=end";
constexpr std::string_view first_ordinal = "1";  // what is not counted may be the first
constexpr float borrowed_share = 0.75;           // of the weight of a word of the sentence before
constexpr std::uint32_t least_before = 10;       // bytes of a clause before another
constexpr std::size_t most_before = 2;           // clauses or sentences
constexpr std::int32_t earlier_days = 7;         // what was said longer ago is quoted, not said

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Words of grammar, which tell nothing of what a clause is about.
constexpr word_classes grammar_classes() {
  using enum word_class;
  return bit(subordinator) | bit(relative) | bit(question) | bit(coordinator) |
         bit(infinitive_opener) | bit(infinitive_mark) | bit(article) | bit(comparison) |
         bit(preposition) | bit(contraction) | bit(pronoun) | bit(focus) | bit(negation) |
         bit(possible_word) | bit(condition) | bit(plan_word) | bit(future_word) |
         bit(report_adverb) | bit(so) | bit(how) | bit(it);
}

constexpr word_classes grammar_verbs() {
  using enum word_class;
  return bit(auxiliary_be) | bit(auxiliary_have) | bit(auxiliary_become) | bit(modal);
}

constexpr word_classes report_verbs() {
  using enum word_class;
  return bit(speech_verb) | bit(say_verb);
}

}  // namespace

void subject_reader::add_word(const word& w, subject& out) {
  const std::string folded = fold_case(w.text);
  if (const date_mark mark = equals_.mark(folded);
      mark != date_mark::none && mark != date_mark::target) {
    return;
  }
  if (const std::string_view number = equals_.ordinal(folded); !number.empty()) {
    if (number == first_ordinal) return;
    out.counts.push_back(terms_.add(number));
    out.ordinals.push_back(out.counts.back());
    return;
  }
  if (is_digit(folded.front())) {
    const term t = terms_.add(folded);
    out.words.push_back({t, other_weight, false, false, false});
    if (w.behind_noun) out.ordinals.push_back(t);
    return;
  }
  const bool capital = !w.text.starts_with(folded.substr(0, 2));
  const analyzed_word known = grammar_.analyze(folded, capital, w.first);
  const auto verb = known.verb.get();
  const bool as_verb = verb && known.forms != 0;
  std::string base = folded;
  if (as_verb) base = folded.substr(0, known.prefix) + std::string(grammar_.text(*verb));
  out.plans = out.plans || (as_verb && equals_.meaning(stem_of(base)).plan);
  if (known.is_any(grammar_classes())) return;
  if (as_verb && static_cast<bool>(grammar_.classes_of_verb({}, known.verb) & grammar_verbs()))
    return;
  if (as_verb && w.verb && w.verb->infinitive.ends_with(base)) base = w.verb->infinitive;
  const std::string stem = stem_of(base);
  const bool role = capital && known.is(word_class::title);
  out.again = out.again || (capital && (equals_.comes_again(folded) || equals_.comes_again(stem)));
  if (w.verb && is_of_verb(folded, known, stem, *w.verb)) return;
  const std::size_t before = out.words.size();
  add_stem(stem, as_verb, capital, out);
  for (std::size_t i = before; role && i < out.words.size(); ++i) out.words[i].what = false;
}

// What the verb's matter tells already, and the particle of "hob ... ab".
bool subject_reader::is_of_verb(std::string_view folded, const analyzed_word& known,
                                std::string_view stem, const clause_verb& verb) const {
  if (verb.infinitive.size() > folded.size() && verb.infinitive.starts_with(folded) &&
      grammar_.is_prefix(known.entry) && equals_.meaning(stem).key.empty()) {
    return true;
  }
  if (!verb.matter) return false;
  const word_meaning& m = equals_.meaning(stem);
  return stem == verb.noun || (m.key.empty() ? stem : std::string_view(m.key)) == verb.key;
}

void subject_reader::add_stem(const std::string& stem, bool as_verb, bool capital, subject& out) {
  const word_meaning& m = equals_.meaning(stem);
  out.cancels = out.cancels || m.cancel;
  if (!m.key.empty()) {
    out.words.push_back(
        {terms_.add(m), m.name ? name_weight : row_weight, true, m.name, capital, m.starts});
    if (m.begin || m.end)
      out.words.push_back({terms_.add(m.begin ? begin_key : end_key), light_weight});
    add_modifier(equals_.modifier(stem), out);
  } else if (m.begin || m.end) {
    out.words.push_back({terms_.add(m.begin ? begin_key : end_key), light_weight});
    add_modifier(equals_.modifier(stem), out);
  } else if (m.light || m.cancel || stem.size() < 2) {
    out.words.push_back({terms_.add(stem), light_weight});
  } else {
    const float weight = as_verb ? verb_weight : capital ? noun_weight : other_weight;
    out.words.push_back({terms_.add(stem), weight, as_verb || capital, false, capital});
  }
}

// What stands before the head of a compound: a matter itself, with or without the letter that
// joins them, or a word.
void subject_reader::add_modifier(std::string_view before, subject& out) {
  if (before.empty()) return;
  for (const std::string_view part : {before, before.substr(0, before.size() - 1)}) {
    const word_meaning& m = equals_.meaning(stem_of(part));
    if (m.key.empty()) continue;
    out.words.push_back(
        {terms_.add(m), m.event() ? row_weight : other_weight, m.event(), false, m.event()});
    return;
  }
  out.words.push_back({terms_.add(before), other_weight, false, false, false});
}

// "vom Netz" is a matter, and neither word is.
bool subject_reader::add_phrase(std::string_view first, std::string_view second, subject& out) {
  const word_meaning* row = equals_.phrase(fold_case(first), fold_case(second));
  if (row) {
    const float weight = row->name ? name_weight : row_weight;
    out.words.push_back({terms_.add(*row), weight, !row->name, row->name, row->name});
  }
  return row != nullptr;
}

// "baut ab 2022" is no "abbauen": the particle belongs to the time.
std::string_view subject_reader::without_times_particle(const timeline& article, const claim& c,
                                                        std::string_view verb) const {
  const std::size_t size = grammar_.analyze(verb, false, true).prefix;
  if (size == 0) return verb;
  for (const std::uint32_t e : c.expressions) {
    const span before{article.expressions[e].phrase.begin, article.expressions[e].extent.begin};
    const std::string_view frame = before.in(article.article.text);
    if (frame.starts_with(verb.substr(0, size)) && frame.substr(size).starts_with(' ')) {
      return verb.substr(size);
    }
  }
  return verb;
}

// The verb as the claim has put it together: "brachte ... heraus".
subject_reader::clause_verb subject_reader::verb_of(const timeline& article, const claim& c) {
  clause_verb out;
  if (c.matter.empty()) return out;
  const std::string& verb = c.matter.front();
  if (equals_.matter(verb)) {
    out.key = verb;
  } else if (grammar_.analyze(verb, false, true).forms & infinitive) {
    out.infinitive = without_times_particle(article, c, verb);
    out.key = stem_of(out.infinitive);
    const word_meaning& m = equals_.meaning(out.key);
    if (!m.key.empty()) out.key = m.key;
  }
  if (out.key.empty()) return out;
  std::vector<span> words;
  const std::string_view clause = c.clause.in(article.article.text);
  split_words(clause, words);
  for (const span w : words) {
    std::string word = stem_of(fold_case(w.in(clause)));
    const word_meaning& m = equals_.meaning(word);
    out.starts = out.starts || (m.starts && m.key == out.key);
    const word_meaning* both = out.matter ? nullptr : equals_.together(word, out.key);
    if (!both) continue;
    out.matter = both;
    out.noun = std::move(word);
  }
  return out;
}

void subject_reader::add_predicate(const clause_verb& verb, subject& out) {
  if (verb.key.empty()) return;
  const word_meaning* row = verb.matter ? verb.matter : equals_.matter(verb.key);
  const std::size_t before = out.words.size();
  if (row) {
    out.words.push_back({terms_.add(*row), row_weight, true, false, false, verb.starts});
  } else {
    add_stem(stem_of(verb.infinitive), true, false, out);
  }
  const mention said = out.words[before];
  if (!terms_[said.is].event) out.words.resize(before);
  if (said.weight > light_weight) out.predicates.push_back(said.is);
}

void subject_reader::add_clause(const timeline& article, const claim& c, subject& out) {
  out.wording += c.clause.in(article.article.text);
  out.wording += '\n';
  const clause_verb verb = verb_of(article, c);
  add_words(article, c.clause, &verb, out);
  // All dates of the clause of such a verb change, and what it moves is what happens.
  const bool moves = !equals_.matter(verb.key) && is_of(c, bit(word_class::shift_verb));
  out.moves = out.moves || moves;
  out.change = out.change || moves;
  if (!moves) add_predicate(verb, out);
}

void subject_reader::add_words(const timeline& article, span where, const clause_verb* verb,
                               subject& out) {
  const std::string_view text = article.article.text;
  const std::string_view clause = where.in(text);
  std::vector<span> words;
  split_words(clause, words);
  bool first = true;
  bool behind_noun = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const span w = words[i];
    const span there{where.begin + w.begin, where.begin + w.end};
    if (in_time(article, there.begin)) {
      behind_noun = false;
    } else if (i + 1 < words.size() && add_phrase(w.in(clause), words[i + 1].in(clause), out)) {
      ++i;
      behind_noun = false;
    } else {
      const std::size_t before = out.words.size();
      add_word({there.in(text), first, behind_noun, verb}, out);
      behind_noun = out.words.size() > before && out.words.back().noun;
    }
    first = false;
  }
}

// "It is planned for 2024": what it is, the clause or sentence before tells.
void subject_reader::borrow(const timeline& article, const claim& c, subject& out) {
  const auto is_event = [&](const mention& w) { return terms_[w.is].event; };
  const bool names = std::any_of(out.words.begin(), out.words.end(), [](const mention& w) {
    return w.noun && w.weight >= noun_weight;
  });
  const bool happens = std::any_of(out.words.begin(), out.words.end(), is_event);
  if (names || c.sentence >= article.sentences.size()) return;
  const std::vector<mention> told = words_before(article, c, happens);
  for (mention w : told) {
    if (is_event(w) ? happens : !w.noun) continue;
    w.weight *= borrowed_share;
    out.words.push_back(w);
  }
}

// Of what stands before a clause: the nearest that says what happens, else the nearest.
std::vector<mention> subject_reader::words_before(const timeline& article, const claim& c,
                                                  bool happens) {
  std::vector<span> places;
  const span before{article.sentences[c.sentence].begin, c.clause.begin};
  if (before.end >= before.begin + least_before) places.push_back(before);
  for (std::uint32_t back = 1; back <= c.sentence && places.size() < most_before; ++back) {
    places.push_back(article.sentences[c.sentence - back]);
  }
  std::vector<mention> nearest;
  for (const span where : places) {
    subject other;
    add_words(article, where, nullptr, other);
    if (happens || std::any_of(other.words.begin(), other.words.end(),
                               [&](const mention& w) { return terms_[w.is].event; })) {
      return other.words;
    }
    if (nearest.empty()) nearest = std::move(other.words);
  }
  return nearest;
}

// Of a word, or of it and the next one: "not as" planned.
date_mark subject_reader::mark_at(std::string_view clause, const std::vector<span>& words,
                                  const span& at) const {
  const std::string word = fold_case(at.in(clause));
  const date_mark alone = equals_.mark(word);
  if (alone != date_mark::none || &at == &words.back()) return alone;
  return equals_.mark(word + "_" + fold_case((&at + 1)->in(clause)));
}

bool subject_reader::is_verb(std::string_view w) const {
  const analyzed_word known = grammar_.analyze(fold_case(w), false, false);
  return known.verb.get() && known.forms != 0;
}

// Words beside a date speak of the one behind them in their clause, else of the only one; verbs
// speak of all.
void subject_reader::add_marks(const timeline& article, const claim& c, subject& out) const {
  const span where = whole_clause(article, c);
  const std::string_view clause = where.in(article.article.text);
  std::vector<span> words;
  split_words(clause, words);
  for (const span& w : words) {
    const date_mark mark = mark_at(clause, words, w);
    if (mark == date_mark::none || mark == date_mark::target) continue;
    const std::size_t behind = expression_at(article, where.begin + w.end);
    const bool has_one = behind < article.expressions.size() &&
                         article.expressions[behind].extent.begin < c.clause.end;
    const bool inside = where.begin + w.begin >= c.clause.begin;
    const bool its_own = (is_verb(w.in(clause)) || !has_one)
                             ? inside
                             : dates(c, behind) && may_be(article.expressions[behind].when, c.when);
    if (mark == date_mark::instead) {
      if (has_one && its_own) out.former = true;
      if (has_one && !its_own && inside) out.change = true;
    } else if (its_own) {
      (mark == date_mark::former ? out.former : out.change) = true;
    }
  }
}

// "for 2014" and "to the 1st of May": whether a word for it stands before a time of the claim.
bool subject_reader::sets_date(const timeline& article, const claim& c) const {
  std::vector<span> words;
  const std::string_view clause = c.clause.in(article.article.text);
  split_words(clause, words);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (equals_.mark(fold_case(words[i].in(clause))) != date_mark::target) continue;
    const std::size_t last = std::min(i + 2, words.size() - 1);  // an article may stand between
    const std::size_t behind = expression_at(article, c.clause.begin + words[i].end);
    if (dates(c, behind) && in_time(article, c.clause.begin + words[last].begin)) return true;
    if (dates(c, behind) && in_time(article, c.clause.begin + words[i + 1].begin)) return true;
  }
  return false;
}

bool subject_reader::is_of(const claim& c, word_classes verbs) const {
  if (c.matter.empty()) return false;
  const analyzed_word verb = grammar_.analyze(c.matter.front(), false, false);
  if (verb.is_any(verbs)) return true;
  const std::string_view prefix = std::string_view(c.matter.front()).substr(0, verb.prefix);
  return verb.verb.get() && static_cast<bool>(grammar_.classes_of_verb(prefix, verb.verb) & verbs);
}

// "In May the council had said that it would open in 2026": a plan of May, not of today.
bool subject_reader::quotes_earlier(const timeline& article, const claim& c) const {
  if (!article.article.published || c.mode == modality::actual) return false;
  return std::any_of(article.claims.begin(), article.claims.end(), [&](const claim& frame) {
    if (frame.sentence != c.sentence || frame.clause == c.clause) return false;
    if (!is_of(frame, report_verbs() | bit(word_class::plan_verb) | bit(word_class::announce_verb)))
      return false;
    const bound& last = frame.when.end_latest;
    return last.given() && frame.relates == relation::at &&
           last.date + earlier_days < *article.article.published;
  });
}

std::vector<term> subject_reader::name_terms(std::string_view name) {
  std::vector<term> out;
  std::vector<span> words;
  split_words(name, words);
  for (const span w : words) {
    const std::string stem = stem_of(fold_case(w.in(name)));
    const word_meaning& m = equals_.meaning(stem);
    out.push_back(m.name || m.thing ? terms_.add(m) : terms_.add(stem));
  }
  make_set(out);
  return out;
}

void subject_reader::add_actors(const std::vector<std::string>& names, subject& out) {
  for (const std::string& actor : names) {
    std::vector<term> name = name_terms(actor);
    if (name.empty()) continue;
    for (const term t : name) out.words.push_back({t, name_weight, false, true, true});
    out.actors.push_back(std::move(name));
  }
}

subject subject_reader::read(const timeline& article, const statement& s,
                             const std::vector<term>& names) {
  subject out;
  out.time = place_in_time(article, s);
  for (const std::uint32_t index : s.claims) {
    const claim& c = article.claims[index];
    add_actors(c.actors, out);
    const bool planned = std::exchange(out.plans, false);
    add_clause(article, c, out);
    out.plans = planned || (out.plans && sets_date(article, c));
    borrow(article, c, out);
    add_marks(article, c, out);
    out.former = out.former || quotes_earlier(article, c);
    out.reports = out.reports || is_of(c, report_verbs());
  }
  finish(names, out);
  return out;
}

void subject_reader::finish(const std::vector<term>& names, subject& out) {
  std::sort(out.actors.begin(), out.actors.end());
  out.actors.erase(std::unique(out.actors.begin(), out.actors.end()), out.actors.end());
  make_set(out.words);
  leave_begins(out);
  make_set(out.predicates);
  make_set(out.ordinals);
  make_set(out.counts);
  for (mention& w : out.words) {
    if (!w.name && std::binary_search(names.begin(), names.end(), w.is)) w.name = true;
    if (w.name) w.what = false;
    out.once = out.once || terms_[w.is].once;
    out.weight += w.weight;
  }
  take_side(out);
  end_state(out);
}

// The start of the production is no opening.
void subject_reader::leave_begins(subject& out) {
  const bool other = std::any_of(out.words.begin(), out.words.end(),
                                 [&](const mention& w) { return terms_[w.is].event && !w.starts; });
  if (!other) return;
  for (mention& w : out.words) {
    if (!w.starts) continue;
    std::erase(out.predicates, w.is);
    w = {terms_.add(begin_key), light_weight};
  }
  make_set(out.words);
}

// "runs until 2030" is "closes in 2030".
void subject_reader::end_state(subject& out) {
  placed_time& t = out.time;
  if (!t.end || t.at || t.begin) return;
  for (const mention& w : out.words) {
    const std::string_view key = terms_[w.is].key;
    const std::string_view end = key.starts_with('=') ? equals_.end_of(key.substr(1)) : "";
    const word_meaning* row = end.empty() ? nullptr : equals_.matter(end);
    if (!row) continue;
    t.at = t.end;
    t.end.reset();
    out.ended = true;
    out.words.push_back({terms_.add(*row), row_weight, true, false, false});
    out.weight += row_weight;
    make_set(out.words);
    return;
  }
}

// "begann 2019" is of the begin, as "seit 2019" is; so is "soll bis 2019 beginnen".
void subject_reader::take_side(subject& out) const {
  placed_time& t = out.time;
  days& event = t.at || t.begin ? t.at : t.term;
  if (!event) return;
  for (const mention& w : out.words) {
    const std::string_view key = terms_[w.is].key;
    if (key != begin_key && key != end_key) continue;
    t.end.reset();
    (key == begin_key ? t.begin : t.end) = event;
    event.reset();
    return;
  }
}

}  // namespace zeitstrahl
