#include "claim/names.h"

#include <algorithm>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

// A stretch of words with capitals, and what stands before it.
struct run {
  span tokens;
  bool first = false;      // begins the sentence
  bool articled = false;   // an article, a possessive or a number stands before it
  bool described = false;  // an adjective does
  bool titled = false;     // its first words were titles
};

constexpr word_classes person_words = bit(word_class::title) | bit(word_class::person);
constexpr word_classes common_words = bit(word_class::event_noun) | bit(word_class::no_event) |
                                      bit(word_class::report_noun) | bit(word_class::source_noun) |
                                      bit(word_class::company) | bit(word_class::club) |
                                      bit(word_class::common_noun);

class name_finder {
 public:
  name_finder(const analyzed_text& text, const std::vector<span>& times,
              const name_knowledge& knowledge, noun_cache& cache, article_names& out)
      : text_(text), times_(times), knowledge_(knowledge), cache_(cache), out_(out) {
    out.names.clear();
    out.mentions.clear();
  }

  void run_all() {
    collect();
    count_bare();
    for (run& r : runs_) accept(r);
    find_again();
    join();
  }

 private:
  // --- runs ---

  bool in_time(std::uint32_t token) {
    while (time_ < times_.size() && times_[time_].end <= token) ++time_;
    return time_ < times_.size() && times_[time_].begin <= token;
  }

  bool starts_sentence(std::uint32_t token) const {
    if (token == 0 || text_.at(token).flags & token::after_break) return true;
    const std::uint8_t before = text_.symbol(token - 1);
    return text_.at(token - 1).is == token::stop || before == symbol_quote ||
           before == symbol_colon || before == symbol_open;
  }

  // A function word or a verb that has a capital only as the first of its sentence.
  bool is_plain_word(std::uint32_t token) const {
    constexpr word_classes functions =
        bit(word_class::subordinator) | bit(word_class::relative) | bit(word_class::question) |
        bit(word_class::coordinator) | bit(word_class::infinitive_opener) |
        bit(word_class::article) | bit(word_class::comparison) | bit(word_class::preposition) |
        bit(word_class::contraction) | bit(word_class::pronoun) | bit(word_class::focus) |
        bit(word_class::negation) | bit(word_class::possible_word) | bit(word_class::future_word) |
        bit(word_class::no_verb) | bit(word_class::report_preposition);
    return text_.words[token].is_any(functions) ||
           (starts_sentence(token) && text_.words[token].forms != 0);
  }

  bool can_begin(std::uint32_t token) {
    return text_.is_word(token) && text_.is_capital(token) && !in_time(token) &&
           !is_plain_word(token);
  }

  void collect() {
    const auto size = static_cast<std::uint32_t>(text_.words.size());
    for (std::uint32_t i = 0; i < size;) {
      if (!can_begin(i)) {
        ++i;
        continue;
      }
      std::uint32_t end = i + 1;
      while (end < size && can_begin(end) && text_.at(end).is == token::word &&
             !starts_sentence(end)) {
        ++end;
      }
      add_run({i, end});
      i = end;
    }
  }

  void add_run(span tokens) {
    run r;
    r.tokens = tokens;
    r.first = starts_sentence(tokens.begin);
    if (!r.first) look_before(tokens.begin, r);
    runs_.push_back(r);
  }

  void look_before(std::uint32_t token, run& r) const {
    std::uint32_t i = token - 1;
    if (text_.symbol(i) == symbol_inner_hyphen) return;
    if (text_.at(i).is == token::number) r.articled = true;
    if (!text_.is_word(i) || text_.is_capital(i)) {
      r.articled |= text_.is_word(i) && text_.is(i, word_class::article);
      return;
    }
    if (text_.words[i].is_any(bit(word_class::article) | bit(word_class::contraction))) {
      r.articled = true;
      return;
    }
    const bool plain = text_.words[i].classes || text_.words[i].forms & finite;
    r.described = !plain && text_.tables.has_ending(text_.in(i), word_class::adjective_ending);
  }

