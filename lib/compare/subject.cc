#include "compare/subject.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

constexpr double name_weight = 2;
constexpr double equals_weight = 2.5;
constexpr double noun_weight = 2;
constexpr double verb_weight = 1.5;
constexpr double other_weight = 1;
constexpr double light_weight = 0.25;
constexpr std::size_t least_head = 5;
constexpr std::int32_t now_days = 3;  // what articles mean by "from now on" lies as near
constexpr std::string_view begin_key = "=begin";
constexpr std::string_view end_key = "=end";

bool is_letter(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  if (c == 0xC2 || c == 0xE2) return false;  // spaces, quotation marks, dashes
  return c >= 0xC0;
}

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

days range_of(const bound& earliest, const bound& latest) {
  const bound& first = earliest.given() ? earliest : latest;
  const bound& last = latest.given() ? latest : earliest;
  if (!first.given()) return std::nullopt;
  return day_range{first.date, std::max(first.date, last.date)};
}

// A range known only "about" may be off by its own length.
days widened(days range, bool approximate) {
  if (!range || !approximate) return range;
  const std::int32_t length = range->last - range->first + 1;
  return day_range{range->first - length, range->last + length};
}

// Now, where the article says "from now on", is no date that others could contradict.
bool is_now(const days& range, std::optional<day> published, basis where_from) {
  return range && published && where_from != basis::stated && range->first == *published &&
         range->last == *published;
}

void place_in_time(const interval& w, relation relates, std::optional<day> published,
                   subject& out) {
  if (relates == relation::recurring || w.empty()) return;
  days begin = range_of(w.begin_earliest, w.begin_latest);
  days end = range_of(w.end_earliest, w.end_latest);
  if (!w.end_latest.given()) end.reset();  // "seit 2019": goes on
  if (!w.begin_earliest.given()) begin.reset();
  out.begins_now = is_now(begin, published, w.begin_basis);
  if (out.begins_now) begin = day_range{*published - now_days, *published + now_days};
  if (is_now(end, published, w.end_basis)) end.reset();
  begin = widened(begin, w.approximate);
  end = widened(end, w.approximate);
  if (begin && end && *begin == *end) {
    out.at = begin;
  } else {
    out.begin = begin;
    out.end = end;
  }
}

void make_set(std::vector<term>& terms) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

// Whether a time expression of the article covers the byte.
bool in_time(const timeline& article, std::uint32_t at) {
  const auto& all = article.expressions;
  const auto behind =
      std::upper_bound(all.begin(), all.end(), at,
                       [](std::uint32_t byte, const auto& e) { return byte < e.extent.begin; });
  return behind != all.begin() && at < std::prev(behind)->extent.end;
}

// Words are letters and digits, and a comma between digits.
void split_words(std::string_view text, std::vector<span>& out) {
  out.clear();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_digit(text[at])) {
      const auto inside = [&](std::size_t i) {
        if (is_digit(text[i])) return true;
        return (text[i] == ',' || text[i] == '.') && i + 1 < text.size() && is_digit(text[i + 1]);
      };
      while (at < text.size() && inside(at)) ++at;
    } else if (is_letter(text, at)) {
      const auto inside = [&](std::size_t i) {
        return is_letter(text, i) || (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80 ||
               is_digit(text[i]);
      };
      while (at < text.size() && inside(at)) ++at;
    } else {
      ++at;
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
      continue;
    }
    out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
  }
}

}  // namespace

term term_table::add(std::string_view key, double weight, bool matter) {
  const auto [at, fresh] = terms_.emplace(key, static_cast<term>(facts_.size()));
  if (fresh) facts_.push_back({.key = std::string(key), .number = is_digit(key.front())});
  facts& f = facts_[at->second];
  f.weight = std::max(f.weight, weight);
  f.matter = f.matter || matter;
  return at->second;
}

term term_table::add(const word_meaning& meaning) {
  const std::string key = "=" + meaning.key;
  if (meaning.name) return add_name(key);
  const term t = add(key, equals_weight, !meaning.thing);
  facts_[t].event = !meaning.thing;
  facts_[t].once = meaning.once;
  return t;
}

term term_table::add_name(std::string_view key) {
  const term t = add(key, name_weight, false);
  facts_[t].name = true;
  return t;
}

std::optional<term> term_table::head_of(term t) const {
  const std::string_view key = facts_[t].key;
  for (std::size_t at = 3; at + least_head <= key.size(); ++at) {
    const auto found = terms_.find(key.substr(at));
    if (found != terms_.end() && facts_[found->second].matter) return found->second;
  }
  return std::nullopt;
}

