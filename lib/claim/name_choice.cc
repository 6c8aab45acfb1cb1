#include "claim/name_choice.h"

namespace zeitstrahl {
namespace {

using kind = known_name::kind;

class chooser {
 public:
  chooser(const name_words& words, const std::vector<name_run>& runs)
      : words_(words), text_(words.text()), runs_(runs), single_(words, runs) {}

  chosen_names choose() {
    for (const name_run& run : runs_) take(run);
    return std::move(out_);
  }

 private:
  void take(name_run run) {
    if (run.whole) {
      add(run.tokens, run.is);
      return;
    }
    if (is_unit(run) || run.tokens.begin < end_of_double_) return;
    if (words_.is_hyphen(run.tokens.end)) {
      take_before_hyphen(run);
      return;
    }
    if (is_behind_hyphen(run)) {
      // the last part of a compound: "RWE-Chef Kuhnt"
      if (run.tokens.size() == 1 || words_.is_inner_apostrophe(run.tokens.begin + 1)) return;
      take_off(run);
    }
    if (single_.is_body(run)) {
      add(run.tokens, kind::body);
      return;
    }
    take_off_titles(run);
    if (run.tokens.size() > 1) {
      take_several(run);
    } else if (single_.is_name(run)) {
      add(run.tokens, kind_of(run));
    }
  }

  void add(span tokens, kind is, bool describes = false) {
    // a number that belongs to a product: "ChatGPT 4"
    const std::uint32_t number = tokens.end;
    if (number < words_.size() && text_.at(number).is == token::number &&
        (words_.is_structural(number - 1) || stands_in_quotes(words_, tokens)) &&
        text_.at(number).value < 100 && !words_.is_time(number)) {
      ++tokens.end;
    }
    out_.names.push_back({tokens, is, describes});
  }

  // "20 GWh"
  bool is_unit(const name_run& run) const {
    const std::uint32_t token = run.tokens.begin;
    return token > 0 && text_.at(token - 1).is == token::number && !words_.is_time(token - 1) &&
           words_.is_structural(token);
  }

  // --- compounds with hyphens ---

  bool is_behind_hyphen(const name_run& run) const {
    return run.tokens.begin > 0 && words_.is_hyphen(run.tokens.begin - 1);
  }

  // "OpenAI-Chef": the part before the hyphen, where it is a name by itself.
  void take_before_hyphen(const name_run& run) {
    const bool inside = is_behind_hyphen(run);
    span last{run.tokens.end - 1, run.tokens.end};
    const bool whole = last.begin > run.tokens.begin && words_.is_inner_apostrophe(last.begin - 1);
    if (whole) last.begin -= 2;  // "L'Avenir-Chef"
    const bool chain = inside || words_.is_hyphen(run.tokens.end + 2);
    const bool common = text_.is(last.begin, word_class::common_noun);
    const bool name = whole || (!common && (words_.is_structural(last.begin) ||
                                            (!chain && words_.is_name(last.begin)) ||
                                            text_.is(last.begin, word_class::body)));
    if (take_double(run)) return;
    const bool chained = run.tokens.begin > 1 && inside;
    if (is_body_behind(run.tokens.end + 1) || (chained && is_named_after(run))) {
      add({run.tokens.begin - (chained ? 2 : 0), run.tokens.end + 2}, kind::body);
      return;
    }
    if (common) return;
    if (name || !inside) out_.parts.push_back({last.begin, name});
    if (!chain && run.tokens.size() > 1 && words_.is_structural(run.tokens.begin) &&
        is_title_behind(run.tokens.end + 1)) {
      add(run.tokens, kind::company, true);  // "IG Stahl-Chef"
      return;
    }
    const std::uint32_t first = first_before_double(run);
    if (first != no_index && (!chain || (inside && first > run.tokens.begin))) {
      add({first, last.end + 2}, kind::person);
      return;
    }
    const bool named = words_.is_name(run.tokens.begin) ||
                       (words_.is_name(last.begin) && !words_.is_common(run.tokens.begin));
    if (run.tokens.size() > 1 && !chain && named && !words_.is_title(run.tokens.begin) &&
        last.end + 1 < words_.size()) {
      add({run.tokens.begin, last.end + 2}, kind::unknown);  // "Robert Koch-Institut"
    } else if (last.begin - run.tokens.begin > 1 && !words_.is_first_name(last.begin - 1)) {
      add({run.tokens.begin, last.begin}, kind::unknown);
    }
  }