  // --- what a word looks like ---

  static bool has_inner_capital(std::string_view word) {
    for (std::size_t i = 1; i < word.size(); ++i) {
      if (word[i] >= 'A' && word[i] <= 'Z') return true;
    }
    return false;
  }

  bool is_structural(std::uint32_t token) const {
    const std::string_view word = text_.in(token);
    if (text_.at(token).flags & token::upper) {
      return word.size() >= 2 && !(text_.at(token).flags & token::after_break);
    }
    return has_inner_capital(word);
  }

  bool is_title(std::uint32_t token) const {
    return text_.words[token].is_any(person_words) ||
           text_.tables.has_ending(fold_case(text_.in(token)), word_class::person_ending);
  }

  bool is_company_word(std::uint32_t token) const {
    return text_.is(token, word_class::company) || text_.is(token, word_class::club) ||
           text_.tables.has_ending(fold_case(text_.in(token)), word_class::company);
  }

  bool is_common(std::uint32_t token) {
    if (text_.words[token].is_any(common_words)) return true;
    const noun_facts& known = ask(token);
    if (known.is_place || known.kind == noun_kind::name) return false;
    if (known.kind == noun_kind::common) return true;
    const std::string folded = fold_case(text_.in(token));
    return text_.tables.has_ending(folded, word_class::event_ending) ||
           text_.tables.has_ending(folded, word_class::common_noun) || is_company_word(token);
  }

  const noun_facts& ask(std::uint32_t token) {
    const std::string_view word = text_.in(token);
    const auto found = cache_.find(word);
    if (found != cache_.end()) return found->second;
    noun_facts facts;
    if (knowledge_.names) facts.kind = knowledge_.names->look_up(word);
    facts.is_place = knowledge_.places->holds(word);
    return cache_.emplace(std::string(word), facts).first->second;
  }

  bool glued_hyphen(std::uint32_t token) const {
    return token < text_.words.size() && text_.symbol(token) == symbol_inner_hyphen;
  }

  // Stands beside a finite verb of the singular or plural.
  bool beside_verb(span tokens) const {
    const auto is_finite = [&](std::uint32_t i) {
      return text_.is_word(i) && verb_forms(text_, i) & finite;
    };
    return (tokens.end < text_.words.size() && is_finite(tokens.end)) ||
           (tokens.begin > 0 && is_finite(tokens.begin - 1));
  }

  // --- which runs are names ---

  void count_bare() {
    for (const run& r : runs_) {
      if (r.tokens.size() == 1 && !r.articled && !r.described && !r.first) {
        ++bare_[text_.in(r.tokens.begin)];
      }
    }
  }

  void accept(run r) {
    const span whole = r.tokens;
    const bool before_hyphen = glued_hyphen(r.tokens.end);
    const bool after_hyphen = r.tokens.begin > 0 && glued_hyphen(r.tokens.begin - 1);
    while (r.tokens.size() > 1 && (is_title(r.tokens.begin) || is_company_word(r.tokens.begin))) {
      r.titled = true;
      ++r.tokens.begin;
    }
    if (after_hyphen && !r.titled && r.tokens.size() > 1) {
      ++r.tokens.begin;  // the last part of a compound: "RWE-Chef Kuhnt"
      r.titled = true;
    }
    known_name::kind kind = known_name::kind::unknown;
    if (r.titled)
      kind = is_company_word(r.tokens.begin - 1) ? known_name::kind::company
                                                 : known_name::kind::person;
    if (before_hyphen) {
      accept_before_hyphen(r);
      return;
    }
    if (after_hyphen && r.tokens == whole) return;
    if (r.tokens.size() > 1) {
      accept_several(r, kind);
    } else if (r.titled ? !is_common(r.tokens.begin) || is_structural(r.tokens.begin)
                        : score(r) >= 3) {
      add(r.tokens, kind);
    }
  }

