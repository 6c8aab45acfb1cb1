#include "claim/names.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

// A stretch of words with capitals, and what stands before it.
struct run {
  span tokens;
  bool first = false;      // begins the sentence
  bool articled = false;   // an article, a possessive or a number stands before it
  bool described = false;  // an adjective does
  bool titled = false;     // words before the name were taken off
  bool quoted = false;     // it stands in quotation marks by itself
  known_name::kind is = known_name::kind::unknown;
};

constexpr word_classes common_words = bit(word_class::event_noun) | bit(word_class::no_event) |
                                      bit(word_class::report_noun) | bit(word_class::source_noun) |
                                      bit(word_class::company) | bit(word_class::club) |
                                      bit(word_class::common_noun);

std::string_view without_genitive(std::string_view word) {
  return word.size() > 3 && word.ends_with('s') ? word.substr(0, word.size() - 1)
                                                : std::string_view();
}

std::string with_single_spaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

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
    for (const run& r : runs_) accept(r);
    find_again();
    join();
    note_tokens();
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
        bit(word_class::negation) | bit(word_class::possible_word) | bit(word_class::no_verb) |
        bit(word_class::report_preposition);
    return text_.words[token].is_any(functions) ||
           (starts_sentence(token) &&
            (text_.words[token].forms != 0 || text_.is(token, word_class::future_word)) &&
            !is_name(token));
  }

  bool can_begin(std::uint32_t token) {
    return text_.is_word(token) && text_.is_capital(token) && !in_time(token) &&
           !is_plain_word(token);
  }

  bool can_follow(std::uint32_t token) {
    return token < text_.words.size() && can_begin(token) && !starts_sentence(token);
  }

  void collect() {
    const auto size = static_cast<std::uint32_t>(text_.words.size());
    for (std::uint32_t i = 0; i < size;) {
      if (!can_begin(i)) {
        ++i;
        continue;
      }
      std::uint32_t end = behind_saint(i);
      if (end != i) {
        add({i, end}, known_name::kind::place);
        i = end;
        continue;
      }
      while (end == i || can_follow(end)) end = behind_apostrophe(end + 1);
      end = behind_particles(i, end);
      add_run({i, end});
      i = end;
    }
  }

  // "O'Reilly": one name, of which nothing is taken off.
  std::uint32_t behind_apostrophe(std::uint32_t end) const {
    return is_inner_apostrophe(end) ? end + 2 : end;
  }

  bool is_inner_apostrophe(std::uint32_t token) const {
    return token > 0 && token + 1 < text_.words.size() &&
           text_.symbol(token) == symbol_apostrophe && text_.at(token).flags & token::glued &&
           text_.at(token + 1).flags & token::glued && text_.in(token - 1).size() == 1 &&
           text_.is_word(token + 1) && text_.is_capital(token + 1);
  }

  // "St. Lorenzen"
  std::uint32_t behind_saint(std::uint32_t token) {
    if (!text_.is(token, word_class::saint) || token + 2 >= text_.words.size()) return token;
    const std::uint32_t name = text_.is_word(token + 1) ? token + 1 : token + 2;
    return can_begin(name) ? name + 1 : token;
  }

  // "Walther von der Vogelweide"
  std::uint32_t behind_particles(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t next = end;
    bool sure = end - begin > 1 && is_title(end - 2);
    while (next < end + 2 && next < text_.words.size() && !text_.is_capital(next) &&
           text_.is(next, word_class::name_particle)) {
      sure |= !text_.words[next].is_any(bit(word_class::preposition) | bit(word_class::article) |
                                        bit(word_class::contraction));
      ++next;
    }
    if (next == end || !can_follow(next) || end - begin > 3) return end;
    if (ask(next).is_place || is_common(next) || is_structural(next)) return end;
    if (is_structural(end - 1)) return end;
    if (!is_name(end - 1) && !sure) return end;
    while (can_follow(next)) ++next;
    return next;
  }

  void add_run(span tokens) {
    run r;
    r.tokens = tokens;
    r.quoted = stands_in_quotes(tokens);
    r.first = !r.quoted && starts_sentence(tokens.begin);
    if (!r.first) look_before(tokens.begin, r);
    runs_.push_back(r);
  }

  // "Aurora", with a number or without.
  bool stands_in_quotes(span tokens) const {
    std::uint32_t end = tokens.end;
    end += end < text_.words.size() && text_.at(end).is == token::number;
    return tokens.begin > 0 && text_.symbol(tokens.begin - 1) == symbol_quote &&
           end < text_.words.size() && text_.symbol(end) == symbol_quote;
  }

  // The tanker "Aurora": a noun stands right before the mark.
  bool is_named_by_noun(std::uint32_t token) const {
    return token > 1 && text_.is_word(token - 2) && text_.is_capital(token - 2) &&
           !starts_sentence(token - 2);
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
    r.described = !plain && ends_like_adjective(i);
  }

  // --- what a word looks like ---

  bool ends_like_adjective(std::uint32_t token) const { return text_.ends_like_adjective(token); }

  static bool has_inner_capital(std::string_view word) {
    for (std::size_t i = 1; i < word.size(); ++i) {
      if (word[i] >= 'A' && word[i] <= 'Z') return true;
    }
    return false;
  }

  bool is_upper(std::uint32_t token) const {
    return token < text_.words.size() && text_.is_word(token) &&
           text_.at(token).flags & token::upper && text_.in(token).size() >= 2;
  }

  // "RWE", "OpenAI"; a line in capitals throughout tells nothing.
  bool is_structural(std::uint32_t token) const {
    if (text_.is(token, word_class::common_noun)) return false;
    if (!is_upper(token)) return has_inner_capital(text_.in(token));
    const bool beside = is_upper(token + 1) || (token > 0 && is_upper(token - 1));
    return !beside && !(text_.at(token).flags & token::after_break);
  }

  bool is_title(std::uint32_t token) const {
    return text_.words[token].is_any(bit(word_class::title) | bit(word_class::person)) ||
           ends_with(token, word_class::person_ending);
  }

  bool is_company_word(std::uint32_t token) const {
    return text_.is(token, word_class::company) || ends_with(token, word_class::company);
  }

  bool is_club_word(std::uint32_t token) const {
    return text_.is(token, word_class::club) || ends_with(token, word_class::club);
  }

  bool ends_with(std::uint32_t token, word_class c) const {
    return text_.words[token].ends_like(c);
  }

  bool is_common(std::uint32_t token) {
    if (text_.words[token].is_any(common_words)) return true;
    const noun_facts& known = ask(token);
    if (known.is_place || is_name(token)) return false;
    if (known.kind && *known.kind != noun_kind::unknown) return true;
    return ends_with(token, word_class::event_ending) ||
           ends_with(token, word_class::common_noun) || is_company_word(token) ||
           is_club_word(token);
  }

  // "Deutsche" in "Deutsche Bank"
  bool is_adjective(std::uint32_t token) {
    if (!ends_like_adjective(token) || text_.words[token].is_any(common_words)) return false;
    const noun_facts& known = ask(token);
    return !known.kind ? !is_common(token) : known.kind == noun_kind::adjective;
  }

  const noun_facts& ask(std::uint32_t token) const {
    static const noun_facts mark{true, false, noun_kind::unknown, {}, {}};
    const auto number = text_.words[token].number.get();
    if (!number) return mark;  // the apostrophe of "O'Reilly"
    noun_facts& facts = cache_[*number];
    if (!facts.known) {
      facts = look_up(text_.in(token));
      facts.is_place |= text_.is(token, word_class::place_name);
    }
    return facts;
  }

  noun_facts look_up(std::string_view word) const {
    noun_facts facts{true, false, {}, {}, {}};
    if (knowledge_.names) facts.kind = knowledge_.names->look_up(word);
    facts.is_place = facts.kind == noun_kind::place || knowledge_.places->holds(word) ||
                     knowledge_.places->holds(without_genitive(word));
    return facts;
  }

  bool glued_hyphen(std::uint32_t token) const {
    return token < text_.words.size() && text_.symbol(token) == symbol_inner_hyphen;
  }

  bool beside_verb(span tokens) const {
    const auto is_finite = [&](std::uint32_t i) {
      return text_.is_word(i) && verb_forms(text_, i) & finite;
    };
    return (tokens.end < text_.words.size() && is_finite(tokens.end)) ||
           (tokens.begin > 0 && is_finite(tokens.begin - 1));
  }

  // "Kelmara und RWE"
  bool beside_name(span tokens) {
    const auto names = [&](std::uint32_t i) {
      return text_.is_word(i) && text_.is_capital(i) && (is_structural(i) || is_name_or_place(i));
    };
    const auto size = static_cast<std::uint32_t>(text_.words.size());
    const std::uint32_t end = tokens.end;
    return (end + 1 < size && text_.is(end, word_class::coordinator) && names(end + 1)) ||
           (tokens.begin > 1 && text_.is(tokens.begin - 1, word_class::coordinator) &&
            names(tokens.begin - 2));
  }

  // --- which runs are names ---

  void count_bare() {
    for (const run& r : runs_) {
      const auto number = text_.words[r.tokens.begin].number.get();
      if (number && r.tokens.size() == 1 && !r.articled && !r.described && !r.first) {
        bare_.push_back(*number);
      }
    }
    std::sort(bare_.begin(), bare_.end());
  }

  // How often the word stands alone, as names do and few nouns.
  std::ptrdiff_t times_bare(std::uint32_t token) const {
    const auto number = text_.words[token].number.get();
    if (!number) return 0;
    const auto [first, last] = std::equal_range(bare_.begin(), bare_.end(), *number);
    return last - first;
  }

  void accept(run r) {
    if (is_unit(r)) return;
    if (r.tokens.begin < end_of_double_) return;
    const bool before_hyphen = glued_hyphen(r.tokens.end);
    const bool after_hyphen = r.tokens.begin > 0 && glued_hyphen(r.tokens.begin - 1);
    if (before_hyphen) {
      accept_before_hyphen(r, after_hyphen);
      return;
    }
    if (after_hyphen) {
      // the last part of a compound: "RWE-Chef Kuhnt"
      if (r.tokens.size() == 1 || is_inner_apostrophe(r.tokens.begin + 1)) return;
      take_off(r);
    }
    take_off_titles(r);
    if (r.tokens.size() > 1) {
      accept_several(r);
    } else if (accept_single(r)) {
      add(r.tokens, kind_of(r));
    }
  }

  void take_off(run& r) {
    const std::uint32_t token = r.tokens.begin++;
    r.titled = true;
    if (is_company_word(token)) {
      r.is = known_name::kind::company;
    } else if (text_.is(token, word_class::place_head)) {
      r.is = known_name::kind::place;
    } else {
      r.is = is_title(token) ? known_name::kind::person : known_name::kind::unknown;
    }
  }

  // "Bozens Chef Peter Brunner": the name is behind the last title.
  void take_off_titles(run& r) {
    std::uint32_t last = no_index;
    for (std::uint32_t i = r.tokens.begin; i + 1 < r.tokens.end; ++i) {
      const bool title = is_title(i) || is_company_word(i) || text_.is(i, word_class::place_head);
      if (title && !is_name_or_place(i) && !is_inner_apostrophe(i + 1)) last = i;
    }
    while (last != no_index && r.tokens.begin <= last) take_off(r);
  }

  // What may be a small word, too, is a name inside a sentence, or where no verb can stand.
  bool is_name(std::uint32_t token) const {
    const noun_facts& known = ask(token);
    if (known.is_place) return false;
    if (known.kind == noun_kind::name || text_.is(token, word_class::first_name)) return true;
    if (known.kind != noun_kind::name_or_small) return false;
    const bool before_verb = token + 1 < text_.words.size() && text_.is_word(token + 1) &&
                             (verb_forms(text_, token + 1) & (present | past)) != 0;
    return !starts_sentence(token) || (text_.words[token].forms != 0 && before_verb);
  }

  bool is_name_or_place(std::uint32_t token) { return ask(token).is_place || is_name(token); }

  known_name::kind kind_of(const run& r) {
    if (r.is != known_name::kind::unknown || r.tokens.size() > 1) return r.is;
    return ask(r.tokens.begin).is_place ? known_name::kind::place : r.is;
  }

  bool accept_single(run& r) {
    const std::uint32_t token = r.tokens.begin;
    if (is_no_name(r)) return false;
    if (!r.titled) {
      if (is_body(r)) {
        r.is = known_name::kind::body;
        return true;
      }
      return score(r) >= 3;
    }
    if (r.is == known_name::kind::person || r.is == known_name::kind::company) {
      return !text_.words[token].is_any(common_words);
    }
    return !is_common(token) || is_structural(token);
  }

  // What the lexicon knows as no name: an adverb or adjective that opens its sentence, and behind
  // a title a plural ("der Trainer Fragen"); nobody is called by one.
  bool is_no_name(const run& r) const {
    const auto number = text_.words[r.tokens.begin].number.get();
    if (!knowledge_.forms || !number || !(r.first || r.titled)) return false;
    noun_facts& facts = cache_[*number];
    const std::string_view word = text_.in(r.tokens.begin);
    if (r.first && !facts.plain_opener) facts.plain_opener = is_plain_opener(word);
    if (!r.first && !facts.plural_only) facts.plural_only = is_plural_only(word);
    return r.first ? *facts.plain_opener : *facts.plural_only;
  }

  bool is_plain_opener(std::string_view word) const {
    constexpr auto nouns = pos_noun | pos_nominal_adjective | pos_nominal_infinitive;
    const morphology m = knowledge_.forms->find(word, true);
    return m.is(pos_predicative | pos_adverb | pos_preposition) && !m.is(nouns | pos_name);
  }

  bool is_plural_only(std::string_view word) const {
    const morphology m = knowledge_.forms->find(word, false);
    if (m.is(pos_name)) return false;
    constexpr std::uint16_t plural = nominal_bit(grammatical_case::nominative, gender::plural) |
                                     nominal_bit(grammatical_case::accusative, gender::plural) |
                                     nominal_bit(grammatical_case::dative, gender::plural) |
                                     nominal_bit(grammatical_case::genitive, gender::plural);
    return m.is(pos_noun) && m.nominal != 0 && (m.nominal & ~plural) == 0;
  }

  // "20 GWh"
  bool is_unit(const run& r) const {
    const std::uint32_t token = r.tokens.begin;
    return token > 0 && text_.at(token - 1).is == zeitstrahl::token::number &&
           !is_time(token - 1) && is_structural(token);
  }

  // "die Feuerwehr": a body that a text names by what it is.
  bool is_body(const run& r) const {
    const std::uint32_t token = r.tokens.begin;
    if (!text_.is(token, word_class::body) && !ends_with(token, word_class::body)) return false;
    return !r.described && (!r.articled || text_.is(token - 1, word_class::definite));
  }

  // "OpenAI-Chef": the part before the hyphen, where it is a name by itself.
  void accept_before_hyphen(const run& r, bool inside) {
    span last{r.tokens.end - 1, r.tokens.end};
    const bool whole = last.begin > r.tokens.begin && is_inner_apostrophe(last.begin - 1);
    if (whole) last.begin -= 2;  // "L'Avenir-Chef"
    const bool chain = inside || has_second_hyphen(r.tokens.end + 1);
    const bool common = text_.is(last.begin, word_class::common_noun);
    const bool name =
        whole || (!common && (is_structural(last.begin) || (!chain && is_name(last.begin))));
    if (accept_double(r)) return;
    if (is_body_behind(r.tokens.end + 1)) {
      const bool chained = r.tokens.begin > 1 && glued_hyphen(r.tokens.begin - 1);
      add({r.tokens.begin - (chained ? 2 : 0), r.tokens.end + 2}, known_name::kind::body);
      return;
    }
    if (common) return;
    if (name || !inside) parts_.push_back({last, name});
    if (!chain && is_double_surname(r)) {
      add({r.tokens.begin, last.end + 2}, known_name::kind::person);
      return;
    }
    const bool named =
        is_name(r.tokens.begin) || (is_name(last.begin) && !is_common(r.tokens.begin));
    if (r.tokens.size() > 1 && !chain && named && !is_title(r.tokens.begin) &&
        last.end + 1 < text_.words.size()) {
      add({r.tokens.begin, last.end + 2}, known_name::kind::unknown);  // "Robert Koch-Institut"
    } else if (last.begin - r.tokens.begin > 1) {
      add({r.tokens.begin, last.begin}, known_name::kind::unknown);
    }
  }

  // "Gerlinde Xaverek-Zuhl": two words before the hyphen and one behind that no dictionary knows.
  bool is_double_surname(const run& r) {
    const std::uint32_t next = r.tokens.end + 1;
    if (!knowledge_.names || r.tokens.size() != 2 || next >= text_.words.size()) return false;
    const auto unknown = [&](std::uint32_t i) {
      return text_.is_word(i) && text_.is_capital(i) && !is_common(i) && !is_structural(i);
    };
    return unknown(r.tokens.begin) && unknown(r.tokens.begin + 1) && unknown(next);
  }

  // "Hans-Peter Brandl", "Rheinland-Pfalz", "Air Kelmara-RWE": names on both sides.
  bool accept_double(const run& r) {
    const std::uint32_t next = r.tokens.end + 1;
    const auto is_part = [&](std::uint32_t i) { return is_name_or_place(i) || is_structural(i); };
    if (next >= text_.words.size() || !text_.is_word(next) || glued_hyphen(next + 1)) return false;
    if (!is_part(r.tokens.end - 1) || !is_part(next) || is_title(next)) return false;
    std::uint32_t end = next + 1;
    const bool person = is_name(next) && is_name(r.tokens.end - 1);
    while (person && end < text_.words.size() && end < next + 3 && text_.is_word(end) &&
           text_.is_capital(end) && !is_time(end) && !is_plain_word(end)) {
      ++end;
    }
    end_of_double_ = end;
    const bool place = ask(next).is_place;
    std::uint32_t begin = r.tokens.begin;
    while (begin + 1 < r.tokens.end && (is_title(begin) || is_common(begin))) ++begin;
    add({begin, end}, person && end > next + 1 ? known_name::kind::person
                      : place                  ? known_name::kind::place
                                               : known_name::kind::unknown);
    return true;
  }

  // "US-Ministerium", "Rhein-Main-Verkehrsverbund": whole.
  bool is_body_behind(std::uint32_t token) const {
    return token < text_.words.size() && !glued_hyphen(token + 1) &&
           (text_.is(token, word_class::body) || ends_with(token, word_class::body));
  }

  bool has_second_hyphen(std::uint32_t token) const { return glued_hyphen(token + 1); }

  void accept_several(run r) {
    if (is_organisation(r)) {
      // "the University of Ulm visitors": they are no part of it
      const std::uint32_t last = r.tokens.end - 1;
      const bool form = text_.is(last, word_class::organisation_form) || is_club_word(last);
      const bool named = !is_common(last - 1) || times_bare(last - 1) > 0;
      if (r.tokens.size() == 3 && !form && named && is_common(last)) --r.tokens.end;
      add(r.tokens, known_name::kind::company);
      return;
    }
    const bool adjective = !r.first && is_adjective(r.tokens.begin);
    if (adjective && text_.is(r.tokens.end - 1, word_class::zone_noun)) return;
    if (!r.titled && !adjective) take_off_common(r);
    const std::uint32_t end = r.tokens.end;
    take_off_behind(r, adjective);
    // "am New Yorker Flughafen"
    if (r.tokens.end < end && !r.titled && is_origin(r.tokens.end - 1) &&
        !is_name(r.tokens.begin)) {
      return;
    }
    if (r.tokens.size() == 1) {
      const std::uint32_t token = r.tokens.begin;
      const bool origin = r.tokens.end < end && is_origin(token);
      if (is_structural(token) || (!is_common(token) && !origin && (!adjective || r.titled))) {
        add(r.tokens, kind_of(r));
      }
      return;
    }
    add(r.tokens, kind_of_several(r, adjective));
  }

  // "Hydros GmbH", "Verein Zukunft": whole.
  bool is_organisation(const run& r) {
    if (text_.is(r.tokens.end - 1, word_class::organisation_form)) return true;
    // "the Northern Trade Initiative"
    if (!r.titled && r.tokens.size() > 2 && is_club_word(r.tokens.end - 1) &&
        !is_common(r.tokens.begin) && !is_adjective(r.tokens.begin) &&
        !is_common(r.tokens.end - 2)) {
      return true;
    }
    if (r.titled || !is_club_word(r.tokens.begin) || r.tokens.size() > 3) return false;
    const std::uint32_t next = r.tokens.begin + 1;
    return !is_structural(next) && !is_name(next);
  }

  // "Liedermacher Jonas Brandl"
  void take_off_common(run& r) {
    while (r.tokens.size() > 1 && is_common(r.tokens.begin) && !is_structural(r.tokens.begin) &&
           !is_inner_apostrophe(r.tokens.begin + 1)) {
      take_off(r);
    }
    // "die Mandatare Amhof": a noun that no dictionary knows
    const bool known = is_name_or_place(r.tokens.begin) || is_structural(r.tokens.begin);
    const bool noun =
        !known && (r.articled || r.described) && !r.titled &&
        (r.tokens.size() > 2 || !knowledge_.names || is_name_or_place(r.tokens.begin + 1) ||
         is_structural(r.tokens.begin + 1) || ends_like_adjective(r.tokens.begin));
    if (noun && r.tokens.size() > 1 && !is_origin(r.tokens.begin) &&
        !is_inner_apostrophe(r.tokens.begin + 1)) {
      take_off(r);
    }
  }

  // "Lindauer", of a place
  bool is_origin(std::uint32_t token) {
    return ends_with(token, word_class::origin_ending) && !is_name_or_place(token);
  }

  // "Copilot Zugang": what follows a name and is common is no part of it, but "Richard Wolf".
  void take_off_behind(run& r, bool adjective) {
    if (adjective) return;
    const bool event = is_origin(r.tokens.begin) && is_event(r.tokens.end - 1);
    if (event) return;
    const bool form = text_.is(r.tokens.begin, word_class::organisation_form);
    const bool person = r.is == known_name::kind::person || (is_name(r.tokens.begin) && !form) ||
                        ends_with(r.tokens.end - 1, word_class::surname_ending);
    while (r.tokens.size() > 1) {
      const std::uint32_t last = r.tokens.end - 1;
      if (is_inner_apostrophe(last - 1)) return;
      // "Lena Ortmann Lied", but "Richard Wolf"
      const bool third = r.tokens.size() > 2 && is_name(r.tokens.begin) &&
                         !ends_with(last, word_class::surname_ending);
      const bool common = text_.words[last].is_any(common_words) ||
                          ((!person || third) && knowledge_.names && is_common(last));
      if (!common) return;
      --r.tokens.end;
    }
  }

  bool is_event(std::uint32_t token) const {
    return text_.is(token, word_class::event_noun) || ends_with(token, word_class::event_ending);
  }

  known_name::kind kind_of_several(const run& r, bool adjective) {
    if (r.is != known_name::kind::unknown || adjective) return r.is;
    const std::uint32_t first = r.tokens.begin;
    if (is_structural(first) || r.tokens.size() > 3 || is_origin(first)) return r.is;
    const bool first_name = ask(first).kind == noun_kind::name || is_name(first);
    return first_name || !r.titled ? known_name::kind::person : r.is;
  }

  int score(const run& r) {
    const std::uint32_t token = r.tokens.begin;
    int score = 0;
    if (is_structural(token)) score += 3;
    if (text_.words[token].is_any(common_words) || is_title(token)) score -= 3;
    const noun_facts& known = ask(token);
    if (known.is_place || is_name(token)) {
      score += 3;
    } else if (is_common(token) && !is_upper(token)) {
      score -= known.kind == noun_kind::unknown ? 0 : 3;
    } else if (known.kind == noun_kind::unknown) {
      score += 2;
    }
    const bool bare = !r.articled && !r.described;
    if (bare && !r.first) score += 1;
    if (bare && beside_name(r.tokens)) {
      score += 2;
    } else if (bare && beside_verb(r.tokens)) {
      score += 1;
    }
    if (times_bare(token) >= 2) score += 1;
    if (r.quoted) score += is_named_by_noun(token) ? 6 : 2;
    return score;
  }

  void add(span tokens, known_name::kind kind, bool describes = false) {
    // a number that belongs to a product: "ChatGPT 4"
    if (tokens.end < text_.words.size() && text_.at(tokens.end).is == token::number &&
        (is_structural(tokens.end - 1) || stands_in_quotes(tokens)) &&
        text_.at(tokens.end).value < 100 && !is_time(tokens.end)) {
      ++tokens.end;
    }
    out_.mentions.push_back({tokens, static_cast<std::uint32_t>(raw_.size()), describes});
    raw_.push_back({with_single_spaces(text_.where(tokens).in(text_.text)), kind});
  }

  bool is_time(std::uint32_t token) const {
    const auto found = std::upper_bound(times_.begin(), times_.end(), token,
                                        [](std::uint32_t t, span s) { return t < s.end; });
    return found != times_.end() && found->begin <= token;
  }

  // --- further mentions of accepted names ---

  // A noun would need an article: "Baumann kam", but not "der gute Baumann kam".
  bool stands_bare(const run& r) const {
    const std::uint32_t token = r.tokens.begin;
    if (r.tokens.size() != 1 || token == 0) return r.tokens.size() == 1;
    const analyzed_word& before = text_.words[token - 1];
    const bool adjective = text_.is_word(token - 1) && !before.classes && before.forms == 0 &&
                           text_.ends_like_adjective(token - 1);
    return r.first ||
           !(adjective || before.is_any(bit(word_class::article) | bit(word_class::contraction)));
  }

  void find_again() {
    std::unordered_set<std::string_view> known;
    std::unordered_set<std::string_view> last_names;  // of persons
    indexed<word_cache, bool> named(cache_.size());   // words that are one of them
    std::vector<bool> taken(text_.words.size(), false);
    for (const known_name& n : raw_) {
      const std::size_t space = n.canonical.rfind(' ');
      if (n.is == known_name::kind::person && space != n.canonical.npos) {
        last_names.insert(std::string_view(n.canonical).substr(space + 1));
      }
    }
    for (const name_mention& m : out_.mentions) {
      std::fill(taken.begin() + m.tokens.begin, taken.begin() + m.tokens.end, true);
      known.insert(raw_[m.name].canonical);
      const bool numbered = text_.at(m.tokens.end - 1).is == token::number;
      const auto number = text_.words[m.tokens.begin].number.get();
      if (number && m.tokens.size() == (numbered ? 2 : 1)) named[*number] = true;
    }
    std::vector<span> found;
    for (const run& r : runs_) {
      for (std::uint32_t i = r.tokens.begin; i < r.tokens.end; ++i) {
        if (taken[i] || glued_hyphen(i + 1)) continue;
        const std::string_view word = text_.in(i);
        const std::string_view base = without_genitive(word);
        const bool again =
            named.get(text_.words[i].number) || (!base.empty() && known.contains(base));
        const bool number = i + 1 < taken.size() && text_.at(i + 1).is == token::number;
        if (number && known.contains(text_.where({i, i + 2}).in(text_.text))) {
          found.push_back({i, i + 2});  // "Xerba 2"
        } else if (again ||
                   (stands_bare(r) && (last_names.contains(word) || last_names.contains(base)))) {
          found.push_back({i, i + 1});
        }
      }
    }
    std::erase_if(parts_, [&](const auto& part) {
      const std::uint32_t token = part.first.begin;
      return taken[token] || (!part.second && !named.get(text_.words[token].number));
    });
    for (const span t : found) add(t, known_name::kind::unknown);
    for (const auto& [t, sure] : parts_) {
      add(t, known_name::kind::unknown, describes_person(t.end + 1));
    }
    std::sort(out_.mentions.begin(), out_.mentions.end(),
              [](const name_mention& a, const name_mention& b) {
                return a.tokens.begin < b.tokens.begin;
              });
  }

  // The noun behind a hyphen is somebody: "RWE-Chef".
  bool describes_person(std::uint32_t token) const {
    return token < text_.words.size() && text_.is_word(token) && !glued_hyphen(token + 1) &&
           is_title(token);
  }

  // --- one name for all its mentions ---

  void join() {
    find_full_names();
    std::unordered_map<std::string, std::uint32_t> index;  // by the name without endings
    for (name_mention& m : out_.mentions) {
      const known_name& raw = raw_[m.name];
      const std::string_view name = whole_name(raw, m.tokens.begin);
      const auto [at, made] =
          index.emplace(without_endings(name), static_cast<std::uint32_t>(out_.names.size()));
      if (made) out_.names.push_back({std::string(name), raw.is});
      m.name = at->second;
      known_name& n = out_.names[m.name];
      if (n.is == known_name::kind::unknown) n.is = raw.is;
    }
    for (known_name& n : out_.names) {
      const auto found = abbreviations_.find(n.canonical);
      if (found != abbreviations_.end()) n.canonical += " (" + std::string(found->second) + ")";
    }
  }

  // "Zoologischen Gartens", "Zoologischer Garten"
  std::string without_endings(std::string_view rest) const {
    std::string out;
    while (rest.find(' ') != rest.npos) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      const std::string_view stem = text_.tables.without_ending(word, word_class::adjective_ending);
      out.append(stem.size() < 5 ? word : stem) += ' ';
      rest.remove_prefix(word.size() + 1);
    }
    const std::string_view base = out.empty() ? std::string_view() : without_genitive(rest);
    return out.append(base.empty() ? rest : base);
  }

  void note_tokens() {
    out_.by_token.assign(text_.words.size(), no_index);
    for (std::uint32_t i = 0; i < out_.mentions.size(); ++i) {
      const span tokens = out_.mentions[i].tokens;
      std::fill(out_.by_token.begin() + tokens.begin, out_.by_token.begin() + tokens.end, i);
    }
  }

  struct full_name {
    std::string_view name;
    std::uint32_t from = 0;  // token behind which the short form stands for it
  };

  void find_full_names() {
    for (const name_mention& m : out_.mentions) {
      const known_name& raw = raw_[m.name];
      forms_.insert(raw.canonical);
      add_abbreviation(m, raw);
      const std::string_view whole = raw.canonical;
      const std::size_t last = whole.rfind(' ');
      if (last == whole.npos) continue;
      const std::string_view first = whole.substr(0, whole.find(' '));
      if (raw.is == known_name::kind::person) {
        full_.emplace(whole.substr(last + 1), full_name{whole, 0});
        full_.emplace(first, full_name{whole, 0});
      } else if (!has_inner_capital(first)) {
        full_.emplace(first, full_name{whole, m.tokens.begin});
      }
      if (is_upper(m.tokens.end - 1)) {
        full_.emplace(whole.substr(last + 1), full_name{whole, m.tokens.begin});
      }
    }
  }

  // "Initiative Pustertal (IP)": the short form stands for the long one.
  void add_abbreviation(const name_mention& m, const known_name& raw) {
    const std::uint32_t open = m.tokens.end;
    if (raw.is == known_name::kind::person || open + 2 >= text_.words.size()) return;
    if (text_.symbol(open) != symbol_open || text_.symbol(open + 2) != symbol_close) return;
    if (!is_upper(open + 1) || text_.in(open + 1)[0] != raw.canonical[0]) return;
    full_.emplace(text_.in(open + 1), full_name{raw.canonical, m.tokens.begin});
    abbreviations_.emplace(raw.canonical, text_.in(open + 1));
  }

  std::string_view whole_name(const known_name& raw, std::uint32_t token) const {
    std::string_view name = raw.canonical;
    const std::string_view base = without_genitive(name);
    if (forms_.contains(base) || full_.contains(base) || knowledge_.places->holds(base)) {
      name = base;
    }
    const auto whole = full_.find(name);
    if (whole == full_.end() || whole->second.from > token) return name;
    if (raw.is == known_name::kind::company || raw.is == known_name::kind::place) return name;
    return whole->second.name;
  }

  const analyzed_text& text_;
  const std::vector<span>& times_;
  const name_knowledge& knowledge_;
  noun_cache& cache_;
  article_names& out_;
  std::vector<run> runs_;
  std::vector<known_name> raw_;               // by mention, before they are joined
  std::vector<std::pair<span, bool>> parts_;  // of compounds; whether it is a name for sure
  std::vector<index_of<word_cache>> bare_;    // words, sorted, as often as they stand so
  std::unordered_set<std::string_view> forms_;
  std::unordered_map<std::string_view, full_name> full_;                  // by short form
  std::unordered_map<std::string_view, std::string_view> abbreviations_;  // by full name
  std::size_t time_ = 0;
  std::uint32_t end_of_double_ = 0;  // behind the last name with a hyphen
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
  if (token >= by_token.size() || by_token[token] == no_index) return nullptr;
  return &mentions[by_token[token]];
}

void find_names(const analyzed_text& text, const std::vector<span>& times,
                const name_knowledge& knowledge, noun_cache& cache, article_names& out) {
  name_finder(text, times, knowledge, cache, out).run_all();
}

}  // namespace zeitstrahl