  // "Ministerin [Gerlinde] Xaverek-Zuhl": two words before the hyphen that no dictionary knows, but
  // for the first name, and one behind that may be a surname; or no_index.
  std::uint32_t first_before_double(const name_run& run) const {
    const std::uint32_t next = run.tokens.end + 1;
    if (!words_.has_dictionary() || run.tokens.size() < 2 || next >= words_.size()) {
      return no_index;
    }
    const std::uint32_t first = run.tokens.end - 2;
    const auto unknown = [&](std::uint32_t i) {
      return text_.is_capital_word(i) && !words_.is_common(i) && !words_.is_structural(i);
    };
    const bool led = first == run.tokens.begin || words_.is_title(first - 1) ||
                     words_.is_common(first - 1);  // "Zeugin Aylin Xaverek-Zuhl"
    const bool given = words_.is_first_name(first) || (led && unknown(first));
    return given && unknown(first + 1) && (unknown(next) || may_be_surname(next)) ? first
                                                                                  : no_index;
  }

  // "Karrenbauer", "Althaus": a noun that surnames end like, or a compound for nothing known.
  bool may_be_surname(std::uint32_t i) const {
    if (i >= words_.size() || !text_.is_capital_word(i)) return false;
    if (!words_.is_common(i) || words_.ends_like(i, word_class::surname_ending)) return true;
    return words_.is_compound(i, true) && !text_.is_event(i) &&
           !text_.is_like(i, word_class::club) && !text_.is_like(i, word_class::company) &&
           !text_.is_like(i, word_class::body);
  }

  // "Hans-Peter Brandl", "Rheinland-Pfalz", "Air Kelmara-RWE": names on both sides.
  bool take_double(const name_run& run) {
    const std::uint32_t next = run.tokens.end + 1;
    const auto is_part = [&](std::uint32_t i) {
      return words_.is_name_or_place(i) || words_.is_structural(i);
    };
    if (next >= words_.size() || !text_.is_word(next) || words_.is_hyphen(next + 1)) return false;
    const std::uint32_t last = run.tokens.end - 1;
    // "Air Kelmara-RWE"
    const bool foreign = run.tokens.size() > 1 && words_.kind(last) == noun_kind::unknown &&
                         words_.is_structural(next);
    // "Jean-Quorl"
    const bool given = words_.is_first_name(last) && words_.kind(next) == noun_kind::unknown &&
                       text_.is_capital(next) && !words_.is_common(next);
    const bool parts = (is_part(last) || foreign) && is_part(next);
    if (!(parts || given || is_unknown_double(run, next)) || words_.is_title(next)) return false;
    std::uint32_t end = next + 1;
    const bool person = words_.is_name(next) && words_.is_name(run.tokens.end - 1);
    const bool two_given = words_.is_first_name(last) && words_.is_first_name(next);
    while (person && end < next + 3 && words_.can_follow(end) &&
           (!words_.is_common(end) || (two_given && end == next + 1))) {
      ++end;
    }
    const bool two = person && end > next + 1 && words_.is_hyphen(end);
    if (two && may_be_surname(end + 1)) end += 2;  // "Marie-Agnes Xaverek-Zuhl"
    end_of_double_ = end;
    std::uint32_t begin = run.tokens.begin;
    while (begin + 1 < run.tokens.end && !words_.is_tagged_name(begin) &&
           (words_.is_title(begin) || words_.is_common(begin))) {
      ++begin;
    }
    add({begin, end}, person && end > next + 1 ? kind::person
                      : words_.is_place(next)  ? kind::place
                                               : kind::unknown);
    return true;
  }