  // "OpenAI-Chef": the part before the hyphen, where it is a name by itself.
  void accept_before_hyphen(const run& r) {
    const span last{r.tokens.end - 1, r.tokens.end};
    if (is_structural(last.begin) || ask(last.begin).kind == noun_kind::name) {
      weak_.push_back(last);
    }
    if (r.tokens.size() > 2) add({r.tokens.begin, r.tokens.end - 1}, known_name::kind::unknown);
  }

  void accept_several(run r, known_name::kind kind) {
    if (!r.titled) {
      const bool dependent = r.articled || r.described;
      const bool adjective =
          text_.tables.has_ending(text_.in(r.tokens.begin), word_class::adjective_ending) &&
          !is_common(r.tokens.begin);
      while (r.tokens.size() > 1 && !adjective && is_common(r.tokens.begin) &&
             !is_structural(r.tokens.begin)) {
        ++r.tokens.begin;
      }
      if (r.tokens.size() == 1) {
        if (is_structural(r.tokens.begin) || !is_common(r.tokens.begin)) add(r.tokens, kind);
        return;
      }
      if (dependent && !adjective && !knowledge_.names && r.tokens.size() == 2 &&
          !is_structural(r.tokens.begin)) {
        ++r.tokens.begin;
      }
    }
    // "Microsoft Vereinbarungen": what follows a name and is common is no part of it
    while (r.tokens.size() > 1 && !text_.is(r.tokens.end - 1, word_class::organisation_form) &&
           text_.words[r.tokens.end - 1].is_any(common_words)) {
      --r.tokens.end;
    }
    if (text_.is(r.tokens.end - 1, word_class::organisation_form)) {
      kind = known_name::kind::company;
    } else if (kind == known_name::kind::unknown && !is_structural(r.tokens.begin) &&
               r.tokens.size() <= 3) {
      kind = known_name::kind::person;
    }
    add(r.tokens, kind);
  }

  int score(const run& r) {
    const std::uint32_t token = r.tokens.begin;
    int score = 0;
    if (is_structural(token)) score += 3;
    if (text_.words[token].is_any(common_words | person_words)) score -= 3;
    const noun_facts& known = ask(token);
    if (known.is_place || known.kind == noun_kind::name) {
      score += 3;
    } else if (is_common(token)) {
      score -= known.kind == noun_kind::unknown ? 0 : 3;
    } else if (known.kind == noun_kind::unknown) {
      score += 2;
    }
    const bool bare = !r.articled && !r.described;
    if (bare && !r.first) score += 1;
    if (bare && beside_verb(r.tokens)) score += 1;
    const auto repeated = bare_.find(text_.in(token));
    if (repeated != bare_.end() && repeated->second >= 2) score += 1;
    return score;
  }

  void add(span tokens, known_name::kind kind) {
    // a number that belongs to a product: "ChatGPT 4"
    if (tokens.end < text_.words.size() && text_.at(tokens.end).is == token::number &&
        is_structural(tokens.end - 1) && text_.at(tokens.end).value < 100 && !is_time(tokens.end)) {
      ++tokens.end;
    }
    out_.mentions.push_back({tokens, static_cast<std::uint32_t>(raw_.size())});
    raw_.push_back({std::string(text_.where(tokens).in(text_.text)), kind});
  }

  bool is_time(std::uint32_t token) const {
    const auto found = std::upper_bound(times_.begin(), times_.end(), token,
                                        [](std::uint32_t t, span s) { return t < s.end; });
    return found != times_.end() && found->begin <= token;
  }

  // --- further mentions of accepted names ---

