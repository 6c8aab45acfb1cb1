#include "claim/name_choice.h"

namespace zeitstrahl {
namespace {

constexpr std::uint32_t longest_before_particle =
    4;  // tokens: "Praesident Luiz Inacio Lula [da Silva]"

class run_finder {
 public:
  explicit run_finder(const name_words& words) : words_(words), text_(words.text()) {}

  std::vector<name_run> find() {
    std::vector<name_run> out;
    for (std::uint32_t i = 0; i < words_.size();) {
      if (!words_.can_begin(i)) {
        ++i;
        continue;
      }
      name_run run;
      run.tokens = {i, behind_saint(i)};
      run.whole = run.tokens.end != i;
      if (run.whole) {
        run.is = known_name::kind::place;
      } else {
        run.tokens.end = behind_run(i);
        look_around(run);
      }
      i = run.tokens.end;
      out.push_back(run);
    }
    return out;
  }

 private:
  std::uint32_t behind_run(std::uint32_t begin) const {
    std::uint32_t end = behind_word(begin);
    while (words_.can_follow(end) && behind_saint(end) == end && !is_other_phrase(begin, end)) {
      end = behind_word(end);
    }
    return behind_particles(begin, end);
  }

  // "habe der Neuen Zeitung | Rede gestanden", "Chef der Neuen Bank | Anna Hoyer"
  bool is_other_phrase(std::uint32_t begin, std::uint32_t token) const {
    if (words_.is_owner(token - 1, token)) return true;
    // "Chef der Nordwerk AG | Jan Behrens"
    const bool form = text_.is(token - 1, word_class::organisation_form);
    if (form && token > begin + 1 && words_.is_first_name(token)) return true;
    if (text_.is(token, word_class::organisation_form)) return false;
    const bool club = text_.is_like(token - 1, word_class::club);
    if (words_.is_adjective(token - 1) || (club && !words_.is_bare(token))) {
      return false;
    }
    if (words_.is_common(token) && !words_.is_adjective(token)) {
      for (std::uint32_t i = begin; i < token; ++i) {
        if (words_.is_foreign(i)) return false;
      }
      return words_.is_apart(begin, token);
    }
    return token > begin + 1 && words_.is_first_name(token) && words_.is_common(token - 1) &&
           words_.is_adjective(begin);
  }

  // Behind the word, with the rest of "O'Reilly" and the dot of an initial.
  std::uint32_t behind_word(std::uint32_t token) const {
    const std::uint32_t next = token + 1;
    if (words_.is_inner_apostrophe(next)) return next + 2;
    const bool initial = next < words_.size() && is_one_letter(token) &&
                         text_.symbol(next) == symbol_dot && words_.can_follow(next + 1);
    return initial ? next + 1 : next;
  }

  bool is_one_letter(std::uint32_t token) const {
    const std::string_view word = text_.in(token);
    return word.size() == 1 || (word.size() == 2 && (word[0] & 0x80) != 0);
  }

  // "St. Lorenzen"
  std::uint32_t behind_saint(std::uint32_t token) const {
    if (!text_.is(token, word_class::saint) || token + 2 >= words_.size()) return token;
    const std::uint32_t name = text_.is_word(token + 1) ? token + 1 : token + 2;
    return words_.can_begin(name) ? name + 1 : token;
  }

  // "Walther von der Vogelweide", "Baschar al-Assad", "Bank of England", "Joke Van der Meulen"
  std::uint32_t behind_particles(std::uint32_t begin, std::uint32_t end) const {
    constexpr word_classes german =
        bit(word_class::preposition) | bit(word_class::article) | bit(word_class::contraction);
    const std::uint32_t last = end - 1;
    const bool first_name =
        words_.is_first_name(last) && (end - begin == 1 || words_.is_title(end - 2));
    const bool sure = first_name || (end - begin > 1 && words_.is_title(end - 2));
    bool foreign = text_.is(last, word_class::name_particle);
    std::uint32_t next = end;
    while (next < end + 4 && next < words_.size() && !text_.is_capital(next) &&
           (text_.is(next, word_class::name_particle) || (next > end && words_.is_hyphen(next)))) {
      foreign |= text_.is_word(next) && !text_.words[next].is_any(german);
      ++next;
    }
    if (next == end || end - begin > longest_before_particle) return end;
    if (words_.can_follow(next + 1) && text_.is(next + 1, word_class::organisation_form)) {
      return end;  // "Lena Brandt | von der Nordwerk Bank"
    }
    const bool glued = words_.is_hyphen(next - 1) && text_.is_capital_word(next);
    if (!glued && !words_.can_follow(next)) return end;
    if (is_on_water(last, end, next)) return next + 1;
    const bool unknown = first_name && words_.kind(next) == noun_kind::unknown;
    const bool common = words_.is_common(next) && !unknown;
    if (!foreign && (common || words_.is_structural(next))) return end;
    if (!foreign && !first_name && words_.is_place(next)) return end;
    if (words_.is_structural(last)) return end;
    if (!words_.is_name(last) && !sure && !foreign) return end;
    next = behind_word(next);
    // "Institute for Applied Art": where a particle is of no German the nouns may be, too
    while (words_.can_follow(next) && !is_other_phrase(begin, next) &&
           (!words_.is_common(next) || (foreign && words_.is_tagged_name(next)))) {
      next = behind_word(next);
    }
    return next;
  }

  // "Zell am See", "Marburg an der Lahn"
  bool is_on_water(std::uint32_t last, std::uint32_t particle, std::uint32_t next) const {
    const bool beside = text_.is(particle, word_class::contraction) || next == particle + 2;
    return beside && words_.is_place(last) &&
           (words_.is_place(next) || text_.is(next, word_class::place_head));
  }

  void look_around(name_run& run) const {
    const std::uint32_t begin = run.tokens.begin;
    run.articled = begin > 0 && words_.can_follow(begin) && words_.is_owner(begin - 1, begin);
    run.quoted = stands_in_quotes(words_, run.tokens);
    run.first = !run.quoted && words_.starts_sentence(run.tokens.begin);
    if (!run.first && run.tokens.begin > 0) look_before(run.tokens.begin - 1, run);
  }

  void look_before(std::uint32_t i, name_run& run) const {
    if (words_.is_hyphen(i)) return;
    if (text_.at(i).is == token::number && !words_.is_time(i)) run.articled = true;
    if (!text_.is_word(i) || text_.is_capital(i)) {
      run.articled |= text_.is_word(i) && text_.is(i, word_class::article);
      return;
    }
    if (text_.words[i].is_any(bit(word_class::article) | bit(word_class::contraction))) {
      run.articled = true;
      return;
    }
    const bool plain = text_.words[i].classes || text_.words[i].forms & finite;
    run.described = !plain && text_.ends_like_adjective(i);
  }

  const name_words& words_;
  const analyzed_text& text_;
};

}  // namespace

bool stands_in_quotes(const name_words& words, span tokens) {
  const analyzed_text& text = words.text();
  std::uint32_t end = tokens.end;
  end += end < words.size() && text.at(end).is == token::number;
  return tokens.begin > 0 && text.symbol(tokens.begin - 1) == symbol_quote && end < words.size() &&
         text.symbol(end) == symbol_quote;
}

std::vector<name_run> find_name_runs(const name_words& words) { return run_finder(words).find(); }

}  // namespace zeitstrahl