  // "Mikl-Leitner": one word on either side, the first in no dictionary, the second no noun.
  bool is_unknown_double(const name_run& run, std::uint32_t next) const {
    const std::uint32_t first = run.tokens.begin;
    const bool particle = next + 1 < words_.size() && text_.is(next + 1, word_class::name_particle);
    return run.tokens.size() == 1 && !is_behind_hyphen(run) && !words_.is_structural(first) &&
           !words_.is_common(first) && words_.kind(first) == noun_kind::unknown &&
           text_.is_capital(next) && !particle && !words_.is_common(next) &&
           words_.kind(next) != noun_kind::common;
  }

  bool is_title_behind(std::uint32_t token) const {
    return token < words_.size() && text_.is_word(token) && words_.is_title(token);
  }

  // "US-Ministerium", "Rhein-Main-Verkehrsverbund": whole.
  bool is_body_behind(std::uint32_t token) const {
    return token < words_.size() && !words_.is_hyphen(token + 1) &&
           text_.is_like(token, word_class::body);
  }

  // "Friedrich-[Ebert]-Stiftung"
  bool is_named_after(const name_run& run) const {
    const std::uint32_t last = run.tokens.end + 1;
    if (last >= words_.size() || words_.is_hyphen(last + 1) || run.tokens.size() > 1) return false;
    return text_.is_like(last, word_class::club) && !words_.is_common(run.tokens.begin - 2);
  }

  // --- what is no part of the name ---

  void take_off(name_run& run) const {
    const std::uint32_t token = run.tokens.begin++;
    run.titled = true;
    if (text_.is_like(token, word_class::company)) {
      run.is = kind::company;
    } else if (text_.is(token, word_class::place_head)) {
      run.is = kind::place;
    } else {
      run.is = words_.is_title(token) ? kind::person : kind::unknown;
    }
  }

  // "Bozens Chef Peter Brunner": the name is behind the last title.
  void take_off_titles(name_run& run) const {
    std::uint32_t last = no_index;
    for (std::uint32_t i = run.tokens.begin; i + 1 < run.tokens.end; ++i) {
      const bool title = words_.is_title(i) || text_.is_like(i, word_class::company) ||
                         text_.is(i, word_class::place_head) || is_before_first_name(i, run);
      const bool part = i == run.tokens.begin + 1 && !run.first && words_.is_adjective(i - 1);
      const bool name = part || words_.is_name_or_place(i);  // "der Neuen Zeitung"
      if (title && !name && !words_.is_inner_apostrophe(i + 1)) last = i;
    }
    while (last != no_index && run.tokens.begin <= last) take_off(run);
  }

  // "Kuratorin Anna Hoyer": a long word that is no name, before a first name and a surname.
  bool is_before_first_name(std::uint32_t token, const name_run& run) const {
    constexpr std::size_t longest_name = 7;  // bytes, of a first name that no dictionary knows
    return token + 2 < run.tokens.end && words_.is_first_name(token + 1) &&
           !words_.is_structural(token) &&
           (text_.in(token).size() > longest_name || words_.is_tagged_noun(token));
  }

  // "[Institute] for Applied Art"
  bool leads_particle(std::uint32_t token) const {
    return text_.is(token + 1, word_class::name_particle) && !text_.is_capital(token + 1);
  }

  // "[Human] Rights Watch": no noun, which German would write small, before a word of no German.
  bool opens_foreign(const name_run& run) const {
    const std::uint32_t first = run.tokens.begin;
    const std::optional<noun_kind> kind = words_.kind(first);
    const bool small = kind == noun_kind::small || kind == noun_kind::adjective;
    return small && !run.titled && !words_.is_listed_noun(first) &&
           (!run.first || kind == noun_kind::small) && !text_.words[first].classes &&
           words_.kind(first + 1) == noun_kind::unknown && !words_.is_common(first + 1);
  }