void subject_reader::add_word(const word& w, bool timed, subject& out) {
  const std::string folded = fold_case(w.text);
  out.change = out.change || equals_.tells_change(folded);
  out.former = out.former || equals_.tells_former(folded);
  if (timed || equals_.tells_change(folded) || equals_.tells_former(folded)) return;
  if (is_digit(folded.front())) {
    out.terms.push_back(terms_.add(folded, other_weight, false));
    return;
  }
  const bool capital = !w.text.starts_with(folded.substr(0, 2));
  const analyzed_word known = grammar_.analyze(folded, capital, w.first);
  if (known.is_any(grammar_classes())) return;
  const auto verb = known.verb.get();
  const bool as_verb = verb && known.forms != 0;
  if (as_verb && static_cast<bool>(grammar_.classes_of_verb({}, known.verb) & grammar_verbs()))
    return;
  std::string base = folded;
  if (as_verb) base = folded.substr(0, known.prefix) + std::string(grammar_.text(*verb));
  out.terms.push_back(stem_term(stemmer_.stem(base), as_verb, capital));
}

term subject_reader::stem_term(const std::string& stem, bool as_verb, bool capital) {
  const word_meaning& m = equals_.meaning(stem);
  if (!m.key.empty()) return terms_.add(m);
  if (m.begin || m.end) return terms_.add(m.begin ? begin_key : end_key, light_weight, false);
  if (m.light || stem.size() < 2) return terms_.add(stem, light_weight, false);
  const double weight = as_verb ? verb_weight : capital ? noun_weight : other_weight;
  return terms_.add(stem, weight, as_verb || capital);
}

// The verb as the claim has put it together: "brachte ... heraus".
void subject_reader::add_predicate(const claim& c, subject& out) {
  if (c.matter.empty()) return;
  const std::string& verb = c.matter.front();
  const word_meaning* row = equals_.matter(verb);
  if (!row && !(grammar_.analyze(verb, false, true).forms & infinitive)) return;
  const term t = row ? terms_.add(*row) : stem_term(stemmer_.stem(verb), true, false);
  if (terms_[t].weight <= light_weight) return;
  out.predicates.push_back(t);
  if (terms_[t].event) out.terms.push_back(t);
}

void subject_reader::add_clause(const timeline& article, const claim& c, subject& out) {
  const std::string_view text = article.article.text;
  std::vector<span> words;
  split_words(c.clause.in(text), words);
  bool first = true;
  for (const span w : words) {
    const span there{c.clause.begin + w.begin, c.clause.begin + w.end};
    add_word({there.in(text), first}, in_time(article, there.begin), out);
    first = false;
  }
}

std::vector<term> subject_reader::name_terms(std::string_view name) {
  std::vector<term> out;
  std::vector<span> words;
  split_words(name, words);
  for (const span w : words) {
    const std::string stem = stemmer_.stem(fold_case(w.in(name)));
    const word_meaning& m = equals_.meaning(stem);
    out.push_back(m.name ? terms_.add(m) : terms_.add_name(stem));
  }
  make_set(out);
  return out;
}

void subject_reader::add_actors(const std::vector<std::string>& names, subject& out) {
  for (const std::string& actor : names) {
    std::vector<term> name = name_terms(actor);
    if (name.empty()) continue;
    out.terms.insert(out.terms.end(), name.begin(), name.end());
    out.actors.push_back(std::move(name));
  }
}

subject subject_reader::read(const timeline& article, const statement& s) {
  subject out;
  place_in_time(s.when, s.relates, article.article.published, out);
  for (const std::uint32_t index : s.claims) {
    const claim& c = article.claims[index];
    add_actors(c.actors, out);
    add_clause(article, c, out);
    add_predicate(c, out);
  }
  std::sort(out.actors.begin(), out.actors.end());
  out.actors.erase(std::unique(out.actors.begin(), out.actors.end()), out.actors.end());
  make_set(out.terms);
  make_set(out.predicates);
  out.once =
      std::any_of(out.terms.begin(), out.terms.end(), [&](term t) { return terms_[t].once; });
  take_side(out);
  return out;
}

// "begann 2019" is of the begin, as "seit 2019" is.
void subject_reader::take_side(subject& s) const {
  if (!s.at) return;
  for (const term t : s.terms) {
    if (terms_[t].key != begin_key && terms_[t].key != end_key) continue;
    (terms_[t].key == begin_key ? s.begin : s.end) = s.at;
    s.at.reset();
    return;
  }
}

std::vector<term> subject_reader::topic(const timeline& article) {
  std::vector<term> out;
  for (const claim& c : article.claims) {
    for (const std::string& actor : c.actors) {
      const std::vector<term> name = name_terms(actor);
      out.insert(out.end(), name.begin(), name.end());
    }
    const std::vector<term> source = name_terms(c.source);
    out.insert(out.end(), source.begin(), source.end());
  }
  std::vector<span> words;
  split_words(article.article.title, words);
  subject title;
  for (const span w : words) add_word({w.in(article.article.title), false}, false, title);
  std::copy_if(title.terms.begin(), title.terms.end(), std::back_inserter(out),
               [&](term t) { return terms_[t].weight >= noun_weight; });
  make_set(out);
  return out;
}

}  // namespace zeitstrahl