  void find_again() {
    std::map<std::string_view, known_name::kind> known;
    for (const known_name& n : raw_) known.emplace(n.canonical, n.is);
    const std::size_t accepted = out_.mentions.size();
    std::vector<bool> taken(text_.words.size(), false);
    for (std::size_t i = 0; i < accepted; ++i) {
      const span t = out_.mentions[i].tokens;
      std::fill(taken.begin() + t.begin, taken.begin() + t.end, true);
    }
    std::vector<span> found = weak_;
    for (const run& r : runs_) {
      for (std::uint32_t i = r.tokens.begin; i < r.tokens.end; ++i) {
        if (taken[i] || glued_hyphen(i + 1)) continue;
        const std::string_view word = text_.in(i);
        const bool genitive = word.size() > 3 && word.ends_with('s') &&
                              known.contains(word.substr(0, word.size() - 1));
        if (known.contains(word) || genitive) found.push_back({i, i + 1});
      }
    }
    for (const span t : found) {
      if (!taken[t.begin]) add(t, known_name::kind::unknown);
    }
    std::sort(out_.mentions.begin(), out_.mentions.end(),
              [](const name_mention& a, const name_mention& b) {
                return a.tokens.begin < b.tokens.begin;
              });
  }

  // --- one name for all its mentions ---

  void join() {
    std::map<std::string, std::uint32_t, std::less<>> index;
    std::map<std::string, std::string, std::less<>> full;  // last or first word: whole name
    std::map<std::string, int, std::less<>> forms;
    for (const name_mention& m : out_.mentions) ++forms[raw_[m.name].canonical];
    for (const name_mention& m : out_.mentions) {
      const std::string& name = raw_[m.name].canonical;
      if (name.find(' ') == name.npos) continue;
      full.emplace(name.substr(name.rfind(' ') + 1), name);
      full.emplace(name.substr(0, name.find(' ')), name);
    }
    for (name_mention& m : out_.mentions) {
      const known_name raw = raw_[m.name];
      std::string name = raw.canonical;
      if (name.size() > 3 && name.ends_with('s') &&
          (forms.contains(name.substr(0, name.size() - 1)) ||
           full.contains(name.substr(0, name.size() - 1)))) {
        name.pop_back();
      }
      if (const auto whole = full.find(name);
          whole != full.end() && raw.is != known_name::kind::company) {
        name = whole->second;
      }
      const auto [at, made] = index.emplace(name, static_cast<std::uint32_t>(out_.names.size()));
      if (made) out_.names.push_back({name, raw.is});
      m.name = at->second;
      known_name& n = out_.names[m.name];
      if (n.is == known_name::kind::unknown) n.is = raw.is;
    }
  }

  const analyzed_text& text_;
  const std::vector<span>& times_;
  const name_knowledge& knowledge_;
  noun_cache& cache_;
  article_names& out_;
  std::vector<run> runs_;
  std::vector<known_name> raw_;  // by mention, before they are joined
  std::vector<span> weak_;       // names only where they are one elsewhere
  std::map<std::string_view, int> bare_;
  std::size_t time_ = 0;
};

}  // namespace

std::pair<std::uint32_t, std::uint32_t> article_names::in(span tokens) const {
  const auto from = [&](std::uint32_t token) {
    const auto found =
        std::lower_bound(mentions.begin(), mentions.end(), token,
                         [](const name_mention& m, std::uint32_t t) { return m.tokens.begin < t; });
    return static_cast<std::uint32_t>(found - mentions.begin());
  };
  return {from(tokens.begin), from(tokens.end)};
}

const name_mention* article_names::at(std::uint32_t token) const {
  const std::uint32_t next = in({token + 1, token + 1}).first;
  if (next == 0) return nullptr;
  const name_mention& m = mentions[next - 1];
  return token < m.tokens.end ? &m : nullptr;
}

void find_names(const analyzed_text& text, const std::vector<span>& times,
                const name_knowledge& knowledge, noun_cache& cache, article_names& out) {
  name_finder(text, times, knowledge, cache, out).run_all();
}

}  // namespace zeitstrahl