  // "Van der Meulen", but "Chef [von] Kelmara"
  bool is_capital_particle(std::uint32_t token) const {
    return text_.is(token, word_class::name_particle) && text_.is_capital(token);
  }

  // "Liedermacher Jonas Brandl"
  void take_off_common(name_run& run) const {
    const auto keeps_first = [&] {
      return run.tokens.size() == 1 || words_.is_structural(run.tokens.begin) ||
             leads_particle(run.tokens.begin) || opens_foreign(run) ||
             text_.is(run.tokens.begin, word_class::organisation_form) ||
             is_capital_particle(run.tokens.begin) ||
             words_.is_inner_apostrophe(run.tokens.begin + 1);
    };
    while (!keeps_first() && words_.is_common(run.tokens.begin)) take_off(run);
    if (keeps_first()) return;
    // "die Mandatare Amhof": a noun that no dictionary knows
    const std::uint32_t first = run.tokens.begin;
    const auto known = [&](std::uint32_t i) {
      return words_.is_name_or_place(i) || words_.is_structural(i);
    };
    const bool noun = !known(first) && (run.articled || run.described) && !run.titled &&
                      !words_.is_tagged_name(first) && !words_.is_origin(first) &&
                      (run.tokens.size() > 2 || !words_.has_dictionary() || known(first + 1) ||
                       text_.ends_like_adjective(first));
    if (noun) take_off(run);
  }

  // "Copilot Zugang": what follows a name and is common is no part of it, but "Richard Wolf".
  void take_off_behind(name_run& run) const {
    const std::uint32_t first = run.tokens.begin;
    if (words_.is_origin(first) && text_.is_event(run.tokens.end - 1)) return;
    if (text_.is(first, word_class::name_particle)) return;  // "The Verifier"
    const bool form = text_.is(first, word_class::organisation_form);
    const bool person = run.is == kind::person || (words_.is_name(first) && !form) ||
                        words_.ends_like(run.tokens.end - 1, word_class::surname_ending);
    while (run.tokens.size() > 1) {
      const std::uint32_t last = run.tokens.end - 1;
      if (words_.is_inner_apostrophe(last - 1) || !text_.is_capital(last - 1)) return;
      // "Lena Ortmann Lied", but "Richard Wolf" and "Hans Peter Wolf"
      const bool third = run.tokens.size() > 2 && words_.is_name(first) &&
                         !words_.is_first_name(last - 1) &&
                         !words_.ends_like(last, word_class::surname_ending);
      const bool common = words_.is_listed_noun(last) ||
                          ((words_.is_place(last - 1) || words_.is_upper(last - 1)) &&
                           words_.is_plural_only(last)) ||
                          ((!person || third) && words_.has_dictionary() && words_.is_common(last));
      if (!common || (!third && is_foreign(run, last))) return;
      --run.tokens.end;
    }
  }

  // "Federal Reserve": a noun of German, too, but not in a name that is of no German words.
  bool is_foreign(const name_run& run, std::uint32_t last) const {
    std::uint32_t i = last;
    while (i > run.tokens.begin && words_.is_tagged_name(i) && !words_.is_foreign(i)) --i;
    const bool genitive = i + 1 == last && !without_genitive(text_.in(i)).empty();
    return i < last && words_.is_foreign(i) && !genitive;
  }

  // --- several words ---

  void take_several(name_run run) {
    if (is_organisation(run)) {
      // "the University of Ulm visitors": they are no part of it
      const std::uint32_t last = run.tokens.end - 1;
      const bool form =
          text_.is(last, word_class::organisation_form) || text_.is_like(last, word_class::club);
      const bool named = !words_.is_common(last - 1) || single_.stands_bare(last - 1);
      if (run.tokens.size() == 3 && !form && named && words_.is_common(last)) --run.tokens.end;
      add(run.tokens, kind::company);
      return;
    }
    const bool adjective = !run.first && words_.is_adjective(run.tokens.begin);
    const std::uint32_t noun = run.tokens.end - 1;
    if (adjective && (text_.is(noun, word_class::zone_noun) || words_.is_event_by_name(noun)))
      return;
    const std::uint32_t end = run.tokens.end;
    if (adjective) {
      end_with_noun(run);
    } else {
      if (!run.titled) take_off_common(run);
      take_off_behind(run);
    }
    // "am New Yorker Flughafen"
    const std::uint32_t first = run.tokens.begin;
    if (run.tokens.end < end && !run.titled && words_.is_origin(run.tokens.end - 1) &&
        !words_.is_name(first)) {
      return;
    }
    if (run.tokens.size() > 1) {
      add(run.tokens, kind_of_several(run, adjective));
      return;
    }
    const bool origin = run.tokens.end < end && words_.is_origin(first);
    const bool name = !words_.is_common(first) && !origin && (!adjective || run.titled);
    if (words_.is_structural(first) || name) add(run.tokens, kind_of(run));
  }

  // "der Neuen Zeitung Rede stehen": adjectives and a noun are the name.
  void end_with_noun(name_run& run) const {
    std::uint32_t noun = run.tokens.begin;
    while (noun + 1 < run.tokens.end && words_.is_adjective(noun)) ++noun;
    const std::uint32_t next = noun + 1;
    const bool another = next < run.tokens.end && words_.is_common(noun) && words_.is_common(next);
    if (another) run.tokens.end = next;
  }

  // "Hydros GmbH", "Verein Zukunft": whole.
  bool is_organisation(const name_run& run) const {
    const std::uint32_t first = run.tokens.begin;
    const std::uint32_t last = run.tokens.end - 1;
    if (text_.is(last, word_class::organisation_form)) return true;
    // "the Northern Trade Initiative"
    if (!run.titled && run.tokens.size() > 2 && text_.is_like(last, word_class::club) &&
        !words_.is_common(first) && !words_.is_adjective(first) && !words_.is_common(last - 1)) {
      return true;
    }
    if (run.titled || !text_.is_like(first, word_class::club) || run.tokens.size() > 3)
      return false;
    return !words_.is_structural(first + 1) && !words_.is_name(first + 1);
  }

  kind kind_of_several(const name_run& run, bool adjective) const {
    if (run.is != kind::unknown || adjective) return run.is;
    const std::uint32_t first = run.tokens.begin;
    constexpr std::ptrdiff_t most_names = 3;
    std::ptrdiff_t names = 0;  // without initials and particles
    for (std::uint32_t i = first; i < run.tokens.end; ++i) {
      names += text_.is_capital_word(i) && text_.in(i).size() > 2;
    }
    if (words_.is_structural(first) || names > most_names || words_.is_origin(first)) {
      return run.is;
    }
    if (run.articled && !run.titled && !words_.is_first_name(first)) return run.is;
    return words_.is_name(first) || !run.titled ? kind::person : run.is;
  }

  kind kind_of(const name_run& run) const {
    if (run.is != kind::unknown || run.tokens.size() > 1) return run.is;
    return words_.is_place(run.tokens.begin) ? kind::place : run.is;
  }

  const name_words& words_;
  const analyzed_text& text_;
  const std::vector<name_run>& runs_;
  single_words single_;
  chosen_names out_;
  std::uint32_t end_of_double_ = 0;  // behind the last name with a hyphen
};

}  // namespace

chosen_names choose_names(const name_words& words, const std::vector<name_run>& runs) {
  return chooser(words, runs).choose();
}

}  // namespace zeitstrahl
